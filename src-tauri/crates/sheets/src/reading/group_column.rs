//! The column of delegations, recognised by its values where its title isn't known. It is never taken without being asked.

use super::{
    choices::Choices,
    codes::QuestionCode,
    form::Form,
    names,
    notes::Notes,
    sheet::{Chosen, Layout},
    titles::Titles,
};
use crate::table::Table;

/// Values that must look like delegations.
const FEWEST: usize = 2;

/// Asks whether a column is that of delegations where none is titled so and all that is in this one looks like some.
pub(super) fn recognise(chosen: &mut [Chosen<'_>], form: &Form, choices: &Choices, notes: &mut Notes<'_>) {
    let (Some(group), true) = (form.group(), form.of_persons) else { return };
    let [Chosen { table, layout: Layout::Titled(titles), .. }] = chosen else { return };
    let Some(column) = candidate(table, titles, group, choices) else { return };
    let ([block], Some(title)) = (titles.blocks.as_mut_slice(), titles.columns.get_mut(&column)) else {
        return;
    };
    let (about, choices) = (title.text(), ["yes", "no"]);
    let answer = notes.ask(QuestionCode::GroupColumn, &about, Vec::new(), &choices, Some("yes"));
    if answer.as_deref() == Some("yes") {
        title.field = Some(group);
        block.fields.insert(group, column);
    }
}

/// The first column of which nobody has said what it is and whose values all look like delegations.
fn candidate(table: &Table, titles: &Titles, group: usize, choices: &Choices) -> Option<u32> {
    let [block] = titles.blocks.as_slice() else { return None };
    if block.fields.contains_key(&group) {
        return None;
    }
    let is_said = |column: &u32, title: &str| {
        choices.columns.contains_key(column) || choices.remembered.titles.contains_key(&Choices::key(title))
    };
    let unknown = titles
        .columns
        .iter()
        .filter(|(column, title)| title.field.is_none() && !is_said(column, &title.text()));
    unknown.map(|(column, _)| *column).find(|column| holds_groups(table, titles, *column))
}

fn holds_groups(table: &Table, titles: &Titles, column: u32) -> bool {
    let below = table.rows.range(titles.last + 1..);
    let shown: Vec<String> =
        below.filter_map(|(_, row)| row.cells.get(&column)).map(crate::table::Cell::shown).collect();
    shown.len() >= FEWEST && shown.iter().all(|text| names::is_group(text))
}
