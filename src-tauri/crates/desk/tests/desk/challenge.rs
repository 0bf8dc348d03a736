//! Cast or challenge at the kiosk: the code is shown first, an opened ballot never counts, and the slip votes again.

use crate::{
    day::vote,
    kiosk::polling,
    room::{Room, two},
};
use desk::Window;
use serde_json::{Value, json};
use std::{collections::HashSet, fs};

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
    let review = at_review(&room, &slips[0]);
    let challenged = room.kiosk("kiosk_challenge", json!({}));
    assert_eq!(challenged["trackingCode"], review["trackingCode"]);
    let marks = challenged["marks"].as_array().unwrap();
    assert_eq!(marks[..4], ["approve", "approve", "approve", "oppose"]);
    assert!(marks.len() == 12 && marks[4..].iter().all(|mark| mark == "abstain"), "{marks:?}");
    let file = challenged["file"].as_str().unwrap();
    assert!(file.ends_with(&format!("challenge-{}.pjchallenge", review["trackingCode"].as_str().unwrap())));
    let written: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    assert_eq!(&written["opened"]["marks"], &challenged["marks"]);
}

#[test]
fn an_opened_ballot_is_not_counted_and_its_slip_votes_again() {
    let (room, slips) = polling();
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
    vote(&room, &slips[2], 4);
    room.office("close_poll", json!({ "by": two(), "tray": 3, "statement": "" }));
    let cards = room.cards();
    for card in &cards[..2] {
        room.office("present_card", json!({ "typed": card }));
    }
    room.office("count", json!({ "by": two() }));
    let rows = room.office("result", json!({}))["decision"]["rows"].clone();
    let approve: u64 = rows.as_array().unwrap().iter().map(|row| row["approve"].as_u64().unwrap()).sum();
    let oppose: u64 = rows.as_array().unwrap().iter().map(|row| row["oppose"].as_u64().unwrap()).sum();
    assert_eq!((approve, oppose), (11, 0), "one, six and four: nothing of the opened ballot");
}

#[test]
fn one_slip_can_challenge_more_than_once() {
    let (room, slips) = polling();
    let codes: HashSet<String> = (0..3)
        .map(|_| {
            at_review(&room, &slips[0]);
            room.kiosk("kiosk_challenge", json!({}))["trackingCode"].to_string()
        })
        .collect();
    assert_eq!(codes.len(), 3);
    vote(&room, &slips[0], 1);
    assert_eq!(room.office("session", json!({}))["figures"]["cast"], 1);
}

#[test]
fn nothing_is_cast_or_opened_whose_code_was_not_shown() {
    let (room, slips) = polling();
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
    let session = room.office("session", json!({}))["id"].as_str().unwrap().to_owned();
    let folder = room.folder.path().join("documents").join(session);
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "not a folder").unwrap();
    at_review(&room, &slips[0]);
    let challenged = room.kiosk("kiosk_challenge", json!({}));
    assert_eq!((&challenged["file"], &challenged["problem"]["code"]), (&json!(null), &json!("desk.path")));
    vote(&room, &slips[0], 2);
}
