//! Delegates.

use super::{ImportError, Limits, cell, cell::Words, columns::Column, rows};
use procedure::roster::Delegate;
use sheets::table::{self, Table};
use std::collections::BTreeMap;

/// What a column of the roster holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Number,
    Name,
    Delegation,
    InOffice,
}

/// The columns of a roster, in the order of its form.
pub(super) fn columns() -> Vec<Column<Field>> {
    vec![
        Column::titled(Field::Number, &["代表证号", "编号", "序号", "Number"], true),
        Column::titled(Field::Name, &["姓名", "Name"], true),
        Column::titled(Field::Delegation, &["代表团", "Delegation"], true),
        Column::titled(Field::InOffice, &["是否在任", "In office"], false),
    ]
}

/// Reads a roster, in the order of its rows. Numbers are kept as written: `001` is not `1`.
pub fn delegates(file_name: &str, bytes: &[u8]) -> Result<Vec<Delegate>, ImportError> {
    of_tables(table::read(file_name, bytes)?)
}

/// Reads a roster from the one of these sheets that holds it.
pub(super) fn of_tables(tables: Vec<Table>) -> Result<Vec<Delegate>, ImportError> {
    let mut numbers = BTreeMap::new();
    rows::list(tables, &columns(), |row| Delegate {
        number: row.unique_number(Field::Number, &mut numbers),
        name: row.required(Field::Name, Words::line(Limits::PERSON)),
        delegation: row.required(Field::Delegation, Words::line(Limits::PERSON)),
        in_office: row.value(Field::InOffice, |text| cell::yes_or_no(text).map(Some)).unwrap_or(true),
    })
}
