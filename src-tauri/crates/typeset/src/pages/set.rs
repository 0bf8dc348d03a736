//! Blocks set: their text broken into lines, as high as they will be on the page.

use super::{
    flow::Piece,
    issuer::issuer,
    qr::qr,
    signatures::Signatures,
    table::{SetTable, TableStyle},
};
use crate::{
    TypesetError,
    blocks::{
        Block, Content, Day, Divided, FillIn, Gap, Group, Keep, RowSize, Signing, StyleName, Table, Text,
        Title, Width,
    },
    drawing::{Drawing, Strip},
    fonts::{Fonts, Voice},
    measure::{HALF_LEADING, TYPE_HEIGHT, TYPE_WIDTH},
    styles::Styles,
    text::{
        paragraph::Paragraph,
        ruled::ruled,
        style::{Align, Style},
    },
};
use messages::Language;

/// How much higher a table may become, by its height, for its days to stand on one line each.
const HIGHER: f32 = 1.06;
/// The height of a table's caption.
const CAPTION_LINE: f32 = 28.0;
/// The gap above a printed day among places to sign, and below it.
const ABOVE_DAY: f32 = 6.0;
const AROUND_DAY: f32 = 10.0;
/// The thickness of the type area's edges.
const EDGE: f32 = 0.6;

/// The blocks as pieces that can be put on pages.
pub(super) fn set(fonts: &Fonts, styles: &Styles, blocks: &[Block]) -> Result<Vec<Piece>, TypesetError> {
    let setter = Setter::new(fonts, styles, blocks)?;
    let mut pieces = Vec::with_capacity(blocks.len());
    for block in blocks {
        pieces.extend(setter.block(block)?);
    }
    Ok(pieces)
}

/// The widths of the columns that several tables have in common, by the texts of all.
fn aligned(fonts: &Fonts, styles: &Styles, blocks: &[Block]) -> Result<Vec<f32>, TypesetError> {
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.is_aligned => Some(table),
        _ => None,
    });
    let tables: Vec<&Table> = tables.collect();
    let Some(first) = tables.first() else {
        return Ok(Vec::new());
    };
    let rows = tables.iter().flat_map(|table| &table.groups).flat_map(|group| &group.rows);
    let rows: Vec<&[String]> = rows.map(Vec::as_slice).collect();
    table_style(styles, first.rows).widths(fonts, &first.columns, &rows)
}

/// How a table with rows of this size is set.
pub fn table_style(styles: &Styles, rows: RowSize) -> TableStyle {
    let (size, line) = match rows {
        RowSize::Closing { size, line } => (size, styles.row_line(size, line)),
        RowSize::Fixed { size, line } => (size, line),
        RowSize::OfBody { line } => (styles.body.size, styles.body.size * line),
    };
    TableStyle { size, line, language: styles.language, width: TYPE_WIDTH }
}

/// Sets blocks with fonts and styles.
pub struct Setter<'a> {
    fonts: &'a Fonts,
    styles: &'a Styles,
    aligned: Vec<f32>,
}

impl<'a> Setter<'a> {
    /// A setter of these blocks, whose tables may have widths in common.
    pub fn new(fonts: &'a Fonts, styles: &'a Styles, blocks: &[Block]) -> Result<Self, TypesetError> {
        Ok(Self { fonts, styles, aligned: aligned(fonts, styles, blocks)? })
    }

    fn block(&self, block: &Block) -> Result<Vec<Piece>, TypesetError> {
        Ok(vec![match block {
            Block::Title(title) => Piece::WithNext(self.title(title)?),
            Block::Text(text) => self.text(text)?,
            Block::Table(table) => Piece::Table(self.table(table)?),
            Block::Gap(gap) => Piece::Gap(self.gap(*gap)),
            Block::NewPage => Piece::NewPage,
            Block::NewSheet => Piece::NewSheet,
            Block::Issuer(issued) => return issuer(self.fonts, self.styles, issued),
            Block::Signing(signing) => self.signing(signing)?,
            Block::FillIn(fill_in) => Piece::Whole(vec![self.fill_in(fill_in)?]),
            Block::Code { content, side } => Piece::Whole(vec![code(content, *side)?]),
            Block::TypeArea => Piece::Whole(vec![self.type_area()]),
        }])
    }

    /// A gap's height in points.
    pub fn gap(&self, gap: Gap) -> f32 {
        match (gap, self.styles.language) {
            (Gap::Points(points), _) => points,
            (Gap::Lines(lines), _) => self.styles.body.line * lines,
            (Gap::Paragraphs, Language::Chinese) => 0.0,
            (Gap::Paragraphs, Language::English) => self.styles.body.line / 2.0,
        }
    }

