//! The booth window's state: one delegate at a time. The slip's code and the marks are in memory here while the delegate
//! votes, are overwritten afterwards, and are never written or logged.

use ballot_box::{OpenableBallot, SlipCode, VoterDigits};
use procedure::{
    ballot::{BallotForm, Mark, Marks},
    number::RoundNumber,
};
use std::path::PathBuf;
use wire::{BallotBlock, DeskError, MarkView, Problem};

/// How long the kiosk waits for a delegate, in seconds.
#[derive(Debug, Clone, Copy)]
pub struct KioskTimes {
    /// Without a touch until it asks; VVSG 2.0 asks for 2 to 5 minutes.
    pub idle: u32,
    /// To answer; 20 to 45 seconds by the same norm.
    pub warning: u32,
}

impl Default for KioskTimes {
    fn default() -> Self {
        Self { idle: 120, warning: 45 }
    }
}

/// Wrong codes in a row that lock the kiosk.
const MOST_WRONG: u32 = 5;
/// Ballots that one delegate can have opened in a sitting.
pub(crate) const MOST_CHALLENGES: u32 = 3;

/// Where ballots go that delegates have opened.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Challenges {
    /// A folder on the scrutineers' stick.
    Stick(PathBuf),
    /// QR codes for a second computer, which was given contest and key of this round.
    Codes(RoundNumber),
}

/// The kiosk's state: who votes now, and how many wrong codes came in a row.
#[derive(Default)]
pub(crate) struct Kiosk {
    pub wrong: u32,
    pub voter: Option<Voter>,
}

/// A delegate at the kiosk.
pub(crate) struct Voter {
    pub code: SlipCode,
    pub form: BallotForm,
    /// The categories of the form's blocks; none where the whole list is meant.
    pub categories: Vec<Option<String>>,
    pub marks: Vec<MarkView>,
    /// Whether the round's ballots take digits of the voter's own.
    pub takes_digits: bool,
    /// The digits.
    pub digits: VoterDigits,
    /// The ballot of these marks and digits, from its review on; whatever changes them forgets it.
    pub sealed: Option<OpenableBallot>,
    /// How many more ballots can be opened in this sitting. Counted here alone.
    pub challenges_left: u32,
}

impl Drop for Voter {
    /// The code overwrites itself; marks and digits are overwritten here.
    fn drop(&mut self) {
        self.marks.fill(MarkView::Open);
        self.digits = VoterDigits::NONE;
    }
}

impl Kiosk {
    pub const fn is_locked(&self) -> bool {
        self.wrong >= MOST_WRONG
    }

    pub fn unlock(&mut self) {
        self.wrong = 0;
    }

    pub fn clear(&mut self) {
        self.voter = None;
    }

    pub fn voter(&mut self) -> Result<&mut Voter, Problem> {
        Ok(self.voter.as_mut().ok_or(DeskError::NobodyVotes)?)
    }
}

impl Voter {
    /// Begins again with an empty ballot.
    pub fn begin_again(&mut self) {
        self.marks.fill(MarkView::Open);
        self.digits = VoterDigits::NONE;
        self.sealed = None;
    }

    /// The marks as they would be cast: what was left open abstains.
    pub fn cast(&self) -> Marks {
        let mark = |mark: &MarkView| match mark {
            MarkView::Approve => Mark::Approve,
            MarkView::Oppose => Mark::Oppose,
            MarkView::Abstain | MarkView::Open => Mark::Abstain,
        };
        Marks(self.marks.iter().map(mark).collect())
    }

    fn approved(&self, places: &[usize]) -> u32 {
        let is_approved = |place: &&usize| self.marks.get(**place) == Some(&MarkView::Approve);
        places.iter().filter(is_approved).map(|_| 1).sum()
    }

    pub fn blocks(&self) -> Vec<BallotBlock> {
        let blocks = self.form.blocks.iter().zip(self.categories.iter().cloned());
        blocks
            .map(|(block, category)| {
                let approved = self.approved(&block.candidates);
                BallotBlock {
                    category,
                    limit: block.limit,
                    approved,
                    left: block.limit.saturating_sub(approved),
                }
            })
            .collect()
    }

    /// Whether nothing was approved or opposed.
    pub fn is_blank(&self) -> bool {
        self.marks.iter().all(|mark| matches!(mark, MarkView::Open | MarkView::Abstain))
    }
}
