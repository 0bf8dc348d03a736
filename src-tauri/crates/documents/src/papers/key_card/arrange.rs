//! 钥匙卡: one printed side, folded twice.
//!
//! The sheet has three panels. The middle one bears the code. The lower one is folded up over it, face to face, and bears
//! noise where the code comes to lie. The upper one is folded back, so that its face is outside: it says whose card it is.

use super::{KeyCard, Labels, labels as words_of, shield::shield};
use crate::{
    ContentError, DocumentError, Fonts,
    common::{composer::Composer, foot::foot_text},
};
use typeset::{
    Leaves, TypesetError,
    blocks::Blanks,
    frames::{Align, Breaking, Canvas, Code, Kind, Look, Stack, Voice},
    measure::{PAGE_HEIGHT, PAGE_WIDTH, count, mm},
};

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
const SEAL: Look = Look::new(Voice::Small, 9.0, 12.0, Align::Centre);

/// From the cover's edges to its text.
const COVER_TOP: f32 = EDGE + SEAL_DEPTH + 3.0;
const COVER_ROOM: f32 = PANEL - 2.0 * COVER_TOP;
/// The sizes of the cover's instructions, which its other texts follow; the first that has room is taken.
const COVER_SIZES: [f32; 4] = [10.5, 9.5, 8.5, 7.5];
const COVER_LINE: f32 = 1.32;
/// The mark of an exercise: its size, and the gap below it.
const TRAINING: (f32, f32) = (10.0, 3.0);
/// The rule to sign on.
const SIGNATURE: Blanks = &[(mm(60.0), "")];

/// The QR code's side, with its quiet zone.
const QR_SIDE: f32 = mm(58.0);
/// From the middle panel's head to the code.
const CODE_TOP: f32 = 62.0;
const TEXT_SIZE: f32 = 11.0;
const TEXT: Look = Look::new(Voice::Body, TEXT_SIZE, 15.0, Align::Left);
/// The rows to be typed, and the number of each.
const ROW_SIZE: f32 = 16.0;
const ROW_LINE: f32 = 26.0;
const ROW: Look = Look::new(Voice::Heading, ROW_SIZE, ROW_LINE, Align::Left);
const ROW_NUMBER: Look = Look::new(Voice::Body, TEXT_SIZE, ROW_LINE, Align::Left);
/// Where a row's number is.
const NUMBER_INDENT: f32 = 8.0;
/// From the beginning of a row's group to that of the next.
const GROUP: f32 = 70.0;
/// Where a row begins after its number.
const ROW_INDENT: f32 = 26.0;

/// From a fold to the field of noise, and the dashes of a fold.
const SHIELD_TOP: f32 = mm(7.0);
const DASH: f32 = 6.0;
const FOLD: Look = Look::new(Voice::Body, 8.5, 12.0, Align::Left);
const FOOT_LINE: f32 = 9.5;
const FOOT: Look = Look::new(Voice::Body, 7.5, FOOT_LINE, Align::Centre).of_kind(Kind::Artifact);
const FOOT_ROOM: f32 = 2.0 * FOOT_LINE;

/// A key card as PDF, on one page.
pub fn key_card(fonts: &Fonts, card: &KeyCard) -> Result<Vec<u8>, DocumentError> {
    if card.rows.is_empty() {
        return Err(ContentError::Empty.into());
    }
    let composer = Composer::new(&card.heading);
    let words = words_of(composer.language());
    let code = Code::new(&card.qr, QR_SIDE)?;
    let parts = Parts { fonts, composer, words, card };
    let mut page = parts.cover()?;
    page.add(parts.fold(words.second_fold)?, 0.0, PANEL);
    page.add(parts.fold(words.first_fold)?, 0.0, 2.0 * PANEL);
    page.add(shield_over(card, code.module()), 0.0, 2.0 * PANEL);
    page.add(parts.code_panel(code)?, 0.0, PANEL);
    page.add(parts.foot()?, 0.0, PAGE_HEIGHT - EDGE - FOOT_ROOM);
    let title = format!("{} {}", words.title, (words.which)(card.index, card.cards));
    let mut file = Leaves::new(fonts, composer.about(&title), 1);
    file.add(&page);
    Ok(file.finish()?)
}

