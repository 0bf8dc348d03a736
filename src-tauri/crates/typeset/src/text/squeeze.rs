//! Room taken from full-width signs, whose ink is in one half of their cell.

use crate::measure::count;
use crate::{chars, fonts::Glyph};

/// From this advance on a sign takes a whole cell and can be squeezed.
pub(super) const FULL_WIDTH: f32 = 0.9;

/// How much of its cell a sign gives away.
pub(super) const HALF: f32 = 0.5;

/// Whether the first of two neighbours is set half as wide, for the gap between them would be that of two signs: one that
/// closes before another sign (”，), one that opens before another that does (“《).
pub(super) fn is_close_pair(before: &Glyph, after: &Glyph) -> bool {
    let opens_then_closes = chars::is_opening(before.char) && !chars::is_opening(after.char);
    can_give(before) && can_give(after) && !opens_then_closes
}

/// Where more room can be taken from a line's full-width signs: after the sign, or after what stands before an opening one,
/// whose ink is in its right half. An opening sign at the line's start has nothing before it, and keeps its cell; one of a
/// close pair has given already.
pub(super) fn giving(line: &[Glyph]) -> impl Iterator<Item = usize> {
    let is_close = |first: usize| match line.get(first..first + 2) {
        Some([before, after]) => is_close_pair(before, after),
        _ => false,
    };
    let signs = line.iter().enumerate().filter(|(_, glyph)| can_give(glyph));
    signs.filter_map(move |(index, glyph)| {
        if chars::is_opening(glyph.char) {
            let before = index.checked_sub(1)?;
            let given = chars::is_opening(line[before].char) && is_close(before);
            (!given).then_some(before)
        } else {
            (!is_close(index)).then_some(index)
        }
    })
}

/// Takes the excess (a negative slack) from the line's full-width signs, from each the same.
pub(super) fn squeeze(line: &[Glyph], advances: &mut [f32], slack: f32) {
    let signs = count(giving(line).count());
    for index in giving(line) {
        advances[index] += slack / signs;
    }
}

fn can_give(glyph: &Glyph) -> bool {
    chars::is_squeezable(glyph.char) && glyph.advance >= FULL_WIDTH
}
