//! The key ceremony, attacked by whoever sits at the operator's computer.

use crate::room::{PIN, Room};
use serde_json::{Value, json};

/// How often each act stands in the log.
fn logged(room: &Room, act: &str) -> usize {
    let log = room.office("log", json!({}))["log"].clone();
    log.as_array().unwrap().iter().filter(|row| row["act"] == act).count()
}

/// T1: one operator takes every key card and every slip out of the ceremony, alone and unseen.
#[test]
fn t1_one_operator_takes_every_card_and_every_slip_alone_and_unseen() {
    let room = Room::with_real_session();
    room.office("begin_ceremony", json!({ "slips": [3] }));
    let before = room.office("log", json!({}))["log"].as_array().unwrap().len();
    for holder in 1..=3 {
        for _ in 0..4 {
            room.office("key_card", json!({ "holder": holder }));
            room.office("save_card", json!({ "holder": holder, "folder": "" }));
        }
        // The operator invents the scrutineer's PIN.
        let typed = room.card(holder);
        room.office("confirm_key_card", json!({ "holder": holder, "typed": typed, "pin": PIN }));
    }
    for _ in 0..2 {
        let written: Value = room.office("save_slips", json!({ "folder": "" }));
        assert_eq!(written["paths"].as_array().unwrap().len(), 1);
    }
    let after = room.office("log", json!({}))["log"].as_array().unwrap().len();
    assert_eq!(after - before, 3, "three PINs, and no word of twelve cards and two sets of slips");
    assert_eq!(logged(&room, "pin-set"), 1 + 3, "the operator's own, and three that the operator invented");
}
