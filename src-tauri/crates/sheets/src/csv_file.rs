//! CSV as spreadsheets write it: UTF-8 with or without a mark, or GB18030.

use crate::{
    FileProblem,
    table::{Cell, Row, Table, check_place},
};
use encoding_rs::GB18030;
use std::collections::BTreeMap;

/// Lines among which the first with a delimiter is looked for; titles of the whole list may stand above.
const LINES_TO_LOOK_AT: usize = 10;

/// Reads a CSV.
pub(crate) fn read(file_name: &str, bytes: &[u8]) -> Result<Table, FileProblem> {
    let text = decode(bytes)?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.matches('"').count() % 2 == 1 {
        return Err(FileProblem::UnclosedQuote);
    }
    let rows = rows(&text)?;
    Ok(Table { sheet: file_name.to_owned(), rows, merged: Vec::new() })
}

/// The mark decides; without one, what reads strictly as UTF-8 is UTF-8, and what reads strictly as GB18030 is that.
fn decode(bytes: &[u8]) -> Result<String, FileProblem> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(FileProblem::Utf16);
    }
    if bytes.contains(&0) {
        return Err(FileProblem::NotATable);
    }
    if let Some(marked) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return String::from_utf8(marked.to_vec()).map_err(|_| FileProblem::Encoding);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    GB18030
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(FileProblem::Encoding)
}

fn rows(text: &str) -> Result<BTreeMap<u32, Row>, FileProblem> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = BTreeMap::new();
    let mut record = csv::StringRecord::new();
    let (mut number, mut line) = (0_u32, reader.position().line());
    while reader.read_record(&mut record).map_err(|_| FileProblem::NotATable)? {
        let inner: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        let lines = reader.position().line() - line;
        line = reader.position().line();
        number = number.saturating_add(spreadsheet_rows(lines, inner));
        let row = row(number, &record)?;
        if !row.cells.is_empty() {
            rows.insert(number, row);
        }
    }
    Ok(rows)
}

/// How many rows of a spreadsheet a record takes with the blank lines before it, which the reader skips: the lines it
/// took, without those inside its fields. The last line may lack its end.
fn spreadsheet_rows(lines: u64, inside_fields: usize) -> u32 {
    let inside = u64::try_from(inside_fields).unwrap_or(u64::MAX);
    u32::try_from(lines.saturating_sub(inside).max(1)).unwrap_or(u32::MAX)
}

fn row(number: u32, record: &csv::StringRecord) -> Result<Row, FileProblem> {
    let mut row = Row { fields: Some(record.len()), ..Row::default() };
    for (column, field) in (0_u32..).zip(record) {
        if let Some(cell) = Cell::text(field) {
            check_place(number, column)?;
            row.cells.insert(column, cell);
        }
    }
    Ok(row)
}

/// The delimiter that stands most often in the first line that has one; a comma where none has.
fn delimiter(text: &str) -> u8 {
    for line in text.lines().take(LINES_TO_LOOK_AT) {
        let count = |delimiter: u8| outside_quotes(line, char::from(delimiter));
        let most = [b',', b';', b'\t'].into_iter().rev().max_by_key(|delimiter| count(*delimiter));
        if let Some(delimiter) = most.filter(|delimiter| count(*delimiter) > 0) {
            return delimiter;
        }
    }
    b','
}

fn outside_quotes(line: &str, wanted: char) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for character in line.chars() {
        if character == '"' {
            quoted = !quoted;
        } else if character == wanted && !quoted {
            count += 1;
        }
    }
    count
}
