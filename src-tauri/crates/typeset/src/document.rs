//! A whole document, and what becomes of it.

use crate::{
    TypesetError,
    blocks::Block,
    fonts::Fonts,
    frames::Canvas,
    pages::{Fit, Furniture, furnish, pages},
    styles::Styles,
    writers::{About, pdf::Writer},
};

/// A document that isn't set yet: all that any writer needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What the file says of itself.
    pub about: About,
    /// What stands on every page around the text.
    pub furniture: Furniture,
    /// From which the styles of its texts follow.
    pub styles: Styles,
    /// What is tried so that it takes fewer pages.
    pub fit: Fit,
    /// In reading order.
    pub blocks: Vec<Block>,
}

/// The document as PDF.
///
/// # Errors
///
/// Where a character has no glyph, a text has no room, or the file can't be put together.
pub fn pdf(fonts: &Fonts, document: Document) -> Result<Vec<u8>, TypesetError> {
    let mut pages = pages(fonts, document.styles, document.fit, &document.blocks)?;
    furnish(fonts, &document.furniture, &mut pages)?;
    let mut file = Writer::new(fonts, document.about, 1);
    for page in pages {
        file.add(&page);
    }
    file.finish()
}

/// A PDF of pages whose texts have fixed places; each is written as soon as it is there.
pub struct Leaves<'a>(Writer<'a>);

impl<'a> Leaves<'a> {
    /// A file in which all pages are there this many times.
    #[must_use]
    pub fn new(fonts: &'a Fonts, about: About, copies: u32) -> Self {
        Self(Writer::new(fonts, about, copies))
    }

    /// Adds a page.
    pub fn add(&mut self, page: &Canvas) {
        self.0.add(page.drawing());
    }

    /// Writes the rest and returns the file's bytes.
    ///
    /// # Errors
    ///
    /// Where the file can't be put together.
    pub fn finish(self) -> Result<Vec<u8>, TypesetError> {
        self.0.finish()
    }
}
