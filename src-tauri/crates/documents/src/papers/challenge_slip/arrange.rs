//! 检验单.

use super::{ChallengeSlip, Labels, labels as words};
use crate::{
    ContentError, DocumentError, Fonts,
    common::{composer::Composer, form::grouped},
};
use typeset::{
    Document, Fit, Styles,
    blocks::{Align, Block, Column, Gap, Keep, RowSize, StyleName, Table, Text, Width},
    chars::JOINER,
};

/// The size and line of the text.
const BODY: (f32, f32) = (12.0, 19.0);
/// The size and line of the table.
const ROWS: RowSize = RowSize::Closing { size: 12.0, line: 17.0 };

/// What a challenged ballot had sealed, as PDF.
pub fn challenge_slip(fonts: &Fonts, document: &ChallengeSlip) -> Result<Vec<u8>, DocumentError> {
    Ok(typeset::pdf(fonts, arrange(document)?)?)
}

fn arrange(document: &ChallengeSlip) -> Result<Document, ContentError> {
    if document.rows.is_empty() {
        return Err(ContentError::Empty);
    }
    let composer = Composer::new(&document.heading);
    let words = words(document.heading.language);
    let mut blocks = composer.title(words.title, document.round);
    let code = Text::new(StyleName::Code, format!("{}{}", words.code, document.code));
    blocks.push(code.kept(Keep::WithNext).into());
    blocks.push(Block::Gap(Gap::Points(6.0)));
    blocks.push(Composer::heading(words.spoiled));
    blocks.push(Composer::paragraph_with_next(words.lead));
    blocks.push(Block::Gap(Gap::Points(6.0)));
    let rows = document.rows.iter();
    let rows =
        rows.map(|row| vec![row.number.to_string(), row.name.clone(), (words.mark)(row.mark).to_owned()]);
    blocks.push(Block::Table(Table::plain(ROWS, columns(words), rows.collect())));
    blocks.push(Block::Gap(Gap::Points(10.0)));
    blocks.push(Composer::paragraph((words.check)(&unbroken(&document.file))));
    blocks.push(Block::Gap(Gap::Paragraphs));
    blocks.push(Composer::paragraph_with_next(words.digest));
    let digits = Text::new(StyleName::Hanging, grouped(&document.digest));
    blocks.push(digits.kept(Keep::Whole).into());
    let title = composer.title_of_round(words.title, document.round);
    let styles = Styles::letter(composer.language()).of_size(BODY);
    Ok(composer.document(&title, styles, Fit::Usual, blocks))
}

/// A file's name, which is not broken after a hyphen.
fn unbroken(text: &str) -> String {
    text.replace('-', &format!("-{JOINER}"))
}

fn columns(words: &Labels) -> Vec<Column> {
    vec![
        Column::new(words.number, Width::Fit, Align::Centre),
        Column::new(words.name, Width::Share, Align::Left),
        Column::new(words.sealed, Width::Fit, Align::Centre),
    ]
}
