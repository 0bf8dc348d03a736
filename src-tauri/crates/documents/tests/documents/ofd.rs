//! The papers as OFD, read by a library that is not ours: sound, with the text of their PDFs, and looking like them.

use crate::{
    docx::files,
    form::{flowing, name_of},
    inside::{Inside, Text},
    samples::{self, LANGUAGES, RARE},
    tools::{Pdf, dense, fonts},
};
use documents::{Format, Output};
use messages::Language;
use ofd_core::{OfdPackage, OfdReader, PageBlock, RenderOptions, check_reader};
use std::{io::Cursor, path::Path};

/// The dots an inch at which pages are compared, and the side of the squares that are.
const DOTS: f64 = 150.0;
const SQUARE: usize = 16;

type Reader<'a> = OfdReader<Cursor<&'a [u8]>>;

fn opened(bytes: &[u8]) -> Reader<'_> {
    OfdReader::new(OfdPackage::new(Cursor::new(bytes)).unwrap()).unwrap()
}

/// The text of each page, without spaces.
fn pages(reader: &mut Reader<'_>) -> Vec<String> {
    let body = reader.ofd().doc_bodies[0].clone();
    let document = reader.load_document(&body).unwrap();
    let text = |page: &ofd_core::PageRef| {
        let page = reader.load_page(&document, page).unwrap();
        let objects =
            page.content.iter().flat_map(|content| &content.layers).flat_map(|layer| &layer.objects);
        let texts = objects.filter_map(|object| match object {
            PageBlock::Text(text) => Some(text.text_codes.iter().filter_map(|code| code.text.clone())),
            PageBlock::Path(_) | PageBlock::Image(_) | PageBlock::Composite(_) | PageBlock::Block(_) => None,
        });
        dense(&texts.flatten().collect::<String>())
    };
    document.pages().iter().map(text).collect()
}

#[test]
fn every_file_is_sound_and_has_the_text_of_its_pdf() {
    for language in LANGUAGES {
        let both = flowing(Format::Ofd, language).into_iter().zip(flowing(Format::Pdf, language));
        for ((name, ofd), (_, pdf)) in both {
            let name = format!("{name}-{}", name_of(language));
            let mut reader = opened(&ofd);
            let report = check_reader(&mut reader);
            assert!(report.conforms(), "{name}: {:?}", report.problems);
            assert_eq!((reader.ofd().version.as_str(), reader.ofd().doc_type.as_str()), ("1.0", "OFD"));
            let printed = Inside::new(&pdf).pages();
            let printed: Vec<String> = printed
                .iter()
                .map(|page| dense(&page.texts.iter().map(Text::string).collect::<String>()))
                .collect();
            assert_eq!(pages(&mut reader), printed, "{name}");
        }
    }
}

#[test]
fn every_page_looks_like_that_of_the_pdf() {
    for language in LANGUAGES {
        let both = flowing(Format::Ofd, language).into_iter().zip(flowing(Format::Pdf, language));
        for ((name, ofd), (_, pdf)) in both {
            let name = format!("ofd-{name}-{}", name_of(language));
            // Kept after the test so that they can be looked at.
            let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&name);
            std::fs::write(kept.with_extension("ofd"), &ofd).unwrap();
            let pdf = Pdf::new(&name, &pdf);
            let mut reader = opened(&ofd);
            let body = reader.ofd().doc_bodies[0].clone();
            let document = reader.load_document(&body).unwrap();
            for page in 0..document.pages().len() {
                let drawn = reader.render_page(&document, page, &RenderOptions::with_dpi(DOTS)).unwrap();
                drawn.save_png(kept.with_extension(format!("{page}.png"))).unwrap();
                let width = usize::try_from(drawn.width()).unwrap();
                let dark: Vec<bool> = drawn.pixels().iter().map(|dot| dot.red() < 128).collect();
                let drawn: Vec<&[bool]> = dark.chunks(width).collect();
                let printed = pdf.pixels(u32::try_from(page).unwrap() + 1);
                let printed: Vec<&[bool]> = printed.iter().map(Vec::as_slice).collect();
                assert_alike(&squares(&drawn), &squares(&printed), &format!("{name} {page}"));
            }
        }
    }
}

/// How many dots are dark in each square of a page, row by row.
fn squares(page: &[&[bool]]) -> Vec<Vec<usize>> {
    let dark = |rows: &[&[bool]], column: usize| {
        let square = rows.iter().flat_map(|row| row.iter().skip(column).take(SQUARE));
        square.filter(|dark| **dark).count()
    };
    let columns = page[0].len() / SQUARE;
    let rows = page.chunks_exact(SQUARE);
    rows.map(|rows| (0..columns).map(|column| dark(rows, SQUARE * column)).collect()).collect()
}

/// No square is full of ink in one picture and empty around there in the other, and there is as much ink in both.
fn assert_alike(one: &[Vec<usize>], other: &[Vec<usize>], name: &str) {
    let much = SQUARE * SQUARE / 5;
    for (page, with) in [(one, other), (other, one)] {
        for (row, squares) in page.iter().enumerate() {
            for (column, ink) in squares.iter().enumerate() {
                let around = with[row.saturating_sub(1)..(row + 2).min(with.len())]
                    .iter()
                    .flat_map(|squares| &squares[column.saturating_sub(1)..(column + 2).min(squares.len())]);
                assert!(*ink < much || around.sum::<usize>() > 0, "{name}: row {row}, column {column}");
            }
        }
    }
    let all = |page: &[Vec<usize>]| page.iter().flatten().sum::<usize>();
    let (one, other) = (all(one), all(other));
    // Poppler draws without grey here, and so a little more.
    assert!(one.abs_diff(other) * 3 < one.max(other), "{name}: {one} and {other} dots");
}

#[test]
fn rare_characters_are_embedded_and_fonts_are_cut() {
    let mut announcement = samples::announcement(Language::Chinese);
    announcement.adopted[0].name = RARE.into();
    let output = Output { fonts: fonts(), format: Format::Ofd };
    let bytes = documents::announcement(output, &announcement).unwrap();
    assert!(bytes.len() < 600_000, "{}", bytes.len());
    assert!(pages(&mut opened(&bytes))[0].contains(RARE));
    let files = files(&bytes);
    let fonts: Vec<&[u8]> = files
        .iter()
        .filter(|(name, _)| name.starts_with("Doc_0/Res/"))
        .map(|(_, bytes)| bytes.as_slice())
        .collect();
    let faces: Vec<_> = fonts.iter().map(|bytes| owned_ttf_parser::Face::parse(bytes, 0).unwrap()).collect();
    for char in RARE.chars() {
        let glyph = faces.iter().find_map(|face| Some((face, face.glyph_index(char)?)));
        let (face, glyph) = glyph.unwrap_or_else(|| panic!("no font has {char}"));
        assert!(face.glyph_bounding_box(glyph).is_some(), "{char}");
    }
}
