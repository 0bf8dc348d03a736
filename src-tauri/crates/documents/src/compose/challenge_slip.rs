//! 检验单.

use super::{Composer, form::grouped};
use crate::{
    ChallengeSlip, ContentError, DocumentError, Fonts,
    chars::JOINER,
    fonts::Voice,
    layout::{
        flow::Block,
        measure::{Style, TYPE_WIDTH},
        paragraph::{Align, Paragraph},
        table::{Column, Width},
    },
    papers::challenge_slip::{Labels, labels as words},
};

/// The size and line of the text.
const TEXT_SIZE: f32 = 12.0;
const TEXT_LINE: f32 = 19.0;
/// The size and line of the tracking code.
const CODE_SIZE: f32 = 18.0;
const CODE_LINE: f32 = 27.0;
/// The size and line of the table.
const TABLE_SIZE: f32 = 12.0;
const TABLE_LINE: f32 = 17.0;

/// What a challenged ballot had sealed, as PDF.
pub fn challenge_slip(fonts: &Fonts, document: &ChallengeSlip) -> Result<Vec<u8>, DocumentError> {
    if document.rows.is_empty() {
        return Err(ContentError::Empty.into());
    }
    let composer = Composer::new(fonts, &document.heading);
    let composer = Composer { body: Style::plain(Voice::Body, TEXT_SIZE, TEXT_LINE), ..composer };
    let words = words(document.heading.language);
    let mut blocks = composer.title(words.title, document.round)?;
    let code = Style::plain(Voice::Heading, CODE_SIZE, CODE_LINE);
    let code = Paragraph::new(code, composer.language(), Align::Centre, TYPE_WIDTH);
    blocks.push(Block::WithNext(code.set(fonts, &format!("{}{}", words.code, document.code))?));
    blocks.push(Block::Gap(6.0));
    blocks.push(Block::WithNext(composer.heading_line(words.spoiled)?));
    blocks.push(Block::WithNext(composer.paragraph(words.lead)?));
    blocks.push(Block::Gap(6.0));
    let rows: Vec<Vec<String>> = document
        .rows
        .iter()
        .map(|row| vec![row.number.clone(), row.name.clone(), (words.mark)(row.mark).to_owned()])
        .collect();
    let table = composer.table_style(TABLE_SIZE, TABLE_LINE).set(fonts, &columns(words), &rows)?;
    blocks.push(Block::Table(table));
    blocks.push(Block::Gap(10.0));
    blocks.push(Block::Lines(composer.paragraph(&(words.check)(&unbroken(&document.file)))?));
    blocks.push(composer.paragraph_gap());
    blocks.push(Block::WithNext(composer.paragraph(words.digest)?));
    let digits =
        Paragraph { hanging_indent: composer.indent(), ..composer.body_paragraph(composer.indent()) };
    blocks.push(Block::Whole(digits.set(fonts, &grouped(&document.digest))?));
    composer.write(&composer.title_of_round(words.title, document.round), composer.pages(&blocks)?)
}

/// A file's name, which is not broken after a hyphen.
fn unbroken(text: &str) -> String {
    text.replace('-', &format!("-{JOINER}"))
}

fn columns(words: &Labels) -> [Column; 3] {
    let column = |head: &str, width, align| Column { head: head.to_owned(), width, align };
    [
        column(words.number, Width::Fit, Align::Centre),
        column(words.name, Width::Share, Align::Left),
        column(words.sealed, Width::Fit, Align::Centre),
    ]
}
