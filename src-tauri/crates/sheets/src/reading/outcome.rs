//! What reading a list comes to.

use super::codes::{CellProblem, ChangeCode, LeftOutCode, Problem, QuestionCode};
use crate::{FileProblem, table::letters};
use chrono::NaiveDate;
use messages::Coded;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A row of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileRow {
    /// The place of its sheet among the file's, from 0.
    pub sheet: usize,
    /// Its number, as a spreadsheet counts, from 1.
    pub row: u32,
}

/// A value that is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// A text, never empty.
    Text(String),
    /// An amount, in fen.
    Amount(u64),
    /// A day.
    Day(NaiveDate),
    /// Yes or no.
    YesNo(bool),
}

/// An entry of the list: for each column of the form what it holds, if anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its row.
    pub at: FileRow,
    /// The column of its name in the file, from 0.
    pub column: u32,
    /// The columns of its fields in the file, by the places of the form's columns.
    pub columns: BTreeMap<usize, u32>,
    /// What it holds, by the places of the form's columns.
    pub values: Vec<Option<Held>>,
}

/// A column of the file, and what it is read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnRead {
    /// Its place, from 0.
    pub column: u32,
    /// Its title, as found.
    pub title: String,
    /// The field; none where it is set aside.
    pub field: Option<&'static str>,
}

/// A value that isn't taken as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The row.
    pub at: FileRow,
    /// The column in the file, from 0.
    pub column: u32,
    /// What was done.
    pub code: ChangeCode,
    /// What is written.
    pub from: String,
    /// What is taken.
    pub to: String,
}

/// A row that is no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The row.
    pub at: FileRow,
    /// Why.
    pub code: LeftOutCode,
}

/// What a person is asked, once for all rows of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub code: QuestionCode,
    /// The rows; empty where it is about the file.
    pub rows: Vec<FileRow>,
    /// What it is about in particular: a word, a name.
    pub about: String,
    /// What may be answered.
    pub choices: Vec<String>,
    /// The answer that is safe, where one is.
    pub proposal: Option<String>,
    /// What was answered.
    pub answer: Option<String>,
}

impl Question {
    /// The word that is asked about, in small letters; none for another question.
    #[must_use]
    pub fn word(&self) -> Option<&str> {
        (self.code == QuestionCode::UnknownWord).then_some(self.about.as_str())
    }

    /// By which it is answered: the code and the first row, or the code alone where there is no row.
    #[must_use]
    pub fn id(&self) -> String {
        match self.first_row() {
            Some(row) => format!("{}@{row}", self.code.code()),
            None => self.code.code().to_owned(),
        }
    }

    /// The number of its first row.
    #[must_use]
    pub fn first_row(&self) -> Option<u32> {
        self.rows.first().map(|at| at.row)
    }

    /// The numbers of its rows.
    #[must_use]
    pub fn row_numbers(&self) -> Vec<u32> {
        self.rows.iter().map(|at| at.row).collect()
    }
}

/// Something wrong, where a person finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The sheet's name; for a CSV the file's.
    pub sheet: String,
    /// The row; none where it is about the file.
    pub at: Option<FileRow>,
    /// The column's place, from 0; none where it is about a whole row.
    pub place: Option<u32>,
    /// The column's title, as found.
    pub title: String,
    /// The value as found, shortened.
    pub value: String,
    /// What is wrong.
    pub problem: Problem,
}

impl Finding {
    /// The finding of a file that can't be read.
    #[must_use]
    pub fn of_file(problem: FileProblem) -> Self {
        let (sheet, title, value) = (String::new(), String::new(), String::new());
        Self { sheet, at: None, place: None, title, value, problem: Problem::File(problem) }
    }

    /// The finding of a sheet in which nothing fits.
    #[must_use]
    pub fn of_sheet(sheet: &str, problem: CellProblem) -> Self {
        let (title, value) = (String::new(), String::new());
        let problem = Problem::Cell(problem);
        Self { sheet: sheet.to_owned(), at: None, place: None, title, value, problem }
    }

    /// The number of its row, from 1.
    #[must_use]
    pub fn row(&self) -> Option<u32> {
        self.at.map(|at| at.row)
    }

    /// The stable code of what is wrong.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// The column as a person finds it: `C 姓名`; empty where the finding is about a whole row.
    #[must_use]
    pub fn column(&self) -> String {
        let label = |place| format!("{} {}", letters(place), self.title);
        self.place.map(label).unwrap_or_default().trim_end().to_owned()
    }
}

/// A sheet that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetRead {
    /// Its place among the file's, from 0.
    pub sheet: usize,
    /// The first and the last row of its titles, from 1; none for a list without titles.
    pub titles: Option<(u32, u32)>,
}

/// All that reading a list came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The name of the sheet that was read, or of several; none while it is open which, and where none can be read.
    pub sheet: Option<String>,
    /// The sheets that were read.
    pub sheets: Vec<SheetRead>,
    /// The columns, from the left; those of further sheets that differ, behind those of the first.
    pub columns: Vec<ColumnRead>,
    /// The entries, in the order of the list, without those of a finding. Where a question is open, its proposal is taken.
    pub entries: Vec<Entry>,
    /// The changes, from the top.
    pub changes: Vec<Change>,
    /// The rows that are no entry, from the top.
    pub left_out: Vec<LeftOut>,
    /// The questions, answered ones as well.
    pub questions: Vec<Question>,
    /// What is wrong, from the top.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// The questions that nobody has answered yet.
    pub fn open_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.answer.is_none())
    }

    /// The row of titles of the first sheet that was read, from 1; none for a list without titles.
    #[must_use]
    pub fn title_row(&self) -> Option<u32> {
        self.sheets.first()?.titles.map(|(first, _)| first)
    }

    /// Whether the list can be taken as it is.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.findings.is_empty() && self.open_questions().next().is_none()
    }
}
