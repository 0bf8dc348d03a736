//! 决议.

use crate::{AdoptedProject, Heading};
use chrono::NaiveDate;
use procedure::count::Seats;

/// The resolution (决议) by which the congress decides the adopted projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// Whose resolution it is.
    pub heading: Heading,
    /// Whether it is a township's (乡镇), whose congress has no standing committee.
    pub township: bool,
    /// The document's number (发文字号), such as 南人发〔2026〕3号; left out where none is given.
    pub number: String,
    /// The day it was passed; left to be filled in by hand where none is given.
    pub date: Option<NaiveDate>,
    /// The signing body as it is printed; empty for the one that decides, by its own name.
    pub signer: String,
    /// The paragraph before the decision as the secretariat words it; empty for the usual one.
    pub preamble: String,
    /// How many projects were to be adopted (应选项目数).
    pub seats: Seats,
    /// How many rounds decided, from 1.
    pub rounds: u32,
    /// The adopted projects in the order of publication; at least one.
    pub adopted: Vec<AdoptedProject>,
}
