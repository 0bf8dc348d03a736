//! Who issues a document and when, at its end.

use super::{flow::Piece, signatures::Signatures};
use crate::{
    TypesetError,
    blocks::{Blanks, Day, Issuer, StyleName},
    drawing::{Drawing, Strip},
    fonts::Fonts,
    measure::{CELL, TYPE_WIDTH, mm},
    styles::Styles,
    text::{paragraph::Paragraph, style::Align},
};
use messages::Language;

/// What is free at the right of the issuer's name.
pub const RIGHT: f32 = 2.0 * CELL;
/// The width that is left for it.
const ROOM: f32 = TYPE_WIDTH - RIGHT;

/// The largest seal of a county's or a city's organ, across.
const SEAL: f32 = mm(42.0);
/// How far the seal's upper edge is below the text: less than a line (GB/T 9704, 7.3.5.1).
const ABOVE_SEAL: f32 = 10.0;
/// How far the issuer's name and the date are below the seal's middle (7.3.5.1).
const BELOW_MIDDLE: f32 = 6.0;

/// The issuer's name and the day, and around them the room for a seal where there is one.
pub(super) fn issuer(fonts: &Fonts, styles: &Styles, issuer: &Issuer) -> Result<Vec<Piece>, TypesetError> {
    let setter = Setter { fonts, styles };
    let mut lines = match &issuer.day {
        Day::Printed(day) => setter.with_day(&issuer.name, day)?,
        Day::Blank(parts) => setter.with_blank_day(&issuer.name, parts)?,
    };
    if !issuer.is_sealed {
        return Ok(vec![Piece::Whole(lines)]);
    }
    let (above, below) = seal_room(lines.iter().map(|line| line.height).sum());
    lines.push(Strip { height: below, ..Strip::default() });
    Ok(vec![Piece::Gap(above), Piece::Whole(lines)])
}

/// The room above and below a name and a day of this height that a seal takes which is put over both.
pub fn seal_room(height: f32) -> (f32, f32) {
    let half = height / 2.0;
    let above = ABOVE_SEAL + SEAL / 2.0 + BELOW_MIDDLE - half;
    (above.max(0.0), (SEAL / 2.0 - BELOW_MIDDLE - half).max(0.0))
}

/// How far from the left edge name and day begin; none where the name is longer than a line. The name stands two characters
/// from the right edge, and the day below it begins two characters further right than the name does; a day that is longer
/// than that moves the name to the left (GB/T 9704, 7.3.5.2).
pub fn beginnings(
    fonts: &Fonts,
    styles: &Styles,
    name: &str,
    day: &str,
) -> Result<Option<[f32; 2]>, TypesetError> {
    let paragraph = styles.paragraph(StyleName::Left);
    let name_width = paragraph.extent(fonts, name)?.whole;
    if name_width > ROOM {
        return Ok(None);
    }
    let day_width = paragraph.extent(fonts, day)?.whole;
    let step = if styles.language == Language::Chinese { 2.0 * CELL } else { 0.0 };
    let name_x = (ROOM - name_width).min(ROOM - day_width - step);
    Ok(Some([name_x, name_x + step]))
}

struct Setter<'a> {
    fonts: &'a Fonts,
    styles: &'a Styles,
}

impl Setter<'_> {
    fn with_day(&self, name: &str, day: &str) -> Result<Vec<Strip>, TypesetError> {
        let Some(beginnings) = beginnings(self.fonts, self.styles, name, day)? else {
            let mut strips = self.right(name)?;
            strips.extend(self.right(day)?);
            return Ok(strips);
        };
        let paragraph = Paragraph { width: ROOM, ..self.styles.paragraph(StyleName::Left) };
        let mut strips = Vec::new();
        for (text, x) in [name, day].into_iter().zip(beginnings) {
            strips.extend(paragraph.set(self.fonts, text)?.into_iter().map(|line| moved(line, x)));
        }
        Ok(strips)
    }

    /// The name at the right, and below it a place to fill in the day by hand.
    fn with_blank_day(&self, name: &str, parts: Blanks) -> Result<Vec<Strip>, TypesetError> {
        let places = Signatures {
            language: self.styles.language,
            width: TYPE_WIDTH,
            label_width: 0.0,
            label_size: self.styles.body.size,
        };
        let mut strips = self.right(name)?;
        let (strip, width) = places.blanks(self.fonts, "", parts)?;
        strips.push(moved(strip, TYPE_WIDTH - 2.0 * CELL - width));
        Ok(strips)
    }

    fn right(&self, text: &str) -> Result<Vec<Strip>, TypesetError> {
        let paragraph = self.styles.paragraph(StyleName::Left);
        Paragraph { width: ROOM, align: Align::Right, ..paragraph }.set_balanced(self.fonts, text)
    }
}

fn moved(strip: Strip, x: f32) -> Strip {
    let mut drawing = Drawing::default();
    drawing.add(strip.drawing, x, 0.0);
    Strip { height: strip.height, drawing }
}
