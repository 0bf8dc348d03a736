//! From the opening to the close of the poll.

use super::{
    Line::{self, Direction, Item, Say},
    Moment, Sentence, Step, Title, broken_off, voided,
};
use crate::{
    BrokenOff, ChairScript, Voided, Why,
    common::{
        ruled::{is_plurality, takes_oppositions},
        sentences::{Limit, Majority},
    },
};
use procedure::{
    ballot::Selection,
    number::RoundNumber,
    rules::{Category, Division, FurtherMajority, LateArrival},
};

pub(super) fn opening<'a>(script: &ChairScript<'_>) -> Step<'a> {
    let (delegates, present) = (script.delegates, script.present);
    let absent = present.map(|present| delegates.0.saturating_sub(present.0));
    let mut lines = vec![
        Say(vec![Sentence::Salutation]),
        Say(vec![reason(script)]),
        Say(vec![Sentence::Presence { delegates, present, absent }]),
    ];
    if script.quorum.0 > 0 {
        lines.extend(quorum(script));
    }
    Step { title: Title::Opening, lines }
}

/// Why the round is held.
fn reason<'a>(script: &ChairScript<'_>) -> Sentence<'a> {
    let ChairScript { round, seats, candidates, .. } = *script;
    match script.called_for {
        Some(Why::Tie) => Sentence::RoundForTie { round, candidates, seats },
        Some(Why::TooFew) => Sentence::RoundForTooFew { round, candidates, seats },
        None if round > RoundNumber::FIRST && script.measure_pending => {
            Sentence::AgainForWantOfQuorum { round, candidates, seats }
        }
        None if round > RoundNumber::FIRST => Sentence::AgainAfterVoid { round, candidates, seats },
        None => Sentence::FirstRound { year: script.heading.year, candidates, seats },
    }
}

/// Whether the present are enough.
fn quorum<'a>(script: &ChairScript<'_>) -> Vec<Line<'a>> {
    let asked = Say(vec![Sentence::QuorumAsked(script.quorum)]);
    let reached = Say(vec![Sentence::QuorumReached]);
    match (voided(script), script.present) {
        // The void step says the rest.
        (Some(Voided::QuorumMissing | Voided::ByDecision { at: BrokenOff::BeforePoll, .. }), _) => {
            vec![asked]
        }
        (None, None) => vec![
            asked,
            Direction(Sentence::WhereEnoughPresent),
            reached,
            Direction(Sentence::WhereTooFewPresent),
            Say(vec![Sentence::QuorumMissing]),
        ],
        (Some(Voided::MoreCollectedThanIssued | Voided::ByDecision { .. }), _) | (None, Some(_)) => {
            vec![asked, reached]
        }
    }
}

/// A vote by show of hands, with its figures to be filled in.
fn by_hands(passed: Sentence<'_>) -> [Line<'_>; 9] {
    [
        Say(vec![Sentence::HandsFor]),
        Direction(Sentence::WhenHandsCounted),
        Say(vec![Sentence::HandsAgainst]),
        Direction(Sentence::WhenHandsCounted),
        Say(vec![Sentence::HandsAbstaining]),
        Direction(Sentence::WhenHandsCounted),
        Say(vec![Sentence::HandsCounted]),
        Direction(Sentence::WhereRulesAreMet),
        Say(vec![passed]),
    ]
}

pub(super) fn measure<'a>(script: &ChairScript<'_>) -> Step<'a> {
    let mut lines = vec![Say(vec![Sentence::DraftMeasure { year: script.heading.year }])];
    lines.extend(by_hands(Sentence::MeasurePassed));
    Step { title: Title::Measure, lines }
}

pub(super) fn scrutineers<'a>(script: &'a ChairScript<'_>) -> Step<'a> {
    let ChairScript { chief, scrutineers, tellers, .. } = script;
    let mut lines = vec![Say(vec![Sentence::ScrutineersProposed { chief, scrutineers }])];
    lines.extend(by_hands(Sentence::ScrutineersPassed));
    lines.push(Say(vec![Sentence::TellersNamed(tellers)]));
    Step { title: Title::Scrutineers, lines }
}

pub(super) fn explanation<'a>(script: &'a ChairScript<'_>) -> Step<'a> {
    let rules = script.rules;
    let mut lines = Vec::new();
    if !script.measure_pending {
        let ChairScript { chief, scrutineers, tellers, .. } = script;
        lines.push(Say(vec![Sentence::SameScrutineers { chief, scrutineers, tellers }]));
    }
    let marks = if takes_oppositions(rules) { Sentence::ApproveOpposeAbstain } else { Sentence::ApproveOnly };
    lines.push(Say(vec![Sentence::SecretBallot, marks]));
    lines.push(Say(vec![Sentence::Limit(Limit::of(rules))]));
    lines.extend(seats_of_categories(rules.division()));
    lines.push(Say(vec![match rules.selection {
        Selection::AtMost => Sentence::BlankBallotIsValid,
        Selection::Exactly => Sentence::NoOtherNumber { paper: script.paper },
    }]));
    let majority = Majority::of(rules, script.delegates, asks_no_majority(script));
    lines.push(Say(vec![Sentence::Majority(majority)]));
    lines.push(Say(vec![Sentence::Questions]));
    lines.push(Direction(Sentence::WhenQuestionsAnswered));
    Step { title: Title::Explanation, lines }
}

