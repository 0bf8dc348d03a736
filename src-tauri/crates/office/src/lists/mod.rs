//! Import of delegates, candidates and ballots from .xlsx and .csv, and the empty forms for them.
//!
//! A file somebody hands over is hostile until it is parsed: its size, what it unpacks to, its rows, columns and texts
//! are all bounded ([`sheets::Limits`]), and nothing is taken from it by guessing. Every wrong cell is reported at once, with
//! its place; a file with a wrong cell gives no values at all.

mod ballots;
mod candidates;
mod cell;
mod columns;
mod delegates;
mod draft;
mod problem;
mod rows;
mod spreadsheets;
mod template;

pub use ballots::{BallotRow, ballots};
pub use candidates::candidates;
pub use delegates::delegates;
pub use draft::{DraftRow, ImportDraft, List, ListKind};
pub use problem::{CellProblem, Finding, ImportError};
pub use spreadsheets::{AttendanceRow, adopted_spreadsheet, attendance_spreadsheet, result_spreadsheet};
pub use template::{TemplateError, candidates_template, delegates_template};

/// What the fields of a list take at the most, in characters.
pub struct Limits;

impl Limits {
    /// A delegate's or a candidate's number.
    pub const NUMBER: usize = 32;
    /// A person's name, and a delegation's.
    pub const PERSON: usize = 60;
    /// A project's name, a place, a unit, a category or an origin.
    pub const NAME: usize = 200;
    /// Findings reported of a file: a file with more of them is no such list.
    pub const FINDINGS: usize = 10_000;
}
