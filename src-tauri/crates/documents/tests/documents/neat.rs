//! Whether pages are neat: what every document is held to, whoever makes it.

use crate::inside::{Area, Glyph, Inside, Page, Text};

const MILLIMETRE: f64 = 72.0 / 25.4;
/// The page, and the area of GB/T 9704-2012, 5.2.1, in which texts stand.
pub const PAGE: Area = Area { left: 0.0, top: 0.0, right: 210.0 * MILLIMETRE, bottom: 297.0 * MILLIMETRE };
pub const TYPE_AREA: Area = Area {
    left: 28.0 * MILLIMETRE,
    top: 37.0 * MILLIMETRE,
    right: (28.0 + 156.0) * MILLIMETRE,
    bottom: (37.0 + 225.0) * MILLIMETRE,
};

/// No line begins with one of these.
const CLOSING: &str = "、，。．；：？！）〕》〉」』】〗”’…—～·％‰";

/// Fails unless each page is neat: every character is drawn, none on another or on a QR code, all of them in the type area
/// (page number, foot and marks on the page), no line begins with a closing sign, and no heading is the last of its page.
/// Call it for every document in a flow of text.
pub fn assert_neat(bytes: &[u8], name: &str) {
    assert_neat_in(bytes, name, TYPE_AREA);
}

/// The same for sheets that are cut into pieces and fill the page.
pub fn assert_neat_sheet(bytes: &[u8], name: &str) {
    assert_neat_in(bytes, name, PAGE);
}

fn assert_neat_in(bytes: &[u8], name: &str, area: Area) {
    for (index, page) in Inside::new(bytes).pages().iter().enumerate() {
        let faults = faults(page, area);
        assert!(faults.is_empty(), "{name}, page {}: {faults:#?}", index + 1);
    }
}

/// What is wrong with a page.
pub fn faults(page: &Page, area: Area) -> Vec<String> {
    let places: Vec<(&Text, Area)> = page.texts.iter().map(|text| (text, text.area())).collect();
    let mut faults = lone_heading(page);
    for (index, (text, place)) in places.iter().enumerate() {
        let allowed = if text.mark.tag == "Artifact" { PAGE } else { area };
        if !inside(place, &allowed) {
            faults.push(format!("leaves its area: {} at {place:?}", text.string()));
        }
        faults.extend(faults_between_characters(text));
        let others = places[index + 1..].iter().filter(|(_, other)| overlap(place, other));
        faults.extend(
            others.map(|(other, _)| format!("on each other: {} and {}", text.string(), other.string())),
        );
        let codes = page.rects.iter().filter(|(mark, rect)| mark.tag == "Figure" && overlap(place, rect));
        faults.extend(codes.take(1).map(|_| format!("on a QR code: {}", text.string())));
        // A sign that begins a line has no text of its own paragraph directly at its left.
        let begins_line = !places.iter().any(|(_, other)| touches(other, place));
        let goes_on = |other: &Text| other.mark.id.is_some() && other.mark == text.mark;
        let paragraph_goes_on = places[..index].iter().any(|(other, _)| goes_on(other));
        if begins_line && paragraph_goes_on && text.string().starts_with(|first| CLOSING.contains(first)) {
            faults.push(format!("a line begins with a closing sign: {}", text.string()));
        }
    }
    faults
}

/// A heading at the foot of a page, parted from what it heads.
fn lone_heading(page: &Page) -> Vec<String> {
    let said = page.texts.iter().filter(|text| text.mark.tag != "Artifact");
    let last = said.max_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let heading = last.filter(|text| text.mark.tag == "H2");
    heading.map(|text| format!("a heading stands alone: {}", text.string())).into_iter().collect()
}

/// Characters that the font doesn't draw, and ones that are drawn on the one before.
fn faults_between_characters(text: &Text) -> Vec<String> {
    let missing = text.glyphs.iter().filter(|glyph| glyph.code == 0 || glyph.text.is_empty());
    let missing = missing.map(|glyph| format!("a character is missing: {} in {}", glyph.text, text.string()));
    let on_each_other = text.glyphs.windows(2).filter(|pair| right_of(&pair[0]) > left_of(&pair[1]) + 0.8);
    let on_each_other =
        on_each_other.map(|pair| format!("{} is on {} in {}", pair[1].text, pair[0].text, text.string()));
    missing.chain(on_each_other).collect()
}

fn left_of(glyph: &Glyph) -> f64 {
    glyph.left + glyph.blank_before()
}

fn right_of(glyph: &Glyph) -> f64 {
    glyph.left + glyph.width - glyph.blank_after()
}

/// A page's first line has its grid's leading above the area; where its own is less, its characters reach out by a little.
const TOLERANCE: f64 = 4.0;

fn inside(place: &Area, area: &Area) -> bool {
    place.left >= area.left - TOLERANCE
        && place.right <= area.right + TOLERANCE
        && place.top >= area.top - TOLERANCE
        && place.bottom <= area.bottom + TOLERANCE
}

fn overlap(a: &Area, b: &Area) -> bool {
    let apart = |a_end: f64, b_start: f64| a_end <= b_start + 0.8;
    !(apart(a.right, b.left) || apart(b.right, a.left) || apart(a.bottom, b.top) || apart(b.bottom, a.top))
}

/// Whether the left one ends where the right one begins, on one line.
fn touches(left: &Area, right: &Area) -> bool {
    (left.bottom - right.bottom).abs() < 1.0 && left.left < right.left && left.right > right.left - 9.0
}
