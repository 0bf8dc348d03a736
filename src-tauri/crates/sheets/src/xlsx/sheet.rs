//! The cells of a sheet.

use super::Book;
use crate::{
    FileProblem,
    formats::Format,
    styles::Style,
    table::{Allowance, Area, Cell, Table, Value, column_of},
    xml::{Element, Step, Walk, unescape},
    zipped::damaged,
};

/// Rows and columns that the format knows; a place beyond them is no place.
const LAST_ROW: u32 = 1_048_576;
const LAST_COLUMN: u32 = 16_384;

/// Reads the sheet of this name from this text of this part.
pub(super) fn read(
    name: &str,
    part: &str,
    text: &str,
    book: &Book,
    allowance: &mut Allowance,
) -> Result<Table, FileProblem> {
    let mut table = Table::named(name);
    let mut walk = Walk::new(part, text);
    let (mut row, mut column) = (0, 0);
    let mut hidden = false;
    while let Some(step) = walk.next()? {
        let Step::Open(element) = step else { continue };
        if element.is("row") {
            row = row_number(&element, row + 1, part)?;
            column = 0;
            hidden = element.attribute("hidden")?.is_some_and(|hidden| hidden == "1" || hidden == "true");
        } else if element.is("c") {
            (row, column) = match element.attribute("r")? {
                Some(reference) => place(&reference).ok_or_else(|| damaged(part, &reference))?,
                None => (row, column),
            };
            if let Some(cell) = cell(&mut walk, &element, part, book)? {
                allowance.take(cell.shown().len())?;
                // Two cells at one place would let two readers see two lists.
                if !table.put(row, column, cell) {
                    return Err(damaged(part, "has two cells at one place"));
                }
                if let Some(row) = table.rows.get_mut(&row) {
                    row.hidden = hidden;
                }
            }
            column += 1;
        } else if element.is("mergeCell") {
            let reference = element.attribute("ref")?.unwrap_or_default();
            if let Some(area) = area(&reference) {
                table.merge(area, allowance)?;
            }
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

/// The row from 1 and the column from 0 of a reference such as `C12`.
fn place(reference: &str) -> Option<(u32, u32)> {
    let digits = reference.find(|character: char| character.is_ascii_digit())?;
    let (letters, row) = reference.split_at(digits);
    let row: u32 = row.parse().ok()?;
    let column = column_of(letters)?;
    let in_range = (1..=LAST_ROW).contains(&row) && column < LAST_COLUMN;
    in_range.then_some((row, column))
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
    if formula.is_none() && value.is_empty() && inline.is_empty() {
        return Ok(None);
    }
    let style = style(element, book)?;
    let formula: Option<Box<str>> = formula.map(|formula| format!("={formula}").into());
    let kind = element.attribute("t")?;
    // A text that is worked out may be empty; a formula of another kind without a value was never worked out.
    let unknown =
        value.is_empty() && inline.is_empty() && formula.is_some() && kind.as_deref() != Some("str");
    let cell = if unknown {
        Some(Cell::of(Value::NoValue))
    } else {
        held(kind.as_deref(), &value, &inline, style, part, book)?
    };
    Ok(cell.map(|cell| Cell { formula, struck: style.is_some_and(|style| style.struck), ..cell }))
}

/// The cell of a value of this kind.
fn held(
    kind: Option<&str>,
    value: &str,
    inline: &str,
    style: Option<&Style>,
    part: &str,
    book: &Book,
) -> Result<Option<Cell>, FileProblem> {
    Ok(match kind {
        // Excel reads the text of an inline string from `v` as well.
        Some("inlineStr") if inline.is_empty() => Cell::text(&unescape(value)),
        Some("inlineStr") => Cell::text(inline),
        Some("str") => Cell::text(&unescape(value)),
        _ if value.is_empty() => None,
        Some("s") => Cell::text(shared(value, book).ok_or_else(|| damaged(part, value))?),
        Some("d") => Cell::text(value.strip_suffix("T00:00:00").unwrap_or(value)),
        Some("b") => Cell::text(if matches!(value, "1" | "true") { "TRUE" } else { "FALSE" }),
        Some("e") => Some(Cell::of(Value::Error(value.to_owned()))),
        Some("n") | None => {
            let format = style.map_or(&Format::General, |style| &style.format);
            let number: Option<f64> = value.trim().parse().ok();
            let shown = number.and_then(|number| format.applied_to(number, book.from_1904));
            Some(Cell::of(shown.ok_or_else(|| damaged(part, value))?))
        }
        Some(kind) => return Err(damaged(part, format!("t={kind}"))),
    })
}

fn shared<'a>(index: &str, book: &'a Book) -> Option<&'a str> {
    let index: usize = index.parse().ok()?;
    book.strings.get(index).map(Box::as_ref)
}

fn style<'a>(element: &Element<'_>, book: &'a Book) -> Result<Option<&'a Style>, FileProblem> {
    let style: Option<usize> = element.attribute("s")?.and_then(|style| style.parse().ok());
    Ok(style.and_then(|style| book.styles.get(style)))
}
