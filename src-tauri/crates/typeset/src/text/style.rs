//! How a text looks.

use crate::{
    fonts::Voice,
    measure::{BODY_SIZE, CELL, LINE},
};

/// Where lines stand between their margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Both edges even, the last line at the left.
    Justify,
    /// The left edge even.
    Left,
    /// Each in the middle.
    Centre,
    /// The right edge even.
    Right,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
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
