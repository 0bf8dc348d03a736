//! Titles: lines of nearly one length that end where the sense allows it.

use super::{
    breaking::clusters,
    paragraph::Paragraph,
    title_words::{Joint, joints},
};
use crate::{fonts::Glyph, measure::count};
use std::ops::Range;

/// What a line costs by the square of how far it is, in widths, from the length of all.
const UNEVEN: f32 = 100.0;
/// What a line costs that ends between the words of a title.
const BETWEEN_WORDS: f32 = 2.0;
/// What a line costs that ends between characters that may be a word: more than lines that differ by a third.
const WITHIN_TEXT: f32 = 9.0;
/// What a line costs that ends within a name or within a word.
const WITHIN_NAME: f32 = 40.0;
const WITHIN_WORD: f32 = 500.0;
/// What another line costs.
const ANOTHER_LINE: f32 = 25.0;

/// The lines up to a place in the text.
#[derive(Clone)]
struct Lines {
    cost: f32,
    ends: Vec<usize>,
}

impl Paragraph {
    /// The text's lines: as few as it takes, or one more where that keeps a word or a name whole. None where a part of
    /// it is wider than a line.
    ///
    /// Lines are chosen by what they cost: for being longer or shorter than the ideal length, and for ending where the sense
    /// doesn't allow it. The cheapest lines of all are found, not the first that fit.
    pub(super) fn balanced(&self, text: &[Glyph], fewest: usize) -> Option<Vec<Range<usize>>> {
        let places: Vec<usize> = clusters(text).iter().map(|cluster| cluster.end).collect();
        let joints = joints(text);
        // 1. The cheapest way with the fewest lines.
        let few = self.best(text, &places, &joints, fewest)?;
        // 2. If that parts a word or a name, one line more is tried; it must save more than it costs.
        let dear = few.cost > ANOTHER_LINE;
        let more = dear.then(|| self.best(text, &places, &joints, fewest + 1)).flatten();
        let best = more.filter(|more| more.cost + ANOTHER_LINE < few.cost).unwrap_or(few);
        // 3. From the places where lines end to the stretches between them.
        let starts = std::iter::once(0).chain(best.ends.iter().copied());
        Some(starts.zip(&best.ends).map(|(start, end)| start..*end).collect())
    }

    /// Returns the cheapest way to set the text in so many lines, which may end at these places.
    ///
    /// A dynamic programme: `best` holds, for every place at which the lines so far can end, the cheapest way to get there.
    /// Each turn adds a line.
    fn best(&self, text: &[Glyph], places: &[usize], joints: &[Joint], lines: usize) -> Option<Lines> {
        let ideal = self.width_of(text) / count(lines);
        let mut best: Vec<(usize, Lines)> = vec![(0, Lines { cost: 0.0, ends: Vec::new() })];
        for _ in 0..lines {
            // The next line may end at any later place; of all the ways that lead there, the cheapest is kept.
            let next = places.iter().filter_map(|end| {
                let lines = best.iter().filter(|(start, _)| start < end).filter_map(|(start, before)| {
                    let cost = before.cost + self.cost(text, *start..*end, ideal, joints)?;
                    Some(Lines { cost, ends: before.ends.iter().copied().chain([*end]).collect() })
                });
                Some((*end, lines.min_by(|a, b| a.cost.total_cmp(&b.cost))?))
            });
            best = next.collect();
        }
        // The text is set only if the last line ends where it does.
        best.into_iter().find(|(end, _)| *end == text.len()).map(|(_, lines)| lines)
    }

    /// What this line costs; none where it is too long.
    fn cost(&self, text: &[Glyph], line: Range<usize>, ideal: f32, joints: &[Joint]) -> Option<f32> {
        let stretch = &text[line.clone()];
        if !self.fits(stretch, self.width) {
            return None;
        }
        let uneven = (self.width_of(stretch) - ideal) / self.width;
        let end = joints.get(line.end).map_or(0.0, |joint| match joint {
            Joint::Open => 0.0,
            Joint::BetweenWords => BETWEEN_WORDS,
            Joint::WithinText => WITHIN_TEXT,
            Joint::WithinName => WITHIN_NAME,
            Joint::WithinWord => WITHIN_WORD,
        });
        Some(UNEVEN * uneven * uneven + end)
    }
}
