//! 票签.

use super::{Composer, foot::foot_text};
use crate::{
    ContentError, DocumentError, Fonts, Slip, SlipSheet, SlipZone, TypesetError,
    draw::{Drawing, Role},
    fonts::Voice,
    layout::{
        TRAINING_LINE,
        measure::{PAGE_HEIGHT, PAGE_WIDTH, Style, count, mm},
        paragraph::{Align, Paragraph},
        qr::qr,
        training_mark,
    },
};

/// Slips side by side.
const ACROSS: usize = 2;
/// Slips one below the other.
const DOWN: usize = 5;
/// A slip's width.
const WIDTH: f32 = mm(95.0);
/// A slip's height.
const HEIGHT: f32 = mm(54.0);
/// From a slip's edge to what stands on it.
const MARGIN: f32 = mm(3.0);
/// The QR code's side, with its quiet zone.
const QR_SIDE: f32 = mm(35.0);
/// Half the length of a cutting mark's strokes.
const CROSS: f32 = mm(2.0);
/// The size and line of a slip's code.
const CODE_SIZE: f32 = 15.0;
const CODE_LINE: f32 = 18.0;
/// The sizes and lines of a slip's small text, the first that has room is taken.
const SMALL_SIZES: [(f32, f32); 3] = [(8.5, 11.5), (7.5, 9.5), (6.5, 8.0)];
/// Where the band of a slip's zone begins, and its height.
const ZONE_TOP: f32 = mm(46.5);
const ZONE_HEIGHT: f32 = mm(6.0);
/// The size of the zone's number and colour, and the width they have.
const ZONE_SIZE: f32 = 16.0;
const ZONE_WIDTH: f32 = mm(46.0);
/// A block of a zone's pattern: one for the first zone, two for the second …, at most eight.
const BLOCK_WIDTH: f32 = mm(3.4);
const BLOCK_GAP: f32 = mm(1.8);
/// The size of the mark of an exercise.
const TRAINING_SIZE: f32 = 12.0;

/// Sheets of voting slips as PDF.
pub fn slips(fonts: &Fonts, document: &SlipSheet<'_>) -> Result<Vec<u8>, DocumentError> {
    if document.slips.is_empty() {
        return Err(ContentError::Empty.into());
    }
    let composer = Composer::new(fonts, &document.heading);
    let common = common_part(&composer, document)?;
    let by_zone = document.slips.chunk_by(|one, next| one.zone == next.zone);
    let chunks: Vec<&[Slip]> = by_zone.flat_map(|zone| zone.chunks(ACROSS * DOWN)).collect();
    let sheets = chunks.len();
    let mut file =
        composer.file(&composer.title_of_round(composer.words.slip.document_title, document.round), 1);
    for (index, chunk) in chunks.into_iter().enumerate() {
        file.add(&sheet(&composer, &common, chunk, &format!("{} / {sheets}", index + 1))?);
    }
    Ok(file.finish()?)
}

fn sheet(
    composer: &Composer<'_>,
    common: &Drawing,
    slips: &[Slip],
    number: &str,
) -> Result<Drawing, DocumentError> {
    let left = (PAGE_WIDTH - count(ACROSS) * WIDTH) / 2.0;
    let top = (PAGE_HEIGHT - count(DOWN) * HEIGHT) / 2.0;
    let mut page = cutting_marks(left, top);
    for (index, slip) in slips.iter().enumerate() {
        let x = left + count(index % ACROSS) * WIDTH;
        let y = top + count(index / ACROSS) * HEIGHT;
        let mut drawing = common.clone();
        drawing.add(own_part(composer, slip)?, 0.0, 0.0);
        // One element a slip: thousands of them stay small.
        page.add(drawing.into_one(Role::Paragraph), x, y);
    }
    let width = count(ACROSS) * WIDTH - 2.0 * MARGIN;
    let (size, line_height) = SMALL_SIZES[1];
    let style = Style::plain(Voice::Small, size, line_height);
    let foot = format!("{}{}{number}", foot_text(composer.heading), composer.words.foot_separator);
    let paragraph = Paragraph::artifact(style, composer.language(), Align::Centre, width);
    for (line_index, line) in paragraph.set(composer.fonts, &foot)?.into_iter().enumerate() {
        page.add(
            line.drawing,
            left + MARGIN,
            top + count(DOWN) * HEIGHT + 2.0 * CROSS + count(line_index) * line_height,
        );
    }
    Ok(page)
}

