//! Shared sentences and the grammar of numbers in English.

use super::{
    proportions::english_part,
    roles::Roles,
    sentences::{Limit, Majority},
};
use messages::Language;
use procedure::{count::Seats, fraction::Proportion, number::CandidateNumber};
use typeset::chars::JOINER;

pub(crate) fn limit(limit: Limit) -> String {
    match limit {
        Limit::AtMost(limit) => format!("A ballot may have no more than {}.", approvals(limit)),
        Limit::Exactly(limit) => {
            format!("A ballot must have exactly {}, neither more nor fewer.", approvals(limit))
        }
        Limit::AtMostSeatsOfCategory => {
            "In each category a ballot may have no more approvals than the category has seats.".to_owned()
        }
        Limit::ExactlySeatsOfCategory => "In each category a ballot must have just as many approvals as the category has seats, neither more nor fewer.".to_owned(),
    }
}

pub(crate) fn majority(majority: Majority, names: &Roles) -> String {
    match majority {
        Majority::Plurality => "No least share of approvals is asked: those with the most approvals are adopted, and none without an approval.".to_owned(),
        Majority::OfAll { share, least } => format!(
            "A candidate passes with the approvals of {}, that is {least} or more.",
            english_part(share, names.all)
        ),
        Majority::OfRound { share, base } => format!(
            "A candidate passes with approvals from {}, counted in that round.",
            english_part(share, names.base(base, Language::English))
        ),
    }
}

pub(crate) fn majority_demanded(share: Proportion, base: &str) -> String {
    format!("To be adopted, a project needs approvals from {}", english_part(share, base))
}

fn approvals(number: u32) -> String {
    format!("{number} {}", if number == 1 { "approval" } else { "approvals" })
}

/// Numbers side by side in a sentence: 1, 2 and 3.
pub(crate) fn list(items: &[CandidateNumber]) -> String {
    match items {
        [] => String::new(),
        [item] => item.to_string(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Candidates by their numbers: No. 4, or Nos. 2 and 3; the word stays with the first number.
pub(crate) fn numbers(numbers: &[CandidateNumber]) -> String {
    format!("{} {JOINER}{}", if numbers.len() == 1 { "No." } else { "Nos." }, list(numbers))
}

/// A number of seats.
pub(crate) fn seats(seats: Seats) -> String {
    format!("{seats} {}", if seats.0 == 1 { "seat" } else { "seats" })
}

/// The seats that a further round or lots decide.
pub(crate) fn seats_left(seats: Seats) -> String {
    if seats.0 == 1 { "the seat left".to_owned() } else { format!("the {seats} seats left") }
}

/// A text at the beginning of a sentence.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
