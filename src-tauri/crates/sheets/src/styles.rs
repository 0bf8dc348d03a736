//! Styles of cells: how numbers are shown, and what is struck through.

use crate::{FileProblem, formats::Format, zipped::damaged};
use std::{collections::BTreeMap, rc::Rc};

/// Styles, fonts and formats at the most, somewhat above what spreadsheets write.
const MOST: usize = 70_000;

/// As much of a cell's style as says what a person sees.
#[derive(Debug, Clone)]
pub(crate) struct Style {
    pub(crate) format: Rc<Format>,
    pub(crate) struck: bool,
}

/// What a workbook says of styles, each kind in the order by which others refer to it.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    /// The workbook's own formats, and those of the built-in ones that its styles use.
    formats: BTreeMap<u32, Rc<Format>>,
    /// For each font whether it strikes through.
    fonts: Vec<bool>,
    cells: Vec<Style>,
}

impl Styles {
    /// Takes a format of the workbook's own.
    pub(crate) fn format(&mut self, id: u32, code: &str) {
        self.formats.insert(id, Rc::new(Format::of(code)));
    }

    /// Takes the next font.
    pub(crate) fn font(&mut self, struck: bool) {
        self.fonts.push(struck);
    }

    /// Says of the last font whether it strikes through.
    pub(crate) fn strike(&mut self, struck: bool) {
        if let Some(last) = self.fonts.last_mut() {
            *last = struck;
        }
    }

    /// Takes the next style, of this format and this font.
    pub(crate) fn style(&mut self, format: u32, font: usize) {
        let built_in = || Rc::new(Format::built_in(format));
        let format = Rc::clone(self.formats.entry(format).or_insert_with(built_in));
        self.cells.push(Style { format, struck: self.fonts.get(font).copied().unwrap_or(false) });
    }

    /// The style that cells refer to by this number.
    pub(crate) fn get(&self, place: usize) -> Option<&Style> {
        self.cells.get(place)
    }

    /// Fails if this part has more of anything than spreadsheets write.
    pub(crate) fn check(&self, part: &str) -> Result<(), FileProblem> {
        let most = self.cells.len().max(self.fonts.len()).max(self.formats.len());
        if most > MOST { Err(damaged(part, "has too many styles")) } else { Ok(()) }
    }
}
