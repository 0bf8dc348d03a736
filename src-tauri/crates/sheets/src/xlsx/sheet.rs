//! The cells of a sheet.

use super::{
    Allowance, Book, damaged,
    styles::Format,
    xml::{Element, Step, Walk, unescape},
};
use crate::{
    FileProblem, Limits,
    table::{Area, Cell, Table, check_place},
};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

/// Rows and columns that the format knows; a place beyond them is no place.
const LAST_ROW: u32 = 1_048_576;
const LAST_COLUMN: u32 = 16_384;

/// Reads the sheet of this name from this text of this part.
pub(crate) fn read(
    name: String,
    part: &str,
    text: &str,
    book: &Book,
    texts: &mut Allowance,
) -> Result<Table, FileProblem> {
    let mut table = Table { sheet: name, rows: BTreeMap::new(), merged: Vec::new() };
    let mut walk = Walk::new(part, text);
    let (mut row, mut column) = (0, 0);
    while let Some(step) = walk.next()? {
        let Step::Open(element) = step else { continue };
        if element.is("row") {
            row = row_number(&element, row + 1, part)?;
            column = 0;
        } else if element.is("c") {
            (row, column) = match element.attribute("r")? {
                Some(reference) => place(&reference).ok_or_else(|| damaged(part, &reference))?,
                None => (row, column),
            };
            if let Some(cell) = cell(&mut walk, &element, part, book)? {
                check_place(row, column)?;
                texts.take(cell.shown().len())?;
                insert(&mut table, row, column, cell, part)?;
            }
            column += 1;
        } else if element.is("mergeCell") {
            let reference = element.attribute("ref")?.unwrap_or_default();
            table.merged.extend(area(&reference));
        }
    }
    Ok(table)
}

fn row_number(element: &Element<'_>, next: u32, part: &str) -> Result<u32, FileProblem> {
    let row = match element.attribute("r")? {
        Some(row) => row.parse().map_err(|_| damaged(part, &row))?,
        None => next,
    };
    if (1..=LAST_ROW).contains(&row) { Ok(row) } else { Err(damaged(part, row)) }
}

/// Two cells at one place would let two readers see two lists.
fn insert(table: &mut Table, row: u32, column: u32, cell: Cell, part: &str) -> Result<(), FileProblem> {
    match table.rows.entry(row).or_default().cells.insert(column, cell) {
        None => Ok(()),
        Some(_) => Err(damaged(part, "has two cells at one place")),
    }
}

/// The row from 1 and the column from 0 of a reference such as `C12`.
fn place(reference: &str) -> Option<(u32, u32)> {
    let digits = reference.find(|character: char| character.is_ascii_digit())?;
    let (letters, row) = reference.split_at(digits);
    let row: u32 = row.parse().ok()?;
    let mut column = 0_u32;
    for letter in letters.bytes().map(|byte| byte.to_ascii_uppercase()) {
        let value = letter.checked_sub(b'A').filter(|value| *value < 26)?;
        column = column.checked_mul(26)?.checked_add(u32::from(value) + 1)?;
    }
    let in_range = (1..=LAST_ROW).contains(&row) && (1..=LAST_COLUMN).contains(&column);
    in_range.then(|| (row, column - 1))
}

fn area(reference: &str) -> Option<Area> {
    let (first, last) = reference.split_once(':')?;
    let (first, last) = (place(first)?, place(last)?);
    (first != last).then_some(Area { first, last })
}

/// What a cell holds, up to its closing; none if it is empty or merely formatted.
fn cell(
    walk: &mut Walk<'_>,
    element: &Element<'_>,
    part: &str,
    book: &Book,
) -> Result<Option<Cell>, FileProblem> {
    let mut formula = None;
    let mut value = String::new();
    let mut inline = String::new();
    loop {
        match walk.next()? {
            Some(Step::Open(inner)) if inner.is("f") => formula = Some(walk.text("f")?),
            Some(Step::Open(inner)) if inner.is("v") => value = walk.text("v")?,
            Some(Step::Open(inner)) if inner.is("is") => inline = walk.string_item("is")?,
            Some(Step::Close(name)) if name == "c" => break,
            Some(_) => {}
            None => return Err(damaged(part, "ends too early")),
        }
    }
    if let Some(formula) = formula {
        return Ok(Some(Cell::Formula(format!("={formula}"))));
    }
    match element.attribute("t")?.as_deref() {
        Some("inlineStr") => Ok(Cell::text(&inline)),
        _ if value.is_empty() => Ok(None),
        Some("s") => shared(&value, book).map(Cell::text).ok_or_else(|| damaged(part, value)),
        Some("str") => Ok(Cell::text(&unescape(&value))),
        Some("d") => Ok(Cell::text(value.strip_suffix("T00:00:00").unwrap_or(&value))),
        Some("b") => Ok(Cell::text(if matches!(value.as_str(), "1" | "true") { "TRUE" } else { "FALSE" })),
        Some("e") => Ok(Some(Cell::Error(value))),
        Some("n") | None => number(&value, format(element, book)?, book.from_1904)
            .map(Some)
            .ok_or_else(|| damaged(part, value)),
        Some(kind) => Err(damaged(part, format!("t={kind}"))),
    }
}

fn shared<'a>(index: &str, book: &'a Book) -> Option<&'a str> {
    let index: usize = index.parse().ok()?;
    book.strings.get(index).map(String::as_str)
}

fn format(element: &Element<'_>, book: &Book) -> Result<Format, FileProblem> {
    let style: Option<usize> = element.attribute("s")?.and_then(|style| style.parse().ok());
    Ok(style.and_then(|style| book.formats.get(style)).copied().unwrap_or(Format::General))
}

/// A number as a person sees it. Files hold up to 17 digits of a binary number; the shortest decimals that
/// mean the same binary number are those that were typed, so `1.1000000000000001` is 1.1 again.
fn number(value: &str, format: Format, from_1904: bool) -> Option<Cell> {
    let number: f64 = value.trim().parse().ok()?;
    if !number.is_finite() {
        return None;
    }
    let shown = number.to_string();
    let whole = shown.bytes().all(|byte| byte.is_ascii_digit());
    Some(match format {
        Format::Date => match day(&shown, from_1904) {
            Some(date) => Cell::Date(Some(date), date.to_string()),
            None => Cell::Date(None, shown),
        },
        // A format of more zeros than a cell may have characters is a trick.
        Format::Padded(digits) if whole => {
            Cell::Number(format!("{shown:0>width$}", width = digits.min(Limits::CELL)))
        }
        Format::General | Format::Padded(_) => Cell::Number(shown),
    })
}

/// The date of a day's number, if its year has four digits. Days up to 60 of the 1900 count are refused: it has a 29 February 1900 that never was.
fn day(number: &str, from_1904: bool) -> Option<NaiveDate> {
    let number: u64 = number.parse().ok()?;
    let origin = if from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 30).filter(|_| number > 60)
    };
    origin?.checked_add_days(Days::new(number)).filter(|day| (0..=9999).contains(&day.year()))
}
