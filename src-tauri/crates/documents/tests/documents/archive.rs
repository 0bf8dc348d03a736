//! Every file is one for archives: PDF/A-2u. The clauses of ISO 19005-2 that these files can touch are gone through one by one;
//! what they don't have (pictures, forms, annotations, layers) is held to be missing. A validator goes over the files, too
//! (`tests/verapdf`).

use crate::{
    form::{all, name_of},
    inside::{Font, Inside, text_string},
    samples::{self, LANGUAGES},
    tools::fonts,
};
use lopdf::{Dictionary, Object};
use std::collections::{BTreeMap, BTreeSet};

/// Does this with every sample, with its bytes and what is in them.
fn each(check: impl Fn(&str, &[u8], &Inside)) {
    for language in LANGUAGES {
        for (name, bytes) in all(language) {
            check(&format!("{name}-{}", name_of(language)), &bytes, &Inside::new(&bytes));
        }
    }
}

/// Every dictionary of a file, however deep.
fn dictionaries(inside: &Inside) -> Vec<&Dictionary> {
    let mut found = vec![&inside.0.trailer];
    let mut objects: Vec<&Object> =
        inside.0.objects.values().chain(inside.0.trailer.iter().map(|(_, object)| object)).collect();
    while let Some(object) = objects.pop() {
        match object {
            Object::Array(array) => objects.extend(array),
            Object::Dictionary(dictionary) => {
                found.push(dictionary);
                objects.extend(dictionary.iter().map(|(_, object)| object));
            }
            Object::Stream(stream) => {
                found.push(&stream.dict);
                objects.extend(stream.dict.iter().map(|(_, object)| object));
            }
            _ => {}
        }
    }
    found
}

/// Every font of a file, by its name and page.
fn fonts_of(inside: &Inside) -> Vec<(String, Font)> {
    inside.page_ids().into_iter().flat_map(|page| inside.fonts(page)).collect()
}

#[test]
fn header_trailer_and_objects_are_written_as_6_1_asks() {
    each(|name, bytes, inside| {
        // 6.1.2: the version, an end of line, a comment of at least four bytes beyond ASCII.
        assert!(bytes.starts_with(b"%PDF-1.7\n%") && bytes[10..14].iter().all(|byte| *byte > 127), "{name}");
        // 6.1.3: an identity, no encryption, nothing after the end.
        let id = inside.0.trailer.get(b"ID").unwrap().as_array().unwrap();
        assert!(id.len() == 2 && id.iter().all(|part| part.as_str().unwrap().len() == 16), "{name}");
        assert!(!inside.0.trailer.has(b"Encrypt") && bytes.ends_with(b"%%EOF"), "{name}");
        // 6.1.4: where each object is stands in a stream, which is the last object.
        let text = latin(bytes);
        assert_eq!(inside.0.trailer.get(b"Type").unwrap().as_name().unwrap(), b"XRef", "{name}");
        // 6.1.9: each object begins and ends on lines of its own.
        for (number, generation) in inside.0.objects.keys() {
            assert!(text.contains(&format!("\n{number} {generation} obj\n")), "{name}: {number}");
        }
        assert_eq!(text.matches("\nendobj\n").count(), inside.0.objects.len(), "{name}");
    });
}

