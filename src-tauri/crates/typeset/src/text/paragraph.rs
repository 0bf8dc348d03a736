//! Paragraphs: text broken into lines, and the lines set.

use super::{
    breaking::{clusters, end_with_phrases, names, phrases},
    shape::shape,
    squeeze::{FULL_WIDTH, HALF, giving, is_close_pair, squeeze},
    style::{Align, Style},
};
use crate::{
    TypesetError, chars,
    drawing::{Drawing, Placed, Role, Run, Strip},
    fonts::{Fonts, Glyph},
    measure::{ASCENT, count},
};
use messages::Language;
use std::ops::Range;

/// Rounding that is no overflow.
const TOLERANCE: f32 = 0.02;
/// The most lines of a cell's text that end with its phrases rather than where they are full.
const LINES_OF_PHRASES: usize = 3;
/// The longest of several phrases that their column should hold on one line, in characters.
const LONGEST_PHRASE: f32 = 6.0;

/// How much wider a space between words may become for both edges to be even, by the characters' size.
const WIDEST_SPACE: f32 = 0.7;
/// The same of a gap between Chinese characters: enough for a name of four with its sign to go over to the next line.
const WIDEST_GAP: f32 = 0.18;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paragraph {
    pub style: Style,
    pub language: Language,
    pub align: Align,
    pub width: f32,
    /// How far the first line begins from the left edge.
    pub first_indent: f32,
    /// How far the other lines begin from the left edge.
    pub hanging_indent: f32,
    /// Whether the text is people's names, which are broken only between their parts.
    pub names: bool,
    /// What the text is for readers who can't see it; all its lines are one element.
    pub role: Role,
}

impl Paragraph {
    /// A paragraph without indents.
    pub fn new(style: Style, language: Language, align: Align, width: f32) -> Self {
        let (first_indent, hanging_indent) = (0.0, 0.0);
        Self {
            style,
            language,
            align,
            width,
            first_indent,
            hanging_indent,
            names: false,
            role: Role::default(),
        }
    }

    /// A paragraph without indents that is no part of what the document says.
    pub fn artifact(style: Style, language: Language, align: Align, width: f32) -> Self {
        Self { role: Role::Artifact, ..Self::new(style, language, align, width) }
    }

    /// The text's lines, each as high as the style says. A line feed begins a new line; an empty text has no lines.
    pub fn set(&self, fonts: &Fonts, text: &str) -> Result<Vec<Strip>, TypesetError> {
        let mut strips = Vec::new();
        for part in text.lines() {
            let glyphs = shape(fonts, part.trim_end(), self.style.voice, self.language)?;
            for line in self.break_lines(&glyphs) {
                strips.push(self.strip(&glyphs, &line));
            }
        }
        Ok(as_one_element(strips))
    }

    /// As [`Paragraph::set`], with lines of nearly one length that end where the sense allows it: for titles.
    pub fn set_balanced(&self, fonts: &Fonts, text: &str) -> Result<Vec<Strip>, TypesetError> {
        let glyphs = shape(fonts, text.trim(), self.style.voice, self.language)?;
        let greedy = self.break_lines(&glyphs);
        // A part that is wider than a line is broken where it must be.
        let lines = self.balanced(&glyphs, greedy.len()).unwrap_or(greedy);
        Ok(as_one_element(lines.iter().map(|line| self.strip(&glyphs, line)).collect()))
    }

    /// As [`Paragraph::set`], for narrow cells: without a lone character on the last line, and with the lines of a short text
    /// ending with its phrases, where that takes no more of them.
    pub fn set_in_cell(&self, fonts: &Fonts, text: &str) -> Result<Vec<Strip>, TypesetError> {
        let mut strips = Vec::new();
        for part in text.lines() {
            let glyphs = shape(fonts, part.trim_end(), self.style.voice, self.language)?;
            let lines = self.lines_in_cell(&glyphs);
            strips.extend(lines.iter().map(|line| self.strip(&glyphs, line)));
        }
        Ok(as_one_element(strips))
    }

    /// Returns the greedy lines, or balanced ones if those look better in a narrow column.
    fn lines_in_cell(&self, text: &[Glyph]) -> Vec<Range<usize>> {
        // Only two kinds of text are set again: one that ends with a lone character, and a short one, whose lines could end
        // with its phrases. Names are broken between their parts whatever happens.
        let usual = self.break_lines(text);
        let lone = ends_with_lone(&usual);
        if self.names || !(lone || (2..=LINES_OF_PHRASES).contains(&usual.len())) {
            return usual;
        }
        // Balancing may not cost a line. It is worth it if a lone character disappears, or if all lines end with phrases.
        let better = self.balanced(text, usual.len()).filter(|better| better.len() == usual.len());
        better.filter(|better| lone || end_with_phrases(text, better)).unwrap_or(usual)
    }

