//! The piles of slips, checked by their codes before the close.

use crate::{
    day::{check_in, count, hold_ceremony, vote},
    paper::bytes_of,
    room::{OPERATOR, PIN, Room, UNCHECKED, two},
};
use serde_json::{Value, json};
use std::sync::Arc;

/// Delegates who drew a slip; so many of 62 were made.
const DRAWN: usize = 45;

/// The sample session with its poll open, and the slips in the order of the sheet: those of the left-over pile are the last.
fn polling() -> (Room, Vec<String>) {
    let room = Room::with_sample();
    room.office("adopt", json!({ "acknowledged": 0 }));
    hold_ceremony(&room, &[62]);
    room.office("seal", json!({ "by": two() }));
    check_in(&room, DRAWN);
    room.office("open_poll", json!({ "by": two() }));
    let slips = room.slips();
    (room, slips)
}

fn scan(room: &Room, pile: &str, slips: &[String]) -> Value {
    for slip in slips {
        room.office("scan_slip", json!({ "pile": pile, "code": slip }));
    }
    room.office("piles", json!({}))
}

fn close(tray: u32, unchecked: &str) -> Value {
    json!({ "by": two(), "tray": tray, "statement": "", "unchecked": unchecked })
}

fn endings(pile: &Value) -> Vec<&str> {
    let misfits = pile["misfits"].as_array().unwrap();
    let mut endings: Vec<&str> = misfits.iter().map(|misfit| misfit["ending"].as_str().unwrap()).collect();
    endings.sort_unstable();
    endings
}

/// Nobody drew three of the slips with which ballots are cast. Before, only numbers were compared, and the poll was closed with
/// a tray of 45.
#[test]
fn t4_ballots_cast_with_left_over_slips_are_found_by_code_and_two_persons_decide() {
    let (room, slips) = polling();
    let stuffed = &slips[DRAWN..DRAWN + 3];
    for slip in slips[..DRAWN - 3].iter().chain(stuffed) {
        vote(&room, slip, 10);
    }
    let view = scan(&room, "left-over", &slips[DRAWN..]);
    assert_eq!((&view["leftOver"]["scanned"], &view["expected"]), (&json!(17), &json!(17)));
    let mut expected: Vec<&str> = stuffed.iter().map(|slip| &slip[slip.len() - 4..]).collect();
    expected.sort_unstable();
    assert_eq!(endings(&view["leftOver"]), expected, "the last four characters and nothing more");
    assert_eq!(room.refused("close_poll", close(45, "")), "acts.left-over-misfits");
    // Neither taking them out of the pile nor scanning them in the tray hides them: then the pile is too small.
    assert_eq!(room.office("take_misfits_out", json!({}))["leftOver"]["scanned"], 17);
    scan(&room, "tray", stuffed);
    assert_eq!(room.refused("close_poll", close(45, "")), "acts.left-over-number");
    scan(&room, "left-over", stuffed);
    let annul = |slip: &String, reason: &str| json!({ "code": slip, "reason": reason, "by": two() });
    assert_eq!(room.refused("annul_slip", annul(&slips[0], UNCHECKED)), "acts.slip-not-left-over");
    assert_eq!(room.refused("annul_slip", annul(&stuffed[0], "多一张。")), "acts.statement-short");
    for slip in stuffed {
        room.office("annul_slip", annul(slip, "剩余票签中有一张已经投出选票，无人领取。"));
    }
    assert_eq!(room.office("piles", json!({}))["leftOver"]["misfits"], json!([]));
    assert_eq!(room.refused("close_poll", close(45, "")), "acts.box-differs-from-tray");
    room.office("close_poll", close(42, ""));
    count(&room);
    let account = room.office("result", json!({}))["account"].clone();
    assert_eq!((&account["collected"], &account["void"]), (&json!(45), &json!(3)));
}

#[test]
fn a_slip_that_nobody_voted_with_does_not_fit_in_the_tray() {
    let (room, slips) = polling();
    for slip in &slips[..3] {
        vote(&room, slip, 10);
    }
    scan(&room, "left-over", &slips[DRAWN..]);
    let view = scan(&room, "tray", &slips[..4]);
    assert_eq!(view["tray"]["misfits"][0]["why"], "unused");
    assert_eq!(room.refused("close_poll", close(3, "")), "acts.tray-misfits");
    assert_eq!(room.office("take_misfits_out", json!({}))["tray"]["scanned"], 3);
    room.office("close_poll", close(3, ""));
}

#[test]
fn what_was_scanned_is_in_memory_only_and_a_restart_begins_again() {
    let (room, slips) = polling();
    let before = bytes_of(&room);
    scan(&room, "left-over", &slips[DRAWN..]);
    assert_eq!(bytes_of(&room), before, "nothing of a scan is on the disk");
    assert_eq!(room.office("restart_piles", json!({}))["leftOver"]["scanned"], 0);
    let view = scan(&room, "left-over", &slips[DRAWN..]);
    assert_eq!(view["leftOver"]["scanned"], 17);
    let id = room.office("session", json!({}))["id"].clone();
    let folder = Arc::clone(&room.folder);
    drop(room);
    let again = Room::in_folder(folder);
    again.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    assert_eq!(again.office("piles", json!({}))["leftOver"]["scanned"], 0);
}

#[test]
fn leaving_the_check_out_takes_a_reason() {
    let (room, _) = polling();
    assert_eq!(room.refused("close_poll", close(0, "")), "acts.left-over-number");
    assert_eq!(room.refused("close_poll", close(0, "没有时间。")), "acts.statement-short");
    room.office("close_poll", close(0, UNCHECKED));
}
