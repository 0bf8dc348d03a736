//! 钥匙卡: one printed side, folded twice.
//!
//! The sheet has three panels. The middle one bears the code. The lower one is folded up over it, face to face, and bears
//! noise where the code comes to lie. The upper one is folded back, so that its face is outside: it says whose card it is.

mod shield;

use super::{Composer, foot::foot_text};
use crate::{
    ContentError, DocumentError, Fonts, KeyCard, TypesetError,
    draw::{Drawing, Role, Strip},
    fonts::Voice,
    layout::{
        TRAINING_LINE,
        measure::{PAGE_HEIGHT, PAGE_WIDTH, Style, count, mm},
        paragraph::{Align, Paragraph},
        qr::qr,
        signatures::Signatures,
        training_mark,
    },
    papers::key_card::{Labels, labels as words_of},
};
use shield::shield;

/// A third of the sheet.
const PANEL: f32 = PAGE_HEIGHT / 3.0;
/// What no printer prints at the sheet's edges.
const EDGE: f32 = mm(5.0);
/// From the sheet's edge to the text.
const MARGIN: f32 = mm(19.0);
const WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;

/// A seal's place at an edge: how far it reaches in, and how long it is.
const SEAL_DEPTH: f32 = mm(5.5);
const SEAL_LENGTH: f32 = mm(36.0);
const SEAL_SIZE: f32 = 9.0;
const SEAL_LINE: f32 = 12.0;

/// From the cover's edges to its text.
const COVER_TOP: f32 = EDGE + SEAL_DEPTH + 3.0;
const COVER_ROOM: f32 = PANEL - 2.0 * COVER_TOP;
/// The sizes of the cover's instructions, which its other texts follow; the first that has room is taken.
const COVER_SIZES: [f32; 4] = [10.5, 9.5, 8.5, 7.5];
const COVER_LINE: f32 = 1.32;
const TRAINING_SIZE: f32 = 10.0;
/// The rule to sign on.
const SIGNATURE: f32 = mm(60.0);

/// The QR code's side, with its quiet zone.
const QR_SIDE: f32 = mm(58.0);
/// From the middle panel's head to the code.
const CODE_TOP: f32 = 62.0;
const TEXT_SIZE: f32 = 11.0;
const TEXT_LINE: f32 = 15.0;
/// The size and line of the rows to be typed.
const ROW_SIZE: f32 = 16.0;
const ROW_LINE: f32 = 26.0;
/// From the beginning of a row's group to that of the next.
const GROUP: f32 = 70.0;
/// Where a row begins after its number.
const ROW_INDENT: f32 = 26.0;

/// From a fold to the field of noise, and the dashes of a fold.
const SHIELD_TOP: f32 = mm(7.0);
const DASH: f32 = 6.0;
const FOLD_SIZE: f32 = 8.5;
const FOLD_LINE: f32 = 12.0;
const FOOT_SIZE: f32 = 7.5;
const FOOT_LINE: f32 = 9.5;
const FOOT_ROOM: f32 = 2.0 * FOOT_LINE;

/// A key card as PDF, on one page.
pub fn key_card(fonts: &Fonts, card: &KeyCard) -> Result<Vec<u8>, DocumentError> {
    if card.rows.is_empty() {
        return Err(ContentError::Empty.into());
    }
    let composer = Composer::new(fonts, &card.heading);
    let words = words_of(composer.language());
    let code = qr(&card.qr, QR_SIDE)?;
    let mut page = cover(&composer, words, card)?;
    page.add(fold(&composer, words.second_fold)?, 0.0, PANEL);
    page.add(fold(&composer, words.first_fold)?, 0.0, 2.0 * PANEL);
    page.add(shield_over(card, &code), 0.0, 2.0 * PANEL);
    page.add(code_panel(&composer, words, card, code)?, 0.0, PANEL);
    page.add(foot(&composer)?, 0.0, PAGE_HEIGHT - EDGE - FOOT_ROOM);
    composer.write(&format!("{} {}", words.title, (words.which)(card.index, card.cards)), vec![page])
}

/// Whose card it is and its standing, below the field of noise.
fn foot(composer: &Composer<'_>) -> Result<Drawing, DocumentError> {
    let text = foot_text(composer.heading);
    let paragraph = small(composer, Align::Centre, FOOT_SIZE, FOOT_LINE);
    let lines = Paragraph { role: Role::Artifact, ..paragraph }.set(composer.fonts, &text)?;
    if count(lines.len()) * FOOT_LINE > FOOT_ROOM {
        return Err(TypesetError::TextTooLong { text }.into());
    }
    let mut drawing = Drawing::default();
    for (index, line) in lines.into_iter().enumerate() {
        drawing.add(line.drawing, MARGIN, count(index) * FOOT_LINE);
    }
    Ok(drawing)
}

