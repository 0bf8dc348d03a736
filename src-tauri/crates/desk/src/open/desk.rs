//! The desk: one for the whole program, shared by all windows.

use crate::{
    machine::{folders::Folders, host::Host, progress::Work, settings::Settings, wrong_pins},
    open::{
        kiosk::KioskTimes,
        part::Part,
        session::{Open, refuse_open},
    },
};
use documents::Fonts;
use office::{
    act::{Office, Witnessed, with_scrutineer},
    acts,
};
use session_model::{Profile, Role as OfficeRole};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use wire::{DeskError, Person, Problem, TwoPersons};

/// The desk: the open session, this computer, and the windows' host.
pub struct Desk {
    pub(crate) host: Box<dyn Host>,
    pub(crate) folders: Folders,
    pub(crate) work: Work,
    pub(crate) kiosk_times: KioskTimes,
    fonts: OnceLock<Fonts>,
    // Locked in this order where more than one of them is needed.
    open: Mutex<Option<Open>>,
    settings: Mutex<Settings>,
    // Never needed together with the others.
    part: Mutex<Option<Part>>,
}

impl Desk {
    /// A desk with no session open.
    #[must_use]
    pub fn new(host: Box<dyn Host>, folders: Folders, kiosk_times: KioskTimes) -> Self {
        let settings = Mutex::new(Settings::read(&folders.settings()));
        Self {
            host,
            folders,
            work: Work::default(),
            kiosk_times,
            fonts: OnceLock::new(),
            open: Mutex::default(),
            settings,
            part: Mutex::default(),
        }
    }

    /// Whether a poll is open, in the middle of which the program isn't left without a warning.
    #[must_use]
    pub fn poll_is_open(&self) -> bool {
        let open = self.open();
        let round = open.as_ref().and_then(|open| open.round().ok().flatten());
        matches!(round, Some(procedure::round::Round::Polling(_)))
    }

    /// The open session, if there is one.
    pub(crate) fn open(&self) -> MutexGuard<'_, Option<Open>> {
        held(&self.open)
    }

    /// The part of a key that is open here, if one is.
    pub(crate) fn part(&self) -> MutexGuard<'_, Option<Part>> {
        held(&self.part)
    }

    /// Does something with the open session; fails if none is open.
    pub(crate) fn with<T>(&self, act: impl FnOnce(&mut Open) -> Result<T, Problem>) -> Result<T, Problem> {
        act(self.open().as_mut().ok_or(DeskError::NoSessionOpen)?)
    }

    /// Opens a session for a person, whose PIN was checked.
    pub(crate) fn enter(
        &self,
        place: &mut Option<Open>,
        id: String,
        office: Office,
        person: Person,
    ) -> Result<(), Problem> {
        refuse_open(place.as_ref())?;
        let mut open = Open::new(&self.folders, &self.settings(), id, office, person)?;
        open.note_known(&self.folders);
        *place = Some(open);
        self.host.make_room();
        Ok(())
    }

    /// Lets a PIN of this session be tried; fails without trying it after many wrong ones. Whoever calls this holds the open
    /// session's lock, so that two tries at once are never counted as one.
    pub(crate) fn attempt<T, E: Into<Problem>>(
        &self,
        id: &str,
        check: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, Problem> {
        wrong_pins::attempt(&self.folders.wrong_pins(id), check)
    }

    /// Checks the PIN of who is signed in.
    pub(crate) fn check_own_pin(&self, open: &mut Open, pin: &str) -> Result<(), Problem> {
        let Open { id, office, person, .. } = open;
        self.attempt(id, || acts::check_pin(office, person.role.into(), &person.name, pin))
    }

    /// Checks the PINs of the operator and a scrutineer, and returns the two persons.
    pub(crate) fn with_two(&self, open: &mut Open, by: &TwoPersons) -> Result<Witnessed, Problem> {
        let (office, operator) = (&mut open.office, &open.person.name);
        self.attempt(&open.id, || {
            acts::check_pin(office, OfficeRole::Operator, operator, &by.operator_pin)?;
            acts::check_pin(office, OfficeRole::Scrutineer, &by.scrutineer, &by.scrutineer_pin)
        })?;
        Ok(with_scrutineer(&office.store().profile()?, operator, &by.scrutineer)?)
    }

    pub(crate) fn settings(&self) -> Settings {
        held(&self.settings).clone()
    }

    /// Changes the settings, and writes them.
    pub(crate) fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> Result<(), Problem> {
        let mut settings = held(&self.settings);
        change(&mut settings);
        settings.write(&self.folders.settings())
    }

    /// The fonts of documents, read when the first is made.
    pub(crate) fn fonts(&self) -> Result<&Fonts, Problem> {
        if let Some(fonts) = self.fonts.get() {
            return Ok(fonts);
        }
        let fonts = Fonts::load(&documents::fonts_dir()?)?;
        Ok(self.fonts.get_or_init(|| fonts))
    }

    /// Refuses texts with a character that no font has: it would be a blank on paper. `place` names them in the refusal.
    pub(crate) fn refuse_unprintable<'a>(
        &self,
        place: &str,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), Problem> {
        let fonts = self.fonts()?;
        let mut characters = String::new();
        for text in texts {
            characters.extend(fonts.missing(text)?);
        }
        if characters.is_empty() {
            Ok(())
        } else {
            Err(DeskError::Unprintable { place: place.to_owned(), characters }.into())
        }
    }

    /// Refuses names that couldn't be printed: better found out when they are entered than in the hall.
    pub(crate) fn refuse_unprintable_names(&self, profile: &Profile) -> Result<(), Problem> {
        let text = profile.text();
        let names = [&text.congress, &text.session, &text.presidium, &text.chief];
        let persons = text.scrutineers.iter().chain(&text.tellers);
        names.into_iter().chain(persons).try_for_each(|name| self.refuse_unprintable(name, [name.as_str()]))
    }
}

/// Locks. A panic in another command has changed nothing that isn't on the disk whole, so its poison means nothing.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
