//! What stands around the text: the page's measures, its number, the foot, and the mark of an exercise.

use super::{
    looks::{NORMAL, Name, named, other, words},
    paragraph::{Indent, Paragraph, run, value},
    terms::{HEI, LATIN, SONG, WORD},
    units::{half_points, twips},
};
use crate::{
    measure::{CELL, LEFT, LINE, PAGE_HEIGHT, PAGE_WIDTH, TOP, TYPE_HEIGHT, TYPE_WIDTH, mm},
    pages::Furniture,
    text::style::Align,
    writers::xml::Element,
};
use messages::Language;

pub const HEADER: &str = "Header";
pub const FOOTER: &str = "Footer";
/// 四号, the page number's size (GB/T 9704, 7.5), and the foot's.
const NUMBER_SIZE: f32 = 14.0;
const FOOT_SIZE: f32 = 8.0;
const FOOT_LINE: f32 = 10.5;
/// The mark of an exercise.
const TRAINING_SIZE: f32 = 15.0;
/// From the page's upper edge to the mark of an exercise.
const HEADER_EDGE: f32 = mm(13.0);
/// From the page's lower edge to the foot's end, with which the number is 7 mm below the type area.
const FOOTER_EDGE: f32 = mm(12.5);
/// Between the page number and the foot.
const ABOVE_FOOT: f32 = 9.0;

/// A header or footer: its file, its place among the document's relations, and on which pages it stands.
pub struct Around {
    pub path: &'static str,
    pub relation: &'static str,
    pub kind: Kind,
    pages: Pages,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Header,
    Footer,
}

/// On which pages it stands: those on the right of an open document have odd numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pages {
    Odd,
    Even,
}

pub const ALL: [Around; 4] = [
    Around { path: "header1.xml", relation: "rIdHeader1", kind: Kind::Header, pages: Pages::Odd },
    Around { path: "header2.xml", relation: "rIdHeader2", kind: Kind::Header, pages: Pages::Even },
    Around { path: "footer1.xml", relation: "rIdFooter1", kind: Kind::Footer, pages: Pages::Odd },
    Around { path: "footer2.xml", relation: "rIdFooter2", kind: Kind::Footer, pages: Pages::Even },
];

impl Kind {
    /// What the kind is called in relations and content types.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Footer => "footer",
        }
    }
}

/// The files of headers and footers.
pub fn files(furniture: &Furniture) -> impl Iterator<Item = (&'static str, Element)> {
    let paths = ["word/header1.xml", "word/header2.xml", "word/footer1.xml", "word/footer2.xml"];
    paths.into_iter().zip(ALL).map(|(path, around)| {
        let root = match around.kind {
            Kind::Header => Element::new("w:hdr").with("xmlns:w", WORD).holding(header(furniture)),
            Kind::Footer => {
                Element::new("w:ftr").with("xmlns:w", WORD).holding_all(footer(furniture, around.pages))
            }
        };
        (path, root)
    })
}

/// The mark of an exercise in a box; an empty paragraph where it is none.
fn header(furniture: &Furniture) -> Element {
    let runs = furniture.training.as_ref().map(|text| {
        let border = value("w:bdr", "single").with("w:sz", 12).with("w:space", 4).with("w:color", "auto");
        let size = half_points(TRAINING_SIZE);
        let fonts = Element::new("w:rFonts").with("w:ascii", HEI).with("w:hAnsi", HEI);
        let properties = [fonts.with("w:eastAsia", HEI), value("w:sz", size), value("w:szCs", size), border];
        let text = Element::new("w:t").with("xml:space", "preserve").saying(text.as_str());
        Element::new("w:r").holding(Element::new("w:rPr").holding_all(properties)).holding(text)
    });
    Paragraph::new(HEADER, runs.into_iter().collect()).element()
}

