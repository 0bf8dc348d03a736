//! What one part of the list came to. It is decided here once: documents and screens only word it.

use crate::{
    count::{Seats, Votes},
    number::CandidateNumber,
};

/// What a part of the list came to: the whole list, or a category that is decided by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartDecision {
    /// The category; none for the whole list.
    pub category: Option<String>,
    /// The part's seats in this round.
    pub seats: Seats,
    /// Those whose approvals reach the threshold: the most approvals first, equal ones as listed.
    pub passed: Vec<CandidateNumber>,
    /// How the seats were filled.
    pub filling: Filling,
}

/// How the seats of a part were filled by those who passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filling {
    /// As many passed as there are seats: all of them are adopted.
    Clear,
    /// More passed than there are seats, and the approvals alone decided.
    Cut {
        /// The last who found a seat.
        last: AtCut,
        /// The first who found none; fewer approvals than the last.
        next: AtCut,
    },
    /// More passed than there are seats, and the last seats would go to one of several with equal approvals (末位票数相等).
    Tied(Tie),
    /// Fewer passed than there are seats: all of them are adopted, and a further round is held on the rest (不足应选数).
    CalledForTooFew {
        /// The seats left.
        seats: Seats,
    },
    /// Fewer passed than there are seats: all of them are adopted, and the other seats stay empty.
    LeftEmpty {
        /// The seats left.
        seats: Seats,
        /// Why no further round fills them.
        why: WhyEmpty,
    },
}

/// A candidate at the cut, with its approvals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtCut {
    /// The candidate's number.
    pub number: CandidateNumber,
    /// a (赞成).
    pub approve: Votes,
}

/// A tie at the cut, and what the tie rule made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// Those with more approvals than the tied: adopted. The most approvals first.
    pub above: Vec<CandidateNumber>,
    /// The tied, in list order; more than the seats left.
    pub tied: Vec<CandidateNumber>,
    /// The approvals that each of the tied has.
    pub votes: Votes,
    /// The seats left for them; at least 1.
    pub seats: Seats,
    /// What the tie rule made of it.
    pub settled: TieSettled,
}

/// What the tie rule makes of a tie at the cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TieSettled {
    /// A further round on the tied is held for the seats left.
    FurtherRound,
    /// The scrutineers draw lots in public for the seats left.
    Lots {
        /// Whom the lots adopt, in list order, as many as there are seats left; none before they are drawn.
        drawn: Option<Vec<CandidateNumber>>,
    },
    /// All the tied are adopted, beyond the seats.
    AllAdopted,
    /// None of the tied is adopted: the seats left stay empty.
    NoneAdopted,
}

/// Why seats stay empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyEmpty {
    /// The rules accept that fewer are adopted.
    FewerAccepted,
    /// The rules would hold a further round, but as many as they allow were held.
    FurtherRoundsUsedUp,
    /// The rules adopt none of those tied at the cut.
    NoneOfTheTied,
}

impl PartDecision {
    /// Whom the approvals adopt: the most approvals first. Lots aren't among them.
    #[must_use]
    pub fn adopted(&self) -> &[CandidateNumber] {
        // Those who passed are in the order of their approvals, so the adopted are the first of them.
        let adopted = match &self.filling {
            Filling::Clear | Filling::CalledForTooFew { .. } | Filling::LeftEmpty { .. } => self.passed.len(),
            Filling::Cut { .. } => self.seats.as_usize(),
            Filling::Tied(Tie { above, tied, settled, .. }) => match settled {
                TieSettled::AllAdopted => above.len() + tied.len(),
                TieSettled::FurtherRound | TieSettled::Lots { .. } | TieSettled::NoneAdopted => above.len(),
            },
        };
        &self.passed[..adopted]
    }

    /// The tie at the cut, if there is one.
    #[must_use]
    pub const fn tie(&self) -> Option<&Tie> {
        match &self.filling {
            Filling::Tied(tie) => Some(tie),
            Filling::Clear
            | Filling::Cut { .. }
            | Filling::CalledForTooFew { .. }
            | Filling::LeftEmpty { .. } => None,
        }
    }

    /// The seats that stay empty and why; none where every seat is filled, or a further round or lots decide it.
    #[must_use]
    pub const fn left_empty(&self) -> Option<(Seats, WhyEmpty)> {
        match &self.filling {
            Filling::LeftEmpty { seats, why } => Some((*seats, *why)),
            Filling::Tied(Tie { seats, settled: TieSettled::NoneAdopted, .. }) => {
                Some((*seats, WhyEmpty::NoneOfTheTied))
            }
            Filling::Tied(Tie {
                settled: TieSettled::FurtherRound | TieSettled::Lots { .. } | TieSettled::AllAdopted,
                ..
            })
            | Filling::Clear
            | Filling::Cut { .. }
            | Filling::CalledForTooFew { .. } => None,
        }
    }

    /// Enters those of the tied who were drawn, where lots decide the tie.
    pub(super) fn enter_lots(&mut self, all_drawn: &[CandidateNumber]) {
        if let Filling::Tied(Tie { tied, settled: TieSettled::Lots { drawn }, .. }) = &mut self.filling {
            *drawn = Some(tied.iter().filter(|number| all_drawn.contains(number)).cloned().collect());
        }
    }

    /// The category's name for a sentence; empty for the whole list.
    #[must_use]
    pub fn category_name(&self) -> String {
        self.category.clone().unwrap_or_default()
    }
}

impl Tie {
    /// Whether neither approvals nor lots have decided yet who of the tied is adopted.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        match self.settled {
            TieSettled::FurtherRound | TieSettled::Lots { drawn: None } => true,
            TieSettled::Lots { drawn: Some(_) } | TieSettled::AllAdopted | TieSettled::NoneAdopted => false,
        }
    }
}
