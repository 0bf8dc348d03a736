//! Paragraphs: their properties in the order of the schema, and their runs of text.

use super::units::twips;
use crate::{blocks::Keep, chars::JOINER, text::style::Align, writers::xml::Element};
use messages::Language;

/// A space that no line ends at.
const HARD_SPACE: char = '\u{A0}';

/// A paragraph: its style, and what it has beside that.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub style: String,
    pub keep: Keep,
    pub begins_page: bool,
    /// Which of the numbered lists it is an item of.
    pub list: Option<usize>,
    /// Where tabs end, in points, each with a rule before it.
    pub ruled_tabs: Vec<f32>,
    /// In points.
    pub before: f32,
    pub after: f32,
    pub indent: Option<Indent>,
    pub align: Option<Align>,
    pub runs: Vec<Element>,
}

/// How far a paragraph's lines begin from the margin, and end before the other, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Indent {
    pub first: f32,
    pub others: f32,
    pub right: f32,
}

impl Paragraph {
    pub fn new(style: impl Into<String>, runs: Vec<Element>) -> Self {
        Self {
            style: style.into(),
            keep: Keep::Lines,
            begins_page: false,
            list: None,
            ruled_tabs: Vec::new(),
            before: 0.0,
            after: 0.0,
            indent: None,
            align: None,
            runs,
        }
    }

    /// The element, with its properties in the order of the schema (`CT_PPr`).
    pub fn element(self) -> Element {
        let mut properties = vec![value("w:pStyle", &self.style)];
        match self.keep {
            Keep::Lines => {}
            Keep::Whole => properties.push(Element::new("w:keepLines")),
            Keep::WithNext => properties.extend(["w:keepNext", "w:keepLines"].map(Element::new)),
        }
        if self.begins_page {
            properties.push(Element::new("w:pageBreakBefore"));
        }
        properties.extend(self.list.map(numbered));
        if !self.ruled_tabs.is_empty() {
            properties.push(Element::new("w:tabs").holding_all(self.ruled_tabs.into_iter().map(ruled_tab)));
        }
        if self.before > 0.0 || self.after > 0.0 {
            let spacing = Element::new("w:spacing").with("w:before", twips(self.before));
            properties.push(spacing.with("w:after", twips(self.after)));
        }
        properties.extend(self.indent.map(|indent| indent.element(false)));
        properties.extend(self.align.map(alignment));
        let properties = Element::new("w:pPr").holding_all(properties);
        Element::new("w:p").holding(properties).holding_all(self.runs)
    }
}

impl Indent {
    /// The element; `two_characters` says that the first line's two characters follow the text's size.
    pub fn element(self, two_characters: bool) -> Element {
        let first = self.first - self.others;
        // Characters go before lengths: those of a style that this one is based on are taken back.
        let characters = if two_characters { 200 } else { 0 };
        let indent = Element::new("w:ind").with("w:left", twips(self.others));
        let indent = indent.with("w:right", twips(self.right));
        let indent = indent.with("w:firstLineChars", characters);
        if first < 0.0 {
            return indent.with("w:hanging", twips(-first));
        }
        indent.with("w:firstLine", twips(first))
    }
}

/// An element that has a value and nothing else.
pub fn value(name: &'static str, value: impl ToString) -> Element {
    Element::new(name).with("w:val", value)
}

/// Where lines stand between their margins.
pub fn alignment(align: Align) -> Element {
    value(
        "w:jc",
        match align {
            Align::Justify => "both",
            Align::Left => "left",
            Align::Centre => "center",
            Align::Right => "right",
        },
    )
}

fn numbered(list: usize) -> Element {
    Element::new("w:numPr").holding_all([value("w:ilvl", 0), value("w:numId", list)])
}

fn ruled_tab(end: f32) -> Element {
    value("w:tab", "left").with("w:leader", "underscore").with("w:pos", twips(end))
}

/// A run of text without line feeds, in the paragraph's style.
pub fn run(language: Language, text: &str) -> Element {
    run_of(language, Vec::new(), [text_element(text)])
}

/// A run of a tab.
pub fn tab(language: Language) -> Element {
    run_of(language, Vec::new(), [Element::new("w:tab")])
}

/// A run of these parts, with properties that follow those of its fonts in the schema's order.
pub fn run_of(
    language: Language,
    properties: Vec<Element>,
    parts: impl IntoIterator<Item = Element>,
) -> Element {
    let mut all: Vec<Element> = match language {
        // Quotation marks and dashes are those of Chinese, as wide as its characters.
        Language::Chinese => vec![Element::new("w:rFonts").with("w:hint", "eastAsia")],
        Language::English => Vec::new(),
    };
    all.extend(properties);
    let run = Element::new("w:r");
    let run = if all.is_empty() { run } else { run.holding(Element::new("w:rPr").holding_all(all)) };
    run.holding_all(parts)
}

/// The runs of a text, in which a line feed begins a line. Where it has blanks, a rule is below each stretch of hard spaces.
pub fn runs(language: Language, text: &str, has_blanks: bool) -> Vec<Element> {
    let mut runs = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            runs.push(line_break(language));
        }
        for stretch in stretches(line.trim_end(), has_blanks) {
            runs.push(match stretch {
                Stretch::Words(words) => run(language, &words),
                Stretch::Blank(spaces) => {
                    run_of(language, vec![value("w:u", "single")], [text_element(&spaces)])
                }
            });
        }
    }
    runs
}

/// A run that begins a line.
pub fn line_break(language: Language) -> Element {
    run_of(language, Vec::new(), [Element::new("w:br")])
}

enum Stretch {
    Words(String),
    /// The spaces that are filled in by hand.
    Blank(String),
}

/// The text in stretches of words and of blanks. What keeps two characters on one line is no character of Word's fonts: after
/// a space it makes that a hard one.
fn stretches(line: &str, has_blanks: bool) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        let joined = chars.next_if_eq(&JOINER).is_some();
        let char = match char {
            JOINER => continue,
            ' ' if joined => HARD_SPACE,
            char => char,
        };
        let is_blank = has_blanks && char == HARD_SPACE && !joined;
        match (stretches.last_mut(), is_blank) {
            (Some(Stretch::Words(text)), false) | (Some(Stretch::Blank(text)), true) => text.push(char),
            (_, false) => stretches.push(Stretch::Words(char.to_string())),
            (_, true) => stretches.push(Stretch::Blank(char.to_string())),
        }
    }
    stretches
}

fn text_element(text: &str) -> Element {
    Element::new("w:t").with("xml:space", "preserve").saying(text)
}
