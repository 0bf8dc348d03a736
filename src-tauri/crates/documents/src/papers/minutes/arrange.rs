//! 票决过程记录.

use super::{Minutes, MinutesAct, labels as words};
use crate::{
    ContentError, DocumentError, Output,
    common::{
        columns,
        composer::Composer,
        form,
        names::{joined, joined_in, joined_list},
    },
};
use procedure::number::RoundNumber;
use std::collections::BTreeSet;
use typeset::{
    Document, Fit, Styles,
    blocks::{Align, Block, Content, Gap, Group, Keep, RowSize, StyleName, Table, Text, Width},
};

/// The size and line of the table: 五号, for the many rows of a whole day.
const ROWS: RowSize = RowSize::Closing { size: 10.5, line: 14.5 };
/// The least width of the names, in characters.
const NAME: usize = 9;

/// The minutes as a file.
pub fn minutes<'a>(output: impl Into<Output<'a>>, document: &Minutes) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange(document)?)?)
}

fn arrange(document: &Minutes) -> Result<Document, ContentError> {
    if document.acts.is_empty() {
        return Err(ContentError::Empty);
    }
    let composer = Composer::new(&document.heading);
    let title = (words(composer.language()).title)(document.heading.year);
    let mut blocks = composer.title(&title, RoundNumber::FIRST);
    blocks.extend(head(&composer, document));
    let (columns, mut rows) = columns::rows(filled(&composer, document));
    let mut groups = Vec::new();
    for acts in document.acts.chunk_by(|a, b| a.at.date_naive() == b.at.date_naive()) {
        let rest = rows.split_off(acts.len());
        groups.push(day(&composer, acts, rows));
        rows = rest;
    }
    blocks.push(Block::Table(Table::new(ROWS, columns, groups)));
    blocks.push(Block::Gap(Gap::Points(4.0)));
    blocks.push(signing(&composer, document, &title));
    Ok(composer.document(&title, Styles::form(composer.language()), Fit::FewestPages, blocks))
}

/// Where it was, and who held which office; a line for each that is known.
fn head(composer: &Composer<'_>, document: &Minutes) -> Vec<Block> {
    let words = words(composer.language());
    let listed = |names: &[String]| listed(composer, names);
    let lines = [
        (words.place, document.place.clone()),
        (words.chief, joined(&document.chief)),
        (words.scrutineers, listed(&document.scrutineers)),
        (words.tellers, listed(&document.tellers)),
    ];
    let mut blocks = Vec::new();
    for (label, text) in lines.into_iter().filter(|(_, text)| !text.is_empty()) {
        let labelled = Content::Labelled { label: label.to_owned(), text };
        blocks.push(Text::of(StyleName::Left, labelled).kept(Keep::WithNext).into());
    }
    blocks.push(Block::Gap(Gap::Points(4.0)));
    blocks
}

/// Names side by side, each on one line.
fn listed(composer: &Composer<'_>, names: &[String]) -> String {
    joined_list(names, composer.words.number_separator)
}

fn filled(composer: &Composer<'_>, document: &Minutes) -> Vec<columns::Filled> {
    let words = words(composer.language());
    let acts = &document.acts;
    let people: BTreeSet<&str> = people(document).collect();
    let column = |head, width, align, text: &dyn Fn(&MinutesAct) -> String| {
        columns::column(acts, head, width, align, text)
    };
    vec![
        column(words.number, Width::Fit, Align::Centre, &|act| act.number.to_string()),
        column(words.time, Width::Fit, Align::Centre, &|act| act.at.format("%H:%M").to_string()),
        column(words.by, Width::ShareFrom(NAME), Align::Left, &|act| by(composer, act)),
        column(words.what, Width::Share, Align::Left, &|act| joined_in(&act.what, people.iter().copied())),
    ]
}

/// All who are named as having done something.
fn people(document: &Minutes) -> impl Iterator<Item = &str> {
    let Minutes { chief, scrutineers, tellers, acts, .. } = document;
    let by = acts.iter().flat_map(|act| &act.by);
    let people = std::iter::once(chief).chain(scrutineers).chain(tellers).chain(by);
    people.map(String::as_str)
}

/// Who did it, and below who witnessed it.
fn by(composer: &Composer<'_>, act: &MinutesAct) -> String {
    match act.by.split_first() {
        None => String::new(),
        Some((who, [])) => joined(who),
        Some((who, witnesses)) => {
            let witnesses = (words(composer.language()).witness)(&listed(composer, witnesses));
            format!("{}\n{witnesses}", joined(who))
        }
    }
}

/// The acts of one day, below its date.
fn day(composer: &Composer<'_>, acts: &[MinutesAct], rows: Vec<Vec<String>>) -> Group {
    let date = acts.first().map(|act| (composer.words.date)(act.at.date_naive())).unwrap_or_default();
    Group { continued: (composer.words.list.continued)(&date), title: date, rows }
}

/// Places for the chief scrutineer and for whoever keeps the minutes, whose name is filled in by hand.
fn signing(composer: &Composer<'_>, document: &Minutes, title: &str) -> Block {
    let recorder = [String::new()];
    let people = [
        (composer.words.report.chief, std::slice::from_ref(&document.chief)),
        (words(composer.language()).recorder, recorder.as_slice()),
    ];
    form::signing(composer, title, RoundNumber::FIRST, &people, None)
}
