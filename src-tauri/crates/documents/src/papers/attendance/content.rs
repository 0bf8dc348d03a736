//! 签到表、出席代表报告单.

use crate::Heading;
use chrono::NaiveDate;
use procedure::{
    count::Delegates,
    fraction::Proportion,
    number::{DelegateNumber, RoundNumber},
};

/// The attendance sheet (签到表): the roster by delegation, with a place to sign for each delegate in office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceSheet {
    /// Whose sheet it is.
    pub heading: Heading,
    /// The round, from 1.
    pub round: RoundNumber,
    /// The delegations in the roster's order; at least one, none empty.
    pub delegations: Vec<SigningDelegation>,
}

/// A delegation that signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningDelegation {
    /// The delegation's name; empty where the roster names none.
    pub name: String,
    /// Numbers and names of its delegates in office, in the roster's order.
    pub delegates: Vec<(DelegateNumber, String)>,
}

/// The report on how many delegates attend (出席代表报告单), with the quorum. It is refused unless its figures add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceReport {
    /// Whose report it is.
    pub heading: Heading,
    /// The round, from 1.
    pub round: RoundNumber,
    /// The day; left to be filled in by hand where none is given.
    pub date: Option<NaiveDate>,
    /// 全体代表 (D).
    pub delegates: Delegates,
    /// 实到代表 (P).
    pub present: Delegates,
    /// The fewest that make a quorum.
    pub quorum: Delegates,
    /// The quorum as the rules ask it.
    pub quorum_rule: Proportion,
    /// The delegations in the roster's order; their figures add up to those above.
    pub delegations: Vec<DelegationPresence>,
    /// The chief scrutineer, who signs.
    pub chief: String,
}

/// How many of a delegation attend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DelegationPresence {
    /// The delegation's name.
    pub name: String,
    /// In office.
    pub delegates: Delegates,
    /// Present.
    pub present: Delegates,
}
