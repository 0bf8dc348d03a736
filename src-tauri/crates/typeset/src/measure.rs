//! Measures of GB/T 9704-2012, in points.

const POINTS_A_MILLIMETRE: f32 = 72.0 / 25.4;

/// Millimetres in points.
#[must_use]
pub const fn mm(millimetres: f32) -> f32 {
    millimetres * POINTS_A_MILLIMETRE
}

/// A whole number as a length.
#[expect(clippy::cast_precision_loss, reason = "counts of lines, columns and modules: far below 2^24")]
#[must_use]
pub const fn count(number: usize) -> f32 {
    number as f32
}

/// A4 (GB/T 9704, 5.1).
pub const PAGE_WIDTH: f32 = mm(210.0);
/// A4 (GB/T 9704, 5.1).
pub const PAGE_HEIGHT: f32 = mm(297.0);
/// The margin at the binding edge (5.2.1).
pub const LEFT: f32 = mm(28.0);
/// The margin at the head (5.2.1).
pub const TOP: f32 = mm(37.0);
/// The type area's width (5.2.1).
pub const TYPE_WIDTH: f32 = mm(156.0);
/// The type area's height (5.2.1).
pub const TYPE_HEIGHT: f32 = mm(225.0);
/// 三号, the body's size (5.2.2).
pub const BODY_SIZE: f32 = 16.0;
/// 28 characters a line (5.2.3): a character's cell.
pub const CELL: f32 = TYPE_WIDTH / 28.0;
/// 22 lines a page (5.2.3): a line's height.
pub const LINE: f32 = TYPE_HEIGHT / 22.0;
/// Half of what a line's height exceeds its characters: lines are set in the middle of their height, so the flow begins
/// this much above the type area for the first characters to stand at its head.
pub const HALF_LEADING: f32 = (LINE - BODY_SIZE) / 2.0;

/// The height that is free for blocks on a page.
pub const PAGE_ROOM: f32 = TYPE_HEIGHT + 2.0 * HALF_LEADING;

/// How far characters reach above the baseline, by their size.
pub const ASCENT: f32 = 0.88;