    /// The widths of the text's widest line if it were never broken, and of its widest part that can't be broken,
    /// or shouldn't be.
    pub fn extent(&self, fonts: &Fonts, text: &str) -> Result<Extent, TypesetError> {
        let mut extent = Extent::default();
        for part in text.lines() {
            let glyphs = shape(fonts, part.trim_end(), self.style.voice, self.language)?;
            extent.whole = extent.whole.max(self.width_of(&glyphs));
            for cluster in self.clusters(&glyphs) {
                extent.part = extent.part.max(self.width_of(&glyphs[cluster]));
            }
            extent.phrase = extent.phrase.max(self.widest_phrase(&glyphs));
        }
        Ok(extent)
    }

    /// The widest of a text's phrases, apart from what is too long to stay whole; 0 where it is but one.
    fn widest_phrase(&self, text: &[Glyph]) -> f32 {
        let phrases = phrases(text);
        if phrases.len() < 2 {
            return 0.0;
        }
        let widths = phrases.into_iter().map(|phrase| self.width_of(&text[phrase]));
        widths.filter(|width| *width <= LONGEST_PHRASE * self.style.size).fold(0.0, f32::max)
    }

    /// The stretches of the text that are never broken.
    fn clusters(&self, text: &[Glyph]) -> Vec<Range<usize>> {
        if self.names { names(text) } else { clusters(text) }
    }

    /// Returns the stretch of the text on each line; every character is on exactly one.
    ///
    /// The lines are filled greedily, cluster by cluster: on the grid of a letter a full line holds 28 characters, and
    /// spreading them evenly over several lines would only leave it.
    pub(crate) fn break_lines(&self, text: &[Glyph]) -> Vec<Range<usize>> {
        let mut lines: Vec<Range<usize>> = Vec::new();
        let mut line: Option<Range<usize>> = None;
        for cluster in self.clusters(text) {
            // 1. The open line takes the cluster if it still fits, if need be with squeezed signs. An empty line takes any.
            let room = self.room(lines.len());
            let joined = line.clone().unwrap_or(cluster.start..cluster.start).start..cluster.end;
            if line.is_none() || self.fits(&text[joined.clone()], room) {
                line = Some(joined);
            } else {
                // 2. Otherwise the open line is finished, and the cluster begins the next one.
                lines.extend(line.replace(cluster));
            }
            // 3. A cluster that is longer than a whole line, such as a long Latin word in a narrow cell, is cut until its rest
            // fits.
            while let Some(long) =
                line.clone().filter(|long| !self.fits(&text[long.clone()], self.room(lines.len())))
            {
                let Some(end) = self.forced_break(text, &long, self.room(lines.len())) else {
                    break;
                };
                lines.push(long.start..end);
                line = Some(end..long.end);
            }
        }
        // 4. What is left is the last line.
        lines.extend(line);
        lines
    }

    /// Where to break a stretch that has no place to break and is longer than a line: after as much as fits, and not
    /// before a closing sign if that can be helped. None where not even two characters would be parted.
    fn forced_break(&self, text: &[Glyph], long: &Range<usize>, room: f32) -> Option<usize> {
        let fits = |end: &usize| self.width_of(&text[long.start..*end]) <= room + TOLERANCE;
        let last = (long.start + 1..long.end).take_while(fits).last().unwrap_or(long.start + 1);
        let good =
            |end: &usize| !chars::is_closing(text[*end].char) && !chars::is_opening(text[*end - 1].char);
        let end = (long.start + 1..=last).rev().find(good).unwrap_or(last);
        (end < long.end).then_some(end)
    }

    fn room(&self, line: usize) -> f32 {
        self.width - self.indent(line)
    }

    fn indent(&self, line: usize) -> f32 {
        if line == 0 { self.first_indent } else { self.hanging_indent }
    }

    /// Whether the line has room for this, if need be with squeezed signs where it would end in a closing one.
    pub(super) fn fits(&self, line: &[Glyph], room: f32) -> bool {
        let line = without_end_spaces(line);
        let excess = self.width_of(line) - room;
        let ends_closing = line.last().is_some_and(|glyph| chars::is_closing(glyph.char));
        excess <= TOLERANCE || (ends_closing && excess <= self.give(line) + TOLERANCE)
    }

    /// How much narrower squeezing can make a line.
    fn give(&self, line: &[Glyph]) -> f32 {
        count(giving(line).count()) * self.style.size * self.style.pitch * HALF
    }

    pub(super) fn width_of(&self, glyphs: &[Glyph]) -> f32 {
        self.advances(without_end_spaces(glyphs)).sum()
    }

    /// How far each character of a line is from the next, before the line is squeezed or spread.
    fn advances(&self, line: &[Glyph]) -> impl Iterator<Item = f32> {
        line.iter().enumerate().map(|(index, glyph)| {
            let is_close = line.get(index + 1).is_some_and(|next| is_close_pair(glyph, next));
            self.advance(glyph) * if is_close { HALF } else { 1.0 }
        })
    }

