//! What forms have in common: tables of figures, and places for those who sign.

use super::Composer;
use crate::{
    ContentError, DocumentError, Fonts, Heading,
    common::names::joined_in,
    draw::{Drawing, Strip},
    layout::{
        flow::Block,
        measure::{BODY_SIZE, Style, TYPE_WIDTH},
        paragraph::{Align, Paragraph},
        signatures::Signatures,
        table::{Column, TableStyle, Width},
    },
};
use chrono::NaiveDate;

/// The size and line of the text beside the tables: 四号.
const TEXT_SIZE: f32 = 14.0;
const TEXT_LINE: f32 = 24.0;

/// Hexadecimal characters in a group that is read aloud, and groups on a line.
const GROUP: usize = 8;
const GROUPS_A_LINE: usize = 4;

/// A size smaller than other documents: a form, not a text.
pub(super) fn composer<'a>(fonts: &'a Fonts, heading: &'a Heading) -> Composer<'a> {
    let composer = Composer::new(fonts, heading);
    if composer.body.size < BODY_SIZE {
        return composer;
    }
    Composer { body: Style::plain(composer.body.voice, TEXT_SIZE, TEXT_LINE), ..composer }
}

/// 小四 in Chinese; in English smaller, for longer words.
pub(super) fn table_style(composer: &Composer<'_>) -> TableStyle {
    match composer.language() {
        messages::Language::Chinese => composer.table_style(12.0, 18.0),
        messages::Language::English => composer.table_style(10.5, 16.0),
    }
}

/// A table of columns of one width.
pub(super) fn even_table(
    composer: &Composer<'_>,
    heads: &[&str],
    rows: &[Vec<String>],
) -> Result<Block, DocumentError> {
    let column = |head: &&str| Column { head: (*head).to_owned(), width: Width::Even, align: Align::Centre };
    let columns: Vec<Column> = heads.iter().map(column).collect();
    Ok(Block::Table(table_style(composer).set(composer.fonts, &columns, rows)?))
}

/// A hash in groups that can be read aloud and compared.
pub(super) fn grouped(hash: &str) -> String {
    let chars: Vec<char> = hash.chars().filter(|char| !char.is_whitespace()).collect();
    let groups: Vec<String> = chars.chunks(GROUP).map(|group| group.iter().collect()).collect();
    let lines: Vec<String> = groups.chunks(GROUPS_A_LINE).map(|line| line.join("  ")).collect();
    lines.join("\n")
}

/// Places for these people to sign, each kind after its label, and the day, which is left to be filled in where none is
/// given.
pub(super) fn places(
    composer: &Composer<'_>,
    people: &[(&str, &[String])],
    date: Option<NaiveDate>,
) -> Result<Vec<Strip>, DocumentError> {
    let words = &composer.words.report;
    let labels: Vec<&str> = people.iter().map(|(label, _)| *label).chain([words.sign_date]).collect();
    let places = Signatures {
        language: composer.language(),
        width: TYPE_WIDTH,
        label_width: 0.0,
        label_size: composer.body.size,
    };
    let places = places.fitting(composer.fonts, &labels)?;
    let mut strips = Vec::new();
    for (label, names) in people {
        strips.extend(places.set(composer.fonts, label, names)?);
    }
    strips.push(match date {
        Some(date) => dated(composer, places.label_width, &(composer.words.date)(date))?,
        None => places.blanks(composer.fonts, words.sign_date, composer.words.date_parts)?.0,
    });
    Ok(strips)
}

/// A sentence that somebody wrote, in which the names of these people hold together.
pub(super) fn statement(text: &str, chief: &str, others: [&[String]; 2]) -> String {
    let others = others.into_iter().flatten().map(String::as_str);
    joined_in(text, std::iter::once(chief).chain(others))
}

/// A known day beside its label.
fn dated(composer: &Composer<'_>, label_width: f32, date: &str) -> Result<Strip, DocumentError> {
    let paragraph = Paragraph::new(composer.body, composer.language(), Align::Left, TYPE_WIDTH);
    let mut drawing = Drawing::default();
    for (text, x) in [(composer.words.report.sign_date, 0.0), (date, label_width)] {
        for line in paragraph.set(composer.fonts, text)? {
            drawing.add(line.drawing, x, 6.0);
        }
    }
    Ok(Strip { height: composer.body.line + 10.0, drawing })
}

/// Figures that must hold before anything is printed; the place names them where they don't.
pub(super) fn holds(right: bool, place: &str) -> Result<(), DocumentError> {
    if right { Ok(()) } else { Err(ContentError::SumsDiffer { place: place.to_owned() }.into()) }
}
