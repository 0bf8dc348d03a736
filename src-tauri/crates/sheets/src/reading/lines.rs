//! Which lines below the titles are entries, and what the others are.

use super::{
    codes::LeftOutCode,
    form::{Form, Kind},
    names::{self, Heading},
    titles::{Block, Titles},
};
use crate::table::{Row, Table};

/// What a line of a block is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing is in it.
    Blank,
    /// No entry.
    LeftOut(LeftOutCode),
    /// What the entries below belong to.
    Heading(Heading),
    /// An entry, or what should be one.
    Entry,
}

/// The words by which the form's examples are known, in the column of numbers.
const EXAMPLES: [&str; 3] = ["示例", "例", "example"];

/// What is written in a line of a block.
struct Written<'a> {
    texts: Vec<(u32, String)>,
    block: &'a Block,
    form: &'a Form,
}

impl Written<'_> {
    fn at(&self, field: Option<usize>) -> &str {
        let column = field.and_then(|field| self.block.fields.get(&field));
        let found = self.texts.iter().find(|(place, _)| Some(place) == column);
        found.map_or("", |(_, text)| text.as_str())
    }

    fn name(&self) -> &str {
        self.at(Some(self.form.name()))
    }

    fn number(&self) -> &str {
        self.at(self.form.number())
    }

    fn first(&self) -> &str {
        self.texts.first().map_or("", |(_, text)| text.as_str())
    }

    /// Whether anything is written besides number and name.
    fn has_more(&self) -> bool {
        let aside = [self.form.number(), Some(self.form.name())];
        let columns: Vec<&u32> =
            aside.into_iter().flatten().filter_map(|field| self.block.fields.get(&field)).collect();
        self.texts.iter().any(|(column, _)| !columns.contains(&column))
    }

    /// Whether all that is written besides the number could be prepared for rows to come.
    fn is_prepared(&self) -> bool {
        let prepared = |column: &u32| {
            let field = self.block.fields.iter().find(|(_, place)| *place == column).map(|(field, _)| *field);
            let kind = field.and_then(|field| self.form.columns.get(field)).map(|column| column.kind);
            matches!(kind, Some(Kind::Number { .. } | Kind::YesNo))
        };
        !self.number().is_empty() && self.texts.iter().all(|(column, _)| prepared(column))
    }
}

/// What this line of this block is.
pub(super) fn told(
    table: &Table,
    number: u32,
    row: &Row,
    block: &Block,
    titles: &Titles,
    form: &Form,
) -> Line {
    let cells = row.cells.range(block.first..=block.last);
    let texts =
        cells.map(|(column, cell)| (*column, cell.shown())).filter(|(_, text)| !text.is_empty()).collect();
    let written = Written { texts, block, form };
    if written.texts.is_empty() {
        return beside(row, number, block, titles);
    }
    if let Some(code) = left_out(&written, titles) {
        return Line::LeftOut(code);
    }
    match heading(table, number, &written) {
        Some(text) => Line::Heading(names::heading(number, text)),
        None => Line::Entry,
    }
}

/// What a line is that has nothing below the titles: what is written to the left or right of them all may be a heading. It is
/// told once, with the first block.
fn beside(row: &Row, number: u32, block: &Block, titles: &Titles) -> Line {
    let (Some(first), Some(last)) = (titles.blocks.first(), titles.blocks.last()) else { return Line::Blank };
    if block.first != first.first {
        return Line::Blank;
    }
    let outside = row.cells.iter().filter(|(column, _)| **column < first.first || **column > last.last);
    let texts: Vec<String> = outside.map(|(_, cell)| cell.shown()).filter(|text| !text.is_empty()).collect();
    match texts.as_slice() {
        [] => Line::Blank,
        [text] if is_heading_word(text) => Line::Heading(names::heading(number, text)),
        _ => Line::LeftOut(LeftOutCode::StrayCell),
    }
}

fn left_out(written: &Written<'_>, titles: &Titles) -> Option<LeftOutCode> {
    let number = names::plain(written.number());
    let (name, first) = (written.name(), written.first());
    if repeats_titles(written, titles) {
        Some(LeftOutCode::RepeatedTitles)
    } else if written.texts.len() == 1 && !first.contains(char::is_alphanumeric) && name != first {
        Some(LeftOutCode::StrayCell)
    } else if [first, name, written.number()].into_iter().any(names::is_total) {
        Some(LeftOutCode::TotalRow)
    } else if names::is_note(first) || (written.texts.len() == 1 && names::is_note(name)) {
        Some(LeftOutCode::NoteRow)
    } else if EXAMPLES.iter().any(|word| number.starts_with(word)) && !name.is_empty() {
        Some(LeftOutCode::ExampleRow)
    } else if name.is_empty()
        && written.is_prepared()
        && !is_heading_word(&number)
        && number.chars().count() <= 12
    {
        Some(LeftOutCode::EmptyRow)
    } else if !name.is_empty() && names::is_no_name(name) {
        Some(LeftOutCode::NoName)
    } else if written.texts.len() == 1
        && !name.is_empty()
        && name.chars().all(|character| !character.is_alphanumeric())
    {
        Some(LeftOutCode::StrayCell)
    } else {
        None
    }
}

/// Whether what is in the column of numbers is a heading: an ordinal, a text that one precedes, or a group's name.
fn is_heading_word(number: &str) -> bool {
    names::is_ordinal(number) || names::is_headed(number) || names::is_group(number)
}

/// Whether a line says the titles once more, as on each page of a printed list.
fn repeats_titles(written: &Written<'_>, titles: &Titles) -> bool {
    let same = |(column, text): &(u32, String)| {
        let text = names::plain(text);
        titles
            .columns
            .get(column)
            .is_some_and(|title| title.lines.iter().any(|line| names::plain(line) == text))
    };
    let repeated = written.texts.iter().filter(|cell| same(cell)).count();
    repeated >= 2 || repeated == written.texts.len()
}

/// What a line says if it is a heading: a text alone that is merged, numbered, counted or not in the column of names; or an
/// ordinal and a text, and nothing else.
fn heading<'a>(table: &Table, number: u32, written: &'a Written<'_>) -> Option<&'a str> {
    if let [(column, text)] = written.texts.as_slice() {
        let merged = table.area(number, *column).is_some_and(|area| area.last.1 > area.first.1);
        let among_names = written.block.fields.get(&written.form.name()) == Some(column);
        let is_heading = merged
            || !among_names
            || names::is_headed(text)
            || names::is_group(text) && written.form.of_persons;
        let is_figure = text.chars().all(|character| character.is_ascii_digit());
        return (is_heading && !is_figure).then_some(text);
    }
    let ordinal = names::is_ordinal(written.number());
    let alone = !written.name().is_empty() && !written.has_more();
    (ordinal && alone && written.texts.len() == 2).then(|| written.name())
}
