//! The parts of the file that aren't text: what it consists of, what it says of itself, fonts, numbering and settings.

use super::{
    around,
    paragraph::value,
    source::Source,
    terms::{
        FANG_SONG, HEI, KAI, LATIN, LATIN_HEADING, PACKAGE, RELATIONS, SONG, TYPE, WORD, XIAO_BIAO_SONG,
        language,
    },
};
use crate::writers::{PRODUCER, xml::Element};
use messages::Language;

/// A font, by which names else a machine may have it, and how it looks where it is missing.
struct Font {
    name: &'static str,
    others: &'static str,
    family: &'static str,
    /// Which characters it has: those of Chinese, or of Latin scripts.
    charset: &'static str,
}

const CHINESE: &str = "86";
const WESTERN: &str = "00";

const FONTS: [Font; 7] = [
    Font {
        name: XIAO_BIAO_SONG,
        others: "FZXiaoBiaoSong-B05S,方正小标宋_GBK,FZXiaoBiaoSong-B05,华文中宋,STZhongsong",
        family: "script",
        charset: CHINESE,
    },
    Font {
        name: FANG_SONG,
        others: "仿宋,FangSong,FangSong_GB2312,华文仿宋,STFangsong",
        family: "modern",
        charset: CHINESE,
    },
    Font {
        name: HEI, others: "SimHei,方正黑体_GBK,华文黑体,STHeiti", family: "modern", charset: CHINESE
    },
    Font {
        name: KAI,
        others: "楷体,KaiTi,KaiTi_GB2312,华文楷体,STKaiti",
        family: "modern",
        charset: CHINESE,
    },
    Font { name: SONG, others: "SimSun,华文宋体,STSong", family: "auto", charset: CHINESE },
    Font { name: LATIN, others: "Liberation Serif", family: "roman", charset: WESTERN },
    Font { name: LATIN_HEADING, others: "Liberation Sans", family: "swiss", charset: WESTERN },
];

/// The main part: paragraphs, tables, and what holds for the pages.
pub fn main(body: Vec<Element>) -> Element {
    Element::new("w:document")
        .with("xmlns:w", WORD)
        .with("xmlns:r", RELATIONS)
        .holding(Element::new("w:body").holding_all(body))
}

pub fn content_types() -> Element {
    let default =
        |extension, kind| Element::new("Default").with("Extension", extension).with("ContentType", kind);
    let part =
        |path: &str, kind: &str| Element::new("Override").with("PartName", path).with("ContentType", kind);
    let word = |path: &str, kind: &str| part(&format!("/word/{path}"), &format!("{TYPE}.{kind}+xml"));
    Element::new("Types")
        .with("xmlns", format!("{PACKAGE}/content-types"))
        .holding_all([
            default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            default("xml", "application/xml"),
            part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            part(
                "/docProps/app.xml",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            ),
            word("document.xml", "document.main"),
            word("styles.xml", "styles"),
            word("numbering.xml", "numbering"),
            word("settings.xml", "settings"),
            word("fontTable.xml", "fontTable"),
        ])
        .holding_all(around::ALL.into_iter().map(|around| word(around.path, around.kind.name())))
}

pub fn relations_of_package() -> Element {
    relations([
        ("rId1", format!("{RELATIONS}/officeDocument"), "word/document.xml"),
        ("rId2", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        ("rId3", format!("{RELATIONS}/extended-properties"), "docProps/app.xml"),
    ])
}

pub fn relations_of_document() -> Element {
    let files = ["styles", "numbering", "settings", "fontTable"];
    let paths = ["styles.xml", "numbering.xml", "settings.xml", "fontTable.xml"];
    let identities = ["rIdStyles", "rIdNumbering", "rIdSettings", "rIdFonts"];
    let files = files.into_iter().zip(paths).zip(identities);
    let files = files.map(|((kind, path), identity)| (identity, format!("{RELATIONS}/{kind}"), path));
    let around = around::ALL.into_iter();
    let around =
        around.map(|around| (around.relation, format!("{RELATIONS}/{}", around.kind.name()), around.path));
    relations(files.chain(around))
}

fn relations(targets: impl IntoIterator<Item = (&'static str, String, &'static str)>) -> Element {
    let relations = targets.into_iter().map(|(identity, kind, target)| {
        Element::new("Relationship").with("Id", identity).with("Type", kind).with("Target", target)
    });
    Element::new("Relationships").with("xmlns", format!("{PACKAGE}/relationships")).holding_all(relations)
}

/// What the file says of itself, how far it may be relied on among it. No dates: it says what the document says, not when it
/// was made.
pub fn core_properties(source: Source<'_>) -> Element {
    let Source { about, furniture, .. } = source;
    let text = |name, text: &str| Element::new(name).saying(text);
    Element::new("cp:coreProperties")
        .with("xmlns:cp", format!("{PACKAGE}/metadata/core-properties"))
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .holding_all([
            text("dc:title", &about.title),
            text("dc:creator", &about.author),
            text("dc:description", &furniture.revising),
            text("dc:language", language(about.language)),
            text("cp:contentStatus", &furniture.standing),
        ])
}

pub fn application() -> Element {
    Element::new("Properties")
        .with("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
        .holding(Element::new("Application").saying(PRODUCER))
}

/// In the order of the schema (`CT_Settings`).
pub fn settings(language: Language) -> Element {
    // Word 2013 and later, which need no workarounds for older files.
    let version = Element::new("w:compatSetting")
        .with("w:name", "compatibilityMode")
        .with("w:uri", "http://schemas.microsoft.com/office/word")
        .with("w:val", 15);
    let tag = super::terms::language(language);
    Element::new("w:settings").with("xmlns:w", WORD).holding_all([
        value("w:defaultTabStop", 420),
        Element::new("w:evenAndOddHeaders"),
        value("w:characterSpacingControl", "compressPunctuation"),
        Element::new("w:compat").holding(version),
        value("w:themeFontLang", tag).with("w:eastAsia", "zh-CN"),
    ])
}

/// In the order of the schema (`CT_Font`).
pub fn font_table() -> Element {
    let fonts = FONTS.into_iter().map(|font| {
        Element::new("w:font").with("w:name", font.name).holding_all([
            value("w:altName", font.others),
            value("w:charset", font.charset),
            value("w:family", font.family),
            value("w:pitch", "variable"),
        ])
    });
    Element::new("w:fonts").with("xmlns:w", WORD).holding_all(fonts)
}
