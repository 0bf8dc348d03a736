//! The kiosk as delegates meet it.

use crate::{
    day::vote,
    room::{PIN, Room, two},
};
use serde_json::json;

/// A sample session whose poll is open, and its slips.
pub fn polling() -> (Room, Vec<String>) {
    let room = Room::with_sample();
    room.rehearse("poll");
    room.office("show_window", json!({ "window": "kiosk" }));
    room.office("open_poll", json!({ "by": two() }));
    let slips = room.slips();
    (room, slips)
}

#[test]
fn one_too_many_is_refused_and_nothing_is_unselected() {
    let (room, slips) = polling();
    room.kiosk("kiosk_admit", json!({ "code": slips[0] }));
    for place in 0..10 {
        let marked = room.kiosk("kiosk_mark", json!({ "place": place, "mark": "approve" }));
        assert_eq!(marked["blocks"][0]["left"], 9 - place);
        assert_eq!(marked["tooMany"], json!(null));
    }
    let refused = room.kiosk("kiosk_mark", json!({ "place": 10, "mark": "approve" }));
    assert_eq!(refused["tooMany"], 10);
    assert_eq!(refused["marks"].as_array().unwrap().iter().filter(|mark| **mark == "approve").count(), 10);
    assert_eq!(refused["marks"][10], "open");
    let back = room.kiosk("kiosk_mark", json!({ "place": 0, "mark": "approve" }));
    assert_eq!((&back["marks"][0], &back["blocks"][0]["left"]), (&json!("open"), &json!(1)));
    let opposed = room.kiosk("kiosk_mark", json!({ "place": 1, "mark": "oppose" }));
    assert_eq!(opposed["blocks"][0]["left"], 2);
}

#[test]
fn every_kind_of_slip_has_its_own_answer() {
    let (room, slips) = polling();
    vote(&room, &slips[0], 2);
    room.office("exchange_slip", json!({ "code": slips[1], "by": two() }));
    for (code, reason) in [(&slips[0], "spent"), (&slips[1], "cancelled"), (&"ABCD".to_owned(), "mistyped")] {
        let answer = room.kiosk("kiosk_admit", json!({ "code": code }));
        assert_eq!((&answer["answer"], &answer["reason"]), (&json!("refused"), &json!(reason)));
    }
    let other = Room::with_sample();
    other.rehearse("poll");
    let unknown = room.kiosk("kiosk_admit", json!({ "code": other.slips()[0] }));
    assert_eq!(unknown["reason"], "unknown");
}

#[test]
fn many_wrong_codes_lock_the_kiosk_until_an_operator_comes() {
    let (room, slips) = polling();
    for _ in 0..4 {
        assert_eq!(room.kiosk("kiosk_admit", json!({ "code": "ABCD" }))["answer"], "refused");
    }
    assert_eq!(room.kiosk("kiosk_admit", json!({ "code": "ABCD" }))["answer"], "locked");
    assert_eq!(room.kiosk("kiosk_admit", json!({ "code": slips[0] }))["answer"], "locked");
    assert_eq!(room.kiosk("kiosk_status", json!({}))["phase"], "locked");
    assert_eq!(room.office("session", json!({}))["kioskLocked"], true);
    let wrong = room.ask(desk::Window::Kiosk, "kiosk_unlock", json!({ "pin": "975310" })).unwrap_err();
    assert_eq!(wrong["code"], "pin.wrong");
    assert_eq!(room.kiosk("kiosk_unlock", json!({ "pin": PIN }))["phase"], "open");
    vote(&room, &slips[0], 1);
}

#[test]
fn a_blank_ballot_is_cast_only_when_it_is_meant() {
    let (room, slips) = polling();
    room.kiosk("kiosk_admit", json!({ "code": slips[0] }));
    assert_eq!(room.kiosk("kiosk_review", json!({}))["blank"], true);
    let refused = room.ask(desk::Window::Kiosk, "kiosk_cast", json!({ "blankMeant": false })).unwrap_err();
    assert_eq!(refused["code"], "desk.blank-not-meant");
    let receipt = room.kiosk("kiosk_cast", json!({ "blankMeant": true }));
    assert!(receipt["trackingCode"].as_str().unwrap().len() >= 16);
    assert_eq!(room.office("session", json!({}))["figures"]["cast"], 1);
}

#[test]
fn who_leaves_keeps_a_good_slip_and_leaves_nothing_behind() {
    let (room, slips) = polling();
    room.kiosk("kiosk_admit", json!({ "code": slips[0] }));
    room.kiosk("kiosk_mark", json!({ "place": 0, "mark": "approve" }));
    room.kiosk("kiosk_clear", json!({}));
    let nobody = room.ask(desk::Window::Kiosk, "kiosk_review", json!({})).unwrap_err();
    assert_eq!(nobody["code"], "desk.nobody-votes");
    let again = room.kiosk("kiosk_admit", json!({ "code": slips[0] }));
    let marks = again["ballot"]["marks"].as_array().unwrap();
    assert!(marks.iter().all(|mark| mark == "open"), "{marks:?}");
}

#[test]
fn a_suspended_poll_takes_no_ballot_and_loses_none() {
    let (room, slips) = polling();
    room.kiosk("kiosk_admit", json!({ "code": slips[0] }));
    room.kiosk("kiosk_mark", json!({ "place": 0, "mark": "approve" }));
    room.kiosk("kiosk_review", json!({}));
    room.office("suspend_poll", json!({ "by": two() }));
    let refused = room.ask(desk::Window::Kiosk, "kiosk_cast", json!({ "blankMeant": false })).unwrap_err();
    assert_eq!(refused["code"], "round.wrong-state");
    room.office("resume_poll", json!({ "by": two() }));
    room.kiosk("kiosk_cast", json!({ "blankMeant": false }));
    assert_eq!(room.office("session", json!({}))["figures"]["cast"], 1);
}

#[test]
fn the_big_screen_shows_nothing_of_a_result_before_it_is_announced() {
    let room = Room::with_sample();
    let shown = |room: &Room| room.ask(desk::Window::Screen, "screen_view", json!({})).unwrap();
    for (until, phase) in [
        ("ceremony", "candidates"),
        ("poll", "check-in"),
        ("count", "counting"),
        ("result", "counting"),
        ("documents", "result"),
    ] {
        room.rehearse(until);
        let view = shown(&room);
        assert_eq!(view["phase"], phase, "{until}");
        assert_eq!(view["result"].is_null(), phase != "result", "{until}");
        assert!(phase == "result" || !view.to_string().contains("approve"), "{until}: {view}");
    }
}

#[test]
fn the_kiosk_is_left_with_an_operators_pin() {
    let (room, _) = polling();
    let wrong = room.ask(desk::Window::Kiosk, "kiosk_leave", json!({ "pin": "000000" })).unwrap_err();
    assert_eq!(wrong["code"], "pin.wrong");
    assert_eq!(room.office("session", json!({}))["kioskOpen"], true);
    room.kiosk("kiosk_leave", json!({ "pin": PIN }));
    assert_eq!(room.office("session", json!({}))["kioskOpen"], false);
}
