//! What can go wrong while a document is made.

use procedure::coded_errors;

coded_errors! {
    /// Why a document can't be made. Nothing is ever printed in part.
    pub enum DocumentError {
        /// No font has these characters; the document would show a blank for them.
        MissingGlyph { characters: String } = "documents.missing-glyph",
        /// The fonts are in none of these places.
        FontsNotFound { places: String } = "documents.fonts-not-found",
        /// A font file can't be read, or is not a font.
        FontUnreadable { file: String, reason: String } = "documents.font-unreadable",
        /// A font file is not the one that was shipped.
        FontChanged { file: String } = "documents.font-changed",
        /// There is nothing to print: no candidate, row, slip or card row.
        Empty = "documents.empty",
        /// Figures that must add up don't. The place names the figures, and the candidate where it is one's.
        SumsDiffer { place: String } = "documents.sums-differ",
        /// A text is too long for a QR code.
        QrTooLong { length: usize } = "documents.qr-too-long",
        /// A text does not fit the room it has on a slip or a card.
        TextTooLong { text: String } = "documents.text-too-long",
        /// The candidates do not fit the two sides of a paper ballot, set as small as can be read. A ballot is one sheet: it is
        /// counted by sheets, and nothing of it can come apart.
        BallotFull { candidates: usize } = "documents.ballot-full",
        /// The PDF could not be put together.
        PdfFailed { reason: String } = "documents.pdf-failed",
    }
}
