//! What is drawn where: the neutral list between layout and a back end.
//!
//! Lengths are points. The origin is the upper left corner; y grows downwards, and a run's y is its baseline.

use crate::fonts::Face;

/// Characters of one face and size on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub face: Face,
    /// Whether the strokes are drawn thicker than the face has them.
    pub thickened: bool,
    pub size: f32,
    pub x: f32,
    pub y: f32,
    pub glyphs: Vec<Placed>,
    pub role: Role,
    /// Whether an element of this role begins here; otherwise this run goes on with the one before.
    pub begins: bool,
}

/// What a text is, for readers who can't see the page (ISO 32000-1, 14.8). Nothing of it shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    #[default]
    Paragraph,
    /// A heading of this level, from 1; it is also a bookmark.
    Heading(u8),
    Cell(Cell),
    /// No part of what the document says: page numbers, marks, a table's repeated head.
    Artifact,
}

/// A table's cell. Lines of one cell may stand in several parts of its row, which is cut where it is higher than a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Grows from row to row; 0 is the table's head.
    pub row: usize,
    pub column: usize,
    /// How many cells the row has; one that has fewer than the head spans the table.
    pub cells: usize,
    /// Whether it is a heading, of its column in the head, of what follows below.
    pub is_head: bool,
}

/// A character of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    pub id: u16,
    pub char: char,
    /// How far the next one is, in points.
    pub advance: f32,
    /// How far the font itself would put it, in points.
    pub natural: f32,
}

/// A black rectangle; rules are thin ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// A picture made of black cells on a square grid: a QR code.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What the code holds, where that is told to readers who can't see it.
    pub content: String,
    /// The grid's upper left corner.
    pub x: f32,
    pub y: f32,
    /// A cell's side.
    pub unit: f32,
    pub cells: Vec<Cells>,
    /// Its place among the runs in reading order: the number of runs that come before it.
    pub after: usize,
}

/// Black cells that make a rectangle, in cells from the grid's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cells {
    pub column: u8,
    pub row: u8,
    pub width: u8,
    pub height: u8,
}

/// What is drawn on a page, or on a part that is put on one: texts and figures in reading order, and rules, which say nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    pub runs: Vec<Run>,
    pub rects: Vec<Rect>,
    pub figures: Vec<Figure>,
}

impl Drawing {
    /// Adds a part with its origin at this place, after what is already there in reading order.
    pub fn add(&mut self, part: Self, x: f32, y: f32) {
        let moved = |rect: Rect| Rect { x: rect.x + x, y: rect.y + y, ..rect };
        let before = self.runs.len();
        self.runs.extend(part.runs.into_iter().map(|run| Run { x: run.x + x, y: run.y + y, ..run }));
        self.rects.extend(part.rects.into_iter().map(moved));
        self.figures.extend(part.figures.into_iter().map(|figure| Figure {
            x: figure.x + x,
            y: figure.y + y,
            after: before + figure.after,
            ..figure
        }));
    }

    /// The same as one element of this role, for pages with very many of them; figures are only said to be there.
    pub fn into_one(mut self, role: Role) -> Self {
        for (index, run) in self.runs.iter_mut().enumerate() {
            (run.role, run.begins) = (role, index == 0);
        }
        self.figures.iter_mut().for_each(|figure| figure.content.clear());
        self
    }

    /// The same as a part of the element before it.
    pub fn continued(mut self) -> Self {
        self.runs.iter_mut().for_each(|run| run.begins = false);
        self
    }

    /// Whether there is nothing to see.
    pub fn is_blank(&self) -> bool {
        self.runs.is_empty() && self.rects.is_empty() && self.figures.is_empty()
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
pub struct Strip {
    pub height: f32,
    pub drawing: Drawing,
}
