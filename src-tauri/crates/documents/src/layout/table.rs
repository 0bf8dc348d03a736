//! Tables with ruled cells and wrapped text.

use super::{
    flow::PAGE_ROOM,
    measure::{Style, count},
    paragraph::{Align, Paragraph},
};
use crate::{
    DocumentError, Language,
    draw::{Cell, Drawing, Role, Strip},
    fonts::{Fonts, Voice},
};

/// A rule's thickness.
const RULE: f32 = 0.6;
/// The free room at the left and right of a cell's text.
const SIDE: f32 = 3.5;
/// The free room above and below a cell's text.
const ABOVE: f32 = 2.5;
/// A higher row is cut where a page ends; it would leave a large part of the page empty.
const HIGHEST_WHOLE: f32 = PAGE_ROOM / 4.0;
/// How many lines stay together of a row that may be cut.
const LINES_A_PART: usize = 4;
/// The most a column that fits its text may take.
const WIDEST_FIT: f32 = 96.0;

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// As its widest line.
    Fit,
    /// A share of what is left, by the length of its texts.
    Share,
    /// The same, but at least as wide as so many characters where its texts are.
    ShareFrom(usize),
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

/// Rows under a title that spans the table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    /// Stands once, above the first row; empty for rows without a title.
    pub title: String,
    /// Stands above the rows that go over to another page.
    pub continued: String,
    /// The rows; each has one text a column.
    pub rows: Vec<Vec<String>>,
}

/// How a table is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TableStyle {
    pub size: f32,
    pub line: f32,
    pub language: Language,
    pub width: f32,
}

/// A table that is set: its head, and its rows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    pub head: Strip,
    pub rows: Vec<Strip>,
    /// For each row, how the table is parted before it.
    pub partings: Vec<Parting>,
    /// The rule that ends a page within a row; of no height.
    pub closing: Strip,
}

/// How a table is parted before a row that begins a page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Parting {
    /// What stands between the repeated head and the row; of no height where nothing does.
    pub carried: Strip,
    /// Whether the row is the rest of a high one, whose part on the page before is closed by a rule.
    pub joined: bool,
}

/// What a row of cells is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Whole,
    /// Of a high row, and whether the first, and the last.
    Part {
        first: bool,
        last: bool,
    },
}

impl TableStyle {
    /// Sets a table; each row has one text a column.
    pub fn set(
        &self,
        fonts: &Fonts,
        columns: &[Column],
        rows: &[Vec<String>],
    ) -> Result<Table, DocumentError> {
        let group = Group { title: String::new(), continued: String::new(), rows: rows.to_vec() };
        self.set_groups(fonts, columns, &[group])
    }

    /// Sets a table whose rows stand in groups.
    pub fn set_groups(
        &self,
        fonts: &Fonts,
        columns: &[Column],
        groups: &[Group],
    ) -> Result<Table, DocumentError> {
        let all_rows: Vec<&[String]> =
            groups.iter().flat_map(|group| &group.rows).map(Vec::as_slice).collect();
        let widths = self.widths(fonts, columns, &all_rows)?;
        let head_cells = columns.iter().zip(&widths).enumerate().map(|(index, (column, width))| {
            let role = Role::Cell(Cell { row: 0, column: index, cells: columns.len(), is_head: true });
            let paragraph = self.paragraph(Voice::Heading, Align::Centre, *width);
            Paragraph { role, ..paragraph }.set(fonts, &column.head)
        });
        let head = self.row(&widths, &head_cells.collect::<Result<Vec<_>, _>>()?, Kind::Head);
        let mut closing = Strip::default();
        closing.drawing.level_rule(-RULE / 2.0, -RULE / 2.0, self.width + RULE, RULE);
        let mut table = Table { head, rows: Vec::new(), partings: Vec::new(), closing };
        for group in groups {
            self.add_group(fonts, columns, &widths, group, &mut table)?;
        }
        Ok(table)
    }

