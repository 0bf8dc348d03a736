//! Who may do what: signing in, locking, roles, two persons.

use crate::room::{OPERATOR, PIN, Room, code, two};
use desk::{Access, COMMANDS, Window};
use serde_json::{Value, json};
use std::{fs, sync::Arc};

#[test]
fn without_a_session_nothing_but_the_start_page_answers() {
    let room = Room::new();
    for command in COMMANDS.iter().filter(|command| command.access != Access::Anybody) {
        assert_eq!(room.refused(command.name, json!({})), "desk.no-session-open", "{}", command.name);
    }
}

#[test]
fn a_locked_session_answers_nobody_who_has_no_pin() {
    let room = Room::with_sample();
    assert_eq!(room.office("lock", json!({}))["locked"], true);
    for command in COMMANDS.iter().filter(|command| command.access != Access::Anybody) {
        assert_eq!(room.refused(command.name, json!({})), "desk.locked", "{}", command.name);
    }
    assert_eq!(room.refused("unlock", json!({ "pin": "975310" })), "pin.wrong");
    assert_eq!(room.office("unlock", json!({ "pin": PIN }))["locked"], false);
}

#[test]
fn a_lock_forgets_the_key_cards_that_were_presented() {
    let room = Room::with_sample();
    room.rehearse("count");
    let card = room.card(1);
    assert_eq!(room.office("present_card", json!({ "typed": card }))["presented"], 1);
    room.office("lock", json!({}));
    room.office("unlock", json!({ "pin": PIN }));
    assert_eq!(room.office("count_view", json!({}))["presented"], 0);
}

#[test]
fn a_session_that_one_key_card_opens_is_for_training_only() {
    let room = Room::with_sample();
    let mut profile = room.office("session", json!({}))["profile"].clone();
    room.office("close_session", json!({}));
    profile["threshold"] = json!(1);
    profile["training"] = json!(false);
    let new = json!({ "profile": profile, "operator": OPERATOR, "pin": PIN });
    assert_eq!(room.refused("create_session", new.clone()), "session.one-card-opens");
    let mut training = new;
    training["profile"]["training"] = json!(true);
    room.office("create_session", training);
}

#[test]
fn a_scrutineer_looks_and_does_not_act() {
    let room = Room::with_sample();
    let id = room.office("session", json!({}))["id"].clone();
    room.office("close_session", json!({}));
    let session = room.office("open_session", json!({ "id": id, "person": "黄喆", "pin": PIN }));
    assert_eq!(session["person"]["role"], "scrutineer");
    for command in COMMANDS.iter().filter(|command| acts(command.access)) {
        assert_eq!(room.refused(command.name, json!({})), "desk.operator-only", "{}", command.name);
    }
    room.office("delegates", json!({}));
}

const fn acts(access: Access) -> bool {
    matches!(access, Access::Operator | Access::OperatorAnywhere)
}

#[test]
fn commands_of_another_window_are_unknown() {
    let room = Room::with_sample();
    for command in COMMANDS.iter() {
        for window in Window::ALL.into_iter().filter(|window| *window != command.window) {
            let refused = room.ask(window, command.name, json!({})).unwrap_err();
            assert_eq!(refused["code"], "desk.no-such-command", "{}", command.name);
        }
    }
}

#[test]
fn what_matters_takes_two_persons() {
    let room = Room::with_sample();
    room.rehearse("poll");
    let with = |operator: &str, scrutineer: &str, pin: &str| -> Value {
        json!({ "by": { "operatorPin": operator, "scrutineer": scrutineer, "scrutineerPin": pin } })
    };
    assert_eq!(room.refused("open_poll", with("975310", "龙䶮", PIN)), "pin.wrong");
    assert_eq!(room.refused("open_poll", with(PIN, "龙䶮", "975310")), "pin.wrong");
    assert_eq!(room.refused("open_poll", with(PIN, OPERATOR, PIN)), "pin.not-set");
    assert_eq!(room.office("session", json!({}))["round"]["state"], "check-in");
    room.office("open_poll", json!({ "by": two() }));
}

