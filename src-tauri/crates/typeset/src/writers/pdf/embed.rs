//! The fonts in the file, each cut to the characters in use (ISO 32000-1, 9.7).

use super::{
    file::{File, number},
    pack::{failed, packed},
};
use crate::{
    TypesetError,
    drawing::Placed,
    fonts::{Face, Fonts},
};
use owned_ttf_parser::{AsFaceRef, GlyphId, RawFace, Tag};
use pdf_writer::{
    Filter, Finish, Name, Rect, Ref, Str,
    types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap},
    writers::{CidFont, FontDescriptor, Resources, Widths},
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// The width that is not listed: that of a Chinese character, in thousandths of an em.
const USUAL_WIDTH: f32 = 1000.0;
/// Strokes' thickness, which only stand-ins for a missing font would follow.
const STEM: f32 = 80.0;
const IDENTITY: SystemInfo<'static> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// The characters in use so far.
pub(super) struct Embedded<'a> {
    fonts: &'a Fonts,
    faces: BTreeMap<Face, Used>,
}

/// The characters of a face that are in use, numbered in the order of their first use.
#[derive(Default)]
pub(super) struct Used {
    numbers: GlyphRemapper,
    /// By number, from 1.
    chars: Vec<char>,
}

impl Used {
    /// A character's code, which is its number in the cut.
    pub fn code(&mut self, glyph: &Placed) -> u16 {
        let number = self.numbers.remap(glyph.id);
        if usize::from(number) > self.chars.len() {
            self.chars.push(glyph.char);
        }
        number
    }
}

impl<'a> Embedded<'a> {
    pub fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, faces: BTreeMap::new() }
    }

    /// The characters of a face that are in use.
    pub fn used(&mut self, face: Face) -> &mut Used {
        self.faces.entry(face).or_default()
    }

    /// Writes the fonts and the resources that name them.
    pub fn write(&self, file: &mut File, resources: Ref) -> Result<(), TypesetError> {
        let ids: Vec<(Face, Ref)> = self.faces.keys().map(|face| (*face, file.number())).collect();
        let mut named = file.pdf.indirect(resources).start::<Resources<'_>>();
        named.fonts().pairs(ids.iter().map(|(face, id)| (name(*face), *id)));
        named.finish();
        for ((face, id), used) in ids.into_iter().zip(self.faces.values()) {
            self.write_font(file, id, face, used)?;
        }
        Ok(())
    }

    fn write_font(&self, file: &mut File, id: Ref, face: Face, used: &Used) -> Result<(), TypesetError> {
        let font = self.fonts.font(face)?;
        let cut = subsetter::subset(font.as_slice(), 0, &used.numbers).map_err(failed)?;
        let name = format!("{}+{face:?}", tag(&cut));
        let [descendant, descriptor, program, unicode] = [(); 4].map(|()| file.number());
        let written = Written {
            name: Name(name.as_bytes()),
            whole: font.as_face_ref(),
            outlines: Outlines::of(&cut),
            em: 1000.0 / f32::from(font.as_face_ref().units_per_em()),
        };
        let mut font = file.pdf.type0_font(id);
        font.base_font(written.name).encoding_predefined(Name(b"Identity-H"));
        font.descendant_font(descendant).to_unicode(unicode);
        font.finish();
        written.write_descendant(file.pdf.cid_font(descendant), descriptor, used);
        written.write_descriptor(file.pdf.font_descriptor(descriptor), program);
        file.program(program, &cut, &written.outlines);
        file.stream(unicode, &unicode_map(&used.chars));
        Ok(())
    }
}

/// A font that is being written.
struct Written<'a> {
    name: Name<'a>,
    whole: &'a owned_ttf_parser::Face<'a>,
    outlines: Outlines<'a>,
    /// From the font's own units to thousandths of an em.
    em: f32,
}

