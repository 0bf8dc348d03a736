//! Pages whose texts have fixed places: slips, cards, and forms that are cut, folded or filled in.
//!
//! A stack holds texts one below the other, and knows how high they are; a canvas is where stacks, rules and codes are put.

use crate::{
    TypesetError,
    blocks::{Blanks, Column, Group},
    drawing::{Drawing, Rect, Role, Strip},
    fonts::Fonts,
    pages::{SetTable, Signatures, TRAINING_LINE, TableStyle, qr, training_mark},
    text::{paragraph::Paragraph, style::Style},
};
use messages::Language;

pub use crate::{fonts::Voice, text::style::Align};

/// How a text in a frame is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// What decides its faces.
    pub voice: Voice,
    /// The characters' size in points.
    pub size: f32,
    /// A line's height in points.
    pub line: f32,
    /// Where its lines are.
    pub align: Align,
    /// How far the further lines begin from the left edge, in points.
    pub hanging: f32,
    /// Where its lines end.
    pub breaking: Breaking,
    /// What it is.
    pub kind: Kind,
}

/// Where a text's lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breaking {
    /// Where they are full.
    Full,
    /// Where the sense allows it, at nearly one length.
    Balanced,
    /// Where they are full, though never before a lone character.
    Narrow,
}

/// What a text is, for readers who can't see the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A paragraph.
    Paragraph,
    /// The page's heading, which is also a bookmark.
    Heading,
    /// No part of what the page says.
    Artifact,
}

impl Look {
    /// A paragraph whose lines end where they are full.
    #[must_use]
    pub const fn new(voice: Voice, size: f32, line: f32, align: Align) -> Self {
        Self { voice, size, line, align, hanging: 0.0, breaking: Breaking::Full, kind: Kind::Paragraph }
    }

    /// The same with lines that end elsewhere.
    #[must_use]
    pub const fn broken(self, breaking: Breaking) -> Self {
        Self { breaking, ..self }
    }

    /// The same as something else than a paragraph.
    #[must_use]
    pub const fn of_kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    fn paragraph(self, language: Language, width: f32) -> Paragraph {
        let style = Style::plain(self.voice, self.size, self.line);
        let paragraph = Paragraph::new(style, language, self.align, width);
        Paragraph { hanging_indent: self.hanging, role: self.kind.role(), ..paragraph }
    }
}

impl Kind {
    const fn role(self) -> Role {
        match self {
            Self::Paragraph => Role::Paragraph,
            Self::Heading => Role::Heading(1),
            Self::Artifact => Role::Artifact,
        }
    }
}

/// Texts of one width, one below the other.
#[derive(Clone)]
pub struct Stack<'f> {
    fonts: &'f Fonts,
    language: Language,
    width: f32,
    strips: Vec<Strip>,
}

impl<'f> Stack<'f> {
    /// An empty stack for texts of this language, so many points wide.
    #[must_use]
    pub const fn new(fonts: &'f Fonts, language: Language, width: f32) -> Self {
        Self { fonts, language, width, strips: Vec::new() }
    }

    /// Adds a text. Fails where a character has no glyph.
    ///
    /// # Errors
    ///
    /// Where no font has one of its characters.
    pub fn text(&mut self, look: Look, text: &str) -> Result<(), TypesetError> {
        let paragraph = look.paragraph(self.language, self.width);
        self.strips.extend(match look.breaking {
            Breaking::Full => paragraph.set(self.fonts, text)?,
            Breaking::Balanced => paragraph.set_balanced(self.fonts, text)?,
            Breaking::Narrow => paragraph.set_in_cell(self.fonts, text)?,
        });
        Ok(())
    }

    /// Adds a gap of so many points.
    pub fn gap(&mut self, height: f32) {
        self.strips.push(Strip { height, ..Strip::default() });
    }

    /// Adds the mark of an exercise: a boxed text, with a gap below it.
    ///
    /// # Errors
    ///
    /// Where no font has one of its characters.
    pub fn mark(&mut self, text: &str, size: f32, gap: f32) -> Result<(), TypesetError> {
        let drawing = training_mark(self.fonts, self.language, text, size, self.width)?;
        self.strips.push(Strip { height: size * TRAINING_LINE + gap, drawing });
        Ok(())
    }

    /// Adds a line with parts that are filled in by hand.
    ///
    /// # Errors
    ///
    /// Where no font has one of its characters.
    pub fn fill_in(&mut self, label: &str, parts: Blanks, size: f32) -> Result<(), TypesetError> {
        let (language, width) = (self.language, self.width);
        let places = Signatures { language, width, label_width: 0.0, label_size: size };
        let places = places.fitting(self.fonts, &[label])?;
        self.strips.push(places.blanks(self.fonts, label, parts)?.0);
        Ok(())
    }

