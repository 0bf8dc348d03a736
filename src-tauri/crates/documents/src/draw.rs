//! What is drawn where: the neutral list between layout and a back end.
//!
//! Lengths are points. The origin is the upper left corner; y grows downwards, and a run's y is its baseline.

use crate::fonts::Face;

/// Characters of one face and size on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub face: Face,
    pub size: f32,
    pub x: f32,
    pub y: f32,
    pub glyphs: Vec<Placed>,
}

/// A character of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placed {
    pub id: u16,
    pub char: char,
    /// How far the next one is, in points.
    pub advance: f32,
    /// How far the font itself would put it, in points.
    pub natural: f32,
}

/// A black rectangle; rules are thin ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Runs and rectangles: a page, or a part that is put on one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Drawing {
    pub runs: Vec<Run>,
    pub rects: Vec<Rect>,
}

impl Drawing {
    /// Adds a part with its origin at this place.
    pub fn add(&mut self, part: Self, x: f32, y: f32) {
        self.runs.extend(part.runs.into_iter().map(|run| Run { x: run.x + x, y: run.y + y, ..run }));
        self.rects.extend(part.rects.into_iter().map(|rect| Rect { x: rect.x + x, y: rect.y + y, ..rect }));
    }

    /// Adds a level rule of this thickness that starts here.
    pub fn level_rule(&mut self, x: f32, y: f32, length: f32, thickness: f32) {
        self.rects.push(Rect { x, y, width: length, height: thickness });
    }

    /// Adds an upright rule of this thickness that starts here.
    pub fn upright_rule(&mut self, x: f32, y: f32, length: f32, thickness: f32) {
        self.rects.push(Rect { x, y, width: thickness, height: length });
    }

    /// Adds the outline of a box.
    pub fn outline(&mut self, x: f32, y: f32, width: f32, height: f32, thickness: f32) {
        self.level_rule(x, y, width, thickness);
        self.level_rule(x, y + height - thickness, width, thickness);
        self.upright_rule(x, y, height, thickness);
        self.upright_rule(x + width - thickness, y, height, thickness);
    }
}

/// A part that takes a height on the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Strip {
    pub height: f32,
    pub drawing: Drawing,
}

/// A document that is laid out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Laid {
    pub title: String,
    pub author: String,
    pub language: crate::Language,
    pub pages: Vec<Drawing>,
}
