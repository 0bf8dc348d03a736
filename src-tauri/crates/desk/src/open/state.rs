//! What the desk holds in memory: the open session with what is at hand in it.

use crate::{
    DeskError,
    ceremony::CeremonyAtWork,
    kiosk::{Kiosk, KioskTimes},
    paper_entry::Batch,
    types::{BackupState, Language, Person, Problem, Role},
};
use ballot_box::{KeyCard, SlipCode};
use office::{
    act::{Office, Operator, Witnessed, with_scrutineer},
    acts,
    lists::ImportDraft,
    model,
};
use procedure::{candidate::Candidate, roster::Delegate, round::Round, rules::Rules};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};
use zeroize::Zeroizing;

/// Everything behind the desk's lock.
pub(crate) struct State {
    pub settings: Settings,
    pub pins: Attempts,
    pub kiosk_times: KioskTimes,
    pub open: Option<Open>,
}

/// What this computer remembers from one start to the next.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// The interface's language.
    pub language: Language,
    /// Where a session's backups go, by session; absent, the usual place.
    pub backup_folders: BTreeMap<String, String>,
    /// What this computer is called as a kiosk apart; empty where it is none.
    pub kiosk_name: String,
}

/// An open session.
pub(crate) struct Open {
    pub id: String,
    pub office: Office,
    pub person: Person,
    pub locked: bool,
    /// The session is that of a kiosk apart: it votes and is closed, and nothing else.
    pub apart: bool,
    /// The session was in the middle of a round when it was opened.
    pub resumed: bool,
    pub undo: Vec<Change>,
    pub import: Option<(String, ImportDraft)>,
    pub ceremony: Option<CeremonyAtWork>,
    /// Key cards presented for the count: in memory until it is made.
    pub cards: Vec<KeyCard>,
    pub kiosk: Kiosk,
    /// Paper ballots being read.
    pub batch: Option<Batch>,
    pub backup: BackupState,
    /// The document looked at last: its name and its bytes.
    pub previewed: Option<(String, Zeroizing<Vec<u8>>)>,
    /// A rehearsal's slips and cards; empty outside of one.
    pub rehearsed: Rehearsed,
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
    CheckIn(String),
}

impl Open {
    /// The operator who is signed in.
    pub fn operator(&self) -> Operator {
        Operator(self.person.name.clone())
    }

    /// The latest round; none before the first.
    pub fn round(&self) -> Result<Option<Round>, Problem> {
        Ok(self.office.store().latest_round()?)
    }
}

/// Many wrong PINs in a row make everybody wait.
#[derive(Default)]
pub(crate) struct Attempts {
    wrong: u32,
    latest: Option<Instant>,
}

impl Attempts {
    const FREE: u32 = 5;
    const WAIT: Duration = Duration::from_secs(30);

    /// Lets a PIN be tried, or says how long to wait; counts how it went.
    pub fn attempt<T, E: Into<Problem>>(
        &mut self,
        check: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, Problem> {
        if let Some(latest) = self.latest.filter(|_| self.wrong >= Self::FREE) {
            let left = Self::WAIT.saturating_sub(latest.elapsed());
            if !left.is_zero() {
                return Err(DeskError::Wait { seconds: left.as_secs() + 1 }.into());
            }
        }
        let checked = check().map_err(Into::into);
        if checked.is_ok() {
            *self = Self::default();
        } else {
            self.wrong += 1;
            self.latest = Some(Instant::now());
        }
        checked
    }
}

/// Checks both PINs and gives the two persons.
pub(crate) fn two_persons(
    pins: &mut Attempts,
    open: &Open,
    by: &crate::types::TwoPersons,
) -> Result<Witnessed, Problem> {
    let (office, operator) = (&open.office, &open.person.name);
    pins.attempt(|| {
        acts::check_pin(office, model::Role::Operator, operator, &by.operator_pin)?;
        acts::check_pin(office, model::Role::Scrutineer, &by.scrutineer, &by.scrutineer_pin)
    })?;
    Ok(with_scrutineer(&office.store().profile()?, operator, &by.scrutineer)?)
}

impl From<Role> for model::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Operator => Self::Operator,
            Role::Scrutineer => Self::Scrutineer,
        }
    }
}
