//! Articles on what a count comes to.

use super::names;
use crate::{
    VotingMeasure,
    words::{
        ruled::{calls_for_tie, calls_for_too_few, is_plurality},
        sentences,
    },
};
use messages::Language;
use procedure::rules::{Division, FurtherMajority, Order, Selection, TieRule};

pub(super) fn account(measure: &VotingMeasure<'_>) -> Vec<String> {
    let names = names(measure);
    vec![
        "收回票数等于或者少于发出票数的，该轮票决有效；收回票数多于发出票数的，该轮票决无效，选票不予开启，重新票决。".into(),
        format!(
            "因设备故障等原因，一轮票决无法继续进行的，由{}说明理由，决定该轮票决无效，可以重新票决。",
            names.presidium
        ),
        "重新票决的候选项目、应选项目数不变，票签、选票重新制发。".into(),
    ]
}

pub(super) fn majority(measure: &VotingMeasure<'_>) -> Vec<String> {
    let rules = measure.rules;
    let plurality = is_plurality(rules.majority);
    vec![sentences::majority(rules, measure.delegates, plurality, Language::Chinese)]
}

pub(super) fn cut(measure: &VotingMeasure<'_>) -> Vec<String> {
    match measure.rules.division() {
        Division::Whole { .. } => vec![
            "符合前条规定的候选项目多于应选项目数的，按赞成票从多到少依次确定通过的项目，至应选项目数为止。".into(),
        ],
        Division::Categories(_) => vec![
            "各类别分别确定通过的项目。一个类别中符合前条规定的候选项目多于该类别应选项目数的，按赞成票从多到少依次确定，至该类别应选项目数为止。".into(),
        ],
    }
}

pub(super) fn tie(measure: &VotingMeasure<'_>) -> Vec<String> {
    let rule = match measure.rules.tie {
        TieRule::FurtherRound => "对票数相等的项目，就余下的名额再次票决。",
        TieRule::All => "票数相等的项目全部通过，通过的项目可以因此超出应选的个数。",
        TieRule::None => "票数相等的项目均不通过，余下的名额空缺，不再票决。",
        TieRule::Lot => "对票数相等的项目，由监票人当众抽签，按余下的名额确定通过的项目。",
    };
    let seats = seats_name(measure);
    vec![format!(
        "符合规定的候选项目因赞成票相等，不能在{seats}以内确定通过的项目的（以下称末位票数相等），赞成票多于此数的项目通过；{rule}"
    )]
}

/// The seats that a candidate is decided for.
fn seats_name(measure: &VotingMeasure<'_>) -> &'static str {
    match measure.rules.division() {
        Division::Whole { .. } => "应选项目数",
        Division::Categories(_) => "该类别应选项目数",
    }
}

pub(super) fn too_few(measure: &VotingMeasure<'_>) -> Vec<String> {
    let seats = seats_name(measure);
    let except = match measure.rules.tie {
        TieRule::None | TieRule::FurtherRound => "除前条规定的情形外，",
        TieRule::All | TieRule::Lot => "",
    };
    let short = format!("{except}通过的项目少于{seats}的");
    if !calls_for_too_few(measure.rules) {
        return vec![format!("{short}，不足的名额空缺，不再票决。")];
    }
    let rounds = measure.rules.further_rounds_at_most;
    let until = if rounds == 1 {
        "只在第1轮票决后举行，此后".to_owned()
    } else {
        format!("只在第1轮至第{rounds}轮票决后举行，此后")
    };
    vec![
        format!("{short}，就不足的名额，对该轮未通过的项目再次票决。"),
        format!(
            "因不足应选项目数的再次票决，{until}仍有不足的，名额空缺。票决的轮次连续计算，无效的轮次计算在内。"
        ),
    ]
}

pub(super) fn further_rounds(measure: &VotingMeasure<'_>) -> Vec<String> {
    let rules = measure.rules;
    let (tie, too_few) = (calls_for_tie(rules), calls_for_too_few(rules));
    if !tie && !too_few {
        return Vec::new();
    }
    let by_category = matches!(rules.division(), Division::Categories(_));
    let limit = match (rules.selection, by_category) {
        (Selection::AtMost, false) => "每张选票赞成的项目不得超过余下的名额",
        (Selection::Exactly, false) => "每张选票赞成的项目应当恰好为余下的名额",
        (Selection::AtMost, true) => "每张选票在每一类别中赞成的项目不得超过该类别余下的名额",
        (Selection::Exactly, true) => "每张选票在每一类别中赞成的项目应当恰好为该类别余下的名额",
    };
    let mut paragraphs = vec![format!(
        "再次票决以余下的名额为应选项目数，{limit}，候选项目数不受差额比例限制，票签、选票重新制发；其他适用本办法关于票决的规定。"
    )];
    if tie {
        paragraphs.push(format!(
            "因末位票数相等的再次票决，{}；末位票数仍相等的，继续票决。",
            majority_again(rules.tie_majority)
        ));
    }
    if too_few {
        paragraphs.push(format!("因不足应选项目数的再次票决，{}。", majority_again(rules.too_few_majority)));
    }
    if tie && too_few && by_category {
        paragraphs.push(
            "同一轮票决后，既有末位票数相等、又有不足应选项目数的，先就末位票数相等的项目票决。".into(),
        );
    }
    paragraphs
}

fn majority_again(majority: FurtherMajority) -> &'static str {
    match majority {
        FurtherMajority::Plurality => "不受前述得票比例限制，以得赞成票多的通过，没有得到赞成票的不得通过",
        FurtherMajority::Same => "通过所需的赞成票与第1轮票决的规定相同",
    }
}

pub(super) fn result(measure: &VotingMeasure<'_>) -> Vec<String> {
    let names = names(measure);
    vec![
        format!(
            "计票结果载入票决结果报告单，由总监票人、监票人、计票人签名。总监票人向{}报告计票结果，由{0}宣布。",
            names.chair
        ),
        format!("票决通过的项目，由{}作出决议，并予公告。", names.meeting),
    ]
}

pub(super) fn order(measure: &VotingMeasure<'_>) -> Vec<String> {
    let by_category = matches!(measure.rules.division(), Division::Categories(_));
    let again = calls_for_tie(measure.rules) || calls_for_too_few(measure.rules);
    vec![match (measure.rules.order, by_category) {
        (Order::List, _) => "通过的项目，按候选项目名单的顺序公布。".to_owned(),
        (Order::Votes, false) => format!(
            "通过的项目，按赞成票从多到少的顺序公布，赞成票相等的按候选项目名单的顺序{}。",
            if again { "；再次票决通过的项目，列在前一轮通过的项目之后" } else { "" }
        ),
        (Order::Votes, true) => format!(
            "通过的项目，按类别依次公布，同一类别的按赞成票从多到少的顺序，赞成票相等的按候选项目名单的顺序{}。",
            if again { "；再次票决通过的项目，列在前一轮通过的项目之后" } else { "" }
        ),
    }]
}
