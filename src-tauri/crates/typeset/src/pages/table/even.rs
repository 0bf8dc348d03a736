//! Widths moved between columns as long as that makes rows lower.

use super::{SIDE, TableStyle};
use crate::{
    TypesetError,
    blocks::{Column, Width},
    fonts::{Fonts, Glyph, Voice},
    measure::count,
    text::{
        paragraph::{Paragraph, ends_with_lone},
        shape::shape,
        style::Align,
    },
};
use std::collections::BTreeMap;

/// The widths that are moved, in points: large ones first.
const STEPS: [u16; 3] = [12, 6, 3];
/// A column has at most so many lines in its head before that costs more than a row's line.
const LINES_OF_HEAD: usize = 2;
/// What a line of the head costs beyond that: it is there on every page.
const HEAD_LINE: f32 = 6.0;
/// What a lone character on a cell's last line costs, and each line of a cell that isn't its row's highest.
const LONE: f32 = 0.15;
const LOWER_LINE: f32 = 0.02;
/// From so many rows on columns stay as they are: a long table is even enough, and this would take long.
const MANY: usize = 1_000;

/// A column whose width may change: each text's lines as they were written.
struct Open {
    index: usize,
    least: f32,
    start: f32,
    /// By how many points the column is wider than at the start.
    wider: i32,
    paragraph: Paragraph,
    head: (Paragraph, Vec<Vec<Glyph>>),
    cells: Vec<Vec<Vec<Glyph>>>,
    /// What was found for each width: the head's lines, and each cell's, with whether the last is a lone character.
    found: BTreeMap<i32, (usize, Vec<(usize, bool)>)>,
}

/// The widths, with as much moved between the columns that share as makes rows lower.
pub(super) fn evened(
    style: &TableStyle,
    fonts: &Fonts,
    columns: &[Column],
    rows: &[&[String]],
    mut widths: Vec<f32>,
    least: &[f32],
) -> Result<Vec<f32>, TypesetError> {
    let shares = |index: &usize| matches!(columns[*index].width, Width::Share | Width::ShareFrom(_));
    let open = (0..columns.len()).filter(shares);
    let open =
        open.map(|index| Open::new(style, fonts, &columns[index], rows, index, widths[index], least[index]));
    let mut open: Vec<Open> = open.collect::<Result<_, _>>()?;
    if open.len() < 2 || rows.len() >= MANY {
        return Ok(widths);
    }
    // Hill climbing: of all moves of this many points from one column to another, the best is made, until none helps; then
    // with a smaller step. Each column's lines at each width are counted once.
    for step in STEPS {
        while let Some((from, to)) = best_move(&mut open, i32::from(step)) {
            open[from].wider -= i32::from(step);
            open[to].wider += i32::from(step);
        }
    }
    for column in open {
        widths[column.index] = column.width(column.wider);
    }
    Ok(widths)
}

/// The columns between which moving so much helps most; none where it doesn't help.
fn best_move(open: &mut [Open], step: i32) -> Option<(usize, usize)> {
    let now = cost(open);
    let mut best = None;
    let mut lowest = now - 0.01;
    for from in 0..open.len() {
        for to in 0..open.len() {
            let narrower = open[from].width(open[from].wider - step);
            if from == to || narrower < open[from].least {
                continue;
            }
            // Tried, measured, and taken back.
            open[from].wider -= step;
            open[to].wider += step;
            let moved = cost(open);
            open[from].wider += step;
            open[to].wider -= step;
            if moved < lowest {
                (best, lowest) = (Some((from, to)), moved);
            }
        }
    }
    best
}

/// How high the table is, in lines, and a little for what looks ragged.
fn cost(open: &mut [Open]) -> f32 {
    open.iter_mut().for_each(Open::find);
    let found: Vec<&(usize, Vec<(usize, bool)>)> =
        open.iter().filter_map(|column| column.found.get(&column.wider)).collect();
    let rows = found.first().map_or(0, |(_, cells)| cells.len());
    let head = found.iter().map(|(head, _)| *head).max().unwrap_or(0);
    let mut cost = count(head.saturating_sub(LINES_OF_HEAD)) * HEAD_LINE;
    for row in 0..rows {
        let cells = || found.iter().filter_map(|(_, cells)| cells.get(row));
        cost += count(cells().map(|(lines, _)| *lines).max().unwrap_or(0));
        cost += LONE * count(cells().filter(|(_, lone)| *lone).count());
        cost += LOWER_LINE * count(cells().map(|(lines, _)| *lines).sum());
    }
    cost
}

impl Open {
    fn new(
        style: &TableStyle,
        fonts: &Fonts,
        column: &Column,
        rows: &[&[String]],
        index: usize,
        start: f32,
        least: f32,
    ) -> Result<Self, TypesetError> {
        let lines = |voice, text: &str| -> Result<Vec<Vec<Glyph>>, TypesetError> {
            text.lines().map(|line| shape(fonts, line.trim_end(), voice, style.language)).collect()
        };
        let text = |row: &&[String]| row.get(index).map_or(Ok(Vec::new()), |text| lines(Voice::Body, text));
        Ok(Self {
            index,
            least: least.min(start),
            start,
            wider: 0,
            paragraph: style.cell(column, 0.0),
            head: (style.paragraph(Voice::Heading, Align::Centre, 0.0), lines(Voice::Heading, &column.head)?),
            cells: rows.iter().map(text).collect::<Result<_, _>>()?,
            found: BTreeMap::new(),
        })
    }

    #[expect(clippy::cast_precision_loss, reason = "points of a page: far below 2^24")]
    fn width(&self, wider: i32) -> f32 {
        self.start + wider as f32
    }

    /// Counts the lines at the present width, where that is not done yet.
    fn find(&mut self) {
        if self.found.contains_key(&self.wider) {
            return;
        }
        let width = self.width(self.wider) - 2.0 * SIDE;
        let (head, texts) = &self.head;
        let (head, _) = lines(&Paragraph { width, ..*head }, texts);
        let paragraph = Paragraph { width, ..self.paragraph };
        let cells = self.cells.iter().map(|texts| lines(&paragraph, texts)).collect();
        self.found.insert(self.wider, (head, cells));
    }
}

/// How many lines a text has, and whether a lone character stands on the last one of a part.
fn lines(paragraph: &Paragraph, texts: &[Vec<Glyph>]) -> (usize, bool) {
    let mut number = 0;
    let mut lone = false;
    for text in texts {
        let lines = paragraph.break_lines(text);
        number += lines.len();
        lone |= ends_with_lone(&lines);
    }
    (number, lone)
}
