//! Where the sense lets a title's line end: a title is not broken within a word (GB/T 9704-2012, 7.3.1).

use crate::{chars, fonts::Glyph};
use std::ops::Range;

/// The words that titles and the names of congresses and sessions are made of. One that begins another stands after it.
const WORDS: &[&str] = &[
    "自治州",
    "自治县",
    "自治区",
    "自治旗",
    "人民代表大会",
    "常务委员会",
    "专门委员会",
    "工作委员会",
    "议政代表会",
    "居民议事会",
    "主席团",
    "民生实事",
    "候选项目",
    "备选项目",
    "实事项目",
    "票决结果",
    "票决",
    "代表大会",
    "人民政府",
    "街道办事处",
    "街道",
    "街",
    "镇",
    "乡",
    "社区",
    "工程",
    "建设",
    "改造",
    "项目",
    "表决办法",
    "办法",
    "结果",
    "报告单",
    "报告",
    "决议",
    "决定",
    "公告",
    "名单",
    "分解表",
    "任务",
    "签到表",
    "出席",
    "代表",
    "委员",
    "主持词",
    "须知",
    "选票",
    "过程",
    "记录",
    "会议",
    "签名页",
];
/// Words that a proper name ends with, and how many characters before them are taken for it.
const AFTER_NAMES: &[&str] = &["自治州", "自治县", "自治区", "自治旗"];
const LONGEST_NAME: usize = 14;
/// Words that may end a name.
const AFTER_WORDS: &[&str] = &["街道", "街", "镇", "乡", "社区", "工程", "人民政府"];
/// What a number is followed by in 第十八届.
const NUMERALS: &str = "〇零一二三四五六七八九十百千";

/// How well two characters can stand on different lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// At a sign or a space, or between Latin words.
    Open,
    BetweenWords,
    /// Where nothing is known of the words.
    WithinText,
    /// Within a proper name.
    WithinName,
    WithinWord,
}

/// For each character, how it is joined to the one before; the first to none.
pub(super) fn joints(text: &[Glyph]) -> Vec<Joint> {
    let chars: Vec<char> = text.iter().map(|glyph| glyph.char).collect();
    let mut joints: Vec<Joint> = (0..chars.len()).map(|index| by_characters(&chars, index)).collect();
    let mut index = 0;
    while index < chars.len() {
        let word = word(&chars[index..]);
        join(&chars, &mut joints, index..index + word);
        index += word.max(1);
    }
    keep_names(&chars, &mut joints);
    joints
}

/// Keeps what stands before 自治县 together with it, back to the word before.
fn keep_names(chars: &[char], joints: &mut [Joint]) {
    for end in 0..chars.len() {
        let ends_name = AFTER_NAMES.iter().any(|word| word.chars().eq(chars[end..].iter().copied().take(3)));
        let name = (0..=end).rev().take(if ends_name { LONGEST_NAME } else { 0 });
        for index in name {
            if !matches!(joints[index], Joint::WithinText | Joint::WithinName) {
                break;
            }
            joints[index] = Joint::WithinName;
        }
    }
}

/// Joins the characters of a word, and parts it from its neighbours.
fn join(chars: &[char], joints: &mut [Joint], word: Range<usize>) {
    if word.is_empty() {
        return;
    }
    let is_of =
        |words: &[&str]| words.iter().any(|known| chars[word.clone()].iter().copied().eq(known.chars()));
    let belongs_to_name = is_of(AFTER_NAMES) || is_of(AFTER_WORDS);
    for joint in joints[word.start + 1..word.end].iter_mut().filter(|joint| **joint != Joint::Open) {
        *joint = Joint::WithinWord;
    }
    for (index, parted) in [(word.start, !belongs_to_name), (word.end, true)] {
        if let Some(joint) = joints.get_mut(index).filter(|joint| parted && **joint == Joint::WithinText) {
            *joint = Joint::BetweenWords;
        }
    }
}

/// The length of the word that begins here; 0 where none is known.
fn word(chars: &[char]) -> usize {
    let begins = |word: &&&str| word.chars().eq(chars.iter().copied().take(word.chars().count()));
    let known = WORDS.iter().find(begins).map_or(0, |word| word.chars().count());
    known.max(counted(chars)).max(date(chars))
}

/// 第十八届, 第3次会议: a number with its measure.
fn counted(chars: &[char]) -> usize {
    let number = chars.iter().skip(1).take_while(|char| is_numeral(**char)).count();
    let counted = chars.first() == Some(&'第') && number > 0 && chars.len() > number + 1;
    let meeting = chars.get(number + 1..).is_some_and(|rest| rest.starts_with(&['次', '会', '议']));
    match counted {
        true if meeting => number + 4,
        true => number + 2,
        false => 0,
    }
}

fn is_numeral(char: char) -> bool {
    char.is_ascii_digit() || NUMERALS.contains(char)
}

/// 2026年1月15日, or what there is of it from the year on.
fn date(chars: &[char]) -> usize {
    let mut length = 0;
    for unit in "年月日".chars() {
        let digits = chars[length..].iter().take_while(|char| char.is_ascii_digit()).count();
        if digits == 0 || chars.get(length + digits) != Some(&unit) {
            break;
        }
        length += digits + 1;
    }
    length
}

/// What two neighbours alone tell.
fn by_characters(chars: &[char], index: usize) -> Joint {
    let Some(before) = index.checked_sub(1).map(|before| chars[before]) else {
        return Joint::Open;
    };
    let after = chars[index];
    let sign = chars::is_closing(before) || chars::is_opening(after) || before == ' ' || after == ' ';
    let latin = chars::is_latin(before) && chars::is_latin(after);
    if sign || latin {
        Joint::Open
    } else if is_number_with_measure(before, after) {
        Joint::WithinWord
    } else {
        Joint::WithinText
    }
}

/// 45公里, 10个.
fn is_number_with_measure(before: char, after: char) -> bool {
    before.is_ascii_digit() && chars::is_ideograph(after)
}
