//! Which elements ECMA-376 (part 1, annex A, transitional) has where: those that our files need, each with its attributes and
//! with what it holds, in the schema's order. An element that isn't here, or is in another place, is a fault.

use crate::docx::Node;

/// An element: its attributes, and its kids in order. A kid may be there several times where its name ends with `*`; where all
/// are of one choice, the list begins with `|`.
type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

const RUN: &[&str] = &["|", "w:rPr", "w:t*", "w:br*", "w:tab*"];
const CHARACTERS: &[&str] = &[
    "w:rStyle",
    "w:rFonts",
    "w:b",
    "w:bCs",
    "w:i",
    "w:color",
    "w:spacing",
    "w:w",
    "w:kern",
    "w:position",
    "w:sz",
    "w:szCs",
    "w:highlight",
    "w:u",
    "w:effect",
    "w:bdr",
    "w:shd",
    "w:vertAlign",
    "w:lang",
];
const PARAGRAPH: &[&str] = &[
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:widowControl",
    "w:numPr",
    "w:pBdr",
    "w:tabs",
    "w:kinsoku",
    "w:overflowPunct",
    "w:autoSpaceDE",
    "w:autoSpaceDN",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:outlineLvl",
];
const VALUE: &[&str] = &["w:val"];
const NONE: &[&str] = &[];

