//! The kiosk: one delegate at a time. What a delegate chooses crosses to the window that shows it, and goes nowhere else.

use super::{Language, Problem, TwoPersons, ZoneName, declared};
use procedure::number::{CandidateNumber, KioskNumber, RoundNumber};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `kiosk_status`: what the kiosk shows when nobody votes.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KioskStatus {
    /// What can be done.
    pub phase: KioskPhase,
    /// The congress; empty while no session is open.
    pub congress: String,
    /// Which session of it.
    pub session: String,
    /// The round's number; none before the first.
    #[ts(as = "Option<declared::RoundNumber>")]
    pub round: Option<RoundNumber>,
    /// Whether the session is for training.
    pub training: bool,
    /// The kiosk's number; none for the station's own.
    #[ts(as = "Option<declared::KioskNumber>")]
    pub number: Option<KioskNumber>,
    /// The zone whose slips it takes; none where all slips are of one zone, and at the station.
    pub zone: Option<ZoneName>,
    /// The language that the kiosk starts in.
    pub language: Language,
    /// Seconds without a touch after which the kiosk asks whether somebody is still there.
    pub idle_seconds: u32,
    /// Seconds to answer before the screen is cleared.
    pub warning_seconds: u32,
}

/// What the kiosk can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KioskPhase {
    /// The poll isn't open yet.
    NotOpen,
    /// A slip can be used.
    Open,
    /// The poll is suspended.
    Suspended,
    /// The poll is closed.
    Closed,
    /// Many wrong codes came in a row: an operator must come.
    Locked,
}

/// `kiosk_admit`: a slip's code as scanned or typed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Admit {
    /// The code.
    pub code: String,
}

/// What a slip's code opens.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "answer")]
pub enum Admission {
    /// A ballot.
    #[serde(rename = "ballot")]
    Ballot {
        /// The ballot.
        ballot: BallotView,
    },
    /// Nothing.
    #[serde(rename = "refused")]
    Refused {
        /// Why.
        reason: RefusedReason,
        /// What the code lacks, where it was mistyped.
        problem: Problem,
    },
    /// Many wrong codes came in a row.
    #[serde(rename = "locked")]
    Locked,
}

/// Why a slip's code opens nothing; each has its own sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RefusedReason {
    /// The code can't be one: a character is missing or wrong.
    Mistyped,
    /// No slip has this code.
    Unknown,
    /// A ballot was cast with it.
    Spent,
    /// It was exchanged or cancelled.
    Cancelled,
    /// It is of another zone.
    OtherZone,
}

/// The ballot of the delegate who votes.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BallotView {
    /// The candidates, in list order.
    pub candidates: Vec<BallotCandidate>,
    /// The parts of the list that have a limit each: one, or one a category.
    pub blocks: Vec<BallotBlock>,
    /// Whether 反对 can be marked.
    pub oppose: bool,
    /// Whether each block must have just its limit of approvals.
    pub exactly: bool,
    /// The marks so far: `approve`, `oppose`, `abstain`, or `open` where nothing was touched.
    pub marks: Vec<MarkView>,
}

/// A candidate on the ballot.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BallotCandidate {
    /// The number.
    #[ts(as = "declared::CandidateNumber")]
    pub number: CandidateNumber,
    /// The name.
    pub name: String,
    /// What will be done.
    pub content: String,
    /// Works of a programme.
    pub sub_items: Vec<String>,
    /// Where.
    pub location: String,
    /// Total investment in 万元, as `1,234.56`; empty for none.
    pub investment: String,
    /// Investment this year in 万元; empty for none.
    pub investment_this_year: String,
    /// The unit that answers for it.
    pub responsible_unit: String,
    /// The day by which it will be done; empty for none.
    pub deadline: String,
    /// Whom it serves.
    pub benefit: String,
    /// The place of its block.
    pub block: u32,
}

/// A part of the list with a limit of approvals.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BallotBlock {
    /// The category; none where the whole list is meant.
    pub category: Option<String>,
    /// The most approvals.
    pub limit: u32,
    /// How many approvals are marked.
    pub approved: u32,
    /// How many more may be.
    pub left: u32,
}

