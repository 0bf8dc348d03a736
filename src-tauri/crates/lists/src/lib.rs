//! Lists of delegates, candidates and ballots from the tables that `sheets` reads, and their forms.
//!
//! How a list is read is said in `sheets::reading`; here is what the lists are about: their columns, and what their entries
//! are to the session.

mod ballots;
mod draft;
mod forms;
mod list;
mod spreadsheets;
mod template;

pub use ballots::{BallotRow, ballots};
pub use draft::{DraftRow, ListDraft};
pub use list::{List, ListKind, candidates, delegates, list_of, read};
pub use spreadsheets::{AttendanceRow, adopted_spreadsheet, attendance_spreadsheet, result_spreadsheet};
pub use template::{candidates_template, delegates_template};

/// What the fields of a list take at the most, in characters.
pub struct Limits;

impl Limits {
    /// A delegate's or a candidate's number.
    pub const NUMBER: usize = 32;
    /// A person's name, and a delegation's.
    pub const PERSON: usize = 60;
    /// A project's name, a place, a unit, a category or an origin.
    pub const NAME: usize = 200;
}
