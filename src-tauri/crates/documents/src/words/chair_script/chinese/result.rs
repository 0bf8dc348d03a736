//! From the ballots collected to the end.

use super::{Direction, Item, Say, Step, names};
use crate::{
    AdoptedProject, ChairScript, FurtherRound, Lots, ResultRow, ScriptEnd, Verdict, Voided, Why,
    words::{
        chair_script::{Line, has_further_round, seats_left_empty},
        notes::cut_said_by_chair,
        ruled::{BLANK, calls_for_tie, calls_for_too_few, figure},
        sentences::stopped,
    },
};
use messages::Language;
use procedure::{date, rules::TieRule};

pub(super) fn collected(script: &ChairScript<'_>) -> Step {
    let issued = figure(script.ballots.map(|(issued, _)| issued));
    let collected = figure(script.ballots.map(|(_, collected)| collected));
    let mut lines = vec![
        Say("请总监票人报告选票收回情况。".into()),
        Direction(format!("总监票人报告：发出{issued}张，收回{collected}张")),
    ];
    match script.ballots {
        None => {
            lines.push(Direction("收回票数等于或者少于发出票数的，宣布：".into()));
            lines.push(Say("收回票数没有超过发出票数，本轮票决有效。".into()));
            lines.push(Direction("收回票数多于发出票数的，宣布：".into()));
            lines.push(Say("收回票数多于发出票数，本轮票决无效，选票不予开启，重新票决。".into()));
        }
        Some((issued, collected)) if collected.0 <= issued.0 => {
            let compared = if collected.0 == issued.0 { "等于" } else { "少于" };
            lines.push(Say(format!("收回票数{compared}发出票数，本轮票决有效。")));
        }
        // The round is void, as the next step says.
        Some(_) => {}
    }
    Step { title: "报告收回情况，宣布票决是否有效", lines }
}

pub(super) fn recess(script: &ChairScript<'_>) -> Step {
    let lines = vec![
        Say("请监票人、计票人计票。".into()),
        Direction("监票人持钥匙卡到场，开启各候选项目的得票总数；任何一张选票均不单独开启".into()),
        Say(format!("现在休会，请各位{}不要远离会场。", names(script).voter)),
        Direction(signing(script)),
    ];
    Step { title: "休会计票", lines }
}

/// When the report is signed: after the lots, since it says what they came to.
fn signing(script: &ChairScript<'_>) -> String {
    let lots = match &script.end {
        Some(ScriptEnd::Result { lots, .. }) => !lots.is_empty(),
        Some(ScriptEnd::Void(_)) | None => script.rules.tie == TieRule::Lot,
    };
    let after = if lots { "；末位票数相等的，复会当众抽签后签名" } else { "" };
    format!("计票完毕，总监票人、监票人、计票人在票决结果报告单上签名{after}")
}

pub(super) fn result(script: &ChairScript<'_>) -> Step {
    let resumed = "现在复会。";
    let report = "请总监票人报告计票结果。";
    let mut lines = Vec::new();
    match &script.end {
        Some(ScriptEnd::Result { rows, lots, .. }) => {
            if lots.is_empty() {
                lines.push(Say(format!("{resumed}{report}")));
            } else {
                lines.push(Say(resumed.into()));
                lines.extend(lots.iter().flat_map(drawn));
                lines.push(Direction("总监票人、监票人、计票人在票决结果报告单上签名".into()));
                lines.push(Say(report.into()));
            }
            lines.push(Direction("总监票人宣读：".into()));
            lines.extend(rows.iter().map(|row| Item(votes(row))));
        }
        Some(ScriptEnd::Void(_)) | None => {
            lines.push(Say(format!("{resumed}{report}")));
            lines.push(Direction("总监票人宣读票决结果报告单".into()));
            if script.rules.tie == TieRule::Lot {
                lines.push(Direction("末位票数相等的，由监票人当众抽签，结果载入报告单".into()));
            }
        }
    }
    Step { title: "报告计票结果", lines }
}

/// Lots are drawn in public, and so within the sitting.
fn drawn(lots: &Lots) -> [Line; 2] {
    let (candidates, adopted) = (lots.candidates.join("、"), lots.adopted.join("、"));
    [
        Say(format!("{candidates}号项目末位票数相等。按照《票决办法》的规定，请监票人当众抽签。")),
        Direction(format!("监票人当众抽签，{adopted}号项目抽中，结果载入报告单")),
    ]
}

fn votes(row: &ResultRow) -> String {
    let ResultRow { number, name, approve, .. } = row;
    let others = match (row.oppose, row.abstain) {
        (Some(oppose), Some(abstain)) => format!("，反对{oppose}票，弃权{abstain}票"),
        _ => String::new(),
    };
    let lot = if row.verdict == Verdict::AdoptedByLot { "，抽签通过" } else { "" };
    format!("{number}号，{name}：赞成{approve}票{others}{lot}。")
}

pub(super) fn declaration(script: &ChairScript<'_>) -> Step {
    let lines = match &script.end {
        Some(ScriptEnd::Result { date, adopted, cuts, further, pending, .. }) => {
            let mut lines: Vec<Line> =
                date.iter().map(|day| Direction(format!("{}宣布", date::official(*day)))).collect();
            lines.extend(adopted_lines(script, adopted));
            lines.extend(cuts.iter().map(|cut| Say(cut_said_by_chair(cut, Language::Chinese))));
            lines.extend(pending.iter().map(|round| Say(still_called(round))));
            lines.extend(further.iter().map(|round| Say(called(round))));
            lines.extend(empty_seats(script));
            lines
        }
        Some(ScriptEnd::Void(_)) | None => open_declaration(script),
    };
    Step { title: "宣布票决结果", lines }
}

