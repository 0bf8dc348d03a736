//! The chair's script in English.

mod poll;
mod result;

use super::{
    Line::{Direction, Item, Say},
    ScriptWords, Step,
};
use crate::{
    ChairScript,
    words::{
        names::{joined, joined_list},
        roles::{Roles, roles},
        ruled::BLANK,
    },
};
use messages::Language;

pub(super) const WORDS: ScriptWords = ScriptWords {
    title: |year| format!("Chair's Script for the Vote on the Livelihood Projects of {year}"),
    number: |number| format!("{number}. "),
    opening: poll::opening,
    measure: poll::measure,
    scrutineers: poll::scrutineers,
    explanation: poll::explanation,
    empty_box: poll::empty_box,
    distribution: poll::distribution,
    voting: poll::voting,
    close: poll::close,
    collected: result::collected,
    recess: result::recess,
    result: result::result,
    declaration: result::declaration,
    resolution: result::resolution,
    end: result::end,
    void: result::void,
};

fn names(script: &ChairScript<'_>) -> Roles {
    roles(Language::English, script.heading.body)
}

/// Names as they are read out, or a place to fill them in.
fn listed(people: &[String]) -> String {
    if people.is_empty() { format!("{BLANK}{BLANK}") } else { joined_list(people, ", ") }
}

fn name(person: &str) -> String {
    if person.is_empty() { BLANK.to_owned() } else { joined(person) }
}

/// A word at the beginning of a sentence.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
