//! From the ballots collected to the end.

use super::{
    Line::{self, Direction, Item, Say},
    Sentence, Step, Title, has_further_round,
};
use crate::{
    AdoptedProject, ChairScript, Lots, ResultRow, ScriptEnd, Verdict, Voided,
    common::ruled::{calls_for_tie, calls_for_too_few, draws_lots},
};

pub(super) fn collected<'a>(script: &ChairScript<'_>) -> Step<'a> {
    let issued = script.ballots.map(|(issued, _)| issued);
    let collected = script.ballots.map(|(_, collected)| collected);
    let mut lines =
        vec![Say(vec![Sentence::ReportOnCollected]), Direction(Sentence::Collected { issued, collected })];
    match script.ballots {
        None => lines.extend([
            Direction(Sentence::WhereNotMoreCollected),
            Say(vec![Sentence::NotMoreCollected]),
            Direction(Sentence::WhereMoreCollected),
            Say(vec![Sentence::MoreCollectedVotedAgain]),
        ]),
        Some((issued, collected)) if collected.0 == issued.0 => {
            lines.push(Say(vec![Sentence::AsManyCollected]));
        }
        Some((issued, collected)) if collected.0 < issued.0 => {
            lines.push(Say(vec![Sentence::FewerCollected]));
        }
        // The round is void, as the next step says.
        Some(_) => {}
    }
    Step { title: Title::Collected, lines }
}

pub(super) fn recess<'a>(script: &ChairScript<'_>) -> Step<'a> {
    let after_lots = match &script.end {
        Some(ScriptEnd::Result { lots, .. }) => !lots.is_empty(),
        Some(ScriptEnd::Void(_)) | None => draws_lots(script.rules),
    };
    let lines = vec![
        Say(vec![Sentence::Count]),
        Direction(Sentence::KeysBrought { by_holders: script.by_holders }),
        Say(vec![Sentence::Adjourned]),
        Direction(Sentence::ReportSigned { after_lots }),
    ];
    Step { title: Title::Recess, lines }
}

pub(super) fn result<'a>(script: &'a ChairScript<'_>) -> Step<'a> {
    let lines = match &script.end {
        Some(ScriptEnd::Result { rows, lots, .. }) => {
            let mut lines = opening_of_report(lots);
            lines.push(Direction(Sentence::ResultReadOut));
            lines.extend(rows.iter().map(votes));
            lines
        }
        Some(ScriptEnd::Void(_)) | None => {
            let mut lines = vec![
                Say(vec![Sentence::Resumed, Sentence::ReportOnResult]),
                Direction(Sentence::ReportReadOut),
            ];
            lines.extend(draws_lots(script.rules).then_some(Direction(Sentence::WhereTiedByLots)));
            lines
        }
    };
    Step { title: Title::Result, lines }
}

/// Lots are drawn in public, and so within the sitting.
fn opening_of_report(lots: &[Lots]) -> Vec<Line<'_>> {
    if lots.is_empty() {
        return vec![Say(vec![Sentence::Resumed, Sentence::ReportOnResult])];
    }
    let mut lines = vec![Say(vec![Sentence::Resumed])];
    for Lots { candidates, adopted } in lots {
        lines.push(Say(vec![Sentence::DrawLots { candidates }]));
        lines.push(Direction(Sentence::LotsDrawn { adopted }));
    }
    lines.push(Direction(Sentence::ReportSignedAfterLots));
    lines.push(Say(vec![Sentence::ReportOnResult]));
    lines
}

fn votes(row: &ResultRow) -> Line<'_> {
    Item(Sentence::VotesOf {
        number: &row.number,
        name: &row.name,
        approve: row.approve,
        others: row.oppose.zip(row.abstain).map(|(oppose, abstain)| [oppose, abstain]),
        by_lot: row.verdict == Verdict::AdoptedByLot,
    })
}

pub(super) fn declaration<'a>(script: &'a ChairScript<'_>) -> Step<'a> {
    let lines = match &script.end {
        Some(ScriptEnd::Result { date, adopted, cuts, further, pending, .. }) => {
            let mut lines: Vec<Line<'_>> =
                date.iter().map(|day| Direction(Sentence::DeclaredOn(*day))).collect();
            lines.extend(adopted_lines(script, adopted));
            lines.extend(cuts.iter().map(|cut| Say(vec![Sentence::Cut(cut)])));
            lines.extend(pending.iter().map(|round| Say(vec![Sentence::StillCalled(round)])));
            lines.extend(further.iter().map(|round| Say(vec![Sentence::Called(round)])));
            let empty = seats_left_empty(script);
            lines.extend((empty > 0).then(|| Say(vec![Sentence::SeatsLeftEmpty(Some(empty))])));
            lines
        }
        Some(ScriptEnd::Void(_)) | None => open_declaration(script),
    };
    Step { title: Title::Declaration, lines }
}