fn adopted_lines(script: &ChairScript<'_>, adopted: &[AdoptedProject]) -> Vec<Line> {
    if adopted.is_empty() {
        return vec![Say("根据计票结果和《票决办法》的规定，我宣布：本轮票决没有项目通过。".into())];
    }
    let mut lines = vec![Say(declared(script, &adopted.len().to_string()))];
    let item = |(index, project): (usize, &AdoptedProject)| Item(format!("{}. {}", index + 1, project.name));
    lines.extend(adopted.iter().enumerate().map(item));
    lines
}

fn declared(script: &ChairScript<'_>, number: &str) -> String {
    let year = script.heading.year;
    format!("根据计票结果和《票决办法》的规定，我宣布：下列{number}个项目获得通过，为{year}年民生实事项目：")
}

/// What a round before called for and is still to be held.
fn still_called(round: &FurtherRound) -> String {
    format!("前面的票决中，{}", called(round))
}

fn called(FurtherRound { reason, candidates, seats }: &FurtherRound) -> String {
    let numbers = candidates.join("、");
    match reason {
        Why::Tie => format!("{numbers}号项目末位票数相等，就余下的{seats}个名额再次票决。"),
        Why::TooFew => {
            format!("通过的项目不足应选项目数，就不足的{seats}个名额，对{numbers}号项目再次票决。")
        }
    }
}

/// Seats that stay empty, where no further round is held.
fn empty_seats(script: &ChairScript<'_>) -> Option<Line> {
    let empty = seats_left_empty(script);
    (empty > 0).then(|| Say(format!("空缺{empty}个名额，不再票决。")))
}

/// The declaration before the result is known: places for the projects, and what else may have to be said.
fn open_declaration(script: &ChairScript<'_>) -> Vec<Line> {
    let mut lines = vec![Say(declared(script, BLANK))];
    lines.extend((1..=script.seats.0).map(|number| Item(format!("{number}. {}。", BLANK.repeat(5)))));
    if calls_for_tie(script.rules) {
        lines.push(Direction("末位票数相等的，宣布：".into()));
        lines.push(Say(format!("{BLANK}号项目末位票数相等，就余下的{BLANK}个名额再次票决。")));
    }
    if calls_for_too_few(script.rules) && script.round <= script.rules.further_rounds_at_most {
        lines.push(Direction("通过的项目不足应选项目数的，宣布：".into()));
        lines
            .push(Say(format!("通过的项目不足应选项目数，就不足的{BLANK}个名额，对{BLANK}号项目再次票决。")));
    } else {
        lines.push(Direction("通过的项目不足应选项目数的，宣布：".into()));
        lines.push(Say(format!("空缺{BLANK}个名额，不再票决。")));
    }
    lines
}

pub(super) fn resolution(script: &ChairScript<'_>) -> Step {
    let year = script.heading.year;
    let mut lines = Vec::new();
    if script.end.is_none() && (calls_for_tie(script.rules) || calls_for_too_few(script.rules)) {
        lines.push(Direction("还要再次票决的，先进行再次票决；全部票决结束后，宣布：".into()));
    }
    lines.push(Say(format!("现在宣读《关于{year}年民生实事项目的决议》。")));
    lines.push(Direction("宣读决议".into()));
    Step { title: "宣读决议", lines }
}

pub(super) fn end(script: &ChairScript<'_>) -> Step {
    let voter = names(script).voter;
    let lines = if has_further_round(script) {
        vec![Say(format!("请工作人员准备再次票决，请各位{voter}在会场等候。"))]
    } else {
        vec![Say("票决到此结束。谢谢各位！".into())]
    };
    Step { title: "结束", lines }
}

pub(super) fn void(script: &ChairScript<'_>, void: &Voided) -> Step {
    let names = names(script);
    // A measure that isn't passed yet is no ground for anything.
    let pending = script.measure_pending && *void == Voided::QuorumMissing;
    let ground = if pending { "按照规定" } else { "按照《票决办法》的规定" };
    let (why, again) = match void {
        Voided::QuorumMissing => {
            (format!("到会人数不足{}人，未达到法定人数，不能投票。", script.quorum), "待人数达到后重新票决。")
        }
        Voided::MoreCollectedThanIssued => {
            ("收回票数多于发出票数，选票不予开启。".to_owned(), "现在准备重新票决。")
        }
        Voided::ByDecision { statement, .. } => (
            format!(
                "本轮票决无法继续，{}作出决定，理由是：{}",
                names.presidium,
                if statement.is_empty() { format!("{}。", BLANK.repeat(4)) } else { stopped(statement) }
            ),
            "是否重新票决，另行宣布。",
        ),
    };
    let lines = vec![
        Say(why),
        Say(format!("{ground}，我宣布：本轮票决无效。{again}")),
        Say("重新票决的候选项目和应选项目数不变，票签、选票重新制发；本轮的票签、选票不再使用。".into()),
        Direction("监票人封存本轮的票签、选票，在报告单上签名".into()),
        Say(format!("现在休会，请各位{}不要远离会场。", names.voter)),
    ];
    Step { title: "宣布本轮票决无效", lines }
}
