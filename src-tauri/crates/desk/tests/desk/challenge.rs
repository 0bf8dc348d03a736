//! Cast or challenge at the kiosk: the code is shown first, an opened ballot never counts, and the slip votes again.

use crate::{
    day::vote,
    kiosk::polling,
    room::{Room, UNCHECKED, two},
};
use desk::Window;
use serde_json::{Value, json};
use std::{collections::HashSet, fs};
use tempfile::TempDir;

/// The scrutineers insert a stick of their own.
pub fn stick(room: &Room) -> TempDir {
    let stick = TempDir::new().unwrap();
    let folder = stick.path().display().to_string();
    let request = json!({ "by": two(), "folder": folder, "codes": false });
    let session = room.office("keep_challenges", request);
    assert_eq!(session["challenges"], json!({ "to": "stick", "folder": folder }));
    stick
}

/// A delegate who has approved the first three, opposed the fourth, and looks at the review.
fn at_review(room: &Room, slip: &str) -> Value {
    room.kiosk("kiosk_admit", json!({ "code": slip }));
    for (place, mark) in [(0, "approve"), (1, "approve"), (2, "approve"), (3, "oppose")] {
        room.kiosk("kiosk_mark", json!({ "place": place, "mark": mark }));
    }
    room.kiosk("kiosk_review", json!({}))
}

fn refused(room: &Room, command: &str, request: Value) -> Value {
    room.ask(Window::Kiosk, command, request).unwrap_err()["code"].clone()
}

#[test]
fn the_code_at_the_review_is_the_code_of_the_ballot_that_is_cast() {
    let (room, slips) = polling();
    let review = at_review(&room, &slips[0]);
    assert_eq!(room.kiosk("kiosk_review", json!({}))["trackingCode"], review["trackingCode"]);
    let receipt = room.kiosk("kiosk_cast", json!({ "blankMeant": false }));
    assert_eq!(receipt["trackingCode"], review["trackingCode"]);
}

#[test]
fn what_is_opened_is_what_was_sealed_under_the_code_that_was_shown() {
    let (room, slips) = polling();
    let stick = stick(&room);
    let review = at_review(&room, &slips[0]);
    let challenged = room.kiosk("kiosk_challenge", json!({}));
    assert_eq!(challenged["trackingCode"], review["trackingCode"]);
    let marks = challenged["marks"].as_array().unwrap();
    assert_eq!(marks[..4], ["approve", "approve", "approve", "oppose"]);
    assert!(marks.len() == 12 && marks[4..].iter().all(|mark| mark == "abstain"), "{marks:?}");
    let file = challenged["file"].as_str().unwrap();
    assert!(file.ends_with(&format!("challenge-{}.pjchallenge", review["trackingCode"].as_str().unwrap())));
    let written: Value = serde_json::from_slice(&fs::read(stick.path().join(file)).unwrap()).unwrap();
    assert_eq!(&written["opened"]["marks"], &challenged["marks"]);
}

#[test]
fn an_opened_ballot_is_not_counted_and_its_slip_votes_again() {
    let (room, slips) = polling();
    let _stick = stick(&room);
    let review = at_review(&room, &slips[0]);
    let challenged = room.kiosk("kiosk_challenge", json!({}));
    assert!(challenged["ballot"]["marks"].as_array().unwrap().iter().all(|mark| mark == "open"));
    assert_eq!(refused(&room, "kiosk_cast", json!({ "blankMeant": true })), "desk.not-reviewed");
    assert_eq!(room.office("session", json!({}))["figures"]["cast"], 0);
    room.kiosk("kiosk_mark", json!({ "place": 5, "mark": "approve" }));
    let anew = room.kiosk("kiosk_review", json!({}));
    assert_ne!(anew["trackingCode"], review["trackingCode"]);
    let receipt = room.kiosk("kiosk_cast", json!({ "blankMeant": false }));
    assert_eq!(receipt["trackingCode"], anew["trackingCode"]);
    vote(&room, &slips[1], 6);
    vote(&room, &slips[2], 1);
    room.office("close_poll", json!({ "by": two(), "tray": 3, "statement": "", "unchecked": UNCHECKED }));
    let cards = room.cards();
    for card in &cards[..2] {
        room.office("present_card", json!({ "typed": card }));
    }
    room.office("count", json!({ "by": two() }));
    let rows = room.office("result", json!({}))["decision"]["rows"].clone();
    let approve: u64 = rows.as_array().unwrap().iter().map(|row| row["approve"].as_u64().unwrap()).sum();
    let oppose: u64 = rows.as_array().unwrap().iter().map(|row| row["oppose"].as_u64().unwrap()).sum();
    assert_eq!((approve, oppose), (8, 0), "one, six and one: nothing of the opened ballot");
}

