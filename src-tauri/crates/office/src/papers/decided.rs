//! What the rounds of a session adopted.

use super::session::Documents;
use chrono::NaiveDate;
use documents::AdoptedProject;
use procedure::{
    candidate::Candidate,
    count::counted,
    round::{Counted, Round},
    rules::{Division, Order},
};

/// Those that the rounds adopted so far, in the order of publication.
pub(super) fn adopted<'a>(session: &'a Documents<'_>) -> Vec<&'a Candidate> {
    let mut adopted: Vec<&Candidate> = session.counted().flat_map(adopted_in).collect();
    let whole = session.rounds.first().map(Round::contest);
    if let Some(contest) = whole.filter(|contest| contest.rules.order == Order::List) {
        let place = |project: &Candidate| {
            contest.list.candidates().iter().position(|candidate| candidate.number == project.number)
        };
        adopted.sort_by_cached_key(|project| place(project));
    }
    adopted
}

/// The same as a document lists them.
pub(super) fn adopted_projects(session: &Documents<'_>) -> Vec<AdoptedProject> {
    let by_category = session
        .rounds
        .first()
        .is_some_and(|round| matches!(round.contest().rules.division(), Division::Categories(_)));
    adopted(session).into_iter().map(|candidate| adopted_project(candidate, by_category)).collect()
}

/// How many rounds decided.
pub(super) fn rounds_held(session: &Documents<'_>) -> u32 {
    counted(session.counted().count())
}

/// The day on which the last round was announced.
pub(super) fn announced_on(session: &Documents<'_>) -> Option<NaiveDate> {
    match session.rounds.last()? {
        Round::Announced(announced) => Some(announced.announced_on),
        Round::Draft(_)
        | Round::Adopted(_)
        | Round::Sealed(_)
        | Round::CheckIn(_)
        | Round::Polling(_)
        | Round::Suspended(_)
        | Round::Closed(_)
        | Round::Counted(_)
        | Round::Confirmed(_)
        | Round::Void(_) => None,
    }
}

/// Whom a round adopted, by votes and then by lot.
pub(super) fn adopted_in(counted: &Counted) -> Vec<&Candidate> {
    let drawn = counted.decision.drawn();
    let numbers = counted.decision.adopted.iter().chain(&drawn);
    numbers.filter_map(|number| counted.contest().list.find(number)).collect()
}

/// An adopted project as a document lists it.
pub(super) fn adopted_project(candidate: &Candidate, by_category: bool) -> AdoptedProject {
    AdoptedProject {
        number: candidate.number.clone(),
        name: candidate.name.clone(),
        category: if by_category { candidate.category.clone() } else { String::new() },
    }
}
