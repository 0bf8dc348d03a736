//! The entries of a list, before their values are understood.

use super::{
    choices::Choices,
    codes::{CellProblem, ChangeCode, LeftOutCode, QuestionCode},
    form::{Form, Kind},
    grid::Grid,
    lines::{self, Line},
    names::{self, Heading},
    notes::Notes,
    outcome::{Entry, FileRow, Held},
    sheet::{Chosen, Layout},
    titles::{Block, Titles},
    units::{self, Units},
};
use crate::{
    Limits,
    table::{Area, Cell, Row, Table},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

const KEEP: &str = "keep";
const LEAVE_OUT: &str = "leave-out";

/// Where entries are from.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// Titles by their columns.
    pub(super) titles: BTreeMap<u32, String>,
    pub(super) units: Units,
    /// Fields by their columns, of every block.
    pub(super) fields: BTreeMap<u32, usize>,
    /// Merged areas below the titles, and what each holds.
    pub(super) merged: Vec<(Area, Option<Cell>)>,
}

/// An entry whose values are not understood yet.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) source: Rc<Source>,
    pub(super) at: FileRow,
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
        let title = place.and_then(|place| self.source.titles.get(&place)).cloned().unwrap_or_default();
        notes.wrong(self.at, place, &title, value, problem);
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
        Entry { at: self.at, column: self.column, columns: self.places, values: self.values }
    }
}

impl Chosen<'_> {
    /// Adds the entries of this sheet to those of earlier ones.
    pub(super) fn add_entries(
        &self,
        entries: &mut Vec<Raw>,
        form: &Form,
        choices: &Choices,
        notes: &mut Notes<'_>,
    ) {
        let first = entries.len();
        match &self.layout {
            Layout::Titled(titles) => self.titled(titles, entries, form, choices, notes),
            Layout::Grid(grid) => self.of_grid(grid, entries, form, choices, notes),
        }
        self.beyond(notes);
        let row = self.read().titles.map_or(1, |(first, _)| first);
        let heading = self.heading.as_ref().map(|text| Rc::new(names::heading(row, text)));
        let own = entries.get_mut(first..).unwrap_or_default();
        for entry in own.iter_mut().filter(|entry| entry.heading.is_none()) {
            entry.heading.clone_from(&heading);
        }
    }

    /// Cells beyond what is taken: stray signs are left out, anything else is wrong.
    fn beyond(&self, notes: &mut Notes<'_>) {
        for (row, column, shown) in &self.table.beyond {
            if shown.chars().any(char::is_alphanumeric) {
                notes.beyond(self.at(*row), Some(*column), shown);
            } else {
                notes.leave_out(self.at(*row), LeftOutCode::StrayCell);
            }
        }
    }

    fn titled(
        &self,
        titles: &Titles,
        entries: &mut Vec<Raw>,
        form: &Form,
        choices: &Choices,
        notes: &mut Notes<'_>,
    ) {
        for (number, row) in self.table.rows.range(..titles.first) {
            if !row.cells.is_empty() {
                notes.leave_out(self.at(*number), LeftOutCode::AboveTitles);
            }
        }
        for (second, first) in &titles.twice {
            let title = titles.columns.get(second).map(super::titles::Title::text).unwrap_or_default();
            let problem = CellProblem::DuplicateColumn { first: crate::table::letters(*first) };
            notes.wrong(self.at(titles.first), Some(*second), &title, &title, problem);
        }
        let source = Rc::new(self.source(titles, form, notes));
        let first = entries.len();
        for (place, block) in titles.blocks.iter().enumerate() {
            self.add_block(Part { titles, place, block, source: &source }, entries, form, choices, notes);
        }
        untitled(entries.get_mut(first..).unwrap_or_default(), self.table, titles, notes);
    }

    /// Adds the entries of a block of columns.
    fn add_block(
        &self,
        part: Part<'_>,
        entries: &mut Vec<Raw>,
        form: &Form,
        choices: &Choices,
        notes: &mut Notes<'_>,
    ) {
        let mut heading = None;
        for (number, row) in self.table.rows.range(part.titles.last + 1..) {
            let at = self.at(*number);
            if choices.leaves_out(at) {
                notes.leave_out(at, LeftOutCode::ByPerson);
                continue;
            }
            match lines::told(self.table, *number, row, part.block, part.titles, form) {
                Line::Blank => {}
                Line::LeftOut(code) => notes.leave_out(at, code),
                Line::Heading(found) => {
                    notes.leave_out(at, LeftOutCode::HeadingRow);
                    heading = Some(Rc::new(found));
                }
                Line::Entry if entries.len() == Limits::ENTRIES => return notes.beyond(at, None, ""),
                Line::Entry => {
                    let mut entry = entry(at, row, part.place, part.block, part.source, form);
                    entry.heading.clone_from(&heading);
                    check_fields(&mut entry, row, self.table, part.titles, notes);
                    entries.push(entry);
                }
            }
        }
    }

    /// What entries of this sheet share. A line that names the unit of amounts is shown as a change.
    fn source(&self, titles: &Titles, form: &Form, notes: &mut Notes<'_>) -> Source {
        let mut source = units_and_fields(titles, form);
        let is_amount =
            |field: &usize| form.columns.get(*field).is_some_and(|column| column.kind == Kind::Amount);
        let by_line = titles
            .columns
            .values()
            .any(|title| title.unit.is_none() && title.field.as_ref().is_some_and(is_amount));
        if let Some((row, column, unit)) = titles.unit_line.filter(|_| by_line) {
            let (line, unit) = (self.table.shown(row, column), units::word(unit));
            notes.change(self.at(row), column, ChangeCode::UnitLine, &line, unit);
        }
        let below = self.table.areas().filter(|area| area.last.0 > titles.last);
        let held = |area: &Area| {
            let cell = self.table.cell(area.first.0, area.first.1);
            (*area, cell.filter(|_| area.first.0 > titles.last).cloned())
        };
        source.merged = below.map(held).collect();
        source
    }

    fn of_grid(
        &self,
        grid: &Grid,
        entries: &mut Vec<Raw>,
        form: &Form,
        choices: &Choices,
        notes: &mut Notes<'_>,
    ) {
        for (rows, code) in [
            (&grid.above, LeftOutCode::AboveTitles),
            (&grid.headings, LeftOutCode::HeadingRow),
            (&grid.notes, LeftOutCode::NoteRow),
            (&grid.totals, LeftOutCode::TotalRow),
        ] {
            for row in rows {
                notes.leave_out(self.at(*row), code);
            }
        }
        let source = Rc::new(Source::default());
        for name in &grid.names {
            let at = self.at(name.row);
            if choices.leaves_out(at) {
                notes.leave_out(at, LeftOutCode::ByPerson);
                continue;
            }
            if entries.len() == Limits::ENTRIES {
                return notes.beyond(at, None, "");
            }
            let Some(row) = self.table.rows.get(&name.row) else { continue };
            let fields: BTreeMap<usize, u32> = [(form.name(), name.column)].into();
            let block = Block { first: name.column, last: name.column, fields };
            let mut entry = entry(at, row, 0, &block, &source, form);
            entry.heading = Some(Rc::clone(&name.heading));
            entries.push(entry);
        }
    }
}

