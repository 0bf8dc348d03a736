//! Paper ballots: batches that two people have read are sealed into the open box.

use super::poll::Poll;
use crate::{
    act::{Office, Witnessed},
    errors::{ActsError, OfficeError},
    log::Event,
    store::{
        Section, attendance, ballots,
        slots::{self, OpenBox},
    },
};
use ballot_box::SlipTag;
use procedure::count::{Ballots, counted};
use rand::seq::SliceRandom;
use session_model::{
    Handed,
    paper_ballot::{self, Batch},
};
use std::collections::BTreeMap;
/// What became of a batch of paper ballots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchEntered {
    /// Ballots that are sealed in the box.
    pub valid: u32,
    /// Ballots that are void, by reason.
    pub void: BTreeMap<String, u32>,
}

/// Paper ballots of the open poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperBallotFigures {
    /// For how many the box was laid out.
    pub made: u32,
    /// How many were handed out.
    pub handed: u32,
    /// How many were entered and are in the box.
    pub valid: u32,
    /// How many were entered and are void.
    pub void: u32,
}

impl PaperBallotFigures {
    /// How many may still be entered.
    #[must_use]
    pub const fn left(self) -> u32 {
        self.handed.saturating_sub(self.valid + self.void)
    }
}

impl Poll<'_> {
    /// Enters a batch of paper ballots that two people have read: valid ones are sealed into the same box, void ones are
    /// counted with their reasons. All of it or nothing, and not more than were handed out. No slip belongs to a paper ballot, so
    /// a scrutineer watches over the entry with the operator.
    pub fn enter_batch(&mut self, by: &Witnessed, batch: Batch) -> Result<BatchEntered, OfficeError> {
        self.refuse_more_paper_than_handed_out(batch.sheets.len())?;
        let Batch { sheets, readers: [first, second], differed } = batch;
        let mut valid = Vec::new();
        let mut void: BTreeMap<String, u32> = BTreeMap::new();
        for sheet in &sheets {
            match paper_ballot::counted(&self.polling.contest.rules, &self.form, sheet) {
                Ok(marks) => valid.push(self.seal(&marks)?),
                Err(reason) => *void.entry(reason.to_owned()).or_default() += 1,
            }
        }
        let entered = BatchEntered { valid: counted(valid.len()), void: void.clone() };
        let round = self.polling.contest.round();
        let tags = self.unused_paper_slots(valid.len())?;
        let event = Event::PaperBallotsEntered {
            round,
            first,
            second,
            differed,
            valid: Ballots(entered.valid),
            void: void.clone(),
        };
        self.office.act(by, &[Section::VoidPaper(round)], event, |transaction, station| {
            for (tag, ballot) in tags.iter().zip(&valid) {
                slots::fill_paper(transaction, OpenBox { station, round }, tag, &ballot.0)?;
            }
            for (reason, ballots) in &void {
                ballots::add_void_paper(transaction, round, reason, *ballots)?;
            }
            Ok(())
        })?;
        Ok(entered)
    }

    /// Refuses to enter more paper ballots than were handed out.
    pub fn refuse_more_paper_than_handed_out(&self, more: usize) -> Result<(), OfficeError> {
        let left = self.office.paper_figures()?.left() as usize;
        if more <= left { Ok(()) } else { Err(ActsError::NoPaperLeft.into()) }
    }

    /// Some of the unused paper slots, at random: their order would be the order of entry.
    fn unused_paper_slots(&mut self, wanted: usize) -> Result<Vec<SlipTag>, OfficeError> {
        let unused = slots::unused_paper(self.office.store.read())?;
        let chosen: Vec<SlipTag> =
            unused.choose_multiple(&mut self.office.randomness, wanted).copied().collect();
        if chosen.len() == wanted { Ok(chosen) } else { Err(ActsError::NoPaperLeft.into()) }
    }
}

impl Office {
    /// How many paper ballots the latest round takes while its box is open, and how many of them were entered.
    pub fn paper_figures(&self) -> Result<PaperBallotFigures, OfficeError> {
        let round = self.round()?.number();
        let made = self.store.keys(round)?.map_or(0, |keys| keys.paper);
        let unused = counted(slots::unused_paper(self.store.read())?.len());
        Ok(PaperBallotFigures {
            made,
            handed: attendance::handed(self.store.read(), round, Handed::Paper)?,
            valid: made.saturating_sub(unused),
            void: self.store.void_paper(round)?.0,
        })
    }
}
