//! Files that version 0.1.0 wrote open, verify and go on, as files of every released version do.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a test fails by panicking")]

use ballot_box::{KeyCard, SlipCode};
use kiosk_files::{KioskBox, Provision, Request};
use office::{
    Randomness,
    act::{Office, with_scrutineer},
    acts::{self, Merging, Poll},
    store::inspect::inspect,
};
use piaojue_tests::{
    hall::HallStation,
    session::{clock, expected, marks, operator, quick_folder, unchecked},
};
use procedure::round::Round;
use record::verify;
use session_model::Tray;
use signed_file::Station;
use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

const CANDIDATES: usize = 5;

fn written_by_0_1_0(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/files-0.1.0").join(name)
}

/// A copy to work on.
fn copy_of(name: &str) -> TempDir {
    let folder = quick_folder();
    copy_into(name, folder.path());
    folder
}

/// Copies these files into a folder.
pub fn copy_into(name: &str, folder: &Path) {
    for entry in fs::read_dir(written_by_0_1_0(name)).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
}

/// The slips' codes and the key cards as they were printed.
fn on_paper() -> (Vec<SlipCode>, Vec<KeyCard>) {
    let text = fs::read_to_string(written_by_0_1_0("open/on-paper.txt")).unwrap();
    let (slips, cards) = text.strip_prefix("slips\n").unwrap().split_once("cards\n").unwrap();
    (
        slips.lines().map(|code| SlipCode::parse(code).unwrap()).collect(),
        cards.lines().map(|card| KeyCard::parse(card).unwrap()).collect(),
    )
}

#[test]
fn a_poll_that_0_1_0_left_open_goes_on_to_its_result() {
    let folder = copy_of("open");
    let mut office = HallStation::open(folder.path());
    let (slips, cards) = on_paper();
    let profile = office.store().profile().unwrap();
    let two = with_scrutineer(&profile, &operator().0, &profile.text().chief).unwrap();

    let mut poll = Poll::open(&mut office).unwrap();
    poll.cast(&slips[3], &marks(CANDIDATES, 4)).unwrap();
    let again = poll.cast(&slips[0], &marks(CANDIDATES, 1)).unwrap_err();
    assert_eq!(again.to_string(), "acts.slip-spent");
    drop(poll);

    let kiosk_box = fs::read(folder.path().join("kiosk-1.box")).unwrap();
    assert!(matches!(acts::merge_box(&mut office, &two, &kiosk_box).unwrap(), Merging::Merged { .. }));
    acts::close_poll(&mut office, &two, Tray { slips: 6, paper: 2 }, None, &unchecked()).unwrap();
    acts::count(&mut office, &two, &cards, &|_| true).unwrap();
    let Round::Counted(counted) = office.round().unwrap() else { panic!("counted") };
    let totals: Vec<(u32, u32)> =
        counted.decision.tally.totals().iter().map(|total| (total.approve.0, total.oppose.0)).collect();
    assert_eq!(totals, expected(CANDIDATES, [1, 2, 3, 4, 5, 6, 8, 9]));
}

#[test]
fn a_kiosk_that_0_1_0_left_open_holds_its_ballots() {
    let folder = copy_of("open/kiosk-1");
    let key = Station::load(&folder.path().join("kiosk.key")).unwrap();
    let database = folder.path().join("round-1-kiosk-1-2462e548.db");
    let office = Office::open(&database, key, clock(), Randomness::System).unwrap();
    assert_eq!(office.store().ballots_in_box().unwrap().0, 2);
}

#[test]
fn what_travelled_between_station_and_kiosk_is_read() {
    let file = |name: &str| fs::read(written_by_0_1_0(&format!("open/kiosk-1.{name}"))).unwrap();
    assert_eq!(Request::read(&file("request")).unwrap().name, "1号机");
    Provision::read(&file("provision")).unwrap();
    assert_eq!(KioskBox::read(&file("box")).unwrap().0.spent.len(), 2);
}

#[test]
fn a_finished_session_of_0_1_0_opens_and_gives_a_record_that_verifies() {
    let folder = copy_of("finished");
    let database = folder.path().join("session.db");
    inspect(&database).unwrap();
    let office = HallStation::open(folder.path());
    assert_eq!(office.store().rounds().unwrap().len(), 3);
    let mut record = Cursor::new(Vec::new());
    record_export::make(&office, &[], &mut record).unwrap();
    let report = verify(Cursor::new(record.get_ref()), &|_| ());
    assert!(report.holds(), "{:?}", report.first_failure());
    // Its first round was sealed by the rules of the first version, and so its record is one of that.
    assert_eq!(report.summary.version, 1);
}
