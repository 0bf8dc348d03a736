//! What is drawn on a page, marked with the element of the structure it belongs to.

use super::{Renumbered, font_id, structure::Structure};
use crate::{
    draw::{Drawing, Placed, Rect, Run},
    fonts::Face,
    layout::measure::{PAGE_HEIGHT, PAGE_WIDTH},
};
use printpdf::{
    DictItem, LineJoinStyle, Mm, Op, PaintMode, PdfFontHandle, PdfPage, Pt, TextItem, TextMatrix,
    TextRenderingMode, text::Codepoint,
};
use std::collections::BTreeMap;

/// What is drawn around thickened characters, by their size: the light 宋 then stands beside the black one.
const THICKENED: f32 = 0.04;

/// A page, with its texts and figures in reading order.
pub(super) fn page_of(
    page: &Drawing,
    renumbered: &BTreeMap<Face, Renumbered>,
    structure: &mut Structure,
) -> PdfPage {
    structure.begin_page();
    let mut ops = Marked::default();
    if !page.rects.is_empty() {
        ops.mark(Owner::Artifact, structure);
        ops.ops.extend(page.rects.iter().map(rectangle));
    }
    let mut figures = page.figures.iter().peekable();
    for index in 0..=page.runs.len() {
        while let Some(figure) = figures.next_if(|figure| figure.after <= index) {
            let element = structure.figure(figure);
            ops.mark(Owner::Element(element), structure);
            ops.ops.extend(figure.rects.iter().map(rectangle));
        }
        let run = page.runs.get(index);
        if let Some((run, numbers)) = run.and_then(|run| Some((run, renumbered.get(&run.face)?))) {
            let element = structure.element(run.role, run.begins);
            ops.mark(element.map_or(Owner::Artifact, Owner::Element), structure);
            ops.ops.extend(text(run, numbers));
        }
    }
    PdfPage::new(Mm::from(Pt(PAGE_WIDTH)), Mm::from(Pt(PAGE_HEIGHT)), ops.ended())
}

/// What a stretch belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Artifact,
    Element(usize),
}

/// Operations in stretches, each of which belongs to one element or is an artifact.
#[derive(Default)]
struct Marked {
    ops: Vec<Op>,
    /// What the stretch belongs to that is not ended yet.
    open: Option<Owner>,
}

impl Marked {
    /// What follows belongs to this.
    fn mark(&mut self, owner: Owner, structure: &mut Structure) {
        if self.open == Some(owner) {
            return;
        }
        self.end();
        self.open = Some(owner);
        self.ops.push(match owner {
            Owner::Element(element) => {
                let (tag, id) = structure.mark(element);
                let properties = DictItem::Dict { map: [("MCID".to_owned(), DictItem::Int(id))].into() };
                Op::BeginMarkedContentWithProperties { tag, properties }
            }
            Owner::Artifact => Op::BeginMarkedContent { tag: "Artifact".to_owned() },
        });
    }

    fn end(&mut self) {
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn ended(mut self) -> Vec<Op> {
        self.end();
        self.ops
    }
}

/// To a hundredth of a point: finer is unseen, and printpdf writes every digit it is given.
pub(super) fn rounded(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

fn rectangle(rect: &Rect) -> Op {
    Op::DrawRectangle {
        rectangle: printpdf::Rect {
            x: Pt(rounded(rect.x)),
            y: Pt(rounded(PAGE_HEIGHT - rect.y - rect.height)),
            width: Pt(rounded(rect.width)),
            height: Pt(rounded(rect.height)),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        },
    }
}

fn text(run: &Run, numbers: &Renumbered) -> Vec<Op> {
    let glyphs = run.glyphs.iter().filter_map(|glyph| codepoint(glyph, run.size, numbers)).collect();
    let matrix = [1.0, 0.0, 0.0, 1.0, rounded(run.x), rounded(PAGE_HEIGHT - run.y)];
    let mut ops = vec![Op::StartTextSection];
    if run.thickened {
        ops.push(Op::SetOutlineThickness { pt: Pt(rounded(run.size * THICKENED)) });
        ops.push(Op::SetLineJoinStyle { join: LineJoinStyle::Round });
        ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::FillStroke });
    }
    ops.extend([
        Op::SetFont { font: PdfFontHandle::External(font_id(run.face)), size: Pt(run.size) },
        Op::SetTextMatrix { matrix: TextMatrix::Raw(matrix) },
        Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] },
    ]);
    if run.thickened {
        // The mode outlasts the section.
        ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Fill });
    }
    ops.push(Op::EndTextSection);
    ops
}

/// The offset is in thousandths of an em and taken off the advance; the character goes into the font's map to Unicode.
fn codepoint(glyph: &Placed, size: f32, numbers: &Renumbered) -> Option<Codepoint> {
    let gid = *numbers.get(&glyph.id)?;
    let offset = ((glyph.natural - glyph.advance) / size * 1000.0).round();
    Some(Codepoint { gid, offset, cid: Some(glyph.char.to_string()) })
}
