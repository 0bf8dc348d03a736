//! A ballot proves that somebody held its slip: whoever holds everything but the slip puts no ballot into its slot.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ballot_box::{ListedSlip, SlipToken, slip_list_commitment};
use kiosk_files::{KioskBox, Spent};
use messages::Coded;
use office::acts::{self, Poll};
use piaojue_tests::{
    forge::{Insider, SPENT, tag, tamper, token},
    hall::{Apart, HallSize, HallStation},
    record::{
        STATION,
        alterations::{commitment, exchange_token_and_commitment},
        forge::{Fit, Forge},
        records,
    },
    session::{Session, Size, marks, quick_folder, unchecked},
    sqlite_file::connect,
};
use procedure::number::RoundNumber;
use record::{Report, find_sealed, verify};
use session_model::Tray;
use signed_file::Station;
use std::{fs, io::Cursor};

const CANDIDATES: usize = 2;
const SIZE: Size = Size { candidates: 2, delegates: 12, spare: 0, cards: (3, 2) };

/// Nine of twelve voted.
fn nine_voted(folder: &std::path::Path) -> Session {
    let session = Session::with_open_poll(folder, SIZE, 90);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    for (voter, code) in (0..9).zip(&session.codes) {
        poll.cast(code, &marks(CANDIDATES, voter)).unwrap();
    }
    drop(poll);
    drop(office);
    session
}

fn refused_at_open(session: &Session) -> &'static str {
    session.try_open().err().map_or("ok", |error| error.code())
}

/// The station's key signs whatever is put into the slots, and slips of the left-over pile make the tray right. What is missing is
/// what only the slips' codes give.
#[test]
fn t4_the_stations_key_and_the_open_file_without_a_slip_put_in_no_ballot() {
    let folder = quick_folder();
    let session = nine_voted(folder.path());
    let ballot = session.sealed_ballots(1).remove(0);
    let ballot = ballot.sealed().as_bytes();
    let unused = tag(&session, &session.codes[9]);
    let of_another_slip = token(&session, &session.codes[0]);
    let noise = |session: &Session| -> [u8; 32] {
        let sql = "SELECT token FROM slot WHERE tag = ?";
        connect(&session.path).query_row(sql, [unused], |row| row.get(0)).unwrap()
    };
    for invented in [[0xAB; 32], [0; 32], of_another_slip, noise(&session)] {
        let elsewhere = quick_folder();
        let attacked = session.copy_to(elsewhere.path());
        Insider::with_key_of(&attacked).put_with_token(&attacked, &unused, SPENT, &invented, ballot);
        assert_eq!(refused_at_open(&attacked), "store.slot-altered");
    }
    // The invented token's hash in the list: the log has the list's hash.
    let elsewhere = quick_folder();
    let attacked = session.copy_to(elsewhere.path());
    Insider::with_key_of(&attacked).put_with_token(&attacked, &unused, SPENT, &[0xAB; 32], ballot);
    let (hash, tag) = (SlipToken([0xAB; 32]).hash(), ballot_box::hex(&unused));
    let hash = ballot_box::hex(&hash.0);
    tamper(&attacked, &format!("UPDATE slip_list SET token_hash = x'{hash}' WHERE tag = x'{tag}'"));
    assert_eq!(refused_at_open(&attacked), "store.part-altered");
    // Who has drawn the slip can: so the attack fails for the token and nothing else.
    let token = token(&session, &session.codes[9]);
    Insider::with_key_of(&session).put_with_token(&session, &unused, SPENT, &token, ballot);
    session.close(&mut session.open(), 10).unwrap();
}

fn checked(record: &[u8]) -> Report {
    verify(Cursor::new(record), &|_| ())
}

/// The station's key can sign another list and another log as well. Then every check holds, but for the comparison with what was
/// printed and signed before the poll.
#[test]
fn t4_a_list_that_the_station_committed_to_later_is_not_the_one_that_was_signed() {
    let records = records();
    let (_, honest) = records.iter().find(|(name, _)| *name == "further").unwrap();
    let mut forge = Forge::open(honest, STATION);
    let signed = commitment(&forge);
    assert_eq!(find_sealed(&checked(honest).summary, &signed).unwrap(), Some(RoundNumber(1)));
    exchange_token_and_commitment(&mut forge);
    let report = checked(&forge.record(Fit::Parts));
    assert!(report.holds(), "{:?}", report.first_failure());
    assert_eq!(find_sealed(&report.summary, &signed).unwrap(), None);
    assert_eq!(find_sealed(&report.summary, "ab").unwrap_err().code(), "verify-file.commitment");
}