/// Bytes as a string in which each is one character.
fn latin(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

#[test]
fn streams_are_whole_and_plainly_filtered() {
    each(|name, bytes, inside| {
        let after = |start: usize, sought: &[u8]| {
            start
                + bytes[start..].windows(sought.len()).position(|window| window == sought).unwrap()
                + sought.len()
        };
        for (number, object) in &inside.0.objects {
            let Object::Stream(stream) = object else { continue };
            // 6.1.7.1: the length is right, and the data is in the file. 6.1.7.2: no LZW, no Crypt.
            let start = after(0, format!("\n{} 0 obj\n", number.0).as_bytes());
            let length = usize::try_from(stream.dict.get(b"Length").unwrap().as_i64().unwrap()).unwrap();
            assert!(
                bytes[after(start, b"stream\n") + length..].starts_with(b"\nendstream"),
                "{name}: {number:?}"
            );
            assert!(["F", "FFilter", "FDecodeParms"].iter().all(|key| !stream.dict.has(key.as_bytes())));
            let filter = stream.dict.get(b"Filter").ok().map(|filter| filter.as_name().unwrap().to_vec());
            assert!(filter.is_none_or(|filter| filter == b"FlateDecode"), "{name}");
        }
    });
}

#[test]
fn nothing_reaches_the_limits_of_6_1_13() {
    each(|name, _, inside| {
        assert!(inside.0.objects.len() < 8_388_607);
        for dictionary in dictionaries(inside) {
            for (key, object) in dictionary {
                assert!(key.len() <= 127, "{name}");
                match object {
                    Object::Integer(integer) => assert!(i32::try_from(*integer).is_ok(), "{name}"),
                    Object::String(string, _) => assert!(string.len() <= 32_767, "{name}"),
                    Object::Name(value) => assert!(value.len() <= 127, "{name}"),
                    _ => {}
                }
            }
        }
    });
}

#[test]
fn nothing_is_there_that_an_archive_must_not_have() {
    // 6.2.5, 6.2.6, 6.2.8–6.2.10, 6.3–6.5, 6.8–6.11, and keys that claim another standard.
    let forbidden = [
        "AA",
        "A",
        "AcroForm",
        "AF",
        "AlternatePresentations",
        "Annots",
        "BM",
        "EF",
        "EmbeddedFiles",
        "FFilter",
        "Group",
        "HTP",
        "JavaScript",
        "JS",
        "NeedsRendering",
        "OCProperties",
        "OPI",
        "OPM",
        "OpenAction",
        "Perms",
        "PresSteps",
        "PS",
        "Requirements",
        "SMask",
        "TR",
        "TR2",
        "XFA",
        "GTS_PDFXVersion",
        "GTS_PDFXConformance",
        "Trapped",
        "CreationDate",
        "ModDate",
    ];
    each(|name, _, inside| {
        for dictionary in dictionaries(inside) {
            // In the structure tree, A holds attributes: a table's head cell's, a figure's.
            let in_tree = dictionary.has(b"S") && dictionary.has(b"P");
            for key in forbidden.iter().filter(|key| !(in_tree && **key == "A")) {
                assert!(!dictionary.has(key.as_bytes()), "{name}: {key} in {dictionary:?}");
            }
            let kind = dictionary.get(b"Subtype").ok().and_then(|kind| kind.as_name().ok());
            assert!(!matches!(kind, Some(b"Image" | b"Form" | b"PS")), "{name}");
        }
    });
}

#[test]
fn the_only_colour_is_black_in_a_grey_that_the_file_defines() {
    each(|name, _, inside| {
        // 6.2.2, 6.2.4.3: reading the pages fails at any operator but those of text, rectangles and marks, so no colour is ever
        // set, and the one that pages begin with is black of DeviceGray.
        assert!(!inside.pages().is_empty());
        // 6.2.3: one output intent, with a grey display profile.
        let intents = inside.get(inside.catalog(), "OutputIntents").unwrap().as_array().unwrap();
        assert_eq!(intents.len(), 1, "{name}");
        let intent = inside.followed(&intents[0]).as_dict().unwrap();
        assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFA1");
        assert!(!text_string(intent.get(b"OutputConditionIdentifier").unwrap()).is_empty());
        let stream = inside.get(intent, "DestOutputProfile").unwrap().as_stream().unwrap();
        assert_eq!(stream.dict.get(b"N").unwrap().as_i64().unwrap(), 1);
        assert_profile(&stream.get_plain_content().unwrap());
    });
}

/// ICC.1:2001-04: the header (6.1), the tags a grey display profile needs (6.3.1.1), each at a multiple of four inside.
fn assert_profile(profile: &[u8]) {
    let number = |at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().unwrap()) as usize;
    assert_eq!(number(0), profile.len());
    assert!(profile[8] == 2 && &profile[12..24] == b"mntrGRAYXYZ " && &profile[36..40] == b"acsp");
    let tags: BTreeMap<&[u8], &[u8]> = (0..number(128))
        .map(|tag| {
            let (at, start, length) = (132 + 12 * tag, number(136 + 12 * tag), number(140 + 12 * tag));
            assert!(start.is_multiple_of(4) && start >= 132 + 12 * number(128));
            (&profile[at..at + 4], &profile[start..start + length])
        })
        .collect();
    for (tag, kind) in [(b"desc", b"desc"), (b"wtpt", b"XYZ "), (b"kTRC", b"curv"), (b"cprt", b"text")] {
        assert_eq!(&tags[tag.as_slice()][..4], kind, "{tags:?}");
    }
    assert_eq!(tags[b"kTRC".as_slice()], b"curv\0\0\0\0\0\0\0\x01\x02\x33", "a power of 2.2");
}

