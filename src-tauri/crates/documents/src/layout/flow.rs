//! Pages: blocks set one below the other.

use super::{
    measure::{HALF_LEADING, LEFT, TOP, TYPE_HEIGHT},
    table::Table,
};
use crate::draw::{Drawing, Strip};

/// A part of a document, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// Lines that may be parted, though never so that one stands alone.
    Lines(Vec<Strip>),
    /// Lines that stay together.
    Whole(Vec<Strip>),
    /// Lines that stay together and on one page with what follows.
    WithNext(Vec<Strip>),
    /// A gap; none at the head of a page.
    Gap(f32),
    /// A table: its head is repeated on every page, its rows are whole.
    Table(Table),
}

/// The height that is free for blocks on a page.
pub(crate) const PAGE_ROOM: f32 = TYPE_HEIGHT + 2.0 * HALF_LEADING;

/// Rounding that is no overflow.
const TOLERANCE: f32 = 0.02;

/// Sets blocks on as many pages as they need; at least one.
pub(crate) fn paginate(blocks: &[Block]) -> Vec<Drawing> {
    let mut flow = Flow { pages: vec![Drawing::default()], y: 0.0 };
    for (index, block) in blocks.iter().enumerate() {
        let rest = &blocks[index..];
        if !flow.has_room(beginning(rest)) {
            flow.next_page();
        }
        match block {
            Block::Gap(height) => flow.gap(*height),
            Block::Whole(lines) | Block::WithNext(lines) => lines.iter().for_each(|line| flow.put(line)),
            Block::Lines(lines) => flow.lines(lines),
            Block::Table(table) => flow.table(table, beginning(&blocks[index + 1..])),
        }
    }
    flow.pages
}

/// The height of the beginning of these blocks that must not be parted.
fn beginning(blocks: &[Block]) -> f32 {
    let Some((block, rest)) = blocks.split_first() else {
        return 0.0;
    };
    match block {
        Block::Gap(height) => height + beginning(rest),
        Block::Whole(lines) => height(lines),
        Block::WithNext(lines) => height(lines) + beginning(rest),
        // Two lines at the least, and all of three: else one would stand alone.
        Block::Lines(lines) => height(&lines[..if lines.len() <= 3 { lines.len() } else { 2 }]),
        Block::Table(table) => table.head.height + table.rows.first().map_or(0.0, |row| row.height),
    }
}

fn height(lines: &[Strip]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}

struct Flow {
    pages: Vec<Drawing>,
    /// How much of the last page is taken.
    y: f32,
}

impl Flow {
    fn has_room(&self, height: f32) -> bool {
        // What no page could hold is begun where it stands.
        self.y + height <= PAGE_ROOM + TOLERANCE || self.y == 0.0
    }

    fn next_page(&mut self) {
        self.pages.push(Drawing::default());
        self.y = 0.0;
    }

    fn gap(&mut self, height: f32) {
        if self.y > 0.0 {
            self.y += height;
        }
    }

    fn put(&mut self, strip: &Strip) {
        if !self.has_room(strip.height) {
            self.next_page();
        }
        let y = TOP - HALF_LEADING + self.y;
        if let Some(page) = self.pages.last_mut() {
            page.add(strip.drawing.clone(), LEFT, y);
        }
        self.y += strip.height;
    }

    fn lines(&mut self, lines: &[Strip]) {
        for (index, line) in lines.iter().enumerate() {
            // The line before the last goes over with it.
            let needed = if index + 2 == lines.len() { height(&lines[index..]) } else { line.height };
            if !self.has_room(needed) {
                self.next_page();
            }
            self.put(line);
        }
    }

    /// The last row stays with what follows: signatures never stand on a page without any of what is signed.
    fn table(&mut self, table: &Table, next: f32) {
        self.put(&table.head);
        for (index, row) in table.rows.iter().enumerate() {
            let last = index > 0 && index + 1 == table.rows.len();
            let follows = if last { next } else { 0.0 };
            let together = row.height + follows;
            let fits_a_page = table.head.height + together <= PAGE_ROOM;
            if !self.has_room(if fits_a_page { together } else { row.height }) {
                self.next_page();
                self.put(&table.head);
            }
            self.put(row);
        }
    }
}
