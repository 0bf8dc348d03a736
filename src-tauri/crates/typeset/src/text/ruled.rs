//! Places within a text that are filled in by hand.

use crate::drawing::Strip;

/// The rule's thickness.
const RULE: f32 = 0.6;
/// From the baseline to the rule.
const BELOW: f32 = 2.5;

/// Draws a rule below each stretch of hard spaces.
pub(crate) fn ruled(mut strips: Vec<Strip>) -> Vec<Strip> {
    for strip in &mut strips {
        let mut rules = Vec::new();
        for run in &strip.drawing.runs {
            let mut x = run.x;
            let mut start = None;
            for glyph in &run.glyphs {
                if glyph.char == '\u{A0}' {
                    start = start.or(Some(x));
                } else if let Some(start) = start.take() {
                    rules.push((start, run.y + BELOW, x - start));
                }
                x += glyph.advance;
            }
            rules.extend(start.map(|start| (start, run.y + BELOW, x - start)));
        }
        for (x, y, length) in rules {
            strip.drawing.level_rule(x, y, length, RULE);
        }
    }
    strips
}
