//! Which column holds what, told by the titles, in any order.

use super::{CellProblem, rows::Findings};
use sheets::{
    FileProblem,
    table::{Row, Table, letters},
};

/// Rows among which the titles are looked for: a list's own title may stand above them.
const ROWS_TO_LOOK_AT: usize = 10;

/// The running number of a list's rows (序号). It serves as number where the list has no other, and says nothing beside one.
const RUNNING_NUMBER: &str = "序号";

/// A column that a list may have.
pub(super) struct Column<F> {
    /// What it holds.
    pub(super) field: F,
    /// Its titles; the first is the one that is told to people.
    pub(super) titles: Vec<String>,
    /// Whether a list without it is refused.
    pub(super) required: bool,
    /// Whether its titles are taken to the letter, as numbers of candidates are.
    pub(super) exact: bool,
}

impl<F> Column<F> {
    /// A column with titles in several languages and wordings.
    pub(super) fn titled(field: F, titles: &[&str], required: bool) -> Self {
        let titles = titles.iter().map(|title| (*title).to_owned()).collect();
        Self { field, titles, required, exact: false }
    }

    fn has(&self, found: &str) -> bool {
        let same = |title: &String| {
            if self.exact { title == found } else { plain(title) == plain(found) }
        };
        self.titles.iter().any(same)
    }
}

/// A title without what doesn't distinguish it: spaces, capitals, the width of brackets, the asterisk of required columns.
fn plain(title: &str) -> String {
    let shown = title
        .chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '*' | '\u{FF0A}'));
    shown
        .map(|character| match character {
            '\u{FF08}' => '(',
            '\u{FF09}' => ')',
            other => other,
        })
        .collect::<String>()
        .to_lowercase()
}

/// A column that was found.
#[derive(Debug, Clone)]
pub(super) struct Found<F> {
    /// What it holds.
    pub(super) field: F,
    /// Its place, from 0.
    pub(super) place: u32,
}

/// The row of titles.
#[derive(Debug)]
pub(super) struct Header<F> {
    /// Its number, from 1.
    pub(super) row: u32,
    /// The known columns, from the left.
    pub(super) found: Vec<Found<F>>,
}

impl<F: PartialEq> Header<F> {
    fn has(&self, field: &F) -> bool {
        self.found.iter().any(|found| found.field == *field)
    }

    fn is_complete(&self, columns: &[Column<F>]) -> bool {
        columns.iter().filter(|column| column.required).all(|column| self.has(&column.field))
    }
}

/// The one sheet with titles of these columns, and its row of titles.
pub(super) fn choose<F: Copy + PartialEq>(
    tables: Vec<Table>,
    columns: &[Column<F>],
) -> Result<(Table, Header<F>), FileProblem> {
    let mut candidates: Vec<(Table, Header<F>)> = tables
        .into_iter()
        .filter_map(|table| header(&table, columns).map(|header| (table, header)))
        .collect();
    // A sheet of sums beside the list may share a title with it.
    if candidates.iter().any(|(_, header)| header.is_complete(columns)) {
        candidates.retain(|(_, header)| header.is_complete(columns));
    }
    if candidates.len() > 1 {
        let sheets: Vec<String> = candidates.into_iter().map(|(table, _)| table.sheet).collect();
        return Err(FileProblem::SeveralSheets { sheets: sheets.join("、") });
    }
    let (table, header) =
        candidates.pop().ok_or_else(|| FileProblem::NoHeader { expected: known(columns, true) })?;
    if table.rows.keys().all(|row| *row <= header.row) {
        return Err(FileProblem::NoRows);
    }
    Ok((table, header))
}

/// The row with the most known titles among the first, the first of equals; none without any.
fn header<F: Copy + PartialEq>(table: &Table, columns: &[Column<F>]) -> Option<Header<F>> {
    let rows = table.rows.iter().take(ROWS_TO_LOOK_AT);
    let headers = rows.map(|(number, row)| Header { row: *number, found: found(row, columns) });
    headers.filter(|header| !header.found.is_empty()).rev().max_by_key(|header| header.found.len())
}

fn found<F: Copy + PartialEq>(row: &Row, columns: &[Column<F>]) -> Vec<Found<F>> {
    let mut all: Vec<Found<F>> = Vec::new();
    for (place, cell) in &row.cells {
        let column = columns.iter().find(|column| column.has(cell.shown()));
        let column = column.filter(|column| !is_idle(row, column, cell.shown()));
        if let Some(column) = column.filter(|column| all.iter().all(|other| other.field != column.field)) {
            all.push(Found { field: column.field, place: *place });
        }
    }
    all
}

/// Whether a title is the running number beside another number.
fn is_idle<F>(titles: &Row, column: &Column<F>, title: &str) -> bool {
    let is_other = |other: &str| column.has(other) && plain(other) != RUNNING_NUMBER;
    plain(title) == RUNNING_NUMBER && titles.cells.values().any(|cell| is_other(cell.shown()))
}

/// Reports titles that are unknown, stand twice or are missing, and values without a title.
pub(super) fn check<F: Copy + PartialEq>(
    table: &Table,
    header: &Header<F>,
    columns: &[Column<F>],
    findings: &mut Findings,
) {
    let Some(titles) = table.rows.get(&header.row) else {
        return;
    };
    for (place, cell) in &titles.cells {
        if header.found.iter().any(|found| found.place == *place) {
            continue;
        }
        let problem = match columns.iter().find(|column| column.has(cell.shown())) {
            Some(column) if is_idle(titles, column, cell.shown()) => continue,
            Some(column) => CellProblem::DuplicateColumn { first: first_title(titles, header, column) },
            None => CellProblem::UnknownColumn { known: known(columns, false) },
        };
        findings.add(header.row, Some(*place), cell.shown(), problem);
    }
    for column in columns.iter().filter(|column| column.required && !header.has(&column.field)) {
        let title = column.titles.join("/");
        findings.add(header.row, None, "", CellProblem::MissingColumn { title });
    }
    check_untitled(table, header.row, titles, findings);
}

fn check_untitled(table: &Table, header: u32, titles: &Row, findings: &mut Findings) {
    let mut reported = std::collections::BTreeSet::new();
    for (number, row) in table.rows.range(header + 1..) {
        for (place, cell) in &row.cells {
            if !titles.cells.contains_key(place) && reported.insert(*place) {
                findings.add(*number, Some(*place), cell.shown(), CellProblem::UntitledColumn);
            }
        }
    }
}

fn first_title<F: Copy + PartialEq>(titles: &Row, header: &Header<F>, column: &Column<F>) -> String {
    let found = header.found.iter().find(|found| found.field == column.field);
    let title = |place: u32| titles.cells.get(&place).map_or("", |cell| cell.shown());
    found.map(|found| label(found.place, title(found.place))).unwrap_or_default()
}

/// The titles that are told to people.
fn known<F>(columns: &[Column<F>], required_only: bool) -> String {
    let titles = columns.iter().filter(|column| column.required || !required_only);
    titles.filter_map(|column| column.titles.first()).cloned().collect::<Vec<_>>().join("、")
}

/// A column as a finding names it: `C 姓名`.
pub(super) fn label(place: u32, title: &str) -> String {
    format!("{} {title}", letters(place)).trim_end().to_owned()
}
