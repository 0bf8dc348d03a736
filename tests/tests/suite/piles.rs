//! At the close every slip that was made is accounted for by its code: a ballot that was cast with a slip of the left-over pile is
//! found.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ballot_box::SlipCode;
use messages::Coded;
use office::{
    OfficeError,
    act::Office,
    acts::{self, Misfit, Pile, PileCheck, Piles, Poll, WhyMisfit},
};
use piaojue_tests::{
    record::announce,
    session::{Session, Size, expected, marks, quick_folder},
};
use procedure::round::Round;
use record::{Report, verify};
use record_export::make;
use session_model::Tray;
use std::{io::Cursor, path::Path};

const CANDIDATES: usize = 2;
/// Twelve slips are drawn, and eight left over.
const SIZE: Size = Size { candidates: 2, delegates: 12, spare: 8, cards: (3, 2) };
const DRAWN: usize = 12;
const REASON: &str = "剩余票签中有一张已经投出选票，无人领取，经核对作废。";

/// Nine of those who drew a slip vote; three ballots are cast with slips of the left-over pile.
fn stuffed(folder: &Path, seed: u64) -> Session {
    let session = Session::with_open_poll(folder, SIZE, seed);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    let used = session.codes[..9].iter().chain(&session.codes[DRAWN..DRAWN + 3]);
    for (voter, code) in (0..).zip(used) {
        poll.cast(code, &marks(CANDIDATES, voter)).unwrap();
    }
    drop(poll);
    drop(office);
    session
}

fn scanned(office: &Office, left_over: &[SlipCode], tray: &[SlipCode]) -> Piles {
    let mut piles = Piles::default();
    for (pile, codes) in [(Pile::LeftOver, left_over), (Pile::Tray, tray)] {
        for code in codes {
            acts::scan_slip(office, &mut piles, pile, code).unwrap();
        }
    }
    piles
}

fn close(session: &Session, office: &mut Office, tray: u32, piles: &Piles) -> Result<(), OfficeError> {
    let check = PileCheck::Scanned { piles: piles.clone(), spoiled: 0 };
    acts::close_poll(office, &session.witnessed(), Tray { slips: tray, paper: 0 }, None, &check)
}

fn code_of(result: Result<(), OfficeError>) -> &'static str {
    result.err().map_or("done", |error| error.code())
}

/// Signs and announces, and checks the record.
fn report_of(session: &Session, office: &mut Office) -> Report {
    announce(office, &session.witnessed());
    let mut record = Cursor::new(Vec::new());
    make(office, &[], &mut record).unwrap();
    verify(Cursor::new(record.into_inner()), &|_| ())
}

fn times(report: &Report, note: &str) -> usize {
    report.noted.iter().filter(|noted| noted.note.code() == note).count()
}

/// Before, numbers alone were compared: a tray of twelve, twelve ballots, and a record in which everything held.
#[test]
fn t4_twelve_drawn_nine_voted_and_three_cast_with_left_over_slips_is_found_by_code() {
    let folder = quick_folder();
    let session = stuffed(folder.path(), 101);
    let mut office = session.open();
    let piles = scanned(&office, &session.codes[DRAWN..], &[]);
    let status = acts::piles_status(&office, &piles).unwrap();
    assert_eq!((status.left_over.scanned, status.expected), (8, 8), "the numbers are right");
    let mut found: Vec<Misfit> = status.left_over.misfits;
    found.sort_by_key(|misfit| misfit.ending.clone());
    let ending = |code: &SlipCode| code.scanned().split_off(12);
    let mut expected_endings: Vec<String> = session.codes[DRAWN..DRAWN + 3].iter().map(ending).collect();
    expected_endings.sort();
    let used = |ending: String| Misfit { ending, why: WhyMisfit::Used };
    assert_eq!(found, expected_endings.into_iter().map(used).collect::<Vec<_>>());
    assert_eq!(code_of(close(&session, &mut office, 12, &piles)), "acts.left-over-misfits");
    // Without the three the pile is too small, with others in their place it has slips that don't belong there.
    let fewer = scanned(&office, &session.codes[DRAWN + 3..], &[]);
    assert_eq!(code_of(close(&session, &mut office, 12, &fewer)), "acts.left-over-number");
    let of_the_tray = [&session.codes[..3], &session.codes[DRAWN + 3..]].concat();
    let others = scanned(&office, &of_the_tray, &[]);
    assert_eq!(code_of(close(&session, &mut office, 12, &others)), "acts.left-over-misfits");

    for code in &session.codes[DRAWN..DRAWN + 3] {
        acts::annul_slip(&mut office, &session.witnessed(), &piles, code, REASON).unwrap();
    }
    assert_eq!(office.turnout().unwrap().cast.0, 12, "they are collected, and void");
    assert_eq!(code_of(close(&session, &mut office, 12, &piles)), "acts.box-differs-from-tray");
    assert_eq!(code_of(close(&session, &mut office, 9, &piles)), "done");
    let totals = session.count(&mut office, &session.cards(&[1, 2])).unwrap();
    assert_eq!(totals, expected(CANDIDATES, 0..9), "nothing of the three");
    let Round::Counted(counted) = office.round().unwrap() else { unreachable!("counted") };
    assert_eq!((counted.account.collected().0, counted.account.void().0), (12, 3));
    let report = report_of(&session, &mut office);
    assert!(report.holds(), "{:?}", report.first_failure());
    assert_eq!(times(&report, "noted.slip-annulled"), 3);
    assert_eq!(times(&report, "noted.tray-by-number"), 1);
}

