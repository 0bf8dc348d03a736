//! Numbered lists.

use super::{paragraph::value, terms::WORD, units::twips};
use crate::writers::xml::Element;

/// The numbered lists.
#[derive(Debug, Default)]
pub struct Numbering {
    /// How far from its number an item's text begins, in points: the widest of all.
    pub hanging: f32,
    /// How many lists there are.
    pub lists: usize,
}

/// The file of numbering: one way of it, and each list counts from the beginning.
pub fn file(numbering: &Numbering) -> Element {
    let hanging = twips(numbering.hanging);
    let indent = Element::new("w:ind").with("w:left", hanging).with("w:hanging", hanging);
    let level = Element::new("w:lvl").with("w:ilvl", 0).holding_all([
        value("w:start", 1),
        value("w:numFmt", "decimal"),
        value("w:lvlText", "%1."),
        value("w:lvlJc", "left"),
        Element::new("w:pPr").holding(indent),
    ]);
    let form = Element::new("w:abstractNum").with("w:abstractNumId", 0);
    let form = form.holding_all([value("w:multiLevelType", "singleLevel"), level]);
    let list = |number: usize| {
        let again = Element::new("w:lvlOverride").with("w:ilvl", 0).holding(value("w:startOverride", 1));
        Element::new("w:num").with("w:numId", number).holding_all([value("w:abstractNumId", 0), again])
    };
    Element::new("w:numbering")
        .with("xmlns:w", WORD)
        .holding(form)
        .holding_all((1..=numbering.lists).map(list))
}
