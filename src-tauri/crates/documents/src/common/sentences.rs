//! Sentences that both the measure and the chair say, so that they are the same.

use super::{
    proportions::{chinese_reaching, english_part},
    roles::roles,
    ruled::whole_limit,
};
use crate::chars::{JOINER, is_full_width_form, is_ideograph};
use messages::Language;
use procedure::{
    ballot::Selection,
    count::{Delegates, Seats},
    rules::{Base, Rules},
};

/// How many approvals a ballot may or must have.
pub(crate) fn limit(rules: &Rules, language: Language) -> String {
    match language {
        Language::Chinese => chinese_limit(rules),
        Language::English => english_limit(rules),
    }
}

fn chinese_limit(rules: &Rules) -> String {
    match (whole_limit(rules), rules.selection) {
        (Some(limit), Selection::AtMost) => format!("每张选票赞成的项目，不得超过{limit}个。"),
        (Some(limit), Selection::Exactly) => {
            format!("每张选票赞成的项目，应当恰好为{limit}个，不得多于或者少于此数。")
        }
        (None, Selection::AtMost) => "每张选票在每一类别中赞成的项目，不得超过该类别的应选项目数。".into(),
        (None, Selection::Exactly) => {
            "每张选票在每一类别中赞成的项目，应当恰好为该类别的应选项目数，不得多于或者少于此数。".into()
        }
    }
}

fn english_limit(rules: &Rules) -> String {
    match (whole_limit(rules), rules.selection) {
        (Some(limit), Selection::AtMost) => format!("A ballot may have no more than {}.", english_approvals(limit)),
        (Some(limit), Selection::Exactly) => {
            format!("A ballot must have exactly {}, neither more nor fewer.", english_approvals(limit))
        }
        (None, Selection::AtMost) => {
            "In each category a ballot may have no more approvals than the category has seats.".into()
        }
        (None, Selection::Exactly) => {
            "In each category a ballot must have just as many approvals as the category has seats, neither more nor fewer.".into()
        }
    }
}

/// The approvals with which a candidate passes; with the figure where it is known beforehand.
pub(crate) fn majority(rules: &Rules, delegates: Delegates, plurality: bool, language: Language) -> String {
    if plurality {
        return match language {
            Language::Chinese => {
                "候选项目的通过不设最低得票比例，以得赞成票多的通过；没有得到赞成票的，不得通过。".into()
            }
            Language::English => {
                "No least share of approvals is asked: those with the most approvals are adopted, and none without an approval.".into()
            }
        };
    }
    let majority = rules.majority;
    let base = roles(language, rules.body).base(majority.of, language);
    let least = majority.proportion.least(delegates.0).max(1);
    match (language, majority.of) {
        (Language::Chinese, Base::All) => {
            format!(
                "候选项目的赞成票{}，即{least}票以上的，方可通过。",
                chinese_reaching(majority.proportion, base)
            )
        }
        (Language::Chinese, _) => format!(
            "候选项目的赞成票{}的，方可通过。所称{base}，以该轮票决为准。",
            chinese_reaching(majority.proportion, base)
        ),
        (Language::English, Base::All) => format!(
            "A candidate passes with the approvals of {}, that is {least} or more.",
            english_part(majority.proportion, base)
        ),
        (Language::English, _) => format!(
            "A candidate passes with approvals from {}, counted in that round.",
            english_part(majority.proportion, base)
        ),
    }
}

/// The majority with which a candidate passes, as a report says it: a sentence without its stop.
#[must_use]
pub fn majority_demanded(rules: &Rules, language: Language) -> String {
    let base = roles(language, rules.body).base(rules.majority.of, language);
    let proportion = rules.majority.proportion;
    match language {
        Language::Chinese => format!("通过须赞成票{}", chinese_reaching(proportion, base)),
        Language::English => {
            format!("To be adopted, a project needs approvals from {}", english_part(proportion, base))
        }
    }
}

fn english_approvals(number: u32) -> String {
    format!("{number} {}", if number == 1 { "approval" } else { "approvals" })
}

/// Items side by side in an English sentence: 1, 2 and 3.
pub(crate) fn english_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [item] => item.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Candidates by their numbers: No. 4, or Nos. 2 and 3; the word stays with the first number.
pub(crate) fn english_numbers(numbers: &[String]) -> String {
    format!("{} {JOINER}{}", if numbers.len() == 1 { "No." } else { "Nos." }, english_list(numbers))
}

/// A number of seats.
pub(crate) fn english_seats(seats: Seats) -> String {
    format!("{seats} {}", if seats.0 == 1 { "seat" } else { "seats" })
}

/// The seats that a further round or lots decide.
pub(crate) fn english_seats_left(seats: Seats) -> String {
    if seats.0 == 1 { "the seat left".to_owned() } else { format!("the {seats} seats left") }
}

/// A sentence that somebody else wrote, with a stop at its end: that of its own script, which needn't be the document's.
pub(crate) fn stopped(text: &str) -> String {
    let text = text.trim();
    match text.chars().last() {
        Some('。' | '.' | '！' | '!' | '？' | '?') => text.to_owned(),
        Some(last) if is_ideograph(last) || is_full_width_form(last) => format!("{text}。"),
        _ => format!("{text}."),
    }
}
