//! What a document consists of, from its head to its end: text that isn't set yet.
//!
//! Blocks know no page and no line. Pages are set from them, and a file for a word processor can flow the same ones.

pub use crate::text::style::Align;

/// A part of a document, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The document's title.
    Title(Title),
    /// A paragraph or a heading.
    Text(Text),
    /// A table: its head is repeated on every page, its rows are whole.
    Table(Table),
    /// A gap; none at the head of a page.
    Gap(Gap),
    /// What follows begins a page.
    NewPage,
    /// What follows begins a sheet of paper: a right-hand page.
    NewSheet,
    /// Who issues the document and when.
    Issuer(Issuer),
    /// Places to sign. They stay below the text where the whole document is one page; otherwise they stand on a sheet of
    /// their own, below what names the document they belong to: nobody signs the back of something else.
    Signing(Signing),
    /// A line with parts that are filled in by hand.
    FillIn(FillIn),
    /// A QR code of this side in the middle of the line.
    Code {
        /// What it holds.
        content: String,
        /// In points, quiet zone included.
        side: f32,
    },
    /// The edges of the type area, drawn around what follows on the page.
    TypeArea,
}

/// A document's title: what it belongs to, its own name below that, and an addition below both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// On one line; where it is longer, its two parts each on lines of their own, so that no word is parted (GB/T 9704, 7.3.1),
    /// unless that takes more lines.
    pub belongs_to: Divided,
    /// The document's own name.
    pub name: String,
    /// Such as the number of a further round.
    pub addition: Option<String>,
}

/// A text of two parts, between which its line should end where it is longer than one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Divided {
    /// Both parts on one line.
    pub whole: String,
    /// Each on lines of its own.
    pub parts: [String; 2],
}

/// A paragraph or a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// What it is, which decides how it looks.
    pub style: StyleName,
    /// What of it stays on one page.
    pub keep: Keep,
    /// What it says.
    pub content: Content,
    /// Whether its hard spaces are places that are filled in by hand: a rule is drawn below each stretch of them.
    pub has_blanks: bool,
}

/// What a text is, which decides how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StyleName {
    /// Running text, its first line two characters in where the language asks for it.
    Body,
    /// An item of a list, two characters in in every language.
    Item,
    /// A text that begins at the margin, with its right edge as it comes.
    Left,
    /// Running text whose further lines begin where the first does.
    Hanging,
    /// The same a little away from both edges.
    Inset,
    /// A heading, which is also a bookmark.
    Heading,
    /// The same in the middle of the line.
    CentredHeading,
    /// What a report finds, in the letters of a heading: nothing stands under it, and so it is none.
    Finding,
    /// A text of the body's size in the middle of the line.
    Centred,
    /// The note below a title, in the middle of the line.
    Note,
    /// What is done while something is read out.
    Direction,
    /// Digits in groups that are read aloud and compared.
    Digits,
    /// A code that stands by itself.
    Code,
}

/// What a text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A line feed begins a line.
    Plain(String),
    /// A number with a full stop and what it numbers; further lines begin where the text does.
    Numbered {
        /// From 1.
        number: usize,
        /// What follows it.
        text: String,
    },
    /// The same with a label, whose last spaces don't count.
    Labelled {
        /// With its colon.
        label: String,
        /// What follows it.
        text: String,
    },
    /// On one line, or each part on lines of its own.
    Divided(Divided),
}

/// What of a text stays on one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Its lines may be parted, though never so that one stands alone.
    Lines,
    /// Its lines stay together.
    Whole,
    /// Its lines stay together and on one page with what follows.
    WithNext,
}

/// The height of a gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Gap {
    /// In points.
    Points(f32),
    /// In lines of the body.
    Lines(f32),
    /// What parts paragraphs: Chinese ones have their indent for that.
    Paragraphs,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The size of its texts and the height of their lines.
    pub rows: RowSize,
    /// From left to right.
    pub columns: Vec<Column>,
    /// From the head down.
    pub groups: Vec<Group>,
    /// A line above the head, repeated with it.
    pub caption: Option<String>,
    /// Whether the columns are as wide as those of the document's other tables of which this is said; they all have the same.
    pub is_aligned: bool,
}