    fn advance(&self, glyph: &Glyph) -> f32 {
        let natural = glyph.advance * self.style.size;
        if glyph.advance >= FULL_WIDTH { natural * self.style.pitch } else { natural }
    }

    /// A line of the text as a strip.
    fn strip(&self, text: &[Glyph], range: &Range<usize>) -> Strip {
        let line = without_end_spaces(&text[range.clone()]);
        let first = range.start == 0;
        let indent = self.indent(usize::from(!first));
        let slack = self.width - indent - self.width_of(line);
        let last = range.end == text.len();
        let x = match self.align {
            Align::Justify | Align::Left => indent,
            Align::Centre => indent + slack / 2.0,
            Align::Right => indent + slack,
        };
        // A line that is too long fits only because its signs can be squeezed; one that is too short is spread if both edges
        // are to be even. The last line of a paragraph is never spread.
        let mut advances: Vec<f32> = self.advances(line).collect();
        if slack < -TOLERANCE {
            squeeze(line, &mut advances, slack);
        } else if self.align == Align::Justify && !last {
            stretch(line, &mut advances, slack, &self.style, self.language);
        }
        let baseline = (self.style.line - self.style.size) / 2.0 + self.style.size * ASCENT;
        let x = if slack < -TOLERANCE { indent } else { x };
        Strip {
            height: self.style.line,
            drawing: Drawing { runs: self.runs(line, &advances, x, baseline), ..Drawing::default() },
        }
    }

    fn runs(&self, line: &[Glyph], advances: &[f32], x: f32, baseline: f32) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut x = x;
        for (glyph, advance) in line.iter().zip(advances) {
            if glyph.char == chars::JOINER {
                continue;
            }
            let size = self.style.size;
            let placed =
                Placed { id: glyph.id, char: glyph.char, advance: *advance, natural: glyph.advance * size };
            let alike = |run: &&mut Run| run.face == glyph.face && run.thickened == glyph.thickened;
            if let Some(run) = runs.last_mut().filter(alike) {
                run.glyphs.push(placed);
            } else {
                let Glyph { face, thickened, .. } = *glyph;
                let (role, glyphs) = (self.role, vec![placed]);
                runs.push(Run { face, thickened, size, x, y: baseline, glyphs, role, begins: false });
            }
            x += advance;
        }
        runs
    }
}

/// Lets the element begin with the first thing that is drawn.
fn as_one_element(mut lines: Vec<Strip>) -> Vec<Strip> {
    if let Some(run) = lines.iter_mut().flat_map(|line| &mut line.drawing.runs).next() {
        run.begins = true;
    }
    lines
}

/// How wide a text is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Extent {
    /// Never broken.
    pub whole: f32,
    /// Broken wherever it may be.
    pub part: f32,
    /// Broken between its phrases, apart from what is too long to stay whole.
    pub phrase: f32,
}

/// Whether a character stands alone on the last of several lines, or with no more than a sign.
pub(crate) fn ends_with_lone(lines: &[Range<usize>]) -> bool {
    lines.len() > 1 && lines.last().is_some_and(|line| line.len() <= 2)
}

fn without_end_spaces(line: &[Glyph]) -> &[Glyph] {
    let end = line.iter().rposition(|glyph| glyph.char != ' ').map_or(0, |last| last + 1);
    &line[..end]
}

/// Spreads the slack over a line's gaps: those between words where it has any and is Latin or in a Latin text, else those
/// beside Chinese characters too. A line that would be torn apart stays as it is.
fn stretch(line: &[Glyph], advances: &mut [f32], slack: f32, style: &Style, language: Language) {
    // 1. Decide which gaps may grow.
    let spaces = line.iter().any(|glyph| glyph.char == ' ');
    let only_latin = line.iter().all(|glyph| chars::is_latin(glyph.char));
    let between_words = spaces && (only_latin || language == Language::English);
    let gap = |pair: &[Glyph]| match pair {
        // The gap is before the joiner.
        [before, _] if before.char == chars::JOINER => false,
        [before, after] if between_words => before.char == ' ' && after.char != ' ',
        [before, after] => {
            !chars::is_latin(before.char) || !chars::is_latin(after.char) || before.char == ' '
        }
        _ => false,
    };
    let gaps: Vec<bool> = line.windows(2).map(gap).collect();
    // 2. Share the slack among them; leave the line as it is if a gap would grow too wide.
    let number = gaps.iter().filter(|gap| **gap).count();
    let wider = slack / count(number.max(1));
    if wider > style.size * if between_words { WIDEST_SPACE } else { WIDEST_GAP } {
        return;
    }
    for (advance, gap) in advances.iter_mut().zip(gaps) {
        if gap {
            *advance += wider;
        }
    }
}

#[cfg(test)]
mod tests;
