//! 票签.

use super::{Slip, SlipSheet, SlipZone};
use crate::{
    ContentError, DocumentError, Fonts,
    common::{composer::Composer, foot::foot_text},
};
use typeset::{
    Leaves, TypesetError,
    frames::{Align, Breaking, Canvas, Code, Kind, Look, Stack, Voice},
    measure::{PAGE_HEIGHT, PAGE_WIDTH, count, mm},
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
/// The text beside the QR code: from its left edge on, so wide, and so far below the upper edge.
const TEXT_LEFT: f32 = MARGIN + QR_SIDE + 2.0;
const TEXT_WIDTH: f32 = WIDTH - TEXT_LEFT - MARGIN;
const TEXT_BELOW: f32 = 4.0;
/// A slip's title.
const TITLE: Look = Look::new(Voice::Heading, 14.0, 20.0, Align::Left);
/// A slip's code.
const CODE: Look = Look::new(Voice::Heading, 15.0, 18.0, Align::Centre);
/// The sizes and lines of a slip's small text, the first that has room is taken.
const SMALL_SIZES: [(f32, f32); 3] = [(8.5, 11.5), (7.5, 9.5), (6.5, 8.0)];
/// Where the band of a slip's zone begins, and its height.
const ZONE_TOP: f32 = mm(46.5);
const ZONE_HEIGHT: f32 = mm(6.0);
/// The zone's number and colour, and the width they have.
const ZONE: Look = Look::new(Voice::Heading, 16.0, ZONE_HEIGHT, Align::Left);
const ZONE_WIDTH: f32 = mm(46.0);
/// A block of a zone's pattern: one for the first zone, two for the second …, at most eight.
const BLOCK_WIDTH: f32 = mm(3.4);
const BLOCK_GAP: f32 = mm(1.8);
/// The mark of an exercise: its size, and the gap below it.
const TRAINING: (f32, f32) = (12.0, 3.0);

/// Sheets of voting slips as PDF.
pub fn slips(fonts: &Fonts, document: &SlipSheet<'_>) -> Result<Vec<u8>, DocumentError> {
    if document.slips.is_empty() {
        return Err(ContentError::Empty.into());
    }
    let composer = Composer::new(&document.heading);
    let sheets = Sheets { fonts, composer, common: common_part(fonts, &composer, document)? };
    let by_zone = document.slips.chunk_by(|one, next| one.zone == next.zone);
    let chunks: Vec<&[Slip]> = by_zone.flat_map(|zone| zone.chunks(ACROSS * DOWN)).collect();
    let number_of_sheets = chunks.len();
    let title = composer.title_of_round(composer.words.slip.document_title, document.round);
    let mut file = Leaves::new(fonts, composer.about(&title), 1);
    for (index, chunk) in chunks.into_iter().enumerate() {
        file.add(&sheets.sheet(chunk, &format!("{} / {number_of_sheets}", index + 1))?);
    }
    Ok(file.finish()?)
}

/// What all slips have in common: the text beside the QR code, as large as there is room for.
fn common_part(
    fonts: &Fonts,
    composer: &Composer<'_>,
    document: &SlipSheet<'_>,
) -> Result<Canvas, TypesetError> {
    for (size, line) in SMALL_SIZES {
        let text = text_beside(fonts, composer, document, size, line)?;
        if TEXT_BELOW + text.height() <= QR_SIDE {
            let mut canvas = Canvas::default();
            canvas.put(text, TEXT_LEFT, MARGIN, TEXT_BELOW);
            return Ok(canvas);
        }
    }
    Err(TypesetError::TextTooLong { text: composer.session_name() })
}

/// The text beside the QR code in this size and line.
fn text_beside<'f>(
    fonts: &'f Fonts,
    composer: &Composer<'_>,
    document: &SlipSheet<'_>,
    size: f32,
    line: f32,
) -> Result<Stack<'f>, TypesetError> {
    let words = &composer.words.slip;
    let small = Look::new(Voice::Small, size, line, Align::Left);
    let mut text = Stack::new(fonts, composer.language(), TEXT_WIDTH);
    if composer.heading.training {
        let (size, gap) = TRAINING;
        text.mark(composer.words.training, size, gap)?;
    }
    text.text(small.broken(Breaking::Balanced), &composer.session_name())?;
    text.text(TITLE, &format!("{}  {}", words.title, (composer.words.round)(document.round)))?;
    text.text(small.broken(Breaking::Narrow), words.instruction)?;
    Ok(text)
}