    /// Adds what was put on a canvas, as high as this.
    pub fn canvas(&mut self, canvas: Canvas, height: f32) {
        self.strips.push(Strip { height, drawing: canvas.drawing });
    }

    /// How high it is, in points.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.strips.iter().map(|strip| strip.height).sum()
    }

    /// How many lines, gaps and other parts it has.
    #[must_use]
    pub fn parts(&self) -> usize {
        self.strips.len()
    }

    /// How wide a text would be on one line, in points.
    ///
    /// # Errors
    ///
    /// Where no font has one of its characters.
    pub fn width_of(&self, look: Look, text: &str) -> Result<f32, TypesetError> {
        Ok(look.paragraph(self.language, self.width).extent(self.fonts, text)?.whole)
    }

    /// This stack, and the rows of a table below it, on sides with so much room; from the second side on the rows stand below
    /// the other stack and the table's head. None where a row would be parted.
    ///
    /// # Errors
    ///
    /// Where no font has one of the table's characters.
    pub fn with_table(
        mut self,
        back: &Self,
        room: f32,
        table: &FrameTable,
    ) -> Result<Option<Vec<Self>>, TypesetError> {
        let SetTable { head, rows, partings, .. } = table.set(self.fonts, self.language, self.width)?;
        if partings.iter().any(|parting| parting.joined) {
            return Ok(None);
        }
        let mut taken = self.height() + head.height;
        self.strips.push(head.clone());
        let repeated = Strip { drawing: head.drawing.into_one(Role::Artifact), height: head.height };
        let mut sides = vec![self];
        for (row, parting) in rows.into_iter().zip(partings) {
            if taken + row.height > room {
                let mut side = back.clone();
                side.strips.extend([repeated.clone(), parting.carried]);
                taken = side.height();
                sides.push(side);
            }
            taken += row.height;
            if let Some(side) = sides.last_mut() {
                side.strips.push(row);
            }
        }
        Ok(Some(sides))
    }
}

/// A table in a frame.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameTable {
    /// The characters' size in points.
    pub size: f32,
    /// A line's height in points.
    pub line: f32,
    /// From left to right.
    pub columns: Vec<Column>,
    /// From the head down.
    pub groups: Vec<Group>,
}

impl FrameTable {
    fn set(&self, fonts: &Fonts, language: Language, width: f32) -> Result<SetTable, TypesetError> {
        let style = TableStyle { size: self.size, line: self.line, language, width };
        style.set(fonts, &self.columns, &self.groups)
    }
}

/// A page, or a part that is put on one.
#[derive(Clone, Default)]
pub struct Canvas {
    drawing: Drawing,
}

impl Canvas {
    /// Puts a stack's parts one below the other, from so far below this place on. Lengths are points from the upper left corner.
    pub fn put(&mut self, stack: Stack<'_>, left: f32, top: f32, below: f32) {
        let mut y = below;
        for strip in stack.strips {
            self.drawing.add(strip.drawing, left, top + y);
            y += strip.height;
        }
    }

    /// Adds what is on another canvas, with its origin at this place.
    pub fn add(&mut self, part: Self, x: f32, y: f32) {
        self.drawing.add(part.drawing, x, y);
    }

    /// Adds a black rectangle; thin ones are rules.
    pub fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.drawing.rects.push(Rect { x, y, width, height });
    }

    /// Adds the outline of a box.
    pub fn outline(&mut self, x: f32, y: f32, width: f32, height: f32, thickness: f32) {
        self.drawing.outline(x, y, width, height, thickness);
    }

    /// Adds a code with its upper left corner here.
    pub fn code(&mut self, code: Code, x: f32, y: f32) {
        self.drawing.add(code.drawing, x, y);
    }

    /// The same with all its texts as one of this kind, for pages with very many of them; codes are only said to be there.
    #[must_use]
    pub fn into_one(self, kind: Kind) -> Self {
        Self { drawing: self.drawing.into_one(kind.role()) }
    }

    pub(crate) const fn drawing(&self) -> &Drawing {
        &self.drawing
    }
}

/// A QR code.
pub struct Code {
    drawing: Drawing,
    module: f32,
}

impl Code {
    /// A code with sides so many points long, quiet zone included.
    ///
    /// # Errors
    ///
    /// Where the text is too long for a code.
    pub fn new(text: &str, side: f32) -> Result<Self, TypesetError> {
        let drawing = qr(text, side)?;
        let module = drawing.figures.first().map_or(side, |figure| figure.unit);
        Ok(Self { drawing, module })
    }

    /// The side of one of its modules, in points.
    #[must_use]
    pub const fn module(&self) -> f32 {
        self.module
    }
}
