//! Which sheet holds the list.

use super::{
    choices::Choices,
    codes::{CellProblem, QuestionCode},
    form::Form,
    grid::{self, Grid},
    notes::Notes,
    outcome::ColumnRead,
    titles::{self, Titles},
};
use crate::table::Table;

/// Reads several sheets as one list, one after the other.
const ALL: &str = "all";

/// How a sheet's list is laid out.
#[derive(Debug)]
pub(super) enum Layout {
    /// Rows below titles.
    Titled(Titles),
    /// Names in a grid below headings.
    Grid(Grid),
}

/// A sheet, and how its list is laid out.
#[derive(Debug)]
pub(super) struct Chosen<'a> {
    pub(super) table: &'a Table,
    pub(super) layout: Layout,
    /// What the sheet's name says of its entries, where several sheets are one list.
    pub(super) heading: Option<String>,
}

impl Chosen<'_> {
    pub(super) fn title_row(&self) -> Option<u32> {
        match &self.layout {
            Layout::Titled(titles) => Some(titles.first),
            Layout::Grid(_) => None,
        }
    }

    /// The columns, as they are read.
    pub(super) fn columns(&self, form: &Form) -> Vec<ColumnRead> {
        let field = |place: usize| form.columns.get(place).map(|column| column.field);
        match &self.layout {
            Layout::Titled(titles) => titles
                .columns
                .iter()
                .map(|(column, title)| ColumnRead {
                    column: *column,
                    title: title.text(),
                    field: title.field.and_then(field),
                })
                .collect(),
            Layout::Grid(grid) => grid
                .columns()
                .into_iter()
                .map(|column| ColumnRead { column, title: String::new(), field: field(form.name()) })
                .collect(),
        }
    }
}

/// The sheets that hold the list: one, several by an answer, or none with what is asked or wrong.
pub(super) fn chosen<'a>(
    tables: &'a [Table],
    form: &Form,
    choices: &Choices,
    notes: &mut Notes<'_>,
) -> Vec<Chosen<'a>> {
    let named = |table: &&Table| choices.sheet.as_ref().is_none_or(|name| *name == table.sheet);
    let looked_at: Vec<&Table> = tables.iter().filter(named).collect();
    if looked_at.is_empty() {
        let sheets = names(&tables.iter().collect::<Vec<_>>()).join("、");
        notes.wrong_sheet("", CellProblem::NoSuchSheet { sheets });
        return Vec::new();
    }
    let titled = |table: &&'a Table| {
        let layout = titles::find(table, form, choices).map(Layout::Titled)?;
        Some(Chosen { table, layout, heading: None })
    };
    let mut fitting: Vec<Chosen<'a>> = looked_at.iter().filter_map(titled).collect();
    prefer_complete(&mut fitting, form);
    if fitting.is_empty() && form.of_persons {
        let grid = |table: &&'a Table| {
            grid::find(table).map(|grid| Chosen { table, layout: Layout::Grid(grid), heading: None })
        };
        fitting = looked_at.iter().filter_map(grid).collect();
    }
    if fitting.is_empty() {
        let expected = form.columns.iter().filter(|column| column.required).map(|column| column.chinese);
        let expected = expected.collect::<Vec<_>>().join("、");
        notes.wrong_sheet(&names(&looked_at).join("、"), CellProblem::NoTitles { expected });
    }
    if fitting.len() > 1 { several(fitting, form, notes) } else { fitting }
}

fn names(tables: &[&Table]) -> Vec<String> {
    tables.iter().map(|table| table.sheet.clone()).collect()
}

/// A sheet of sums beside the list may share a title with it: sheets with every required column go before others.
fn prefer_complete(fitting: &mut Vec<Chosen<'_>>, form: &Form) {
    let is_complete = |chosen: &Chosen<'_>| match &chosen.layout {
        Layout::Titled(titles) => {
            let has = |place: usize| titles.blocks.iter().all(|block| block.fields.contains_key(&place));
            (0..form.columns.len())
                .all(|place| has(place) || !form.columns.get(place).is_some_and(|column| column.required))
        }
        Layout::Grid(_) => true,
    };
    if fitting.iter().any(is_complete) {
        fitting.retain(is_complete);
    }
}

/// Asks which of several sheets it is, or whether all of them are one list. They are where each is named as a group is.
fn several<'a>(fitting: Vec<Chosen<'a>>, form: &Form, notes: &mut Notes<'_>) -> Vec<Chosen<'a>> {
    let sheets: Vec<&str> = fitting.iter().map(|chosen| chosen.table.sheet.as_str()).collect();
    let groups = form.of_persons && sheets.iter().all(|sheet| super::names::is_group(sheet));
    let choices: Vec<&str> = sheets.iter().copied().chain([ALL]).collect();
    let answer = notes.ask(QuestionCode::SeveralSheets, "", Vec::new(), &choices, groups.then_some(ALL));
    match answer.as_deref() {
        Some(ALL) => fitting
            .into_iter()
            .map(|chosen| Chosen { heading: Some(chosen.table.sheet.clone()).filter(|_| groups), ..chosen })
            .collect(),
        Some(sheet) => fitting.into_iter().filter(|chosen| chosen.table.sheet == sheet).collect(),
        None => Vec::new(),
    }
}