    /// Adds a group's rows: its title is one with the first of them, so that it never stands alone.
    fn add_group(
        &self,
        fonts: &Fonts,
        columns: &[Column],
        widths: &[f32],
        group: &Group,
        table: &mut Table,
    ) -> Result<(), DocumentError> {
        // A band and the row below it have numbers that grow from one to the next.
        let mut title = self.band(fonts, &group.title, 2 * table.rows.len() + 1)?;
        let continued = self.band(fonts, &group.continued, 0)?;
        let continued = Strip { drawing: continued.drawing.into_one(Role::Artifact), ..continued };
        for row in &group.rows {
            let row_number = 2 * table.rows.len() + 2;
            let cells = columns.iter().zip(widths).zip(row).enumerate();
            let cells = cells.map(|(index, ((column, width), text))| {
                let cell = Cell { row: row_number, column: index, cells: columns.len(), is_head: false };
                let paragraph = self.paragraph(Voice::Body, column.align, *width);
                Paragraph { role: Role::Cell(cell), ..paragraph }.set(fonts, text)
            });
            let parts = self.row_parts(widths, &cells.collect::<Result<Vec<_>, _>>()?);
            for (index, part) in parts.into_iter().enumerate() {
                let titled = title.height > 0.0;
                table.rows.push(below(std::mem::take(&mut title), part));
                let carried = if titled { Strip::default() } else { continued.clone() };
                table.partings.push(Parting { carried, joined: index > 0 });
            }
        }
        Ok(())
    }

    /// A row of one cell that is as wide as the table; of no height without a text.
    fn band(&self, fonts: &Fonts, text: &str, row: usize) -> Result<Strip, DocumentError> {
        if text.is_empty() {
            return Ok(Strip::default());
        }
        let role = Role::Cell(Cell { row, column: 0, cells: 1, is_head: true });
        let paragraph = self.paragraph(Voice::Heading, Align::Left, self.width);
        let lines = Paragraph { role, ..paragraph }.set(fonts, text)?;
        Ok(self.row(&[self.width], &[lines], Kind::Whole))
    }

    fn paragraph(&self, voice: Voice, align: Align, column: f32) -> Paragraph {
        Paragraph::new(Style::plain(voice, self.size, self.line), self.language, align, column - 2.0 * SIDE)
    }

    /// A row, or the parts of one that is too high to be moved to the next page as a whole.
    fn row_parts(&self, widths: &[f32], cells: &[Vec<Strip>]) -> Vec<Strip> {
        let lines = lines_of(cells);
        if count(lines) * self.line <= HIGHEST_WHOLE {
            return vec![self.row(widths, cells, Kind::Whole)];
        }
        let parts = lines.div_ceil(LINES_A_PART);
        let most = lines.div_ceil(parts);
        let part = |start: usize| {
            let part: Vec<Vec<Strip>> =
                cells.iter().map(|cell| cell.iter().skip(start).take(most).cloned().collect()).collect();
            self.row(widths, &part, Kind::Part { first: start == 0, last: start + most >= lines })
        };
        (0..lines).step_by(most).map(part).collect()
    }

    /// A ruled row; texts stand in the middle of its height, or at the head of a high row. Only the table's head has a rule
    /// above.
    fn row(&self, widths: &[f32], cells: &[Vec<Strip>], kind: Kind) -> Strip {
        let (first, last) = match kind {
            Kind::Head | Kind::Whole => (true, true),
            Kind::Part { first, last } => (first, last),
        };
        let above = if first { ABOVE } else { 0.0 };
        let height = above + count(lines_of(cells)) * self.line + if last { ABOVE } else { 0.0 };
        let mut drawing = Drawing::default();
        let mut x = 0.0;
        for (width, cell) in widths.iter().zip(cells) {
            let middle = (height - count(cell.len()) * self.line) / 2.0;
            let mut y = if matches!(kind, Kind::Part { .. }) { above } else { middle };
            for line in cell {
                drawing.add(line.drawing.clone(), x + SIDE, y);
                y += line.height;
            }
            drawing.upright_rule(x - RULE / 2.0, 0.0, height, RULE);
            x += width;
        }
        drawing.upright_rule(x - RULE / 2.0, 0.0, height, RULE);
        if last {
            drawing.level_rule(-RULE / 2.0, height - RULE / 2.0, x + RULE, RULE);
        }
        if kind == Kind::Head {
            drawing.level_rule(-RULE / 2.0, -RULE / 2.0, x + RULE, RULE);
        }
        Strip { height, drawing }
    }

