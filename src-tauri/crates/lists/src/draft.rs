//! A list that was read from a file and is looked at before it is imported: corrected, chosen from, asked about. The file
//! isn't changed.

use super::list::{List, ListKind, list_of, of_tables};
use sheets::{
    FileProblem, Limits,
    reading::{Answer, Choices, FileRow, LeftOutCode, Reading, Remembered},
    table::{Cell, Row, Table},
};
use std::collections::BTreeMap;

/// A file's list on its way into the session.
#[derive(Debug)]
pub struct ListDraft {
    kind: ListKind,
    tables: Vec<Table>,
    choices: Choices,
    reading: Reading,
}

/// A row of a sheet, as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// Which it is.
    pub at: FileRow,
    /// Whether it is a row of titles.
    pub titles: bool,
    /// Its cells, from the first column; as many as the widest row has.
    pub cells: Vec<String>,
    /// Whether the file hides it.
    pub hidden: bool,
    /// Why it is no entry.
    pub left_out: Option<LeftOutCode>,
}

impl ListDraft {
    /// Reads a file and the list in it, with what the secretariat's earlier lists have taught.
    pub fn read(
        kind: ListKind,
        file_name: &str,
        bytes: &[u8],
        remembered: Remembered,
    ) -> Result<Self, FileProblem> {
        let tables = sheets::read(file_name, bytes)?;
        let choices = Choices { remembered, ..Choices::default() };
        let reading = of_tables(kind, &tables, &choices);
        Ok(Self { kind, tables, choices, reading })
    }

    /// Which list it is.
    #[must_use]
    pub const fn kind(&self) -> ListKind {
        self.kind
    }

    /// What reading it came to.
    #[must_use]
    pub const fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The list; what is still open or wrong is not in it.
    #[must_use]
    pub fn list(&self) -> List {
        list_of(self.kind, &self.reading)
    }

    /// The names of the sheets.
    pub fn sheets(&self) -> impl Iterator<Item = &str> {
        self.tables.iter().map(|table| table.sheet.as_str())
    }

    /// What was chosen.
    #[must_use]
    pub const fn choices(&self) -> &Choices {
        &self.choices
    }

    /// The places of the sheets that are looked at: those that are read; else the chosen one, or the first.
    fn looked_at(&self) -> Vec<usize> {
        let read: Vec<usize> = self.reading.sheets.iter().map(|read| read.sheet).collect();
        if !read.is_empty() {
            return read;
        }
        let chosen = self.choices.sheet.as_deref();
        let place = self.sheets().position(|sheet| Some(sheet) == chosen).unwrap_or(0);
        self.tables.get(place).map(|_| place).into_iter().collect()
    }

