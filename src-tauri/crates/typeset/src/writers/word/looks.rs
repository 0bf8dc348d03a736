//! Styles: Word's own where it has one, with the measures that pages are set with.

use super::{
    paragraph::{Indent, alignment, value},
    units::half_points,
};
use crate::{
    blocks::StyleName,
    fonts::Voice,
    measure::TYPE_WIDTH,
    pages::TableStyle,
    styles::Styles,
    text::{
        paragraph::Paragraph,
        style::{Align, Style},
    },
    writers::xml::Element,
};
use messages::Language;

/// What all styles are based on, which is also that of running text.
pub const NORMAL: &str = "Normal";
pub const TITLE: &str = "Title";
pub const ADDITION: &str = "TitleAddition";
pub const TABLE: &str = "TableGrid";
pub const SIGNATURE: &str = "Signature";
pub const DATE: &str = "Date";
/// A table's rules, in eighths of a point, and the room beside and above its texts, in twentieths.
const RULE: i32 = 5;
const SIDE: i32 = 70;
const ABOVE: i32 = 50;

/// What a document names of its styles.
#[derive(Debug, Default)]
pub struct Looks {
    /// Those of its texts.
    pub texts: Vec<StyleName>,
    /// Those of its tables' texts.
    pub tables: Vec<TableStyle>,
}

impl Looks {
    /// Notes that a text has this style, and gives the style's identity.
    pub fn text(&mut self, name: StyleName) -> &'static str {
        if !self.texts.contains(&name) {
            self.texts.push(name);
        }
        identity(name)
    }

    /// Notes that a table has this style, and gives its number, from 1.
    pub fn table(&mut self, style: TableStyle) -> usize {
        let known = self.tables.iter().position(|other| *other == style);
        known.map_or_else(
            || {
                self.tables.push(style);
                self.tables.len()
            },
            |index| index + 1,
        )
    }
}

/// The identities of the styles of a table's texts and of its head.
pub fn table_text(number: usize) -> String {
    format!("TableText{number}")
}

pub fn table_head(number: usize) -> String {
    format!("TableHead{number}")
}

fn identity(name: StyleName) -> &'static str {
    match name {
        StyleName::Body => NORMAL,
        StyleName::Item => "ListParagraph",
        StyleName::Left => "BodyText",
        StyleName::Hanging => "ListContinue",
        StyleName::Inset => "BlockText",
        StyleName::Heading => "Heading1",
        StyleName::CentredHeading => "CentredHeading",
        StyleName::Finding => "Finding",
        StyleName::Centred => "Centred",
        StyleName::Note => "Subtitle",
        StyleName::Direction => "Direction",
        StyleName::Digits => "Digits",
        StyleName::Code => "Code",
    }
}

/// A style's name, and whether Word has a style of that name, which it shows in its user's language.
#[derive(Debug, Clone, Copy)]
pub struct Name {
    text: &'static str,
    is_words: bool,
    /// Which of several alike it is, from 1.
    number: usize,
}

impl Name {
    /// The name of one of several styles that differ in size.
    const fn numbered(self, number: usize) -> Self {
        Self { number, ..self }
    }
}

/// The name of one of Word's own styles.
pub const fn words(text: &'static str) -> Name {
    Name { text, is_words: true, number: 1 }
}

/// The name of a style that Word hasn't got.
pub const fn other(language: Language, chinese: &'static str, english: &'static str) -> Name {
    let text = match language {
        Language::Chinese => chinese,
        Language::English => english,
    };
    Name { text, is_words: false, number: 1 }
}

fn name(name: StyleName, language: Language) -> Name {
    match name {
        StyleName::Body => words("Normal"),
        StyleName::Item => words("List Paragraph"),
        StyleName::Left => words("Body Text"),
        StyleName::Hanging => words("List Continue"),
        StyleName::Inset => words("Block Text"),
        StyleName::Heading => words("heading 1"),
        StyleName::CentredHeading => other(language, "居中标题", "Centred Heading"),
        StyleName::Finding => other(language, "认定", "Finding"),
        StyleName::Centred => other(language, "居中正文", "Centred Text"),
        StyleName::Note => words("Subtitle"),
        StyleName::Direction => other(language, "提示语", "Stage Direction"),
        StyleName::Digits => other(language, "核对数字", "Digits"),
        StyleName::Code => other(language, "代码", "Code"),
    }
}