#[test]
fn fonts_are_embedded_as_6_2_11_asks() {
    each(|name, _, inside| {
        for (font_name, font) in fonts_of(inside) {
            let kind = font.descendant.get(b"Subtype").unwrap().as_name().unwrap();
            let true_type = kind == b"CIDFontType2";
            assert!(true_type || kind == b"CIDFontType0", "{name}");
            // 6.2.11.3.2: a TrueType font says which glyph a code is.
            let to_glyph = font.descendant.get(b"CIDToGIDMap").ok().map(|map| map.as_name().unwrap());
            assert_eq!(to_glyph, true_type.then_some(b"Identity".as_slice()), "{name} {font_name}");
            // 6.2.11.4.1: embedded, as what it is. 6.2.11.4.2: no CIDSet, so none that is wrong.
            assert!(font.descriptor.has(if true_type { b"FontFile2" } else { b"FontFile3" }), "{name}");
            assert!(!font.descriptor.has(b"CIDSet") && !font.program.is_empty(), "{name}");
        }
        // 6.2.11.3.1, 6.2.11.3.3: the encoding is one that every reader knows.
        for dictionary in dictionaries(inside).iter().filter(|it| it.has(b"DescendantFonts")) {
            assert_eq!(dictionary.get(b"Encoding").unwrap().as_name().unwrap(), b"Identity-H");
        }
    });
}

#[test]
fn widths_are_those_of_the_embedded_fonts() {
    // 6.2.11.5: within a thousandth of an em.
    each(|name, _, inside| {
        for (font_name, font) in fonts_of(inside) {
            let programs = Programs::of(&font);
            for (code, text) in &font.unicode {
                let embedded = programs.width(*code, text);
                let width = font.width(*code);
                assert!((width - embedded).abs() <= 1.0, "{name} {font_name} {text}: {width} {embedded}");
            }
        }
    });
}

/// What an embedded program has.
enum Programs<'a> {
    TrueType(Box<owned_ttf_parser::Face<'a>>),
    /// A bare CFF table of a font with CIDs, whose widths the parser doesn't read: the shipped 仿宋 has them, too.
    Cff {
        glyphs: u16,
        shipped: Vec<u8>,
    },
}

impl<'a> Programs<'a> {
    fn of(font: &'a Font) -> Self {
        if font.descriptor.has(b"FontFile2") {
            return Self::TrueType(Box::new(owned_ttf_parser::Face::parse(&font.program, 0).unwrap()));
        }
        let glyphs = owned_ttf_parser::cff::Table::parse(&font.program).unwrap().number_of_glyphs();
        let shipped = documents::fonts_dir().unwrap().join("FandolFang-Regular.otf");
        Self::Cff { glyphs, shipped: std::fs::read(shipped).unwrap() }
    }

    fn glyphs(&self) -> u16 {
        match self {
            Self::TrueType(face) => face.number_of_glyphs(),
            Self::Cff { glyphs, .. } => *glyphs,
        }
    }

    /// In thousandths of an em.
    fn width(&self, code: u16, text: &str) -> f64 {
        let width = |face: &owned_ttf_parser::Face<'_>, glyph| {
            f64::from(face.glyph_hor_advance(glyph).unwrap()) * 1000.0 / f64::from(face.units_per_em())
        };
        match self {
            Self::TrueType(face) => width(face, owned_ttf_parser::GlyphId(code)),
            Self::Cff { shipped, .. } => {
                let face = owned_ttf_parser::Face::parse(shipped, 0).unwrap();
                width(&face, face.glyph_index(text.chars().next().unwrap()).unwrap())
            }
        }
    }
}

