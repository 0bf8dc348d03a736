//! The count and its result.

use super::{
    CalledFor, CandidateVerdict, CardHolder, KeyMaking, NamedCandidate, Problem, TwoPersons, VoidCause,
    declared,
};
use procedure::{
    number::{CandidateNumber, RoundNumber},
    round::RoundState,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The count, before it is made.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CountView {
    /// How the key came about.
    pub keys: KeyMaking,
    /// The scrutineers, in the order of the cards, and whose card was read, or whose share of the totals was taken.
    pub holders: Vec<CardHolder>,
    /// How many cards are needed.
    pub needed: u32,
    /// How many were read.
    pub presented: u32,
    /// Ballots in the closed box; 0 before it is closed.
    pub ballots: u32,
    /// The root of the closed box, in groups of eight characters.
    pub root: Vec<String>,
    /// The root as it is read aloud to the holders of a distributed key, in groups of five digits; none where the key is dealt.
    pub spoken_root: Vec<String>,
    /// Whether the closed box was written for the holders of a distributed key.
    pub box_written: bool,
    /// The account voids the round: the count opens nothing and says so.
    pub void_reason: Option<VoidCause>,
    /// Why the count can't be made now.
    pub problem: Option<Problem>,
}

/// `present_card`: a key card as scanned or typed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PresentCard {
    /// All of its characters; spaces and lines don't matter.
    pub typed: String,
}

/// `result`: of which round.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WhichRound {
    /// Its number; none for the latest.
    #[ts(as = "Option<declared::RoundNumber>")]
    pub round: Option<RoundNumber>,
}

/// What a round came to.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResultView {
    /// The round's number.
    #[ts(as = "declared::RoundNumber")]
    pub round: RoundNumber,
    /// Its state.
    #[ts(as = "declared::RoundState")]
    pub state: RoundState,
    /// Why it was held.
    pub called_for: Option<CalledFor>,
    /// The rounds of the session: number and state.
    pub rounds: Vec<RoundOfSession>,
    /// The account; none while it isn't known.
    pub account: Option<AccountView>,
    /// The decision of a round that isn't void.
    pub decision: Option<DecisionView>,
    /// Why the round is void.
    pub void_reason: Option<VoidCause>,
    /// What the presidium stated when it ended the round.
    pub statement: Option<String>,
    /// Who signed.
    pub signed: Vec<String>,
    /// Who must sign: chief, scrutineers, tellers, by role.
    pub to_sign: ToSign,
    /// The day of the announcement.
    pub announced_on: Option<String>,
    /// The contests that are still to be held, in order.
    pub pending: Vec<PendingRound>,
    /// Whether it was stated that none of them is held.
    pub ended: bool,
    /// The key cards, or the holders of a distributed key, and whether each card was destroyed, each share erased; none while
    /// one may still be needed.
    pub cards: Vec<CardHolder>,
    /// How the key came about.
    pub keys: KeyMaking,
}

/// A round in the list of rounds.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoundOfSession {
    /// Its number.
    #[ts(as = "declared::RoundNumber")]
    pub number: RoundNumber,
    /// Its state.
    #[ts(as = "declared::RoundState")]
    pub state: RoundState,
}

/// The account of ballots.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    /// In office.
    pub delegates: u32,
    /// Present.
    pub present: u32,
    /// Handed out.
    pub issued: u32,
    /// Collected.
    pub collected: u32,
    /// Not returned.
    pub not_returned: u32,
    /// Void.
    pub void: u32,
    /// Valid.
    pub valid: u32,
}

/// What was decided, and why.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionView {
    /// The least approvals that pass.
    pub threshold: u32,
    /// Whether any approval passes (再次票决 by plurality).
    pub plurality: bool,
    /// Seats of this round.
    pub seats: u32,
    /// Whether ballots took oppositions.
    pub oppose_taken: bool,
    /// All candidates by approvals, category by category.
    pub rows: Vec<RankedRow>,
    /// Why it came to this, sentence by sentence, under their codes.
    pub reasons: Vec<Problem>,
    /// Where lots must be drawn, or were.
    pub lots: Vec<CallView>,
    /// Whom the lots adopted.
    #[ts(as = "Vec<declared::CandidateNumber>")]
    pub drawn: Vec<CandidateNumber>,
    /// Further rounds that are called.
    pub further_rounds: Vec<CallView>,
}

/// A candidate's place in the result.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RankedRow {
    /// The rank; equal approvals share it.
    pub rank: u32,
    /// The number.
    #[ts(as = "declared::CandidateNumber")]
    pub number: CandidateNumber,
    /// The name.
    pub name: String,
    /// The category where the list is decided by category; else empty.
    pub category: String,
    /// Approvals.
    pub approve: u32,
    /// Oppositions.
    pub oppose: u32,
    /// Abstentions.
    pub abstain: u32,
    /// Whether the approvals reach the threshold.
    pub passes: bool,
    /// What became of it.
    pub verdict: CandidateVerdict,
    /// The approvals in thousandths of the delegates in office, for a bar.
    pub permille: u32,
}

/// A tie, or seats left open.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallView {
    /// The category; none where the whole list is meant.
    pub category: Option<String>,
    /// The candidates.
    pub candidates: Vec<NamedCandidate>,
    /// The seats left.
    pub seats: u32,
    /// Which of the two.
    pub why: CalledFor,
}

/// Who must sign.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToSign {
    /// The chief scrutineer.
    pub chief: String,
    /// The scrutineers.
    pub scrutineers: Vec<String>,
    /// The tellers.
    pub tellers: Vec<String>,
}

/// A round still to be held.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PendingRound {
    /// Why; none where a void round is voted again.
    pub called_for: Option<CalledFor>,
    /// Its candidates.
    pub candidates: Vec<NamedCandidate>,
    /// Its seats.
    pub seats: u32,
}

/// `draw_lots`: whom the lots drawn in public adopt.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrawLots {
    /// Who enters it.
    pub by: TwoPersons,
    /// The candidates' numbers.
    #[ts(as = "Vec<declared::CandidateNumber>")]
    pub drawn: Vec<CandidateNumber>,
}

/// `confirm_result`: who has signed the report on paper.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConfirmResult {
    /// Who enters it.
    pub by: TwoPersons,
    /// The scrutineers who signed, besides the chief.
    pub scrutineers: Vec<String>,
    /// The tellers who signed.
    pub tellers: Vec<String>,
}

/// `destroy_cards`: key cards were destroyed in public. Two persons are needed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DestroyCards {
    /// Who enters it.
    pub by: TwoPersons,
    /// The numbers of the cards.
    pub cards: Vec<u32>,
}
