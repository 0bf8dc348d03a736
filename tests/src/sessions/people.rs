//! Delegates. All names are invented.

use procedure::{number::DelegateNumber, roster::Delegate};

/// A name of fifteen characters, the longest that documents are looked at with.
pub const LONGEST: &str = "阿依努尔·阿卜杜热合曼·买买提";
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高";
const GIVEN: [&str; 15] = [
    "建国", "敏", "秀英", "伟", "晓燕", "志强", "丽华", "军", "淑珍", "永平", "洁", "文斌", "桂兰", "海涛",
    "思远",
];
/// Names of other lengths, each in the place of every so-maniest delegate.
const OTHERS: [&str; 6] = ["欧阳文轩", "司马 凯", "古丽娜尔·艾山", "次仁旺堆", "斯琴高娃·巴特尔", LONGEST];
/// Characters of names that GB 2312 lacks; one is beyond the basic plane.
const RARE: [&str; 8] = ["龙䶮", "覃㛃", "韦堃", "黄喆", "莫玥", "陆昇", "罗垚燚", "李𬭚"];

/// This many delegates in these delegations, as evenly as may be, and one who has left office.
#[must_use]
pub fn roster(delegates: u32, delegations: &[&str]) -> Vec<Delegate> {
    named(delegates, delegations, name)
}

/// The same with rare characters in every name.
#[must_use]
pub fn rare_roster(delegates: u32, delegations: &[&str]) -> Vec<Delegate> {
    named(delegates, delegations, |index| {
        let (turn, place) = (index / RARE.len(), index % RARE.len());
        if turn == 0 { RARE[place].to_owned() } else { format!("{}{}", RARE[place], GIVEN[turn]) }
    })
}

fn named(delegates: u32, delegations: &[&str], name: impl Fn(usize) -> String) -> Vec<Delegate> {
    let each = (delegates as usize).div_ceil(delegations.len());
    let delegate = |index: usize| Delegate {
        number: DelegateNumber(format!("{:03}", index + 1)),
        name: name(index),
        delegation: delegations[(index / each).min(delegations.len() - 1)].to_owned(),
        in_office: index < delegates as usize,
    };
    (0..=delegates as usize).map(delegate).collect()
}

fn name(index: usize) -> String {
    if index % 11 == 7 {
        return OTHERS[index / 11 % OTHERS.len()].to_owned();
    }
    let surnames: Vec<char> = SURNAMES.chars().collect();
    format!("{}{}", surnames[(index * 7 + index / 20) % surnames.len()], GIVEN[index % GIVEN.len()])
}
