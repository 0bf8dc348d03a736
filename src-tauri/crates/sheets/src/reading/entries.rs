//! The entries of a list, before their values are understood.

use super::{
    choices::Choices,
    codes::{CellProblem, ChangeCode, LeftOutCode, QuestionCode},
    form::{Form, Kind},
    grid::Grid,
    lines::{self, Line},
    names::{self, Heading},
    notes::Notes,
    outcome::{Entry, Held},
    sheet::{Chosen, Layout},
    titles::{Block, Titles},
    units::Units,
};
use crate::{
    Limits,
    table::{Cell, Row, Table},
};
use std::{collections::BTreeMap, rc::Rc};

const KEEP: &str = "keep";
const LEAVE_OUT: &str = "leave-out";

/// Where entries are from.
#[derive(Debug, Default)]
pub(super) struct Source {
    pub(super) sheet: String,
    /// Titles by their columns.
    pub(super) titles: BTreeMap<u32, String>,
    pub(super) units: Units,
    /// Fields by their columns, of every block.
    pub(super) fields: BTreeMap<u32, usize>,
    /// Merged cells below the titles.
    pub(super) merged: Vec<crate::table::Area>,
}

/// An entry whose values are not understood yet.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) source: Rc<Source>,
    pub(super) row: u32,
    /// The column of its name.
    pub(super) column: u32,
    /// The block of columns that it is in.
    pub(super) block: usize,
    /// Its cells and their columns, by the places of the form's columns.
    pub(super) cells: Vec<Option<(u32, Cell)>>,
    /// The columns of its fields, whether or not they hold anything.
    pub(super) places: BTreeMap<usize, u32>,
    pub(super) heading: Option<Rc<Heading>>,
    hidden: bool,
    struck: bool,
    /// Its values, once they are understood.
    pub(super) values: Vec<Option<Held>>,
    /// Whether something is wrong with it.
    pub(super) wrong: bool,
}

impl Raw {
    /// Notes what is wrong with a field of it.
    pub(super) fn find(&mut self, field: usize, problem: CellProblem, notes: &mut Notes<'_>) {
        self.wrong = true;
        let place = self.places.get(&field).copied();
        let value = self.shown(field);
        self.find_at(place, &value, problem, notes);
    }

    fn find_at(&mut self, place: Option<u32>, value: &str, problem: CellProblem, notes: &mut Notes<'_>) {
        self.wrong = true;
        notes.sheet.clone_from(&self.source.sheet);
        let title = place.and_then(|place| self.source.titles.get(&place)).cloned().unwrap_or_default();
        notes.wrong(self.row, place, &title, value, problem);
    }

    /// What a person sees in a field.
    pub(super) fn shown(&self, field: usize) -> String {
        self.cells.get(field).and_then(Option::as_ref).map(|(_, cell)| cell.shown()).unwrap_or_default()
    }

    /// The text that a field holds, once it is understood.
    pub(super) fn text(&self, field: usize) -> Option<&str> {
        match self.values.get(field)?.as_ref()? {
            Held::Text(text) => Some(text),
            Held::Amount(_) | Held::Day(_) | Held::YesNo(_) => None,
        }
    }

    /// Puts a text into a field.
    pub(super) fn set_text(&mut self, field: usize, text: &str) {
        if let Some(value) = self.values.get_mut(field) {
            *value = Some(Held::Text(text.to_owned()));
        }
    }

    pub(super) fn entry(self) -> Entry {
        Entry { row: self.row, column: self.column, values: self.values }
    }
}

impl Chosen<'_> {
    /// The entries of this sheet, without hidden and struck ones that an answer leaves out or that are still asked about.
    pub(super) fn entries(&self, form: &Form, choices: &Choices, notes: &mut Notes<'_>) -> Vec<Raw> {
        notes.sheet.clone_from(&self.table.sheet);
        let mut entries = match &self.layout {
            Layout::Titled(titles) => titled(self.table, titles, form, choices, notes),
            Layout::Grid(grid) => of_grid(self.table, grid, form, choices, notes),
        };
        beyond(self.table, notes);
        for entry in entries.iter_mut().filter(|entry| entry.heading.is_none()) {
            entry.heading = self.heading.as_ref().map(|text| Rc::new(names::heading(0, text)));
        }
        let hidden = |entry: &Raw| entry.hidden;
        entries = without(entries, hidden, QuestionCode::HiddenRows, LeftOutCode::Hidden, notes);
        let struck = |entry: &Raw| entry.struck && !entry.hidden;
        without(entries, struck, QuestionCode::StruckRows, LeftOutCode::Struck, notes)
    }
}