    /// What the title belongs to, the title below it, and its addition in the body's letters; all are one heading.
    fn title(&self, title: &Title) -> Result<Vec<Strip>, TypesetError> {
        let paragraph = self.styles.title();
        let mut lines = self.belongs_to(&paragraph, &title.belongs_to)?;
        lines.extend(continued(paragraph.set_balanced(self.fonts, &title.name)?));
        if let Some(addition) = &title.addition {
            let style = Style::plain(Voice::Body, self.styles.body.size, self.styles.body.line);
            lines.extend(continued(Paragraph { style, ..paragraph }.set(self.fonts, addition)?));
        }
        Ok(lines)
    }

    /// What a title belongs to, on one line, or its parts on lines of their own.
    pub fn belongs_to(&self, paragraph: &Paragraph, text: &Divided) -> Result<Vec<Strip>, TypesetError> {
        let whole = paragraph.set_balanced(self.fonts, &text.whole)?;
        let [first, second] = &text.parts;
        let mut parted = paragraph.set_balanced(self.fonts, first)?;
        parted.extend(continued(paragraph.set_balanced(self.fonts, second)?));
        Ok(if whole.len() > 1 && parted.len() <= whole.len() { parted } else { whole })
    }

    fn text(&self, text: &Text) -> Result<Piece, TypesetError> {
        let lines = self.lines(text)?;
        let lines = if text.has_blanks { ruled(lines) } else { lines };
        Ok(match text.keep {
            Keep::Lines => Piece::Lines(lines),
            Keep::Whole => Piece::Whole(lines),
            Keep::WithNext => Piece::WithNext(lines),
        })
    }

    fn lines(&self, text: &Text) -> Result<Vec<Strip>, TypesetError> {
        let paragraph = self.styles.paragraph(text.style);
        match &text.content {
            Content::Plain(words) if text.style.is_balanced() => paragraph.set_balanced(self.fonts, words),
            Content::Plain(words) => paragraph.set(self.fonts, words),
            Content::Numbered { number, text } => {
                let number = numbered(*number);
                let hanging_indent = self.hanging(&paragraph, &number)?;
                Paragraph { hanging_indent, ..paragraph }.set(self.fonts, &format!("{number}{text}"))
            }
            Content::Labelled { label, text } => {
                let hanging_indent = paragraph.extent(self.fonts, label)?.whole;
                Paragraph { hanging_indent, ..paragraph }.set(self.fonts, &format!("{label}{text}"))
            }
            Content::Divided(text) => self.divided(&paragraph, text),
        }
    }

    /// A text on one line, or its parts on lines of their own.
    pub fn divided(&self, paragraph: &Paragraph, text: &Divided) -> Result<Vec<Strip>, TypesetError> {
        let whole = paragraph.set_balanced(self.fonts, &text.whole)?;
        if whole.len() == 1 {
            return Ok(whole);
        }
        let [first, second] = &text.parts;
        let mut parted = paragraph.set_balanced(self.fonts, first)?;
        parted.extend(continued(paragraph.set_balanced(self.fonts, second)?));
        Ok(parted)
    }

    /// How far from its beginning a numbered text's further lines begin.
    pub fn hanging(&self, paragraph: &Paragraph, number: &str) -> Result<f32, TypesetError> {
        // Spaces at an end have no width, so the number is measured with what follows.
        let extent = |text: &str| Ok::<f32, TypesetError>(paragraph.extent(self.fonts, text)?.whole);
        Ok(extent(&format!("{number}0"))? - extent("0")?)
    }

    /// The widths of a table's columns.
    pub fn widths(&self, table: &Table) -> Result<Vec<f32>, TypesetError> {
        if table.is_aligned {
            return Ok(self.aligned.clone());
        }
        let rows = table.groups.iter().flat_map(|group| &group.rows);
        let rows: Vec<&[String]> = rows.map(Vec::as_slice).collect();
        table_style(self.styles, table.rows).widths(self.fonts, &table.columns, &rows)
    }

    /// The table; with each day on one line, unless it is much lower with two.
    fn table(&self, table: &Table) -> Result<SetTable, TypesetError> {
        if !table.columns.iter().any(|column| column.width == Width::Days) {
            return self.table_of(table, &table.groups);
        }
        let joint = match self.styles.language {
            Language::Chinese => "",
            Language::English => " ",
        };
        let one_line = self.table_of(table, &days_joined(table, joint))?;
        let two_lines = self.table_of(table, &table.groups)?;
        let is_low = one_line.rows_height() <= HIGHER * two_lines.rows_height();
        Ok(if is_low { one_line } else { two_lines })
    }

    fn table_of(&self, table: &Table, groups: &[Group]) -> Result<SetTable, TypesetError> {
        let style = table_style(self.styles, table.rows);
        let set = if table.is_aligned {
            style.set_in(self.fonts, &table.columns, &self.aligned, groups)?
        } else {
            style.set(self.fonts, &table.columns, groups)?
        };
        match &table.caption {
            Some(caption) => Ok(SetTable { head: self.captioned(style, caption, set.head)?, ..set }),
            None => Ok(set),
        }
    }

