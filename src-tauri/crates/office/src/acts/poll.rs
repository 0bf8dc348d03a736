//! The open poll: what a kiosk can do. There is no other way to a ballot in the box.

use super::close::tray_by_box;
use crate::{
    act::{Office, Operator, Witnessed, check_statement},
    errors::{ActsError, ContentError, OfficeError},
    log::Event,
    store::{
        kiosks,
        rounds::Keys,
        slots::{self, OpenBox, SlotState},
        this_kiosk,
    },
};
use ballot_box::{
    BallotHash, Election, OpenableBallot, OpenedBallot, SealedBallot, SlipCode, VoterDigits, hex,
};
use kiosk_files::challenge::Proof;
use procedure::{
    ballot::{BallotForm, Marks},
    count::{Ballots, Issued},
    round::{CheckIn, Polling, Suspended},
};
use session_model::{Tray, TrayCount, Zone};

/// Who acts in the log where a voter does, whose name is nobody's business.
const AT_KIOSK: &str = "kiosk";

/// Opens the poll, if there is a quorum.
pub fn open_poll(office: &mut Office, by: &Witnessed) -> Result<(), OfficeError> {
    let check_in = office.round_in::<CheckIn>()?;
    let round = check_in.contest.round();
    let present = office.store.attendance(round)?.present;
    let polling = check_in.open_poll(present)?;
    office.move_round(by, polling, Event::PollOpened { round, present })
}

/// Suspends the poll.
pub fn suspend(office: &mut Office, by: &Witnessed) -> Result<(), OfficeError> {
    let suspended = office.round_in::<Polling>()?.suspend();
    let round = suspended.polling.contest.round();
    office.move_round(by, suspended, Event::Suspended { round })
}

/// Resumes a suspended poll. Fails where the trays are to be counted first.
pub fn resume(office: &mut Office, by: &Witnessed) -> Result<(), OfficeError> {
    if office.trays_are_to_be_counted() {
        return Err(ActsError::TraysToBeCounted.into());
    }
    resume_with(office, by, None)
}

/// Resumes a poll once two persons have counted the trays, which the program compares with the box. Where the two differ it
/// doesn't say by how much, and they state why the poll goes on all the same.
pub fn resume_counted(
    office: &mut Office,
    by: &Witnessed,
    tray: Tray,
    statement: Option<String>,
) -> Result<(), OfficeError> {
    let round = office.round_in::<Suspended>()?.polling.contest.round();
    let in_box = tray_by_box(office, round)?;
    let statement = statement.filter(|statement| !statement.trim().is_empty());
    match &statement {
        Some(statement) => check_statement(statement)?,
        None if tray == in_box => {}
        None => return Err(ActsError::TrayDiffers { in_tray: tray.ballots() }.into()),
    }
    resume_with(office, by, Some(TrayCount { tray, in_box, statement }))
}

fn resume_with(office: &mut Office, by: &Witnessed, count: Option<TrayCount>) -> Result<(), OfficeError> {
    let polling = office.round_in::<Suspended>()?.resume();
    let round = polling.contest.round();
    office.move_round(by, polling, Event::Resumed { round, count })
}

/// A poll that is open. While it is at hand, nothing else can be done with the session: a closed poll has no `cast`.
pub struct Poll<'a> {
    pub(super) office: &'a mut Office,
    pub(super) polling: Polling,
    pub(super) form: BallotForm,
    election: Election,
    keys: Keys,
}

/// A sealed ballot whose proofs were checked: the only kind that is put into the box.
#[derive(Clone)]
pub struct ProvenBallot(pub(super) SealedBallot);

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

/// How many have voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turnout {
    /// Ballots that were cast, void ones among them.
    pub cast: Ballots,
    /// Slips and paper ballots that were handed out.
    pub issued: Issued,
}

/// What a slip can still do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipStatus {
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
    /// Its hash.
    pub hash: BallotHash,
    /// The tracking code that the voter saw before it was opened.
    pub code: String,
    /// The file that anyone can check it with.
    pub file: Vec<u8>,
    /// The same without contest and key, as the texts of a series of QR codes.
    pub parts: Vec<String>,
}

impl ChallengedBallot {
    /// What to call its file.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("challenge-{}.pjchallenge", self.code)
    }
}

impl<'a> Poll<'a> {
    /// The open poll of the session.
    pub fn open(office: &'a mut Office) -> Result<Self, OfficeError> {
        let polling = office.round_in::<Polling>()?;
        if office.can_only_be_ended().is_some() {
            return Err(ActsError::RestoredWhileSealed.into());
        }
        let form = polling.contest.form()?;
        let round = polling.contest.round();
        let keys = office.store.keys(round)?.ok_or(ContentError::NoSession)?;
        let election = office.election(&polling.contest)?;
        Ok(Self { office, polling, form, election, keys })
    }

