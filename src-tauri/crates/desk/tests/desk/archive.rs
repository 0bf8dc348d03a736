//! The record of a session, exported at the desk, holds when it is checked with nothing but itself.

use crate::{
    day::{count, vote},
    kiosk::polling,
    room::{Room, two},
};
use record::{check_challenge, find_ballot, read_challenge, verify_file};
use serde_json::json;
use std::{fs, path::Path};

#[test]
fn a_record_comes_after_the_last_round_has_ended_and_holds() {
    let (room, slips) = polling();
    assert_eq!(room.refused("export_record", json!({ "folder": "" })), "record.round-unfinished");
    room.kiosk("kiosk_admit", json!({ "code": slips[0] }));
    room.kiosk("kiosk_mark", json!({ "place": 3, "mark": "oppose" }));
    room.kiosk("kiosk_review", json!({}));
    let challenged = room.kiosk("kiosk_challenge", json!({}));
    vote(&room, &slips[0], 10);
    vote(&room, &slips[1], 10);
    room.kiosk("kiosk_admit", json!({ "code": slips[2] }));
    room.kiosk("kiosk_review", json!({}));
    let receipt = room.kiosk("kiosk_cast", json!({ "blankMeant": true }));
    room.office("close_poll", json!({ "by": two(), "tray": 3, "paper": 0, "statement": "" }));
    count(&room);
    room.office(
        "confirm_result",
        json!({ "by": two(), "scrutineers": ["黄喆", "覃㛃"], "tellers": ["莫垚"] }),
    );
    room.office("announce", json!({}));
    let folder = room.folder.path().join("stick");
    let written = export(&room, &folder);
    let report = verify_file(Path::new(&written), &|_| ()).unwrap();
    assert!(report.holds(), "{:?}", report.first_failure());
    assert!(report.summary.documents >= 2, "{:?}", report.summary);
    let code = |answer: &serde_json::Value| answer["trackingCode"].as_str().unwrap().to_owned();
    assert!(find_ballot(Path::new(&written), &code(&receipt)).unwrap().is_some());
    assert!(find_ballot(Path::new(&written), &code(&challenged)).unwrap().is_none());
    let file = read_challenge(Path::new(challenged["file"].as_str().unwrap())).unwrap();
    let challenge = check_challenge(&file).unwrap();
    assert_eq!(challenge.code, code(&challenged));
    challenge.check_in_record(Path::new(&written)).unwrap().unwrap();
    assert_ne!(export(&room, &folder), written, "nothing is overwritten");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

fn export(room: &Room, folder: &Path) -> String {
    let written = room.office("export_record", json!({ "folder": folder.display().to_string() }));
    written["paths"][0].as_str().unwrap().to_owned()
}
