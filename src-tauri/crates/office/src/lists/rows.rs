//! Reading the rows below the titles, and noting every wrong cell on the way.

use super::{
    CellProblem, Finding, ImportError, Limits, cell,
    cell::Words,
    columns::{self, Column, Found, Header, label},
};
use chrono::NaiveDate;
use procedure::money::Money;
use sheets::table::{Cell, Row, Table, letters};
use std::collections::BTreeMap;

/// Characters of a wrong value that a finding shows.
const SHOWN: usize = 40;

/// The findings of a sheet.
pub(super) struct Findings {
    sheet: String,
    titles: BTreeMap<u32, String>,
    found: Vec<Finding>,
}

impl Findings {
    /// Notes a finding about a cell, or about a row where there is no column; beyond the limit it is dropped.
    pub(super) fn add(&mut self, row: u32, column: Option<u32>, value: &str, problem: CellProblem) {
        if self.found.len() >= Limits::FINDINGS {
            return;
        }
        let title = |place: u32| self.titles.get(&place).map_or("", String::as_str);
        let finding = Finding {
            sheet: self.sheet.clone(),
            row,
            column: column.map(|place| label(place, title(place))).unwrap_or_default(),
            place: column,
            value: shortened(value),
            problem,
        };
        self.found.push(finding);
    }

    fn into_result(mut self) -> Result<(), ImportError> {
        if self.found.is_empty() {
            return Ok(());
        }
        self.found.sort_by_key(|finding| (finding.row, finding.place));
        Err(ImportError::Cells(self.found))
    }
}

fn shortened(value: &str) -> String {
    let mut shown: String = value.chars().take(SHOWN).collect();
    if shown.len() < value.len() {
        shown.push('…');
    }
    shown
}

/// Reads a list: chooses its sheet, checks its titles and reads each row with `read`.
///
/// `read` gives a value even for a wrong row, so that all its cells are looked at; with any finding, no value is given.
pub(super) fn list<F: Copy + PartialEq, T>(
    tables: Vec<Table>,
    columns: &[Column<F>],
    mut read: impl FnMut(&mut Reader<'_, F>) -> T,
) -> Result<Vec<T>, ImportError> {
    let (table, header) = columns::choose(tables, columns)?;
    let titles = table.rows.get(&header.row);
    let mut findings = Findings {
        sheet: table.sheet.clone(),
        titles: titles.map(named).unwrap_or_default(),
        found: Vec::new(),
    };
    columns::check(&table, &header, columns, &mut findings);
    check_merged(&table, header.row, &mut findings);
    let fields = titles.and_then(|titles| titles.fields);
    let mut values = Vec::new();
    for (number, row) in table.rows.range(header.row + 1..) {
        check_fields(*number, row, fields, &mut findings);
        let mut reader = Reader { number: *number, row, header: &header, findings: &mut findings };
        values.push(read(&mut reader));
    }
    findings.into_result()?;
    Ok(values)
}

fn named(titles: &Row) -> BTreeMap<u32, String> {
    titles.cells.iter().map(|(place, cell)| (*place, shortened(cell.shown()))).collect()
}

/// Merged cells matter from the titles down to the last row; a merged title of the whole list above them doesn't.
fn check_merged(table: &Table, header: u32, findings: &mut Findings) {
    let last = table.rows.keys().next_back().copied().unwrap_or(header);
    for area in &table.merged {
        let ((top, left), (bottom, right)) = (area.first, area.last);
        if bottom < header || top > last {
            continue;
        }
        let value = table.rows.get(&top).and_then(|row| row.cells.get(&left)).map_or("", Cell::shown);
        let area = format!("{}{top}:{}{bottom}", letters(left), letters(right));
        findings.add(top, Some(left), value, CellProblem::Merged { area });
    }
}

fn check_fields(number: u32, row: &Row, expected: Option<usize>, findings: &mut Findings) {
    if let (Some(expected), Some(found)) = (expected, row.fields)
        && expected != found
    {
        findings.add(number, None, "", CellProblem::Ragged { expected, found });
    }
}

/// One row, read field by field.
pub(super) struct Reader<'a, F> {
    number: u32,
    row: &'a Row,
    header: &'a Header<F>,
    findings: &'a mut Findings,
}

