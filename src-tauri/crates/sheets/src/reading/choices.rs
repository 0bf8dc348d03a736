//! What a person has chosen, and what is remembered for the next list.

use super::outcome::FileRow;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question's code.
    pub code: String,
    /// The first row of the question; none for every question of the code.
    pub row: Option<u32>,
    /// One of its choices.
    pub choice: String,
}

/// What a secretariat has said of its lists, for its next list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// Fields by the titles of their columns, as found and without spaces; none for a column that is set aside.
    pub titles: BTreeMap<String, Option<String>>,
    /// Words, and whether they mean yes.
    pub words: BTreeMap<String, bool>,
}

/// What a person has chosen for a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// The sheet.
    pub sheet: Option<String>,
    /// The row of titles, from 1.
    pub title_row: Option<u32>,
    /// Fields by the places of their columns, from 0; none for a column that is set aside.
    pub columns: BTreeMap<u32, Option<String>>,
    /// Rows that are left out of every sheet that is read, by their numbers.
    pub left_out: BTreeSet<u32>,
    /// Rows of one sheet that are left out.
    pub left_out_of_sheet: BTreeSet<FileRow>,
    /// Answers; a later one replaces an earlier one.
    pub answers: Vec<Answer>,
    /// What is remembered.
    pub remembered: Remembered,
}

impl Choices {
    /// A title as it is remembered: without spaces and what else doesn't distinguish it.
    #[must_use]
    pub fn key(title: &str) -> String {
        super::names::plain(title)
    }

    /// Whether a person leaves this row out.
    pub(super) fn leaves_out(&self, at: FileRow) -> bool {
        self.left_out.contains(&at.row) || self.left_out_of_sheet.contains(&at)
    }

    /// The answer to the question of this code and first row, if it is one of these choices. An answer that names the row
    /// goes before one that is for all.
    pub(super) fn answer(&self, code: &str, row: Option<u32>, choices: &[String]) -> Option<String> {
        let fits = |answer: &&Answer| answer.code == code && choices.contains(&answer.choice);
        let named =
            self.answers.iter().rev().filter(fits).find(|answer| answer.row.is_some() && answer.row == row);
        let any = || self.answers.iter().rev().filter(fits).find(|answer| answer.row.is_none());
        named.or_else(any).map(|answer| answer.choice.clone())
    }
}
