//! A holder's computer dies before or after each step, and the ceremony goes on.

use crate::{NAMES, PASSPHRASE, invite, refused, station_key, step_all, take_all};
use key_holders::{Holder, KeyHolderError, Pending, Roster};
use messages::Coded;
use rand::{SeedableRng, rngs::StdRng};

/// A holder's computer: what is on its disk.
struct Computer {
    disk: Vec<u8>,
}

impl Computer {
    fn start(&self) -> Holder {
        Holder::open(&self.disk, PASSPHRASE).unwrap()
    }

    /// A step in which the computer dies three times: before anything is on the disk, after that and before the file is on the
    /// stick, and after. Returns the file that the station takes.
    fn step(
        &mut self,
        incoming: &str,
        mut step: impl FnMut(&Holder) -> Result<Pending, KeyHolderError>,
    ) -> String {
        let before = self.start();
        drop(step(&before).unwrap());
        assert_eq!(self.start().outgoing(), before.outgoing(), "a step that isn't stored has not happened");
        let pending = step(&self.start()).unwrap();
        self.disk = pending.kept().to_vec();
        drop(pending);
        let after = self.start();
        let file = after.outgoing().to_owned();
        assert_ne!(file, before.outgoing());
        let again = after.confirm(incoming, "", &mut StdRng::seed_from_u64(0));
        assert_eq!(refused(again), "key-holders.taken-already");
        assert_eq!(self.start().outgoing(), file, "the same file however often it is written");
        file
    }
}

#[test]
fn a_holder_whose_computer_dies_before_or_after_any_step_goes_on() {
    let rng = &mut StdRng::seed_from_u64(11);
    let signing = station_key();
    let mut station = invite(&signing, rng);
    // Whoever dies before anything is kept joins once more: nobody has seen the first keys.
    drop(Holder::join(station.invitation(), 1, PASSPHRASE, rng).unwrap());
    let joined = Holder::join(station.invitation(), 1, PASSPHRASE, rng).unwrap();
    let mut computer = Computer { disk: joined.kept().to_vec() };
    station.take(computer.start().outgoing()).unwrap();
    let others = (2..=5).map(|number| Holder::join(station.invitation(), number, PASSPHRASE, rng));
    let others: Vec<Holder> = others.map(|step| step.unwrap().stored()).collect();
    take_all(&mut station, &others);
    let roster = station.roster_file().unwrap();
    let spoken = Roster::read(&roster).unwrap().spoken();
    let file = computer.step(&roster, |holder| holder.confirm(&roster, &spoken, rng));
    station.take(&file).unwrap();
    let others = step_all(&mut station, &others, |holder| holder.confirm(&roster, &spoken, rng));
    let contributions = station.contributions_file().unwrap();
    let file = computer.step(&contributions, |holder| holder.share(&contributions, rng));
    station.take(&file).unwrap();
    let others = step_all(&mut station, &others, |holder| holder.share(&contributions, rng));
    let shares = station.all_shares_file().unwrap();
    let file = computer.step(&shares, |holder| holder.finish(&shares, rng));
    station.take(&file).unwrap();
    step_all(&mut station, &others, |holder| holder.finish(&shares, rng));
    let fingerprint = station.finished().unwrap().key.fingerprint();
    assert_eq!(computer.start().fingerprint().unwrap(), fingerprint);
}

#[test]
fn what_is_kept_opens_with_its_passphrase_alone_and_shows_nothing() {
    let rng = &mut StdRng::seed_from_u64(15);
    let signing = station_key();
    let station = invite(&signing, rng);
    let short = Holder::join(station.invitation(), 1, "短口令", rng);
    assert_eq!(refused(short), "key-kept.passphrase-short");
    let pending = Holder::join(station.invitation(), 1, PASSPHRASE, rng).unwrap();
    let kept = pending.kept().to_vec();
    let wrong = Holder::open(&kept, "another passphrase").err().unwrap();
    assert_eq!(wrong.code(), "key-kept.passphrase-wrong");
    let text = String::from_utf8(kept.clone()).unwrap();
    for name in NAMES {
        assert!(!text.contains(name), "{text}");
    }
    for place in (0..kept.len()).step_by(397) {
        let mut altered = kept.clone();
        altered[place] ^= 1;
        assert!(Holder::open(&altered, PASSPHRASE).is_err(), "byte {place}");
    }
}