#[test]
fn a_sitting_opens_three_ballots_and_no_more() {
    let (room, slips) = polling();
    let _stick = stick(&room);
    let mut codes = HashSet::new();
    at_review(&room, &slips[0]);
    for left in [2, 1, 0] {
        let challenged = room.kiosk("kiosk_challenge", json!({}));
        assert_eq!(challenged["challengesLeft"], left);
        codes.insert(challenged["trackingCode"].to_string());
        room.kiosk("kiosk_mark", json!({ "place": 0, "mark": "approve" }));
        assert_eq!(room.kiosk("kiosk_review", json!({}))["challengesLeft"], left);
    }
    assert_eq!(codes.len(), 3);
    assert_eq!(refused(&room, "kiosk_challenge", json!({})), "desk.challenges-used");
    room.kiosk("kiosk_cast", json!({ "blankMeant": false }));
    assert_eq!(room.office("session", json!({}))["figures"]["cast"], 1);
}

#[test]
fn t8_nothing_of_an_opened_ballot_stays_on_the_staffs_computer() {
    let (room, slips) = polling();
    let stick = stick(&room);
    let data = room.folder.path();
    let before = files_below(data);
    at_review(&room, &slips[0]);
    let challenged = room.kiosk("kiosk_challenge", json!({}));
    let bytes = fs::read(stick.path().join(challenged["file"].as_str().unwrap())).unwrap();
    let file: Value = serde_json::from_slice(&bytes).unwrap();
    // What opens the ballot: the randomness of its first mark.
    let opens = file["opened"]["approve"][0].as_str().unwrap();
    assert_eq!(files_below(data), before, "no file is new");
    for path in before {
        let bytes = fs::read(&path).unwrap();
        assert!(!bytes.windows(opens.len()).any(|window| window == opens.as_bytes()), "{}", path.display());
    }
}

#[test]
fn without_a_stick_of_the_scrutineers_none_is_opened() {
    let (room, slips) = polling();
    assert_eq!(at_review(&room, &slips[0])["challengesLeft"], 0);
    assert_eq!(refused(&room, "kiosk_challenge", json!({})), "desk.no-challenge-stick");
    let keep = |folder: &std::path::Path| json!({ "by": two(), "folder": folder.display().to_string(), "codes": false });
    let own = room.folder.path().join("data");
    assert_eq!(room.refused("keep_challenges", keep(&own)), "desk.no-challenge-stick");
    // A stick that was pulled out spoils no ballot.
    let stick = stick(&room);
    drop(stick);
    let review = room.kiosk("kiosk_review", json!({}));
    assert_eq!(refused(&room, "kiosk_challenge", json!({})), "desk.path");
    assert_eq!(room.kiosk("kiosk_review", json!({}))["trackingCode"], review["trackingCode"]);
    room.office("keep_challenges", json!({ "by": two(), "folder": "", "codes": false }));
    assert_eq!(room.kiosk("kiosk_review", json!({}))["challengesLeft"], 0);
}

fn files_below(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect();
    files.sort();
    files
}

#[test]
fn nothing_is_cast_or_opened_whose_code_was_not_shown() {
    let (room, slips) = polling();
    let _stick = stick(&room);
    assert_eq!(refused(&room, "kiosk_challenge", json!({})), "desk.nobody-votes");
    let review = at_review(&room, &slips[0]);
    room.kiosk("kiosk_mark", json!({ "place": 0, "mark": "oppose" }));
    for command in ["kiosk_cast", "kiosk_challenge"] {
        let request = if command == "kiosk_cast" { json!({ "blankMeant": false }) } else { json!({}) };
        assert_eq!(refused(&room, command, request), "desk.not-reviewed", "{command}");
    }
    assert_ne!(room.kiosk("kiosk_review", json!({}))["trackingCode"], review["trackingCode"]);
    room.kiosk("kiosk_clear", json!({}));
    assert_eq!(refused(&room, "kiosk_challenge", json!({})), "desk.nobody-votes");
}