fn small(composer: &Composer<'_>, align: Align, size: f32, line: f32) -> Paragraph {
    Paragraph::new(Style::plain(Voice::Body, size, line), composer.language(), align, WIDTH)
}

/// The panel that is outside: with instructions as large as there is room for.
fn cover(composer: &Composer<'_>, words: &Labels, card: &KeyCard) -> Result<Drawing, DocumentError> {
    for size in COVER_SIZES {
        let strips = cover_lines(composer, words, card, size)?;
        let height: f32 = strips.iter().map(|strip| strip.height).sum();
        if height <= COVER_ROOM {
            let mut drawing = seals(composer, words)?;
            let mut y = COVER_TOP + (COVER_ROOM - height) / 2.0;
            for strip in strips {
                drawing.add(strip.drawing, MARGIN, y);
                y += strip.height;
            }
            return Ok(drawing);
        }
    }
    Err(TypesetError::TextTooLong { text: format!("{} {}", composer.session_name(), card.holder) }.into())
}

fn cover_lines(
    composer: &Composer<'_>,
    words: &Labels,
    card: &KeyCard,
    size: f32,
) -> Result<Vec<Strip>, DocumentError> {
    let fonts = composer.fonts;
    let centred = |voice, scale: f32, text: &str| {
        let style = Style::plain(voice, scale * size, scale * size * COVER_LINE);
        Paragraph::new(style, composer.language(), Align::Centre, WIDTH).set_balanced(fonts, text)
    };
    let mut strips = Vec::new();
    if composer.heading.training {
        let text = composer.words.training_mark;
        let drawing = training_mark(fonts, composer.language(), text, TRAINING_SIZE, WIDTH)?;
        strips.push(Strip { height: TRAINING_SIZE * TRAINING_LINE + 3.0, drawing });
    }
    strips.extend(centred(Voice::Heading, 1.1, &composer.session_name())?);
    let title = format!("{}  {}", words.title, (words.which)(card.index, card.cards));
    let title = centred(Voice::Title, 1.7, &title)?;
    strips.extend(
        title.into_iter().map(|line| Strip { drawing: line.drawing.into_one(Role::Heading(1)), ..line }),
    );
    strips.extend(centred(Voice::Heading, 1.25, &(words.holder)(&card.holder))?);
    strips.extend(centred(Voice::Heading, 1.25, words.only_at_the_count)?);
    let purpose = (words.purpose)(card.threshold, composer.heading.year);
    strips.extend(centred(Voice::Body, 1.1, &purpose)?);
    strips.push(Strip { height: 3.0, ..Strip::default() });
    let hanging =
        Paragraph { hanging_indent: 1.4 * size, ..small(composer, Align::Left, size, size * COVER_LINE) };
    for (index, instruction) in words.instructions.iter().enumerate() {
        strips.extend(hanging.set(fonts, &format!("{}. {instruction}", index + 1))?);
    }
    strips.push(receipt(composer, words)?);
    Ok(strips)
}

/// Where the holder, who is named above, signs that the card was handed over.
fn receipt(composer: &Composer<'_>, words: &Labels) -> Result<Strip, DocumentError> {
    let places =
        Signatures { language: composer.language(), width: WIDTH, label_width: 0.0, label_size: TEXT_SIZE };
    let places = places.fitting(composer.fonts, &[words.signature])?;
    Ok(places.blanks(composer.fonts, words.signature, &[(SIGNATURE, "")])?.0)
}

/// Where seals go around the folded card's four edges: boxes open to the edge.
fn seals(composer: &Composer<'_>, words: &Labels) -> Result<Drawing, DocumentError> {
    let mut drawing = Drawing::default();
    let (level_x, upright_y) = ((PAGE_WIDTH - SEAL_LENGTH) / 2.0, (PANEL - SEAL_LENGTH) / 2.0);
    for y in [EDGE, PANEL - EDGE - SEAL_DEPTH] {
        drawing.outline(level_x, y, SEAL_LENGTH, SEAL_DEPTH, 0.5);
        drawing.add(in_box(composer, words.seal, SEAL_LENGTH, SEAL_DEPTH)?, level_x, y);
    }
    for x in [EDGE, PAGE_WIDTH - EDGE - SEAL_DEPTH] {
        drawing.outline(x, upright_y, SEAL_DEPTH, SEAL_LENGTH, 0.5);
        drawing.add(in_box(composer, words.seal_upright, SEAL_DEPTH, SEAL_LENGTH)?, x, upright_y);
    }
    Ok(drawing)
}