#[test]
fn every_character_has_a_glyph_and_its_code() {
    each(|name, _, inside| {
        let fonts = fonts_of(inside).into_iter().collect::<BTreeMap<_, _>>();
        let glyphs: BTreeMap<&String, u16> =
            fonts.iter().map(|(name, font)| (name, Programs::of(font).glyphs())).collect();
        let mut shown: BTreeSet<(String, u16)> = BTreeSet::new();
        for text in inside.pages().into_iter().flat_map(|page| page.texts) {
            // Reading a page fails where a code has no character (6.2.11.7.2).
            shown.extend(text.glyphs.iter().map(|glyph| (text.font.clone(), glyph.code)));
        }
        assert!(!shown.is_empty());
        for (font, code) in shown {
            // 6.2.11.8: never the glyph that stands for a missing one. 6.2.11.4.1: the glyph is embedded.
            assert!(code != 0 && code < glyphs[&font], "{name} {font} {code}");
            // 6.2.11.7.2: a real character.
            let text = &fonts[&font].unicode[&code];
            assert!(!text.is_empty() && !text.contains(['\0', '\u{FEFF}', '\u{FFFE}', '\u{FFFD}']), "{name}");
        }
    });
}

#[test]
fn rare_characters_keep_their_codes_beyond_the_basic_plane() {
    let mut announcement = samples::announcement(messages::Language::Chinese);
    announcement.adopted[0].name = samples::RARE.into();
    let inside = Inside::new(&documents::announcement(fonts(), &announcement).unwrap());
    let text: String = inside.pages()[0].texts.iter().map(crate::inside::Text::string).collect();
    assert!(text.contains(samples::RARE), "{text}");
}

#[test]
fn metadata_says_the_same_as_the_information_and_claims_what_holds() {
    each(|name, bytes, inside| {
        let stream = inside.get(inside.catalog(), "Metadata").unwrap().as_stream().unwrap();
        // 6.6.2.1: a metadata stream that can be read without decoding, in UTF-8, without attributes that are obsolete.
        assert!(!stream.dict.has(b"Filter"), "{name}");
        assert_eq!(stream.dict.get(b"Subtype").unwrap().as_name().unwrap(), b"XML");
        let xmp = String::from_utf8(stream.content.clone()).unwrap();
        assert!(latin(bytes).contains("<?xpacket begin="), "{name}");
        let header = xmp.lines().next().unwrap();
        assert!(
            header.contains("begin=\"\u{FEFF}\"")
                && !header.contains("bytes=")
                && !header.contains("encoding=")
        );
        // 6.6.4: part and level.
        assert!(xmp.contains("xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""), "{name}");
        assert!(xmp.contains("<pdfaid:part>2</pdfaid:part>"), "{name}");
        assert!(xmp.contains("<pdfaid:conformance>U</pdfaid:conformance>"), "{name}");
        // ISO 32000-1, 14.3: the two kinds of metadata say the same; there is no date in either.
        let information = inside.dictionary(&inside.0.trailer, "Info");
        let said = |key: &str| text_string(information.get(key.as_bytes()).unwrap());
        assert_eq!(information.len(), 3, "{name}: {information:?}");
        assert!(
            xmp.contains(&format!("<rdf:li xml:lang=\"x-default\">{}</rdf:li>", said("Title"))),
            "{name}"
        );
        assert!(xmp.contains(&format!("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li>", said("Author"))), "{name}");
        assert!(xmp.contains(&format!("<pdf:Producer>{}</pdf:Producer>", said("Producer"))), "{name}");
        assert!(!xmp.contains("Date"), "{name}");
        // 6.6.2.3.1: no properties but those of the predefined schemas, and the claim of PDF/UA, which is described.
        assert!(xmp.contains("<pdfuaid:part>1</pdfuaid:part>"), "{name}");
        assert!(xmp.contains("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"), "{name}");
        let tags = xmp
            .split('<')
            .filter_map(|tag| tag.split([' ', '>', '/']).next())
            .filter(|tag| tag.contains(':'));
        let schemas: BTreeSet<&str> = tags.filter_map(|tag| tag.split(':').next()).collect();
        let described = ["pdfaExtension", "pdfaProperty", "pdfaSchema"];
        let known = ["dc", "pdf", "pdfaid", "pdfuaid", "rdf", "x"].iter().chain(&described).copied();
        assert_eq!(schemas, known.collect(), "{name}");
    });
}