    fn widths(
        &self,
        fonts: &Fonts,
        columns: &[Column],
        rows: &[&[String]],
    ) -> Result<Vec<f32>, DocumentError> {
        let mut natural = Vec::new();
        let mut least = Vec::new();
        let mut kept = Vec::new();
        let mut barest = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            let head = self.paragraph(Voice::Heading, Align::Centre, 0.0).extent(fonts, &column.head)?;
            let (mut whole, mut part) = (head.whole, 0.0_f32);
            for text in rows.iter().filter_map(|row| row.get(index)) {
                let cell = self.paragraph(Voice::Body, column.align, 0.0).extent(fonts, text)?;
                (whole, part) = (whole.max(cell.whole), part.max(cell.part));
            }
            // A few characters side by side at the least; a word that is wider than the widest column is broken.
            let few = head.part.max(2.0 * self.size);
            let (least_width, kept_width, barest_width) = match column.width {
                Width::Fit => (whole, whole, whole),
                Width::Share => (part.max(3.0 * self.size).max(head.whole), few, few),
                Width::ShareFrom(characters) => {
                    let from = (count(characters) * self.size).min(whole);
                    (part.max(from).max(head.whole), few.max(from), few)
                }
                Width::Even => (0.0, 0.0, 0.0),
            };
            natural.push(whole + 2.0 * SIDE);
            least.push(least_width.min(WIDEST_FIT) + 2.0 * SIDE);
            kept.push(kept_width.min(WIDEST_FIT) + 2.0 * SIDE);
            barest.push(barest_width.min(WIDEST_FIT) + 2.0 * SIDE);
        }
        let widths = self.shared(columns, &natural, &least);
        Ok(self.fitted(&self.narrowed(&self.narrowed(&widths, &kept), &barest)))
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
                .find(|index| columns[**index].width != Width::Even && share(**index) > natural[**index]);
            match (starved, sated.filter(|_| open.len() > 1)) {
                (Some(index), _) => settled[*index] = Some(least[*index]),
                (None, Some(index)) => settled[*index] = Some(natural[*index]),
                (None, None) => {
                    return (0..columns.len())
                        .map(|index| settled[index].unwrap_or_else(|| share(index)))
                        .collect();
                }
            }
        }
    }

    /// The same widths in proportion, which together are the table's.
    fn fitted(&self, widths: &[f32]) -> Vec<f32> {
        let total: f32 = widths.iter().sum();
        widths.iter().map(|width| width * self.width / total).collect()
    }

    /// The widths without what is too much for the table, as far as they are above these floors, in proportion to it.
    fn narrowed(&self, widths: &[f32], floors: &[f32]) -> Vec<f32> {
        let spares: Vec<f32> =
            widths.iter().zip(floors).map(|(width, floor)| (width - floor).max(0.0)).collect();
        let spare: f32 = spares.iter().sum();
        let excess = (widths.iter().sum::<f32>() - self.width).clamp(0.0, spare);
        let part = if spare > 0.0 { excess / spare } else { 0.0 };
        widths.iter().zip(&spares).map(|(width, spare)| width - part * spare).collect()
    }
}

/// The lines of the highest cell; an empty row is a line high.
fn lines_of(cells: &[Vec<Strip>]) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or(0).max(1)
}

/// The one part below the other.
fn below(upper: Strip, lower: Strip) -> Strip {
    let mut drawing = upper.drawing;
    drawing.add(lower.drawing, 0.0, upper.height);
    Strip { height: upper.height + lower.height, drawing }
}