/// Whether the most approvals are adopted in this round without a threshold.
fn asks_no_majority(script: &ChairScript<'_>) -> bool {
    let further = match script.called_for {
        None => FurtherMajority::Same,
        Some(Why::Tie) => script.rules.tie_majority,
        Some(Why::TooFew) => script.rules.too_few_majority,
    };
    further == FurtherMajority::Plurality || is_plurality(script.rules.majority)
}

/// The limits of several categories; that of a single one has been said.
fn seats_of_categories<'a>(division: &'a Division) -> Vec<Line<'a>> {
    match division {
        Division::Categories(categories) if categories.len() > 1 => {
            let item = |Category { name, seats }: &'a Category| {
                Item(Sentence::SeatsOfCategory { name, seats: *seats })
            };
            categories.iter().map(item).collect()
        }
        Division::Whole { .. } | Division::Categories(_) => Vec::new(),
    }
}

pub(super) fn empty_box<'a>() -> Step<'a> {
    let lines = vec![
        Say(vec![Sentence::InspectBox]),
        Direction(Sentence::BoxInspected),
        Say(vec![Sentence::ReportOnBox]),
        Direction(Sentence::BoxReportedEmpty),
    ];
    Step { title: Title::EmptyBox, lines }
}

pub(super) fn distribution<'a>(script: &ChairScript<'_>) -> Step<'a> {
    let late = match script.rules.late_arrival {
        LateArrival::UntilClose => Sentence::LateMayVote,
        LateArrival::UntilOpen => Sentence::LateMayNotVote,
    };
    let mut lines = vec![
        Say(vec![Sentence::HandOut { paper: script.paper }]),
        Direction(Sentence::WhenHandedOut),
        Say(vec![Sentence::ReportOnHandedOut]),
        Direction(handed_out(script)),
    ];
    match is_rightly_issued(script) {
        Some(true) => lines.push(Say(vec![Sentence::RightlyIssued, late])),
        Some(false) => lines.push(Say(vec![late])),
        None => {
            lines.extend([Direction(Sentence::WhereRightlyIssued), Say(vec![Sentence::RightlyIssued, late])]);
        }
    }
    Step { title: Title::Distribution, lines }
}

/// What the chief scrutineer reports: those present and what they were handed, at one moment.
fn handed_out<'a>(script: &ChairScript<'_>) -> Sentence<'a> {
    let at = match (came_late(script), broken_off(script)) {
        (false, _) => Moment::Opening,
        (true, None | Some(BrokenOff::Closed)) => Moment::Close,
        (true, Some(BrokenOff::BeforePoll | BrokenOff::Polling)) => Moment::BrokenOff,
    };
    Sentence::HandedOut {
        at,
        paper: script.paper,
        present: script.handed_out.map(|(present, _)| present).or(script.present),
        issued: script.handed_out.map(|(_, issued)| issued),
    }
}

/// Whether some came after the poll was opened, so that the figures of the close are others.
fn came_late(script: &ChairScript<'_>) -> bool {
    let opened_with = script.present.map(|present| present.0);
    script.handed_out.is_some_and(|(present, _)| opened_with.is_some_and(|opened| opened != present.0))
}

/// Whether no more was handed out than delegates are present; unknown before it is over.
fn is_rightly_issued(script: &ChairScript<'_>) -> Option<bool> {
    script.handed_out.map(|(present, issued)| issued.0 <= present.0)
}

pub(super) fn voting<'a>(script: &ChairScript<'_>) -> Step<'a> {
    let mut lines = vec![Say(vec![Sentence::PollOpen])];
    match broken_off(script) {
        Some(BrokenOff::Polling) => lines.push(Direction(Sentence::VotingBrokenOff)),
        Some(BrokenOff::BeforePoll | BrokenOff::Closed) | None => lines.extend([
            Say(vec![Sentence::ScrutineersVote]),
            Direction(Sentence::WhenScrutineersVoted),
            Say(vec![Sentence::RostrumVotes]),
            Direction(Sentence::WhenRostrumVoted),
            Say(vec![Sentence::OthersVote]),
            Direction(Sentence::WhenOthersVoted),
        ]),
    }
    Step { title: Title::Voting, lines }
}

pub(super) fn close<'a>(script: &ChairScript<'_>) -> Step<'a> {
    let paper = script.paper;
    let lines = vec![
        Say(vec![Sentence::WhoHasNotVoted]),
        Direction(Sentence::WhenAllVoted),
        Say(vec![Sentence::PollClosed { paper }]),
        Direction(Sentence::BoxCompared { paper }),
    ];
    Step { title: Title::Close, lines }
}
