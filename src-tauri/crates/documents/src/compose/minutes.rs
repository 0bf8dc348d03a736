//! 票决过程记录.

use super::{
    Composer,
    closer::{Closeness, fewest_pages},
    columns, form,
};
use crate::{
    ContentError, DocumentError, Fonts, Minutes, MinutesAct,
    common::names::{joined, joined_in, joined_list},
    draw::Strip,
    layout::{
        flow::Block,
        paragraph::{Align, Paragraph},
        table::{Group, Width},
    },
    papers::minutes::labels as words,
};
use std::collections::BTreeSet;

/// The size and line of the table: 五号, for the many rows of a whole day.
const TABLE_SIZE: f32 = 10.5;
const TABLE_LINE: f32 = 14.5;
/// The least width of the names, in characters.
const NAME: usize = 9;

/// The minutes as PDF.
pub fn minutes(fonts: &Fonts, document: &Minutes) -> Result<Vec<u8>, DocumentError> {
    if document.acts.is_empty() {
        return Err(ContentError::Empty.into());
    }
    let composer = form::composer(fonts, &document.heading);
    let title = (words(composer.language()).title)(document.heading.year);
    let pages = fewest_pages(composer, &|composer, closeness| blocks(composer, document, &title, closeness))?;
    composer.write(&title, pages)
}

fn blocks(
    composer: &Composer<'_>,
    document: &Minutes,
    title: &str,
    closeness: Closeness,
) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = composer.title(title, 1)?;
    blocks.extend(head(composer, document)?);
    let (columns, mut rows) = columns::rows(filled(composer, document));
    let mut groups = Vec::new();
    for acts in document.acts.chunk_by(|a, b| a.at.date_naive() == b.at.date_naive()) {
        let rest = rows.split_off(acts.len());
        groups.push(day(composer, acts, rows));
        rows = rest;
    }
    let style = closeness.table(composer.table_style(TABLE_SIZE, TABLE_LINE));
    blocks.push(Block::Table(style.set_groups(composer.fonts, &columns, &groups)?));
    blocks.push(Block::Gap(4.0));
    blocks.push(composer.signing(title, 1, places(composer, document)?)?);
    Ok(blocks)
}

/// Where it was, and who held which office; a line for each that is known.
fn head(composer: &Composer<'_>, document: &Minutes) -> Result<Vec<Block>, DocumentError> {
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
        blocks.push(Block::WithNext(labelled(composer, label, &text)?));
    }
    blocks.push(Block::Gap(4.0));
    Ok(blocks)
}

/// A text after its label, with further lines below the text.
fn labelled(composer: &Composer<'_>, label: &str, text: &str) -> Result<Vec<Strip>, DocumentError> {
    let paragraph = Paragraph { align: Align::Left, ..composer.body_paragraph(0.0) };
    let hanging_indent = paragraph.extent(composer.fonts, label)?.whole;
    Ok(Paragraph { hanging_indent, ..paragraph }.set(composer.fonts, &format!("{label}{text}"))?)
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
fn places(composer: &Composer<'_>, document: &Minutes) -> Result<Vec<Strip>, DocumentError> {
    let recorder = [String::new()];
    let people = [
        (composer.words.report.chief, std::slice::from_ref(&document.chief)),
        (words(composer.language()).recorder, recorder.as_slice()),
    ];
    form::places(composer, &people, None)
}
