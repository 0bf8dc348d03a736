//! Where a line may end.

use crate::{chars, fonts::Glyph};
use std::ops::Range;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// The stretches of a text that are never broken, in order.
pub(super) fn clusters(text: &[Glyph]) -> Vec<Range<usize>> {
    let latin = latin_breaks(text);
    let mut clusters = Vec::new();
    let mut start = 0;
    // The character before, where spaces don't count: an opening sign holds on to what follows across a space.
    let mut before = None;
    for (index, glyph) in text.iter().enumerate() {
        if before.is_some_and(|before| may_break(before, glyph.char, latin[index])) {
            clusters.push(start..index);
            start = index;
        }
        if glyph.char != ' ' {
            before = Some(glyph.char);
        }
    }
    if start < text.len() {
        clusters.push(start..text.len());
    }
    clusters
}

/// The same of people's names: a line ends after the dot between a name's parts, at a space, or after a sign between names.
pub(super) fn names(text: &[Glyph]) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for cluster in clusters(text) {
        let parted = cluster.start.checked_sub(1).and_then(|before| text.get(before));
        match stretches.last_mut() {
            Some(last) if !parted.is_some_and(|before| "·、，； ".contains(before.char)) => {
                last.end = cluster.end;
            }
            _ => stretches.push(cluster),
        }
    }
    stretches
}

/// What parts a text's phrases.
const BETWEEN_PHRASES: &str = "、，；：。,;";

/// The phrases of a text, each with the sign at its end.
pub(super) fn phrases(text: &[Glyph]) -> Vec<Range<usize>> {
    let mut phrases: Vec<Range<usize>> = Vec::new();
    for cluster in clusters(text) {
        match phrases.last_mut() {
            Some(last) if !ends_phrase(text, cluster.start) => last.end = cluster.end,
            _ => phrases.push(cluster),
        }
    }
    phrases
}

/// Whether all lines but the last end with a phrase.
pub(super) fn end_with_phrases(text: &[Glyph], lines: &[Range<usize>]) -> bool {
    lines.iter().skip(1).all(|line| ends_phrase(text, line.start))
}

/// Whether a phrase ends before this place.
fn ends_phrase(text: &[Glyph], place: usize) -> bool {
    let before = text[..place].iter().rev().find(|glyph| glyph.char != ' ');
    before.is_some_and(|glyph| chars::is_one_of(glyph.char, BETWEEN_PHRASES))
}

/// Whether a line may end between these two. Between Latin letters the Unicode rule decides; everywhere else Chinese
/// typesetting does, which the Unicode rule knows only in part (it glues quotation marks to both sides).
fn may_break(before: char, after: char, latin: bool) -> bool {
    let joined = before == chars::JOINER || after == chars::JOINER;
    let held = after == ' ' || chars::is_closing(after) || chars::is_opening(before);
    if joined || held || chars::is_pair(before, after) {
        return false;
    }
    if is_chinese(before) || is_chinese(after) { true } else { latin }
}

fn is_chinese(char: char) -> bool {
    chars::is_ideograph(char) || chars::is_full_width_form(char) || chars::is_one_of(char, "“”‘’—…·")
}

/// For each character, whether the Unicode rule lets a line begin with it.
fn latin_breaks(text: &[Glyph]) -> Vec<bool> {
    let string: String = text.iter().map(|glyph| glyph.char).collect();
    let mut allowed: Vec<usize> = linebreaks(&string)
        .filter(|(_, opportunity)| *opportunity == BreakOpportunity::Allowed)
        .map(|(offset, _)| offset)
        .collect();
    allowed.reverse();
    let mut breaks = Vec::with_capacity(text.len());
    for (offset, _) in string.char_indices() {
        let here = allowed.last() == Some(&offset);
        if here {
            allowed.pop();
        }
        breaks.push(here);
    }
    breaks
}
