//! A program that was ended in the middle of a poll: every ballot is there, and nothing goes on before the trays were counted.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use messages::Coded as _;
use office::{
    OfficeError,
    act::{Office, Witnessed},
    acts::{self, Poll},
};
use piaojue_tests::{
    hall::{HallSize, HallStation},
    session::{Session, Size, expected, marks, quick_folder, unchecked},
};
use procedure::number::KioskNumber;
use record::{Note, Report, verify};
use record_export::make;
use session_model::Tray;
use std::io::Cursor;

const CANDIDATES: usize = 2;
const SIZE: Size = Size { candidates: 2, delegates: 14, spare: 0, cards: (3, 2) };
const STATEMENT: &str = "票签十四张，票箱六张，原因待查，主席团决定继续。";

/// Voters cast their ballots, each with the slip of the same place.
fn cast(office: &mut Office, session: &Session, voters: std::ops::Range<u32>, marked: u32) {
    let mut poll = Poll::open(office).unwrap();
    for voter in voters {
        poll.cast(&session.codes[voter as usize], &marks(CANDIDATES, marked)).unwrap();
    }
}

fn code_of<T>(result: Result<T, OfficeError>) -> &'static str {
    result.err().map_or("ok", |error| error.code())
}

const fn slips(slips: u32) -> Tray {
    Tray { slips, paper: 0 }
}

fn entries(office: &Office) -> Vec<String> {
    office.store().log().unwrap().into_iter().map(|logged| logged.entry).collect()
}

/// The record of a session whose poll is closed and that goes no further.
fn verified(office: &mut Office, two: &Witnessed) -> Report {
    acts::end_by_decision(office, two, "演示到此为止，不再计票。").unwrap();
    acts::end_rounds(office, two, "演示到此为止，不再举行票决。").unwrap();
    let mut record = Cursor::new(Vec::new());
    make(office, &[], &mut record).unwrap();
    verify(Cursor::new(record.into_inner()), &|_| ())
}

#[test]
fn t3_a_copy_put_back_in_the_middle_of_a_poll_is_found_before_its_slips_vote_again() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 83);
    cast(&mut session.open(), &session, 0..6, 0);
    let elsewhere = quick_folder();
    let copy = session.copy_to(elsewhere.path());
    cast(&mut session.open(), &session, 6..14, 0);

    // The copy is put back. Fourteen slips are in the tray, and six ballots in its box.
    let mut office = copy.try_open().unwrap();
    assert_eq!(office.round().unwrap().state().name(), "suspended");
    assert!(Poll::open(&mut office).is_err(), "no slip is taken");
    let two = copy.witnessed();
    assert_eq!(code_of(acts::resume(&mut office, &two)), "acts.trays-to-be-counted");
    let silent = acts::resume_counted(&mut office, &two, slips(14), None).unwrap_err();
    assert_eq!(silent.code(), "acts.tray-differs");
    let told: Vec<String> = silent.facts().into_iter().map(|(_, value)| value).collect();
    assert_eq!(told, ["14"], "what the two counted, and not what is in the box");
    let short = Some("继续".to_owned());
    assert_eq!(code_of(acts::resume_counted(&mut office, &two, slips(14), short)), "acts.statement-short");

    // Whoever goes on all the same says why, and it is told wherever the round is.
    acts::resume_counted(&mut office, &two, slips(14), Some(STATEMENT.to_owned())).unwrap();
    assert!(entries(&office).last().unwrap().contains(STATEMENT));
    cast(&mut office, &copy, 6..14, 1);
    copy.close(&mut office, 14).unwrap();
    let report = verified(&mut office, &two);
    assert!(report.holds(), "{:?}", report.first_failure());
    let noted: Vec<&Note> = report.noted.iter().map(|noted| &noted.note).collect();
    assert!(noted.contains(&&Note::Interrupted { turnout: 6 }), "{noted:?}");
    let stated = Note::CountStatement {
        slips: 14,
        paper: 0,
        box_slips: 6,
        box_paper: 0,
        statement: STATEMENT.to_owned(),
    };
    assert!(noted.contains(&&stated), "{noted:?}");
}