#[test]
fn many_wrong_pins_make_everybody_wait() {
    let room = Room::with_sample();
    room.office("lock", json!({}));
    for _ in 0..5 {
        assert_eq!(room.refused("unlock", json!({ "pin": "975310" })), "pin.wrong");
    }
    assert_eq!(room.refused("unlock", json!({ "pin": PIN })), "desk.wait");
}

#[test]
fn wrong_pins_are_counted_across_a_restart() {
    let room = Room::with_sample();
    let id = room.office("session", json!({}))["id"].as_str().unwrap().to_owned();
    room.office("close_session", json!({}));
    let sign_in = |room: &Room, pin: &str| -> Result<Value, Value> {
        let request = json!({ "id": id, "person": OPERATOR, "pin": pin });
        room.ask(Window::Secretariat, "open_session", request)
    };
    let folder = Arc::clone(&room.folder);
    drop(room);
    for _ in 0..5 {
        let room = Room::in_folder(Arc::clone(&folder));
        assert_eq!(code(&sign_in(&room, "975310").unwrap_err()), "pin.wrong");
    }
    let room = Room::in_folder(Arc::clone(&folder));
    assert_eq!(code(&sign_in(&room, PIN).unwrap_err()), "desk.wait");
    // The count isn't part of the session: an older copy of its file doesn't take it back.
    let counted = folder.path().join("data/keys").join(format!("{id}.wrong"));
    assert!(counted.is_file());
    // What can't be understood counts as many wrong ones just now.
    fs::write(&counted, "0").unwrap();
    assert_eq!(code(&sign_in(&room, PIN).unwrap_err()), "desk.wait");
    let long_ago = json!({ "wrong": 5, "latest": "2026-01-15T09:30:00+08:00" });
    fs::write(&counted, long_ago.to_string()).unwrap();
    sign_in(&room, PIN).unwrap();
    assert!(!counted.exists(), "a right PIN ends the row");
}

#[test]
fn a_clock_that_was_put_back_makes_nobody_wait_for_ever() {
    let room = Room::with_sample();
    let id = room.office("session", json!({}))["id"].as_str().unwrap().to_owned();
    room.office("lock", json!({}));
    let counted = room.folder.path().join("data/keys").join(format!("{id}.wrong"));
    let to_come = json!({ "wrong": 5, "latest": "2096-01-15T09:30:00+08:00" });
    fs::write(&counted, to_come.to_string()).unwrap();
    let refused = room.ask(Window::Secretariat, "unlock", json!({ "pin": PIN })).unwrap_err();
    assert_eq!((code(&refused).as_str(), &refused["facts"]["seconds"]), ("desk.wait", &json!("30")));
    assert!(!fs::read_to_string(&counted).unwrap().contains("2096"));
}

#[test]
fn a_pin_that_anybody_would_try_is_refused() {
    let room = Room::new();
    for (pin, code) in [
        ("12345", "pin.form"),
        ("abcdef", "pin.form"),
        ("111111", "pin.too-easy"),
        ("654321", "pin.too-easy"),
        ("121212", "pin.too-easy"),
        ("880707", "pin.date"),
    ] {
        let sample = json!({ "operator": OPERATOR, "pin": pin });
        assert_eq!(room.refused("create_sample", sample), code, "{pin}");
    }
    assert_eq!(room.office("home", json!({}))["sessions"], json!([]), "nothing is left behind");
}

#[test]
fn a_request_that_does_not_fit_is_refused_whole() {
    let room = Room::with_sample();
    assert_eq!(room.refused("check_in", json!({ "number": 1 })), "desk.request-malformed");
    assert_eq!(room.refused("check_in", json!({ "number": "001", "more": 1 })), "desk.request-malformed");
    assert_eq!(
        room.refused("open_session", json!({ "id": "../..", "person": "", "pin": "" })),
        "desk.session-open"
    );
    room.office("close_session", json!({}));
    let outside = json!({ "id": "../keys", "person": "", "pin": "" });
    assert_eq!(room.refused("open_session", outside), "desk.session-unknown");
}
