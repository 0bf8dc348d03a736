//! The fonts in the file, each cut to the characters in use (11.1), whole enough for any reader of fonts: a cut for PDF has no
//! map from characters, since a PDF has its own.

use super::objects::{Numbers, root};
use crate::{
    TypesetError,
    drawing::Placed,
    fonts::{Face, Fonts},
    writers::{container::Part, xml::Element},
};
use owned_ttf_parser::{AsFaceRef, RawFace, Tag};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// The characters in use so far.
pub struct Embedded<'a> {
    fonts: &'a Fonts,
    faces: BTreeMap<Face, Used>,
}

struct Used {
    number: u32,
    numbers: GlyphRemapper,
    /// Each character's number in the cut.
    chars: BTreeMap<char, u16>,
}

/// A table of a font: its name and its bytes.
type Table = ([u8; 4], Vec<u8>);

impl<'a> Embedded<'a> {
    pub const fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, faces: BTreeMap::new() }
    }

    /// Notes that these characters are in use, and gives their font's number.
    pub fn used(&mut self, face: Face, glyphs: &[Placed], numbers: &mut Numbers) -> u32 {
        let used = self.faces.entry(face).or_insert_with(|| Used {
            number: numbers.next(),
            numbers: GlyphRemapper::new(),
            chars: BTreeMap::new(),
        });
        for glyph in glyphs {
            used.chars.insert(glyph.char, used.numbers.remap(glyph.id));
        }
        used.number
    }

    /// The file that lists the fonts, and the fonts' own.
    pub fn finish(self) -> Result<(Element, Vec<Part>), TypesetError> {
        let mut listed = Vec::new();
        let mut programs = Vec::new();
        for (face, used) in &self.faces {
            let font = self.fonts.font(*face)?;
            let (program, kind) = whole(font.as_slice(), used)?;
            let file = format!("{face:?}.{kind}");
            listed.push(
                Element::new("ofd:Font")
                    .with("ID", used.number)
                    .with("FontName", family(font.as_face_ref()))
                    .with("Charset", "unicode")
                    .holding(Element::new("ofd:FontFile").saying(file.as_str())),
            );
            programs.push((format!("Doc_0/Res/{file}"), program));
        }
        let fonts = Element::new("ofd:Fonts").holding_all(listed);
        Ok((root("ofd:Res").with("BaseLoc", "Res").holding(fonts), programs))
    }
}

/// The name by which a font is known.
fn family(font: &owned_ttf_parser::Face<'_>) -> String {
    let names = font.names().into_iter();
    let mut full = names.filter(|name| name.name_id == owned_ttf_parser::name_id::FULL_NAME);
    full.find_map(|name| name.to_string()).unwrap_or_default()
}

/// A font's cut with a map from characters, and with what the whole font says of itself; and the ending of its file's name.
fn whole(font: &[u8], used: &Used) -> Result<(Vec<u8>, &'static str), TypesetError> {
    let cut = subsetter::subset(font, 0, &used.numbers)
        .map_err(|error| TypesetError::FileFailed { reason: error.to_string() })?;
    let mut tables = BTreeMap::new();
    // What the cut lacks comes from the whole font; what both have is that of the cut.
    for (tag, table) in tables_of(font).into_iter().filter(|(tag, _)| DESCRIBING.contains(tag)) {
        tables.insert(tag, table);
    }
    tables.extend(tables_of(&cut));
    tables.insert(*b"cmap", character_map(&used.chars));
    let (version, kind) =
        if tables.contains_key(b"CFF ") { (*b"OTTO", "otf") } else { ([0, 1, 0, 0], "ttf") };
    Ok((font_file(version, &tables), kind))
}

/// Tables that describe a font as a whole.
const DESCRIBING: [[u8; 4]; 2] = [*b"OS/2", *b"name"];

fn tables_of(font: &[u8]) -> Vec<Table> {
    let Ok(face) = RawFace::parse(font, 0) else { return Vec::new() };
    let records = face.table_records.into_iter();
    let table = |tag: Tag| face.table(tag).map(|table| (tag.to_bytes(), table.to_vec()));
    records.filter_map(|record| table(record.tag)).collect()
}

/// A map from characters to glyphs (OpenType, `cmap`, format 12), for Unicode and for Windows.
fn character_map(chars: &BTreeMap<char, u16>) -> Vec<u8> {
    const UNICODE: [u16; 2] = [0, 4];
    const WINDOWS: [u16; 2] = [3, 10];
    const GROUP: usize = 12;
    const HEADER: usize = 16;
    let mut table = Vec::new();
    put16(&mut table, &[0, 2]);
    for platform in [UNICODE, WINDOWS] {
        put16(&mut table, &platform);
        put32(&mut table, 20);
    }
    put16(&mut table, &[12, 0]);
    put32(&mut table, HEADER + GROUP * chars.len());
    put32(&mut table, 0);
    put32(&mut table, chars.len());
    for (char, glyph) in chars {
        for number in [u32::from(*char), u32::from(*char), u32::from(*glyph)] {
            table.extend(number.to_be_bytes());
        }
    }
    table
}

/// A font file of these tables, each at a multiple of four (OpenType, "Organization of an OpenType Font").
fn font_file(version: [u8; 4], tables: &BTreeMap<[u8; 4], Vec<u8>>) -> Vec<u8> {
    const HEADER: usize = 12;
    const RECORD: usize = 16;
    let mut file = version.to_vec();
    // The three numbers by which a table could be searched for in halves.
    let log = tables.len().max(1).ilog2();
    let half = RECORD << log;
    for number in [tables.len(), half, log as usize, RECORD * tables.len() - half] {
        put16(&mut file, &[u16::try_from(number).unwrap_or(u16::MAX)]);
    }
    let mut at = HEADER + RECORD * tables.len();
    for (tag, table) in tables {
        file.extend(tag);
        file.extend(checksum(table).to_be_bytes());
        put32(&mut file, at);
        put32(&mut file, table.len());
        at += table.len().next_multiple_of(4);
    }
    for table in tables.values() {
        file.extend(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file
}

fn checksum(table: &[u8]) -> u32 {
    table.chunks(4).fold(0, |sum: u32, bytes| {
        let mut word = [0; 4];
        word[..bytes.len()].copy_from_slice(bytes);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

fn put16(bytes: &mut Vec<u8>, numbers: &[u16]) {
    bytes.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
}

/// A length or a place; no font is as long as 4 gibibytes.
fn put32(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend(u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes());
}