const SCHEMA: &[Row] = &[
    ("w:document", &["xmlns:w", "xmlns:r"], &["w:body"]),
    ("w:body", NONE, &["|", "w:p*", "w:tbl*", "w:sectPr"]),
    ("w:hdr", &["xmlns:w"], &["w:p*"]),
    ("w:ftr", &["xmlns:w"], &["w:p*"]),
    ("w:p", NONE, &["|", "w:pPr", "w:r*", "w:fldSimple*"]),
    ("w:pPr", NONE, PARAGRAPH),
    ("w:r", NONE, RUN),
    ("w:rPr", NONE, CHARACTERS),
    ("w:t", &["xml:space"], NONE),
    ("w:br", NONE, NONE),
    ("w:fldSimple", &["w:instr"], &["w:r*"]),
    ("w:pStyle", VALUE, NONE),
    ("w:rStyle", VALUE, NONE),
    ("w:keepNext", NONE, NONE),
    ("w:keepLines", NONE, NONE),
    ("w:pageBreakBefore", NONE, NONE),
    ("w:numPr", NONE, &["w:ilvl", "w:numId"]),
    ("w:ilvl", VALUE, NONE),
    ("w:numId", VALUE, NONE),
    ("w:tabs", NONE, &["w:tab*"]),
    ("w:tab", &["w:val", "w:leader", "w:pos"], NONE),
    ("w:autoSpaceDE", VALUE, NONE),
    ("w:autoSpaceDN", VALUE, NONE),
    ("w:spacing", &["w:before", "w:after", "w:line", "w:lineRule", "w:val"], NONE),
    ("w:ind", &["w:left", "w:right", "w:firstLine", "w:firstLineChars", "w:hanging"], NONE),
    ("w:jc", VALUE, NONE),
    ("w:outlineLvl", VALUE, NONE),
    ("w:rFonts", &["w:hint", "w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"], NONE),
    ("w:b", VALUE, NONE),
    ("w:u", VALUE, NONE),
    ("w:sz", VALUE, NONE),
    ("w:szCs", VALUE, NONE),
    ("w:bdr", &["w:val", "w:sz", "w:space", "w:color"], NONE),
    ("w:lang", &["w:val", "w:eastAsia", "w:bidi"], NONE),
    ("w:tbl", NONE, &["w:tblPr", "w:tblGrid", "w:tr*"]),
    (
        "w:tblPr",
        NONE,
        &[
            "w:tblStyle",
            "w:tblW",
            "w:jc",
            "w:tblInd",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
        ],
    ),
    ("w:tblStyle", VALUE, NONE),
    ("w:tblW", &["w:w", "w:type"], NONE),
    ("w:tblLayout", &["w:type"], NONE),
    (
        "w:tblLook",
        &["w:val", "w:firstRow", "w:lastRow", "w:firstColumn", "w:lastColumn", "w:noHBand", "w:noVBand"],
        NONE,
    ),
    ("w:tblBorders", NONE, &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tblCellMar", NONE, &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:top", &["w:val", "w:sz", "w:space", "w:color", "w:w", "w:type"], NONE),
    ("w:left", &["w:val", "w:sz", "w:space", "w:color", "w:w", "w:type"], NONE),
    ("w:bottom", &["w:val", "w:sz", "w:space", "w:color", "w:w", "w:type"], NONE),
    ("w:right", &["w:val", "w:sz", "w:space", "w:color", "w:w", "w:type"], NONE),
    ("w:insideH", &["w:val", "w:sz", "w:space", "w:color"], NONE),
    ("w:insideV", &["w:val", "w:sz", "w:space", "w:color"], NONE),
    ("w:tblGrid", NONE, &["w:gridCol*"]),
    ("w:gridCol", &["w:w"], NONE),
    ("w:tr", NONE, &["w:trPr", "w:tc*"]),
    ("w:trPr", NONE, &["|", "w:cantSplit", "w:tblHeader"]),
    ("w:cantSplit", NONE, NONE),
    ("w:tblHeader", NONE, NONE),
    ("w:tc", NONE, &["w:tcPr", "w:p*"]),
    ("w:tcPr", NONE, &["w:tcW", "w:gridSpan", "w:vAlign"]),
    ("w:tcW", &["w:w", "w:type"], NONE),
    ("w:gridSpan", VALUE, NONE),
    ("w:vAlign", VALUE, NONE),
    (
        "w:sectPr",
        NONE,
        &["w:headerReference*", "w:footerReference*", "w:pgSz", "w:pgMar", "w:titlePg", "w:docGrid"],
    ),
    ("w:headerReference", &["w:type", "r:id"], NONE),
    ("w:footerReference", &["w:type", "r:id"], NONE),
    ("w:pgSz", &["w:w", "w:h"], NONE),
    ("w:pgMar", &["w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer", "w:gutter"], NONE),
    ("w:docGrid", &["w:linePitch"], NONE),
    ("w:styles", &["xmlns:w"], &["w:docDefaults", "w:style*"]),
    ("w:docDefaults", NONE, &["w:rPrDefault", "w:pPrDefault"]),
    ("w:rPrDefault", NONE, &["w:rPr"]),
    ("w:pPrDefault", NONE, &["w:pPr"]),
    (
        "w:style",
        &["w:type", "w:default", "w:customStyle", "w:styleId"],
        &["w:name", "w:basedOn", "w:next", "w:uiPriority", "w:qFormat", "w:pPr", "w:rPr", "w:tblPr"],
    ),
    ("w:name", VALUE, NONE),
    ("w:basedOn", VALUE, NONE),
    ("w:next", VALUE, NONE),
    ("w:qFormat", NONE, NONE),
    ("w:numbering", &["xmlns:w"], &["w:abstractNum*", "w:num*"]),
    ("w:abstractNum", &["w:abstractNumId"], &["w:multiLevelType", "w:lvl*"]),
    ("w:multiLevelType", VALUE, NONE),
    ("w:lvl", &["w:ilvl"], &["w:start", "w:numFmt", "w:suff", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"]),
    ("w:start", VALUE, NONE),
    ("w:numFmt", VALUE, NONE),
    ("w:lvlText", VALUE, NONE),
    ("w:lvlJc", VALUE, NONE),
    ("w:num", &["w:numId"], &["w:abstractNumId", "w:lvlOverride*"]),
    ("w:abstractNumId", VALUE, NONE),
    ("w:lvlOverride", &["w:ilvl"], &["w:startOverride"]),
    ("w:startOverride", VALUE, NONE),
    (
        "w:settings",
        &["xmlns:w"],
        &[
            "w:defaultTabStop",
            "w:evenAndOddHeaders",
            "w:characterSpacingControl",
            "w:compat",
            "w:themeFontLang",
        ],
    ),
    ("w:defaultTabStop", VALUE, NONE),
    ("w:evenAndOddHeaders", NONE, NONE),
    ("w:characterSpacingControl", VALUE, NONE),
    ("w:compat", NONE, &["w:compatSetting*"]),
    ("w:compatSetting", &["w:name", "w:uri", "w:val"], NONE),
    ("w:themeFontLang", &["w:val", "w:eastAsia"], NONE),
    ("w:fonts", &["xmlns:w"], &["w:font*"]),
    ("w:font", &["w:name"], &["w:altName", "w:charset", "w:family", "w:pitch"]),
    ("w:altName", VALUE, NONE),
    ("w:charset", VALUE, NONE),
    ("w:family", VALUE, NONE),
    ("w:pitch", VALUE, NONE),
];

/// Fails where an element, or one below it, isn't as the schema has it.
pub fn check(node: &Node, place: &str) {
    let faults = faults(node);
    assert!(faults.is_empty(), "{place}: {}", faults.join("; "));
}

/// What is wrong with an element and with what it holds.
pub fn faults(node: &Node) -> Vec<String> {
    let Some((name, attributes, kids)) = SCHEMA.iter().find(|(name, ..)| *name == node.name) else {
        return vec![format!("{} is unknown", node.name)];
    };
    let mut faults = Vec::new();
    let unknown = node.attributes.keys().filter(|attribute| !attributes.contains(&attribute.as_str()));
    faults.extend(unknown.map(|attribute| format!("{name} has no {attribute}")));
    let is_choice = kids.first() == Some(&"|");
    let mut reached = 0;
    for kid in &node.kids {
        let place = kids.iter().position(|known| known.trim_end_matches('*') == kid.name);
        match place {
            None => faults.push(format!("{name} holds no {}", kid.name)),
            Some(place) if !is_choice && place < reached => {
                faults.push(format!("{} is too late in {name}", kid.name));
            }
            Some(place) => {
                let again = node.kids.iter().filter(|other| other.name == kid.name).count() > 1;
                if again && !kids[place].ends_with('*') {
                    faults.push(format!("{} is several times in {name}", kid.name));
                }
                reached = place;
            }
        }
        faults.extend(self::faults(kid));
    }
    if *name == "w:tc" && node.kids.last().is_none_or(|last| last.name != "w:p") {
        faults.push("a cell ends with a paragraph".to_owned());
    }
    let properties = node.kids.iter().position(|kid| kid.name.ends_with("Pr") && kid.name != "w:sectPr");
    if is_choice && properties.is_some_and(|at| at > 0) && *name != "w:trPr" {
        faults.push(format!("properties come first in {name}"));
    }
    faults
}
