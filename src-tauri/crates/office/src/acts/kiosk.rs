//! The open poll: what a kiosk can do. There is no other way to a ballot in the box.

use super::{ActsError, Office, Operator, number};
use crate::{
    audit::Event,
    challenge,
    error::OfficeError,
    kiosks::Zone,
    paper::{self, Batch},
    store::{
        StoreError,
        attendance::{self, Handed},
        ballots, kiosks,
        parts::Part,
        rounds::{self, Keys},
        slots::{self, OpenBox, SlotState},
        this_kiosk,
    },
};
use ballot_box::{BallotHash, Election, OpenableBallot, OpenedBallot, SealedBallot, SlipCode, SlipTag};
use procedure::{
    ballot::{BallotForm, Marks},
    count::Ballots,
    round::Polling,
};
use rand::seq::SliceRandom;
use std::collections::BTreeMap;

/// Who acts in the log where a voter does, whose name is nobody's business.
const AT_KIOSK: &str = "kiosk";

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
    /// A ballot that the voter casts; what would open it is forgotten.
    #[must_use]
    pub fn cast(ballot: OpenableBallot) -> Self {
        Self(ballot.into_cast())
    }

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
    /// It works at kiosks of another zone; this kiosk is one of this.
    OtherZone(Zone),
    /// No slip of this round has this code.
    Unknown,
}

/// A ballot that was opened instead of being cast.
pub struct ChallengedBallot {
    /// What it was sealed from.
    pub opened: OpenedBallot,
    /// Its hash, whose tracking code the voter saw before it was opened.
    pub hash: BallotHash,
    /// The file that anyone can check it with.
    pub file: Vec<u8>,
}

impl ChallengedBallot {
    /// What to call its file.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("challenge-{}.pjchallenge", self.hash.tracking_code())
    }
}

/// What became of a batch of paper ballots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperEntered {
    /// Ballots that lie sealed in the box.
    pub valid: u32,
    /// Ballots that are void, by reason.
    pub void: BTreeMap<String, u32>,
}

/// Paper ballots of the open poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperFigures {
    /// For how many the box was laid out.
    pub made: u32,
    /// How many were handed out.
    pub handed: u32,
    /// How many were entered and lie in the box.
    pub valid: u32,
    /// How many were entered and are void.
    pub void: u32,
}

impl PaperFigures {
    /// How many may still be entered.
    #[must_use]
    pub const fn left(self) -> u32 {
        self.handed.saturating_sub(self.valid + self.void)
    }
}

impl<'a> Poll<'a> {
    /// The open poll of the session.
    pub fn open(office: &'a mut Office) -> Result<Self, OfficeError> {
        let polling = office.round_in::<Polling>()?;
        let form = polling.contest.form()?;
        let round = polling.contest.round();
        let keys = office.store.keys(round)?.ok_or(StoreError::NoSession)?;
        let election = Election::new(&keys.election, &form, rounds::digest(&polling.contest))?;
        Ok(Self { office, polling, form, election, keys })
    }

    /// What a ballot asks.
    #[must_use]
    pub const fn form(&self) -> &BallotForm {
        &self.form
    }