/// A cross at every corner of every slip.
fn cutting_marks(left: f32, top: f32) -> Drawing {
    let mut marks = Drawing::default();
    for column in 0..=ACROSS {
        for row in 0..=DOWN {
            let (x, y) = (left + count(column) * WIDTH, top + count(row) * HEIGHT);
            marks.level_rule(x - CROSS, y - 0.2, 2.0 * CROSS, 0.4);
            marks.upright_rule(x - 0.2, y - CROSS, 2.0 * CROSS, 0.4);
        }
    }
    marks
}

/// What all slips have in common: the text beside the QR code, as large as there is room for.
fn common_part(composer: &Composer<'_>, document: &SlipSheet<'_>) -> Result<Drawing, DocumentError> {
    for (size, line) in SMALL_SIZES {
        let (drawing, height) = text_beside(composer, document, size, line)?;
        if height <= QR_SIDE {
            return Ok(drawing);
        }
    }
    Err(TypesetError::TextTooLong { text: composer.session_name() }.into())
}

/// The text beside the QR code in this size and line, and its height.
fn text_beside(
    composer: &Composer<'_>,
    document: &SlipSheet<'_>,
    size: f32,
    line: f32,
) -> Result<(Drawing, f32), DocumentError> {
    let words = &composer.words.slip;
    let x = MARGIN + QR_SIDE + 2.0;
    let width = WIDTH - x - MARGIN;
    let set_as = |voice, size, line| {
        Paragraph::new(Style::plain(voice, size, line), composer.language(), Align::Left, width)
    };
    let round = (composer.words.round)(document.round);
    let title = format!("{}  {round}", words.title);
    let mut lines =
        set_as(Voice::Small, size, line).set_balanced(composer.fonts, &composer.session_name())?;
    lines.extend(set_as(Voice::Heading, 14.0, 20.0).set(composer.fonts, &title)?);
    lines.extend(set_as(Voice::Small, size, line).set_in_cell(composer.fonts, words.instruction)?);
    let mut drawing = Drawing::default();
    let mut y = 4.0;
    if composer.heading.training {
        let text = composer.words.training;
        let mark = training_mark(composer.fonts, composer.language(), text, TRAINING_SIZE, width)?;
        drawing.add(mark, x, MARGIN + y);
        y += TRAINING_SIZE * TRAINING_LINE + 3.0;
    }
    for strip in lines {
        drawing.add(strip.drawing, x, MARGIN + y);
        y += strip.height;
    }
    Ok((drawing, y))
}

/// A slip's own code, to be scanned and to be typed.
fn own_part(composer: &Composer<'_>, slip: &Slip) -> Result<Drawing, DocumentError> {
    let style = Style::plain(Voice::Heading, CODE_SIZE, CODE_LINE);
    let width = WIDTH - 2.0 * MARGIN;
    let lines =
        Paragraph::new(style, composer.language(), Align::Centre, width).set(composer.fonts, &slip.code)?;
    if lines.len() > 1 {
        return Err(TypesetError::TextTooLong { text: slip.code.clone() }.into());
    }
    let mut drawing = Drawing::default();
    drawing.add(qr(&slip.qr, QR_SIDE)?, MARGIN, MARGIN);
    for line in lines {
        drawing.add(line.drawing, MARGIN, MARGIN + QR_SIDE + 2.0);
    }
    if let Some(zone) = &slip.zone {
        drawing.add(zone_band(composer, zone)?, MARGIN, ZONE_TOP);
    }
    Ok(drawing)
}

/// A zone's number and colour in large letters, and its pattern beside them.
fn zone_band(composer: &Composer<'_>, zone: &SlipZone) -> Result<Drawing, DocumentError> {
    let style = Style::plain(Voice::Heading, ZONE_SIZE, ZONE_HEIGHT);
    let text = (composer.words.slip.zone)(zone.number, &zone.colour);
    let lines =
        Paragraph::new(style, composer.language(), Align::Left, ZONE_WIDTH).set(composer.fonts, &text)?;
    if lines.len() > 1 {
        return Err(TypesetError::TextTooLong { text }.into());
    }
    let mut band = Drawing::default();
    for line in lines {
        band.add(line.drawing, 0.0, 0.0);
    }
    let mut x = ZONE_WIDTH;
    for _ in 0..zone.number {
        band.level_rule(x, 0.0, BLOCK_WIDTH, ZONE_HEIGHT);
        x += BLOCK_WIDTH + BLOCK_GAP;
    }
    if x - BLOCK_GAP > WIDTH - 2.0 * MARGIN {
        return Err(TypesetError::TextTooLong { text: zone.number.to_string() }.into());
    }
    Ok(band)
}
