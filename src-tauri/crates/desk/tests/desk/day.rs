//! A whole day at the desk, by hand and by rehearsal.

use crate::room::{OPERATOR, PIN, Room, two};
use serde_json::{Value, json};
use wire::Window;

fn state(session: &Value) -> (&str, &str) {
    (session["round"]["state"].as_str().unwrap_or("none"), session["current"].as_str().unwrap())
}

#[test]
fn a_rehearsal_runs_to_the_announcement_and_through_further_rounds() {
    let room = Room::with_sample();
    let session = room.rehearse("documents");
    let (_, current) = state(&session);
    assert_eq!(current, "documents");
    let result = room.office("result", json!({}));
    assert_eq!(result["state"], "announced");
    assert_eq!(result["account"]["collected"], result["account"]["issued"]);
    let made = room.office("save_document", json!({ "id": null, "folder": "", "ofd": false }));
    assert!(made["paths"].as_array().unwrap().len() >= 3, "{made}");
}

#[test]
fn each_step_of_a_rehearsal_is_where_a_person_can_go_on() {
    let room = Room::with_sample();
    for (until, expected) in [
        ("ceremony", "adopted"),
        ("check-in", "sealed"),
        ("poll", "check-in"),
        ("count", "closed"),
        ("result", "counted"),
    ] {
        let session = room.rehearse(until);
        assert_eq!(state(&session), (expected, until));
    }
}

#[test]
fn a_day_by_hand() {
    let room = Room::with_sample();
    let adoption = room.office("adoption", json!({}));
    assert_eq!(adoption["meaning"]["threshold"], 32, "of the sample's 62: {}", adoption["meaning"]);
    room.office("adopt", json!({ "acknowledged": 0 }));
    assert_eq!(room.refused("set_rules", json!({ "rules": adoption["rules"] })), "acts.round-begun");
    hold_ceremony(&room, &[62]);
    let session = room.office("seal", json!({ "by": two() }));
    assert_eq!(state(&session), ("sealed", "check-in"));
    check_in(&room, 45);
    let slips = room.slips();
    let session = room.office("open_poll", json!({ "by": two() }));
    assert_eq!(state(&session), ("polling", "poll"));
    for slip in &slips[..40] {
        vote(&room, slip, 10);
    }
    assert_eq!(room.office("session", json!({}))["figures"]["cast"], 40);
    let close = |tray: u32, statement: &str| json!({ "by": two(), "tray": tray, "statement": statement });
    assert_eq!(room.refused("close_poll", close(39, "")), "acts.box-differs-from-tray");
    assert_eq!(room.refused("close_poll", close(40, "")), "acts.left-over-number");
    for slip in &slips[45..] {
        room.office("scan_slip", json!({ "pile": "left-over", "code": slip }));
    }
    let session = room.office("close_poll", close(40, ""));
    assert_eq!(state(&session), ("closed", "count"));
    count(&room);
    let signed = json!({ "by": two(), "scrutineers": ["黄喆", "覃㛃"], "tellers": ["莫垚"] });
    room.office("confirm_result", signed);
    let session = room.office("announce", json!({}));
    assert_eq!(session["round"]["state"], "announced");
    let result = room.office("result", json!({}));
    let adopted =
        result["decision"]["rows"].as_array().unwrap().iter().filter(|row| row["verdict"] == "adopted");
    assert_eq!(adopted.count(), 10);
    assert_eq!(result["decision"]["rows"][0]["approve"], 40);
}

/// The ceremony, up to the sealing; so many slips of each zone.
pub fn hold_ceremony(room: &Room, slips: &[u32]) {
    let view = room.office("begin_ceremony", json!({ "slips": slips }));
    assert_eq!(view["stage"], "cards");
    take_cards(room);
}

/// Every scrutineer's card, and the slips, up to the sealing.
pub fn take_cards(room: &Room) {
    for holder in 1..=3 {
        assert_eq!(room.refused("key_card", json!({ "holder": holder })), "desk.card-covered");
        room.office("set_card_pin", json!({ "holder": holder, "pin": PIN }));
        let card = room.office("key_card", json!({ "holder": holder }));
        assert!(card["picture"].as_str().unwrap().starts_with("data:image/png;base64,"));
        room.office("save_card", json!({ "holder": holder, "folder": "" }));
        let wrong = json!({ "holder": holder, "typed": "AAAA AAAA AAAA AAAA" });
        assert_eq!(room.refused("confirm_key_card", wrong), "desk.card-read-wrong");
        let other = json!({ "holder": holder % 3 + 1, "typed": "" });
        assert_eq!(room.refused("confirm_key_card", other), "desk.cards-in-order");
        let typed = room.card(holder);
        room.office("confirm_key_card", json!({ "holder": holder, "typed": typed }));
    }
    assert_eq!(room.refused("seal", json!({ "by": two() })), "desk.slips-not-out");
    room.office("save_slips", json!({ "folder": "", "by": two(), "reason": "" }));
}

