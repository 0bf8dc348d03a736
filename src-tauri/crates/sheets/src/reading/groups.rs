//! What several entries share and is written once: merged cells, headings, and cells that are left empty below the first.

use super::{
    codes::{CellProblem, ChangeCode, QuestionCode},
    entries::Raw,
    form::{Form, Kind},
    notes::Notes,
};
use crate::table::{Area, Cell, Value};

const FILL_DOWN: &str = "fill-down";
const LEAVE_EMPTY: &str = "leave-empty";

/// Fills down what entries share.
pub(super) fn fill(entries: &mut [Raw], form: &Form, notes: &mut Notes<'_>) {
    let Some(source) = entries.first().map(|entry| std::rc::Rc::clone(&entry.source)) else { return };
    for area in &source.merged {
        merged(entries, area, form, notes);
    }
    if let Some(group) = form.group() {
        headings(entries, group);
        written_once(entries, group, notes);
    }
}

/// The value of a merged area is each of its rows', where it can be; several entries can't share a number, a name or an
/// amount, and a value over several columns is nobody's.
fn merged(entries: &mut [Raw], area: &Area, form: &Form, notes: &mut Notes<'_>) {
    let field = entries.first().and_then(|entry| entry.source.fields.get(&area.first.1)).copied();
    let fields =
        |entry: &Raw| entry.places.values().filter(|column| area.contains(area.first.0, **column)).count();
    let rows: Vec<usize> = (0..entries.len())
        .filter(|place| {
            entries
                .get(*place)
                .is_some_and(|entry| area.contains(entry.row, area.first.1) && fields(entry) > 0)
        })
        .collect();
    let cell = rows.iter().find_map(|place| {
        let (column, cell) = entries.get(*place)?.cells.get(field?)?.as_ref()?;
        (*column == area.first.1).then(|| cell.clone())
    });
    let shared = field.and_then(|field| form.columns.get(field)).is_some_and(|column| match column.kind {
        Kind::Number { .. } | Kind::Name { .. } | Kind::Amount => false,
        Kind::Group { .. } | Kind::Line { .. } | Kind::Lines | Kind::Deadline | Kind::YesNo => true,
    });
    for place in rows {
        let Some(entry) = entries.get_mut(place) else { continue };
        if fields(entry) > 1 || !shared {
            let field = field.unwrap_or(form.name());
            entry.find(field, CellProblem::Merged { area: area.reference() }, notes);
        } else if let (Some(field), Some(cell)) = (field, &cell) {
            fill_cell(entry, field, area.first.1, cell, notes);
        }
    }
}

/// Gives an entry a cell that another one has, if it has none itself.
fn fill_cell(entry: &mut Raw, field: usize, column: u32, cell: &Cell, notes: &mut Notes<'_>) {
    if let Some(empty) = entry.cells.get_mut(field).filter(|cell| cell.is_none()) {
        *empty = Some((column, Cell { formula: None, ..cell.clone() }));
        notes.change(entry.row, column, ChangeCode::FilledDown, "", &cell.shown());
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

/// Asks whether a group that is written once holds for the entries below it: no value follows itself, and some are empty.
fn written_once(entries: &mut [Raw], group: usize, notes: &mut Notes<'_>) {
    let shown: Vec<String> = entries.iter().map(|entry| entry.shown(group)).collect();
    let empty: Vec<usize> =
        (0..shown.len()).filter(|place| shown.get(*place).is_some_and(String::is_empty)).collect();
    let written: Vec<&String> = shown.iter().filter(|text| !text.is_empty()).collect();
    let follows_itself =
        shown.windows(2).any(|pair| matches!(pair, [one, other] if !one.is_empty() && one == other));
    let begins_empty = shown.first().is_none_or(String::is_empty);
    if empty.is_empty() || written.is_empty() || follows_itself || begins_empty {
        return;
    }
    let rows = empty.iter().filter_map(|place| entries.get(*place)).map(|entry| entry.row).collect();
    let choices = [FILL_DOWN, LEAVE_EMPTY];
    let answer = notes.ask(QuestionCode::FillDown, "", rows, &choices, Some(FILL_DOWN));
    if answer.as_deref() != Some(FILL_DOWN) {
        return;
    }
    let mut above: Option<(u32, Cell)> = None;
    for entry in entries {
        match (entry.cells.get(group).cloned().flatten(), &above) {
            (Some(own), _) => above = Some(own),
            (None, Some((column, cell))) => fill_cell(entry, group, *column, cell, notes),
            (None, None) => {}
        }
    }
}
