//! 票决办法.

use super::{Composer, blanks::ruled, closer::no_short_end};
use crate::{
    DocumentError, Fonts, VotingMeasure,
    draw::Strip,
    fonts::Voice,
    layout::{
        flow::Block,
        measure::{Style, TYPE_WIDTH},
        paragraph::{Align, Paragraph},
    },
    papers::voting_measure as words,
};

/// The size of the note below the title, by the body's.
const PASSED_SIZE: f32 = 0.875;

/// The voting measure as PDF.
pub fn voting_measure(fonts: &Fonts, measure: &VotingMeasure<'_>) -> Result<Vec<u8>, DocumentError> {
    let composer = Composer::new(fonts, &measure.heading);
    let title = words::title(measure);
    let pages = no_short_end(composer, &|composer| blocks(composer, measure, &title))?;
    composer.write(&title, pages)
}

fn blocks(
    composer: &Composer<'_>,
    measure: &VotingMeasure<'_>,
    title: &str,
) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = composer.title(title, 1)?;
    // The note belongs to the title, so it stands before the gap below it.
    blocks.insert(1, Block::WithNext(passed(composer, words::passed(measure))?));
    for article in words::articles(measure) {
        blocks.extend(self::article(composer, &article)?);
        blocks.push(composer.paragraph_gap());
    }
    blocks.extend(notes(composer, measure)?);
    Ok(blocks)
}

fn passed(composer: &Composer<'_>, parts: [String; 2]) -> Result<Vec<Strip>, DocumentError> {
    let style = Style::plain(Voice::Small, composer.body.size * PASSED_SIZE, composer.body.line);
    let paragraph = Paragraph::new(style, composer.language(), Align::Centre, TYPE_WIDTH);
    Ok(ruled(composer.note_below_title(&paragraph, parts)?))
}

/// Paragraphs; one that announces what follows stays with it.
fn article(composer: &Composer<'_>, paragraphs: &[String]) -> Result<Vec<Block>, DocumentError> {
    paragraphs
        .iter()
        .map(|text| {
            let lines = ruled(composer.paragraph(text)?);
            Ok(if text.ends_with(['：', ':']) { Block::WithNext(lines) } else { Block::Lines(lines) })
        })
        .collect()
}

fn notes(composer: &Composer<'_>, measure: &VotingMeasure<'_>) -> Result<Vec<Block>, DocumentError> {
    if measure.warnings.is_empty() {
        return Ok(Vec::new());
    }
    let mut blocks = vec![
        Block::Gap(composer.body.line / 2.0),
        Block::WithNext(composer.heading_line(words::notes_heading(composer.language()))?),
    ];
    let notes = words::notes(measure);
    for (index, note) in notes.iter().enumerate() {
        // A note by itself has no number.
        let text = if notes.len() == 1 { note.clone() } else { format!("{}. {note}", index + 1) };
        blocks.push(Block::Lines(composer.paragraph(&text)?));
    }
    Ok(blocks)
}
