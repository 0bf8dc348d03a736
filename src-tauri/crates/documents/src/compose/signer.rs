//! Who issues a document and when, at its end.

use super::Composer;
use crate::{
    DocumentError,
    draw::{Drawing, Strip},
    layout::{
        measure::{CELL, TYPE_WIDTH},
        paragraph::{Align, Paragraph},
        signatures::Signatures,
    },
};
use chrono::NaiveDate;
use messages::Language;

/// The signing body two characters from the right edge, and the date below it, beginning two characters further right
/// than the body does; a date that is longer than that moves the body to the left (GB/T 9704, 7.3.5.2). Without a date
/// there is a place to fill it in by hand.
pub(super) fn signer(
    composer: &Composer<'_>,
    body: &str,
    date: Option<NaiveDate>,
) -> Result<Vec<Strip>, DocumentError> {
    let room = TYPE_WIDTH - 2.0 * CELL;
    let paragraph = Paragraph::new(composer.body, composer.language(), Align::Left, room);
    let body_width = paragraph.extent(composer.fonts, body)?.whole;
    let Some(date) = date else {
        let mut strips = right(composer, body)?;
        strips.push(blank_date(composer)?);
        return Ok(strips);
    };
    let date = (composer.words.date)(date);
    if body_width > room {
        // Longer than a line: both at the right.
        let mut strips = right(composer, body)?;
        strips.extend(right(composer, &date)?);
        return Ok(strips);
    }
    let date_width = paragraph.extent(composer.fonts, &date)?.whole;
    let step = if composer.language() == Language::Chinese { 2.0 * CELL } else { 0.0 };
    let body_x = (room - body_width).min(room - date_width - step);
    let mut strips = Vec::new();
    for (text, x) in [(body, body_x), (date.as_str(), body_x + step)] {
        strips.extend(paragraph.set(composer.fonts, text)?.into_iter().map(|line| moved(line, x)));
    }
    Ok(strips)
}

fn right(composer: &Composer<'_>, text: &str) -> Result<Vec<Strip>, DocumentError> {
    let room = TYPE_WIDTH - 2.0 * CELL;
    Ok(Paragraph::new(composer.body, composer.language(), Align::Right, room)
        .set_balanced(composer.fonts, text)?)
}

/// A date to fill in by hand.
fn blank_date(composer: &Composer<'_>) -> Result<Strip, DocumentError> {
    let places = Signatures {
        language: composer.language(),
        width: TYPE_WIDTH,
        label_width: 0.0,
        label_size: composer.body.size,
    };
    let (strip, width) = places.blanks(composer.fonts, "", composer.words.date_parts)?;
    Ok(moved(strip, TYPE_WIDTH - 2.0 * CELL - width))
}

fn moved(strip: Strip, x: f32) -> Strip {
    let mut drawing = Drawing::default();
    drawing.add(strip.drawing, x, 0.0);
    Strip { height: strip.height, drawing }
}
