//! 会议记录.

use super::Heading;
use chrono::{DateTime, FixedOffset};

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
    /// The log's number of it, from 1.
    pub number: u32,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who did it, and who witnessed it where two were asked for.
    pub by: Vec<String>,
    /// What was done, in the document's language, as a sentence with its full stop.
    pub what: String,
}