/// How large a table's texts and how high their lines are, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RowSize {
    /// The usual line, which is as much closer as the document's lines are.
    Closing {
        /// The characters' size.
        size: f32,
        /// The usual line's height.
        line: f32,
    },
    /// Never closer.
    Fixed {
        /// The characters' size.
        size: f32,
        /// A line's height.
        line: f32,
    },
    /// The body's size, and the line by it.
    OfBody {
        /// A line's height, by the characters' size.
        line: f32,
    },
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What stands above its texts.
    pub head: String,
    /// How its width is found.
    pub width: Width,
    /// Where its texts are.
    pub align: Align,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// As its widest line.
    Fit,
    /// The same for people's names, which are broken only between their parts.
    Names,
    /// The same for days, of which each is on one line unless the table is much lower with two: a line feed says where.
    Days,
    /// A share of what is left, by the length of its texts.
    Share,
    /// The same, but at least as wide as so many characters where its texts are.
    ShareFrom(usize),
    /// As all others of this kind.
    Even,
    /// So many times as wide as an even one.
    Parts(u8),
}

/// Rows under a title that spans the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// Stands once, above the first row; empty for rows without a title.
    pub title: String,
    /// Stands above the rows that go over to another page.
    pub continued: String,
    /// The rows; each has one text a column.
    pub rows: Vec<Vec<String>>,
}

/// Who issues a document, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Issuer {
    /// The body's or the session's name.
    pub name: String,
    /// When.
    pub day: Day,
    /// Whether there is room for a seal that is put over both.
    pub is_sealed: bool,
}

/// A day that is printed or filled in by hand.
#[derive(Debug, Clone, PartialEq)]
pub enum Day {
    /// It is known.
    Printed(String),
    /// It is filled in by hand.
    Blank(Blanks),
}

/// Parts to fill in by hand: the width of each rule in points, and the word after it.
pub type Blanks = &'static [(f32, &'static str)];

/// Places to sign.
#[derive(Debug, Clone, PartialEq)]
pub struct Signing {
    /// Names the document, for a sheet of its own; a line feed begins a line.
    pub document: String,
    /// Who signs, each kind after its label.
    pub people: Vec<Signers>,
    /// What stands before the day.
    pub day_label: String,
    /// When they sign.
    pub day: Day,
}

/// Those who sign after one label: a place each, with the name below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signers {
    /// Their office, with a colon.
    pub label: String,
    /// Each has a place.
    pub names: Vec<String>,
}

/// A line with a label and parts that are filled in by hand.
#[derive(Debug, Clone, PartialEq)]
pub struct FillIn {
    /// What stands before the parts.
    pub label: String,
    /// What is filled in.
    pub parts: Blanks,
    /// The text's size in points.
    pub size: f32,
}

impl Text {
    /// A text whose lines may be parted.
    pub fn new(style: StyleName, text: impl Into<String>) -> Self {
        Self::of(style, Content::Plain(text.into()))
    }

    /// The same with more than a plain text.
    #[must_use]
    pub const fn of(style: StyleName, content: Content) -> Self {
        Self { style, keep: Keep::Lines, content, has_blanks: false }
    }

    /// The text with what stays of it on one page.
    #[must_use]
    pub fn kept(self, keep: Keep) -> Self {
        Self { keep, ..self }
    }

    /// The text with its hard spaces as places to fill in.
    #[must_use]
    pub fn with_blanks(self) -> Self {
        Self { has_blanks: true, ..self }
    }
}

impl Table {
    /// A table whose rows stand in groups.
    #[must_use]
    pub const fn new(rows: RowSize, columns: Vec<Column>, groups: Vec<Group>) -> Self {
        Self { rows, columns, groups, caption: None, is_aligned: false }
    }

    /// A table of rows without titles.
    #[must_use]
    pub fn plain(rows: RowSize, columns: Vec<Column>, texts: Vec<Vec<String>>) -> Self {
        Self::new(rows, columns, vec![Group { rows: texts, ..Group::default() }])
    }
}

impl Column {
    /// A column with this head.
    pub fn new(head: impl Into<String>, width: Width, align: Align) -> Self {
        Self { head: head.into(), width, align }
    }
}

impl From<Text> for Block {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}
