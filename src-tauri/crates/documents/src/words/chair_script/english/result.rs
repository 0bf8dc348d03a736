//! From the ballots collected to the end.

use super::{Direction, Item, Say, Step, capital, names};
use crate::{
    AdoptedProject, ChairScript, FurtherRound, Lots, ResultRow, ScriptEnd, Verdict, Voided, Why,
    words::{
        chair_script::{Line, has_further_round, seats_left_empty},
        notes::cut_said_by_chair,
        ruled::{BLANK, calls_for_tie, calls_for_too_few, figure},
        sentences::{english_numbers, english_seats_left, stopped},
    },
};
use messages::Language;
use procedure::{date, rules::TieRule};

pub(super) fn collected(script: &ChairScript<'_>) -> Step {
    let issued = figure(script.ballots.map(|(issued, _)| issued));
    let collected = figure(script.ballots.map(|(_, collected)| collected));
    let mut lines = vec![
        Say("I ask the chief scrutineer to report on the ballots collected.".into()),
        Direction(format!("the chief scrutineer reports: issued {issued}, collected {collected}")),
    ];
    match script.ballots {
        None => {
            lines.push(Direction("where as many were collected as issued, or fewer:".into()));
            lines.push(Say("No more ballots were collected than issued. The round is valid.".into()));
            lines.push(Direction("where more were collected than issued:".into()));
            lines.push(Say(
                "More ballots were collected than issued. The round is void, nothing is opened, and it is voted again.".into(),
            ));
        }
        Some((issued, collected)) if collected.0 <= issued.0 => {
            let compared = if collected.0 == issued.0 { "As many" } else { "Fewer" };
            let than = if collected.0 == issued.0 { "as" } else { "than" };
            lines.push(Say(format!("{compared} ballots were collected {than} issued. The round is valid.")));
        }
        // The round is void, as the next step says.
        Some(_) => {}
    }
    Step { title: "The ballots collected, and whether the round is valid", lines }
}

pub(super) fn recess(script: &ChairScript<'_>) -> Step {
    let lines = vec![
        Say("I ask the scrutineers and tellers to count.".into()),
        Direction(
            "the scrutineers bring their key cards and the totals are opened; no ballot is opened singly"
                .into(),
        ),
        Say(format!("The sitting is adjourned. I ask the {} to stay near the hall.", names(script).voters)),
        Direction(signing(script)),
    ];
    Step { title: "Recess for the count", lines }
}

/// When the report is signed: after the lots, since it says what they came to.
fn signing(script: &ChairScript<'_>) -> String {
    let lots = match &script.end {
        Some(ScriptEnd::Result { lots, .. }) => !lots.is_empty(),
        Some(ScriptEnd::Void(_)) | None => script.rules.tie == TieRule::Lot,
    };
    let after = if lots {
        "; where candidates are tied at the cut, they do so after the lots, drawn when the sitting is resumed"
    } else {
        ""
    };
    format!(
        "when counted, the chief scrutineer, the scrutineers and the tellers sign the result report{after}"
    )
}

pub(super) fn result(script: &ChairScript<'_>) -> Step {
    let resumed = "The sitting is resumed.";
    let report = "I ask the chief scrutineer to report the result.";
    let mut lines = Vec::new();
    match &script.end {
        Some(ScriptEnd::Result { rows, lots, .. }) => {
            if lots.is_empty() {
                lines.push(Say(format!("{resumed} {report}")));
            } else {
                lines.push(Say(resumed.into()));
                lines.extend(lots.iter().flat_map(drawn));
                lines.push(Direction(
                    "the chief scrutineer, the scrutineers and the tellers sign the result report".into(),
                ));
                lines.push(Say(report.into()));
            }
            lines.push(Direction("the chief scrutineer reads out:".into()));
            lines.extend(rows.iter().map(|row| Item(votes(row))));
        }
        Some(ScriptEnd::Void(_)) | None => {
            lines.push(Say(format!("{resumed} {report}")));
            lines.push(Direction("the chief scrutineer reads out the result report".into()));
            if script.rules.tie == TieRule::Lot {
                lines.push(Direction(
                    "where candidates are tied at the cut, the scrutineers draw lots in public, and the report says so".into(),
                ));
            }
        }
    }
    Step { title: "Report of the result", lines }
}

