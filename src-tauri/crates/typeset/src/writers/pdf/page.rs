//! What is drawn on a page, marked with the element of the structure it belongs to.

use super::{
    embed::{Embedded, Used, name},
    file::rounded,
    structure::Structure,
};
use crate::{
    drawing::{Drawing, Figure, Placed, Rect, Run},
    fonts::Face,
    measure::PAGE_HEIGHT,
    writers::THICKENED,
};
use pdf_writer::{
    Content, Finish, Name, Settings, Str,
    types::{LineJoinStyle, TextRenderingMode},
};

/// A page's content, with its texts and figures in reading order.
pub(super) fn content_of(page: &Drawing, embedded: &mut Embedded<'_>, structure: &mut Structure) -> Vec<u8> {
    structure.begin_page();
    let mut marked = Marked::new();
    if !page.rects.is_empty() {
        marked.mark(Owner::Artifact, structure);
        marked.rectangles(&page.rects);
    }
    let mut figures = page.figures.iter().peekable();
    for index in 0..=page.runs.len() {
        while let Some(figure) = figures.next_if(|figure| figure.after <= index) {
            let element = structure.figure(figure);
            marked.mark(Owner::Element(element), structure);
            marked.figure(figure);
        }
        if let Some(run) = page.runs.get(index) {
            let element = structure.element(run.role, run.begins);
            marked.mark(element.map_or(Owner::Artifact, Owner::Element), structure);
            marked.text(run, embedded);
        }
    }
    marked.ended()
}

/// The content of the same page's copies: it says nothing that the page hasn't said.
pub(super) fn copy_of(page: &Drawing, embedded: &mut Embedded<'_>) -> Vec<u8> {
    let mut marked = Marked::new();
    marked.open = Some(Owner::Artifact);
    marked.content.begin_marked_content(ARTIFACT);
    marked.rectangles(&page.rects);
    page.figures.iter().for_each(|figure| marked.figure(figure));
    page.runs.iter().for_each(|run| marked.text(run, embedded));
    marked.ended()
}

const ARTIFACT: Name<'_> = Name(b"Artifact");

/// What a stretch belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Artifact,
    Element(usize),
}

/// Content in stretches, each of which belongs to one element or is an artifact.
struct Marked {
    content: Content,
    /// What the stretch belongs to that is not ended yet.
    open: Option<Owner>,
    /// Where the last line of the text began that is not ended yet.
    line: Option<(f32, f32)>,
    font: Option<(Face, f32)>,
    /// What is put between characters, in points.
    spacing: f32,
}

impl Marked {
    fn new() -> Self {
        let content = Content::with_settings(Settings { pretty: false });
        Self { content, open: None, line: None, font: None, spacing: 0.0 }
    }

    /// What follows belongs to this.
    fn mark(&mut self, owner: Owner, structure: &mut Structure) {
        if self.open == Some(owner) {
            return;
        }
        self.end();
        self.open = Some(owner);
        match owner {
            Owner::Element(element) => {
                let (role, id) = structure.mark(element);
                let mut begun = self.content.begin_marked_content_with_properties(role.to_name());
                begun.properties().identify(id);
            }
            Owner::Artifact => {
                self.content.begin_marked_content(ARTIFACT);
            }
        }
    }

    fn end(&mut self) {
        if self.line.take().is_some() {
            self.content.end_text();
        }
        if self.open.take().is_some() {
            self.content.end_marked_content();
        }
    }

    fn ended(mut self) -> Vec<u8> {
        self.end();
        self.content.finish().into_vec()
    }

    fn rectangles(&mut self, rects: &[Rect]) {
        if rects.is_empty() {
            return;
        }
        for rect in rects {
            let bottom = PAGE_HEIGHT - rect.y - rect.height;
            let [x, y, width, height] = [rect.x, bottom, rect.width, rect.height].map(rounded);
            self.content.rect(x, y, width, height);
        }
        self.content.fill_nonzero();
    }

    /// The figure's cells in whole numbers, on a grid that is put where it stands.
    fn figure(&mut self, figure: &Figure) {
        let (x, y) = (rounded(figure.x), rounded(PAGE_HEIGHT - figure.y));
        self.content.save_state().transform([figure.unit, 0.0, 0.0, -figure.unit, x, y]);
        for cells in &figure.cells {
            let [x, y, width, height] = [cells.column, cells.row, cells.width, cells.height].map(f32::from);
            self.content.rect(x, y, width, height);
        }
        self.content.fill_nonzero().restore_state();
    }

    /// A run, in one text with those before it in its stretch; each line is placed from the one before it, so that texts that
    /// are there several times are the same in the file, too, and pack well.
    fn text(&mut self, run: &Run, embedded: &mut Embedded<'_>) {
        let (x, y) = (rounded(run.x), rounded(PAGE_HEIGHT - run.y));
        if self.line.is_none() {
            self.content.begin_text();
        }
        let (before_x, before_y) = self.line.replace((x, y)).unwrap_or_default();
        if self.font != Some((run.face, run.size)) {
            self.font = Some((run.face, run.size));
            self.content.set_font(name(run.face), run.size);
        }
        self.content.next_line(rounded(x - before_x), rounded(y - before_y));
        if run.thickened {
            self.content.set_line_width(rounded(run.size * THICKENED));
            self.content.set_line_join(LineJoinStyle::RoundJoin);
            self.content.set_text_rendering_mode(TextRenderingMode::FillStroke);
        }
        self.show(run, embedded.used(run.face));
        if run.thickened {
            self.content.set_text_rendering_mode(TextRenderingMode::Fill);
        }
    }

    /// A run's characters. What most of them have between them is set once; where two have another distance, it is told in
    /// thousandths of an em that are taken off.
    fn show(&mut self, run: &Run, used: &mut Used) {
        let spacing = usual_spacing(&run.glyphs);
        if self.spacing.total_cmp(&spacing).is_ne() {
            self.spacing = spacing;
            self.content.set_char_spacing(spacing);
        }
        let mut shown = self.content.show_positioned();
        let mut items = shown.items();
        let mut codes: Vec<u8> = Vec::with_capacity(2 * run.glyphs.len());
        for (index, glyph) in run.glyphs.iter().enumerate() {
            codes.extend(used.code(glyph).to_be_bytes());
            let off = ((glyph.natural + spacing - glyph.advance) / run.size * 1000.0).round();
            let is_last = index + 1 == run.glyphs.len();
            if is_last || off != 0.0 {
                items.show(Str(&codes));
                codes.clear();
            }
            if !is_last && off != 0.0 {
                items.adjust(off);
            }
        }
        items.finish();
        shown.finish();
    }
}

/// What is between characters in the middle of all distances: in a line of one kind, that of most.
fn usual_spacing(glyphs: &[Placed]) -> f32 {
    let inner = &glyphs[..glyphs.len().saturating_sub(1)];
    let mut spacings: Vec<f32> = inner.iter().map(|glyph| glyph.advance - glyph.natural).collect();
    spacings.sort_unstable_by(f32::total_cmp);
    spacings.get(spacings.len() / 2).map_or(0.0, |middle| (middle * 1000.0).round() / 1000.0)
}