/// A style's element so far: its kind, whether it is Word's, and its identity and name.
pub fn named(kind: &str, identity: &str, name: Name) -> Element {
    let style = Element::new("w:style").with("w:type", kind);
    let style = if name.is_words { style } else { style.with("w:customStyle", 1) };
    let text = match name.number {
        1 => name.text.to_owned(),
        number => format!("{} {number}", name.text),
    };
    style.with("w:styleId", identity).holding(value("w:name", text))
}

fn is_heading(name: StyleName) -> bool {
    matches!(name, StyleName::Heading | StyleName::CentredHeading)
}

/// The file of styles, those of what stands around the text among them.
pub fn styles(styles: &Styles, looks: &Looks, around: impl IntoIterator<Item = Element>) -> Element {
    let language = styles.language;
    let mut all = vec![defaults(styles), normal(styles)];
    all.push(Look { paragraph: styles.title(), is_heading: true }.style(TITLE, words("Title")));
    all.push(addition(styles));
    for style in looks.texts.iter().filter(|style| **style != StyleName::Body) {
        let look = Look { paragraph: styles.paragraph(*style), is_heading: is_heading(*style) };
        all.push(look.style(identity(*style), name(*style, language)));
    }
    let left = Look { paragraph: styles.paragraph(StyleName::Left), is_heading: false };
    all.extend([left.style(SIGNATURE, words("Signature")), left.style(DATE, words("Date"))]);
    for (index, table) in looks.tables.iter().enumerate() {
        let look = |voice| {
            let style = Style::plain(voice, table.size, table.line);
            let paragraph = Paragraph::new(style, language, Align::Left, TYPE_WIDTH);
            Look { paragraph, is_heading: false }
        };
        let (text, head) =
            (other(language, "表格文字", "Table Text"), other(language, "表格标题", "Table Head"));
        all.push(look(Voice::Body).style(&table_text(index + 1), text.numbered(index + 1)));
        all.push(look(Voice::Heading).style(&table_head(index + 1), head.numbered(index + 1)));
    }
    all.extend(around);
    all.extend([plain_table(), ruled_table(), character_default()]);
    Element::new("w:styles").with("xmlns:w", super::terms::WORD).holding_all(all)
}

/// How a style looks.
struct Look {
    paragraph: Paragraph,
    is_heading: bool,
}

impl Look {
    fn style(&self, identity: &str, name: Name) -> Element {
        named("paragraph", identity, name)
            .holding_all([value("w:basedOn", NORMAL), value("w:next", NORMAL), Element::new("w:qFormat")])
            .holding_all([self.of_paragraph(), characters(self.paragraph.style, self.paragraph.language)])
    }

    fn of_paragraph(&self) -> Element {
        let Paragraph { style, align, width, first_indent, hanging_indent, .. } = self.paragraph;
        let keep = if self.is_heading { vec![Element::new("w:keepNext")] } else { Vec::new() };
        let spacing = Element::new("w:spacing").with("w:before", 0).with("w:after", 0);
        let spacing = spacing.with("w:line", line(style.line)).with("w:lineRule", "exact");
        let indent = Indent { first: first_indent, others: hanging_indent, right: TYPE_WIDTH - width };
        let two_characters = self.paragraph.language == Language::Chinese
            && first_indent > 0.0
            && hanging_indent.total_cmp(&0.0).is_eq();
        let level = if self.is_heading { vec![value("w:outlineLvl", 0)] } else { Vec::new() };
        // No gaps between Chinese characters and Latin letters: the grid has none.
        let gaps = ["w:autoSpaceDE", "w:autoSpaceDN"].map(|gap| value(gap, 0));
        Element::new("w:pPr")
            .holding_all(keep)
            .holding_all(gaps)
            .holding_all([spacing, indent.element(two_characters), alignment(align)])
            .holding_all(level)
    }
}

/// Characters of a style: their fonts by the names that offices have them under, and how far from each other they stand.
fn characters(style: Style, language: Language) -> Element {
    let Fonts { latin, chinese, is_bold } = fonts(style.voice, language);
    let fonts = ["w:ascii", "w:hAnsi", "w:cs"]
        .into_iter()
        .fold(Element::new("w:rFonts"), |it, script| it.with(script, latin));
    let bold = if is_bold { vec![Element::new("w:b")] } else { vec![value("w:b", 0)] };
    Element::new("w:rPr")
        .holding(fonts.with("w:eastAsia", chinese))
        .holding_all(bold)
        .holding(value("w:spacing", closer(style)))
        .holding_all([value("w:sz", half_points(style.size)), value("w:szCs", half_points(style.size))])
}