    /// The table's head below a caption: both are repeated on every page.
    fn captioned(&self, style: TableStyle, caption: &str, head: Strip) -> Result<Strip, TypesetError> {
        let style = Style::plain(Voice::Heading, style.size, CAPTION_LINE);
        let paragraph = Paragraph::new(style, self.styles.language, Align::Left, TYPE_WIDTH);
        let mut drawing = Drawing::default();
        let mut y = 0.0;
        for line in paragraph.set(self.fonts, caption)? {
            drawing.add(line.drawing, 0.0, y);
            y += line.height;
        }
        drawing.add(head.drawing, 0.0, y);
        Ok(Strip { height: y + head.height, drawing })
    }

    fn signing(&self, signing: &Signing) -> Result<Piece, TypesetError> {
        let paragraph = self.styles.paragraph(StyleName::CentredHeading);
        let mut identity = Vec::new();
        for line in signing.document.lines() {
            let before = !identity.is_empty();
            let lines = paragraph.set_balanced(self.fonts, line)?;
            if before { identity.extend(continued(lines)) } else { identity.extend(lines) }
        }
        identity.push(Strip { height: self.styles.body.line, ..Strip::default() });
        Ok(Piece::Signing { identity, places: self.places(signing)? })
    }

    /// Places for those who sign, each kind after its label, and the day.
    fn places(&self, signing: &Signing) -> Result<Vec<Strip>, TypesetError> {
        let labels = signing.people.iter().map(|people| people.label.as_str());
        let labels: Vec<&str> = labels.chain([signing.day_label.as_str()]).collect();
        let places = Signatures {
            language: self.styles.language,
            width: TYPE_WIDTH,
            label_width: 0.0,
            label_size: self.styles.body.size,
        };
        let places = places.fitting(self.fonts, &labels)?;
        let mut strips = Vec::new();
        for people in &signing.people {
            strips.extend(places.set(self.fonts, &people.label, &people.names)?);
        }
        strips.push(match &signing.day {
            Day::Printed(day) => self.printed_day(&signing.day_label, day, places.label_width)?,
            Day::Blank(parts) => places.blanks(self.fonts, &signing.day_label, parts)?.0,
        });
        Ok(strips)
    }

    /// A known day beside its label.
    fn printed_day(&self, label: &str, day: &str, label_width: f32) -> Result<Strip, TypesetError> {
        let paragraph = self.styles.paragraph(StyleName::Left);
        let mut drawing = Drawing::default();
        for (text, x) in [(label, 0.0), (day, label_width)] {
            for line in paragraph.set(self.fonts, text)? {
                drawing.add(line.drawing, x, ABOVE_DAY);
            }
        }
        Ok(Strip { height: self.styles.body.line + AROUND_DAY, drawing })
    }

    fn fill_in(&self, fill_in: &FillIn) -> Result<Strip, TypesetError> {
        let places = Signatures {
            language: self.styles.language,
            width: TYPE_WIDTH,
            label_width: 0.0,
            label_size: fill_in.size,
        };
        let places = places.fitting(self.fonts, &[&fill_in.label])?;
        Ok(places.blanks(self.fonts, &fill_in.label, fill_in.parts)?.0)
    }

    /// The edges take a line, so that what stands below is clear of them.
    fn type_area(&self) -> Strip {
        let mut drawing = Drawing::default();
        drawing.outline(0.0, HALF_LEADING, TYPE_WIDTH, TYPE_HEIGHT, EDGE);
        Strip { height: self.styles.body.line, drawing }
    }
}

/// A number as it stands before what it numbers.
pub fn numbered(number: usize) -> String {
    format!("{number}. ")
}

/// The rows with each day on one line.
fn days_joined(table: &Table, joint: &str) -> Vec<Group> {
    let mut groups = table.groups.clone();
    for row in groups.iter_mut().flat_map(|group| &mut group.rows) {
        for (text, column) in row.iter_mut().zip(&table.columns) {
            if column.width == Width::Days {
                *text = text.replace('\n', joint);
            }
        }
    }
    groups
}

fn code(content: &str, side: f32) -> Result<Strip, TypesetError> {
    let mut drawing = Drawing::default();
    drawing.add(qr(content, side)?, (TYPE_WIDTH - side) / 2.0, 0.0);
    Ok(Strip { height: side, drawing })
}

/// Lines that belong to the heading before them.
fn continued(lines: Vec<Strip>) -> impl Iterator<Item = Strip> {
    lines.into_iter().map(|line| Strip { drawing: line.drawing.continued(), ..line })
}
