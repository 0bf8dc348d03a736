//! The making of a distributed key and its holders' part in the count, as the log says it.

use procedure::number::RoundNumber;
use serde::{Deserialize, Serialize};

/// Holders were invited to make the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeysInvited {
    /// The holders' names, in the order of their numbers.
    pub names: Vec<String>,
    /// How many of them open totals.
    pub threshold: u32,
    /// The hash of the invitation's file, in hex.
    pub file: String,
}

/// A holder's file was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFileTaken {
    /// The kind of the file.
    pub kind: String,
    /// The holder's number.
    pub holder: u32,
    /// The holder's name.
    pub name: String,
    /// The file's hash, in hex.
    pub file: String,
}

/// All holders have confirmed the key: it is the session's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeysMade {
    /// Names the key.
    pub key: String,
    /// The digest over all holders' names and keys, in hex.
    pub holders: String,
    /// How many holders open totals.
    pub threshold: u32,
}

/// The closed box was written for the holders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyBoxWritten {
    /// The round.
    pub round: RoundNumber,
    /// The box's root.
    pub root: String,
    /// The file's hash, in hex.
    pub file: String,
}

/// A holder's share of a round's totals was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningTaken {
    /// The round.
    pub round: RoundNumber,
    /// The holder's number.
    pub holder: u32,
    /// The holder's name.
    pub name: String,
    /// The file's hash, in hex.
    pub file: String,
}
