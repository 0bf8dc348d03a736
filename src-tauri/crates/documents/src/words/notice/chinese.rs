//! The notice in Chinese.

use super::NoticeWords;
use crate::{
    Notice,
    words::{
        roles::{Roles, roles},
        ruled::{blank_paper_abstains, empty_box, takes_oppositions, whole_limit},
    },
};
use messages::Language;
use procedure::{
    ballot::Selection,
    rules::{Category, CategoryBreach, Division, LateArrival},
};

pub(super) const WORDS: NoticeWords = NoticeWords {
    title: |year| format!("{year}年民生实事项目票决投票须知"),
    opening,
    kiosk: "在票决机上投票",
    steps,
    paper: "用纸质选票投票",
    paper_opening: "签到时领取纸质选票，不领票签。在每个项目的空格内，用笔按下列符号标记：",
    approve: "赞成",
    oppose: "反对",
    abstain: "弃权",
    no_mark: "不作标记",
    worth,
    care: "请您注意",
    cares,
    number: |number| format!("{number}. "),
};

fn names(notice: &Notice<'_>) -> Roles {
    roles(Language::Chinese, notice.heading.body)
}

fn opening(notice: &Notice<'_>) -> String {
    let place =
        if notice.place.is_empty() { String::new() } else { format!("投票地点：{}。", notice.place) };
    let (candidates, seats) = (notice.candidates, notice.seats);
    match notice.rules.division() {
        Division::Whole { .. } => format!("候选项目{candidates}个，应选项目{seats}个。{place}"),
        Division::Categories(categories) => {
            if let [category] = &categories[..] {
                let name = &category.name;
                return format!("候选项目{candidates}个，属于“{name}”类别，应选项目{seats}个。{place}");
            }
            let kinds = categories.len();
            format!("候选项目{candidates}个，分{kinds}个类别票决，应选项目共{seats}个。{place}")
        }
    }
}

fn steps(notice: &Notice<'_>) -> Vec<String> {
    let rules = notice.rules;
    let mark = if takes_oppositions(rules) {
        "对每个项目，按“赞成”“反对”或者“弃权”"
    } else {
        "对您赞成的项目，按“赞成”"
    };
    let blank = match rules.selection {
        Selection::AtMost => "。一项都没有选择的，经您确认，可以投空白票，空白票有效。",
        Selection::Exactly => "。不能投空白票。",
    };
    vec![
        "签到后，从混放的票签中亲手抽取一张，不要给别人看。".into(),
        "到票决机前，把票签上的码对准扫描口；扫不上的，按屏幕上的键输入票签号码。".into(),
        format!("{mark}。{}选错了，再按一次就取消。", limit(notice)),
        format!("没有选择的项目，按弃权计{blank}"),
        "按“核对选票”，逐项看清楚。要改的，按“返回修改”；不改的，按“投票”。投出以后不能再改。".into(),
        "屏幕显示“投票成功”和查询码。您可以抄下查询码，以后用来查验您的选票在票箱中；它不显示您选了什么。"
            .into(),
        "把用过的票签放入票签回收盒。".into(),
    ]
}

fn limit(notice: &Notice<'_>) -> String {
    let rules = notice.rules;
    match (whole_limit(rules), rules.selection) {
        (Some(limit), Selection::AtMost) => format!("最多赞成{limit}项。"),
        (Some(limit), Selection::Exactly) => format!("必须赞成{limit}项，不能多，也不能少。"),
        (None, Selection::AtMost) => format!("各类别最多赞成：{}。", by_category(notice)),
        (None, Selection::Exactly) => format!("各类别必须赞成：{}，不能多，也不能少。", by_category(notice)),
    }
}

fn by_category(notice: &Notice<'_>) -> String {
    match notice.rules.division() {
        Division::Whole { .. } => String::new(),
        Division::Categories(categories) => {
            let item = |Category { name, seats }: &Category| format!("{name}{seats}项");
            categories.iter().map(item).collect::<Vec<_>>().join("，")
        }
    }
}

fn worth(notice: &Notice<'_>) -> String {
    let rules = notice.rules;
    let by_category = matches!(rules.division(), Division::Categories(_));
    let breach = match rules.selection {
        Selection::AtMost => "赞成的项目多于上面规定的项数",
        Selection::Exactly => "赞成的项目多于或者少于上面规定的项数",
    };
    let unclear = "整张选票看不清意思";
    let void = match (by_category, rules.category_breach) {
        (true, CategoryBreach::Category) => {
            format!("某一类别{breach}的，该类别的项目全部按弃权计。{unclear}的，为废票。")
        }
        (true, CategoryBreach::Ballot) => format!("任何一个类别{breach}的，或者{unclear}的，整张为废票。"),
        (false, _) => format!("{breach}的，或者{unclear}的，为废票。"),
    };
    let empty = if empty_box(rules).is_none() { "没有标记的项目，按弃权计。" } else { "" };
    let blank = match (rules.selection, blank_paper_abstains(rules)) {
        (Selection::AtMost, true) => "空白票有效，每一项都按弃权计。",
        (Selection::Exactly, true) | (_, false) => "",
    };
    format!("{empty}某一项看不清意思的，该项按弃权计。{void}{blank}")
}

fn cares(notice: &Notice<'_>) -> Vec<String> {
    let names = names(notice);
    let late = match notice.rules.late_arrival {
        LateArrival::UntilClose => "投票结束以后，票签不能再用。",
        LateArrival::UntilOpen => "投票开始以后，不再签到、发票；投票结束以后，票签不能再用。",
    };
    vec![
        format!("每名{}只投一张票，不能请人代投，也不能替人投票。{late}", names.voter),
        "票签损坏但号码还看得清的，交工作人员换一张；票签遗失的，不补发。".into(),
        "投票中途可以按“取消，稍后再投”，票签仍然有效。".into(),
        "投票是秘密的，谁也不知道您选了什么，工作人员和监票人也不知道。请不要拍摄票签、屏幕和选票，不要看别人投票。".into(),
        "有疑问的，请找会场的工作人员或者监票人，不要说出您的选择。".into(),
    ]
}