/// Asks about entries of a kind that may not belong to the list.
fn without(
    entries: Vec<Raw>,
    is_meant: impl Fn(&Raw) -> bool,
    question: QuestionCode,
    left_out: LeftOutCode,
    notes: &mut Notes<'_>,
) -> Vec<Raw> {
    let mut rows: Vec<u32> = entries.iter().filter(|entry| is_meant(entry)).map(|entry| entry.row).collect();
    rows.dedup();
    if rows.is_empty() {
        return entries;
    }
    match notes.ask(question, "", rows.clone(), &[KEEP, LEAVE_OUT], None).as_deref() {
        Some(KEEP) => return entries,
        Some(_) => rows.into_iter().for_each(|row| notes.leave_out(row, left_out)),
        None => {}
    }
    entries.into_iter().filter(|entry| !is_meant(entry)).collect()
}

/// Cells beyond what is taken: stray signs are left out, anything else is wrong.
fn beyond(table: &Table, notes: &mut Notes<'_>) {
    for (row, column, shown) in &table.beyond {
        if shown.chars().any(char::is_alphanumeric) {
            let problem = CellProblem::BeyondLimit { rows: Limits::ROWS, columns: Limits::COLUMNS };
            notes.wrong(*row, Some(*column), "", shown, problem);
        } else {
            notes.leave_out(*row, LeftOutCode::StrayCell);
        }
    }
}

fn titled(table: &Table, titles: &Titles, form: &Form, choices: &Choices, notes: &mut Notes<'_>) -> Vec<Raw> {
    for (number, row) in table.rows.range(..titles.first) {
        if !row.cells.is_empty() {
            notes.leave_out(*number, LeftOutCode::AboveTitles);
        }
    }
    for (second, first) in &titles.twice {
        let title = titles.columns.get(second).map(super::titles::Title::text).unwrap_or_default();
        let first = crate::table::letters(*first);
        notes.wrong(titles.first, Some(*second), &title, &title, CellProblem::DuplicateColumn { first });
    }
    let source = Rc::new(source(table, titles, form, notes));
    let mut entries = Vec::new();
    for (place, block) in titles.blocks.iter().enumerate() {
        let mut heading = None;
        for (number, row) in table.rows.range(titles.last + 1..) {
            if choices.left_out.contains(number) {
                notes.leave_out(*number, LeftOutCode::ByPerson);
                continue;
            }
            match lines::told(table, *number, row, block, titles, form) {
                Line::Blank => {}
                Line::LeftOut(code) => notes.leave_out(*number, code),
                Line::Heading(found) => {
                    notes.leave_out(*number, LeftOutCode::HeadingRow);
                    heading = Some(Rc::new(found));
                }
                Line::Entry => {
                    let mut entry = entry(*number, row, place, block, &source, form);
                    entry.heading.clone_from(&heading);
                    check_fields(&mut entry, row, table, titles, notes);
                    entries.push(entry);
                }
            }
        }
    }
    untitled(&mut entries, table, titles, notes);
    entries
}

