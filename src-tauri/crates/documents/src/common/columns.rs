//! The columns of a table that has a row for each of many alike values.

use typeset::blocks::{Align, Column, Width};

/// A column and the texts in it.
pub(crate) type Filled = (Column, Vec<String>);

/// A column with what it says of each value.
pub(crate) fn column<T>(
    values: &[T],
    head: &str,
    width: Width,
    align: Align,
    text: &dyn Fn(&T) -> String,
) -> Filled {
    (Column::new(head, width, align), values.iter().map(text).collect())
}

/// The columns that say something, and their texts row by row.
pub(crate) fn rows(columns: Vec<Filled>) -> (Vec<Column>, Vec<Vec<String>>) {
    let says_something = |(_, texts): &Filled| texts.iter().any(|text| !text.is_empty());
    let (columns, texts): (Vec<Column>, Vec<Vec<String>>) =
        columns.into_iter().filter(says_something).unzip();
    let count = texts.iter().map(Vec::len).max().unwrap_or(0);
    let row = |index: usize| texts.iter().map(|column| column[index].clone()).collect();
    (columns, (0..count).map(row).collect())
}
