//! Pages: blocks set one below the other.

use super::table::Table;
use crate::{
    drawing::{Drawing, Role, Strip},
    measure::{ASCENT, HALF_LEADING, LEFT, PAGE_ROOM, TOP},
};

/// A part of a document, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
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
    /// What follows begins a page.
    NewPage,
    /// Places to sign. They stay below the text where the whole document is one page; otherwise they stand on a sheet of
    /// their own, below what names the document they belong to: nobody signs the back of something else.
    Signing {
        /// Names the document, for a sheet of its own.
        identity: Vec<Strip>,
        /// The places, which stay together.
        places: Vec<Strip>,
    },
}

/// The most lines of a note below a heading.
const LONGEST_NOTE: usize = 2;

/// What characters may reach out of the type area at a page's head.
const MOST_ABOVE: f32 = 3.5;

/// Rounding that is no overflow.
const TOLERANCE: f32 = 0.02;

/// Sets blocks on as many pages as they need; at least one.
pub fn paginate(blocks: &[Block]) -> Vec<Drawing> {
    let mut flow = Flow { pages: vec![Drawing::default()], y: 0.0 };
    for (index, block) in blocks.iter().enumerate() {
        let rest = &blocks[index..];
        if !flow.has_room(beginning(rest)) {
            flow.next_page();
        }
        match block {
            Block::Gap(height) => flow.gap(*height),
            Block::Whole(lines) | Block::WithNext(lines) => flow.put_all(lines),
            Block::Lines(lines) => flow.lines(lines),
            Block::Table(table) => flow.table(table, beginning(&blocks[index + 1..])),
            Block::NewPage => flow.begin_page(),
            Block::Signing { identity, places } => flow.signing(identity, places),
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
        Block::WithNext(lines) => height(lines) + below_heading(rest),
        // Two lines at the least, and all of three: else one would stand alone.
        Block::Lines(lines) => height(&lines[..if lines.len() <= 3 { lines.len() } else { 2 }]),
        Block::Table(table) => table.head.height + table.rows.first().map_or(0.0, |row| row.height),
        // These take a page of their own where they don't fit.
        Block::NewPage | Block::Signing { .. } => 0.0,
    }
}

/// The height that must stay below a heading: a note of a line or two, such as a day, is no beginning of what it heads, and
/// takes that along.
fn below_heading(blocks: &[Block]) -> f32 {
    match blocks.split_first() {
        Some((Block::Gap(height), rest)) => height + below_heading(rest),
        Some((Block::Lines(lines), rest)) if lines.len() <= LONGEST_NOTE && !begins_with_heading(rest) => {
            height(lines) + beginning(rest)
        }
        _ => beginning(blocks),
    }
}

fn begins_with_heading(blocks: &[Block]) -> bool {
    let lines = blocks.iter().find_map(|block| match block {
        Block::Gap(_) => None,
        Block::Lines(lines) | Block::Whole(lines) | Block::WithNext(lines) => Some(lines.as_slice()),
        Block::Table(_) | Block::NewPage | Block::Signing { .. } => Some(&[]),
    });
    let mut runs = lines.into_iter().flatten().flat_map(|line| &line.drawing.runs);
    runs.next().is_some_and(|run| matches!(run.role, Role::Heading(_)))
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

    /// Begins a page unless the last one is still empty.
    fn begin_page(&mut self) {
        if self.y > 0.0 {
            self.next_page();
        }
    }

    /// Begins a sheet: a right-hand page, after an empty one where the last was a right-hand page, too.
    fn begin_sheet(&mut self) {
        self.begin_page();
        if self.pages.len().is_multiple_of(2) {
            self.next_page();
        }
    }

    fn signing(&mut self, identity: &[Strip], places: &[Strip]) {
        let fits_below = self.pages.len() == 1 && self.has_room(height(places));
        if !fits_below {
            self.begin_sheet();
            self.put_all(identity);
        }
        self.put_all(places);
    }

    fn gap(&mut self, height: f32) {
        if self.y > 0.0 {
            self.y += height;
        }
    }

    fn put_all(&mut self, strips: &[Strip]) {
        for strip in strips {
            self.put(strip);
        }
    }

    fn put(&mut self, strip: &Strip) {
        if !self.has_room(strip.height) {
            self.next_page();
        }
        if self.y == 0.0 {
            self.y = too_high(strip);
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

    /// The last two rows stay together, and with what follows: one alone, such as a sum, would say nothing.
    fn table(&mut self, table: &Table, next: f32) {
        self.put(&table.head);
        let head = table.head.clone();
        let repeated = Strip { drawing: head.drawing.into_one(Role::Artifact), ..head };
        for (index, (row, parting)) in table.rows.iter().zip(&table.partings).enumerate() {
            let together = row.height + following(&table.rows[index + 1..], index, next);
            let fits_a_page = table.head.height + parting.carried.height + together <= PAGE_ROOM;
            if !self.has_room(if fits_a_page { together } else { row.height }) {
                if parting.joined {
                    self.put(&table.closing);
                }
                self.next_page();
                self.put(&repeated);
                self.put(&parting.carried);
            }
            self.put(row);
        }
    }
}

/// How far characters would reach out of the type area at a page's head, beyond a little: their line is close.
fn too_high(strip: &Strip) -> f32 {
    let heads = strip.drawing.runs.iter().map(|run| run.y - run.size * ASCENT);
    let head = heads.fold(HALF_LEADING, f32::min);
    (HALF_LEADING - MOST_ABOVE - head).max(0.0)
}

/// The height that stays with the row before these.
fn following(rows: &[Strip], index: usize, next: f32) -> f32 {
    match rows {
        [] if index > 0 => next,
        [last] if index > 0 => last.height + next,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests;
