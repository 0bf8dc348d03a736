//! Pages: set blocks put one below the other.

use super::table::SetTable;
use crate::{
    drawing::{Drawing, Role, Strip},
    measure::{ASCENT, HALF_LEADING, LEFT, PAGE_ROOM, TOP},
};

/// A part of a document that is set, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Lines that may be parted, though never so that one stands alone.
    Lines(Vec<Strip>),
    /// Lines that stay together.
    Whole(Vec<Strip>),
    /// Lines that stay together and on one page with what follows.
    WithNext(Vec<Strip>),
    /// A gap; none at the head of a page.
    Gap(f32),
    /// A table: its head is repeated on every page, its rows are whole.
    Table(SetTable),
    /// What follows begins a page.
    NewPage,
    /// What follows begins a sheet of paper.
    NewSheet,
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

/// Puts pieces on as many pages as they need; at least one.
///
/// Each piece is put where the last one ended. Before that, what must not be parted from its beginning is measured (a
/// heading takes along what it heads), and if the page has no room for it, the piece begins the next one.
pub fn paginate(pieces: &[Piece]) -> Vec<Drawing> {
    let mut flow = Flow { pages: vec![Drawing::default()], y: 0.0 };
    for (index, piece) in pieces.iter().enumerate() {
        let rest = &pieces[index..];
        if !flow.has_room(beginning(rest)) {
            flow.next_page();
        }
        match piece {
            Piece::Gap(height) => flow.gap(*height),
            Piece::Whole(lines) | Piece::WithNext(lines) => flow.put_all(lines),
            Piece::Lines(lines) => flow.lines(lines),
            Piece::Table(table) => flow.table(table, beginning(&pieces[index + 1..])),
            Piece::NewPage => flow.begin_page(),
            Piece::NewSheet => flow.begin_sheet(),
            Piece::Signing { identity, places } => flow.signing(identity, places),
        }
    }
    flow.pages
}

/// The height of the beginning of these pieces that must not be parted.
fn beginning(pieces: &[Piece]) -> f32 {
    let Some((piece, rest)) = pieces.split_first() else {
        return 0.0;
    };
    match piece {
        Piece::Gap(height) => height + beginning(rest),
        Piece::Whole(lines) => height(lines),
        Piece::WithNext(lines) => height(lines) + below_heading(rest),
        // Two lines at the least, and all of three: else one would stand alone.
        Piece::Lines(lines) => height(&lines[..if lines.len() <= 3 { lines.len() } else { 2 }]),
        Piece::Table(table) => table.head.height + table.rows.first().map_or(0.0, |row| row.height),
        // These take a page of their own where they don't fit.
        Piece::NewPage | Piece::NewSheet | Piece::Signing { .. } => 0.0,
    }
}

/// The height that must stay below a heading: a note of a line or two, such as a day, is no beginning of what it heads, and
/// takes that along.
fn below_heading(pieces: &[Piece]) -> f32 {
    match pieces.split_first() {
        Some((Piece::Gap(height), rest)) => height + below_heading(rest),
        Some((Piece::Lines(lines), rest)) if lines.len() <= LONGEST_NOTE && !begins_with_heading(rest) => {
            height(lines) + beginning(rest)
        }
        _ => beginning(pieces),
    }
}

fn begins_with_heading(pieces: &[Piece]) -> bool {
    let lines = pieces.iter().find_map(|piece| match piece {
        Piece::Gap(_) => None,
        Piece::Lines(lines) | Piece::Whole(lines) | Piece::WithNext(lines) => Some(lines.as_slice()),
        Piece::Table(_) | Piece::NewPage | Piece::NewSheet | Piece::Signing { .. } => Some(&[]),
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
        // What is higher than a page begins on an empty one.
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

    /// Puts lines one by one, so that a paragraph never leaves one of its lines alone on a page: its first two are together by
    /// the measure of its beginning, its last two here.
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
    fn table(&mut self, table: &SetTable, next: f32) {
        // 1. The head, and the same for the pages that follow: repeated, it is no part of what the document says.
        self.put(&table.head);
        let head = table.head.clone();
        let repeated = Strip { drawing: head.drawing.into_one(Role::Artifact), ..head };
        for (index, (row, parting)) in table.rows.iter().zip(&table.partings).enumerate() {
            // 2. What must stay with this row: the last row with the one before it, and with the piece below the table.
            let together = row.height + following(&table.rows[index + 1..], index, next);
            // 3. That is asked for only if a page could hold it at all.
            let fits_a_page = table.head.height + parting.carried.height + together <= PAGE_ROOM;
            if !self.has_room(if fits_a_page { together } else { row.height }) {
                // 4. The row begins a page. If it is the rest of a high one, a rule closes the part above; the head and the
                // group's title come again.
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
