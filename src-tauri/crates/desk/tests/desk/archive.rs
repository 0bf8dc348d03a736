//! The record of a session, exported at the desk, holds when it is checked with nothing but itself.

use crate::{
    day::{count, vote},
    kiosk::polling,
    room::{Room, UNCHECKED, two},
};
use desk::Window;
use record::{Check, check_challenge, find_ballot, read_challenge, verify_file};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    thread,
};

#[test]
fn a_record_comes_after_the_last_round_has_ended_and_holds() {
    let (room, slips) = polling();
    assert_eq!(room.refused("export_record", json!({ "folder": "" })), "record.round-unfinished");
    room.kiosk("kiosk_admit", json!({ "code": slips[0] }));
    room.kiosk("kiosk_mark", json!({ "place": 3, "mark": "oppose" }));
    room.kiosk("kiosk_review", json!({}));
    let scrutineers = crate::challenge::stick(&room);
    let challenged = room.kiosk("kiosk_challenge", json!({}));
    vote(&room, &slips[0], 10);
    vote(&room, &slips[1], 10);
    room.kiosk("kiosk_admit", json!({ "code": slips[2] }));
    room.kiosk("kiosk_review", json!({}));
    let receipt = room.kiosk("kiosk_cast", json!({ "blankMeant": true }));
    room.office(
        "close_poll",
        json!({ "by": two(), "tray": 3, "paper": 0, "statement": "", "unchecked": UNCHECKED }),
    );
    count(&room);
    room.office(
        "confirm_result",
        json!({ "by": two(), "scrutineers": ["黄喆", "覃㛃"], "tellers": ["莫垚"] }),
    );
    room.office("announce", json!({}));
    // Too few were adopted: another round is due, unless the presidium states why none is held.
    let folder = room.folder.path().join("stick");
    let wanted = json!({ "folder": folder.display().to_string() });
    assert_eq!(room.refused("export_record", wanted), "record.round-due");
    let ending = |statement: &str| json!({ "by": two(), "statement": statement });
    assert_eq!(room.refused("end_rounds", ending("以后再说。")), "acts.statement-short");
    room.office("end_rounds", ending("主席团决定，其余项目留待下次会议票决。"));
    let written = export(&room, &folder);
    let report = verify_file(Path::new(&written), &|_| ()).unwrap();
    assert!(report.holds(), "{:?}", report.first_failure());
    assert!(report.summary.documents >= 2, "{:?}", report.summary);
    let code = |answer: &serde_json::Value| answer["trackingCode"].as_str().unwrap().to_owned();
    assert!(find_ballot(Path::new(&written), &code(&receipt)).unwrap().is_some());
    assert!(find_ballot(Path::new(&written), &code(&challenged)).unwrap().is_none());
    let file = read_challenge(&scrutineers.path().join(challenged["file"].as_str().unwrap())).unwrap();
    let challenge = check_challenge(&file).unwrap();
    assert_eq!(challenge.code, code(&challenged));
    challenge.check_in_record(Path::new(&written)).unwrap().unwrap();
    assert_ne!(export(&room, &folder), written, "nothing is overwritten");
    checked_at_the_desk(&room, &written, &code(&receipt));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

fn export(room: &Room, folder: &Path) -> String {
    let written = room.office("export_record", json!({ "folder": folder.display().to_string() }));
    written["paths"][0].as_str().unwrap().to_owned()
}

/// The record is checked at the desk that made it: all of it holds, and it says whose it is and what came out.
fn checked_at_the_desk(room: &Room, record: &str, code: &str) {
    let checked = room.office("check_record", json!({ "file": record }));
    assert_eq!((&checked["holds"], &checked["stationIsHere"]), (&json!(true), &json!(true)), "{checked}");
    assert_eq!(checked["checks"].as_array().unwrap().len(), Check::ALL.len());
    let round = &checked["rounds"][0];
    assert_eq!((&round["ended"], &round["ballots"]), (&json!("announced"), &json!(3)));
    let ranking = round["ranking"].as_array().unwrap();
    assert_eq!(adopted(round), [""; 0], "ten are tied");
    assert_eq!((&ranking[0]["approve"], &ranking[0]["abstain"]), (&json!(2), &json!(1)));
    assert!(ranking.iter().all(|row| !row["name"].as_str().unwrap().is_empty()));
    let found = room.office("find_in_record", json!({ "file": record, "code": code }));
    assert_eq!(found["round"], 1);
}

/// The numbers of the candidates that a round adopted.
fn adopted(round: &Value) -> Vec<&str> {
    let rows = round["ranking"].as_array().unwrap().iter();
    rows.filter(|row| row["adopted"] == json!(true)).map(|row| row["number"].as_str().unwrap()).collect()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/records").join(name)
}

#[test]
fn a_record_is_checked_with_no_session_open() {
    let room = Room::new();
    let file = fixture("further.pjrecord");
    let checked = room.office("check_record", json!({ "file": file }));
    assert_eq!((&checked["holds"], &checked["stationIsHere"]), (&json!(true), &json!(false)), "{checked}");
    assert_eq!(checked["firstFailure"], Value::Null);
    assert!(checked["checks"].as_array().unwrap().iter().all(|check| check["verdict"] == json!("pass")));
    let numbers: Vec<_> = checked["rounds"].as_array().unwrap().iter().map(adopted).collect();
    assert_eq!(numbers, [vec!["1"], vec!["2"]]);
    assert_eq!(room.office("progress", json!({}))["total"], 0, "the work is over");
    let missing = json!({ "file": file, "code": "0000-0000-0000-0000" });
    assert_eq!(room.office("find_in_record", missing)["round"], Value::Null);
}

#[test]
fn an_altered_record_is_shown_with_the_check_that_fails() {
    let room = Room::new();
    let mut bytes = fs::read(fixture("void.pjrecord")).unwrap();
    let place = bytes.windows(9).position(|part| part == b"\"present\"").unwrap();
    bytes[place + 1] = b'P';
    let file = room.folder.path().join("altered.pjrecord");
    fs::write(&file, bytes).unwrap();
    let checked = room.office("check_record", json!({ "file": file }));
    assert_eq!((&checked["holds"], &checked["firstFailure"]), (&json!(false), &json!("1.5")), "{checked}");
    let failing = checked["checks"].as_array().unwrap().iter().find(|check| check["number"] == json!("1.5"));
    let failing = failing.unwrap();
    assert_eq!((&failing["verdict"], &failing["title"]), (&json!("fail"), &json!("verify.1-5")));
    assert_eq!(failing["problem"]["code"], "finding.differs");
}

#[test]
fn what_is_no_record_is_refused() {
    let room = Room::new();
    let file = room.folder.path().join("no.pjrecord");
    fs::write(&file, "no record").unwrap();
    assert_eq!(room.refused("check_record", json!({ "file": file })), "verify-file.not-a-record");
    assert_eq!(room.refused("check_record", json!({ "file": "/no/such.pjrecord" })), "verify-file.not-found");
    assert_eq!(room.refused("check_record", json!({ "file": " " })), "desk.path-missing");
    let typed = json!({ "file": fixture("void.pjrecord"), "code": "ABC" });
    assert_eq!(room.refused("find_in_record", typed), "verify-file.tracking-code");
}

/// The check of a record is stopped from the same window: it ends soon, and says so instead of a verdict.
#[test]
fn the_check_of_a_record_can_be_stopped() {
    let room = Room::new();
    let file = fixture("overfull.pjrecord");
    let answer = thread::scope(|scope| {
        let checking = scope.spawn(|| room.ask(Window::Secretariat, "check_record", json!({ "file": file })));
        while !checking.is_finished() {
            if room.office("progress", json!({}))["total"] != json!(0) {
                room.office("cancel", json!({}));
            }
        }
        checking.join().unwrap()
    });
    assert_eq!(answer.unwrap_err()["code"], "desk.stopped");
}
