//! The chair's script in Chinese.

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
        numerals::chinese,
        roles::{Roles, roles},
        ruled::BLANK,
    },
};
use messages::Language;

pub(super) const WORDS: ScriptWords = ScriptWords {
    title: |year| format!("{year}年民生实事项目票决主持词"),
    number: |number| format!("{}、", chinese(u32::try_from(number).unwrap_or(u32::MAX))),
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
    roles(Language::Chinese, script.heading.body)
}

/// Names as they are read out, or a place to fill them in.
fn listed(people: &[String]) -> String {
    if people.is_empty() { format!("{BLANK}{BLANK}") } else { joined_list(people, "、") }
}

fn name(person: &str) -> String {
    if person.is_empty() { BLANK.to_owned() } else { joined(person) }
}
