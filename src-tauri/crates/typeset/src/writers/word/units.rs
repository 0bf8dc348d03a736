//! Lengths as Word counts them.

/// Points in twentieths, as Word counts lengths.
#[expect(
    clippy::cast_possible_truncation,
    reason = "lengths on a page: far below 2^31 twentieths of a point"
)]
pub fn twips(points: f32) -> i32 {
    (20.0 * points).round() as i32
}

/// Points in halves, as Word counts the sizes of characters.
#[expect(clippy::cast_possible_truncation, reason = "sizes of characters: a few dozen points")]
pub fn half_points(points: f32) -> i32 {
    (2.0 * points).round() as i32
}