    /// How a slip stands. A kiosk apart knows no slips but those of its zone: there, a code that fits its check character
    /// and isn't known is taken for one of another zone.
    pub fn standing(&self, code: &SlipCode) -> Result<SlipStanding, OfficeError> {
        let connection = self.office.store.read();
        let round = self.polling.contest.round();
        let tag = self.keys.slips.tag(code);
        let apart = this_kiosk::find(connection)?.map(|kiosk| kiosk.zone);
        Ok(match slots::find(connection, &tag)?.map(|slot| slot.state) {
            Some(SlotState::Unused) => match apart {
                None if kiosks::zone_of(connection, round, &tag)? != Zone::FIRST => {
                    SlipStanding::OtherZone(Zone::FIRST)
                }
                _ => SlipStanding::Unused,
            },
            Some(SlotState::Spent) => SlipStanding::Counted,
            // The ballots of a slip that was spent twice lie aside.
            Some(SlotState::Cancelled) if kiosks::dispute(connection, round, &tag)?.is_some() => {
                SlipStanding::Counted
            }
            Some(SlotState::Cancelled) => SlipStanding::Cancelled,
            Some(SlotState::UnusedPaper) => SlipStanding::Unknown,
            None if this_kiosk::was_spent_before(connection, &tag)? => SlipStanding::Counted,
            None => apart.map_or(SlipStanding::Unknown, SlipStanding::OtherZone),
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

    /// Seals marks and keeps what opens the ballot, until the voter has seen its tracking code and decided: cast or challenge.
    pub fn seal_openable(&mut self, marks: &Marks) -> Result<OpenableBallot, OfficeError> {
        Ok(self.election.seal_openable(marks, &mut self.office.randomness)?)
    }

    /// Opens a ballot that the voter with this slip challenges, instead of casting it. It is spoiled by that, and the slip
    /// opens another. The log names the ballot, so that the record shows that it was never counted.
    pub fn challenge(
        &mut self,
        code: &SlipCode,
        ballot: OpenableBallot,
    ) -> Result<ChallengedBallot, OfficeError> {
        self.refuse_unless_unused(code)?;
        let round = self.polling.contest.round();
        let hash = ballot.ballot().hash();
        let event = Event::BallotChallenged { round, ballot: hash.hex() };
        self.office.act(&Operator(AT_KIOSK.to_owned()), &[], event, |_, _| Ok(()))?;
        let opened = ballot.into_opened();
        let station = self.office.store.station();
        let file = challenge::write(station, &self.polling.contest, &self.keys.election, &opened)?;
        Ok(ChallengedBallot { opened, hash, file })
    }

    /// Puts a ballot into the box under a slip.
    pub fn deposit(&mut self, code: &SlipCode, ballot: &ProvenBallot) -> Result<BallotHash, OfficeError> {
        self.refuse_unless_unused(code)?;
        self.fill(&self.keys.slips.tag(code), SlotState::Unused, ballot)
    }

    /// Enters a batch of paper ballots that two people have read: valid ones are sealed into the same box, void ones are
    /// counted with their reasons. All of it or nothing, and not more than were handed out.
    pub fn enter_batch(&mut self, by: &Operator, batch: Batch) -> Result<PaperEntered, OfficeError> {
        self.refuse_more_paper_than_handed_out(batch.sheets.len())?;
        let Batch { sheets, readers: [first, second], differed } = batch;
        let mut valid = Vec::new();
        let mut void: BTreeMap<String, u32> = BTreeMap::new();
        for sheet in &sheets {
            match paper::counted(&self.polling.contest.rules, &self.form, sheet) {
                Ok(marks) => valid.push(self.seal(&marks)?),
                Err(reason) => *void.entry(reason.to_owned()).or_default() += 1,
            }
        }
        let entered = PaperEntered { valid: count(valid.len()), void: void.clone() };
        let round = self.polling.contest.round();
        let tags = self.unused_paper_slots(valid.len())?;
        let event = Event::PaperEntered {
            round,
            first,
            second,
            differed,
            valid: Ballots(entered.valid),
            void: void.clone(),
        };
        self.office.act(by, &[Part::VoidPaper(round)], event, |transaction, station| {
            for (tag, ballot) in tags.iter().zip(&valid) {
                slots::fill(transaction, OpenBox { station, round }, tag, SlotState::UnusedPaper, &ballot.0)?;
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

    fn fill(
        &mut self,
        tag: &SlipTag,
        from: SlotState,
        ballot: &ProvenBallot,
    ) -> Result<BallotHash, OfficeError> {
        let round = self.polling.contest.round();
        self.office.store.transaction(|transaction, station| {
            slots::fill(transaction, OpenBox { station, round }, tag, from, &ballot.0)
        })?;
        Ok(ballot.0.hash())
    }

    fn refuse_unless_unused(&self, code: &SlipCode) -> Result<(), OfficeError> {
        match self.standing(code)? {
            SlipStanding::Unused => Ok(()),
            SlipStanding::Counted => Err(ActsError::SlipSpent.into()),
            SlipStanding::Cancelled => Err(ActsError::SlipCancelled.into()),
            SlipStanding::OtherZone(zone) => Err(refuse_zone(zone).into()),
            SlipStanding::Unknown => Err(ActsError::SlipUnknown.into()),
        }
    }
}

/// Why a slip of another zone is refused at a kiosk of this one.
const fn refuse_zone(zone: Zone) -> ActsError {
    ActsError::SlipOfAnotherZone { zone: zone.number(), colour: zone.colour() }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Office {
    /// How many paper ballots the latest round takes while its box is open, and how many of them were entered.
    pub fn paper_figures(&self) -> Result<PaperFigures, OfficeError> {
        let round = number(&self.round()?);
        let made = self.store.keys(round)?.map_or(0, |keys| keys.paper);
        let unused = count(slots::unused_paper(self.store.read())?.len());
        Ok(PaperFigures {
            made,
            handed: attendance::handed(self.store.read(), round, Handed::Paper)?,
            valid: made.saturating_sub(unused),
            void: self.store.void_paper(round)?.0,
        })
    }

    /// How many ballots were cast so far in the latest round, of how many slips and paper ballots handed out.
    pub fn turnout(&self) -> Result<(Ballots, procedure::count::Issued), OfficeError> {
        let round = number(&self.round()?);
        let void = self.store.void_paper(round)?.0 + self.store.void_slips(round)?.0;
        let filled = self.store.ballots_in_box()?;
        Ok((Ballots(filled.0 + void), self.store.attendance(round)?.1))
    }
}