#[test]
fn an_interrupted_poll_goes_on_with_all_its_ballots_once_the_trays_agree() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 84);
    let mut office = session.try_open().unwrap();
    let two = session.witnessed();
    acts::resume_counted(&mut office, &two, slips(0), None).unwrap();
    cast(&mut office, &session, 0..5, 0);
    drop(office);

    let mut office = session.try_open().unwrap();
    assert!(office.trays_are_to_be_counted());
    acts::resume_counted(&mut office, &two, slips(5), None).unwrap();
    assert!(!office.trays_are_to_be_counted());
    // Suspended and resumed without the file being opened again, nothing is to be counted.
    acts::suspend(&mut office, &two).unwrap();
    acts::resume(&mut office, &two).unwrap();
    cast(&mut office, &session, 5..8, 1);

    // Opened again while it was suspended by two, the trays are to be counted as well: an older copy may have been put back.
    acts::suspend(&mut office, &two).unwrap();
    drop(office);
    let mut office = session.try_open().unwrap();
    assert_eq!(code_of(acts::resume(&mut office, &two)), "acts.trays-to-be-counted");
    acts::resume_counted(&mut office, &two, slips(8), None).unwrap();

    let acts_told = |act: &str| {
        let event = format!(r#""event":{{"act":"{act}""#);
        entries(&office).iter().filter(|entry| entry.contains(&event)).count()
    };
    assert_eq!((acts_told("interrupted"), acts_told("opened")), (2, 3));
    session.close(&mut office, 8).unwrap();
    let totals = session.count(&mut office, &session.cards(&[1, 2])).unwrap();
    assert_eq!(totals, expected(CANDIDATES, [0, 0, 0, 0, 0, 1, 1, 1]));
}

#[test]
fn an_interrupted_poll_can_be_closed_by_its_tray_alone() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 85);
    cast(&mut session.open(), &session, 0..5, 0);
    let mut office = session.try_open().unwrap();
    assert_eq!(code_of(session.close(&mut office, 4)), "acts.box-differs-from-tray");
    session.close(&mut office, 5).unwrap();
    assert!(!office.trays_are_to_be_counted());
}

#[test]
fn a_file_opened_before_the_poll_says_so_and_stops_nothing() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 86);
    let office = session.open();
    let opened = |entry: &&String| entry.contains(r#""act":"opened""#);
    let log = entries(&office);
    let last = log.iter().rev().find(opened).unwrap();
    assert!(last.contains(r#""operator":"program","witness":null"#), "{last}");
}

#[test]
fn a_remote_kiosk_goes_on_once_its_own_tray_was_counted() {
    let hall = HallStation::with_open_poll(HallSize { candidates: 2, zones: vec![4, 4], paper: 0 }, 87);
    let mut station = HallStation::open(hall.folder.path());
    let kiosk = hall.provision(&mut station, 1, 2);
    let two = hall.two();
    let open = || kiosk.try_open().unwrap();
    kiosk.vote(2, (0..3).zip(&hall.codes[4..7]));
    let mut office = open();
    assert_eq!(office.round().unwrap().state().name(), "suspended");
    assert_eq!(code_of(acts::resume_counted(&mut office, &two, slips(2), None)), "acts.tray-differs");
    acts::resume_counted(&mut office, &two, slips(3), None).unwrap();
    Poll::open(&mut office).unwrap().cast(&hall.codes[7], &marks(CANDIDATES, 0)).unwrap();
}

/// An older copy of a kiosk's file is put back, say, and the two go on all the same.
#[test]
fn a_difference_in_a_remote_kiosks_tray_comes_with_its_box_and_is_noted() {
    let hall = HallStation::with_open_poll(HallSize { candidates: 2, zones: vec![4, 4], paper: 0 }, 88);
    let mut station = HallStation::open(hall.folder.path());
    let kiosk = hall.provision(&mut station, 1, 2);
    let two = hall.two();
    kiosk.vote(2, (0..3).zip(&hall.codes[4..7]));
    let mut office = kiosk.try_open().unwrap();
    acts::resume_counted(&mut office, &two, slips(2), Some(STATEMENT.to_owned())).unwrap();
    drop(office);
    acts::merge_box(&mut station, &two, &kiosk.close(&two)).unwrap();
    let merged = entries(&station).pop().unwrap();
    assert_eq!(merged.matches(STATEMENT).count(), 1, "counts that agree say nothing: {merged}");
    acts::close_poll(&mut station, &two, slips(3), None, &unchecked()).unwrap();
    let report = verified(&mut station, &two);
    assert!(report.holds(), "{:?}", report.first_failure());
    let stated = Note::KioskCountStatement {
        kiosk: KioskNumber(1),
        slips: 2,
        box_slips: 3,
        statement: STATEMENT.to_owned(),
    };
    assert!(report.noted.iter().any(|noted| noted.note == stated), "{:?}", report.noted);
}
