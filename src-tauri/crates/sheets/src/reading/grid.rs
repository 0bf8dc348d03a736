//! Names in a grid below headings, as rosters are printed: no titles, no numbers.

use super::names::{self, Heading};
use crate::table::{Row, Table};
use std::{collections::BTreeSet, rc::Rc};

/// A name of a grid.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) heading: Rc<Heading>,
}

/// What a row of a grid is.
enum Line {
    Heading(Heading),
    Names,
    Note,
    Total,
    Other,
}

/// A grid of names.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) names: Vec<Name>,
    /// Rows that are above the first heading with names.
    pub(super) above: Vec<u32>,
    pub(super) headings: Vec<u32>,
    pub(super) notes: Vec<u32>,
    pub(super) totals: Vec<u32>,
}

impl Grid {
    /// The columns that have names.
    pub(super) fn columns(&self) -> BTreeSet<u32> {
        self.names.iter().map(|name| name.column).collect()
    }
}

/// The grid of a sheet; none if any row below its first names is something else.
pub(super) fn find(table: &Table) -> Option<Grid> {
    let mut grid = Grid {
        names: Vec::new(),
        above: Vec::new(),
        headings: Vec::new(),
        notes: Vec::new(),
        totals: Vec::new(),
    };
    let mut heading: Option<Rc<Heading>> = None;
    for (number, row) in &table.rows {
        match told(table, *number, row) {
            Line::Heading(found) => {
                // A heading that another one follows at once is a title of the whole.
                if let Some(empty) = heading
                    .take()
                    .filter(|heading| grid.names.last().is_none_or(|name| name.heading.row != heading.row))
                {
                    grid.above.push(empty.row);
                    grid.headings.retain(|row| *row != empty.row);
                }
                grid.headings.push(found.row);
                heading = Some(Rc::new(found));
            }
            Line::Names => {
                let heading = heading.as_ref()?;
                let names = row.cells.keys().map(|column| (*number, *column));
                grid.names.extend(names.map(|(row, column)| Name {
                    row,
                    column,
                    heading: Rc::clone(heading),
                }));
            }
            Line::Note => grid.notes.push(*number),
            Line::Total => grid.totals.push(*number),
            Line::Other if grid.names.is_empty() => grid.above.push(*number),
            Line::Other => return None,
        }
    }
    (!grid.names.is_empty()).then_some(grid)
}

fn told(table: &Table, number: u32, row: &Row) -> Line {
    let texts: Vec<String> = row.cells.values().map(crate::table::Cell::shown).collect();
    let first = texts.first().map_or("", String::as_str);
    if names::is_total(first) {
        return Line::Total;
    }
    if names::is_note(first) {
        return Line::Note;
    }
    if let [text] = texts.as_slice() {
        let column = row.cells.keys().next().copied().unwrap_or(0);
        let merged = table.area(number, column).is_some_and(|area| area.last.1 > area.first.1);
        if merged || names::is_group(text) || names::is_headed(text) {
            return Line::Heading(names::heading(number, text));
        }
    }
    if texts.iter().all(|text| names::is_person(text)) { Line::Names } else { Line::Other }
}
