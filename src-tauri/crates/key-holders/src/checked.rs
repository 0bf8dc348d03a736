//! A file by itself, for whoever wants to know what it is: nothing of the ceremony that it belongs to is known.

use crate::{
    closed_box::{ClosedBox, Opening},
    contributions::{ContributionFile, GatheredFile},
    error::KeyFileError,
    file::{self, Kind, kind_of},
    finished::Confirmation,
    roster::{Invitation, Joining, RosterFile},
    shares::SharesFile,
};
use serde::{Serialize, de::DeserializeOwned};

/// A file whose form and signature hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedFile {
    /// What it is.
    pub kind: Kind,
    /// Whose signature it has.
    pub signer: [u8; 32],
    /// SHA-256 over the whole of it, which names it.
    pub hash: [u8; 32],
}

/// Checks a file's form, signature and content. Whether its signer is who it should be is not known here.
pub fn check_file(text: &str) -> Result<CheckedFile, KeyFileError> {
    let kind = kind_of(text)?;
    match kind {
        Kind::Invitation => checked::<Invitation>(kind, text),
        Kind::Joining => checked::<Joining>(kind, text),
        Kind::Roster => checked::<RosterFile>(kind, text),
        Kind::Contribution => checked::<ContributionFile>(kind, text),
        Kind::Contributions | Kind::AllShares => checked::<GatheredFile>(kind, text),
        Kind::Shares => checked::<SharesFile>(kind, text),
        Kind::Confirmation => checked::<Confirmation>(kind, text),
        Kind::ClosedBox => checked::<ClosedBox>(kind, text),
        Kind::Opening => checked::<Opening>(kind, text),
    }
}

fn checked<T: Serialize + DeserializeOwned>(kind: Kind, text: &str) -> Result<CheckedFile, KeyFileError> {
    let signed = file::read::<T>(kind, text)?;
    Ok(CheckedFile { kind, signer: signed.signer, hash: signed.hash })
}
