//! What can go wrong while a document is made.

use messages::{CodeTable, coded_errors, one_of_coded_errors};
use typeset::TypesetError;

coded_errors! {
    /// Why a content makes no document.
    pub enum ContentError {
        /// There is nothing to print: no candidate, row, slip or card row.
        Empty = "documents.empty",
        /// Figures that must add up don't. The place names the figures, and the candidate where it is one's.
        SumsDiffer { place: String } = "documents.sums-differ",
        /// The candidates do not fit the two sides of a paper ballot, set as small as can be read. A ballot is one sheet: it is
        /// counted by sheets, and nothing of it can come apart.
        BallotFull { candidates: usize } = "documents.ballot-full",
    }
}

one_of_coded_errors! {
    /// Why a document can't be made. Nothing is ever printed in part.
    pub enum DocumentError {
        /// What it should say makes no document.
        Content(ContentError),
        /// It can't be set or written.
        Setting(TypesetError),
    }
}

/// Every code of this crate, with the names of its facts.
pub const CODES: &[CodeTable] = &[ContentError::CODES];