    /// The name of the sheet that is looked at; none where several are read as one list.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match self.looked_at().as_slice() {
            [sheet] => self.sheets().nth(*sheet),
            _ => None,
        }
    }

    /// All rows of the sheets that are looked at.
    #[must_use]
    pub fn rows(&self) -> Vec<DraftRow> {
        let looked_at = self.looked_at();
        let tables = || looked_at.iter().filter_map(|sheet| Some((*sheet, self.tables.get(*sheet)?)));
        let last =
            |table: &Table| table.rows.values().filter_map(|row| row.cells.keys().next_back().copied()).max();
        let width = tables().filter_map(|(_, table)| last(table)).max();
        let left_out: BTreeMap<FileRow, LeftOutCode> =
            self.reading.left_out.iter().map(|left_out| (left_out.at, left_out.code)).collect();
        let cells = |row: &Row| {
            let shown = |column| row.cells.get(&column).map(Cell::shown).unwrap_or_default();
            width.map_or(Vec::new(), |last| (0..=last).map(shown).collect())
        };
        let draft_row = |at: FileRow, row: &Row| DraftRow {
            at,
            titles: self.has_titles(at),
            cells: cells(row),
            hidden: row.hidden,
            left_out: left_out.get(&at).copied(),
        };
        let of_sheet = |(sheet, table): (usize, &Table)| -> Vec<DraftRow> {
            table.rows.iter().map(|(row, cells)| draft_row(FileRow { sheet, row: *row }, cells)).collect()
        };
        tables().flat_map(of_sheet).collect()
    }

    /// Whether this row is one of titles.
    fn has_titles(&self, at: FileRow) -> bool {
        self.reading.sheets.iter().any(|read| {
            read.sheet == at.sheet
                && read.titles.is_some_and(|(first, last)| (first..=last).contains(&at.row))
        })
    }

    fn read_again(&mut self) {
        self.reading = of_tables(self.kind, &self.tables, &self.choices);
    }

    /// Chooses a sheet.
    pub fn choose_sheet(&mut self, sheet: &str) {
        self.choices = Choices {
            sheet: Some(sheet.to_owned()),
            remembered: std::mem::take(&mut self.choices.remembered),
            ..Choices::default()
        };
        self.read_again();
    }

    /// Chooses the row of titles.
    pub fn choose_title_row(&mut self, row: u32) {
        self.choices.title_row = Some(row);
        self.choices.columns.clear();
        self.read_again();
    }

    /// Says what a column holds; none sets it aside. Remembered for the next list, by its title.
    pub fn choose_column(&mut self, column: u32, field: Option<&str>) {
        let field = field.map(str::to_owned);
        let title = self.reading.columns.iter().find(|read| read.column == column);
        if let Some(title) = title.map(|read| read.title.as_str()).filter(|title| !title.is_empty()) {
            self.choices.remembered.titles.insert(Choices::key(title), field.clone());
        }
        self.choices.columns.insert(column, field);
        self.read_again();
    }

    /// Answers a question. What a word means is remembered for the next list.
    pub fn answer(&mut self, code: &str, row: Option<u32>, choice: &str) {
        let question =
            self.reading.questions.iter().find(|question| {
                question.code.code() == code && (row.is_none() || question.first_row() == row)
            });
        if let Some(word) = question.and_then(sheets::reading::Question::word) {
            self.choices.remembered.words.insert(word.to_owned(), choice == "yes");
        }
        let (code, choice) = (code.to_owned(), choice.to_owned());
        self.choices.answers.retain(|answer| answer.code != code || answer.row != row);
        self.choices.answers.push(Answer { code, row, choice });
        self.read_again();
    }

    /// Leaves a row out, or takes it back in.
    pub fn leave_out(&mut self, at: FileRow, left_out: bool) {
        if left_out {
            self.choices.left_out_of_sheet.insert(at);
        } else {
            self.choices.left_out_of_sheet.remove(&at);
        }
        self.read_again();
    }

    /// Writes another value into a cell. A merged area that the cell is in is dissolved: a person has said what is there.
    pub fn correct(&mut self, at: FileRow, column: u32, value: &str) {
        if column < Limits::COLUMNS && at.row <= Limits::ROWS {
            self.set(at, column, value);
            self.read_again();
        }
    }

    /// Writes another value into each cell of a column that shows this one; into all of its empty cells that an entry has,
    /// where this one is empty.
    pub fn correct_column(&mut self, column: u32, from: &str, to: &str) {
        let entries = self.reading.entries.iter().map(|entry| entry.at);
        let wrong = self.reading.findings.iter().filter_map(|finding| finding.at);
        let rows: Vec<FileRow> = entries.chain(wrong).collect();
        for at in rows {
            if self.shown(at, column) == from {
                self.set(at, column, to);
            }
        }
        self.read_again();
    }

    /// Writes each value of a column into the empty cells of the entries below it.
    pub fn fill_down(&mut self, column: u32) {
        let rows: Vec<FileRow> = self.reading.entries.iter().map(|entry| entry.at).collect();
        let mut above: Option<(usize, String)> = None;
        for at in rows {
            let own = self.shown(at, column);
            match above.as_ref().filter(|(sheet, _)| *sheet == at.sheet) {
                Some((_, text)) if own.is_empty() => {
                    let text = text.clone();
                    self.set(at, column, &text);
                }
                _ => above = Some((at.sheet, own)).filter(|(_, own)| !own.is_empty()),
            }
        }
        self.read_again();
    }

    /// What a person sees in a cell.
    fn shown(&self, at: FileRow, column: u32) -> String {
        self.tables.get(at.sheet).map(|table| table.shown(at.row, column)).unwrap_or_default()
    }

    fn set(&mut self, at: FileRow, column: u32, value: &str) {
        if let Some(table) = self.tables.get_mut(at.sheet) {
            set(table, at.row, column, value);
        }
    }
}

fn set(table: &mut Table, row: u32, column: u32, value: &str) {
    table.unmerge(row, column);
    match Cell::text(value) {
        Some(cell) => {
            table.rows.entry(row).or_default().cells.insert(column, cell);
        }
        None => {
            table.rows.entry(row).or_default().cells.remove(&column);
        }
    }
    // A person has looked at the row: how many fields it had in the file no longer matters.
    if let Some(row) = table.rows.get_mut(&row) {
        row.fields = None;
    }
}
