//! The file of a challenged ballot by attack: what a kiosk says that it had sealed is what it had sealed, or it is found
//! out; and a ballot that was opened is in no box.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ballot_box::VoterDigits;
use messages::Coded as _;
use office::{
    Randomness,
    acts::{self, Poll},
};
use piaojue_tests::{
    record::forge::{Fit, Forge},
    session::{Session, Size, marks, quick_folder},
};
use record::{Challenge, check_challenge};
use record_export::make;
use signed_file::Station;
use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
    sync::LazyLock,
};

const SIZE: Size = Size { candidates: 4, delegates: 4, spare: 1, cards: (3, 2) };
/// The secret with which forgers sign records; the files of challenges are signed by the session's own station.
const FORGER: [u8; 32] = [7; 32];

/// What a session left behind.
struct Left {
    /// The file of its one challenged ballot.
    file: String,
    /// Its station's signing key.
    station: PathBuf,
    /// Its record.
    record: Vec<u8>,
    folder: tempfile::TempDir,
}

static LEFT: LazyLock<Left> = LazyLock::new(|| held(1));

/// Holds a session of four votes, before the first of which a ballot is challenged.
fn held(seed: u64) -> Left {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, seed);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    let sealed = poll.seal_openable(&marks(4, 1), VoterDigits::NONE).unwrap();
    let challenged = poll.challenge(&session.codes[0], sealed).unwrap();
    for (voter, code) in (0..).zip(&session.codes[..4]) {
        poll.cast(code, &marks(4, voter)).unwrap();
    }
    session.close(&mut office, 4).unwrap();
    acts::end_by_decision(&mut office, &session.witnessed(), "演示到此为止，不再计票。").unwrap();
    acts::end_rounds(&mut office, &session.witnessed(), "演示到此为止，不再举行票决。").unwrap();
    let mut record = Cursor::new(Vec::new());
    make(&office, &[], &mut record).unwrap();
    let file = String::from_utf8(challenged.file).unwrap();
    Left { file, station: session.station.clone(), record: record.into_inner(), folder }
}

/// The file without the spaces and line feeds that only lay it out: the order of its members is what is signed.
fn compact(file: &str) -> String {
    let (mut text, mut inside) = (String::new(), false);
    for character in file.chars() {
        inside ^= character == '"';
        if inside || !character.is_whitespace() {
            text.push(character);
        }
    }
    text
}

/// Changes the file, and has the session's own station sign it, as a manipulated kiosk would.
fn signed_again(from: &str, to: &str) -> String {
    let file = compact(&LEFT.file);
    let (body, _) = file.split_once(r#","station":"#).unwrap();
    assert!(body.contains(from), "{from}");
    let body = body.replacen(from, to, 1);
    let station = Station::load_or_create(&LEFT.station, &mut Randomness::System).unwrap();
    let signature = ballot_box::hex(&station.sign(format!("{body}}}").as_bytes()));
    let key = ballot_box::hex(&station.public_key());
    format!(r#"{body},"station":"{key}","signature":"{signature}"}}"#)
}

fn found(file: &str) -> &'static str {
    check_challenge(file.as_bytes()).err().map_or("holds", |problem| problem.code())
}

fn challenge() -> Challenge {
    check_challenge(LEFT.file.as_bytes()).map_err(|problem| problem.to_string()).unwrap()
}

/// What the challenged ballot is found to be in this record.
fn found_in(record: &[u8], name: &str) -> &'static str {
    let path = LEFT.folder.path().join(name);
    fs::write(&path, record).unwrap();
    challenge().check_in_record(&path).unwrap().err().map_or("holds", |problem| problem.code())
}

