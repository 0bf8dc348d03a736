//! The open session with what is at hand in it.

use crate::{
    machine::{backup_files, folders::Folders, known::Known, settings::Settings},
    open::{
        batch::Batch,
        ceremony::CeremonyAtWork,
        kiosk::{Challenges, Kiosk},
    },
};
use ballot_box::{KeyCard, SlipCode};
use lists::ListDraft;
use office::{
    act::{Office, Operator},
    acts::{self, Piles},
    errors::{ActsError, KioskError},
    papers::MadeDocument,
};
use procedure::{candidate::Candidate, number::DelegateNumber, roster::Delegate, round::Round, rules::Rules};
use wire::{BackupState, DeskError, Person, Problem};
use zeroize::Zeroizing;

/// An open session.
pub(crate) struct Open {
    pub id: String,
    pub office: Office,
    pub person: Person,
    pub locked: bool,
    /// The session is that of a remote kiosk: it votes and is closed, and nothing else.
    pub is_remote_kiosk: bool,
    /// The session was in the middle of a round when it was opened.
    pub resumed: bool,
    pub undo: Vec<Change>,
    /// A file that waits to be imported: its name, and its rows as corrected.
    pub import: Option<(String, ListDraft)>,
    pub ceremony: Option<CeremonyAtWork>,
    /// Key cards presented for the count: in memory until it is made.
    pub cards: Vec<KeyCard>,
    pub kiosk: Kiosk,
    /// Where ballots go that delegates have opened. Without a place none is opened.
    pub challenges: Option<Challenges>,
    /// Paper ballots being read.
    pub batch: Option<Batch>,
    /// Slips of the piles that were scanned before the close: in memory until then.
    pub piles: Piles,
    pub backup: BackupState,
    /// The document looked at last: its name and its bytes.
    pub previewed: Option<(String, Zeroizing<Vec<u8>>)>,
    /// A rehearsal's slips and cards; empty outside of one.
    pub rehearsed: Rehearsed,
    /// What this computer has noted of the session.
    known: Option<Known>,
}

/// What a rehearsal keeps in memory instead of on paper.
#[derive(Default)]
pub(crate) struct Rehearsed {
    pub slips: Vec<SlipCode>,
    pub cards: Vec<KeyCard>,
}

/// A change that can be taken back: what was there before.
pub(crate) enum Change {
    Delegates(Vec<Delegate>),
    Candidates(Vec<Candidate>),
    Rules(Box<Rules>),
    CheckIn(DelegateNumber),
}

impl Open {
    /// A session as it is when it has just been opened.
    pub fn new(
        folders: &Folders,
        settings: &Settings,
        id: String,
        office: Office,
        person: Person,
    ) -> Result<Self, Problem> {
        let folder = folders.backups(settings, &id);
        let backup = BackupState {
            folder: folder.display().to_string(),
            chosen: settings.backup_folders.contains_key(&id),
            latest: backup_files::latest(&folder, &id),
            problem: None,
        };
        Ok(Self {
            is_remote_kiosk: office.is_remote_kiosk()?,
            resumed: office.store().latest_round()?.as_ref().is_some_and(is_in_the_middle),
            id,
            office,
            person,
            locked: false,
            undo: Vec::new(),
            import: None,
            ceremony: None,
            cards: Vec::new(),
            kiosk: Kiosk::default(),
            challenges: None,
            batch: None,
            piles: Piles::default(),
            backup,
            previewed: None,
            rehearsed: Rehearsed::default(),
            known: None,
        })
    }

    /// The operator who is signed in.
    pub fn operator(&self) -> Operator {
        Operator(self.person.name.clone())
    }

    /// Makes documents official that have left the program.
    pub fn issue(&mut self, made: &[MadeDocument]) -> Result<(), Problem> {
        let by = self.operator();
        for MadeDocument { name, bytes, rests_on } in made {
            acts::issue_document(&mut self.office, &by, name, bytes, *rests_on)?;
        }
        Ok(())
    }

    /// The latest round; none before the first.
    pub fn round(&self) -> Result<Option<Round>, Problem> {
        Ok(self.office.store().latest_round()?)
    }

    /// Where ballots go now that delegates have opened: codes only in the round whose list the second computer was given.
    pub fn challenges_now(&self) -> Result<Option<&Challenges>, Problem> {
        let round = self.round()?.as_ref().map(Round::number);
        let fits = |challenges: &&Challenges| match challenges {
            Challenges::Stick(_) => true,
            Challenges::Codes(of) => round == Some(*of),
        };
        Ok(self.challenges.as_ref().filter(fits))
    }

    /// Why a check-in can't be taken back now, if it can't.
    pub fn check_in_undo_refused(&self) -> Result<Option<Problem>, Problem> {
        let checking_in = matches!(self.round()?, Some(Round::CheckIn(_)));
        Ok((!checking_in).then(|| ActsError::TooLateToUndo.into()))
    }

    /// Notes what this computer knows of the session now, where that is more than before. Where it can't be noted the act that
    /// came before is done all the same, and the next one notes both.
    pub fn note_known(&mut self, folders: &Folders) {
        let end = self.office.store().log_end().ok().flatten();
        if self.known.as_ref().map(|known| known.entries) == end.map(|(entries, _)| entries) {
            return;
        }
        if let Ok(known) = Known::of(self.office.store())
            && known.write(folders, &self.id).is_ok()
        {
            self.known = Some(known);
        }
    }

    /// Fails at a remote kiosk: what is asked for is the station's to do.
    pub fn refuse_at_remote_kiosk(&self) -> Result<(), Problem> {
        if self.is_remote_kiosk { Err(KioskError::NotAtAKiosk.into()) } else { Ok(()) }
    }
}

/// Whether delegates are checking in or voting, or ballots wait to be counted.
const fn is_in_the_middle(round: &Round) -> bool {
    match round {
        Round::CheckIn(_) | Round::Polling(_) | Round::Suspended(_) | Round::Closed(_) => true,
        Round::Draft(_)
        | Round::Adopted(_)
        | Round::Sealed(_)
        | Round::Counted(_)
        | Round::Confirmed(_)
        | Round::Announced(_)
        | Round::Void(_) => false,
    }
}

/// Fails if a session is open: one is at a time.
pub(crate) fn refuse_open(open: Option<&Open>) -> Result<(), Problem> {
    if open.is_some() { Err(DeskError::SessionOpen.into()) } else { Ok(()) }
}