/// What is printed at the sealing is the commitment to what the file holds.
#[test]
fn the_sealing_commits_to_the_list_of_slips() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 92);
    let office = session.open();
    let list = office.store().slip_list(RoundNumber(1)).unwrap();
    assert_eq!(list.len(), session.codes.len());
    let commitment = slip_list_commitment(list.iter().rev().copied());
    let log = office.store().log().unwrap();
    let named = format!(r#""list":"{commitment}""#);
    assert_eq!(log.iter().filter(|logged| logged.entry.contains(&named)).count(), 1);
    drop(office);
    for code in &session.codes {
        let (tag, hash) = (tag(&session, code), SlipToken(token(&session, code)).hash());
        assert!(list.contains(&ListedSlip { tag: ballot_box::SlipTag(tag), token: hash }));
    }
}

/// A station with six slips of zone 2, and a kiosk there that nobody has voted at.
fn with_kiosk(seed: u64) -> (HallStation, Apart) {
    let size = HallSize { candidates: 2, zones: vec![3, 6], paper: 0 };
    let station = HallStation::with_open_poll(size, seed);
    let mut office = HallStation::open(station.folder.path());
    let kiosk = station.provision(&mut office, 1, 2);
    (station, kiosk)
}

/// A kiosk's key and its provision: all that its box is made of but the slips.
#[test]
fn t11_a_kiosks_key_and_its_provision_without_a_slip_make_no_box_that_is_merged() {
    let (station, kiosk) = with_kiosk(91);
    let key = Station::load(&kiosk.key()).unwrap();
    let honest = KioskBox::read(&kiosk.close(&station.two())).unwrap().0;
    let mut office = HallStation::open(station.folder.path());
    let mut poll = Poll::open(&mut office).unwrap();
    let ballots: Vec<_> = (0..6).map(|voter| poll.seal(&marks(2, voter)).unwrap()).collect();
    drop(poll);
    let stuffed = |version: u8, token: Option<SlipToken>| {
        let spent = |(tag, ballot): (&ballot_box::SlipTag, &acts::ProvenBallot)| Spent {
            tag: *tag,
            token,
            ballot: ballot.sealed().clone(),
        };
        let spent = honest.unused.iter().zip(&ballots).map(spent).collect();
        KioskBox { version, tray: 6, unused: Vec::new(), spent, ..honest.clone() }.write(&key).unwrap()
    };
    let mut refused = |file: &[u8]| acts::merge_box(&mut office, &station.two(), file).unwrap_err().code();
    assert_eq!(refused(&stuffed(2, Some(SlipToken([0xAB; 32])))), "kiosk-box.token-wrong");
    assert_eq!(refused(&stuffed(2, None)), "kiosk-file.malformed");
    assert_eq!(refused(&stuffed(1, None)), "kiosk-file.older");
    assert_eq!(office.store().ballots_in_box().unwrap().0, 0);
}

/// The control: with the slips the same kiosk's box is merged.
#[test]
fn a_box_of_slips_that_somebody_held_is_merged() {
    let (station, kiosk) = with_kiosk(93);
    kiosk.vote(2, (0..6).zip(&station.codes[3..]));
    let file = kiosk.close(&station.two());
    let mut office = HallStation::open(station.folder.path());
    acts::merge_box(&mut office, &station.two(), &file).unwrap();
    assert_eq!(office.store().ballots_in_box().unwrap().0, 6);
}

/// A provision lists which slips were spent before it was made, at a time that the log has.
#[test]
fn t13_after_the_close_no_provision_says_which_slips_were_spent_before_it() {
    let (station, kiosk) = with_kiosk(94);
    let path = HallStation::path(station.folder.path());
    let files = || [fs::read(&path).unwrap(), fs::read(signed_file::journal_of(&path)).unwrap()].concat();
    let list = HallStation::open(station.folder.path()).store().slip_list(RoundNumber(1)).unwrap();
    let written: Vec<String> = list.iter().map(|row| row.tag.to_string()).collect();
    let is_there = |files: &[u8]| {
        let holds = |tag: &String| files.windows(64).any(|window| window == tag.as_bytes());
        written.iter().filter(|tag| holds(tag)).count()
    };
    assert_eq!(is_there(&files()), 6, "the six of the kiosk's zone");
    let mut office = HallStation::open(station.folder.path());
    let file = kiosk.close(&station.two());
    acts::merge_box(&mut office, &station.two(), &file).unwrap();
    acts::close_poll(&mut office, &station.two(), Tray { slips: 0, paper: 0 }, None, &unchecked()).unwrap();
    drop(office);
    assert_eq!(is_there(&files()), 0);
}
