//! Which sheet holds the list.

use super::{
    choices::Choices,
    codes::{CellProblem, QuestionCode},
    form::Form,
    grid::{self, Grid},
    notes::Notes,
    outcome::{ColumnRead, FileRow, SheetRead},
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
    /// Its place among the file's sheets.
    place: usize,
    pub(super) table: &'a Table,
    pub(super) layout: Layout,
    /// What the sheet's name says of its entries, where several sheets are one list.
    pub(super) heading: Option<String>,
}

impl Chosen<'_> {
    /// Which sheet it is, and where its titles are.
    pub(super) fn read(&self) -> SheetRead {
        let titles = match &self.layout {
            Layout::Titled(titles) => Some((titles.first, titles.last)),
            Layout::Grid(_) => None,
        };
        SheetRead { sheet: self.place, titles }
    }

    /// A row of it.
    pub(super) const fn at(&self, row: u32) -> FileRow {
        FileRow { sheet: self.place, row }
    }

    /// Whether a column of names is among its titles; a grid has nothing but names.
    fn has_names(&self) -> bool {
        match &self.layout {
            Layout::Titled(titles) => !titles.blocks.is_empty(),
            Layout::Grid(_) => true,
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
    let named = |(_, table): &(usize, &Table)| choices.sheet.as_ref().is_none_or(|name| *name == table.sheet);
    let looked_at: Vec<(usize, &Table)> = tables.iter().enumerate().filter(named).collect();
    if looked_at.is_empty() && !tables.is_empty() {
        let sheets = names(tables.iter());
        notes.wrong_sheet("", CellProblem::NoSuchSheet { sheets });
        return Vec::new();
    }
    let laid_out = |find: &dyn Fn(&Table) -> Option<Layout>| -> Vec<Chosen<'a>> {
        let chosen = |(place, table): &(usize, &'a Table)| {
            find(table).map(|layout| Chosen { place: *place, table, layout, heading: None })
        };
        looked_at.iter().filter_map(chosen).collect()
    };
    let titled = laid_out(&|table| titles::find(table, form, choices).map(Layout::Titled));
    let (mut fitting, nameless): (Vec<_>, Vec<_>) = titled.into_iter().partition(Chosen::has_names);
    prefer_complete(&mut fitting, form);
    if fitting.is_empty() && form.of_persons {
        fitting = laid_out(&|table| grid::find(table).map(Layout::Grid));
    }
    if fitting.len() > 1 {
        return several(fitting, form, notes);
    }
    if fitting.is_empty() {
        let looked_at = names(looked_at.into_iter().map(|(_, table)| table));
        return without_names(nameless, &looked_at, form, notes);
    }
    fitting
}

fn names<'a>(tables: impl Iterator<Item = &'a Table>) -> String {
    tables.map(|table| table.sheet.as_str()).collect::<Vec<_>>().join("、")
}

/// Where no sheet has a column of names: the first with other titles lacks that column; without such a sheet there are no
/// titles at all.
fn without_names<'a>(
    mut nameless: Vec<Chosen<'a>>,
    looked_at: &str,
    form: &Form,
    notes: &mut Notes<'_>,
) -> Vec<Chosen<'a>> {
    nameless.truncate(1);
    let titles = nameless.first().and_then(|chosen| Some(chosen.at(chosen.read().titles?.0)));
    if let Some(titles) = titles {
        let title = form.columns.get(form.name()).map(|column| column.chinese.to_owned());
        let problem = CellProblem::MissingColumn { title: title.unwrap_or_default() };
        notes.wrong(titles, None, "", "", problem);
    } else {
        let required = form.columns.iter().filter(|column| column.required);
        let expected = required.map(|column| column.chinese).collect::<Vec<_>>().join("、");
        notes.wrong_sheet(looked_at, CellProblem::NoTitles { expected });
    }
    nameless
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
