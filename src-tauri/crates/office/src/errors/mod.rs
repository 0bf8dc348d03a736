//! What can go wrong in the office: an enum a part of it, and one that gathers them.

mod acts;
mod export;
mod keys;
mod remote_kiosks;
mod store;

pub use acts::ActsError;
pub use export::RecordError;
pub use keys::KeysError;
pub use remote_kiosks::KioskError;
pub use store::{ContentError, StoreError};

use ballot_box::BallotBoxError;
use documents::DocumentError;
use key_holders::{CeremonyError, KeyFileError, KeyHolderError};
use kiosk_files::KioskFileError;
use messages::one_of_coded_errors;
use package::PackageError;
use procedure::{
    account::AccountError,
    candidate::CandidateListError,
    roster::RosterError,
    round::{ActError, Refused, RoundError},
    slate::SlateError,
    tally::TallyError,
    turn::TurnError,
};
use session_model::{PaperBallotError, ProfileError, ZoneError};
use signed_file::{FileError, PinError};
use signing::DetachedError;

one_of_coded_errors! {
    /// A refused act of office.
    pub enum OfficeError {
        /// The act isn't possible now, or not by this person.
        Acts(ActsError),
        /// The session's file.
        Store(StoreError),
        /// The session's profile.
        Profile(ProfileError),
        /// The roster.
        Roster(RosterError),
        /// The candidate list.
        List(CandidateListError),
        /// The round.
        Round(RoundError),
        /// A slip, a key card, a sealed ballot or an opening.
        Box(BallotBoxError),
        /// A document.
        Document(DocumentError),
        /// A spreadsheet.
        Spreadsheet(sheets::SpreadsheetError),
        /// The station's signature of a file.
        Signature(DetachedError),
        /// Remote kiosks.
        Kiosk(KioskError),
        /// A zone.
        Zone(ZoneError),
        /// A distributed key, at the station.
        Keys(KeysError),
        /// A file that travels between the station and its key holders.
        KeyHolders(KeyHolderError),
        /// A file that travels between stations and kiosks.
        KioskFile(KioskFileError),
        /// A batch of paper ballots.
        PaperBallot(PaperBallotError),
        /// A PIN.
        Pin(PinError),
        /// A record.
        Record(RecordError),
        /// The package of a record.
        Package(PackageError),
        /// The number of a round.
        Turn(TurnError),
    }
}

impl<S> From<Refused<S>> for OfficeError {
    fn from(refused: Refused<S>) -> Self {
        Self::Round(refused.error)
    }
}

macro_rules! through_round {
    ($($error:ty),*) => { $(
        impl From<$error> for OfficeError {
            fn from(error: $error) -> Self {
                Self::Round(error.into())
            }
        }
    )* };
}

through_round!(ActError, SlateError, AccountError, TallyError);

impl From<CeremonyError> for OfficeError {
    fn from(error: CeremonyError) -> Self {
        Self::KeyHolders(error.into())
    }
}

impl From<KeyFileError> for OfficeError {
    fn from(error: KeyFileError) -> Self {
        Self::KeyHolders(error.into())
    }
}

macro_rules! through_store {
    ($($error:ty),*) => { $(
        impl From<$error> for OfficeError {
            fn from(error: $error) -> Self {
                Self::Store(error.into())
            }
        }
    )* };
}

through_store!(FileError, ContentError);