impl Written<'_> {
    fn write_descendant(&self, mut font: CidFont<'_>, descriptor: Ref, used: &Used) {
        font.subtype(self.outlines.kind()).base_font(self.name).system_info(IDENTITY);
        font.font_descriptor(descriptor).default_width(USUAL_WIDTH);
        let width = |glyph| f32::from(self.whole.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0)) * self.em;
        let widths: Vec<f32> = used.numbers.remapped_gids().map(width).collect();
        write_widths(&mut font.widths(), &widths);
        if matches!(self.outlines, Outlines::TrueType) {
            font.cid_to_gid_map_predefined(Name(b"Identity"));
        }
    }

    fn write_descriptor(&self, mut descriptor: FontDescriptor<'_>, program: Ref) {
        let whole = self.whole;
        let bounds = whole.global_bounding_box();
        let [left, bottom, right, top] =
            [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| f32::from(edge) * self.em);
        descriptor.name(self.name).flags(FontFlags::SYMBOLIC).bbox(Rect::new(left, bottom, right, top));
        descriptor.italic_angle(0.0).stem_v(STEM);
        descriptor.ascent(f32::from(whole.ascender()) * self.em);
        descriptor.descent(f32::from(whole.descender()) * self.em);
        descriptor.cap_height(f32::from(whole.capital_height().unwrap_or(whole.ascender())) * self.em);
        match self.outlines {
            Outlines::TrueType => descriptor.font_file2(program),
            Outlines::Compact(_) => descriptor.font_file3(program),
        };
    }
}

/// A face's name in the resources.
pub(super) fn name(face: Face) -> Name<'static> {
    Name(match face {
        Face::Fang => b"Fang",
        Face::SongLight => b"SongLight",
        Face::SongRare => b"SongRare",
        Face::SongBlack => b"SongBlack",
        Face::Hei => b"Hei",
        Face::Latin => b"Latin",
    })
}

/// How a cut font has its outlines.
enum Outlines<'a> {
    TrueType,
    /// In the compact font format: this table, which is all a reader needs.
    Compact(&'a [u8]),
}

impl<'a> Outlines<'a> {
    fn of(cut: &'a [u8]) -> Self {
        let table = RawFace::parse(cut, 0).ok().and_then(|face| face.table(Tag::from_bytes(b"CFF ")));
        table.map_or(Self::TrueType, Self::Compact)
    }

    fn kind(&self) -> CidFontType {
        match self {
            Self::TrueType => CidFontType::Type2,
            Self::Compact(_) => CidFontType::Type0,
        }
    }
}

impl File {
    /// Writes a font's program, packed.
    fn program(&mut self, id: Ref, cut: &[u8], outlines: &Outlines<'_>) {
        let (program, subtype) = match outlines {
            Outlines::TrueType => (cut, None),
            Outlines::Compact(table) => (*table, Some(Name(b"CIDFontType0C"))),
        };
        let packed = packed(program);
        let mut stream = self.pdf.stream(id, &packed);
        stream.filter(Filter::FlateDecode);
        if let Some(subtype) = subtype {
            stream.pair(Name(b"Subtype"), subtype);
        } else {
            stream.pair(Name(b"Length1"), number(program.len()));
        }
    }
}

/// The widths that are not the usual one, those of neighbours together.
fn write_widths(list: &mut Widths<'_>, widths: &[f32]) {
    let mut number = 0;
    for stretch in widths.chunk_by(|one, next| (*one == USUAL_WIDTH) == (*next == USUAL_WIDTH)) {
        if stretch[0] != USUAL_WIDTH {
            list.consecutive(number, stretch.iter().copied());
        }
        number += u16::try_from(stretch.len()).unwrap_or(u16::MAX);
    }
}

/// From codes to characters, for those who search, copy or have the text read to them.
fn unicode_map(chars: &[char]) -> Vec<u8> {
    let mut map: UnicodeCmap<u16> = UnicodeCmap::new(Name(b"Unicode"), IDENTITY);
    for (code, char) in (1..).zip(chars) {
        map.pair(code, *char);
    }
    map.finish().into_vec()
}

/// The six capitals that mark a cut font, different for different cuts.
fn tag(cut: &[u8]) -> String {
    Sha256::digest(cut).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