/// Lots are drawn in public, and so within the sitting.
fn drawn(lots: &Lots) -> [Line; 2] {
    let (candidates, adopted) = (english_numbers(&lots.candidates), english_numbers(&lots.adopted));
    [
        Say(format!(
            "{candidates} are tied at the cut. By the measure, I ask the scrutineers to draw lots in public."
        )),
        Direction(format!(
            "the scrutineers draw lots in public; the lot falls on {adopted}, and the report says so"
        )),
    ]
}

fn votes(row: &ResultRow) -> String {
    let ResultRow { number, name, approve, .. } = row;
    let others = match (row.oppose, row.abstain) {
        (Some(oppose), Some(abstain)) => format!(", against {oppose}, abstained {abstain}"),
        _ => String::new(),
    };
    let lot = if row.verdict == Verdict::AdoptedByLot { "; adopted by lot" } else { "" };
    format!("No. {number}, {name}: for {approve}{others}{lot}.")
}

pub(super) fn declaration(script: &ChairScript<'_>) -> Step {
    let lines = match &script.end {
        Some(ScriptEnd::Result { date, adopted, cuts, further, pending, .. }) => {
            let mut lines: Vec<Line> =
                date.iter().map(|day| Direction(format!("declared on {}", date::english(*day)))).collect();
            lines.extend(adopted_lines(script, adopted));
            lines.extend(cuts.iter().map(|cut| Say(cut_said_by_chair(cut, Language::English))));
            lines.extend(pending.iter().map(|round| Say(still_called(round))));
            lines.extend(further.iter().map(|round| Say(called(round))));
            lines.extend(empty_seats(script));
            lines
        }
        Some(ScriptEnd::Void(_)) | None => open_declaration(script),
    };
    Step { title: "Declaring the result", lines }
}

fn adopted_lines(script: &ChairScript<'_>, adopted: &[AdoptedProject]) -> Vec<Line> {
    if adopted.is_empty() {
        return vec![Say(
            "By the count and the measure, I declare that no project is adopted in this round.".into(),
        )];
    }
    let projects = match adopted.len() {
        1 => "project".to_owned(),
        number => format!("{number} projects"),
    };
    let mut lines = vec![Say(declared(script, &projects))];
    let item = |(index, project): (usize, &AdoptedProject)| Item(format!("{}. {}", index + 1, project.name));
    lines.extend(adopted.iter().enumerate().map(item));
    lines
}

fn declared(script: &ChairScript<'_>, projects: &str) -> String {
    let year = script.heading.year;
    format!(
        "By the count and the measure, I declare the following {projects} adopted as livelihood projects of {year}:"
    )
}

/// What a round before called for and is still to be held.
fn still_called(FurtherRound { reason, candidates, seats }: &FurtherRound) -> String {
    let (numbers, left) = (english_numbers(candidates), english_seats_left(*seats));
    match reason {
        Why::Tie => {
            format!(
                "{numbers} were tied at the cut in a round before. A further round on them decides {left}."
            )
        }
        Why::TooFew => format!(
            "A round before adopted fewer projects than there are seats. A further round on {numbers} decides {left}."
        ),
    }
}

fn called(FurtherRound { reason, candidates, seats }: &FurtherRound) -> String {
    let (numbers, left) = (english_numbers(candidates), english_seats_left(*seats));
    match reason {
        Why::Tie => format!("{numbers} are tied at the cut. A further round decides {left}."),
        Why::TooFew => format!(
            "Fewer projects are adopted than there are seats. A further round on {numbers} decides {left}."
        ),
    }
}

