//! 票决办法.

use super::{self as words, VotingMeasure};
use crate::{
    DocumentError, Output,
    common::composer::{Composer, announces},
};
use procedure::number::RoundNumber;
use typeset::{
    Document, Fit, Styles,
    blocks::{Block, Content, Divided, Gap, Keep, StyleName, Text},
};

/// The voting measure as a file.
pub fn voting_measure<'a>(
    output: impl Into<Output<'a>>,
    measure: &VotingMeasure<'_>,
) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange(measure))?)
}

fn arrange(measure: &VotingMeasure<'_>) -> Document {
    let composer = Composer::new(&measure.heading);
    let title = words::title(measure);
    let mut blocks = composer.title(&title, RoundNumber::FIRST);
    // The note belongs to the title, so it stands before the gap below it.
    blocks.insert(1, passed(words::passed(measure)));
    for paragraphs in words::articles(measure) {
        blocks.extend(article(&paragraphs));
        blocks.push(Block::Gap(Gap::Paragraphs));
    }
    blocks.extend(notes(&composer, measure));
    composer.document(&title, Styles::letter(composer.language()), Fit::NoShortEnd, blocks)
}

fn passed([day, place]: [String; 2]) -> Block {
    let passed = Content::Divided(Divided { whole: format!("{day}{place}"), parts: [day, place] });
    Text::of(StyleName::Note, passed).kept(Keep::WithNext).with_blanks().into()
}

/// Paragraphs; one that announces what follows stays with it.
fn article(paragraphs: &[String]) -> impl Iterator<Item = Block> {
    let text = |text: &String| Text::new(StyleName::Body, text.clone()).kept(announces(text)).with_blanks();
    paragraphs.iter().map(move |paragraph| text(paragraph).into())
}

fn notes(composer: &Composer<'_>, measure: &VotingMeasure<'_>) -> Vec<Block> {
    if measure.warnings.is_empty() {
        return Vec::new();
    }
    let mut blocks =
        vec![Block::Gap(Gap::Lines(0.5)), Composer::heading(words::notes_heading(composer.language()))];
    let notes = words::notes(measure);
    for (index, note) in notes.iter().enumerate() {
        // A note by itself has no number.
        let text = if notes.len() == 1 { note.clone() } else { format!("{}. {note}", index + 1) };
        blocks.push(Composer::paragraph(text));
    }
    blocks
}
