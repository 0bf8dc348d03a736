//! A list that was read from a file and can be corrected, cell by cell, before it is imported. The file isn't changed.

use super::{Finding, ImportError, candidates, columns, delegates};
use procedure::{candidate::Candidate, roster::Delegate};
use sheets::{
    FileProblem, Limits,
    table::{self, Cell, Table},
};
use std::collections::BTreeSet;

/// Which list a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// A roster.
    Delegates,
    /// A candidate list.
    Candidates,
}

/// A list of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum List {
    /// A roster.
    Delegates(Vec<Delegate>),
    /// A candidate list.
    Candidates(Vec<Candidate>),
}

/// A file's list on its way into the session.
#[derive(Debug)]
pub struct ImportDraft {
    kind: ListKind,
    table: Table,
    title_row: u32,
    left_out: BTreeSet<u32>,
}

/// A row of a draft, as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// Its number in the file, from 1.
    pub row: u32,
    /// Its cells, from the first column; as many as there are titles.
    pub cells: Vec<String>,
    /// Whether a person has said to leave it out.
    pub left_out: bool,
}

impl ImportDraft {
    /// Reads a file and finds the list in it. What is wrong with its cells is for [`check`](Self::check) to say.
    pub fn read(kind: ListKind, file_name: &str, bytes: &[u8]) -> Result<Self, FileProblem> {
        let tables = table::read(file_name, bytes)?;
        let (table, title_row) = match kind {
            ListKind::Delegates => chosen(tables, &delegates::columns())?,
            ListKind::Candidates => chosen(tables, &candidates::columns())?,
        };
        Ok(Self { kind, table, title_row, left_out: BTreeSet::new() })
    }

    /// Which list it is.
    #[must_use]
    pub const fn kind(&self) -> ListKind {
        self.kind
    }

    /// The sheet's name.
    #[must_use]
    pub fn sheet(&self) -> &str {
        &self.table.sheet
    }

    /// The number of the row of titles, from 1.
    #[must_use]
    pub const fn title_row(&self) -> u32 {
        self.title_row
    }

    /// The titles, from the first column; empty where a column has none.
    #[must_use]
    pub fn titles(&self) -> Vec<String> {
        self.cells(self.title_row)
    }

    /// The rows below the titles.
    #[must_use]
    pub fn rows(&self) -> Vec<DraftRow> {
        let numbers = self.table.rows.range(self.title_row + 1..).map(|(number, _)| *number);
        numbers
            .map(|row| DraftRow { row, cells: self.cells(row), left_out: self.left_out.contains(&row) })
            .collect()
    }

    fn cells(&self, row: u32) -> Vec<String> {
        let width = self.table.rows.values().filter_map(|row| row.cells.keys().next_back()).max();
        let shown = |place: u32| {
            let cell = self.table.rows.get(&row).and_then(|row| row.cells.get(&place));
            cell.map(|cell| cell.shown().to_owned()).unwrap_or_default()
        };
        width.map_or(Vec::new(), |last| (0..=*last).map(shown).collect())
    }

    /// Writes another value into a cell; an empty title takes its whole column away. A merged area that the cell lies in
    /// is dissolved: the person has said what stands there.
    pub fn correct(&mut self, row: u32, column: u32, value: &str) {
        if column >= Limits::COLUMNS || !self.table.rows.contains_key(&row) {
            return;
        }
        let outside = |area: &table::Area| {
            let rows = area.first.0..=area.last.0;
            let columns = area.first.1..=area.last.1;
            !(rows.contains(&row) && columns.contains(&column))
        };
        self.table.merged.retain(outside);
        let cell = Cell::text(value);
        if row == self.title_row && cell.is_none() {
            self.table.rows.values_mut().for_each(|row| {
                row.cells.remove(&column);
            });
        } else if let Some(row) = self.table.rows.get_mut(&row) {
            match cell {
                Some(cell) => row.cells.insert(column, cell),
                None => row.cells.remove(&column),
            };
            // A person has looked at the row: how many fields it had in the file no longer matters.
            row.fields = None;
        }
    }

    /// Leaves a row out, or takes it back in.
    pub fn leave_out(&mut self, row: u32, left_out: bool) {
        if left_out {
            self.left_out.insert(row);
        } else {
            self.left_out.remove(&row);
        }
    }

    /// The values, or every wrong cell.
    pub fn check(&self) -> Result<List, ImportError> {
        let mut table = self.table.clone();
        table.rows.retain(|row, _| !self.left_out.contains(row));
        match self.kind {
            ListKind::Delegates => delegates::of_tables(vec![table]).map(List::Delegates),
            ListKind::Candidates => candidates::of_tables(vec![table]).map(List::Candidates),
        }
    }

    /// Every wrong cell; none where all are right.
    pub fn findings(&self) -> Result<Vec<Finding>, FileProblem> {
        match self.check() {
            Ok(_) => Ok(Vec::new()),
            Err(ImportError::Cells(findings)) => Ok(findings),
            Err(ImportError::File(problem)) => Err(problem),
        }
    }
}

fn chosen<F: Copy + PartialEq>(
    tables: Vec<Table>,
    columns: &[columns::Column<F>],
) -> Result<(Table, u32), FileProblem> {
    columns::choose(tables, columns).map(|(table, header)| (table, header.row))
}