/// What entries of a sheet share. A line that names the unit of amounts is shown as a change.
fn source(table: &Table, titles: &Titles, form: &Form, notes: &mut Notes<'_>) -> Source {
    let is_amount = |field: usize| form.columns.get(field).is_some_and(|column| column.kind == Kind::Amount);
    let mut source = Source { sheet: table.sheet.clone(), ..Source::default() };
    let mut by_line = false;
    // A column of amounts that names no unit has that of the line above, or of another column.
    let beside = titles
        .columns
        .values()
        .filter(|title| title.field.is_some_and(is_amount))
        .find_map(|title| title.unit);
    let common = titles.unit_line.map(|(_, _, unit)| unit).or(beside);
    for (column, title) in &titles.columns {
        source.titles.insert(*column, title.text());
        let Some(field) = title.field else { continue };
        source.fields.insert(*column, field);
        if is_amount(field) {
            by_line |= title.unit.is_none();
            source.units.insert(*column, title.unit.or(common));
        }
    }
    if let Some((row, column, _)) = titles.unit_line.filter(|_| by_line) {
        let line = table.shown(row, column);
        notes.change(row, column, ChangeCode::UnitLine, &line, &line);
    }
    source.merged = table.merged.iter().filter(|area| area.last.0 > titles.last).copied().collect();
    source
}

fn entry(number: u32, row: &Row, place: usize, block: &Block, source: &Rc<Source>, form: &Form) -> Raw {
    let cell = |field: usize| {
        let column = block.fields.get(&field)?;
        row.cells.get(column).map(|cell| (*column, cell.clone()))
    };
    let in_block = row.cells.range(block.first..=block.last);
    Raw {
        source: Rc::clone(source),
        row: number,
        column: block.fields.get(&form.name()).copied().unwrap_or(block.first),
        block: place,
        cells: (0..form.columns.len()).map(cell).collect(),
        places: block.fields.clone(),
        heading: None,
        hidden: row.hidden,
        struck: in_block.clone().all(|(_, cell)| cell.struck),
        values: vec![None; form.columns.len()],
        wrong: false,
    }
}

/// Finds an entry of a CSV that has another number of fields than there are titles: its values may have moved.
fn check_fields(entry: &mut Raw, row: &Row, table: &Table, titles: &Titles, notes: &mut Notes<'_>) {
    let expected = table.rows.get(&titles.first).and_then(|row| row.fields);
    if let (Some(expected), Some(found)) = (expected, row.fields)
        && expected != found
    {
        entry.find_at(None, "", CellProblem::Ragged { expected, found }, notes);
    }
}

/// Finds values below an empty title, where half of all entries have one: fewer are set aside.
fn untitled(entries: &mut [Raw], table: &Table, titles: &Titles, notes: &mut Notes<'_>) {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for entry in entries.iter() {
        let cells = table.rows.get(&entry.row).map(|row| row.cells.keys()).into_iter().flatten();
        for column in cells.filter(|column| !titles.columns.contains_key(column)) {
            *counts.entry(*column).or_default() += 1;
        }
    }
    for (column, count) in counts {
        if count * 2 >= entries.len()
            && let Some(entry) = entries.iter_mut().find(|entry| table.cell(entry.row, column).is_some())
        {
            let value = table.shown(entry.row, column);
            entry.find_at(Some(column), &value, CellProblem::UntitledColumn, notes);
        }
    }
}

fn of_grid(table: &Table, grid: &Grid, form: &Form, choices: &Choices, notes: &mut Notes<'_>) -> Vec<Raw> {
    for (rows, code) in [
        (&grid.above, LeftOutCode::AboveTitles),
        (&grid.headings, LeftOutCode::HeadingRow),
        (&grid.notes, LeftOutCode::NoteRow),
        (&grid.totals, LeftOutCode::TotalRow),
    ] {
        for row in rows {
            notes.leave_out(*row, code);
        }
    }
    let source = Rc::new(Source { sheet: table.sheet.clone(), ..Source::default() });
    let mut entries = Vec::new();
    for name in &grid.names {
        if choices.left_out.contains(&name.row) {
            notes.leave_out(name.row, LeftOutCode::ByPerson);
            continue;
        }
        let Some(row) = table.rows.get(&name.row) else { continue };
        let fields: BTreeMap<usize, u32> = [(form.name(), name.column)].into();
        let block = Block { first: name.column, last: name.column, fields };
        let mut entry = entry(name.row, row, 0, &block, &source, form);
        entry.heading = Some(Rc::clone(&name.heading));
        entries.push(entry);
    }
    entries
}
