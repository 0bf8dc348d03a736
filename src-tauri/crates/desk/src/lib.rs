//! The desktop without its windows: the open session, who is signed in, what each window may ask.
//!
//! A host shows windows and hands their calls to [`call`]; the desk checks who may ask, does the act in `office`, and
//! answers with values for the eye. No rule is decided here, and no window is known here: a test, or a browser on another
//! computer's server, can stand in the host's place.

#![expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "every command takes its request and gives its answer as the table of commands hands them over"
)]
#![cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "the types that cross to the windows are one vocabulary")
)]

pub mod commands;
mod machine;
mod open;
mod places;
mod reads;
pub mod wire;
pub mod wordings;

pub use commands::{
    table::{Access, COMMANDS, Command, Window, call},
    typescript,
};
pub use machine::host::Host;
pub use places::kiosk::acts::KioskTimes;
pub use wire as types;
pub use wire::errors::{DeskError, Found, Reason};

use documents::Fonts;
use machine::{printing as paper, progress as work, session_folder as shelf};
use open::state;
use places::home::acts as home;
use places::home::check_record as archive;
use places::kiosk::acts as kiosk;
use places::kiosk::challenge;
use places::remote::acts as apart;
use places::screen::view as screen;
use places::session::acts as session;
use places::session::people;
use places::steps::ceremony::acts as ceremony;
use places::steps::check_in::acts as hall;
use places::steps::check_in::initials;
use places::steps::count::acts as count;
use places::steps::documents::acts as papers;
use places::steps::lists::acts as lists;
use places::steps::lists::import;
use places::steps::log::acts as record;
use places::steps::paper_ballots::acts as paper_entry;
use places::steps::poll::acts as poll;
use places::steps::rehearsal;
use places::steps::remote_kiosks::acts as kiosks;
use places::steps::result::reasons;
use places::steps::result::view as result;
use places::steps::rules::acts as rules;
use reads::guide;
use state::{Attempts, Open, Settings, State};
use std::{
    path::PathBuf,
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
};
use types::{Problem, Role};
use wire::conversions as forms;
use work::Work;

/// Where things lie on this computer.
#[derive(Debug, Clone)]
pub struct Places {
    /// The program's own data: sessions, keys, settings, backups until another place is chosen.
    pub data: PathBuf,
    /// Where documents are saved unless a person says otherwise.
    pub documents: PathBuf,
}

/// The desk. One for the whole program, shared by all windows.
pub struct Desk {
    host: Box<dyn Host>,
    places: Places,
    work: Work,
    fonts: OnceLock<Fonts>,
    state: Mutex<State>,
}

impl Desk {
    /// A desk with no session open.
    #[must_use]
    pub fn new(host: Box<dyn Host>, places: Places, kiosk_times: KioskTimes) -> Self {
        let settings = shelf::read_settings(&places);
        Self {
            host,
            places,
            work: Work::default(),
            fonts: OnceLock::new(),
            state: Mutex::new(State { settings, pins: Attempts::default(), kiosk_times, open: None }),
        }
    }

    /// Whether the open session keeps the program from being left without a word: a poll is open.
    #[must_use]
    pub fn poll_is_open(&self) -> bool {
        let state = self.state();
        let round = state.open.as_ref().and_then(|open| open.round().ok().flatten());
        matches!(round, Some(procedure::round::Round::Polling(_)))
    }

    pub(crate) fn permit(&self, access: Access) -> Result<(), Problem> {
        if access == Access::Anybody {
            return Ok(());
        }
        let state = self.state();
        let open = state.open.as_ref().ok_or(DeskError::NoSessionOpen)?;
        let acts = matches!(access, Access::Operator | Access::OperatorAnywhere);
        if open.locked {
            Err(DeskError::Locked.into())
        } else if acts && open.person.role == Role::Scrutineer {
            Err(DeskError::OperatorOnly.into())
        } else if matches!(access, Access::SignedIn | Access::Operator) {
            apart::refuse(open)
        } else {
            Ok(())
        }
    }

    /// The state. A panic in another command has changed nothing that isn't on the disk whole.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something with the open session.
    pub(crate) fn with<T>(&self, act: impl FnOnce(&mut Open) -> Result<T, Problem>) -> Result<T, Problem> {
        let mut state = self.state();
        act(state.open.as_mut().ok_or(DeskError::NoSessionOpen)?)
    }

    /// The fonts of documents, read when the first is made.
    pub(crate) fn fonts(&self) -> Result<&Fonts, Problem> {
        if let Some(fonts) = self.fonts.get() {
            return Ok(fonts);
        }
        let fonts = Fonts::load(&documents::fonts_dir()?)?;
        Ok(self.fonts.get_or_init(|| fonts))
    }

    pub(crate) fn settings(&self) -> Settings {
        self.state().settings.clone()
    }
}
