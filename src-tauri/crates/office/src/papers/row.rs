//! What there is to say of each kind of document. Whoever adds one fills in a [`Row`] in a file of its own.

use super::{
    matter::Matter,
    session::{Documents, Wanted},
};
use crate::errors::OfficeError;
use documents::Standing;
use procedure::round::Round;

/// Everything about one kind of document.
pub(super) struct Row {
    /// The kind's name, as hosts word it.
    pub name: &'static str,
    /// The file's name without its ending; for a document of a round, what follows the round's name.
    pub stem: &'static str,
    /// Which files it has.
    pub form: Form,
    /// Whether it is signed digitally where it is official.
    pub is_signed: bool,
    /// What it shows: the last act that changed any of it names the record at its foot.
    pub shows: &'static [Matter],
    /// Whether it is the session's or a round's, and how it is made.
    pub scope: Scope,
}

/// Which files a document has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Pages that leaders revise, or that go under the house's own letterhead: Word beside the PDF, and OFD.
    Letter,
    /// Pages that are signed and kept as they are: PDF and OFD.
    Report,
    /// Pages that are cut, folded or counted: PDF alone.
    Sheets,
    /// A spreadsheet, which has no pages and is never signed.
    Spreadsheet,
}

/// Whose a document is.
pub(super) enum Scope {
    /// The whole session's.
    Session(OfSession),
    /// Each round has one.
    Round(OfRound),
}

/// The bytes of a document; none where it can't be made yet.
pub(super) type Bytes = Result<Option<Vec<u8>>, OfficeError>;

/// How far a document may be relied on; none while it can't be made. One that is official is never made of what isn't final.
pub(super) type Status = Result<Option<Standing>, OfficeError>;

/// How a document of the whole session is made.
pub(super) struct OfSession {
    /// How far it may be relied on now.
    pub status: fn(&Documents<'_>) -> Status,
    /// Makes it.
    pub make: fn(&Documents<'_>, &Wanted) -> Bytes,
}

/// How a document of a round is made.
pub(super) struct OfRound {
    /// How far it may be relied on now.
    pub status: fn(&Documents<'_>, &Round) -> Status,
    /// Makes it.
    pub make: fn(&Documents<'_>, &Wanted, &Round) -> Bytes,
}
