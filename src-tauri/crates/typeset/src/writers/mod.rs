//! Files made of pages. Each writer takes what is drawn where; one for a word processor would take the blocks.

pub(crate) mod pdf;

use messages::Language;

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
