//! The record's files as they are read. Each says what it may hold; whether that is true is for the checks to say.

use crate::json::Members;
use procedure::{
    account::{Account, AccountError},
    count::{Ballots, Delegates, Issued},
    number::CandidateNumber,
    outcome::VoidReason,
};
use serde::{Deserialize, Serialize};

/// `manifest.json`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub format: String,
    pub version: u32,
    pub program: String,
    pub files: Vec<Listed>,
}

/// A file that the manifest lists.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    pub name: String,
    pub length: u32,
    pub sha256: String,
}

/// `session.json`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    pub station: String,
    pub delegates: u32,
    pub rounds: u32,
    pub entries: u32,
    pub head: String,
}

/// `profile.json`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    pub congress: String,
    pub session: String,
    pub level: String,
    pub year: i32,
    pub presidium: String,
    pub language: String,
    pub training: bool,
    pub chief: String,
    pub scrutineers: Vec<String>,
    pub threshold: u32,
    pub tellers: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<Keys>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub texts: Option<DocumentTexts>,
}

/// How the session's keys come about; where nothing is said they are dealt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keys {
    Distributed,
}

/// What the session words itself in its documents: part of what the log hashed, and of no check's meaning.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentTexts {
    pub place: String,
    pub measure_purpose: String,
    pub resolution_number: String,
    pub resolution_preamble: String,
    pub resolution_signer: String,
    pub announcement_number: String,
}

/// A line of `log.jsonl`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogLine {
    pub number: u32,
    pub entry: String,
    pub hash: String,
    pub signature: String,
}

/// `rounds/N/state.json` of a finished round.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    Announced(Announced),
    Void(Void),
}

impl State {
    /// The contest of the round.
    pub const fn contest(&self) -> &procedure::contest::Contest {
        match self {
            Self::Announced(announced) => &announced.counted.closed.contest,
            Self::Void(void) => &void.contest,
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the members' names in the record")]
pub struct Announced {
    pub counted: Counted,
    pub signatures: Signatures,
    pub announced_on: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    pub closed: Closed,
    pub void: u32,
    pub totals: Vec<Total>,
    pub drawn: Vec<CandidateNumber>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    pub contest: procedure::contest::Contest,
    pub sealing: Sealing,
    pub closing: Closing,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealing {
    pub digest: String,
    pub key_fingerprint: String,
    pub cards: u32,
    pub threshold: u32,
    pub slips: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    pub present: u32,
    pub issued: u32,
    pub collected: u32,
    pub root: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    #[serde(rename = "id")]
    pub number: CandidateNumber,
    pub approve: u32,
    pub oppose: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatures {
    pub chief: String,
    pub scrutineers: Vec<String>,
    pub tellers: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Void {
    pub contest: procedure::contest::Contest,
    pub ended: Ended,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Ended {
    AtCheckIn { present: u32 },
    AtCount { reason: String, account: Figures },
    ByDecision { state: String, statement: String, figures: Figures },
}

/// A round's account as its state has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// D, the delegates in office.
    pub delegates: u32,
    /// P, the delegates who were present.
    pub present: u32,
    /// I, slips and paper ballots handed out.
    pub issued: u32,
    /// C, ballots collected.
    pub collected: u32,
    /// X, those of them that are void.
    pub void: u32,
}

impl Figures {
    /// Returns the figures as the rules take them, fails if they contradict each other.
    pub fn checked(self) -> Result<Account, AccountError> {
        let Self { delegates, present, issued, collected, void } = self;
        Account::try_from(procedure::account::Figures {
            delegates: Delegates(delegates),
            present: Delegates(present),
            issued: Issued(issued),
            collected: Ballots(collected),
            void: Ballots(void),
        })
    }
}

/// `rounds/N/key.json`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the members' names in the record")]
pub struct Key {
    pub params: Params,
    pub shared_key: String,
    pub participant_keys: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Params {
    pub shares: u32,
    pub threshold: u32,
}

/// `rounds/N/key-holders.json`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyHolders {
    pub ceremony: String,
    pub holders: Vec<KeyHolder>,
}

/// A holder's part in a distributed key.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyHolder {
    pub name: String,
    pub signing_key: String,
    pub sealing_key: String,
    pub commitment: String,
    pub contribution: Contribution,
    pub signature: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    pub polynomial: Vec<String>,
    pub proof_of_possession: Possession,
    pub opening: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Possession {
    pub challenge: String,
    pub responses: Vec<String>,
}

/// `rounds/N/void-paper.json`: ballots by reason.
pub type VoidPaper = Members<u32>;

/// `rounds/N/slips.json`; `list` and `tokens` are there since version 2.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the members' names in the record")]
pub struct Slips {
    pub slips: u32,
    pub paper: u32,
    pub issued: u32,
    pub spent: Vec<String>,
    pub unused: Vec<String>,
    pub cancelled: Vec<String>,
    pub unused_paper: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<ListedTag>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<String>>,
}

/// A slip with the hash of its token, as it was committed to when the round was sealed.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedTag {
    pub tag: String,
    pub token_hash: String,
}

/// A line of `rounds/N/ballots.jsonl`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotLine {
    pub code: String,
    pub hash: String,
    pub ballot: String,
}

/// `rounds/N/encrypted-totals.json`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EncryptedTotals {
    pub ballots: u64,
    pub approve: Vec<Ciphertext>,
    pub oppose: Vec<Ciphertext>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ciphertext {
    pub random_element: String,
    pub blinded_element: String,
}

/// A line of `rounds/N/shares.jsonl`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    pub holder: u32,
    pub parts: Vec<SharePart>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharePart {
    pub share: SharedElement,
    pub proof: LogEquality,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedElement {
    pub dh_element: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogEquality {
    pub challenge: String,
    pub response: String,
}

/// What is shown of `outcome.json`; that it is the outcome to the byte is a check's matter.
#[derive(Debug, Deserialize)]
pub struct OutcomeText {
    pub reason: Option<VoidReason>,
    pub threshold: Option<u32>,
    pub adopted: Vec<CandidateNumber>,
    pub ranking: Vec<RankedText>,
}

/// A candidate in the ranking of `outcome.json`.
#[derive(Debug, Deserialize)]
pub struct RankedText {
    #[serde(rename = "id")]
    pub number: CandidateNumber,
    pub approve: u32,
    pub oppose: u32,
    pub abstain: u32,
}