/// A mark as the screen shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum MarkView {
    /// 赞成
    Approve,
    /// 反对
    Oppose,
    /// 弃权, chosen by the delegate.
    Abstain,
    /// Not touched: an abstention, and named at the review.
    Open,
}

/// `kiosk_mark`: marks a candidate. The same mark again takes it back.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetMark {
    /// The candidate's place on the ballot, from 0.
    pub place: u32,
    /// The mark.
    pub mark: MarkView,
}

/// What a touch came to.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Marked {
    /// The marks now.
    pub marks: Vec<MarkView>,
    /// The blocks now.
    pub blocks: Vec<BallotBlock>,
    /// One approval too many: nothing was changed. The limit that would be broken.
    pub too_many: Option<u32>,
}

/// `kiosk_digits`: digits of the voter's own, to be shown behind the tracking code. The answer is a review.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetDigits {
    /// Three digits; empty for none.
    pub digits: String,
}

/// `kiosk_review`: the ballot before it is cast.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// The marks.
    pub marks: Vec<MarkView>,
    /// The places that were left open, each an abstention.
    pub open: Vec<u32>,
    /// How many more could be approved, of all blocks together.
    pub left: u32,
    /// Nothing was marked at all: casting needs the delegate to say so.
    pub blank: bool,
    /// Why it can't be cast as it is: under "exactly", approvals are missing.
    pub problem: Option<Problem>,
    /// The tracking code of the sealed ballot; none where it can't be cast as it is.
    pub tracking_code: Option<String>,
    /// The voter's digits; empty where none were added.
    pub digits: String,
    /// Whether digits can be added; not in a session that version 0.1.0 sealed.
    pub takes_digits: bool,
    /// How many ballots can still be opened in this sitting; none where there is no stick to check them with.
    pub challenges_left: u32,
}

/// `kiosk_cast`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cast {
    /// The delegate has said that the ballot is meant to be blank.
    pub blank_meant: bool,
}

/// The ballot is in the box.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// The tracking code: shows that the ballot is in the box, and says nothing about what is on it.
    pub tracking_code: String,
}

/// `keep_challenges`: where ballots go that delegates have opened. Two persons name it.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeepChallenges {
    /// Who.
    pub by: TwoPersons,
    /// A folder on the scrutineers' stick; empty for none.
    pub folder: String,
    /// Whether the proof of each is a series of QR codes for a second computer. Then just what these are read with goes to the stick.
    pub codes: bool,
}

/// Where ballots go that delegates have opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "to")]
pub enum ChallengesTo {
    /// A folder on the scrutineers' stick.
    #[serde(rename = "stick")]
    Stick {
        /// The folder.
        folder: String,
    },
    /// QR codes for a second computer outside the booth.
    #[serde(rename = "codes")]
    Codes,
}

/// A QR code to be drawn.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QrCode {
    /// The modules of a side, with the quiet zone.
    pub side: u32,
    /// The dark modules, as the path of an SVG picture whose unit is a module.
    pub path: String,
}

/// `kiosk_challenge`: a ballot that was opened instead of being cast.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Challenged {
    /// The tracking code that the review showed.
    pub tracking_code: String,
    /// What was sealed, in list order: approved, opposed or abstained.
    pub marks: Vec<MarkView>,
    /// The name of the file on the scrutineers' stick that anyone can check the ballot with; none where codes are shown.
    pub file: Option<String>,
    /// The QR codes that a second computer checks it with; none where a file was written.
    pub codes: Vec<QrCode>,
    /// Why the file could not be written.
    pub problem: Option<Problem>,
    /// How many more ballots can be opened in this sitting.
    pub challenges_left: u32,
    /// An empty ballot: the slip is as good as before.
    pub ballot: BallotView,
}

/// `kiosk_unlock`, `kiosk_leave`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OperatorPin {
    /// An operator's PIN.
    pub pin: String,
}
