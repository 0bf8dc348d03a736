//! The styles of a document's texts by name, and the measures that each has.

use crate::{
    blocks::StyleName,
    drawing::Role,
    fonts::Voice,
    measure::{BODY_SIZE, CELL, PAGE_ROOM, TYPE_HEIGHT, TYPE_WIDTH},
    text::{
        paragraph::Paragraph,
        style::{Align, Style},
    },
};
use messages::Language;

/// 二号, the title's size (GB/T 9704, 7.3.1).
const TITLE_SIZE: f32 = 22.0;
/// The title's size in Latin letters.
const LATIN_TITLE_SIZE: f32 = 17.0;
/// The title's line, by its size.
const TITLE_LINE: f32 = 1.45;
/// The size and line of running text in Latin letters: those of 三号 would be coarse; the line is as much closer.
const LATIN: (f32, f32) = (12.0, 18.0);
/// The size and line of a form's text: 四号.
const FORM: (f32, f32) = (14.0, 24.0);
/// The size of notes and stage directions, by the body's.
const SMALLER: f32 = 0.875;
/// The size of digits that are compared, by the body's, and their line by their size.
const DIGITS_SIZE: f32 = 0.86;
const DIGITS_LINE: f32 = 1.3;
/// The size and line of a code that stands by itself.
const CODE: (f32, f32) = (18.0, 27.0);
/// A table's line by its characters: no closer than this.
const CLOSEST_ROW: f32 = 1.15;

/// The measures from which a document's styles follow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Styles {
    pub(crate) language: Language,
    /// The body's style.
    pub(crate) body: Style,
    /// How close the lines of tables are, by the usual ones.
    rows: f32,
}

impl Styles {
    /// A letter's: the body on the grid of GB/T 9704.
    #[must_use]
    pub const fn letter(language: Language) -> Self {
        let body = match language {
            Language::Chinese => Style::grid(),
            Language::English => Style::plain(Voice::Body, LATIN.0, LATIN.1),
        };
        Self { language, body, rows: 1.0 }
    }

    /// A form's, whose text is a size smaller than a letter's where that is large.
    #[must_use]
    pub fn form(language: Language) -> Self {
        let letter = Self::letter(language);
        if letter.body.size < BODY_SIZE { letter } else { letter.of_size(FORM) }
    }

    /// The same with a body of this size and line.
    #[must_use]
    pub const fn of_size(self, (size, line): (f32, f32)) -> Self {
        Self { body: Style::plain(self.body.voice, size, line), ..self }
    }

    /// The same with lines of the body that are no higher than a page of the type area's height, which they fill from its head,
    /// takes for holding as many as one whose first characters stand there.
    pub(crate) fn within_type_area(self) -> Self {
        let lines = (PAGE_ROOM / self.body.line).floor();
        Self { body: Style { line: self.body.line.min(TYPE_HEIGHT / lines), ..self.body }, ..self }
    }

    /// The same with lines that are so close by the usual ones.
    pub(crate) fn closer(self, closeness: f32) -> Self {
        Self { body: Style { line: closeness * self.body.line, ..self.body }, rows: closeness, ..self }
    }

    /// The same with smaller text, and lines and tables' rows that are closer, each by the usual.
    pub(crate) fn smaller(self, size: f32, line: f32, rows: f32) -> Self {
        Self { rows, ..self.of_size((size * self.body.size, line * self.body.line)) }
    }

    /// A table's line where the usual one is this.
    pub(crate) fn row_line(&self, size: f32, usual: f32) -> f32 {
        (self.rows * usual).max(CLOSEST_ROW * size).min(usual)
    }

    /// How far a paragraph's first line begins from the margin.
    fn indent(&self) -> f32 {
        match self.language {
            Language::Chinese => 2.0 * CELL,
            Language::English => 0.0,
        }
    }

    /// The title's paragraph.
    pub(crate) fn title(&self) -> Paragraph {
        let size = match self.language {
            Language::Chinese => TITLE_SIZE,
            Language::English => LATIN_TITLE_SIZE,
        };
        let style = Style::plain(Voice::Title, size, size * TITLE_LINE);
        let paragraph = Paragraph::new(style, self.language, Align::Centre, TYPE_WIDTH);
        Paragraph { role: Role::Heading(1), ..paragraph }
    }

    /// How a text of this style is set.
    pub(crate) fn paragraph(&self, name: StyleName) -> Paragraph {
        let indent = self.indent();
        let body = Paragraph::new(self.body, self.language, Align::Justify, TYPE_WIDTH);
        let heading =
            Paragraph { style: Style { voice: Voice::Heading, ..self.body }, role: Role::Heading(2), ..body };
        let hanging = Paragraph { first_indent: indent, hanging_indent: indent, ..body };
        match name {
            StyleName::Body => Paragraph { first_indent: indent, ..body },
            StyleName::Item => Paragraph { first_indent: 2.0 * CELL, ..body },
            StyleName::Left => Paragraph { align: Align::Left, ..body },
            StyleName::Hanging => hanging,
            StyleName::Inset => Paragraph {
                width: TYPE_WIDTH - CELL,
                hanging_indent: CELL,
                first_indent: CELL + indent,
                ..body
            },
            StyleName::Heading => Paragraph { first_indent: indent, ..heading },
            StyleName::CentredHeading => Paragraph { align: Align::Centre, ..heading },
            StyleName::Finding => Paragraph { role: Role::Paragraph, first_indent: indent, ..heading },
            StyleName::Centred => Paragraph { align: Align::Centre, ..body },
            StyleName::Note => {
                let style = Style::plain(Voice::Small, SMALLER * self.body.size, self.body.line);
                Paragraph { style, align: Align::Centre, ..body }
            }
            StyleName::Direction => {
                let style = Style::plain(self.direction_voice(), SMALLER * self.body.size, self.body.line);
                Paragraph { style, align: Align::Left, first_indent: indent, ..body }
            }
            StyleName::Digits => {
                let size = DIGITS_SIZE * self.body.size;
                let line = (DIGITS_LINE * size).min(self.body.line);
                let style = Style::plain(self.body.voice, size, line);
                Paragraph { style, align: Align::Left, ..hanging }
            }
            StyleName::Code => {
                let style = Style::plain(Voice::Heading, CODE.0, CODE.1);
                Paragraph { style, align: Align::Centre, ..body }
            }
        }
    }

    fn direction_voice(&self) -> Voice {
        match self.language {
            Language::Chinese => Voice::Small,
            // Latin letters of running and of small text are the same.
            Language::English => Voice::Heading,
        }
    }
}

impl StyleName {
    /// Whether its lines are of nearly one length and end where the sense allows it.
    pub(crate) fn is_balanced(self) -> bool {
        matches!(self, Self::Centred | Self::CentredHeading | Self::Note)
    }
}
