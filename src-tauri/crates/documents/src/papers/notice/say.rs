//! What the notice says.

use super::Notice;
use crate::common::ruled::{blank_paper_abstains, empty_box, takes_oppositions, whole_limit};
use procedure::{
    ballot::Selection,
    count::Seats,
    rules::{Category, CategoryBreach, Division, LateArrival, Rules},
};

/// A paragraph or an item: sentences side by side.
pub(super) type Paragraph<'a> = Vec<Sentence<'a>>;

/// What the notice says, with the facts of each sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sentence<'a> {
    Contest { candidates: usize, seats: Seats },
    ContestInCategory { candidates: usize, category: &'a str, seats: Seats },
    ContestInCategories { candidates: usize, categories: usize, seats: Seats },
    Place(&'a str),
    DrawSlip,
    ScanSlip,
    PressForEach,
    PressForApproved,
    AtMost(u32),
    Exactly(u32),
    AtMostInEach(&'a [Category]),
    ExactlyInEach(&'a [Category]),
    PressAgain,
    NotChosenAbstains,
    BlankMayBeCast,
    NoBlankBallot,
    CheckAndCast,
    TrackingCode,
    PutSlipAway,
    UnmarkedAbstains,
    UnclearMarkAbstains,
    BreachAbstainsInCategory(Selection),
    UnclearBallotIsVoid,
    BreachInAnyCategoryIsVoid(Selection),
    BreachIsVoid(Selection),
    BlankBallotAbstains,
    OneBallot,
    NoSlipAfterClose,
    NoCheckInOncePollIsOpen,
    DamagedSlip,
    MayCancel,
    Secret,
    AskStaff,
}

/// How many candidates and seats there are, and where to vote.
pub(super) fn opening<'a>(notice: &'a Notice<'_>) -> Paragraph<'a> {
    let (candidates, seats) = (notice.candidates, notice.seats);
    let contest = match notice.rules.division() {
        Division::Whole { .. } => Sentence::Contest { candidates, seats },
        Division::Categories(categories) => match &categories[..] {
            [category] => Sentence::ContestInCategory { candidates, category: &category.name, seats },
            categories => Sentence::ContestInCategories { candidates, categories: categories.len(), seats },
        },
    };
    let place = (!notice.place.is_empty()).then_some(Sentence::Place(&notice.place));
    std::iter::once(contest).chain(place).collect()
}

/// The steps at the kiosk.
pub(super) fn steps(rules: &Rules) -> Vec<Paragraph<'_>> {
    let press = if takes_oppositions(rules) { Sentence::PressForEach } else { Sentence::PressForApproved };
    let blank = match rules.selection {
        Selection::AtMost => Sentence::BlankMayBeCast,
        Selection::Exactly => Sentence::NoBlankBallot,
    };
    vec![
        vec![Sentence::DrawSlip],
        vec![Sentence::ScanSlip],
        vec![press, limit(rules), Sentence::PressAgain],
        vec![Sentence::NotChosenAbstains, blank],
        vec![Sentence::CheckAndCast],
        vec![Sentence::TrackingCode],
        vec![Sentence::PutSlipAway],
    ]
}

fn limit(rules: &Rules) -> Sentence<'_> {
    let categories: &[Category] = match rules.division() {
        Division::Whole { .. } => &[],
        Division::Categories(categories) => categories,
    };
    match (whole_limit(rules), rules.selection) {
        (Some(limit), Selection::AtMost) => Sentence::AtMost(limit),
        (Some(limit), Selection::Exactly) => Sentence::Exactly(limit),
        (None, Selection::AtMost) => Sentence::AtMostInEach(categories),
        (None, Selection::Exactly) => Sentence::ExactlyInEach(categories),
    }
}

/// What a paper ballot is worth.
pub(super) fn worth<'a>(rules: &Rules) -> Paragraph<'a> {
    let mut sentences = Vec::new();
    sentences.extend(empty_box(rules).is_none().then_some(Sentence::UnmarkedAbstains));
    sentences.push(Sentence::UnclearMarkAbstains);
    let breach = rules.selection;
    match (rules.division(), rules.category_breach) {
        (Division::Categories(_), CategoryBreach::Category) => {
            sentences.extend([Sentence::BreachAbstainsInCategory(breach), Sentence::UnclearBallotIsVoid]);
        }
        (Division::Categories(_), CategoryBreach::Ballot) => {
            sentences.push(Sentence::BreachInAnyCategoryIsVoid(breach));
        }
        (Division::Whole { .. }, CategoryBreach::Category | CategoryBreach::Ballot) => {
            sentences.push(Sentence::BreachIsVoid(breach));
        }
    }
    if rules.selection == Selection::AtMost && blank_paper_abstains(rules) {
        sentences.push(Sentence::BlankBallotAbstains);
    }
    sentences
}

/// What else to mind.
pub(super) fn cares<'a>(rules: &Rules) -> Vec<Paragraph<'a>> {
    let late = match rules.late_arrival {
        LateArrival::UntilClose => Sentence::NoSlipAfterClose,
        LateArrival::UntilOpen => Sentence::NoCheckInOncePollIsOpen,
    };
    vec![
        vec![Sentence::OneBallot, late],
        vec![Sentence::DamagedSlip],
        vec![Sentence::MayCancel],
        vec![Sentence::Secret],
        vec![Sentence::AskStaff],
    ]
}