/// A text in the middle of a box.
fn in_box(composer: &Composer<'_>, text: &str, width: f32, height: f32) -> Result<Drawing, DocumentError> {
    let style = Style::plain(Voice::Small, SEAL_SIZE, SEAL_LINE);
    let lines = Paragraph::new(style, composer.language(), Align::Centre, width).set(composer.fonts, text)?;
    let mut y = (height - count(lines.len()) * SEAL_LINE) / 2.0;
    let mut drawing = Drawing::default();
    for line in lines {
        drawing.add(line.drawing, 0.0, y);
        y += line.height;
    }
    Ok(drawing)
}

/// A dashed line across the sheet with its name below it.
fn fold(composer: &Composer<'_>, text: &str) -> Result<Drawing, DocumentError> {
    let mut drawing = Drawing::default();
    let mut x = EDGE;
    while x + DASH <= PAGE_WIDTH - EDGE {
        drawing.level_rule(x, -0.3, DASH, 0.6);
        x += 2.0 * DASH;
    }
    for line in small(composer, Align::Left, FOLD_SIZE, FOLD_LINE).set(composer.fonts, text)? {
        drawing.add(line.drawing, MARGIN, 3.0);
    }
    Ok(drawing)
}

/// The code, to be scanned and to be typed.
fn code_panel(
    composer: &Composer<'_>,
    words: &Labels,
    card: &KeyCard,
    code: Drawing,
) -> Result<Drawing, DocumentError> {
    let mut drawing = Drawing::default();
    let rows_x = MARGIN + QR_SIDE + 12.0;
    let rows_width = PAGE_WIDTH - MARGIN - rows_x;
    for (text, x, width) in [(words.scan, MARGIN, QR_SIDE), (words.type_rows, rows_x, rows_width)] {
        let paragraph = Paragraph { width, ..small(composer, Align::Left, TEXT_SIZE, TEXT_LINE) };
        let lines = paragraph.set(composer.fonts, text)?;
        let mut y = CODE_TOP - 2.0 - count(lines.len()) * TEXT_LINE;
        for line in lines {
            drawing.add(line.drawing, x, y);
            y += line.height;
        }
    }
    drawing.add(code, MARGIN, CODE_TOP);
    drawing.add(rows(composer, &card.rows, rows_width)?, rows_x, CODE_TOP + 8.0);
    Ok(drawing)
}

/// The numbered rows, each in a ruled box.
fn rows(composer: &Composer<'_>, rows: &[String], width: f32) -> Result<Drawing, DocumentError> {
    if count(rows.len()) * ROW_LINE > QR_SIDE {
        return Err(TypesetError::TextTooLong { text: rows.join(" / ") }.into());
    }
    let paragraph = |voice, size| {
        Paragraph::new(Style::plain(voice, size, ROW_LINE), composer.language(), Align::Left, width)
    };
    let mut drawing = Drawing::default();
    for (index, row) in rows.iter().enumerate() {
        let y = count(index) * ROW_LINE;
        let mut put = |text: &str, voice, size, x: f32| -> Result<f32, DocumentError> {
            let paragraph = paragraph(voice, size);
            for line in paragraph.set(composer.fonts, text)? {
                drawing.add(line.drawing, x, y);
            }
            Ok(x + paragraph.extent(composer.fonts, text)?.whole)
        };
        put(&(index + 1).to_string(), Voice::Body, TEXT_SIZE, 8.0)?;
        let mut x = ROW_INDENT;
        for group in row.split_whitespace() {
            let end = put(group, Voice::Heading, ROW_SIZE, x)?;
            if end > width {
                return Err(TypesetError::TextTooLong { text: row.clone() }.into());
            }
            x = (x + GROUP).max(end + ROW_SIZE / 2.0);
        }
        drawing.outline(0.0, y, width, ROW_LINE + 0.6, 0.6);
    }
    Ok(drawing)
}

/// The noise on the lower panel, its cells on the code's modules when that panel is folded up.
fn shield_over(card: &KeyCard, code: &Drawing) -> Drawing {
    let grain = code.figures.first().map_or(QR_SIDE, |figure| figure.unit);
    // The code's lower edge comes to lie this far below the fold.
    let code_end = PANEL - CODE_TOP - QR_SIDE;
    let left = MARGIN - ((MARGIN - EDGE) / grain).floor() * grain;
    let top = code_end - ((code_end - SHIELD_TOP) / grain).floor() * grain;
    let columns = whole((PAGE_WIDTH - EDGE - left) / grain);
    let rows = whole((PANEL - EDGE - FOOT_ROOM - 3.0 - top) / grain);
    let mut drawing = Drawing::default();
    drawing.add(shield(card, grain, columns, rows), left, top);
    drawing
}

/// How many whole cells a length holds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "cells on a page: small and positive"
)]
fn whole(cells: f32) -> usize {
    cells.floor() as usize
}
