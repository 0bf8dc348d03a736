//! What several entries share and is written once: merged cells, headings, and cells that are left empty below the first.

use super::{
    codes::{CellProblem, ChangeCode, QuestionCode},
    entries::Raw,
    form::{Form, Kind},
    notes::Notes,
    outcome::FileRow,
};
use crate::table::{Area, Cell, Value};
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

const FILL_DOWN: &str = "fill-down";
const LEAVE_EMPTY: &str = "leave-empty";

/// Fills down what entries share.
pub(super) fn fill(entries: &mut [Raw], form: &Form, notes: &mut Notes<'_>) {
    for of_sheet in sheets(entries) {
        let source = of_sheet.first().map(|entry| Rc::clone(&entry.source)).unwrap_or_default();
        let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (place, entry) in of_sheet.iter().enumerate() {
            places.entry(entry.at.row).or_default().push(place);
        }
        for (area, cell) in &source.merged {
            let rows = area.first.0..=area.last.0.max(area.first.0);
            let within = places.range(rows).flat_map(|(_, places)| places.iter().copied()).collect();
            merged(of_sheet, within, area, cell.as_ref(), form, notes);
        }
    }
    if let Some(group) = form.group() {
        headings(entries, group);
        written_once(entries, group, notes);
    }
}

/// The entries of each sheet.
fn sheets(entries: &mut [Raw]) -> impl Iterator<Item = &mut [Raw]> {
    entries.chunk_by_mut(|one, next| one.at.sheet == next.at.sheet)
}

/// The value of a merged area is that of each of these entries, which are in its rows, where it can be; several entries can't
/// share a number, a name or an amount, and a value over several columns is nobody's.
fn merged(
    entries: &mut [Raw],
    within: Vec<usize>,
    area: &Area,
    cell: Option<&Cell>,
    form: &Form,
    notes: &mut Notes<'_>,
) {
    let field = entries.first().and_then(|entry| entry.source.fields.get(&area.first.1)).copied();
    let fields =
        |entry: &Raw| entry.places.values().filter(|column| area.contains(area.first.0, **column)).count();
    let shared = field.and_then(|field| form.columns.get(field)).is_some_and(|column| match column.kind {
        Kind::Number { .. } | Kind::Name { .. } | Kind::Amount => false,
        Kind::Group { .. } | Kind::Line { .. } | Kind::Lines | Kind::Deadline | Kind::YesNo => true,
    });
    for place in within {
        let Some(entry) = entries.get_mut(place).filter(|entry| fields(entry) > 0) else { continue };
        if fields(entry) > 1 || !shared {
            let field = field.unwrap_or(form.name());
            entry.find(field, CellProblem::Merged { area: area.reference() }, notes);
        } else if let (Some(field), Some(cell)) = (field, cell) {
            fill_cell(entry, field, area.first.1, cell, notes);
        }
    }
}

/// Gives an entry a cell that another one has, if it has none itself.
fn fill_cell(entry: &mut Raw, field: usize, column: u32, cell: &Cell, notes: &mut Notes<'_>) {
    if let Some(empty) = entry.cells.get_mut(field).filter(|cell| cell.is_none()) {
        *empty = Some((column, Cell { formula: None, ..cell.clone() }));
        notes.change(entry.at, column, ChangeCode::FilledDown, "", &cell.shown());
    }
}

/// An entry without a group of its own belongs to the heading above it.
fn headings(entries: &mut [Raw], group: usize) {
    for entry in entries {
        let text = entry.heading.as_ref().map(|heading| heading.text.clone());
        if let (Some(text), Some(empty)) = (text, entry.cells.get_mut(group).filter(|cell| cell.is_none())) {
            *empty = Some((entry.column, Cell::of(Value::Text(text))));
        }
    }
}

/// Asks whether a group that is written once holds for the entries below it.
fn written_once(entries: &mut [Raw], group: usize, notes: &mut Notes<'_>) {
    let asked: Vec<&mut [Raw]> =
        sheets(entries).filter(|of_sheet| !below_the_first(of_sheet, group).is_empty()).collect();
    let rows: BTreeSet<FileRow> =
        asked.iter().flat_map(|of_sheet| below_the_first(of_sheet, group)).collect();
    if rows.is_empty() {
        return;
    }
    let (rows, choices) = (rows.into_iter().collect(), [FILL_DOWN, LEAVE_EMPTY]);
    let answer = notes.ask(QuestionCode::FillDown, "", rows, &choices, Some(FILL_DOWN));
    if answer.as_deref() == Some(FILL_DOWN) {
        for of_sheet in asked {
            fill_down(of_sheet, group, notes);
        }
    }
}

/// The rows without a group in a sheet where each group is written once: no value follows itself, and the first row has one.
fn below_the_first(entries: &[Raw], group: usize) -> Vec<FileRow> {
    let shown: Vec<String> = entries.iter().map(|entry| entry.shown(group)).collect();
    let follows_itself =
        shown.windows(2).any(|pair| matches!(pair, [one, other] if !one.is_empty() && one == other));
    let begins_empty = shown.first().is_none_or(String::is_empty);
    if follows_itself || begins_empty {
        return Vec::new();
    }
    let empty = entries.iter().zip(&shown).filter(|(_, text)| text.is_empty());
    empty.map(|(entry, _)| entry.at).collect()
}

fn fill_down(entries: &mut [Raw], group: usize, notes: &mut Notes<'_>) {
    let mut above: Option<(u32, Cell)> = None;
    for entry in entries {
        match (entry.cells.get(group).cloned().flatten(), &above) {
            (Some(own), _) => above = Some(own),
            (None, Some((column, cell))) => fill_cell(entry, group, *column, cell, notes),
            (None, None) => {}
        }
    }
}