pub fn check_in(room: &Room, present: usize) {
    room.office("open_check_in", json!({}));
    let rows = room.office("attendance", json!({}))["rows"].clone();
    for row in &rows.as_array().unwrap()[..present] {
        room.office("check_in", json!({ "number": row["number"] }));
    }
    let undone = room.office("undo", json!({}));
    assert_eq!(undone["figures"]["present"], present - 1);
    room.office("check_in", json!({ "number": rows[present - 1]["number"] }));
    let twice = json!({ "number": rows[0]["number"] });
    assert_eq!(room.refused("check_in", twice), "acts.already-present");
}

/// One delegate approves the first so many candidates.
pub fn vote(room: &Room, slip: &str, approvals: u32) {
    let admitted = room.kiosk("kiosk_admit", json!({ "code": slip }));
    assert_eq!(admitted["answer"], "ballot", "{admitted}");
    for place in 0..approvals {
        room.kiosk("kiosk_mark", json!({ "place": place, "mark": "approve" }));
    }
    let review = room.kiosk("kiosk_review", json!({}));
    assert_eq!(review["open"].as_array().unwrap().len(), 12 - approvals as usize);
    room.kiosk("kiosk_cast", json!({ "blankMeant": false }));
}

pub fn count(room: &Room) {
    let cards = room.cards();
    assert_eq!(room.refused("present_card", json!({ "typed": "ABCD" })), "key-card.length");
    room.office("present_card", json!({ "typed": cards[0] }));
    assert_eq!(room.refused("present_card", json!({ "typed": cards[0] })), "key-card.twice");
    let view = room.office("present_card", json!({ "typed": cards[2] }));
    assert_eq!(view["presented"], 2);
    let session = room.office("count", json!({ "by": two() }));
    assert_eq!(state(&session), ("counted", "result"));
}

#[test]
fn what_was_in_the_middle_of_a_poll_is_taken_up_again() {
    let room = Room::with_sample();
    room.rehearse("poll");
    room.office("open_poll", json!({ "by": two() }));
    let slips = room.slips();
    for slip in &slips[..5] {
        vote(&room, slip, 3);
    }
    assert_eq!(room.refused("close_session", json!({})), "desk.poll-open");
    let id = room.office("session", json!({}))["id"].clone();
    let folder = std::sync::Arc::clone(&room.folder);
    drop(room);
    let again = Room::in_folder(folder);
    let session = again.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    assert_eq!((&session["resumed"], state(&session).0), (&json!(true), "suspended"));
    assert_eq!(told_before_the_count(&again), Vec::<String>::new());
    let resume = |count: Value| json!({ "by": two(), "count": count });
    assert_eq!(again.refused("resume_poll", resume(json!(null))), "acts.trays-to-be-counted");
    let counted = |tray: u32| json!({ "tray": tray, "paper": 0, "statement": "" });
    assert_eq!(again.refused("resume_poll", resume(counted(6))), "acts.tray-differs");
    let session = again.office("resume_poll", resume(counted(5)));
    assert_eq!((&session["figures"]["cast"], state(&session).0), (&json!(5), "polling"));
    let spent = again.kiosk("kiosk_admit", json!({ "code": slips[0] }));
    assert_eq!((&spent["answer"], &spent["reason"]), (&json!("refused"), &json!("spent")));
    vote(&again, &slips[5], 3);
}

/// Where a window tells how many ballots were cast, though two persons are still to count the trays.
fn told_before_the_count(room: &Room) -> Vec<String> {
    let views = [
        ("session", room.office("session", json!({}))["figures"]["cast"].clone()),
        ("screen", room.ask(Window::Screen, "screen_view", json!({})).unwrap()["figures"]["cast"].clone()),
    ];
    let log = room.office("log", json!({}))["log"].as_array().unwrap().clone();
    let of_log = log.iter().map(|row| ("log", row["facts"].get("turnout").cloned().unwrap_or_default()));
    let told = views.into_iter().chain(of_log).filter(|(_, cast)| !cast.is_null());
    told.map(|(view, cast)| format!("{view}: {cast}")).collect()
}
