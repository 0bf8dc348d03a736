//! The record's own files, in the form in which they are written: JSON without spaces, members in this order.

use ballot_box::SlipTag;
use serde::Serialize;
use std::collections::BTreeMap;

/// `manifest.json`
#[derive(Serialize)]
pub struct Manifest<'a> {
    /// Always [`super::FORMAT`].
    pub format: &'static str,
    /// The version of the format.
    pub version: u32,
    /// The program that made the record, with its version.
    pub program: &'static str,
    /// Every file but the manifest and its signature, in the package's order.
    pub files: Vec<Listed<'a>>,
}

/// A file that the manifest lists.
#[derive(Serialize)]
pub struct Listed<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its length in bytes.
    pub length: u32,
    /// SHA-256 of its bytes, in hex.
    pub sha256: &'a str,
}

/// `session.json`
#[derive(Serialize)]
pub struct Session {
    /// The station's Ed25519 public key, in hex.
    pub station: String,
    /// D, the delegates in office.
    pub delegates: u32,
    /// How many rounds there are.
    pub rounds: usize,
    /// How many entries the audit log has.
    pub entries: usize,
    /// The hash of its last entry, in hex.
    pub head: String,
}

/// A line of `log.jsonl`
#[derive(Serialize)]
pub struct LogLine<'a> {
    /// From 1.
    pub number: u32,
    /// The entry: JSON in a text, since just these bytes are hashed.
    pub entry: &'a str,
    /// In hex.
    pub hash: String,
    /// In hex.
    pub signature: String,
}

/// `rounds/N/slips.json`
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the members' names in the record")]
pub struct Slips {
    /// Slips made.
    pub slips: u32,
    /// Slots for paper ballots.
    pub paper: u32,
    /// I, slips and paper ballots handed out.
    pub issued: u32,
    /// Tags with which a ballot was cast, those of paper slots among them; sorted.
    pub spent: Vec<SlipTag>,
    /// Tags of slips that were not used.
    pub unused: Vec<SlipTag>,
    /// Tags of slips that were exchanged.
    pub cancelled: Vec<SlipTag>,
    /// Tags of paper slots that were not used.
    pub unused_paper: Vec<SlipTag>,
    /// The list that was committed to when the round was sealed, sorted by tag; none in version 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<ListedTag>>,
    /// The tokens of the spent slips, in hex, sorted; none in version 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<String>>,
}

/// A slip with the hash of its token, as it was committed to.
#[derive(Serialize)]
pub struct ListedTag {
    /// The slip's tag.
    pub tag: SlipTag,
    /// SHA-256 of its token, in hex; zeros for a slot that takes paper ballots.
    pub token_hash: String,
}

/// `rounds/N/void-paper.json`: how many paper ballots are void, by reason.
pub type VoidPaper = BTreeMap<String, u32>;

/// A line of `rounds/N/ballots.jsonl`
#[derive(Serialize)]
pub struct BallotLine {
    /// The tracking code that the voter saw.
    pub code: String,
    /// SHA-256 of the sealed ballot, in hex.
    pub hash: String,
    /// The sealed ballot, in base64.
    pub ballot: String,
}
