//! 钥匙卡.

use super::Composer;
use crate::{
    DocumentError, Fonts, KeyCard,
    draw::{Drawing, Strip},
    fonts::Voice,
    layout::{
        flow::Block,
        measure::{Style, TYPE_WIDTH, mm},
        paragraph::{Align, Paragraph},
        qr::qr,
        signatures::Signatures,
    },
};

/// The QR code's side, with its quiet zone.
const QR_SIDE: f32 = mm(58.0);
/// The size and line of the rows to be typed.
const ROW_SIZE: f32 = 16.0;
const ROW_LINE: f32 = 23.0;
/// From the beginning of a row's group to that of the next.
const GROUP: f32 = 72.0;
/// The size and line of the text.
const TEXT_SIZE: f32 = 12.0;
const TEXT_LINE: f32 = 19.0;
/// Where a row begins after its number.
const ROW_INDENT: f32 = 40.0;

/// A key card as PDF, on one page.
pub fn key_card(fonts: &Fonts, card: &KeyCard) -> Result<Vec<u8>, DocumentError> {
    if card.rows.is_empty() {
        return Err(DocumentError::Empty);
    }
    let composer = Composer::new(fonts, &card.heading);
    let composer = Composer { body: Style::plain(Voice::Body, TEXT_SIZE, TEXT_LINE), ..composer };
    let words = &composer.words.card;
    let which = (words.which)(card.index, card.cards);
    let mut blocks = composer.title(words.title, 1)?;
    let centred = |text: &str| {
        let style = Style::plain(Voice::Heading, 14.0, 22.0);
        Paragraph::new(style, composer.language(), Align::Centre, TYPE_WIDTH).set(fonts, text)
    };
    blocks.push(Block::WithNext(centred(&which)?));
    blocks.push(Block::WithNext(centred(&format!("{}{}", words.holder, card.holder))?));
    blocks.push(Block::Gap(6.0));
    blocks.push(Block::Whole(composer.paragraph(&(words.purpose)(card.threshold, card.cards))?));
    blocks.push(composer.paragraph_gap());
    blocks.push(Block::WithNext(composer.paragraph(words.scan)?));
    blocks.push(Block::Whole(vec![code(&card.qr)?]));
    blocks.push(Block::WithNext(composer.paragraph(words.type_rows)?));
    blocks.push(Block::Gap(3.0));
    blocks.push(Block::Whole(rows(&composer, &card.rows)?));
    blocks.push(Block::Gap(8.0));
    blocks.push(Block::Whole(composer.paragraph(words.keep)?));
    blocks.push(Block::Whole(receipt(&composer, card)?));
    let pages = composer.pages(&blocks)?;
    if pages.len() > 1 {
        return Err(DocumentError::TextTooLong { text: card.rows.join(" / ") });
    }
    composer.write(&format!("{} {which}", words.title), pages)
}

fn code(text: &str) -> Result<Strip, DocumentError> {
    let mut drawing = Drawing::default();
    drawing.add(qr(text, QR_SIDE)?, (TYPE_WIDTH - QR_SIDE) / 2.0, 0.0);
    Ok(Strip { height: QR_SIDE, drawing })
}

/// The numbered rows in a ruled box.
fn rows(composer: &Composer<'_>, rows: &[String]) -> Result<Vec<Strip>, DocumentError> {
    let paragraph = |voice, size| {
        Paragraph::new(
            Style::plain(voice, size, ROW_LINE),
            composer.language(),
            Align::Left,
            TYPE_WIDTH - ROW_INDENT,
        )
    };
    let mut strips = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let mut drawing = Drawing::default();
        let mut put = |text: &str, voice, size, x: f32| -> Result<(), DocumentError> {
            for line in paragraph(voice, size).set(composer.fonts, text)? {
                drawing.add(line.drawing, x, 0.0);
            }
            Ok(())
        };
        put(&(index + 1).to_string(), Voice::Body, TEXT_SIZE, 12.0)?;
        let mut x = ROW_INDENT;
        for group in row.split_whitespace() {
            let width = paragraph(Voice::Heading, ROW_SIZE).extent(composer.fonts, group)?.whole;
            if x + width > TYPE_WIDTH {
                return Err(DocumentError::TextTooLong { text: row.clone() });
            }
            put(group, Voice::Heading, ROW_SIZE, x)?;
            x += GROUP.max(width + ROW_SIZE);
        }
        drawing.outline(0.0, 0.0, TYPE_WIDTH, ROW_LINE + 0.6, 0.6);
        strips.push(Strip { height: ROW_LINE, drawing });
    }
    Ok(strips)
}

fn receipt(composer: &Composer<'_>, card: &KeyCard) -> Result<Vec<Strip>, DocumentError> {
    let places = Signatures {
        language: composer.language(),
        width: TYPE_WIDTH,
        label_width: 0.0,
        label_size: TEXT_SIZE,
    };
    let label = composer.words.card.received_by;
    let places = places.fitting(composer.fonts, &[label])?;
    places.set(composer.fonts, label, std::slice::from_ref(&card.holder))
}
