//! Attacks on a station by those who hold a slip, a copy of the files, the files, or even the station's key.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ballot_box::{SealedBallot, SlipCode};
use messages::Coded;
use office::{
    OfficeError,
    act::Office,
    acts::{self, Poll, SlipStatus},
};
use piaojue_tests::{
    forge::{Insider, SPENT, put_row, tag, tamper, token},
    session::{Session, Size, expected, marks, quick_folder, unchecked},
    sqlite_file::connect,
};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use session_model::Tray;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const CANDIDATES: usize = 2;
const SIZE: Size = Size { candidates: 2, delegates: 12, spare: 3, cards: (3, 2) };

fn session(seed: u64) -> (TempDir, Session) {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, seed);
    (folder, session)
}

/// Casts these voters' ballots, each with the slip of the same place.
fn cast(session: &Session, voters: std::ops::Range<u32>) {
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    for voter in voters {
        poll.cast(&session.codes[voter as usize], &marks(CANDIDATES, voter)).unwrap();
    }
}

fn code_of<T>(result: Result<T, OfficeError>) -> &'static str {
    result.err().map_or("ok", |error| error.code())
}

fn refused_at_open(session: &Session) -> &'static str {
    code_of(session.try_open())
}

// A slip is replayed.

#[test]
fn a_slip_votes_once_at_one_kiosk_and_after_a_restart() {
    let (_folder, session) = session(30);
    let code = &session.codes[0];
    for _ in 0..2 {
        let mut office = session.open();
        let mut poll = Poll::open(&mut office).unwrap();
        let first = poll.cast(code, &marks(CANDIDATES, 0));
        assert!(first.is_ok() || code_of(first) == "acts.slip-spent");
        assert_eq!(code_of(poll.cast(code, &marks(CANDIDATES, 1))), "acts.slip-spent");
        let sealed = poll.seal(&marks(CANDIDATES, 1)).unwrap();
        assert_eq!(code_of(poll.deposit(code, &sealed)), "acts.slip-spent");
        assert_eq!(poll.standing(code).unwrap(), SlipStatus::Counted);
        assert_eq!(office.store().ballots_in_box().unwrap().0, 1);
    }
}

#[test]
fn cancelled_foreign_and_invented_slips_open_nothing() {
    let (_folder, session) = session(31);
    let mut office = session.open();
    acts::exchange_slip(&mut office, &session.witnessed(), &session.codes[1]).unwrap();
    let (_other_folder, other) = self::session(32);
    let invented = SlipCode::generate(&mut ChaCha20Rng::seed_from_u64(33));
    let mut poll = Poll::open(&mut office).unwrap();
    for (code, refused) in [
        (&session.codes[1], "acts.slip-cancelled"),
        (&other.codes[0], "acts.slip-unknown"),
        (&invented, "acts.slip-unknown"),
    ] {
        assert_eq!(code_of(poll.cast(code, &marks(CANDIDATES, 0))), refused);
        let sealed = poll.seal(&marks(CANDIDATES, 0)).unwrap();
        assert_eq!(code_of(poll.deposit(code, &sealed)), refused);
    }
    assert_eq!(office.store().ballots_in_box().unwrap().0, 0);
}

/// What a kiosk in a process of its own says first.
fn second_process(session: &Session) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_hall"))
        .args([&session.path, &session.station])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn an_open_session_opens_nowhere_else() {
    let (_folder, session) = session(34);
    let office = session.open();
    assert_eq!(second_process(&session), "refused store.in-use\n");
    for _ in 0..2 {
        assert_eq!(refused_at_open(&session), "store.in-use");
        assert_eq!(second_process(&session), "refused store.in-use\n", "the attempt did not drop the lock");
    }
    drop(office);
    assert_eq!(second_process(&session), "ready 0\n");
}

// An old copy is put back.

