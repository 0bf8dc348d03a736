//! 会议记录.

use crate::Heading;
use chrono::{DateTime, FixedOffset};
use std::fmt;

/// The minutes of the vote (票决过程记录): every act of office, as the audit log has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// Whose minutes they are.
    pub heading: Heading,
    /// Where it was held; empty where none is given.
    pub place: String,
    /// Who presided over what, by role.
    pub chief: String,
    /// The other scrutineers.
    pub scrutineers: Vec<String>,
    /// The tellers.
    pub tellers: Vec<String>,
    /// The acts in the order of the log; at least one.
    pub acts: Vec<MinutesAct>,
}

/// One act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinutesAct {
    /// The log's number of it.
    pub number: ActNumbers,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who did it, and who witnessed it where two were asked for.
    pub by: Vec<String>,
    /// What was done, in the document's language, as a sentence with its full stop.
    pub what: String,
}

/// The log's numbers of an act, from 1: more than one where acts are drawn together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActNumbers {
    /// The first.
    pub first: u32,
    /// The last.
    pub last: u32,
}

impl From<u32> for ActNumbers {
    fn from(number: u32) -> Self {
        Self { first: number, last: number }
    }
}

impl fmt::Display for ActNumbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, last } = self;
        if first == last { write!(f, "{first}") } else { write!(f, "{first}–{last}") }
    }
}
