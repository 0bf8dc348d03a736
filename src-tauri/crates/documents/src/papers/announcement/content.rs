//! 公告.

use crate::Heading;
use chrono::NaiveDate;
use procedure::{count::Seats, number::CandidateNumber};

/// The announcement of the adopted projects (公告).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Whose announcement it is.
    pub heading: Heading,
    /// The announcement's number, such as 第3号; left out where none is given.
    pub number: String,
    /// The signing body as it is printed, such as 大会主席团.
    pub presidium: String,
    /// The day it is made; left to be filled in by hand where none is given.
    pub date: Option<NaiveDate>,
    /// How many projects were to be adopted (应选项目数).
    pub seats: Seats,
    /// How many rounds were held, from 1.
    pub rounds: u32,
    /// The adopted projects in the order of publication; at least one.
    pub adopted: Vec<AdoptedProject>,
}

/// A project that was adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdoptedProject {
    /// The candidate's number; it finds the project again in the list, and is not printed.
    pub number: CandidateNumber,
    /// The project's name.
    pub name: String,
    /// The category where the rules vote by category; otherwise empty.
    pub category: String,
}
