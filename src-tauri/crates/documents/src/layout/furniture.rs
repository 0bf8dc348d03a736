//! What stands on every page around the text: page number, foot, and the mark of an exercise.

use super::{
    measure::{CELL, LEFT, PAGE_HEIGHT, Style, TOP, TYPE_HEIGHT, TYPE_WIDTH, count, mm},
    paragraph::{Align, Paragraph},
    qr::qr,
};
use crate::{
    DocumentError, Heading, Language, Standing,
    draw::Drawing,
    fonts::{Fonts, Voice},
    words::words,
};

/// 四号, the page number's size (GB/T 9704, 7.5).
const NUMBER_SIZE: f32 = 14.0;
/// From the type area to the page number (GB/T 9704, 7.5).
const NUMBER_GAP: f32 = mm(7.0);
/// The foot text's size.
const FOOT_SIZE: f32 = 8.0;
/// The foot text's line.
const FOOT_LINE: f32 = 10.5;
/// From the page's lower edge to the record's QR code.
const QR_MARGIN: f32 = mm(6.0);
/// The record's QR code, with its quiet zone.
const QR_SIDE: f32 = mm(23.0);
/// From the page's upper edge to the mark of an exercise.
const TRAINING_TOP: f32 = mm(13.0);
/// The size of what stands on a blank page.
const BLANK_SIZE: f32 = 12.0;
/// The size of the mark of an exercise.
const TRAINING_SIZE: f32 = 15.0;
/// The height of the mark of an exercise, by its size.
pub(crate) const TRAINING_LINE: f32 = 1.8;

/// Puts number, foot and marks on the pages, and the record's QR code on the last one. A page without a text has no number
/// (GB/T 9704, 7.5) but says that it is blank.
pub(crate) fn furnish(fonts: &Fonts, heading: &Heading, pages: &mut [Drawing]) -> Result<(), DocumentError> {
    let last = pages.len().saturating_sub(1);
    for (index, page) in pages.iter_mut().enumerate() {
        let right_hand = index.is_multiple_of(2);
        if page.is_blank() {
            say_blank(fonts, heading, page)?;
        } else {
            page_number(fonts, heading, page, index + 1, right_hand)?;
        }
        let hash = heading.record_hash.as_deref().filter(|_| index == last);
        foot(fonts, heading, page, hash, right_hand)?;
        if heading.training {
            let text = words(heading.language).training_mark;
            let mark = training_mark(fonts, heading.language, text, TRAINING_SIZE, TYPE_WIDTH)?;
            page.add(mark, LEFT, TRAINING_TOP);
        }
    }
    Ok(())
}

fn say_blank(fonts: &Fonts, heading: &Heading, page: &mut Drawing) -> Result<(), DocumentError> {
    let style = Style::plain(Voice::Small, BLANK_SIZE, BLANK_SIZE);
    let paragraph = Paragraph::new(style, heading.language, Align::Centre, TYPE_WIDTH);
    for line in paragraph.set(fonts, words(heading.language).blank_page)? {
        page.add(line.drawing, LEFT, PAGE_HEIGHT / 2.0);
    }
    Ok(())
}

/// On right-hand pages at the right, on left-hand pages at the left, one character in.
fn page_number(
    fonts: &Fonts,
    heading: &Heading,
    page: &mut Drawing,
    number: usize,
    right_hand: bool,
) -> Result<(), DocumentError> {
    let style = Style::plain(Voice::Small, NUMBER_SIZE, NUMBER_SIZE);
    let align = if right_hand { Align::Right } else { Align::Left };
    let paragraph = Paragraph::artifact(style, heading.language, align, TYPE_WIDTH - 2.0 * CELL);
    for line in paragraph.set(fonts, &format!("— {number} —"))? {
        page.add(line.drawing, LEFT + CELL, TOP + TYPE_HEIGHT + NUMBER_GAP);
    }
    Ok(())
}

/// The foot text at the inner edge below the page number, with the record's QR code where there is one.
fn foot(
    fonts: &Fonts,
    heading: &Heading,
    page: &mut Drawing,
    hash: Option<&str>,
    right_hand: bool,
) -> Result<(), DocumentError> {
    let mut text = foot_text(heading);
    let mut width = TYPE_WIDTH;
    let mut x = LEFT;
    if let Some(hash) = hash {
        let room = QR_SIDE + 4.0;
        let qr_x = if right_hand { LEFT } else { LEFT + TYPE_WIDTH - QR_SIDE };
        page.add(qr(hash, QR_SIDE)?, qr_x, PAGE_HEIGHT - QR_MARGIN - QR_SIDE);
        x += if right_hand { room } else { 0.0 };
        width -= room;
        text = format!("{text}\n{}{hash}", words(heading.language).record_hash);
    }
    let style = Style::plain(Voice::Small, FOOT_SIZE, FOOT_LINE);
    let lines = Paragraph::artifact(style, heading.language, Align::Left, width).set(fonts, &text)?;
    let y = PAGE_HEIGHT - mm(20.0);
    if y + count(lines.len()) * FOOT_LINE > PAGE_HEIGHT - mm(4.0) {
        return Err(DocumentError::TextTooLong { text });
    }
    for (index, line) in lines.into_iter().enumerate() {
        page.add(line.drawing, x, y + count(index) * FOOT_LINE);
    }
    Ok(())
}

/// Whose document it is and how far it may be relied on, in one line.
pub(crate) fn foot_text(heading: &Heading) -> String {
    let words = words(heading.language);
    // What an exercise prints has no standing, whatever it would have been.
    let standing = match heading.standing {
        _ if heading.training => words.training,
        Standing::Draft => words.draft,
        Standing::Unofficial => words.unofficial,
        Standing::Official => words.official,
    };
    let session = words.session_name(&heading.congress, &heading.session);
    let separator = words.foot_separator;
    format!("{session}{separator}{standing}")
}

/// The mark of an exercise at the head of a page: a boxed text in the middle of this width.
pub(crate) fn training_mark(
    fonts: &Fonts,
    language: Language,
    text: &str,
    size: f32,
    width: f32,
) -> Result<Drawing, DocumentError> {
    let height = size * TRAINING_LINE;
    let style = Style::plain(Voice::Heading, size, height);
    let paragraph = Paragraph::artifact(style, language, Align::Centre, width);
    let box_width = paragraph.extent(fonts, text)?.whole + 1.6 * size;
    let mut drawing = Drawing::default();
    for line in paragraph.set(fonts, text)? {
        drawing.add(line.drawing, 0.0, 0.0);
    }
    drawing.outline((width - box_width) / 2.0, 0.0, box_width, height, size / 10.0);
    Ok(drawing)
}