#[test]
fn a_file_that_cannot_be_written_is_told_and_the_slip_stays_good() {
    let (room, slips) = polling();
    let stick = stick(&room);
    let review = at_review(&room, &slips[0]);
    let name = format!("challenge-{}.pjchallenge", review["trackingCode"].as_str().unwrap());
    fs::write(stick.path().join(&name), "in its way").unwrap();
    let challenged = room.kiosk("kiosk_challenge", json!({}));
    assert_eq!((&challenged["file"], &challenged["problem"]["code"]), (&json!(name), &json!("desk.path")));
    vote(&room, &slips[0], 2);
}

#[test]
fn digits_are_sealed_with_the_ballot_and_cast_with_it() {
    let (room, slips) = polling();
    let stick = stick(&room);
    let review = at_review(&room, &slips[0]);
    assert_eq!((&review["digits"], &review["takesDigits"]), (&json!(""), &json!(true)));
    for wrong in ["1", "1234", "12a", "---"] {
        assert_eq!(refused(&room, "kiosk_digits", json!({ "digits": wrong })), "ballot.digits-refused");
    }
    assert_eq!(room.kiosk("kiosk_review", json!({}))["trackingCode"], review["trackingCode"]);
    let with = room.kiosk("kiosk_digits", json!({ "digits": "042" }));
    let code = with["trackingCode"].as_str().unwrap();
    assert!(code.ends_with("-042") && with["digits"] == "042", "{with}");
    assert!(!code.starts_with(review["trackingCode"].as_str().unwrap()), "another ballot was sealed");
    // What is opened shows them too, and they are gone with that ballot.
    let challenged = room.kiosk("kiosk_challenge", json!({}));
    assert_eq!(challenged["trackingCode"], with["trackingCode"]);
    let file = fs::read(stick.path().join(challenged["file"].as_str().unwrap())).unwrap();
    let written: Value = serde_json::from_slice(&file).unwrap();
    assert!(written["opened"]["ballot"].as_str().unwrap().ends_with(&hex_of("042")));
    assert_eq!(room.kiosk("kiosk_review", json!({}))["digits"], "");
    let with = room.kiosk("kiosk_digits", json!({ "digits": "777" }));
    assert_eq!(room.kiosk("kiosk_digits", json!({ "digits": "" }))["digits"], "");
    let again = room.kiosk("kiosk_digits", json!({ "digits": "777" }));
    assert_ne!(again["trackingCode"], with["trackingCode"]);
    let receipt = room.kiosk("kiosk_cast", json!({ "blankMeant": true }));
    assert_eq!(receipt["trackingCode"], again["trackingCode"]);
}

fn hex_of(digits: &str) -> String {
    use std::fmt::Write as _;
    digits.bytes().fold(String::new(), |mut hex, digit| {
        write!(hex, "{digit:02x}").unwrap();
        hex
    })
}

/// A second computer outside the booth: contest and key go ahead to it on a stick, the proof over the screen.
#[test]
fn t8_an_opened_ballot_is_shown_to_a_second_computer_and_written_nowhere() {
    let (room, slips) = polling();
    let stick = TempDir::new().unwrap();
    let folder = stick.path().display().to_string();
    let session = room.office("keep_challenges", json!({ "by": two(), "folder": folder, "codes": true }));
    assert_eq!(session["challenges"], json!({ "to": "codes" }));
    let election = stick.path().join("round-1.pjelection");
    let before = (files_below(room.folder.path()), fs::read(&election).unwrap());
    let review = at_review(&room, &slips[0]);
    assert_eq!(review["challengesLeft"], 3);
    let challenged = room.kiosk("kiosk_challenge", json!({}));
    assert_eq!((&challenged["file"], &challenged["problem"]), (&Value::Null, &Value::Null));
    let codes = challenged["codes"].as_array().unwrap();
    assert!(codes.len() > 4, "several codes for twelve candidates");
    for code in codes {
        let (side, path) = (code["side"].as_u64().unwrap(), code["path"].as_str().unwrap());
        assert!((60..=185).contains(&side) && path.starts_with("M4 4h7v1h-7z"), "the finder in its corner");
    }
    assert_eq!((files_below(room.folder.path()), fs::read(&election).unwrap()), before);
    assert_eq!(files_below(stick.path()), [election]);
}
