//! A sheet as it stands in the file, before anything is made of it.

use crate::{FileProblem, Limits, check_size, csv_file, xlsx};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A text without spaces at its ends, or a truth value in English.
    Text(String),
    /// A number, in the shortest decimals that mean it.
    Number(String),
    /// A number shown as a date or a time; none if it is not a whole day of this calendar.
    Date(Option<NaiveDate>, String),
    /// A formula, with its text.
    Formula(String),
    /// An error of the spreadsheet.
    Error(String),
}

impl Cell {
    /// The cell of a text; none if there is nothing but spaces.
    #[must_use]
    pub fn text(text: &str) -> Option<Self> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let trimmed = text.trim_matches([' ', '\u{3000}', '\t', '\n']);
        (!trimmed.is_empty()).then(|| Self::Text(trimmed.to_owned()))
    }

    /// What a person sees in it.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Number(text)
            | Self::Date(_, text)
            | Self::Formula(text)
            | Self::Error(text) => text,
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
}

/// A rectangle of cells; columns from 0, rows from 1.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    /// The row and column of its first cell.
    pub first: (u32, u32),
    /// The row and column of its last cell.
    pub last: (u32, u32),
}

/// A sheet.
#[derive(Debug, Clone)]
pub struct Table {
    /// The sheet's name, or the CSV file's.
    pub sheet: String,
    /// Rows that hold something, by the number a spreadsheet gives them, from 1.
    pub rows: BTreeMap<u32, Row>,
    /// Merged cells, as (row, column).
    pub merged: Vec<Area>,
}

/// The sheets of a file that a person sees and that hold something, whatever the file is called.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Vec<Table>, FileProblem> {
    check_size(bytes)?;
    if bytes.starts_with(b"PK\x03\x04") {
        xlsx::read(bytes)
    } else if bytes.starts_with(&COMPOUND_FILE) {
        Err(compound_file(bytes))
    } else {
        csv_file::read(file_name, bytes).map(|table| vec![table])
    }
}

/// The magic of the container that .xls, .et and encrypted .xlsx files share.
const COMPOUND_FILE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

fn compound_file(bytes: &[u8]) -> FileProblem {
    let entry: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(entry.len()).any(|window| window == entry) {
        FileProblem::PasswordProtected
    } else {
        FileProblem::SaveAsXlsx { format: ".xls".to_owned() }
    }
}

/// Refuses a cell outside what is taken; the row is from 1, the column from 0.
pub fn check_place(row: u32, column: u32) -> Result<(), FileProblem> {
    if row > Limits::ROWS {
        return Err(FileProblem::TooManyRows { limit: Limits::ROWS });
    }
    if column >= Limits::COLUMNS {
        return Err(FileProblem::TooManyColumns { limit: Limits::COLUMNS });
    }
    Ok(())
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