/// What sets the sheets.
struct Sheets<'a> {
    fonts: &'a Fonts,
    composer: Composer<'a>,
    common: Canvas,
}

impl Sheets<'_> {
    fn sheet(&self, slips: &[Slip], number: &str) -> Result<Canvas, TypesetError> {
        let left = (PAGE_WIDTH - count(ACROSS) * WIDTH) / 2.0;
        let top = (PAGE_HEIGHT - count(DOWN) * HEIGHT) / 2.0;
        let mut page = cutting_marks(left, top);
        for (index, slip) in slips.iter().enumerate() {
            let x = left + count(index % ACROSS) * WIDTH;
            let y = top + count(index / ACROSS) * HEIGHT;
            let mut canvas = self.common.clone();
            canvas.add(self.own_part(slip)?, 0.0, 0.0);
            // One element a slip: thousands of them stay small.
            page.add(canvas.into_one(Kind::Paragraph), x, y);
        }
        let (size, line) = SMALL_SIZES[1];
        let look = Look::new(Voice::Small, size, line, Align::Centre).of_kind(Kind::Artifact);
        let text =
            format!("{}{}{number}", foot_text(self.composer.heading), self.composer.words.foot_separator);
        let mut foot = self.stack(count(ACROSS) * WIDTH - 2.0 * MARGIN);
        foot.text(look, &text)?;
        page.put(foot, left + MARGIN, top + count(DOWN) * HEIGHT + 2.0 * CROSS, 0.0);
        Ok(page)
    }

    fn stack(&self, width: f32) -> Stack<'_> {
        Stack::new(self.fonts, self.composer.language(), width)
    }

    /// A slip's own code, to be scanned and to be typed.
    fn own_part(&self, slip: &Slip) -> Result<Canvas, TypesetError> {
        let mut code = self.stack(WIDTH - 2.0 * MARGIN);
        code.text(CODE, &slip.code)?;
        if code.parts() > 1 {
            return Err(TypesetError::TextTooLong { text: slip.code.clone() });
        }
        let mut canvas = Canvas::default();
        canvas.code(Code::new(&slip.qr, QR_SIDE)?, MARGIN, MARGIN);
        canvas.put(code, MARGIN, MARGIN + QR_SIDE + 2.0, 0.0);
        if let Some(zone) = &slip.zone {
            canvas.add(self.zone_band(zone)?, MARGIN, ZONE_TOP);
        }
        Ok(canvas)
    }

    /// A zone's number and colour in large letters, and its pattern beside them.
    fn zone_band(&self, zone: &SlipZone) -> Result<Canvas, TypesetError> {
        let text = (self.composer.words.slip.zone)(zone.number, &zone.colour);
        let mut name = self.stack(ZONE_WIDTH);
        name.text(ZONE, &text)?;
        if name.parts() > 1 {
            return Err(TypesetError::TextTooLong { text });
        }
        let mut band = Canvas::default();
        band.put(name, 0.0, 0.0, 0.0);
        let mut x = ZONE_WIDTH;
        for _ in 0..zone.number {
            band.rectangle(x, 0.0, BLOCK_WIDTH, ZONE_HEIGHT);
            x += BLOCK_WIDTH + BLOCK_GAP;
        }
        if x - BLOCK_GAP > WIDTH - 2.0 * MARGIN {
            return Err(TypesetError::TextTooLong { text: zone.number.to_string() });
        }
        Ok(band)
    }
}

/// A cross at every corner of every slip.
fn cutting_marks(left: f32, top: f32) -> Canvas {
    let mut marks = Canvas::default();
    for column in 0..=ACROSS {
        for row in 0..=DOWN {
            let (x, y) = (left + count(column) * WIDTH, top + count(row) * HEIGHT);
            marks.rectangle(x - CROSS, y - 0.2, 2.0 * CROSS, 0.4);
            marks.rectangle(x - 0.2, y - CROSS, 0.4, 2.0 * CROSS);
        }
    }
    marks
}
