//! What can be wrong with a cell of a list.

use messages::{Coded, coded_errors};
use sheets::FileProblem;
use std::fmt;

coded_errors! {
    /// What is wrong with a cell, a title or a row.
    pub enum CellProblem {
        /// A required cell is empty.
        Missing = "cell.missing",
        /// The number stands in an earlier row already.
        DuplicateNumber { first_row: u32 } = "cell.duplicate-number",
        /// Not an amount such as `1,234.56`.
        NotAnAmount = "cell.not-an-amount",
        /// An amount below zero.
        Negative = "cell.negative",
        /// An amount finer than a fen.
        TooFine = "cell.too-fine",
        /// An amount beyond what the program takes.
        TooMuch = "cell.too-much",
        /// More characters than the column takes.
        TooLong { length: usize, limit: usize } = "cell.too-long",
        /// Full-width digits, which look like others but are not the same number.
        FullWidth { suggestion: String } = "cell.full-width",
        /// A number of which a spreadsheet has kept 15 digits only.
        DigitsLost = "cell.digits-lost",
        /// A formula: its result can change, and may not be what was saved.
        Formula = "cell.formula",
        /// Merged cells: which rows or columns the value belongs to can't be told.
        Merged { area: String } = "cell.merged",
        /// An error of the spreadsheet, such as `#N/A`.
        SpreadsheetError = "cell.spreadsheet-error",
        /// A date where a text belongs; spreadsheets make dates of numbers such as 1-2.
        DateNotText = "cell.date-not-text",
        /// A character that can't be seen or printed.
        Character { code_point: String } = "cell.character",
        /// More than one line in a cell that takes one.
        SeveralLines = "cell.several-lines",
        /// Not a date in one of the accepted forms.
        NotADate { accepted: String } = "cell.not-a-date",
        /// Neither yes nor no.
        NotYesOrNo { accepted: String } = "cell.not-yes-or-no",
        /// Not a mark.
        NotAMark { accepted: String } = "cell.not-a-mark",
        /// Not a round's number, from 1.
        NotARound = "cell.not-a-round",
        /// A required column is not there; the finding stands at the row of titles.
        MissingColumn { title: String } = "cell.missing-column",
        /// A title that this list doesn't know.
        UnknownColumn { known: String } = "cell.unknown-column",
        /// A second column of the same meaning.
        DuplicateColumn { first: String } = "cell.duplicate-column",
        /// Values below an empty title.
        UntitledColumn = "cell.untitled-column",
        /// A row of a CSV with fewer or more fields than the row of titles.
        Ragged { expected: usize, found: usize } = "cell.ragged",
    }
}

/// A wrong cell, where a person finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The sheet's name; for a CSV the file's.
    pub sheet: String,
    /// The row as a spreadsheet numbers it, from 1.
    pub row: u32,
    /// The column's letter and its title as found, such as `C 姓名`; empty where the finding is about a whole row.
    pub column: String,
    /// The column's place, from 0; none where the finding is about a whole row.
    pub place: Option<u32>,
    /// The cell's value as found, shortened.
    pub value: String,
    /// What is wrong.
    pub problem: CellProblem,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {:?}: {}", self.sheet, self.row, self.column, self.value, self.problem)
    }
}

/// Why nothing was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// The file as a whole.
    File(FileProblem),
    /// These cells, from the top, in each row from the left; at least one, at most [`super::Limits::FINDINGS`].
    Cells(Vec<Finding>),
}

impl From<FileProblem> for ImportError {
    fn from(problem: FileProblem) -> Self {
        Self::File(problem)
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(problem) => problem.fmt(f),
            Self::Cells(findings) => {
                let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
        }
    }
}

impl std::error::Error for ImportError {}

impl Finding {
    /// The problem's stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }
}
