//! Tables with ruled cells and wrapped text.

mod even;
mod widths;

use crate::{
    TypesetError,
    blocks::{Column, Group, Width},
    drawing::{Cell, Drawing, Role, Strip},
    fonts::{Fonts, Voice},
    measure::{PAGE_ROOM, count},
    text::{
        paragraph::Paragraph,
        style::{Align, Style},
    },
};
use messages::Language;

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

impl Width {
    /// By what a column shares the width evenly; none where its texts decide.
    fn parts(self) -> Option<f32> {
        match self {
            Self::Even => Some(1.0),
            Self::Parts(parts) => Some(parts.into()),
            Self::Fit | Self::Names | Self::Days | Self::Share | Self::ShareFrom(_) => None,
        }
    }
}

/// How a table is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TableStyle {
    pub size: f32,
    pub line: f32,
    pub language: Language,
    pub width: f32,
}

/// A table that is set: its head, and its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct SetTable {
    pub head: Strip,
    pub rows: Vec<Strip>,
    /// For each row, how the table is parted before it.
    pub partings: Vec<Parting>,
    /// The rule that ends a page within a row; of no height.
    pub closing: Strip,
}

/// How a table is parted before a row that begins a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Parting {
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
    /// Sets a table whose rows stand in groups.
    pub fn set(&self, fonts: &Fonts, columns: &[Column], groups: &[Group]) -> Result<SetTable, TypesetError> {
        let rows: Vec<&[String]> = groups.iter().flat_map(|group| &group.rows).map(Vec::as_slice).collect();
        let widths = self.widths(fonts, columns, &rows)?;
        self.set_in(fonts, columns, &widths, groups)
    }

    /// Sets a table in columns of these widths.
    pub fn set_in(
        &self,
        fonts: &Fonts,
        columns: &[Column],
        widths: &[f32],
        groups: &[Group],
    ) -> Result<SetTable, TypesetError> {
        let head_cells = columns.iter().zip(widths).enumerate().map(|(index, (column, width))| {
            let role = Role::Cell(Cell { row: 0, column: index, cells: columns.len(), is_head: true });
            let paragraph = self.paragraph(Voice::Heading, Align::Centre, *width);
            Paragraph { role, ..paragraph }.set(fonts, &column.head)
        });
        let head = self.row(widths, &head_cells.collect::<Result<Vec<_>, _>>()?, Kind::Head);
        let mut closing = Strip::default();
        closing.drawing.level_rule(-RULE / 2.0, -RULE / 2.0, self.width + RULE, RULE);
        let mut table = SetTable { head, rows: Vec::new(), partings: Vec::new(), closing };
        for group in groups {
            self.add_group(fonts, columns, widths, group, &mut table)?;
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
        table: &mut SetTable,
    ) -> Result<(), TypesetError> {
        // A band and the row below it have numbers that grow from one to the next.
        let mut title = self.band(fonts, &group.title, 2 * table.rows.len() + 1)?;
        let continued = self.band(fonts, &group.continued, 0)?;
        let continued = Strip { drawing: continued.drawing.into_one(Role::Artifact), ..continued };
        for row in &group.rows {
            let row_number = 2 * table.rows.len() + 2;
            let cells = columns.iter().zip(widths).zip(row).enumerate();
            let cells = cells.map(|(index, ((column, width), text))| {
                let cell = Cell { row: row_number, column: index, cells: columns.len(), is_head: false };
                Paragraph { role: Role::Cell(cell), ..self.cell(column, *width) }.set_in_cell(fonts, text)
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
    fn band(&self, fonts: &Fonts, text: &str, row: usize) -> Result<Strip, TypesetError> {
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

    fn cell(&self, column: &Column, width: f32) -> Paragraph {
        let paragraph = self.paragraph(Voice::Body, column.align, width);
        Paragraph { names: column.width == Width::Names, ..paragraph }
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
}

impl SetTable {
    /// The height of all rows.
    pub fn rows_height(&self) -> f32 {
        self.rows.iter().map(|row| row.height).sum()
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
