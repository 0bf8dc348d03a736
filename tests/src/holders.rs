//! The holders of a distributed key, each with what is in their own computer, as they make it with a station and count its boxes.

use crate::session::operator;
use key_holders::{Holder, KeyHolderError, Pending, spoken_hex};
use office::{OfficeError, act::Office, acts};
use rand::{SeedableRng, rngs::StdRng};

/// Every holder's.
pub const PASSPHRASE: &str = "共同生成密钥用的一句口令";

/// The station of a session whose key is made: what holders' sticks are inserted into.
pub trait AtStation {
    /// The station's file that is due.
    fn due(&mut self) -> String;
    /// Takes a holder's file; returns the holder's number.
    fn bring(&mut self, file: &str) -> Result<u32, OfficeError>;
}

impl AtStation for Office {
    fn due(&mut self) -> String {
        acts::key_file_due(self).expect("a file that is due").1
    }

    fn bring(&mut self, file: &str) -> Result<u32, OfficeError> {
        acts::take_key_file(self, &operator(), file)
    }
}

/// The holders, and what they were handed.
pub struct Holders {
    /// By number, from 1: what is in each holder's computer.
    pub computers: Vec<Holder>,
    /// All files that were on sticks.
    pub files: Vec<String>,
    /// What chance their computers have.
    pub rng: StdRng,
}

impl Holders {
    /// As many as were invited join.
    pub fn join(station: &mut impl AtStation, holders: u32, seed: u64) -> Self {
        let invitation = station.due();
        let mut joined =
            Self { computers: Vec::new(), files: vec![invitation.clone()], rng: StdRng::seed_from_u64(seed) };
        for number in 1..=holders {
            let step = Holder::join(&invitation, number, PASSPHRASE, &mut joined.rng);
            let holder = joined.brought(station, step);
            joined.computers.push(holder);
        }
        joined
    }

    /// Those who have joined make the key, up to the last confirmation.
    pub fn make(&mut self, station: &mut impl AtStation) {
        self.each(station, |holder, roster, rng| {
            let spoken = holder.look_at_roster(roster)?.spoken();
            holder.confirm(roster, &spoken, rng)
        });
        self.each(station, Holder::share);
        self.each(station, Holder::finish);
    }

    fn each(
        &mut self,
        station: &mut impl AtStation,
        step: impl Fn(&Holder, &str, &mut StdRng) -> Result<Pending, KeyHolderError>,
    ) {
        let due = station.due();
        for place in 0..self.computers.len() {
            let done = step(&self.computers[place], &due, &mut self.rng);
            self.computers[place] = self.brought(station, done);
        }
        self.files.push(due);
    }

    fn brought(&mut self, station: &mut impl AtStation, step: Result<Pending, KeyHolderError>) -> Holder {
        let holder = step.expect("a step").stored();
        station.bring(holder.outgoing()).expect("taken");
        self.files.push(holder.outgoing().to_owned());
        holder
    }

    /// The holder of this number counts a closed box, whose root they hear; returns the file with their share.
    pub fn count(&mut self, holder: usize, closed_box: &str, root: &str) -> Result<String, KeyHolderError> {
        let heard = spoken_hex(root).expect("a root");
        let counted = self.computers[holder - 1].count(closed_box, &heard, &mut self.rng)?.stored();
        self.computers[holder - 1] = counted.clone();
        Ok(counted.outgoing().to_owned())
    }
}