/// What sets the parts of a card.
struct Parts<'a> {
    fonts: &'a Fonts,
    composer: Composer<'a>,
    words: &'static Labels,
    card: &'a KeyCard,
}

impl<'a> Parts<'a> {
    fn stack(&self, width: f32) -> Stack<'a> {
        Stack::new(self.fonts, self.composer.language(), width)
    }

    /// Whose card it is and its standing, below the field of noise.
    fn foot(&self) -> Result<Canvas, TypesetError> {
        let text = foot_text(self.composer.heading);
        let mut lines = self.stack(WIDTH);
        lines.text(FOOT, &text)?;
        if lines.height() > FOOT_ROOM {
            return Err(TypesetError::TextTooLong { text });
        }
        let mut canvas = Canvas::default();
        canvas.put(lines, MARGIN, 0.0, 0.0);
        Ok(canvas)
    }

    /// The panel that is outside: with instructions as large as there is room for.
    fn cover(&self) -> Result<Canvas, TypesetError> {
        for size in COVER_SIZES {
            let lines = self.cover_lines(size)?;
            let height = lines.height();
            if height <= COVER_ROOM {
                let mut canvas = self.seals()?;
                canvas.put(lines, MARGIN, 0.0, COVER_TOP + (COVER_ROOM - height) / 2.0);
                return Ok(canvas);
            }
        }
        let text = format!("{} {}", self.composer.session_name(), self.card.holder);
        Err(TypesetError::TextTooLong { text })
    }

    fn cover_lines(&self, size: f32) -> Result<Stack<'a>, TypesetError> {
        let (composer, words, card) = (&self.composer, self.words, self.card);
        let centred = |voice, scale: f32| {
            let look = Look::new(voice, scale * size, scale * size * COVER_LINE, Align::Centre);
            look.broken(Breaking::Balanced)
        };
        let mut lines = self.stack(WIDTH);
        if composer.heading.training {
            let (size, gap) = TRAINING;
            lines.mark(composer.words.training_mark, size, gap)?;
        }
        lines.text(centred(Voice::Heading, 1.1), &composer.session_name())?;
        let title = format!("{}  {}", words.title, (words.which)(card.index, card.cards));
        lines.text(centred(Voice::Title, 1.7).of_kind(Kind::Heading), &title)?;
        lines.text(centred(Voice::Heading, 1.25), &(words.holder)(&card.holder))?;
        lines.text(centred(Voice::Heading, 1.25), words.only_at_the_count)?;
        let purpose = (words.purpose)(card.threshold, composer.heading.year);
        lines.text(centred(Voice::Body, 1.1), &purpose)?;
        lines.gap(3.0);
        let look = Look::new(Voice::Body, size, size * COVER_LINE, Align::Left);
        for (index, instruction) in words.instructions.iter().enumerate() {
            let text = format!("{}. {instruction}", index + 1);
            lines.text(Look { hanging: 1.4 * size, ..look }, &text)?;
        }
        // Where the holder, who is named above, signs that the card was handed over.
        lines.fill_in(words.signature, SIGNATURE, TEXT_SIZE)?;
        Ok(lines)
    }

    /// Where seals go around the folded card's four edges: boxes open to the edge.
    fn seals(&self) -> Result<Canvas, TypesetError> {
        let mut canvas = Canvas::default();
        let (level_x, upright_y) = ((PAGE_WIDTH - SEAL_LENGTH) / 2.0, (PANEL - SEAL_LENGTH) / 2.0);
        for y in [EDGE, PANEL - EDGE - SEAL_DEPTH] {
            canvas.outline(level_x, y, SEAL_LENGTH, SEAL_DEPTH, 0.5);
            canvas.add(self.in_box(self.words.seal, SEAL_LENGTH, SEAL_DEPTH)?, level_x, y);
        }
        for x in [EDGE, PAGE_WIDTH - EDGE - SEAL_DEPTH] {
            canvas.outline(x, upright_y, SEAL_DEPTH, SEAL_LENGTH, 0.5);
            canvas.add(self.in_box(self.words.seal_upright, SEAL_DEPTH, SEAL_LENGTH)?, x, upright_y);
        }
        Ok(canvas)
    }

    /// A text in the middle of a box.
    fn in_box(&self, text: &str, width: f32, height: f32) -> Result<Canvas, TypesetError> {
        let mut lines = self.stack(width);
        lines.text(SEAL, text)?;
        let below = (height - lines.height()) / 2.0;
        let mut canvas = Canvas::default();
        canvas.put(lines, 0.0, 0.0, below);
        Ok(canvas)
    }

    /// A dashed line across the sheet with its name below it.
    fn fold(&self, text: &str) -> Result<Canvas, TypesetError> {
        let mut canvas = Canvas::default();
        let mut x = EDGE;
        while x + DASH <= PAGE_WIDTH - EDGE {
            canvas.rectangle(x, -0.3, DASH, 0.6);
            x += 2.0 * DASH;
        }
        let mut name = self.stack(WIDTH);
        name.text(FOLD, text)?;
        canvas.put(name, MARGIN, 3.0, 0.0);
        Ok(canvas)
    }

    /// The code, to be scanned and to be typed.
    fn code_panel(&self, code: Code) -> Result<Canvas, TypesetError> {
        let mut canvas = Canvas::default();
        let rows_x = MARGIN + QR_SIDE + 12.0;
        let rows_width = PAGE_WIDTH - MARGIN - rows_x;
        let texts = [(self.words.scan, MARGIN, QR_SIDE), (self.words.type_rows, rows_x, rows_width)];
        for (text, x, width) in texts {
            let mut lines = self.stack(width);
            lines.text(TEXT, text)?;
            let top = CODE_TOP - 2.0 - lines.height();
            canvas.put(lines, x, 0.0, top);
        }
        canvas.code(code, MARGIN, CODE_TOP);
        canvas.add(self.rows(rows_width)?, rows_x, CODE_TOP + 8.0);
        Ok(canvas)
    }

    /// The numbered rows, each in a ruled box.
    fn rows(&self, width: f32) -> Result<Canvas, TypesetError> {
        let rows = &self.card.rows;
        if count(rows.len()) * ROW_LINE > QR_SIDE {
            return Err(TypesetError::TextTooLong { text: rows.join(" / ") });
        }
        let mut canvas = Canvas::default();
        for (index, row) in rows.iter().enumerate() {
            let y = count(index) * ROW_LINE;
            let mut put = |look, text: &str, x: f32| -> Result<f32, TypesetError> {
                let mut stack = self.stack(width);
                stack.text(look, text)?;
                let end = x + stack.width_of(look, text)?;
                canvas.put(stack, x, y, 0.0);
                Ok(end)
            };
            put(ROW_NUMBER, &(index + 1).to_string(), NUMBER_INDENT)?;
            let mut x = ROW_INDENT;
            for group in row.split_whitespace() {
                let end = put(ROW, group, x)?;
                if end > width {
                    return Err(TypesetError::TextTooLong { text: row.clone() });
                }
                x = (x + GROUP).max(end + ROW_SIZE / 2.0);
            }
            canvas.outline(0.0, y, width, ROW_LINE + 0.6, 0.6);
        }
        Ok(canvas)
    }
}

/// The noise on the lower panel, its cells on the code's modules, which are so large, when that panel is folded up.
fn shield_over(card: &KeyCard, grain: f32) -> Canvas {
    // The code's lower edge comes to lie this far below the fold.
    let code_end = PANEL - CODE_TOP - QR_SIDE;
    let left = MARGIN - ((MARGIN - EDGE) / grain).floor() * grain;
    let top = code_end - ((code_end - SHIELD_TOP) / grain).floor() * grain;
    let columns = whole((PAGE_WIDTH - EDGE - left) / grain);
    let rows = whole((PANEL - EDGE - FOOT_ROOM - 3.0 - top) / grain);
    let mut canvas = Canvas::default();
    canvas.add(shield(card, grain, columns, rows), left, top);
    canvas
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