/// A block of columns of a sheet.
#[derive(Clone, Copy)]
struct Part<'a> {
    titles: &'a Titles,
    /// Its place among the blocks.
    place: usize,
    block: &'a Block,
    source: &'a Rc<Source>,
}

/// Leaves out hidden and struck entries, unless an answer keeps them: nobody knows whether they belong to the list.
pub(super) fn leave_out_doubtful(entries: &mut Vec<Raw>, notes: &mut Notes<'_>) {
    let hidden = |entry: &Raw| entry.hidden;
    ask_about(entries, hidden, QuestionCode::HiddenRows, LeftOutCode::Hidden, notes);
    let struck = |entry: &Raw| entry.struck && !entry.hidden;
    ask_about(entries, struck, QuestionCode::StruckRows, LeftOutCode::Struck, notes);
}

/// Asks about entries of a kind that may not belong to the list.
fn ask_about(
    entries: &mut Vec<Raw>,
    is_meant: impl Fn(&Raw) -> bool,
    question: QuestionCode,
    left_out: LeftOutCode,
    notes: &mut Notes<'_>,
) {
    let rows: BTreeSet<FileRow> =
        entries.iter().filter(|entry| is_meant(entry)).map(|entry| entry.at).collect();
    let rows: Vec<FileRow> = rows.into_iter().collect();
    if rows.is_empty() {
        return;
    }
    match notes.ask(question, "", rows.clone(), &[KEEP, LEAVE_OUT], None).as_deref() {
        Some(KEEP) => return,
        Some(_) => rows.into_iter().for_each(|row| notes.leave_out(row, left_out)),
        None => {}
    }
    entries.retain(|entry| !is_meant(entry));
}

/// Which columns hold what, and in which unit.
fn units_and_fields(titles: &Titles, form: &Form) -> Source {
    let is_amount = |field: usize| form.columns.get(field).is_some_and(|column| column.kind == Kind::Amount);
    let mut source = Source::default();
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
            source.units.insert(*column, title.unit.or(common));
        }
    }
    source
}

fn entry(at: FileRow, row: &Row, place: usize, block: &Block, source: &Rc<Source>, form: &Form) -> Raw {
    let cell = |field: usize| {
        let column = block.fields.get(&field)?;
        row.cells.get(column).map(|cell| (*column, cell.clone()))
    };
    let in_block = row.cells.range(block.first..=block.last);
    Raw {
        source: Rc::clone(source),
        at,
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
        let cells = table.rows.get(&entry.at.row).map(|row| row.cells.keys()).into_iter().flatten();
        for column in cells.filter(|column| !titles.columns.contains_key(column)) {
            *counts.entry(*column).or_default() += 1;
        }
    }
    for (column, count) in counts {
        if count * 2 >= entries.len()
            && let Some(entry) = entries.iter_mut().find(|entry| table.cell(entry.at.row, column).is_some())
        {
            let value = table.shown(entry.at.row, column);
            entry.find_at(Some(column), &value, CellProblem::UntitledColumn, notes);
        }
    }
}
