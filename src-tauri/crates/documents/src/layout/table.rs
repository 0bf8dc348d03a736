//! Tables with ruled cells and wrapped text.

use super::{
    flow::PAGE_ROOM,
    measure::{Style, count},
    paragraph::{Align, Paragraph},
};
use crate::{
    DocumentError, Language,
    draw::{Drawing, Strip},
    fonts::{Fonts, Voice},
};

/// A rule's thickness.
const RULE: f32 = 0.6;
/// The free room at the left and right of a cell's text.
const SIDE: f32 = 3.5;
/// The free room above and below a cell's text.
const ABOVE: f32 = 2.5;
/// The most a column that fits its text may take.
const WIDEST_FIT: f32 = 96.0;

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// As its widest line.
    Fit,
    /// A share of what is left, by the length of its texts.
    Share,
    /// As all others of this kind.
    Even,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    pub head: String,
    pub width: Width,
    pub align: Align,
}

/// How a table is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TableStyle {
    pub size: f32,
    pub line: f32,
    pub language: Language,
    pub width: f32,
}

/// A table that is set: its head, and its rows. A row higher than a page is already cut into parts that aren't.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    pub head: Strip,
    pub rows: Vec<Strip>,
}

impl TableStyle {
    /// Sets a table; each row has one text a column.
    pub fn set(
        &self,
        fonts: &Fonts,
        columns: &[Column],
        rows: &[Vec<String>],
    ) -> Result<Table, DocumentError> {
        let widths = self.widths(fonts, columns, rows)?;
        let head_cells = columns.iter().zip(&widths).map(|(column, width)| {
            self.paragraph(Voice::Heading, Align::Centre, *width).set(fonts, &column.head)
        });
        let head = self.row(&widths, &head_cells.collect::<Result<Vec<_>, _>>()?, true);
        let mut strips = Vec::new();
        for row in rows {
            let cells = columns.iter().zip(&widths).zip(row).map(|((column, width), text)| {
                self.paragraph(Voice::Body, column.align, *width).set(fonts, text)
            });
            strips.extend(self.row_parts(
                &widths,
                &cells.collect::<Result<Vec<_>, _>>()?,
                PAGE_ROOM - head.height,
            ));
        }
        Ok(Table { head, rows: strips })
    }

    fn paragraph(&self, voice: Voice, align: Align, column: f32) -> Paragraph {
        Paragraph::new(Style::plain(voice, self.size, self.line), self.language, align, column - 2.0 * SIDE)
    }

    /// A row, in as many parts as it needs to be no higher than the room.
    fn row_parts(&self, widths: &[f32], cells: &[Vec<Strip>], room: f32) -> Vec<Strip> {
        let lines = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let mut most = lines;
        while most > 1 && self.row_height(most) > room {
            most -= 1;
        }
        let part = |start: usize| -> Vec<Vec<Strip>> {
            cells.iter().map(|cell| cell.iter().skip(start).take(most).cloned().collect()).collect()
        };
        (0..lines).step_by(most).map(|start| self.row(widths, &part(start), false)).collect()
    }

    fn row_height(&self, lines: usize) -> f32 {
        count(lines) * self.line + 2.0 * ABOVE
    }

    /// A ruled row; texts stand in the middle of its height. Only the head has a rule above.
    fn row(&self, widths: &[f32], cells: &[Vec<Strip>], is_head: bool) -> Strip {
        let height = self.row_height(cells.iter().map(Vec::len).max().unwrap_or(0).max(1));
        let mut drawing = Drawing::default();
        let mut x = 0.0;
        for (width, cell) in widths.iter().zip(cells) {
            let mut y = (height - count(cell.len()) * self.line) / 2.0;
            for line in cell {
                drawing.add(line.drawing.clone(), x + SIDE, y);
                y += line.height;
            }
            drawing.upright_rule(x - RULE / 2.0, 0.0, height, RULE);
            x += width;
        }
        drawing.upright_rule(x - RULE / 2.0, 0.0, height, RULE);
        drawing.level_rule(-RULE / 2.0, height - RULE / 2.0, x + RULE, RULE);
        if is_head {
            drawing.level_rule(-RULE / 2.0, -RULE / 2.0, x + RULE, RULE);
        }
        Strip { height, drawing }
    }

    fn widths(
        &self,
        fonts: &Fonts,
        columns: &[Column],
        rows: &[Vec<String>],
    ) -> Result<Vec<f32>, DocumentError> {
        let mut natural = Vec::new();
        let mut least = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            let head = self.paragraph(Voice::Heading, Align::Centre, 0.0).extent(fonts, &column.head)?;
            let (mut whole, mut part) = (head.whole, 0.0_f32);
            for text in rows.iter().filter_map(|row| row.get(index)) {
                let cell = self.paragraph(Voice::Body, column.align, 0.0).extent(fonts, text)?;
                (whole, part) = (whole.max(cell.whole), part.max(cell.part));
            }
            // A few characters side by side at the least; a word that is wider than the widest column is broken.
            let least_width = match column.width {
                Width::Fit => whole,
                Width::Share => part.max(3.0 * self.size).max(head.whole),
                Width::Even => 0.0,
            };
            natural.push(whole + 2.0 * SIDE);
            least.push(least_width.min(WIDEST_FIT) + 2.0 * SIDE);
        }
        Ok(self.shared(columns, &natural, &least))
    }

    /// Shares the width by the root of the texts' length: that keeps rows low without starving short columns. A column
    /// whose share is below its least width, or beyond what its text can use, takes that instead, and the others share anew.
    fn shared(&self, columns: &[Column], natural: &[f32], least: &[f32]) -> Vec<f32> {
        let mut settled: Vec<Option<f32>> = columns
            .iter()
            .zip(least)
            .map(|(column, least)| (column.width == Width::Fit).then_some(*least))
            .collect();
        loop {
            let left = self.width - settled.iter().flatten().sum::<f32>();
            let open: Vec<usize> = (0..columns.len()).filter(|index| settled[*index].is_none()).collect();
            let weight =
                |index: usize| if columns[index].width == Width::Even { 1.0 } else { natural[index].sqrt() };
            let weights: f32 = open.iter().map(|index| weight(*index)).sum();
            let share = |index: usize| left.max(0.0) * weight(index) / weights;
            let starved = open.iter().find(|index| share(**index) < least[**index]);
            let sated = open
                .iter()
                .find(|index| columns[**index].width == Width::Share && share(**index) > natural[**index]);
            match (starved, sated.filter(|_| open.len() > 1)) {
                (Some(index), _) => settled[*index] = Some(least[*index]),
                (None, Some(index)) => settled[*index] = Some(natural[*index]),
                (None, None) => {
                    let widths: Vec<f32> = (0..columns.len())
                        .map(|index| settled[index].unwrap_or_else(|| share(index)))
                        .collect();
                    return self.fitted(&widths);
                }
            }
        }
    }

    /// The same widths in proportion, which together are the table's.
    fn fitted(&self, widths: &[f32]) -> Vec<f32> {
        let total: f32 = widths.iter().sum();
        widths.iter().map(|width| width * self.width / total).collect()
    }
}
