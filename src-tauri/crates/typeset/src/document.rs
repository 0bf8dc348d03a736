//! A whole document, and what becomes of it.

use crate::{
    TypesetError,
    blocks::Block,
    fonts::Fonts,
    frames::Canvas,
    pages::{Fit, Fitted, Furniture, furnish, pages},
    styles::Styles,
    writers::{
        About, ofd,
        pdf::Writer,
        word::{self, Source},
    },
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

/// What a document becomes.
#[derive(Clone, Copy)]
pub struct Output<'a> {
    /// What its texts are set in.
    pub fonts: &'a Fonts,
    /// What kind of file.
    pub format: Format,
}

/// What kind of file a document becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Pages as they are printed, for the record.
    Pdf,
    /// The same pages as OFD (GB/T 33190-2016), for archives and exchange.
    Ofd,
    /// Text that flows and is revised, for Word.
    Word,
}

/// Where nothing else is asked for, a document becomes a PDF.
impl<'a> From<&'a Fonts> for Output<'a> {
    fn from(fonts: &'a Fonts) -> Self {
        Self { fonts, format: Format::Pdf }
    }
}

impl Output<'_> {
    /// The document as a file of this format.
    ///
    /// # Errors
    ///
    /// Where a character has no glyph, a text has no room, or the file can't be put together.
    pub fn of(self, document: Document) -> Result<Vec<u8>, TypesetError> {
        let Self { fonts, format } = self;
        let Document { about, furniture, styles, fit, blocks } = document;
        let Fitted { styles, mut pages } = pages(fonts, styles, fit, &blocks)?;
        match format {
            Format::Word => {
                let (about, furniture, styles) = (&about, &furniture, &styles);
                word::write(fonts, Source { about, furniture, styles, blocks: &blocks })
            }
            Format::Ofd => {
                furnish(fonts, &furniture, &mut pages)?;
                ofd::write(fonts, &about, &pages)
            }
            Format::Pdf => {
                furnish(fonts, &furniture, &mut pages)?;
                let mut file = Writer::new(fonts, about, 1);
                for page in pages {
                    file.add(&page);
                }
                file.finish()
            }
        }
    }
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
