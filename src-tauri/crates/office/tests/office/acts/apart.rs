//! A session with zones and kiosks apart, for the tests that need them.

use super::hall::{Hall, by, clock, marks, two, unchecked};
use ballot_box::{KeyCard, SlipCode};
use kiosk_files::{KioskBox, Request};
use office::{
    OfficeError, Randomness,
    act::Office,
    acts::{self, KioskPlace, Merging, Poll},
};
use procedure::number::KioskNumber;
use session_model::{Handed, Tray, Zone, ZoneSlips};
use signed_file::Station;
use std::path::PathBuf;
use tempfile::TempDir;

pub const RULES: &str = r#"{ "seats": 2 }"#;

/// A kiosk apart in a folder of its own, with its key.
pub struct Kiosk {
    pub folder: TempDir,
    pub office: Office,
    pub provision: Vec<u8>,
}

pub fn zone(number: u32) -> Zone {
    Zone::new(number).unwrap()
}

/// A session with its poll open: so many slips of each zone, all handed out.
pub fn open_hall(zones: &[u32]) -> Hall {
    let slips: u32 = zones.iter().sum();
    let mut hall = Hall::new(slips, RULES);
    acts::begin(&mut hall.office, &by()).unwrap();
    seal(&mut hall, zones);
    hall.open(slips);
    hall
}

/// Adopts and seals the round that is begun, and opens check-in.
pub fn seal(hall: &mut Hall, zones: &[u32]) {
    let warnings = acts::warnings(&hall.office).unwrap();
    acts::adopt(&mut hall.office, &by(), &warnings).unwrap();
    let slips = ZoneSlips::new(zones).unwrap();
    let ceremony = if hall.cards.is_empty() {
        acts::prepare_sealing(&mut hall.office, slips, 0).unwrap()
    } else {
        acts::reuse_cards(&mut hall.office, slips, 0).unwrap()
    };
    hall.cards.extend(ceremony.cards().iter().map(|card| KeyCard::parse(&card.scanned()).unwrap()));
    hall.codes = ceremony.codes().to_vec();
    acts::seal(&mut hall.office, &two(), &ceremony).unwrap();
    acts::open_check_in(&mut hall.office, &by()).unwrap();
}

/// A kiosk that has made its key, and asks to be provisioned.
pub fn asking(name: &str) -> (TempDir, Request) {
    let folder = TempDir::new().unwrap();
    let key = key_in(&folder);
    let request = Request::read(&Request::write(name, &key).unwrap()).unwrap();
    (folder, request)
}

fn key_in(folder: &TempDir) -> Station {
    Station::load_or_create(&folder.path().join("kiosk.key"), &mut Randomness::System).unwrap()
}

pub fn place(folder: &TempDir) -> KioskPlace<'_> {
    let (key, clock, randomness) = (key_in(folder), clock(), Randomness::System);
    KioskPlace { folder: folder.path(), key, clock, randomness }
}

/// Provisions a new kiosk and opens it.
pub fn kiosk(hall: &mut Hall, number: u32, of: u32) -> Kiosk {
    let (folder, request) = asking(&format!("北厅{number}"));
    let provision =
        acts::provision_kiosk(&mut hall.office, &two(), &request, KioskNumber(number), zone(of)).unwrap();
    let office = acts::load_provision(place(&folder), &provision, &two()).unwrap();
    Kiosk { folder, office, provision }
}

impl Kiosk {
    /// Casts a ballot with each of these slips.
    pub fn cast(&mut self, codes: &[SlipCode], ballot: &str) {
        let mut poll = Poll::open(&mut self.office).unwrap();
        for code in codes {
            poll.cast(code, &marks(ballot)).unwrap();
        }
    }

    pub fn try_cast(&mut self, code: &SlipCode) -> Result<(), OfficeError> {
        Poll::open(&mut self.office)?.cast(code, &marks("+...")).map(drop)
    }

    /// Closes with as many slips in the tray as there are ballots, and writes the box.
    pub fn close(&mut self) -> Vec<u8> {
        let tray = self.office.store().ballots_in_box().unwrap().0;
        acts::close_kiosk(&mut self.office, &two(), tray, None).unwrap();
        acts::export_box(&self.office).unwrap()
    }

    pub fn key(&self) -> Station {
        key_in(&self.folder)
    }

    pub fn key_path(&self) -> PathBuf {
        self.folder.path().join("kiosk.key")
    }

    pub fn database(&self) -> PathBuf {
        self.office.store().path().to_owned()
    }

    /// The box with these changes, signed by this kiosk's own key: what its owner could write.
    pub fn forge(&self, file: &[u8], change: impl FnOnce(&mut KioskBox)) -> Vec<u8> {
        let mut read = KioskBox::read(file).unwrap().0;
        change(&mut read);
        read.write(&self.key()).unwrap()
    }
}

pub fn merge(hall: &mut Hall, file: &[u8]) -> Result<Merging, OfficeError> {
    acts::merge_box(&mut hall.office, &two(), file)
}

/// The approvals of each candidate, once the round is closed with this many slips and counted.
pub fn close_and_count(hall: &mut Hall, slips: u32) -> Vec<u32> {
    acts::close_poll(&mut hall.office, &two(), Tray { slips, paper: 0 }, None, &unchecked()).unwrap();
    assert_eq!(hall.count(), "done");
    hall.decision().tally.totals().iter().map(|total| total.approve.0).collect()
}

/// Everybody whose number is up to this checks in with a slip.
pub fn check_in(hall: &mut Hall, present: u32) {
    for number in 1..=present {
        assert_eq!(hall.check_in(number, Handed::Slip), "done");
    }
}
