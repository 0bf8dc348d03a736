//! What a valid round decides.

use super::part::{PartDecision, Tie, TieSettled};
use crate::{
    count::{Seats, Votes},
    number::CandidateNumber,
    tally::Tally,
    turn::Why,
};
use serde::{Deserialize, Serialize};

/// What a valid round decides. Each candidate is in just one of `adopted`, `not_adopted` and a call for a tie; those
/// called for too few are among the not adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The least approvals that pass, never below 1.
    pub threshold: Votes,
    /// The totals it rests on.
    pub tally: Tally,
    /// What each part of the list came to, in the rules' order. The lists below say the same for the whole list.
    pub parts: Vec<PartDecision>,
    /// The adopted, in the order of announcement.
    pub adopted: Vec<CandidateNumber>,
    /// The others, in list order.
    pub not_adopted: Vec<CandidateNumber>,
    /// Where lots must be drawn; they stay here when they are drawn.
    pub lots: Vec<Call>,
    /// Where a further round must be held.
    pub further_rounds: Vec<Call>,
    /// All candidates by approvals, then as listed; category by category.
    pub ranking: Vec<Ranked>,
}

/// Seats left open, and the candidates among whom a further round or lots decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Call {
    /// The category; none where the whole list is meant.
    pub category: Option<String>,
    /// The candidates' numbers, in list order; `candidates` where it is written.
    #[serde(rename = "candidates")]
    pub numbers: Vec<CandidateNumber>,
    /// The seats left.
    pub seats: Seats,
    /// What left them open.
    pub why: Why,
}

/// A candidate's place among those it was decided with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ranked {
    /// The candidate's number; `id` where it is written.
    #[serde(rename = "id")]
    pub number: CandidateNumber,
    /// As in sport, from 1: equal approvals share a rank, and the next is as many lower.
    pub rank: u32,
    /// a (赞成).
    pub approve: Votes,
    /// o (反对).
    pub oppose: Votes,
    /// b (弃权).
    pub abstain: Votes,
    /// Whether the approvals reach the threshold.
    pub passes: bool,
}

/// What became of a candidate in a counted round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// 通过
    Adopted,
    /// 抽签通过: tied at the cut, and the scrutineers' lot fell on it.
    AdoptedByLot,
    /// 未通过
    NotAdopted,
    /// 票数相等: tied at the cut, and the lots that decide are not drawn yet.
    Tied,
    /// 再次票决: goes into a further round.
    FurtherRound,
}

impl Decision {
    /// Whether lots must still be drawn.
    #[must_use]
    pub fn lots_open(&self) -> bool {
        self.ties().any(|tie| tie.settled == TieSettled::Lots { drawn: None })
    }

    /// Whom the lots adopt, in list order; empty where none were drawn.
    #[must_use]
    pub fn drawn(&self) -> Vec<CandidateNumber> {
        let drawn: Vec<&CandidateNumber> = self.ties().flat_map(drawn_of).collect();
        let listed = self.tally.totals().iter().map(|total| &total.number);
        listed.filter(|number| drawn.contains(number)).cloned().collect()
    }

    /// What became of the candidate of this number.
    #[must_use]
    pub fn verdict(&self, number: &CandidateNumber) -> Verdict {
        if self.adopted.contains(number) {
            return Verdict::Adopted;
        }
        if self.ties().any(|tie| drawn_of(tie).contains(number)) {
            return Verdict::AdoptedByLot;
        }
        if self.further_rounds.iter().any(|call| call.numbers.contains(number)) {
            return Verdict::FurtherRound;
        }
        if self.ties().any(|tie| tie.is_open() && tie.tied.contains(number)) {
            return Verdict::Tied;
        }
        Verdict::NotAdopted
    }

    /// Enters the candidates that were drawn into the ties that lots decide. That they fit the calls is checked before.
    pub(crate) fn with_lots(mut self, drawn: &[CandidateNumber]) -> Self {
        for part in &mut self.parts {
            part.enter_lots(drawn);
        }
        self
    }

    /// The ties at the cut, in the order of the parts.
    pub fn ties(&self) -> impl Iterator<Item = &Tie> {
        self.parts.iter().filter_map(PartDecision::tie)
    }
}

/// Whom the lots of a tie adopt.
fn drawn_of(tie: &Tie) -> &[CandidateNumber] {
    match &tie.settled {
        TieSettled::Lots { drawn } => drawn.as_deref().unwrap_or_default(),
        TieSettled::FurtherRound | TieSettled::AllAdopted | TieSettled::NoneAdopted => &[],
    }
}
