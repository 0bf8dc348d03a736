//! Articles on who votes, how, and what a ballot is worth.

use super::{Article, Basis, Others, Paragraph, Sentence};
use crate::{
    Body, VotingMeasure,
    common::{
        ruled::{blank_paper_abstains, empty_box, takes_oppositions},
        sentences::Limit,
    },
};
use procedure::{
    ballot::{Mark, Selection},
    fraction::Proportion,
    rules::{CategoryBreach, Division, LateArrival, Rules},
};

pub(super) fn purpose<'a>(measure: &'a VotingMeasure<'_>) -> Article<'a> {
    if !measure.purpose.trim().is_empty() {
        return vec![vec![Sentence::OwnPurpose(measure.purpose.trim())]];
    }
    let voters = measure.heading.body;
    let basis = match voters {
        Body::StreetAssembly => Basis::ProvisionsInForce,
        Body::Congress | Body::StandingCommittee => Basis::OrganicLaw,
    };
    vec![vec![Sentence::Purpose { year: measure.heading.year, voters, basis }]]
}

pub(super) fn voters<'a>(measure: &'a VotingMeasure<'_>) -> Article<'a> {
    let heading = &measure.heading;
    vec![vec![Sentence::Voters {
        year: heading.year,
        congress: &heading.congress,
        session: &heading.session,
        voters: heading.body,
        delegates: measure.delegates,
    }]]
}

pub(super) fn seats<'a>(measure: &'a VotingMeasure<'_>) -> Article<'a> {
    let (candidates, seats, margin) = (measure.candidates, measure.seats, measure.rules.margin.into());
    match measure.rules.division() {
        Division::Whole { .. } => {
            let equal = usize::try_from(seats.0) == Ok(candidates);
            let of_seats = if equal {
                Sentence::AsManyCandidatesAsSeats { candidates, seats }
            } else {
                Sentence::MoreCandidatesThanSeats { candidates, seats }
            };
            vec![vec![
                of_seats,
                Sentence::LeastCandidates { margin, least: least_candidates(measure.rules, seats.0) },
            ]]
        }
        Division::Categories(categories) => {
            let mut paragraphs = vec![vec![Sentence::SeatsByCategory { candidates, seats, margin }]];
            for (number, category) in (1_u32..).zip(categories) {
                paragraphs.push(vec![Sentence::SeatsOfCategory {
                    number,
                    name: &category.name,
                    seats: category.seats,
                    least: least_candidates(measure.rules, category.seats.0),
                    is_last: paragraphs.len() == categories.len(),
                }]);
            }
            paragraphs
        }
    }
}

fn least_candidates(rules: &Rules, seats: u32) -> u32 {
    seats.saturating_add(rules.margin.least_at_least(seats))
}

pub(super) fn quorum<'a>(measure: &VotingMeasure<'_>) -> Article<'a> {
    let least = measure.rules.quorum_of(measure.delegates);
    let asked = match measure.rules.quorum {
        Proportion::AtLeast(fraction) if fraction.numerator() == 0 => vec![Sentence::NoQuorum],
        Proportion::MoreThan(fraction) if fraction.numerator() == 0 => {
            vec![Sentence::LeastPresent { least }, Sentence::QuorumVerified]
        }
        share @ (Proportion::AtLeast(_) | Proportion::MoreThan(_)) => {
            vec![Sentence::Quorum { share, least }, Sentence::QuorumVerified]
        }
    };
    let late = match measure.rules.late_arrival {
        LateArrival::UntilClose => Sentence::LateMayVote,
        LateArrival::UntilOpen => Sentence::LateMayNotVote,
    };
    vec![asked, vec![late]]
}

pub(super) fn scrutineers<'a>(measure: &VotingMeasure<'_>) -> Article<'a> {
    let others = match measure.scrutineers {
        0 => Some(Others::Unknown),
        1 => None,
        scrutineers => Some(Others::Number(scrutineers - 1)),
    };
    let tellers = Some(measure.tellers).filter(|tellers| *tellers > 0);
    vec![vec![Sentence::Scrutineers { others, tellers }], vec![Sentence::ScrutineersWatch]]
}