impl<F: Copy + PartialEq> Reader<'_, F> {
    /// Notes what is wrong with a field of this row.
    pub(super) fn wrong(&mut self, field: F, problem: CellProblem) {
        let place = self.place(field);
        let value = place.and_then(|place| self.row.cells.get(&place)).map_or("", Cell::shown);
        self.findings.add(self.number, place, value, problem);
    }

    fn place(&self, field: F) -> Option<u32> {
        let found: Option<&Found<F>> = self.header.found.iter().find(|found| found.field == field);
        found.map(|found| found.place)
    }

    fn cell(&self, field: F) -> Option<&Cell> {
        self.row.cells.get(&self.place(field)?)
    }

    /// A field's value by this reading of its text; the default where it is empty or wrong.
    pub(super) fn value<T: Default>(&mut self, field: F, read: impl Fn(&str) -> Result<T, CellProblem>) -> T {
        let result = match self.cell(field) {
            None => return T::default(),
            Some(Cell::Text(text)) => words_of_cell(text).and_then(|()| read(text)),
            Some(Cell::Number(number)) => read(number),
            Some(Cell::Date(..)) => Err(CellProblem::DateNotText),
            Some(Cell::Formula(_)) => Err(CellProblem::Formula),
            Some(Cell::Error(_)) => Err(CellProblem::SpreadsheetError),
        };
        result.unwrap_or_else(|problem| {
            self.wrong(field, problem);
            T::default()
        })
    }

    /// A text; empty where the cell is.
    pub(super) fn text(&mut self, field: F, words: Words) -> String {
        if let Some(Cell::Number(number)) = self.cell(field)
            && let Err(problem) = cell::digits_kept(number)
        {
            self.wrong(field, problem);
            return String::new();
        }
        self.value(field, |text| cell::words(text, words).map(|()| text.to_owned()))
    }

    /// A text that must be there.
    pub(super) fn required(&mut self, field: F, words: Words) -> String {
        self.report_missing(field);
        self.text(field, words)
    }

    /// A number by which the row is known, as it is written; `seen` has those of the rows above.
    pub(super) fn unique_number(&mut self, field: F, seen: &mut BTreeMap<String, u32>) -> String {
        let number = self.required(field, Words::line(Limits::NUMBER));
        if let Err(problem) = cell::half_width(&number) {
            self.wrong(field, problem);
        } else if let Some(first_row) = seen.get(&number).copied() {
            self.wrong(field, CellProblem::DuplicateNumber { first_row });
        } else if !number.is_empty() {
            seen.insert(number.clone(), self.number);
        }
        number
    }

    /// An amount in 万元; none where the cell is empty.
    pub(super) fn money(&mut self, field: F) -> Option<Money> {
        self.value(field, |text| cell::money(text).map(Some))
    }

    /// A day; none where the cell is empty.
    pub(super) fn date(&mut self, field: F) -> Option<NaiveDate> {
        match self.cell(field) {
            Some(Cell::Date(Some(date), _)) => Some(*date),
            Some(Cell::Date(None, _)) => {
                self.wrong(field, cell::not_a_date());
                None
            }
            _ => self.value(field, |text| cell::date(text).map(Some)),
        }
    }

    /// Reports an empty cell, where the list has the column at all: a missing column is reported once.
    pub(super) fn report_missing(&mut self, field: F) {
        if self.place(field).is_some() && self.cell(field).is_none() {
            self.wrong(field, CellProblem::Missing);
        }
    }
}

/// No cell of any column is longer than this, or has characters that can't be seen.
fn words_of_cell(text: &str) -> Result<(), CellProblem> {
    cell::words(text, Words::LINES)
}
