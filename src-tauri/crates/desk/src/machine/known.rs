//! What this computer knows of a session apart from its file, in a file beside its station's key: so that an older copy put in the
//! file's place is found, and needs somebody whom the computer knows.

use crate::machine::{
    files::{make_folder, write_anew},
    folders::Folders,
};
use office::store::{Store, inspect::Content};
use serde::{Deserialize, Serialize};
use session_model::{KnownPerson, Role};
use signed_file::{PinError, Station};
use std::{fs, path::Path};
use wire::{DeskError, Problem};

/// Ends the names of these files.
const EXTENSION: &str = "known";

/// What is known of a session.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Known {
    /// How many entries its log had.
    pub entries: u32,
    /// The hash of the last of them, in hex.
    head: String,
    /// Who can sign in.
    people: Vec<KnownPerson>,
    /// The fingerprints of the keys that ballots were sealed to; none of a remote kiosk, which has its station's.
    keys: Vec<String>,
}

impl Known {
    /// What is to be known of an open session.
    pub fn of(store: &Store) -> Result<Self, Problem> {
        let (entries, head) = store.log_end()?.unwrap_or_default();
        let keys = if store.this_kiosk()?.is_some() { Vec::new() } else { store.key_fingerprints()? };
        Ok(Self { entries, head: ballot_box::hex(&head), people: store.known_people()?, keys })
    }

    /// What is to be known of a session's file that was checked.
    pub fn of_file(content: &Content) -> Self {
        Self {
            entries: procedure::count::counted(content.log.len()),
            head: content.log_head.clone(),
            people: content.people.clone(),
            keys: content.keys.clone(),
        }
    }

    /// Returns what was noted; none where nothing was, or it can't be understood.
    pub fn read(folders: &Folders, id: &str) -> Option<Self> {
        serde_json::from_slice(&fs::read(folders.known(id)).ok()?).ok()
    }

    /// Notes it.
    pub fn write(&self, folders: &Folders, id: &str) -> Result<(), Problem> {
        let file = folders.known(id);
        let text = serde_json::to_vec(self).map_err(|error| DeskError::unexpected(&error))?;
        make_folder(&folders.keys())?;
        write_anew(&file, &text).map_err(|error| DeskError::path(&file, &error).into())
    }

    /// Whether a log goes at least as far as is known. One that is shorter, or went another way, does not.
    pub fn is_in(&self, log: &[[u8; 32]]) -> bool {
        let last = self.entries.checked_sub(1).and_then(|place| log.get(place as usize));
        last.map_or(self.entries == 0, |hash| ballot_box::hex(hash) == self.head)
    }

    /// The names of those of whom one takes part in restoring: the scrutineers, or the operators where no scrutineer had a PIN.
    pub fn witnesses(&self) -> Vec<String> {
        let of = |role| {
            self.people.iter().filter(move |person| person.role == role).map(|person| person.name.clone())
        };
        let scrutineers: Vec<String> = of(Role::Scrutineer).collect();
        if scrutineers.is_empty() { of(Role::Operator).collect() } else { scrutineers }
    }

    /// Whether this person's PIN is still the one that is known.
    pub fn has(&self, person: &KnownPerson) -> bool {
        self.people.contains(person)
    }

    /// Checks the PIN of one who takes part in restoring.
    pub fn check_witness(&self, name: &str, pin: &str, station: &Station) -> Result<(), PinError> {
        let witness = |person: &&KnownPerson| person.name == name && self.witnesses().contains(&person.name);
        let hash = self.people.iter().find(witness).map(|person| person.pin.as_str());
        signed_file::check_pin(name, hash, pin, station).map(drop)
    }
}

/// Fails where a key is known from another session of this computer: whoever has that one's cards could open this one's.
pub(crate) fn refuse_known_key(folders: &Folders, id: &str, key: &str) -> Result<(), Problem> {
    let others = fs::read_dir(folders.keys()).into_iter().flatten().flatten().map(|entry| entry.path());
    let others = others.filter(|path| path.extension().is_some_and(|extension| extension == EXTENSION));
    let id_of = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let knows_it = |other: &String| {
        other != id
            && Known::read(folders, other).is_some_and(|known| known.keys.iter().any(|known| known == key))
    };
    match others.filter_map(|path| id_of(&path)).find(knows_it) {
        Some(session) => Err(DeskError::KeyKnown { session }.into()),
        None => Ok(()),
    }
}