pub(super) fn secret_ballot<'a>() -> Article<'a> {
    vec![vec![Sentence::SecretBallot], vec![Sentence::PaperInPlaceOfSlip], vec![Sentence::NobodyLooks]]
}

pub(super) fn one_ballot<'a>() -> Article<'a> {
    vec![vec![Sentence::OneBallot], vec![Sentence::LostSlip]]
}

pub(super) fn marking<'a>(measure: &VotingMeasure<'_>) -> Article<'a> {
    let rules = measure.rules;
    let marks = if takes_oppositions(rules) { Sentence::ApproveOpposeAbstain } else { Sentence::ApproveOnly };
    let kiosk = match rules.selection {
        Selection::AtMost => Sentence::KioskRefusesMore,
        Selection::Exactly => Sentence::KioskRefusesOtherNumber,
    };
    vec![vec![marks, Sentence::NotChosenAtKiosk, Sentence::Limit(Limit::of(rules))], vec![kiosk]]
}

pub(super) fn paper<'a>(measure: &VotingMeasure<'a>) -> Article<'a> {
    let rules = measure.rules;
    let legend = rules.legend();
    let mut signs = vec![(Mark::Approve, legend.approve.as_str())];
    if takes_oppositions(rules) {
        signs.push((Mark::Oppose, &legend.oppose));
    }
    signs.push((Mark::Abstain, &legend.abstain));
    let mut sentences = vec![Sentence::PaperSigns(signs)];
    sentences.extend(empty_box(rules).is_none().then_some(Sentence::UnmarkedAbstains));
    sentences.push(Sentence::OtherSign);
    sentences.extend((!takes_oppositions(rules)).then_some(Sentence::OtherThanApprovalAbstains));
    sentences.push(Sentence::UnclearMark);
    vec![sentences]
}

pub(super) fn validity<'a>(rules: &Rules) -> Article<'a> {
    let breach = rules.selection;
    let mut paragraphs = match (rules.division(), rules.category_breach) {
        (Division::Categories(_), CategoryBreach::Category) => {
            vec![vec![Sentence::UnclearBallotIsVoid], vec![Sentence::BreachAbstainsInCategory(breach)]]
        }
        (Division::Categories(_), CategoryBreach::Ballot) => {
            vec![vec![Sentence::BreachInAnyCategoryIsVoid(breach)]]
        }
        (Division::Whole { .. }, CategoryBreach::Category | CategoryBreach::Ballot) => {
            vec![vec![Sentence::BreachIsVoid(breach)]]
        }
    };
    paragraphs.push(worth(rules));
    paragraphs
}

/// What a blank ballot is worth, who decides in doubt, and what counts as collected. Where a ballot must have a number of
/// approvals, a blank one is void.
fn worth<'a>(rules: &Rules) -> Paragraph<'a> {
    let blank = match (rules.selection, blank_paper_abstains(rules)) {
        (Selection::AtMost, true) => Some(Sentence::BlankPaperAbstains),
        (Selection::Exactly, true) => None,
        (Selection::AtMost | Selection::Exactly, false) => Some(Sentence::BlankPaperBySigns),
    };
    let collected = match rules.selection {
        Selection::AtMost => Sentence::VoidAndBlankCollected,
        Selection::Exactly => Sentence::VoidCollected,
    };
    blank.into_iter().chain([Sentence::DoubtfulBallot, collected]).collect()
}

pub(super) fn poll<'a>(measure: &VotingMeasure<'_>) -> Article<'a> {
    let cards = Some(measure.cards).filter(|cards| *cards > 0);
    vec![
        vec![Sentence::EmptyBox],
        vec![Sentence::KeyCards {
            by_holders: measure.by_holders,
            cards,
            threshold: cards.map(|_| measure.threshold),
            fewest: measure.rules.fewest_ballots.number(),
        }],
    ]
}
