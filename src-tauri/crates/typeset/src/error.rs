//! What can go wrong while text is set and written.

use messages::{CodeTable, coded_errors};

coded_errors! {
    /// Why a document can't be set. Nothing is ever printed in part.
    pub enum TypesetError {
        /// No font has these characters; the document would show a blank for them.
        MissingGlyph { characters: String } = "documents.missing-glyph",
        /// The fonts are in none of these places.
        FontsNotFound { places: String } = "documents.fonts-not-found",
        /// A font file can't be read, or is not a font.
        FontUnreadable { file: String, reason: String } = "documents.font-unreadable",
        /// A font file is not the one that was shipped.
        FontChanged { file: String } = "documents.font-changed",
        /// A text is too long for a QR code.
        QrTooLong { length: usize } = "documents.qr-too-long",
        /// A text does not fit the room it has on a slip or a card.
        TextTooLong { text: String } = "documents.text-too-long",
        /// The PDF could not be put together.
        PdfFailed { reason: String } = "documents.pdf-failed",
        /// The Word or OFD file could not be put together.
        FileFailed { reason: String } = "documents.file-failed",
    }
}

/// Every code of this crate, with the names of its facts.
pub const CODES: &[CodeTable] = &[TypesetError::CODES];
