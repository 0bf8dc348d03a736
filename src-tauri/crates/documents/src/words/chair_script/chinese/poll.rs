//! From the opening to the close of the poll.

use super::{Direction, Item, Say, Step, listed, name, names};
use crate::{
    BrokenOff, ChairScript, Voided, Why,
    words::{
        chair_script::{Line, asks_no_majority, broken_off, came_late, is_rightly_issued, voided},
        ruled::{BLANK, figure, takes_oppositions},
        sentences::{limit, majority},
    },
};
use messages::Language;
use procedure::{
    ballot::Selection,
    rules::{Category, Division, LateArrival},
};

pub(super) fn opening(script: &ChairScript<'_>) -> Step {
    let names = names(script);
    let mut lines = vec![Say(format!("各位{}：", names.voter)), Say(reason(script))];
    let present = figure(script.present);
    let absent = figure(script.present.map(|present| script.delegates.0.saturating_sub(present.0)));
    lines.push(Say(format!(
        "现在报告到会人数。应到{}{}人，实到{present}人，缺席{absent}人。",
        names.voter, script.delegates
    )));
    if script.quorum.0 > 0 {
        lines.extend(quorum(script));
    }
    Step { title: "宣布开始，报告到会人数", lines }
}

/// Whether the present are enough.
fn quorum(script: &ChairScript<'_>) -> Vec<Line> {
    let asked = Say(format!("按照规定，须有{}人以上到会，方可投票。", script.quorum));
    let enough = Say("到会人数符合法定人数，可以投票。".into());
    match (voided(script), script.present) {
        // The void step says the rest.
        (Some(Voided::QuorumMissing | Voided::ByDecision { at: BrokenOff::BeforePoll, .. }), _) => {
            vec![asked]
        }
        (None, None) => vec![
            asked,
            Direction("到会人数达到规定的，宣布：".into()),
            enough,
            Direction("到会人数不足的，宣布：".into()),
            Say("到会人数未达到法定人数，不能投票，本轮票决无效，待人数达到后重新票决。".into()),
        ],
        _ => vec![asked, enough],
    }
}

/// Why the round is held.
fn reason(script: &ChairScript<'_>) -> String {
    let ChairScript { round, seats, candidates, .. } = script;
    let year = script.heading.year;
    match script.called_for {
        Some(Why::Tie) => format!(
            "在前面的票决中，有候选项目末位票数相等。按照《票决办法》的规定，现在就余下的{seats}个名额，对{candidates}个候选项目进行第{round}轮票决。"
        ),
        Some(Why::TooFew) => format!(
            "在前面的票决中，通过的项目少于应选项目数。按照《票决办法》的规定，现在就不足的{seats}个名额，对{candidates}个候选项目进行第{round}轮票决。"
        ),
        None if *round > 1 && script.measure_pending => format!(
            "前一轮票决因到会人数未达到法定人数而无效，现在重新票决，为第{round}轮。候选项目{candidates}个，应选项目{seats}个，均无变动。"
        ),
        None if *round > 1 => format!(
            "前一轮票决无效。按照《票决办法》的规定，现在重新票决，为第{round}轮。候选项目{candidates}个，应选项目{seats}个，均无变动。"
        ),
        None => format!("现在进行{year}年民生实事项目票决。候选项目{candidates}个，应选项目{seats}个。"),
    }
}

/// A vote by show of hands, with its figures to be filled in.
fn by_hands(what: &str) -> Vec<Line> {
    vec![
        Say("现在举手表决。赞成的请举手。".into()),
        Direction("清点后".into()),
        Say("请放下。反对的请举手。".into()),
        Direction("清点后".into()),
        Say("请放下。弃权的请举手。".into()),
        Direction("清点后".into()),
        Say(format!("表决结果：赞成{BLANK}人，反对{BLANK}人，弃权{BLANK}人。")),
        Direction("符合规定的，宣布：".into()),
        Say(format!("{what}通过。")),
    ]
}

pub(super) fn measure(script: &ChairScript<'_>) -> Step {
    let year = script.heading.year;
    let mut lines = vec![Say(format!(
        "现在表决《{year}年民生实事项目票决办法（草案）》。草案已经印发各位{}。",
        names(script).voter
    ))];
    lines.extend(by_hands("票决办法"));
    Step { title: "通过票决办法", lines }
}

pub(super) fn scrutineers(script: &ChairScript<'_>) -> Step {
    let names = names(script);
    let mut lines = vec![Say(format!(
        "现在表决总监票人、监票人名单。{}提名：总监票人{}；监票人{}。",
        names.presidium,
        name(&script.chief),
        listed(&script.scrutineers)
    ))];
    lines.extend(by_hands("总监票人、监票人名单"));
    lines.push(Say(format!(
        "{}指定的计票人是：{}。请总监票人、监票人、计票人就位。",
        names.secretariat,
        listed(&script.tellers)
    )));
    Step { title: "通过总监票人、监票人名单", lines }
}

