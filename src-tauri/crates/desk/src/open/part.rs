//! The part of a key that is open on this computer: its holder's secrets are in memory until they leave it.

use crate::machine::part_files::PartFile;
use key_holders::{Holder, KeyHolderError, Pending};
use wire::{DeskError, Problem};
use zeroize::Zeroizing;

/// An open part.
pub(crate) struct Part {
    /// The ceremony's name, in hex.
    pub id: String,
    pub holder: Holder,
    file: PartFile,
}

impl Part {
    /// Keeps the part of a holder who has joined.
    pub fn begin(id: String, file: PartFile, joined: Pending) -> Result<Self, Problem> {
        file.write(joined.kept())?;
        Ok(Self { id, holder: joined.stored(), file })
    }

    /// Opens what is kept.
    pub fn open(id: String, file: PartFile, passphrase: String) -> Result<Self, Problem> {
        let passphrase = Zeroizing::new(passphrase);
        let holder = Holder::open(&file.read()?, &passphrase)?;
        Ok(Self { id, holder, file })
    }

    /// Does a step. What is kept is on the disk when this returns; nothing of the step has left this computer before.
    pub fn step(
        &mut self,
        step: impl FnOnce(&Holder) -> Result<Pending, KeyHolderError>,
    ) -> Result<(), Problem> {
        let pending = step(&self.holder)?;
        self.file.write(pending.kept())?;
        self.holder = pending.stored();
        Ok(())
    }

    pub fn erase(self) -> Result<(), Problem> {
        self.file.erase()
    }
}

/// The open part; fails if none is open.
pub(crate) fn opened(place: &mut Option<Part>) -> Result<&mut Part, Problem> {
    place.as_mut().ok_or_else(|| DeskError::NoPartOpen.into())
}
