//! Files made of documents: PDF and OFD of what is drawn where on pages, Word of the blocks themselves.

mod container;
pub(crate) mod ofd;
pub(crate) mod pdf;
pub(crate) mod word;
mod xml;

use messages::Language;

/// Which program wrote a file, as its properties show it.
const PRODUCER: &str = concat!("Piaojue ", env!("CARGO_PKG_VERSION"));

/// What is drawn around thickened characters, by their size: the light 宋 then stands beside the black one.
const THICKENED: f32 = 0.04;

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The document's title.
    pub title: String,
    /// Whose it is.
    pub author: String,
    /// In which it is written.
    pub language: Language,
    /// What a QR code is called, for readers who can't see it.
    pub figure: String,
}