pub(super) fn explanation(script: &ChairScript<'_>) -> Step {
    let names = names(script);
    let rules = script.rules;
    let marks = if takes_oppositions(rules) {
        "对每一个候选项目，可以赞成，可以反对，也可以弃权；没有选择的，按弃权计。"
    } else {
        "对候选项目只表示是否赞成；没有选择的，按弃权计。"
    };
    let mut lines = Vec::new();
    if !script.measure_pending {
        lines.push(Say(format!(
            "本轮票决仍由总监票人{}，监票人{}监票，由{}计票。",
            name(&script.chief),
            listed(&script.scrutineers),
            listed(&script.tellers)
        )));
    }
    lines.push(Say(format!(
        "票决采用无记名投票方式，凭票签在票决机上投票；一签一票，不得委托他人投票。{marks}"
    )));
    lines.push(Say(limit(rules, Language::Chinese)));
    lines.extend(category_items(rules.division()));
    lines.push(Say(match rules.selection {
        Selection::AtMost => "没有选择任何项目的，经确认可以投空白票，空白票有效。".into(),
        Selection::Exactly => {
            let paper = "；纸质选票不符合规定个数的，按票决办法认定";
            format!("不符合规定个数的，票决机不予接受{}。", if script.paper { paper } else { "" })
        }
    }));
    lines.push(Say(majority(rules, script.delegates, asks_no_majority(script), Language::Chinese)));
    lines.push(Say(format!("各位{}如有疑问，请举手提出。", names.voter)));
    lines.push(Direction("没有疑问或者解答后，继续".into()));
    Step { title: "说明投票办法", lines }
}

/// The limits of several categories; that of a single one has been said.
fn category_items(division: &Division) -> Vec<Line> {
    match division {
        Division::Categories(categories) if categories.len() > 1 => {
            let item = |Category { name, seats }: &Category| Item(format!("{name}：应选项目{seats}个。"));
            categories.iter().map(item).collect()
        }
        Division::Whole { .. } | Division::Categories(_) => Vec::new(),
    }
}

pub(super) fn empty_box(_: &ChairScript<'_>) -> Step {
    let lines = vec![
        Say("请监票人检查票箱。".into()),
        Direction("监票人当众检查，核对零票报告".into()),
        Say("请总监票人报告检查情况。".into()),
        Direction("总监票人报告：票箱内没有选票，票数为零".into()),
    ];
    Step { title: "检查票箱", lines }
}

pub(super) fn distribution(script: &ChairScript<'_>) -> Step {
    let names = names(script);
    let late = match script.rules.late_arrival {
        LateArrival::UntilClose => format!(
            "投票开始后到会的{}，在投票结束前可以签到、领取票签；人数、票数以投票结束时为准。",
            names.voter
        ),
        LateArrival::UntilOpen => format!("投票开始后到会的{}，不再签到、领取票签。", names.voter),
    };
    let paper = if script.paper { "；使用纸质选票的，领取一张纸质选票" } else { "" };
    let mut lines = vec![
        Say(format!("现在分发票签。请各位{}签到，亲手抽取一张票签{paper}。", names.voter)),
        Direction("分发完毕".into()),
        Say("请总监票人报告分发情况。".into()),
        Direction(handed_out(script)),
    ];
    let rightly = "发出的票数没有超过实到人数，分发有效。";
    match is_rightly_issued(script) {
        Some(true) => lines.push(Say(format!("{rightly}{late}"))),
        Some(false) => lines.push(Say(late)),
        None => {
            lines.push(Direction("发出的票数没有超过实到人数的，宣布：".into()));
            lines.push(Say(format!("{rightly}{late}")));
        }
    }
    Step { title: "分发票签，报告分发情况", lines }
}

/// What the chief scrutineer reports: those present and what they were handed, at one moment.
fn handed_out(script: &ChairScript<'_>) -> String {
    let until = match (came_late(script), broken_off(script)) {
        (false, _) => "",
        (true, None | Some(BrokenOff::Closed)) => "截至投票结束，",
        (true, Some(BrokenOff::BeforePoll | BrokenOff::Polling)) => "截至投票中止，",
    };
    let what = if script.paper { "票签和纸质选票共" } else { "票签" };
    let present = figure(script.handed_out.map(|(present, _)| present).or(script.present));
    let issued = figure(script.handed_out.map(|(_, issued)| issued));
    format!("总监票人报告：{until}实到{present}人，发出{what}{issued}张")
}

pub(super) fn voting(script: &ChairScript<'_>) -> Step {
    let voter = names(script).voter;
    let mut lines = vec![Say("现在开始投票。投票后，请把用过的票签放入票签回收盒。".into())];
    if broken_off(script) == Some(BrokenOff::Polling) {
        lines
            .push(Direction(format!("监票人、主席台就座的{voter}、其他{voter}依次投票；投票中止，没有完成")));
    } else {
        lines.extend([
            Say("请总监票人、监票人投票。".into()),
            Direction("总监票人、监票人投票完毕".into()),
            Say(format!("请主席台就座的{voter}投票。")),
            Direction(format!("主席台就座的{voter}投票完毕")),
            Say(format!("请其他{voter}依次投票。")),
            Direction("投票完毕".into()),
        ]);
    }
    Step { title: "投票", lines }
}

pub(super) fn close(script: &ChairScript<'_>) -> Step {
    let (counted, compared) =
        if script.paper { ("票签和纸质选票", "票签、纸质选票") } else { ("票签", "票签") };
    let lines = vec![
        Say(format!("还有没有投票的{}吗？", names(script).voter)),
        Direction("确认没有后".into()),
        Say(format!("投票结束。请监票人、计票人清点收回的{counted}。")),
        Direction(format!("关闭投票，封闭票箱，与收回的{compared}核对")),
    ];
    Step { title: "投票结束", lines }
}