/// Seats that stay empty, where no further round is held.
fn empty_seats(script: &ChairScript<'_>) -> Option<Line> {
    let empty = seats_left_empty(script);
    (empty > 0).then(|| Say(format!("Seats that stay empty: {empty}. No other vote is held on them.")))
}

/// The declaration before the result is known: places for the projects, and what else may have to be said.
fn open_declaration(script: &ChairScript<'_>) -> Vec<Line> {
    let mut lines = vec![Say(declared(script, &format!("{BLANK} projects")))];
    lines.extend((1..=script.seats.0).map(|number| Item(format!("{number}. {}.", BLANK.repeat(5)))));
    if calls_for_tie(script.rules) {
        lines.push(Direction("where candidates are tied at the cut:".into()));
        lines.push(Say(format!(
            "Nos. {BLANK} are tied at the cut. A further round decides the seats left: {BLANK}."
        )));
    }
    lines.push(Direction("where fewer are adopted than there are seats:".into()));
    if calls_for_too_few(script.rules) && script.round <= script.rules.further_rounds_at_most {
        lines.push(Say(format!(
            "Fewer projects are adopted than there are seats. A further round on Nos. {BLANK} decides the seats left: {BLANK}."
        )));
    } else {
        lines.push(Say(format!("Seats that stay empty: {BLANK}. No other vote is held on them.")));
    }
    lines
}

pub(super) fn resolution(script: &ChairScript<'_>) -> Step {
    let year = script.heading.year;
    let mut lines = Vec::new();
    if script.end.is_none() && (calls_for_tie(script.rules) || calls_for_too_few(script.rules)) {
        lines.push(Direction(
            "where a further round is to be held, that comes first; when all are held:".into(),
        ));
    }
    lines.push(Say(format!("The Resolution on the Livelihood Projects of {year} is now read out.")));
    lines.push(Direction("the resolution is read out".into()));
    Step { title: "Reading the resolution", lines }
}

pub(super) fn end(script: &ChairScript<'_>) -> Step {
    let voters = names(script).voters;
    let lines = if has_further_round(script) {
        vec![Say(format!(
            "I ask the staff to prepare the further round, and the {voters} to wait in the hall."
        ))]
    } else {
        vec![Say("This concludes the vote. Thank you.".into())]
    };
    Step { title: "Close", lines }
}

pub(super) fn void(script: &ChairScript<'_>, void: &Voided) -> Step {
    let names = names(script);
    // A measure that isn't passed yet is no ground for anything.
    let pending = script.measure_pending && *void == Voided::QuorumMissing;
    let ground = if pending { "By the rules" } else { "By the measure" };
    let (why, again) = match void {
        Voided::QuorumMissing => (
            format!("Fewer than {} are present. There is no quorum, and no poll can be held.", script.quorum),
            "It is voted again when enough are present.",
        ),
        Voided::MoreCollectedThanIssued => (
            "More ballots were collected than issued, and nothing is opened.".to_owned(),
            "We now prepare to vote again.",
        ),
        Voided::ByDecision { statement, .. } => (
            format!(
                "This round cannot go on. {} has decided on it, for this reason: {}",
                capital(names.presidium),
                if statement.is_empty() { format!("{}.", BLANK.repeat(4)) } else { stopped(statement) }
            ),
            "Whether it is voted again will be announced.",
        ),
    };
    let lines = vec![
        Say(why),
        Say(format!("{ground} I declare: this round is void. {again}")),
        Say("A round voted again has the same candidates and seats, and new slips and ballots; those of this round are no longer used.".into()),
        Direction("the scrutineers seal this round's slips and ballots and sign the report".into()),
        Say(format!("The sitting is adjourned. I ask the {} to stay near the hall.", names.voters)),
    ];
    Step { title: "Declaring the round void", lines }
}
