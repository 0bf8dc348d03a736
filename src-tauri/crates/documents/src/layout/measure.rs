//! Measures of GB/T 9704-2012, in points.

use crate::fonts::Voice;

const POINTS_A_MILLIMETRE: f32 = 72.0 / 25.4;

/// Millimetres in points.
pub(crate) const fn mm(millimetres: f32) -> f32 {
    millimetres * POINTS_A_MILLIMETRE
}

/// A whole number as a length.
#[expect(clippy::cast_precision_loss, reason = "counts of lines, columns and modules: far below 2^24")]
pub(crate) const fn count(number: usize) -> f32 {
    number as f32
}

/// A4 (GB/T 9704, 5.1).
pub(crate) const PAGE_WIDTH: f32 = mm(210.0);
/// A4 (GB/T 9704, 5.1).
pub(crate) const PAGE_HEIGHT: f32 = mm(297.0);
/// The margin at the binding edge (5.2.1).
pub(crate) const LEFT: f32 = mm(28.0);
/// The margin at the head (5.2.1).
pub(crate) const TOP: f32 = mm(37.0);
/// The type area's width (5.2.1).
pub(crate) const TYPE_WIDTH: f32 = mm(156.0);
/// The type area's height (5.2.1).
pub(crate) const TYPE_HEIGHT: f32 = mm(225.0);
/// 三号, the body's size (5.2.2).
pub(crate) const BODY_SIZE: f32 = 16.0;
/// 28 characters a line (5.2.3): a character's cell.
pub(crate) const CELL: f32 = TYPE_WIDTH / 28.0;
/// 22 lines a page (5.2.3): a line's height.
pub(crate) const LINE: f32 = TYPE_HEIGHT / 22.0;
/// Half of what a line's height exceeds its characters: lines are set in the middle of their height, so the flow begins
/// this much above the type area for the first characters to stand at its head.
pub(crate) const HALF_LEADING: f32 = (LINE - BODY_SIZE) / 2.0;

/// How far characters reach above the baseline, by their size.
pub(crate) const ASCENT: f32 = 0.88;

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub voice: Voice,
    /// The characters' size.
    pub size: f32,
    /// A line's height.
    pub line: f32,
    /// What part of its natural width a full-width character takes, so that lines fall on the grid.
    pub pitch: f32,
}

impl Style {
    /// A style off the grid.
    pub const fn plain(voice: Voice, size: f32, line: f32) -> Self {
        Self { voice, size, line, pitch: 1.0 }
    }

    /// The body's style on the grid: 28 characters a line, 22 lines a page.
    pub const fn grid() -> Self {
        Self { voice: Voice::Body, size: BODY_SIZE, line: LINE, pitch: CELL / BODY_SIZE }
    }
}