/// The n-th text between quotes after this member.
fn text_after<'a>(file: &'a str, member: &str) -> &'a str {
    let (_, rest) = file.split_once(&format!(r#""{member}":"#)).unwrap();
    rest.split('"').nth(1).unwrap()
}

#[test]
fn what_a_kiosk_had_sealed_can_be_sealed_again_by_anyone() {
    assert_eq!(found(&LEFT.file), "holds");
    assert_eq!(found(&compact(&LEFT.file)), "holds", "the layout of the file means nothing");
    assert_eq!(challenge().marks.iter().map(|(_, _, mark)| *mark).collect::<Vec<_>>(), marks(4, 1).0);
    assert_eq!(found(&signed_again("", "")), "holds", "the forger of these tests signs as the station does");
}

#[test]
fn whatever_is_changed_afterwards_breaks_the_signature() {
    let file = compact(&LEFT.file);
    for (from, to) in [
        (r#""marks":["abstain","approve""#, r#""marks":["approve","abstain""#),
        (r#""round""#, r#""round" "#),
        ("供水", "供电"),
        (text_after(&file, "digest"), &"0".repeat(64)),
        (text_after(&file, "station"), &"0".repeat(64)),
    ] {
        assert!(file.contains(from), "{from}");
        let changed = file.replacen(from, to, 1);
        let expected = if from.contains("round") { "holds" } else { "challenge.signature" };
        assert_eq!(found(&changed), expected, "{from}");
    }
}

#[test]
fn a_kiosk_that_signs_a_lie_is_found_out() {
    let file = compact(&LEFT.file);
    let (_, opened) = file.split_once(r#""opened":"#).unwrap();
    let approve = text_after(opened, "approve").to_owned();
    let ballot = text_after(&file, "ballot").to_owned();
    let other = format!("{}{}", if ballot.starts_with("00") { "01" } else { "00" }, &ballot[2..40]);
    for (from, to, expected) in [
        (r#""marks":["abstain","approve""#, r#""marks":["approve","abstain""#, "challenge.sealed-otherwise"),
        (
            r#"["abstain","approve","oppose""#,
            r#"["abstain","approve","abstain""#,
            "challenge.sealed-otherwise",
        ),
        (approve.as_str(), &"01".repeat(32), "challenge.sealed-otherwise"),
        (approve.as_str(), "zz", "challenge.unreadable"),
        // One ballot has one file: digits in capitals would be another.
        (approve.as_str(), &approve.to_uppercase(), "challenge.unreadable"),
        (&ballot, &ballot.to_uppercase(), "challenge.unreadable"),
        (text_after(&file, "digest"), &"0".repeat(64), "challenge.digest"),
        ("供水", "供电", "challenge.digest"),
        (&ballot[..40], &other, "challenge.proofs"),
        ("piaojue challenge 2", "piaojue challenge 3", "challenge.unreadable"),
        // A ballot with voters' digits isn't one of the version without.
        ("piaojue challenge 2", "piaojue challenge 1", "challenge.proofs"),
    ] {
        assert_eq!(found(&signed_again(from, to)), expected, "{from} → {to}");
    }
}

#[test]
fn what_is_no_such_file_is_refused_and_ends_nothing() {
    let file = compact(&LEFT.file);
    let twice = file.replacen('{', r#"{"format":"piaojue challenge 2","#, 1);
    let more = file.replacen('{', r#"{"more":1,"#, 1);
    let deep = "[".repeat(100_000);
    let large = format!("{file}{}", " ".repeat(1 << 23));
    for text in ["", "{}", "null", &file[..file.len() / 2], &twice, &more, &deep, &large] {
        assert_eq!(found(text), "challenge.unreadable", "{}", &text.chars().take(40).collect::<String>());
    }
}

#[test]
fn a_record_shows_that_the_ballot_was_challenged_and_not_counted() {
    assert_eq!(found_in(&LEFT.record, "whole.pjrecord"), "holds");
    let other = held(2);
    assert_eq!(found_in(&other.record, "other.pjrecord"), "challenge.other-record");
    let mut silent = Forge::open(&LEFT.record, FORGER);
    silent.edit_log(|entries| entries.retain(|entry| !entry.contains("ballot-challenged")));
    assert_eq!(found_in(&silent.record(Fit::Log), "silent.pjrecord"), "challenge.not-in-log");
}

#[test]
fn a_challenged_ballot_that_was_counted_all_the_same_is_found_in_the_box() {
    let mut forged = Forge::open(&LEFT.record, FORGER);
    let line = format!("{{\"code\":\"\",\"hash\":\"{}\",\"ballot\":\"\"}}\n", challenge().hash);
    let ballots = "rounds/1/ballots.jsonl";
    if forged.has(ballots) {
        forged.set(ballots, forged.text(ballots) + &line);
    } else {
        forged.insert_after("rounds/1/contest.json", ballots, line.as_bytes());
    }
    assert_eq!(found_in(&forged.record(Fit::Nothing), "counted.pjrecord"), "challenge.counted");
}

#[test]
fn a_record_that_is_not_there_is_told() {
    let missing = challenge().check_in_record(Path::new("/nowhere/at/all.pjrecord"));
    assert_eq!(missing.err().map(|problem| problem.code()), Some("verify-file.not-found"));
}
