//! What stands on every page around the text: page number, foot, and the mark of an exercise.

use super::qr::qr;
use crate::{
    TypesetError,
    drawing::Drawing,
    fonts::{Fonts, Voice},
    measure::{CELL, LEFT, PAGE_HEIGHT, TOP, TYPE_HEIGHT, TYPE_WIDTH, count, mm},
    text::{
        paragraph::Paragraph,
        style::{Align, Style},
    },
};
use messages::Language;

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
pub const TRAINING_LINE: f32 = 1.8;

/// What stands on every page of a document around its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Furniture {
    /// The document's language.
    pub language: Language,
    /// Whose document it is and how far it may be relied on, in one line.
    pub foot: String,
    /// How far it may be relied on, among the properties of a Word file.
    pub standing: String,
    /// What a Word file says of itself at its foot: that it is for revising, and which file is the record.
    pub revising: String,
    /// What a page without a text says.
    pub blank_page: String,
    /// The mark of an exercise, which heads every page of one.
    pub training: Option<String>,
    /// The record that the document belongs to, named on the last page.
    pub record: Option<Record>,
}

/// A record's hash, shown as text and as a QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What stands before the hash.
    pub label: String,
    /// In hexadecimal.
    pub hash: String,
}

/// Puts number, foot and marks on the pages, and the record's QR code on the last one. A page without a text has no number
/// (GB/T 9704, 7.5) but says that it is blank.
pub fn furnish(fonts: &Fonts, furniture: &Furniture, pages: &mut [Drawing]) -> Result<(), TypesetError> {
    let last = pages.len().saturating_sub(1);
    for (index, page) in pages.iter_mut().enumerate() {
        let right_hand = index.is_multiple_of(2);
        if page.is_blank() {
            say_blank(fonts, furniture, page)?;
        } else {
            page_number(fonts, furniture.language, page, index + 1, right_hand)?;
        }
        let record = furniture.record.as_ref().filter(|_| index == last);
        foot(fonts, furniture, page, record, right_hand)?;
        if let Some(text) = &furniture.training {
            let mark = training_mark(fonts, furniture.language, text, TRAINING_SIZE, TYPE_WIDTH)?;
            page.add(mark, LEFT, TRAINING_TOP);
        }
    }
    Ok(())
}

fn say_blank(fonts: &Fonts, furniture: &Furniture, page: &mut Drawing) -> Result<(), TypesetError> {
    let style = Style::plain(Voice::Small, BLANK_SIZE, BLANK_SIZE);
    let paragraph = Paragraph::new(style, furniture.language, Align::Centre, TYPE_WIDTH);
    for line in paragraph.set(fonts, &furniture.blank_page)? {
        page.add(line.drawing, LEFT, PAGE_HEIGHT / 2.0);
    }
    Ok(())
}

/// On right-hand pages at the right, on left-hand pages at the left, one character in.
fn page_number(
    fonts: &Fonts,
    language: Language,
    page: &mut Drawing,
    number: usize,
    right_hand: bool,
) -> Result<(), TypesetError> {
    let style = Style::plain(Voice::Small, NUMBER_SIZE, NUMBER_SIZE);
    let align = if right_hand { Align::Right } else { Align::Left };
    let paragraph = Paragraph::artifact(style, language, align, TYPE_WIDTH - 2.0 * CELL);
    for line in paragraph.set(fonts, &format!("— {number} —"))? {
        page.add(line.drawing, LEFT + CELL, TOP + TYPE_HEIGHT + NUMBER_GAP);
    }
    Ok(())
}

/// The foot text at the inner edge below the page number, with the record's QR code where there is one.
fn foot(
    fonts: &Fonts,
    furniture: &Furniture,
    page: &mut Drawing,
    record: Option<&Record>,
    right_hand: bool,
) -> Result<(), TypesetError> {
    let mut text = furniture.foot.clone();
    let mut width = TYPE_WIDTH;
    let mut x = LEFT;
    if let Some(Record { label, hash }) = record {
        let room = QR_SIDE + 4.0;
        let qr_x = if right_hand { LEFT } else { LEFT + TYPE_WIDTH - QR_SIDE };
        page.add(qr(hash, QR_SIDE)?, qr_x, PAGE_HEIGHT - QR_MARGIN - QR_SIDE);
        x += if right_hand { room } else { 0.0 };
        width -= room;
        text = format!("{text}\n{label}{hash}");
    }
    let style = Style::plain(Voice::Small, FOOT_SIZE, FOOT_LINE);
    let lines = Paragraph::artifact(style, furniture.language, Align::Left, width).set(fonts, &text)?;
    let y = PAGE_HEIGHT - mm(20.0);
    if y + count(lines.len()) * FOOT_LINE > PAGE_HEIGHT - mm(4.0) {
        return Err(TypesetError::TextTooLong { text });
    }
    for (index, line) in lines.into_iter().enumerate() {
        page.add(line.drawing, x, y + count(index) * FOOT_LINE);
    }
    Ok(())
}

/// The mark of an exercise at the head of a page: a boxed text in the middle of this width.
pub fn training_mark(
    fonts: &Fonts,
    language: Language,
    text: &str,
    size: f32,
    width: f32,
) -> Result<Drawing, TypesetError> {
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