fn adopted_lines<'a>(script: &ChairScript<'_>, adopted: &'a [AdoptedProject]) -> Vec<Line<'a>> {
    if adopted.is_empty() {
        return vec![Say(vec![Sentence::NothingAdopted])];
    }
    let declared = Sentence::Declared { year: script.heading.year, projects: Some(adopted.len()) };
    let item = |(index, project): (usize, &'a AdoptedProject)| {
        Item(Sentence::Adopted { number: index + 1, name: &project.name })
    };
    std::iter::once(Say(vec![declared])).chain(adopted.iter().enumerate().map(item)).collect()
}

/// The seats of this round that nobody takes and no further round decides.
fn seats_left_empty(script: &ChairScript<'_>) -> u32 {
    match &script.end {
        Some(ScriptEnd::Result { adopted, further, .. }) => {
            let taken = adopted.iter().map(|_| 1);
            let called = further.iter().map(|round| round.seats.0);
            taken.chain(called).fold(script.seats.0, u32::saturating_sub)
        }
        Some(ScriptEnd::Void(_)) | None => 0,
    }
}

/// The declaration before the result is known: places for the projects, and what else may have to be said.
fn open_declaration<'a>(script: &ChairScript<'_>) -> Vec<Line<'a>> {
    let mut lines = vec![Say(vec![Sentence::Declared { year: script.heading.year, projects: None }])];
    lines.extend((1..=script.seats.0).map(|number| Item(Sentence::AdoptedToFillIn { number })));
    if calls_for_tie(script.rules) {
        lines.extend([Direction(Sentence::WhereTied), Say(vec![Sentence::TieToFillIn])]);
    }
    lines.push(Direction(Sentence::WhereTooFew));
    let voted_again =
        calls_for_too_few(script.rules) && script.round.0 <= script.rules.further_rounds_at_most;
    lines.push(Say(vec![if voted_again {
        Sentence::TooFewToFillIn
    } else {
        Sentence::SeatsLeftEmpty(None)
    }]));
    lines
}

pub(super) fn resolution<'a>(script: &ChairScript<'_>) -> Step<'a> {
    let mut lines = Vec::new();
    if script.end.is_none() && (calls_for_tie(script.rules) || calls_for_too_few(script.rules)) {
        lines.push(Direction(Sentence::WhereFurtherRound));
    }
    lines.push(Say(vec![Sentence::ReadResolution { year: script.heading.year }]));
    lines.push(Direction(Sentence::ResolutionReadOut));
    Step { title: Title::Resolution, lines }
}

pub(super) fn end<'a>(script: &ChairScript<'_>) -> Step<'a> {
    let said = if has_further_round(script) { Sentence::PrepareFurtherRound } else { Sentence::Concluded };
    Step { title: Title::End, lines: vec![Say(vec![said])] }
}

pub(super) fn void<'a>(script: &ChairScript<'_>, void: &'a Voided) -> Step<'a> {
    let (why, again) = match void {
        Voided::QuorumMissing => {
            (Sentence::VoidForWantOfQuorum { quorum: script.quorum }, Sentence::AgainWhenEnoughPresent)
        }
        Voided::MoreCollectedThanIssued => (Sentence::VoidForMoreCollected, Sentence::AgainNow),
        Voided::ByDecision { statement, .. } => {
            let statement = Some(statement.as_str()).filter(|statement| !statement.is_empty());
            (Sentence::VoidByDecision { statement }, Sentence::AgainToBeAnnounced)
        }
    };
    // A measure that isn't passed yet is no ground for anything.
    let is_pending = script.measure_pending && *void == Voided::QuorumMissing;
    let ground = if is_pending { Sentence::VoidByRules } else { Sentence::VoidByMeasure };
    let lines = vec![
        Say(vec![why]),
        Say(vec![ground, again]),
        Say(vec![Sentence::NewSlips]),
        Direction(Sentence::SlipsSealed),
        Say(vec![Sentence::Adjourned]),
    ];
    Step { title: Title::Void, lines }
}
