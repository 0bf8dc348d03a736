//! A key holder's own computer: what is kept there, the part that is open, and the files that it takes.
//!
//! Nothing here belongs to a session. Secrets never cross to a window: it is told what to compare and what to do next.

use super::declared;
use key_holders::HolderStep;
use procedure::number::RoundNumber;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `holder_parts`: the parts of keys that are kept on this computer.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HolderParts {
    /// The part that is open, if one is.
    pub open: Option<HeldPart>,
    /// The parts, the one changed last first.
    pub parts: Vec<KeptPart>,
    /// Their folder.
    pub folder: String,
}

/// A part of a key as it is kept: sealed, so that neither the session nor the holder is known before the passphrase.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptPart {
    /// The ceremony's name, in hex.
    pub id: String,
    /// When it was changed last, in this computer's time; none where the disk doesn't tell.
    pub changed: Option<String>,
}

/// An invitation, looked at.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InvitationFound {
    /// The congress.
    pub congress: String,
    /// Which session of it.
    pub session: String,
    /// How many holders open totals.
    pub threshold: u32,
    /// The holders' names, in the order of their numbers.
    pub holders: Vec<String>,
    /// Names just this file.
    pub seen: String,
}

/// `join_key_ceremony`: a holder joins, with a passphrase that seals what this computer keeps.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JoinKeyCeremony {
    /// The invitation's path.
    pub file: String,
    /// The invitation that was looked at.
    pub seen: String,
    /// Which of the holders it is, from 1.
    pub holder: u32,
    /// The passphrase, twelve characters or more.
    pub passphrase: String,
    /// Where the file for the station is written; empty for beside the one that was read.
    pub folder: String,
}

/// `open_part`: opens what is kept.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenPart {
    /// Which.
    pub id: String,
    /// Its passphrase.
    pub passphrase: String,
}

/// The part of a key that is open on this computer.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HeldPart {
    /// The ceremony's name, in hex.
    pub id: String,
    /// The congress.
    pub congress: String,
    /// Which session of it.
    pub session: String,
    /// The holder's number, from 1.
    pub holder: u32,
    /// The holder's name.
    pub name: String,
    /// How many holders open totals.
    pub threshold: u32,
    /// The names of all holders.
    pub holders: Vec<String>,
    /// The last step that was done.
    pub step: PartStep,
    /// The finished key's fingerprint, in groups as papers have it; empty before.
    pub fingerprint: Vec<String>,
    /// The round whose box was counted last; none before the first.
    #[ts(as = "Option<declared::RoundNumber>")]
    pub counted: Option<RoundNumber>,
}

/// How far a holder has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PartStep {
    /// They have joined; the list of all holders is due.
    Joined,
    /// They have made their part public; those of all are due.
    Contributed,
    /// They have sealed a share for each other holder; the shares of all are due.
    Shared,
    /// They have their share of the key; a closed box is due.
    Holding,
    /// They have counted a round's box; that of a further round may come.
    Counted,
}

impl From<HolderStep> for PartStep {
    fn from(step: HolderStep) -> Self {
        match step {
            HolderStep::Joined => Self::Joined,
            HolderStep::Contributed => Self::Contributed,
            HolderStep::Shared => Self::Shared,
            HolderStep::Holding => Self::Holding,
            HolderStep::Counted => Self::Counted,
        }
    }
}

/// A step that was done: the part as it is now, and the file for the station.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartWritten {
    /// The part.
    pub part: HeldPart,
    /// The file's path.
    pub path: String,
}

/// The list of all holders, looked at before its digest is compared.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HoldersFound {
    /// The holders' names, in the order of their numbers.
    pub holders: Vec<String>,
    /// The digest as it is read aloud: eight groups of five digits.
    pub spoken: String,
    /// Names just this file.
    pub seen: String,
}

/// `confirm_holders` and `count_closed_box`: a file that was looked at, with the digits that were heard.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HeardFile {
    /// The file's path.
    pub file: String,
    /// The file that was looked at.
    pub seen: String,
    /// The digits as they were read aloud.
    pub spoken: String,
    /// Where the file for the station is written; empty for beside the one that was read.
    pub folder: String,
}

/// `share_part` and `finish_part`: a file that is checked by the computer alone.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakeFile {
    /// The file's path.
    pub file: String,
    /// Where the file for the station is written; empty for beside the one that was read.
    pub folder: String,
}

/// `write_part_file`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartFolder {
    /// Where the file for the station is written.
    pub folder: String,
}

/// A closed box, looked at before it is counted. Its root isn't shown: the holder hears it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BoxFound {
    /// The round.
    #[ts(as = "declared::RoundNumber")]
    pub round: RoundNumber,
    /// How many ballots it has.
    pub ballots: u32,
    /// Names just this file.
    pub seen: String,
}
