//! A list that was read from a file and is looked at before it is imported: corrected, chosen from, asked about. The file
//! isn't changed.

use super::list::{List, ListKind, list_of, of_tables};
use sheets::{
    FileProblem, Limits,
    reading::{Answer, Choices, LeftOutCode, Reading, Remembered},
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
    /// Its number in the file, from 1.
    pub row: u32,
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

    /// The sheet that is looked at: the one that is read, or the first.
    fn table(&self) -> Option<&Table> {
        let name = self.choices.sheet.as_ref().or(self.reading.sheet.as_ref());
        let named = self.tables.iter().find(|table| Some(&table.sheet) == name);
        named.or_else(|| self.tables.first())
    }

    /// The name of the sheet that is looked at.
    #[must_use]
    pub fn sheet(&self) -> &str {
        self.table().map_or("", |table| &table.sheet)
    }

    /// All rows of the sheet that is looked at.
    #[must_use]
    pub fn rows(&self) -> Vec<DraftRow> {
        let Some(table) = self.table() else { return Vec::new() };
        let width = table.rows.values().filter_map(|row| row.cells.keys().next_back()).max();
        let left_out: BTreeMap<u32, LeftOutCode> =
            self.reading.left_out.iter().map(|left_out| (left_out.row, left_out.code)).collect();
        let cells = |row: &Row| {
            let shown = |column| row.cells.get(&column).map(Cell::shown).unwrap_or_default();
            width.map_or(Vec::new(), |last| (0..=*last).map(shown).collect())
        };
        let row = |(number, row): (&u32, &Row)| DraftRow {
            row: *number,
            cells: cells(row),
            hidden: row.hidden,
            left_out: left_out.get(number).copied(),
        };
        table.rows.iter().map(row).collect()
    }

    fn read_again(&mut self) {
        self.reading = of_tables(self.kind, &self.tables, &self.choices);
    }

    fn change(&mut self, change: impl FnOnce(&mut Table)) {
        let name = self.sheet().to_owned();
        if let Some(table) = self.tables.iter_mut().find(|table| table.sheet == name) {
            change(table);
        }
        self.read_again();
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
        let question = self.reading.questions.iter().find(|question| {
            question.code.code() == code && (row.is_none() || question.rows.first().copied() == row)
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
    pub fn leave_out(&mut self, row: u32, left_out: bool) {
        if left_out {
            self.choices.left_out.insert(row);
        } else {
            self.choices.left_out.remove(&row);
        }
        self.read_again();
    }

    /// Writes another value into a cell. A merged area that the cell is in is dissolved: a person has said what is there.
    pub fn correct(&mut self, row: u32, column: u32, value: &str) {
        if column < Limits::COLUMNS && row <= Limits::ROWS {
            self.change(|table| set(table, row, column, value));
        }
    }

    /// Writes another value into each cell of a column that shows this one; into all of its empty cells that an entry has,
    /// where this one is empty.
    pub fn correct_column(&mut self, column: u32, from: &str, to: &str) {
        let entries: Vec<u32> = self.reading.entries.iter().map(|entry| entry.row).collect();
        let wrong = self.reading.findings.iter().filter_map(|finding| finding.row);
        let rows: Vec<u32> = entries.into_iter().chain(wrong).collect();
        self.change(|table| {
            for row in rows {
                if table.shown(row, column) == from {
                    set(table, row, column, to);
                }
            }
        });
    }

    /// Writes each value of a column into the empty cells of the entries below it.
    pub fn fill_down(&mut self, column: u32) {
        let rows: Vec<u32> = self.reading.entries.iter().map(|entry| entry.row).collect();
        self.change(|table| {
            let mut above = String::new();
            for row in rows {
                let own = table.shown(row, column);
                if own.is_empty() && !above.is_empty() {
                    set(table, row, column, &above);
                } else if !own.is_empty() {
                    above = own;
                }
            }
        });
    }
}

fn set(table: &mut Table, row: u32, column: u32, value: &str) {
    table.merged.retain(|area| !area.contains(row, column));
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
