//! What every document names: whose it is, in which language, and how far it may be relied on.

use messages::Language;
use procedure::rules::Body;
use serde::{Deserialize, Serialize};

/// How far a document may be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// 草稿: may still change.
    Draft,
    /// 非正式: right, but not to be signed or stamped.
    Unofficial,
    /// 正式: to be signed and stamped.
    Official,
}

/// What every document names: whose it is, and how far it may be relied on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The congress' full name, such as 南昌市人民代表大会.
    pub congress: String,
    /// The session, such as 第一次会议.
    pub session: String,
    /// The year whose projects are decided.
    pub year: i32,
    /// The document's language; names stay as they were entered.
    pub language: Language,
    /// Who votes.
    pub body: Body,
    /// How far the document may be relied on; named at the foot of each page.
    pub standing: Standing,
    /// Whether it comes from an exercise (演练): then each page is marked, at the head and at the foot.
    pub training: bool,
    /// The entry of the log that the document rests on, shown on the last page; its hash as a QR code too.
    pub record: Option<LogEntry>,
}

/// An entry of the log: by it whoever holds the paper finds in the record what the paper rests on, and what was done since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// Its number, from 1.
    pub number: u32,
    /// Its hash, in hex.
    pub hash: String,
}
