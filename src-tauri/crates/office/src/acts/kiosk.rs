//! The open poll: what a kiosk can do. There is no other way to a ballot in the box.

use super::{ActsError, Office, Operator, number};
use crate::{
    audit::Event,
    error::OfficeError,
    store::{
        StoreError,
        attendance::{self, Handed},
        ballots,
        parts::Part,
        rounds::{self, Keys},
        slots::{self, OpenBox, SlotState},
    },
};
use ballot_box::{BallotBoxError, BallotHash, Election, SealedBallot, SlipCode, SlipTag};
use procedure::{
    ballot::{BallotForm, Marks, MarksError},
    count::Ballots,
    error::Coded,
    round::Polling,
};
use rand::seq::SliceRandom;

/// A poll that is open. While it is at hand, nothing else can be done with the session: a closed poll has no `cast`.
pub struct Poll<'a> {
    office: &'a mut Office,
    polling: Polling,
    form: BallotForm,
    election: Election,
    keys: Keys,
}

/// A sealed ballot whose proofs were checked: the only kind that is put into the box.
#[derive(Clone)]
pub struct ProvenBallot(SealedBallot);

impl ProvenBallot {
    /// The ballot.
    #[must_use]
    pub const fn sealed(&self) -> &SealedBallot {
        &self.0
    }
}

/// How a slip stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipStanding {
    /// It opens a ballot.
    Unused,
    /// Its vote has been counted.
    Counted,
    /// It was exchanged for another.
    Cancelled,
    /// No slip of this round has this code.
    Unknown,
}

/// What became of a paper ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperBallot {
    /// It lies sealed in the box.
    Valid(BallotHash),
    /// It is void for this reason, a stable code.
    Void(&'static str),
}

impl<'a> Poll<'a> {
    /// The open poll of the session.
    pub fn open(office: &'a mut Office) -> Result<Self, OfficeError> {
        let polling = office.round_in::<Polling>()?;
        let form = polling.contest.form()?;
        let round = polling.contest.turn.round();
        let keys = office.store.keys(round)?.ok_or(StoreError::NoSession)?;
        let election = Election::new(&keys.election, &form, rounds::digest(&polling.contest))?;
        Ok(Self { office, polling, form, election, keys })
    }

    /// What a ballot asks.
    #[must_use]
    pub const fn form(&self) -> &BallotForm {
        &self.form
    }

    /// How a slip stands.
    pub fn standing(&self, code: &SlipCode) -> Result<SlipStanding, OfficeError> {
        let slot = slots::find(self.office.store.read(), &self.keys.slips.tag(code))?;
        Ok(match slot.map(|slot| slot.state) {
            Some(SlotState::Unused) => SlipStanding::Unused,
            Some(SlotState::Spent) => SlipStanding::Counted,
            Some(SlotState::Cancelled) => SlipStanding::Cancelled,
            Some(SlotState::UnusedPaper) | None => SlipStanding::Unknown,
        })
    }

    /// Seals these marks and puts the ballot into the box. When this returns, the ballot is in the box and the slip
    /// spent, on the disk; if it fails, neither. Gives the ballot's hash, whose tracking code the voter sees.
    pub fn cast(&mut self, code: &SlipCode, marks: &Marks) -> Result<BallotHash, OfficeError> {
        self.refuse_unless_unused(code)?;
        let sealed = self.seal(marks)?;
        self.deposit(code, &sealed)
    }

    /// Seals marks. The ballot is verified at once, so that a fault of the machine shows before it is cast.
    pub fn seal(&mut self, marks: &Marks) -> Result<ProvenBallot, OfficeError> {
        let sealed = self.election.seal(marks, &mut self.office.randomness)?;
        self.election.verify(&sealed)?;
        Ok(ProvenBallot(sealed))
    }

    /// Puts a ballot into the box under a slip.
    pub fn deposit(&mut self, code: &SlipCode, ballot: &ProvenBallot) -> Result<BallotHash, OfficeError> {
        self.refuse_unless_unused(code)?;
        self.fill(&self.keys.slips.tag(code), SlotState::Unused, ballot)
    }

    /// Enters a paper ballot: a valid one is sealed into the same box, a void one is counted with its reason. Not more than
    /// were handed out.
    pub fn enter_paper(&mut self, by: &Operator, marks: &Marks) -> Result<PaperBallot, OfficeError> {
        self.refuse_more_paper_than_handed_out()?;
        match self.polling.contest.rules.paper_marks(&self.form, marks) {
            Ok(marks) => self.deposit_paper(&marks).map(PaperBallot::Valid),
            Err(problem @ (MarksError::TooMany { .. } | MarksError::TooFew { .. })) => {
                self.count_void(by, problem.code())?;
                Ok(PaperBallot::Void(problem.code()))
            }
            Err(_) => Err(BallotBoxError::MarksBreakForm.into()),
        }
    }

    fn refuse_more_paper_than_handed_out(&self) -> Result<(), OfficeError> {
        let round = self.polling.contest.turn.round();
        let store = &self.office.store;
        let unused = slots::unused_paper(store.read())?.len();
        let valid = self.keys.paper as usize - unused;
        let entered = valid + store.void_paper(round)?.0 as usize;
        let handed = attendance::handed(store.read(), round, Handed::Paper)? as usize;
        if entered < handed { Ok(()) } else { Err(ActsError::NoPaperLeft.into()) }
    }

    /// Any of the unused paper slots, at random: their order would be the order of entry.
    fn deposit_paper(&mut self, marks: &Marks) -> Result<BallotHash, OfficeError> {
        let ballot = self.seal(marks)?;
        let unused = slots::unused_paper(self.office.store.read())?;
        let tag = unused.choose(&mut self.office.randomness).ok_or(ActsError::NoPaperLeft)?;
        self.fill(tag, SlotState::UnusedPaper, &ballot)
    }

    fn fill(
        &mut self,
        tag: &SlipTag,
        from: SlotState,
        ballot: &ProvenBallot,
    ) -> Result<BallotHash, OfficeError> {
        let round = self.polling.contest.turn.round();
        self.office.store.transaction(|transaction, station| {
            slots::fill(transaction, OpenBox { station, round }, tag, from, &ballot.0)
        })?;
        Ok(ballot.0.hash())
    }

    fn count_void(&mut self, by: &Operator, reason: &str) -> Result<(), OfficeError> {
        let round = self.polling.contest.turn.round();
        let void = Ballots(self.office.store.void_paper(round)?.0 + 1);
        let event = Event::PaperVoid { round, reason: reason.to_owned(), void };
        self.office.act(by, &[Part::VoidPaper(round)], event, |transaction, _| {
            ballots::add_void_paper(transaction, round, reason)
        })
    }

    fn refuse_unless_unused(&self, code: &SlipCode) -> Result<(), OfficeError> {
        match self.standing(code)? {
            SlipStanding::Unused => Ok(()),
            SlipStanding::Counted => Err(ActsError::SlipSpent.into()),
            SlipStanding::Cancelled => Err(ActsError::SlipCancelled.into()),
            SlipStanding::Unknown => Err(ActsError::SlipUnknown.into()),
        }
    }
}

impl Office {
    /// How many ballots were cast so far in the latest round, of how many slips and paper ballots handed out.
    pub fn turnout(&self) -> Result<(Ballots, procedure::count::Issued), OfficeError> {
        let round = number(&self.round()?);
        let void = self.store.void_paper(round)?;
        let filled = self.store.ballots_in_box()?;
        Ok((Ballots(filled.0 + void.0), self.store.attendance(round)?.1))
    }
}
