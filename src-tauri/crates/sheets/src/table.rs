//! A sheet as it is in the file, before anything is made of it.

use crate::{FileProblem, Limits};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text as it is written, spaces at its ends included; a truth value in English.
    Text(String),
    /// A number.
    Number {
        /// What a person sees: the number through its format.
        shown: String,
        /// What the file keeps, in decimals.
        stored: String,
    },
    /// A number whose format can't be applied here: nobody knows what a person sees.
    Unshown {
        /// What the file keeps, in decimals.
        stored: String,
    },
    /// A number that is shown as a day.
    Day(NaiveDate),
    /// A number that is shown as something of a day or a time.
    PartOfDay {
        /// What a person sees: `2026/6`, `Dec-26`.
        shown: String,
        /// The same in words that name what it is: `2026年6月`.
        meant: String,
    },
    /// An error of the spreadsheet, such as `#N/A`.
    Error(String),
    /// A formula whose value the file doesn't hold.
    NoValue,
    /// A field of a CSV whose quotation marks don't fit.
    BrokenQuotes(String),
}

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it holds; for a formula the value that the file holds.
    pub value: Value,
    /// The formula, with its equals sign.
    pub formula: Option<Box<str>>,
    /// Whether it is struck through.
    pub struck: bool,
}

impl Cell {
    /// A cell that holds just this.
    #[must_use]
    pub const fn of(value: Value) -> Self {
        Self { value, formula: None, struck: false }
    }

    /// The cell of a text; none if nothing in it can be seen.
    #[must_use]
    pub fn text(text: &str) -> Option<Self> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let empty = text.chars().all(|character| character.is_whitespace() || character == '\u{200B}');
        (!empty).then(|| Self::of(Value::Text(text)))
    }

    /// What a person sees in it, without spaces at the ends.
    #[must_use]
    pub fn shown(&self) -> String {
        match &self.value {
            Value::Text(text)
            | Value::Number { shown: text, .. }
            | Value::Unshown { stored: text }
            | Value::PartOfDay { shown: text, .. }
            | Value::Error(text)
            | Value::BrokenQuotes(text) => text.trim().to_owned(),
            Value::Day(day) => day.to_string(),
            Value::NoValue => self.formula.as_deref().unwrap_or_default().to_owned(),
        }
    }
}

/// A row that holds something.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The cells by their columns, from 0.
    pub cells: BTreeMap<u32, Cell>,
    /// How many fields the row of a CSV has; a spreadsheet's rows have no end.
    pub fields: Option<usize>,
    /// Whether it is hidden or filtered out.
    pub hidden: bool,
}

/// A rectangle of cells; columns from 0, rows from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The row and column of its first cell.
    pub first: (u32, u32),
    /// The row and column of its last cell.
    pub last: (u32, u32),
}

impl Area {
    /// Whether this row and column are within it.
    #[must_use]
    pub fn contains(&self, row: u32, column: u32) -> bool {
        (self.first.0..=self.last.0).contains(&row) && (self.first.1..=self.last.1).contains(&column)
    }

    /// Its reference, such as `A2:A4`.
    #[must_use]
    pub fn reference(&self) -> String {
        let (first, last) = (letters(self.first.1), letters(self.last.1));
        format!("{first}{}:{last}{}", self.first.0, self.last.0)
    }
}

/// A sheet.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The sheet's name, or the CSV file's.
    pub sheet: String,
    /// Rows that hold something, by the number a spreadsheet gives them, from 1.
    pub rows: BTreeMap<u32, Row>,
    /// Merged areas, by each row that they cover.
    merged: BTreeMap<u32, Vec<Area>>,
    /// Cells beyond the last row or column that is taken, by their places; the first of them.
    pub beyond: Vec<(u32, u32, String)>,
}

/// Cells beyond the limits that are remembered of a sheet: enough to name them.
const REMEMBERED: usize = 100;

impl Table {
    /// An empty sheet of this name.
    #[must_use]
    pub fn named(sheet: &str) -> Self {
        Self { sheet: sheet.to_owned(), ..Self::default() }
    }

    /// Puts a cell in its place. One beyond what is taken is remembered and not kept. Returns whether the place was free.
    pub fn put(&mut self, row: u32, column: u32, cell: Cell) -> bool {
        if row > Limits::ROWS || column >= Limits::COLUMNS {
            if self.beyond.len() < REMEMBERED {
                self.beyond.push((row, column, cell.shown()));
            }
            return true;
        }
        self.rows.entry(row).or_default().cells.insert(column, cell).is_none()
    }

    /// The cell at this place.
    #[must_use]
    pub fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        self.rows.get(&row)?.cells.get(&column)
    }

    /// What a person sees at this place; empty where there is nothing.
    #[must_use]
    pub fn shown(&self, row: u32, column: u32) -> String {
        self.cell(row, column).map(Cell::shown).unwrap_or_default()
    }

    /// Merges an area, of which each row counts as a cell.
    pub(crate) fn merge(&mut self, area: Area, allowance: &mut Allowance) -> Result<(), FileProblem> {
        for row in area.first.0..=area.last.0.min(Limits::ROWS) {
            allowance.take(0)?;
            self.merged.entry(row).or_default().push(area);
        }
        Ok(())
    }

    /// Dissolves the merged areas that this place is in.
    pub fn unmerge(&mut self, row: u32, column: u32) {
        for areas in self.merged.values_mut() {
            areas.retain(|area| !area.contains(row, column));
        }
    }

    /// The merged areas, from the top.
    pub fn areas(&self) -> impl Iterator<Item = &Area> {
        self.merged.iter().flat_map(|(row, areas)| areas.iter().filter(|area| area.first.0 == *row))
    }

    /// The merged areas that cover a part of this row.
    pub fn areas_of(&self, row: u32) -> impl Iterator<Item = &Area> {
        self.merged.get(&row).into_iter().flatten()
    }

    /// The merged area that this place is in.
    #[must_use]
    pub fn area(&self, row: u32, column: u32) -> Option<&Area> {
        self.areas_of(row).find(|area| area.contains(row, column))
    }
}

/// What may still be taken from a file: cells, and bytes of their texts.
#[derive(Debug)]
pub(crate) struct Allowance {
    cells: usize,
    bytes: usize,
}

impl Allowance {
    /// All that a file may have.
    pub(crate) const fn new() -> Self {
        Self { cells: Limits::CELLS, bytes: Limits::TEXTS }
    }

    /// Takes a cell with a text of so many bytes; the file is refused once there is no room left.
    pub(crate) fn take(&mut self, bytes: usize) -> Result<(), FileProblem> {
        let cells = self.cells.checked_sub(1);
        let bytes = self.bytes.checked_sub(bytes);
        let (Some(cells), Some(bytes)) = (cells, bytes) else {
            return Err(FileProblem::TooManyCells { limit: Limits::CELLS });
        };
        *self = Self { cells, bytes };
        Ok(())
    }
}

/// The letters of a column, from 0: `A` … `Z`, `AA` …
#[must_use]
pub fn letters(column: u32) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The place, from 0, of a column's letters, in whichever case; none for anything else.
#[must_use]
pub fn column_of(letters: &str) -> Option<u32> {
    let mut column = 0_u32;
    for letter in letters.bytes().map(|byte| byte.to_ascii_uppercase()) {
        let value = letter.checked_sub(b'A').filter(|value| *value < 26)?;
        column = column.checked_mul(26)?.checked_add(u32::from(value) + 1)?;
    }
    column.checked_sub(1)
}