    /// What a ballot asks.
    #[must_use]
    pub const fn form(&self) -> &BallotForm {
        &self.form
    }

    /// What a slip can still do here. A remote kiosk knows no slips but those of its zone: there, a code whose check character
    /// fits and that isn't known is taken for one of another zone.
    pub fn standing(&self, code: &SlipCode) -> Result<SlipStatus, OfficeError> {
        let connection = self.office.store.read();
        let round = self.polling.contest.round();
        let tag = self.keys.slips.tag(code);
        let remote_zone = this_kiosk::find(connection)?.map(|kiosk| kiosk.zone);
        Ok(match slots::find(connection, &tag)?.map(|slot| slot.state) {
            Some(SlotState::Unused) if remote_zone.is_some() => SlipStatus::Unused,
            Some(SlotState::Unused) if kiosks::zone_of(connection, round, &tag)? == Zone::FIRST => {
                SlipStatus::Unused
            }
            Some(SlotState::Unused) => SlipStatus::OtherZone(Zone::FIRST),
            Some(SlotState::Spent) => SlipStatus::Counted,
            // The ballots of a slip that was spent twice are kept aside.
            Some(SlotState::Cancelled) if kiosks::dispute(connection, round, &tag)?.is_some() => {
                SlipStatus::Counted
            }
            Some(SlotState::Cancelled) => SlipStatus::Cancelled,
            Some(SlotState::UnusedPaper) => SlipStatus::Unknown,
            None if this_kiosk::was_spent_before(connection, &tag)? => SlipStatus::Counted,
            None => remote_zone.map_or(SlipStatus::Unknown, SlipStatus::OtherZone),
        })
    }

    /// Seals these marks and puts the ballot into the box. When this returns, the ballot is in the box and the slip
    /// spent, on the disk; if it fails, neither. Returns the ballot's hash, whose tracking code the voter sees.
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

    /// Whether voters can add digits of their own to their ballot's tracking code.
    #[must_use]
    pub const fn takes_digits(&self) -> bool {
        self.election.version().takes_digits()
    }

    /// Seals marks with the voter's digits and keeps what opens the ballot, until the voter has seen its tracking code and decided: cast
    /// or challenge.
    pub fn seal_openable(
        &mut self,
        marks: &Marks,
        digits: VoterDigits,
    ) -> Result<OpenableBallot, OfficeError> {
        Ok(self.election.seal_openable(marks, digits, &mut self.office.randomness)?)
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
        let (hash, code) = (ballot.ballot().hash(), ballot.tracking_code());
        let ciphertexts = hex(&self.election.ciphertexts_hash(ballot.ballot())?);
        let event = Event::BallotChallenged { round, ballot: hash.hex(), ciphertexts };
        self.office.act(&Operator(AT_KIOSK.to_owned()), &[], event, |_, _| Ok(()))?;
        let opened = ballot.into_opened();
        let station = self.office.store.station();
        let (contest, key, version) = (&self.polling.contest, &self.keys.election, self.election.version());
        let proof = Proof::sign(station, contest, key, &opened, version)?;
        let (file, parts) = (proof.file()?, proof.parts());
        Ok(ChallengedBallot { opened, hash, code, file, parts })
    }

    /// Puts a ballot into the box under a slip, with the slip's token: nobody who doesn't hold the slip knows that.
    pub fn deposit(&mut self, code: &SlipCode, ballot: &ProvenBallot) -> Result<BallotHash, OfficeError> {
        self.refuse_unless_unused(code)?;
        let (tag, token) = (self.keys.slips.tag(code), self.keys.slips.token(code));
        let round = self.polling.contest.round();
        self.office.store.cast(|transaction, station| {
            slots::fill(transaction, OpenBox { station, round }, &tag, Some(&token), &ballot.0)
        })?;
        Ok(ballot.0.hash())
    }

    fn refuse_unless_unused(&self, code: &SlipCode) -> Result<(), OfficeError> {
        match self.standing(code)? {
            SlipStatus::Unused => Ok(()),
            SlipStatus::Counted => Err(ActsError::SlipSpent.into()),
            SlipStatus::Cancelled => Err(ActsError::SlipCancelled.into()),
            SlipStatus::OtherZone(zone) => Err(refuse_zone(zone).into()),
            SlipStatus::Unknown => Err(ActsError::SlipUnknown.into()),
        }
    }
}

/// Why a slip of another zone is refused at a kiosk of this one.
const fn refuse_zone(zone: Zone) -> ActsError {
    ActsError::SlipOfAnotherZone { zone: zone.number(), colour: zone.colour() }
}

impl Office {
    /// How many ballots were cast so far in the latest round, of how many slips and paper ballots handed out.
    pub fn turnout(&self) -> Result<Turnout, OfficeError> {
        let round = self.round()?.number();
        Ok(Turnout { cast: self.ballots_cast(round)?, issued: self.store.attendance(round)?.issued })
    }
}