/// The page number, one character in from the outer edge (GB/T 9704, 7.5), and below it the foot.
fn footer(furniture: &Furniture, pages: Pages) -> [Element; 3] {
    let (align, indent) = match pages {
        Pages::Odd => (Align::Right, Indent { right: CELL, ..Indent::default() }),
        Pages::Even => (Align::Left, Indent { first: CELL, others: CELL, right: 0.0 }),
    };
    let language = furniture.language;
    let number = Paragraph {
        align: Some(align),
        indent: Some(indent),
        after: ABOVE_FOOT,
        ..Paragraph::new(FOOTER, page_number(language))
    };
    let foot = |text: &str| Paragraph::new(FOOT, vec![run(language, text)]).element();
    [number.element(), foot(&furniture.foot), foot(&furniture.revising)]
}

/// The style of what stands below the page number.
const FOOT: &str = "Foot";

/// — 1 —, whose number Word finds.
fn page_number(language: Language) -> Vec<Element> {
    let field = Element::new("w:fldSimple").with("w:instr", " PAGE ").holding(run(language, "1"));
    vec![run(language, "— "), field, run(language, " —")]
}

/// The styles of headers and footers.
pub fn styles(language: Language) -> [Element; 3] {
    [
        style(HEADER, words("header"), Align::Centre, (TRAINING_SIZE, 1.8 * TRAINING_SIZE)),
        style(FOOTER, words("footer"), Align::Left, (NUMBER_SIZE, NUMBER_SIZE)),
        style(FOOT, other(language, "页脚说明", "Foot"), Align::Left, (FOOT_SIZE, FOOT_LINE)),
    ]
}

fn style(identity: &str, name: Name, align: Align, (size, line): (f32, f32)) -> Element {
    let spacing = Element::new("w:spacing").with("w:before", 0).with("w:after", 0);
    let spacing = spacing.with("w:line", twips(line)).with("w:lineRule", "exact");
    let fonts = Element::new("w:rFonts").with("w:ascii", LATIN).with("w:hAnsi", LATIN);
    let size = half_points(size);
    named("paragraph", identity, name)
        .holding(value("w:basedOn", NORMAL))
        .holding(Element::new("w:pPr").holding_all([
            spacing,
            Indent::default().element(false),
            super::paragraph::alignment(align),
        ]))
        .holding(Element::new("w:rPr").holding_all([
            fonts.with("w:eastAsia", SONG),
            value("w:spacing", 0),
            value("w:sz", size),
            value("w:szCs", size),
        ]))
}

/// The page of GB/T 9704 (5.1, 5.2), in the order of the schema (`CT_SectPr`).
pub fn section() -> Element {
    let references = ALL.into_iter().map(|around| {
        let (name, pages) = match (around.kind, around.pages) {
            (Kind::Header, Pages::Odd) => ("w:headerReference", "default"),
            (Kind::Header, Pages::Even) => ("w:headerReference", "even"),
            (Kind::Footer, Pages::Odd) => ("w:footerReference", "default"),
            (Kind::Footer, Pages::Even) => ("w:footerReference", "even"),
        };
        Element::new(name).with("w:type", pages).with("r:id", around.relation)
    });
    let size = Element::new("w:pgSz").with("w:w", twips(PAGE_WIDTH)).with("w:h", twips(PAGE_HEIGHT));
    let margins = Element::new("w:pgMar")
        .with("w:top", twips(TOP))
        .with("w:right", twips(PAGE_WIDTH - LEFT - TYPE_WIDTH))
        .with("w:bottom", twips(PAGE_HEIGHT - TOP - TYPE_HEIGHT))
        .with("w:left", twips(LEFT))
        .with("w:header", twips(HEADER_EDGE))
        .with("w:footer", twips(FOOTER_EDGE))
        .with("w:gutter", 0);
    let grid = Element::new("w:docGrid").with("w:linePitch", twips(LINE));
    Element::new("w:sectPr").holding_all(references).holding_all([size, margins, grid])
}