/// A line's height in twentieths of a point: never more, or a page would hold a line fewer.
#[expect(clippy::cast_possible_truncation, reason = "a few dozen points")]
fn line(height: f32) -> i32 {
    (20.0 * height).floor() as i32
}

/// How much closer characters stand than the font has them, in twentieths of a point, for a line to hold as many as the grid.
#[expect(clippy::cast_possible_truncation, reason = "a fraction of a character's size")]
fn closer(style: Style) -> i32 {
    (20.0 * style.size * (style.pitch - 1.0)).floor() as i32
}

struct Fonts {
    latin: &'static str,
    chinese: &'static str,
    is_bold: bool,
}

/// The faces of GB/T 9704 and of the title above it; Latin letters of running text have one of their own.
fn fonts(voice: Voice, language: Language) -> Fonts {
    use super::terms::{FANG_SONG, HEI, KAI, LATIN, LATIN_HEADING, XIAO_BIAO_SONG};
    let of = |latin, chinese, is_bold| Fonts { latin, chinese, is_bold };
    match (voice, language) {
        (Voice::Body, _) => of(LATIN, FANG_SONG, false),
        (Voice::Small, _) => of(LATIN, KAI, false),
        (Voice::Heading, Language::Chinese) => of(HEI, HEI, false),
        (Voice::Heading, Language::English) => of(LATIN_HEADING, HEI, true),
        (Voice::Title, Language::Chinese) => of(XIAO_BIAO_SONG, XIAO_BIAO_SONG, false),
        (Voice::Title, Language::English) => of(LATIN, XIAO_BIAO_SONG, true),
    }
}

fn defaults(styles: &Styles) -> Element {
    let tag = super::terms::language(styles.language);
    let language = value("w:lang", tag).with("w:eastAsia", "zh-CN").with("w:bidi", "ar-SA");
    let runs = characters(styles.body, styles.language).holding(language);
    // No gaps between Chinese characters and Latin letters: the grid has none.
    let paragraphs =
        Element::new("w:pPr").holding_all([value("w:autoSpaceDE", 0), value("w:autoSpaceDN", 0)]);
    Element::new("w:docDefaults").holding_all([
        Element::new("w:rPrDefault").holding(runs),
        Element::new("w:pPrDefault").holding(paragraphs),
    ])
}

fn normal(styles: &Styles) -> Element {
    let look = Look { paragraph: styles.paragraph(StyleName::Body), is_heading: false };
    named("paragraph", NORMAL, words("Normal"))
        .with("w:default", 1)
        .holding_all([Element::new("w:qFormat"), look.of_paragraph()])
        .holding(characters(styles.body, styles.language))
}

/// A title's addition, in the body's letters.
fn addition(styles: &Styles) -> Element {
    let name = other(styles.language, "标题附加", "Title Addition");
    named("character", ADDITION, name).holding(characters(styles.body, styles.language))
}

fn character_default() -> Element {
    named("character", "DefaultParagraphFont", words("Default Paragraph Font")).with("w:default", 1)
}

fn plain_table() -> Element {
    let margins = Element::new("w:tblCellMar").holding_all([
        margin("w:top", ABOVE),
        margin("w:left", SIDE),
        margin("w:bottom", ABOVE),
        margin("w:right", SIDE),
    ]);
    named("table", "TableNormal", words("Normal Table"))
        .with("w:default", 1)
        .holding(Element::new("w:tblPr").holding(margins))
}

fn ruled_table() -> Element {
    let sides = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
    let rule = |side| value(side, "single").with("w:sz", RULE).with("w:space", 0).with("w:color", "auto");
    let rules = Element::new("w:tblBorders").holding_all(sides.map(rule));
    named("table", TABLE, words("Table Grid"))
        .holding(value("w:basedOn", "TableNormal"))
        .holding(Element::new("w:tblPr").holding(rules))
}

fn margin(side: &'static str, width: i32) -> Element {
    Element::new(side).with("w:w", width).with("w:type", "dxa")
}
