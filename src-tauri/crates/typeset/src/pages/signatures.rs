//! Places to sign: a rule to write on, and under it the name of who signs.

use crate::{
    TypesetError,
    drawing::{Drawing, Run, Strip},
    fonts::{Fonts, Voice},
    measure::count,
    text::{
        paragraph::Paragraph,
        style::{Align, Style},
    },
};
use messages::Language;

/// Places side by side, where the names leave room for so many.
const PLACES: usize = 4;
/// The room to write in, above the rule.
const ROOM: f32 = 28.0;
/// The gap between two places.
const GAP: f32 = 12.0;
/// The gap between a label and the first place.
const LABEL_GAP: f32 = 6.0;
/// The gap between a rule and the words beside it.
const BESIDE: f32 = 3.0;
/// A rule's thickness.
const RULE: f32 = 0.6;
/// The size of the printed names.
const NAME_SIZE: f32 = 10.5;
/// The height of a line of a printed name.
const NAME_LINE: f32 = 14.0;

/// How places to sign are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Signatures {
    pub language: Language,
    pub width: f32,
    /// The width of the column of labels.
    pub label_width: f32,
    pub label_size: f32,
}

impl Signatures {
    /// One place a name, under one label. Long names have wider places, fewer side by side.
    pub fn set(&self, fonts: &Fonts, label: &str, names: &[String]) -> Result<Vec<Strip>, TypesetError> {
        let mut widest: f32 = 0.0;
        for name in names {
            widest = widest.max(self.name_paragraph(self.width).extent(fonts, name)?.whole);
        }
        let places = (2..=PLACES).rev().find(|places| widest <= self.place(*places)).unwrap_or(1);
        let rows = names.chunks(places).enumerate();
        rows.map(|(index, names)| self.row(fonts, if index == 0 { label } else { "" }, names, places))
            .collect()
    }

    /// The width of one of so many places side by side.
    fn place(&self, places: usize) -> f32 {
        (self.width - self.label_width - GAP * (count(places) - 1.0)) / count(places)
    }

    fn row(
        &self,
        fonts: &Fonts,
        label: &str,
        names: &[String],
        places: usize,
    ) -> Result<Strip, TypesetError> {
        let mut drawing = Drawing::default();
        drawing.add(self.label(fonts, label)?, 0.0, ROOM - self.label_size * 1.2);
        let place = self.place(places);
        let mut height = ROOM + NAME_LINE;
        for (index, name) in names.iter().enumerate() {
            let x = self.label_width + count(index) * (place + GAP);
            drawing.level_rule(x, ROOM, place, RULE);
            let lines = self.name_paragraph(place).set_balanced(fonts, name)?;
            height = height.max(ROOM + 2.0 + count(lines.len()) * NAME_LINE);
            for (line_index, line) in lines.into_iter().enumerate() {
                drawing.add(line.drawing, x, ROOM + 2.0 + count(line_index) * NAME_LINE);
            }
        }
        Ok(Strip { height: height + 4.0, drawing })
    }

    fn name_paragraph(&self, width: f32) -> Paragraph {
        Paragraph::new(Style::plain(Voice::Body, NAME_SIZE, NAME_LINE), self.language, Align::Centre, width)
    }

    /// The label. Chinese ones are spread to one width, so that their colons stand below each other.
    fn label(&self, fonts: &Fonts, label: &str) -> Result<Drawing, TypesetError> {
        let lines = self.label_paragraph().set(fonts, label)?;
        let mut drawing = lines.into_iter().next().map(|line| line.drawing).unwrap_or_default();
        if self.language == Language::Chinese {
            let natural = self.label_paragraph().extent(fonts, label)?.whole;
            drawing
                .runs
                .iter_mut()
                .take(1)
                .for_each(|run| spread(run, self.label_width - LABEL_GAP - natural));
        }
        Ok(drawing)
    }

    fn label_paragraph(&self) -> Paragraph {
        let style = Style::plain(Voice::Body, self.label_size, self.label_size * 1.2);
        Paragraph::new(style, self.language, Align::Left, self.width)
    }

    /// Wide enough a column for these labels.
    pub fn fitting(self, fonts: &Fonts, labels: &[&str]) -> Result<Self, TypesetError> {
        let mut label_width: f32 = 0.0;
        for label in labels {
            label_width = label_width.max(self.label_paragraph().extent(fonts, label)?.whole + LABEL_GAP);
        }
        Ok(Self { label_width, ..self })
    }

    /// A label and parts to fill in by hand: rules of these widths, or narrower ones where the line would be too long, each
    /// followed by its word. Also gives the whole width.
    pub fn blanks(
        &self,
        fonts: &Fonts,
        label: &str,
        parts: &[(f32, &str)],
    ) -> Result<(Strip, f32), TypesetError> {
        let mut drawing = Drawing::default();
        let y = ROOM - self.label_size * 1.2;
        drawing.add(self.label(fonts, label)?, 0.0, y);
        let mut x = self.label_width;
        let paragraph = self.label_paragraph();
        let words: Vec<f32> = parts
            .iter()
            .map(|(_, word)| Ok(paragraph.extent(fonts, word)?.whole + BESIDE))
            .collect::<Result<_, TypesetError>>()?;
        let rules: f32 = parts.iter().map(|(width, _)| width).sum();
        let room = self.width - x - words.iter().sum::<f32>() - count(parts.len()) * BESIDE;
        let narrower = (room / rules).min(1.0);
        for ((width, word), word_width) in parts.iter().zip(words) {
            let width = width * narrower;
            drawing.level_rule(x, ROOM, width, RULE);
            x += width + BESIDE;
            for line in paragraph.set(fonts, word)? {
                drawing.add(line.drawing, x, y);
            }
            x += word_width;
        }
        Ok((Strip { height: ROOM + 6.0, drawing }, x))
    }
}

/// Spreads the slack over the gaps between a label's characters; its colon stays at the last of them.
fn spread(run: &mut Run, slack: f32) {
    let gaps = run.glyphs.len().saturating_sub(2);
    if slack > 0.0 && gaps > 0 {
        run.glyphs.iter_mut().take(gaps).for_each(|glyph| glyph.advance += slack / count(gaps));
    }
}
