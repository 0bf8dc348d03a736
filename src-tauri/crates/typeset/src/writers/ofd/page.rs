//! A page's objects: texts, rules and figures (7.7, 9, 11).

use super::{
    font::Embedded,
    objects::{Numbers, millimetres, root},
};
use crate::{
    drawing::{Drawing, Figure, Placed, Rect, Run},
    measure::{ASCENT, PAGE_HEIGHT, PAGE_WIDTH},
    writers::{THICKENED, xml::Element},
};
use std::fmt::Write as _;

/// How high an object of a text is, by the characters' size.
const HEIGHT: f32 = 1.2;

/// The page's content in one layer.
pub fn content(page: &Drawing, embedded: &mut Embedded<'_>, numbers: &mut Numbers) -> Element {
    let layer = Element::new("ofd:Layer").with("ID", numbers.next()).with("Type", "Body");
    let mut objects: Vec<Element> = page.runs.iter().filter_map(|run| text(run, embedded, numbers)).collect();
    let rules: String = page.rects.iter().map(outline).collect();
    objects.extend(shape(&rules, numbers));
    objects.extend(page.figures.iter().filter_map(|drawn| shape(&figure(drawn), numbers)));
    root("ofd:Page").holding(Element::new("ofd:Content").holding(layer.holding_all(objects)))
}

/// A run (11); none where it is nothing but spaces. Those at its ends are left out: readers of XML may take them off.
fn text(run: &Run, embedded: &mut Embedded<'_>, numbers: &mut Numbers) -> Option<Element> {
    let is_seen = |glyph: &Placed| glyph.char != ' ';
    let first = run.glyphs.iter().position(is_seen)?;
    let last = run.glyphs.iter().rposition(is_seen)?;
    let (spaces, glyphs) = (&run.glyphs[..first], &run.glyphs[first..=last]);
    let left = run.x + spaces.iter().map(|glyph| glyph.advance).sum::<f32>();
    let width: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
    let top = run.y - ASCENT * run.size;
    let code = Element::new("ofd:TextCode").with("X", 0).with("Y", millimetres(run.y - top));
    let steps = steps(glyphs);
    let code = if steps.is_empty() { code } else { code.with("DeltaX", steps) };
    let text = Element::new("ofd:TextObject")
        .with("ID", numbers.next())
        .with("Boundary", boundary(left, top, width, HEIGHT * run.size))
        .with("Font", embedded.used(run.face, glyphs, numbers))
        .with("Size", millimetres(run.size));
    let text = if run.thickened { thickened(text, run.size) } else { text };
    Some(text.holding(code.saying(glyphs.iter().map(|glyph| glyph.char).collect::<String>())))
}

/// The same with strokes that are thicker than the face has them.
fn thickened(text: Element, size: f32) -> Element {
    let black = |name| Element::new(name).with("Value", "0 0 0");
    text.with("LineWidth", millimetres(THICKENED * size))
        .with("Join", "Round")
        .with("Stroke", true)
        .holding_all([black("ofd:FillColor"), black("ofd:StrokeColor")])
}

/// How far each character is from the one before it (11.3); several of one width together.
fn steps(glyphs: &[Placed]) -> String {
    let advances: Vec<f32> =
        glyphs[..glyphs.len() - 1].iter().map(|glyph| millimetres(glyph.advance)).collect();
    let alike = advances.chunk_by(|one, next| one.total_cmp(next).is_eq());
    let steps = alike.map(|steps| match steps {
        [step] => step.to_string(),
        steps => format!("g {} {}", steps.len(), steps[0]),
    });
    steps.collect::<Vec<_>>().join(" ")
}

/// A black shape of these outlines, which are on the page as a whole (9); none where there is none.
fn shape(outlines: &str, numbers: &mut Numbers) -> Option<Element> {
    if outlines.is_empty() {
        return None;
    }
    let path = Element::new("ofd:PathObject")
        .with("ID", numbers.next())
        .with("Boundary", boundary(0.0, 0.0, PAGE_WIDTH, PAGE_HEIGHT))
        .with("Stroke", false)
        .with("Fill", true);
    Some(path.holding_all([
        Element::new("ofd:FillColor").with("Value", "0 0 0"),
        Element::new("ofd:AbbreviatedData").saying(outlines.trim_end()),
    ]))
}

fn figure(figure: &Figure) -> String {
    let rects = figure.cells.iter().map(|cells| {
        let [column, row, width, height] =
            [cells.column, cells.row, cells.width, cells.height].map(|cells| figure.unit * f32::from(cells));
        outline(&Rect { x: figure.x + column, y: figure.y + row, width, height })
    });
    rects.collect()
}

/// A rectangle's outline: from its upper left corner around it (9.2).
fn outline(rect: &Rect) -> String {
    let [left, top] = [rect.x, rect.y].map(millimetres);
    let [right, bottom] = [rect.x + rect.width, rect.y + rect.height].map(millimetres);
    format!("M {left} {top} L {right} {top} L {right} {bottom} L {left} {bottom} C ")
}

fn boundary(x: f32, y: f32, width: f32, height: f32) -> String {
    let mut text = String::new();
    for length in [x, y, width, height].map(millimetres) {
        // Writing into a text never fails.
        let _ = write!(text, "{length} ");
    }
    text.trim_end().to_owned()
}
