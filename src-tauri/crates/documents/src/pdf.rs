//! The back end that writes PDF; nothing else knows printpdf.
//!
//! printpdf would embed whole fonts, so each is cut to the characters in use first. Ids are our own: printpdf's come from
//! a counter of the process, and the same document would not always give the same bytes.

mod archive;
mod copies;
mod finish;
mod outline;
mod page;
mod structure;

use crate::{
    DocumentError,
    draw::{Drawing, Laid},
    fonts::{Face, Fonts},
};
use page::page_of;
use printpdf::{FontId, PdfDocument, PdfSaveOptions};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use structure::Structure;
use ttf_parser::GlyphId;

/// From a font's glyphs to those of its cut.
type Renumbered = BTreeMap<u16, u16>;

/// Writes a document.
pub(crate) fn write(fonts: &Fonts, mut laid: Laid) -> Result<Vec<u8>, DocumentError> {
    let mut document = PdfDocument::new(&laid.title);
    let mut renumbered = BTreeMap::new();
    for (face, glyphs) in used_glyphs(&laid.pages) {
        let (font, numbers) = cut_font(fonts, face, &glyphs)?;
        document.resources.fonts.map.insert(font_id(face), printpdf::font::PdfFont::new(font));
        renumbered.insert(face, numbers);
    }
    let headings = outline::entries(&laid.pages);
    let mut structure = Structure::default();
    // Each drawing is dropped as soon as it is written: many slips take much memory.
    let pages = std::mem::take(&mut laid.pages).into_iter();
    document.pages = pages.map(|page| page_of(&page, &renumbered, &mut structure)).collect();
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let raw = document.to_lopdf_document(&options, &mut warnings);
    drop(document);
    finish::finish(raw, &laid, &headings, &structure)
}

fn used_glyphs(pages: &[Drawing]) -> BTreeMap<Face, BTreeSet<u16>> {
    let mut used: BTreeMap<Face, BTreeSet<u16>> = BTreeMap::new();
    for run in pages.iter().flat_map(|page| &page.runs) {
        used.entry(run.face).or_default().extend(run.glyphs.iter().map(|glyph| glyph.id));
    }
    used
}

fn failed(reason: impl std::fmt::Display) -> DocumentError {
    DocumentError::PdfFailed { reason: reason.to_string() }
}

fn font_id(face: Face) -> FontId {
    FontId(format!("{face:?}"))
}

/// A font cut to these glyphs, and their new numbers.
fn cut_font(
    fonts: &Fonts,
    face: Face,
    glyphs: &BTreeSet<u16>,
) -> Result<(printpdf::ParsedFont, Renumbered), DocumentError> {
    let bytes = fonts.bytes(face).ok_or_else(|| failed(format!("no font {face:?}")))?;
    let whole = ttf_parser::Face::parse(bytes, 0).map_err(failed)?;
    let mut remapper = subsetter::GlyphRemapper::new();
    let numbers: Renumbered = glyphs.iter().map(|glyph| (*glyph, remapper.remap(*glyph))).collect();
    let cut = subsetter::subset(bytes, 0, &remapper).map_err(failed)?;
    let advance = |glyph: u16| whole.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
    let bounds = whole.global_bounding_box();
    let font = printpdf::ParsedFont {
        font_name: Some(format!("{}+{face:?}", tag(&cut))),
        font_index: 0,
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: numbers.iter().map(|(old, new)| (*new, advance(*old))).collect(),
        units_per_em: whole.units_per_em(),
        font_metrics: printpdf::FontMetrics { ascent: whole.ascender(), descent: whole.descender() },
        font_type: if whole.tables().cff.is_some() {
            printpdf::font::FontType::OpenTypeCFF(())
        } else {
            printpdf::font::FontType::TrueType
        },
        pdf_font_metrics: printpdf::font::PdfFontMetricsStub {
            units_per_em: whole.units_per_em(),
            x_min: bounds.x_min,
            y_min: bounds.y_min,
            x_max: bounds.x_max,
            y_max: bounds.y_max,
            caret_slope_rise: 1,
            caret_slope_run: 0,
            us_weight_class: whole.weight().to_number(),
        },
        original_bytes: cut,
    };
    Ok((font, numbers))
}

/// The six capitals that mark a cut font, different for different cuts.
fn tag(cut: &[u8]) -> String {
    Sha256::digest(cut).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
