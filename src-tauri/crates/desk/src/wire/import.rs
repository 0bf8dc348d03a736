//! Import of lists, with a preview.

use super::Problem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ListKind {
    /// The roster.
    Delegates,
    /// The candidate list.
    Candidates,
}

/// `preview_import`: reads a file that a person chose; nothing is stored.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewImport {
    /// Which list it should be.
    pub kind: ListKind,
    /// The file's name.
    pub name: String,
    /// Its bytes, in base64.
    pub content: String,
}

/// A file that was read and waits to be imported.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// Which list.
    pub kind: ListKind,
    /// The file's name.
    pub name: String,
    /// The sheet that was read.
    pub sheet: String,
    /// Why the file as a whole can't be used.
    pub problem: Option<Problem>,
    /// The number of the row of titles in the file, from 1; 0 where the file as a whole can't be used.
    pub title_row: u32,
    /// The titles of the columns, as found. An empty value written into one takes its whole column away.
    pub titles: Vec<String>,
    /// The rows below them.
    pub rows: Vec<ImportRow>,
    /// Every wrong cell, from the top.
    pub findings: Vec<ImportFinding>,
    /// How many rows would be imported now.
    pub usable: u32,
    /// Whether it can be imported as it is.
    pub ready: bool,
}

/// A row of the file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Its number in the file, as a spreadsheet counts, from 1.
    pub row: u32,
    /// Its cells, one for each title.
    pub cells: Vec<String>,
    /// Whether a person has said to leave it out.
    pub left_out: bool,
}

/// A wrong cell.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportFinding {
    /// The row in the file, from 1.
    pub row: u32,
    /// The place of its column among the titles, from 0; none where the whole row is meant.
    pub column: Option<u32>,
    /// The column's letter and title.
    pub column_title: String,
    /// What is written there, shortened.
    pub value: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// `correct_cell`: writes another value into a cell of the preview, which is then checked again. The file isn't changed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CorrectCell {
    /// The row in the file, from 1.
    pub row: u32,
    /// The column's place among the titles, from 0.
    pub column: u32,
    /// What should be written there.
    pub value: String,
}

/// `leave_out_row`: leaves a row of the preview out, or takes it back in.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LeaveOutRow {
    /// The row in the file, from 1.
    pub row: u32,
    /// Whether it is left out.
    pub left_out: bool,
}

/// `save_form`: writes an empty form of a list to be filled in.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveForm {
    /// Which list.
    pub kind: ListKind,
    /// The folder to write to; empty for the session's own.
    pub folder: String,
}

/// Where something was written.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Written {
    /// The files, with their folder.
    pub paths: Vec<String>,
}
