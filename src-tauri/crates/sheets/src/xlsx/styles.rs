//! Number formats: which numbers are shown as dates, and which with zeros before them.

use super::{
    damaged,
    package::Package,
    xml::{Element, Step, Walk},
};
use crate::FileProblem;
use std::collections::BTreeMap;

/// Cell formats at the most, somewhat above what spreadsheets write.
const FORMATS: usize = 70_000;

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// As it is.
    General,
    /// As a date or a time.
    Date,
    /// With zeros before it up to so many digits: `001`.
    Padded(usize),
}

/// The formats that cells refer to by number; none where the workbook has no such part.
pub(crate) fn formats(package: &mut Package<'_>, part: Option<&str>) -> Result<Vec<Format>, FileProblem> {
    let Some(part) = part else { return Ok(Vec::new()) };
    let text = package.part(part)?;
    let mut walk = Walk::new(part, &text);
    let mut own = BTreeMap::new();
    let mut formats = Vec::new();
    let mut of_cells = false;
    while let Some(step) = walk.next()? {
        match step {
            Step::Open(element) if element.is("cellXfs") => of_cells = true,
            Step::Close(name) if name == "cellXfs" => of_cells = false,
            Step::Open(element) if element.is("numFmt") => {
                let code = element.attribute("formatCode")?.unwrap_or_default();
                own.insert(id(&element)?, by_code(&code));
            }
            Step::Open(element) if of_cells && element.is("xf") => {
                let id = id(&element)?;
                formats.push(own.get(&id).copied().unwrap_or_else(|| by_id(id)));
            }
            _ => {}
        }
        if formats.len() > FORMATS {
            return Err(damaged(part, "has too many formats"));
        }
    }
    Ok(formats)
}

fn id(element: &Element<'_>) -> Result<u32, FileProblem> {
    Ok(element.attribute("numFmtId")?.and_then(|id| id.parse().ok()).unwrap_or(0))
}

/// The formats that are built in: ECMA-376 part 1, 18.8.30, with the dates of East Asian editions.
fn by_id(id: u32) -> Format {
    match id {
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Format::Date,
        _ => Format::General,
    }
}

fn by_code(code: &str) -> Format {
    if code.len() > 1 && code.bytes().all(|byte| byte == b'0') {
        Format::Padded(code.len())
    } else if shows_a_date(code) {
        Format::Date
    } else {
        Format::General
    }
}

/// Whether the first section of a code has a letter of dates or times outside quotations, escapes and brackets.
fn shows_a_date(code: &str) -> bool {
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character.to_ascii_lowercase() {
            ';' => return false,
            '"' => drop(characters.by_ref().find(|character| *character == '"')),
            '\\' | '_' | '*' => drop(characters.next()),
            '[' if is_elapsed(&mut characters) => return true,
            'y' | 'm' | 'd' | 'h' | 's' => return true,
            _ => {}
        }
    }
    false
}

/// Whether brackets hold elapsed time, such as `[h]`, and not a colour, a condition or a place.
fn is_elapsed(characters: &mut std::str::Chars<'_>) -> bool {
    let inside: String = characters.take_while(|character| *character != ']').collect();
    let inside = inside.to_ascii_lowercase();
    ['h', 'm', 's'].iter().any(|unit| !inside.is_empty() && inside.chars().all(|letter| letter == *unit))
}