/// What no code shows: a delegate who doesn't vote lets somebody have the slip, or it is put in place of one of the left-over pile.
#[test]
fn a_slip_that_changed_places_with_a_drawn_one_that_nobody_used_is_not_found() {
    let folder = quick_folder();
    let session = stuffed(folder.path(), 102);
    let mut office = session.open();
    let left_over = [&session.codes[9..DRAWN], &session.codes[DRAWN + 3..]].concat();
    let tray = [&session.codes[..9], &session.codes[DRAWN..DRAWN + 3]].concat();
    let piles = scanned(&office, &left_over, &tray);
    assert_eq!(code_of(close(&session, &mut office, 12, &piles)), "done");
}

/// The control: piles that are right close the poll, and nothing is noted of them.
#[test]
fn piles_that_are_right_close_the_poll() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 103);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    for (voter, code) in (0..9).zip(&session.codes) {
        poll.cast(code, &marks(CANDIDATES, voter)).unwrap();
    }
    drop(poll);
    let piles = scanned(&office, &session.codes[DRAWN..], &session.codes[..9]);
    assert_eq!(code_of(close(&session, &mut office, 9, &piles)), "done");
    session.count(&mut office, &session.cards(&[1, 2])).unwrap();
    let report = report_of(&session, &mut office);
    assert!(report.holds(), "{:?}", report.first_failure());
    for note in
        ["noted.slip-annulled", "noted.tray-by-number", "noted.piles-unchecked", "noted.slips-spoiled"]
    {
        assert_eq!(times(&report, note), 0, "{note}");
    }
}

/// Leaving the check out takes a reason, and so do slips that are said to be spoiled: both are noted.
#[test]
fn a_check_that_is_left_out_is_noted_and_so_are_spoiled_slips() {
    for (seed, reason, note) in [(104, REASON, "noted.piles-unchecked"), (105, "", "noted.slips-spoiled")] {
        let folder = quick_folder();
        let session = stuffed(folder.path(), seed);
        let mut office = session.open();
        let left_out = |reason: &str| PileCheck::LeftOut { reason: reason.to_owned() };
        let by_code = || {
            // The three that were used are said to have been spoiled.
            let piles = scanned(&office, &session.codes[DRAWN + 3..], &[]);
            PileCheck::Scanned { piles, spoiled: 3 }
        };
        let check = if reason.is_empty() { by_code() } else { left_out(reason) };
        let (by, tray) = (session.witnessed(), Tray { slips: 12, paper: 0 });
        let refused = acts::close_poll(&mut office, &by, tray, None, &left_out(" "));
        assert_eq!(code_of(refused), "acts.piles-unchecked");
        acts::close_poll(&mut office, &by, tray, None, &check).unwrap();
        session.count(&mut office, &session.cards(&[1, 2])).unwrap();
        let report = report_of(&session, &mut office);
        assert!(report.holds(), "{:?}", report.first_failure());
        assert_eq!(times(&report, note), 1, "{note}");
    }
}