#[test]
fn an_old_copy_is_caught_by_the_tray() {
    let (_folder, session) = session(70);
    cast(&session, 0..5);
    let elsewhere = quick_folder();
    let old = session.copy_to(elsewhere.path());
    cast(&session, 5..8);
    let mut office = old.open();
    assert_eq!(code_of(old.close(&mut office, 8)), "acts.box-differs-from-tray");
    assert_eq!(office.round().unwrap().state().name(), "polling", "the poll stays open");
    let tray = Tray { slips: 8, paper: 0 };
    for silence in [None, Some(" ".to_owned())] {
        let closed = acts::close_poll(&mut office, &old.witnessed(), tray, silence, &unchecked());
        assert_eq!(code_of(closed), "acts.box-differs-from-tray");
    }
    let statement = "三张票因设备故障未入箱".to_owned();
    acts::close_poll(&mut office, &old.witnessed(), tray, Some(statement.clone()), &unchecked()).unwrap();
    let log = office.store().log().unwrap();
    assert!(log.last().unwrap().entry.contains(&statement), "what they stated is in the log");
}

// An insider with the session's file, but without the station's key.

#[test]
fn a_ballot_put_in_without_the_key_is_found() {
    let (_folder, session) = session(100);
    cast(&session, 0..3);
    let extra = session.sealed_ballots(1).remove(0).sealed().clone();
    let (spent, unused) = (tag(&session, &session.codes[0]), tag(&session, &session.codes[5]));
    let row = |tag: &[u8; 32]| -> (u8, Vec<u8>, Vec<u8>) {
        let sql = "SELECT state, ballot, mac FROM slot WHERE tag = ?";
        connect(&session.path)
            .query_row(sql, [tag], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
    };
    let (_, cast_ballot, cast_mac) = row(&spent);
    let (_, filler, mac) = row(&unused);
    for (slot, state, ballot, mac) in [
        (&unused, SPENT, extra.as_bytes(), &mac),
        (&unused, SPENT, &filler[..], &mac),
        (&unused, SPENT, &cast_ballot[..], &cast_mac),
        (&spent, SPENT, extra.as_bytes(), &cast_mac),
        (&spent, 2, &filler[..], &mac),
        (&spent, 4, &cast_ballot[..], &cast_mac),
    ] {
        let elsewhere = quick_folder();
        let altered = session.copy_to(elsewhere.path());
        put_row(&altered, slot, state, ballot, mac);
        assert_eq!(refused_at_open(&altered), "store.slot-altered");
    }
}

/// A slot's own row from before the cast holds by itself; the box' sum shows that it was put back.
#[test]
fn an_old_row_put_back_is_found() {
    let (_folder, session) = session(110);
    let spent = tag(&session, &session.codes[0]);
    let sql = "SELECT ballot, mac, hex(token) FROM slot WHERE tag = ?";
    let before: (Vec<u8>, Vec<u8>, String) = connect(&session.path)
        .query_row(sql, [spent], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    cast(&session, 0..3);
    let tag = ballot_box::hex(&spent);
    tamper(&session, &format!("UPDATE slot SET token = x'{}' WHERE tag = x'{tag}'", before.2));
    put_row(&session, &spent, 2, &before.0, &before.1);
    assert_eq!(refused_at_open(&session), "store.slips-altered");
}

#[test]
fn whatever_is_altered_in_the_file_is_found() {
    let (_folder, session) = session(101);
    cast(&session, 0..3);
    for (sql, found) in [
        ("DELETE FROM slot WHERE state = 3", "store.slips-altered"),
        ("DELETE FROM box_head", "store.slips-altered"),
        ("UPDATE box_head SET sum = zeroblob(32)", "store.slips-altered"),
        ("DELETE FROM audit WHERE number = (SELECT max(number) FROM audit)", "store.audit-broken"),
        (
            "DELETE FROM audit WHERE number = (SELECT max(number) FROM audit);
             UPDATE audit_head SET (number, hash) = (SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1)",
            "store.audit-broken",
        ),
        ("DELETE FROM slot WHERE tag = (SELECT max(tag) FROM slot)", "store.slips-altered"),
        ("UPDATE session SET profile = replace(profile, '云溪', '石桥')", "store.part-altered"),
        ("UPDATE session SET station = zeroblob(32)", "store.other-station"),
        ("UPDATE delegate SET in_office = 0 WHERE place = 12", "store.part-altered"),
        ("UPDATE candidate SET name = '别的项目' WHERE place = 1", "store.part-altered"),
        ("UPDATE round_key SET slip_key = zeroblob(32)", "store.part-altered"),
        ("DELETE FROM attendance WHERE delegate = '3'", "store.part-altered"),
        ("UPDATE round SET state = replace(state, 'polling', 'check-in')", "store.part-altered"),
        ("DELETE FROM audit WHERE number = 5", "store.audit-broken"),
        ("UPDATE audit SET entry = replace(entry, '一号', '二号') WHERE number = 2", "store.audit-broken"),
        ("UPDATE audit SET signature = zeroblob(64) WHERE number = 1", "store.audit-broken"),
        ("DELETE FROM audit", "store.audit-broken"),
    ] {
        let elsewhere = quick_folder();
        let altered = session.copy_to(elsewhere.path());
        tamper(&altered, sql);
        assert_eq!(refused_at_open(&altered), found, "{sql}");
    }
}

/// Once the box is closed no slot holds a ballot.
#[test]
fn a_ballot_put_into_a_closed_box_is_found() {
    let (_folder, session) = session(110);
    cast(&session, 0..3);
    session.close(&mut session.open(), 3).unwrap();
    tamper(&session, "INSERT INTO slot VALUES (zeroblob(32), 3, zeroblob(32), zeroblob(544), zeroblob(32))");
    assert_eq!(refused_at_open(&session), "store.slips-altered");
}

/// What no act has logged can't be slipped in either: a round, a presence, a void ballot, an opened total.
#[test]
fn what_the_log_never_spoke_of_is_not_believed() {
    let (_folder, session) = session(102);
    cast(&session, 0..3);
    let forged_round = "INSERT INTO round SELECT 2, replace(state, '\"round\":1', '\"round\":2') FROM round";
    for sql in [
        forged_round,
        "INSERT INTO round_key SELECT 2, election, slip_key, slips, paper FROM round_key",
        "INSERT INTO paper_void VALUES (1, 'marks.too-many', 2)",
        "INSERT INTO attendance VALUES (2, '1', 'slip')",
        "INSERT INTO ballot VALUES (1, zeroblob(32), zeroblob(544))",
        "INSERT INTO slip SELECT 1, tag, state FROM slot",
        "INSERT INTO encrypted_totals VALUES (1, '{}')",
        "INSERT INTO opening_share VALUES (1, 1, '{}')",
    ] {
        let elsewhere = quick_folder();
        let altered = session.copy_to(elsewhere.path());
        tamper(&altered, sql);
        assert_ne!(refused_at_open(&altered), "ok", "{sql}");
    }
}

/// A trigger would write the order of casting down, a looser table would take what the box must not hold.
#[test]
fn a_file_with_another_schema_is_refused() {
    let (_folder, session) = session(103);
    for sql in [
        "CREATE TABLE diary (tag BLOB);
         CREATE TRIGGER spy AFTER UPDATE ON slot BEGIN INSERT INTO diary VALUES (new.tag); END",
        "CREATE TRIGGER spy AFTER UPDATE ON slot BEGIN UPDATE slot SET state = 2 WHERE tag = new.tag; END",
        "CREATE INDEX spent ON slot (state)",
        "CREATE TABLE diary (tag BLOB)",
        "CREATE VIEW diary AS SELECT tag FROM slot",
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (state IN (2, 3, 4, 5))', 'CHECK (state IN (2, 3, 4, 6, 5))')",
        "ALTER TABLE slot ADD COLUMN delegate TEXT",
    ] {
        let elsewhere = quick_folder();
        let altered = session.copy_to(elsewhere.path());
        tamper(&altered, sql);
        assert_eq!(refused_at_open(&altered), "store.damaged", "{sql}");
    }
}

// An insider with the session's file and the station's key.

#[test]
fn ballots_stuffed_with_the_key_are_caught_by_the_tray() {
    let (_folder, session) = session(104);
    cast(&session, 0..6);
    let insider = Insider::with_key_of(&session);
    for (code, ballot) in session.codes[6..11].iter().zip(session.sealed_ballots(5)) {
        // The insider has drawn these slips.
        let (tag, token) = (tag(&session, code), token(&session, code));
        insider.put_with_token(&session, &tag, SPENT, &token, ballot.sealed().as_bytes());
    }
    let mut office = session.open();
    assert_eq!(office.store().ballots_in_box().unwrap().0, 11, "the codes of authentication hold");
    assert_eq!(code_of(session.close(&mut office, 6)), "acts.box-differs-from-tray");
}

#[test]
fn states_changed_with_the_key_are_found() {
    let (_folder, session) = session(105);
    cast(&session, 0..6);
    let insider = Insider::with_key_of(&session);
    let unused = tag(&session, &session.codes[8]);
    let sql = "SELECT ballot FROM slot WHERE tag = ?";
    let filler: Vec<u8> = connect(&session.path).query_row(sql, [unused], |row| row.get(0)).unwrap();
    // There are no paper ballots in this session, and now one was never used.
    insider.put(&session, &unused, 5, &filler);
    assert_eq!(refused_at_open(&session), "store.slot-altered");
}

/// A ballot that is none, put in with the station's key, blocks the result and is named.
#[test]
fn malformed_ballots_are_named_and_never_counted() {
    let (_folder, session) = session(106);
    cast(&session, 0..6);
    let (_other_folder, other) = self::session(107);
    let foreign = other.sealed_ballots(1).remove(0).sealed().clone();
    let good: Vec<SealedBallot> =
        session.sealed_ballots(2).iter().map(|ballot| ballot.sealed().clone()).collect();
    let length = foreign.as_bytes().len();
    let mut mixed = good[0].as_bytes()[..length / 2].to_vec();
    mixed.extend(&good[1].as_bytes()[length / 2..]);
    let malformed = [
        foreign.as_bytes().to_vec(),
        vec![0xA5; length],
        vec![0; length],
        good[0].as_bytes()[..length - 32].to_vec(),
        [good[0].as_bytes(), &[0; 32]].concat(),
        Vec::new(),
        mixed,
    ];
    for ballot in malformed {
        let elsewhere = quick_folder();
        let stuffed = session.copy_to(elsewhere.path());
        let slip = &stuffed.codes[6];
        let (tag, token) = (tag(&stuffed, slip), token(&stuffed, slip));
        Insider::with_key_of(&stuffed).put_with_token(&stuffed, &tag, SPENT, &token, &ballot);
        let mut office = stuffed.open();
        stuffed.close(&mut office, 7).unwrap();
        let refused = stuffed.count(&mut office, &stuffed.cards(&[1, 2])).unwrap_err();
        assert_eq!(refused.code(), "ballot.refused");
        let name = SealedBallot::from_bytes(ballot).hash().hex();
        assert!(refused.facts().contains(&("ballot", name)), "it is named");
        assert_eq!(office.round().unwrap().state().name(), "closed", "there is no result");
    }
}

/// A copy of another's ballot, put in with the station's key.
#[test]
fn a_copied_ballot_is_named() {
    let (_folder, session) = session(108);
    cast(&session, 0..6);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    let sealed = poll.seal(&marks(CANDIDATES, 6)).unwrap();
    poll.deposit(&session.codes[6], &sealed).unwrap();
    drop(office);
    let (copy, token) = (tag(&session, &session.codes[7]), token(&session, &session.codes[7]));
    Insider::with_key_of(&session).put_with_token(&session, &copy, SPENT, &token, sealed.sealed().as_bytes());
    let refused = session.try_open().and_then(|mut office| session.close(&mut office, 8));
    assert_eq!(code_of(refused), "store.ballot-twice");
    let journal = std::fs::read(session.journal()).unwrap();
    assert!(journal.iter().all(|byte| *byte == 0), "what was undone lies nowhere");
    assert_eq!(session.open().round().unwrap().state().name(), "polling", "nothing was changed");
}

/// The control of all these: without an attack the same session closes and counts.
#[test]
fn a_session_that_nobody_attacks_comes_out_right() {
    let (_folder, session) = session(109);
    cast(&session, 0..12);
    let mut office: Office = session.open();
    session.close(&mut office, 12).unwrap();
    let totals = session.count(&mut office, &session.cards(&[2, 3])).unwrap();
    assert_eq!(totals, expected(CANDIDATES, 0..12));
    drop(office);
    assert_eq!(session.open().round().unwrap().state().name(), "counted");
}
