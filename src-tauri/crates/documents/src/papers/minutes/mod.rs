//! 会议记录.

mod arrange;
mod content;
mod en;
mod zh;

pub use arrange::minutes;
pub use content::{ActNumbers, Minutes, MinutesAct};

use messages::Language;

/// One language's words.
pub(crate) struct Labels {
    pub title: fn(i32) -> String,
    pub place: &'static str,
    pub chief: &'static str,
    pub scrutineers: &'static str,
    pub tellers: &'static str,
    pub number: &'static str,
    pub time: &'static str,
    pub by: &'static str,
    pub witness: fn(&str) -> String,
    pub what: &'static str,
    /// The place where who keeps the minutes signs.
    pub recorder: &'static str,
}

pub(crate) const fn labels(language: Language) -> &'static Labels {
    match language {
        Language::Chinese => &zh::LABELS,
        Language::English => &en::LABELS,
    }
}
