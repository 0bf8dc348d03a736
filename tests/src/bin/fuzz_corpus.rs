//! Writes the files that the fuzz targets begin with and that only the program itself can make: those that travel between
//! station and kiosk, and that of a challenged ballot. `cargo run -p piaojue-tests --bin fuzz_corpus -- tests/fixtures/fuzz`

#![expect(clippy::expect_used, reason = "a tool of tests")]

use ballot_box::VoterDigits;
use kiosk_files::Request;
use office::{
    Randomness,
    acts::{self, KioskPlace, Poll},
};
use piaojue_tests::{
    hall::{HallSize, HallStation},
    session::{Session, Size, clock, marks, quick_folder},
};
use procedure::number::KioskNumber;
use session_model::Zone;
use signed_file::Station;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The secret of the kiosk whose files these are.
const KIOSK: [u8; 32] = [9; 32];

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("a folder to write to"));
    kiosk_files(&folder.join("kiosk"));
    challenge(&folder.join("challenge"));
}

fn kiosk_files(folder: &Path) {
    fs::create_dir_all(folder).expect("a folder");
    let hall = HallStation::with_open_poll(HallSize { candidates: 3, zones: vec![3, 2], paper: 1 }, 1);
    let mut office = HallStation::open(hall.folder.path());
    let request = Request::write("北厅一号", &Station::from_secret(&KIOSK)).expect("a request");
    fs::write(folder.join("a.pjrequest"), &request).expect("written");
    let request = Request::read(&request).expect("a request");
    let zone = Zone::new(1).expect("a zone");
    let file =
        acts::provision_kiosk(&mut office, &hall.two(), &request, KioskNumber(1), zone).expect("provisioned");
    fs::write(folder.join("a.pjkiosk"), &file).expect("written");
    let place = quick_folder();
    let at = KioskPlace {
        folder: place.path(),
        key: Station::from_secret(&KIOSK),
        clock: clock(),
        randomness: Randomness::System,
    };
    let mut kiosk = acts::load_provision(at, &file, &hall.two()).expect("loaded");
    let mut poll = Poll::open(&mut kiosk).expect("poll");
    for (voter, code) in (0..).zip(&hall.codes[..2]) {
        poll.cast(code, &marks(3, voter)).expect("cast");
    }
    drop(poll);
    acts::close_kiosk(&mut kiosk, &hall.two(), 2, None).expect("closed");
    fs::write(folder.join("a.pjbox"), acts::export_box(&kiosk).expect("a box")).expect("written");
}

fn challenge(folder: &Path) {
    fs::create_dir_all(folder).expect("a folder");
    let place = quick_folder();
    let size = Size { candidates: 3, delegates: 3, spare: 1, cards: (3, 2) };
    let session = Session::with_open_poll(place.path(), size, 1);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).expect("poll");
    let sealed = poll.seal_openable(&marks(3, 1), VoterDigits::NONE).expect("sealed");
    let challenged = poll.challenge(&session.codes[0], sealed).expect("challenged");
    fs::write(folder.join("a.pjchallenge"), challenged.file).expect("written");
}
