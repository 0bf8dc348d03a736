//! 公告.

use super::Composer;
use crate::{
    Announcement, DocumentError, Fonts, Language,
    draw::{Drawing, Strip},
    layout::{
        flow::Block,
        measure::{CELL, Style, TYPE_WIDTH},
        paragraph::{Align, Paragraph},
        signatures::Signatures,
    },
};

/// A closer line, taken where it brings the announcement onto one page, as GB/T 9704 allows in special cases (5.2.3).
const CLOSE_LINE: f32 = 25.0;

/// The announcement as PDF.
pub fn announcement(fonts: &Fonts, document: &Announcement) -> Result<Vec<u8>, DocumentError> {
    if document.adopted.is_empty() {
        return Err(DocumentError::Empty);
    }
    let composer = Composer::new(fonts, &document.heading);
    let usual = composer.pages(&blocks(&composer, document)?)?;
    let close =
        Composer { body: Style { line: CLOSE_LINE.min(composer.body.line), ..composer.body }, ..composer };
    let pages = if usual.len() == 2 {
        Some(close.pages(&blocks(&close, document)?)?).filter(|pages| pages.len() == 1).unwrap_or(usual)
    } else {
        usual
    };
    composer.write(composer.words.announcement.title, pages)
}

fn blocks(composer: &Composer<'_>, document: &Announcement) -> Result<Vec<Block>, DocumentError> {
    let words = &composer.words.announcement;
    let heading = &document.heading;
    let number = document.adopted.len();
    let voters = composer.words.voters(heading.body);
    let opening = (words.opening)(&composer.session_name(), voters, document.rounds, heading.year, number);
    let mut blocks = composer.title(words.title, 1)?;
    blocks.push(Block::Lines(composer.paragraph(&opening)?));
    blocks.push(composer.paragraph_gap());
    for (index, project) in document.adopted.iter().enumerate() {
        let item = (words.item)(index + 1, &project.name);
        blocks.push(Block::Whole(composer.body_paragraph(2.0 * CELL).set(composer.fonts, &item)?));
    }
    blocks.push(composer.paragraph_gap());
    if usize::try_from(document.seats.0).ok() != Some(number) {
        blocks.push(Block::Lines(composer.paragraph(&(words.other_number)(document.seats, number))?));
        blocks.push(composer.paragraph_gap());
    }
    blocks.push(Block::WithNext(composer.paragraph(words.closing)?));
    blocks.push(Block::Gap(composer.body.line));
    blocks.push(Block::Whole(signature(composer, document)?));
    Ok(blocks)
}

/// The signing body two characters from the right edge, and the date below it, beginning two characters further right
/// than the body does; a date that is longer than that moves the body to the left (GB/T 9704, 7.3.5.2).
fn signature(composer: &Composer<'_>, document: &Announcement) -> Result<Vec<Strip>, DocumentError> {
    let room = TYPE_WIDTH - 2.0 * CELL;
    let paragraph = Paragraph::new(composer.body, composer.language(), Align::Left, room);
    let body_width = paragraph.extent(composer.fonts, &document.presidium)?.whole;
    let Some(date) = document.date else {
        let mut strips = right(composer, &document.presidium)?;
        strips.push(blank_date(composer)?);
        return Ok(strips);
    };
    let date = (composer.words.date)(date);
    if body_width > room {
        // Longer than a line: both at the right.
        let mut strips = right(composer, &document.presidium)?;
        strips.extend(right(composer, &date)?);
        return Ok(strips);
    }
    let date_width = paragraph.extent(composer.fonts, &date)?.whole;
    let step = if composer.language() == Language::Chinese { 2.0 * CELL } else { 0.0 };
    let body_x = (room - body_width).min(room - date_width - step);
    let mut strips = Vec::new();
    for (text, x) in [(document.presidium.as_str(), body_x), (date.as_str(), body_x + step)] {
        strips.extend(paragraph.set(composer.fonts, text)?.into_iter().map(|line| moved(line, x)));
    }
    Ok(strips)
}

fn right(composer: &Composer<'_>, text: &str) -> Result<Vec<Strip>, DocumentError> {
    let room = TYPE_WIDTH - 2.0 * CELL;
    Paragraph::new(composer.body, composer.language(), Align::Right, room).set(composer.fonts, text)
}

/// A date to fill in by hand.
fn blank_date(composer: &Composer<'_>) -> Result<Strip, DocumentError> {
    let places = Signatures {
        language: composer.language(),
        width: TYPE_WIDTH,
        label_width: 0.0,
        label_size: composer.body.size,
    };
    let (strip, width) = places.blanks(composer.fonts, "", composer.words.announcement.date_parts)?;
    Ok(moved(strip, TYPE_WIDTH - 2.0 * CELL - width))
}

fn moved(strip: Strip, x: f32) -> Strip {
    let mut drawing = Drawing::default();
    drawing.add(strip.drawing, x, 0.0);
    Strip { height: strip.height, drawing }
}
