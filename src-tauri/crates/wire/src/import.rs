//! Import of lists, with a preview.

use super::{Problem, declared};
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
    /// The sheet that is shown: the one that is read, or the first; none where several are read as one list.
    pub sheet: Option<String>,
    /// All sheets, for [`ChooseSheet`].
    pub sheets: Vec<String>,
    /// Why the file as a whole can't be used.
    pub problem: Option<Problem>,
    /// The number of the row of titles in the file, from 1; 0 where the file as a whole can't be used.
    pub title_row: u32,
    /// The titles of the columns, as found, from the first column.
    pub titles: Vec<String>,
    /// The fields that a column may hold, for [`ChooseColumn`].
    #[ts(as = "Vec<declared::ListField>")]
    pub fields: Vec<&'static str>,
    /// The columns and what they are read as, from the left.
    pub columns: Vec<ImportColumn>,
    /// All rows of the sheets that are shown.
    pub rows: Vec<ImportRow>,
    /// How many entries each delegation or category has.
    pub groups: Vec<ImportGroup>,
    /// Every value that isn't taken as it is written, from the top.
    pub changes: Vec<ImportChange>,
    /// What a person is asked, answered or not.
    pub questions: Vec<ImportQuestion>,
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
    /// Its sheet, by its place among the preview's sheets, from 0.
    pub sheet: u32,
    /// Its number in the file, as a spreadsheet counts, from 1.
    pub row: u32,
    /// Whether it is a row of titles.
    pub titles: bool,
    /// Its cells, from the first column; each row has as many.
    pub cells: Vec<String>,
    /// Whether the file hides it.
    pub hidden: bool,
    /// Whether a person has said to leave it out.
    pub left_out: bool,
    /// The code that says why it is no entry, such as `list.total-row`; none for an entry, and for titles.
    pub notice: Option<String>,
}

/// A column of the file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportColumn {
    /// Its place, from 0.
    pub column: u32,
    /// Its title, in one line; empty where it has none.
    pub title: String,
    /// The field that it is read as; none where it is set aside.
    #[ts(as = "Option<declared::ListField>")]
    pub field: Option<&'static str>,
}

/// A delegation or a category, empty for entries without one.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportGroup {
    /// Its name.
    pub name: String,
    /// How many entries it has.
    pub count: u32,
}

/// A value that isn't taken as it is written.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportChange {
    /// The sheet, by its place.
    pub sheet: u32,
    /// The row in the file, from 1.
    pub row: u32,
    /// The column in the file, from 0.
    pub column: u32,
    /// What was done, such as `list.padding`; worded with `count` and `rows`.
    pub code: String,
    /// What is written.
    pub from: String,
    /// What is taken.
    pub to: String,
}

/// What a person is asked, once for all rows of a kind.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportQuestion {
    /// Its code and first row.
    pub id: String,
    /// What it is about, such as `list.hidden-rows`; worded with `rows` and `about`.
    pub code: String,
    /// The rows; empty where it is about the file.
    pub rows: Vec<RowPlace>,
    /// The word or the name that it is about.
    pub about: String,
    /// What may be answered: names of sheets, or words that `choice.…` words.
    pub choices: Vec<String>,
    /// The answer that is safe, where one is: it is taken in what is shown, and still has to be confirmed.
    pub proposal: Option<String>,
    /// What was answered.
    pub answer: Option<String>,
}

/// A row, by its sheet's place and its number in the file.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RowPlace {
    /// The sheet, by its place among the preview's sheets, from 0.
    pub sheet: u32,
    /// The row in the file, from 1.
    pub row: u32,
}

/// A wrong cell.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportFinding {
    /// The sheet, by its place.
    pub sheet: u32,
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
    /// The row.
    pub at: RowPlace,
    /// The column's place among the titles, from 0.
    pub column: u32,
    /// What should be written there.
    pub value: String,
}

/// `leave_out_row`: leaves a row of the preview out, or takes it back in.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LeaveOutRow {
    /// The row.
    pub at: RowPlace,
    /// Whether it is left out.
    pub left_out: bool,
}

/// `correct_column`: writes another value into each cell of a column that shows this one.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CorrectColumn {
    /// The column's place, from 0.
    pub column: u32,
    /// What is there; empty for the empty cells of entries.
    pub from: String,
    /// What should be there.
    pub to: String,
}

/// `fill_down`: writes each value of a column into the empty cells of the entries below it.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FillDown {
    /// The column's place, from 0.
    pub column: u32,
}

/// `choose_sheet`: reads another sheet of the file.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseSheet {
    /// Its name.
    pub sheet: String,
}

/// `choose_title_row`: says in which row the titles are.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseTitleRow {
    /// The row in the file, from 1.
    pub row: u32,
}

/// `choose_column`: says what a column holds; remembered by its title for the secretariat's next list.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseColumn {
    /// The column's place, from 0.
    pub column: u32,
    /// One of the preview's fields; none sets the column aside.
    #[ts(as = "Option<declared::ListField>")]
    pub field: Option<String>,
}

/// `answer_import`: answers a question of the preview; what a word means is remembered for the next list.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerImport {
    /// The question's code.
    pub code: String,
    /// Its first row; none where it has no rows.
    pub row: Option<u32>,
    /// One of its choices.
    pub choice: String,
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
