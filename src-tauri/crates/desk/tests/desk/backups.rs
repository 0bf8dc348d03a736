//! Backups: made at each step, checked by counting again, restored from the start page alone.

use crate::room::{OPERATOR, PIN, Room, code};
use desk::Window;
use serde_json::{Value, json};
use std::{fs, path::PathBuf, sync::Arc};

fn backups(room: &Room) -> Vec<PathBuf> {
    let record = room.office("log", json!({}));
    let files = record["backups"].as_array().unwrap();
    files.iter().map(|row| PathBuf::from(row["file"].as_str().unwrap())).collect()
}

fn restore(file: &PathBuf) -> Value {
    json!({
        "file": file, "key": "", "operator": OPERATOR, "operatorPin": PIN, "scrutineer": "龙䶮", "scrutineerPin": PIN,
        "known": "", "knownPin": "", "statement": "",
    })
}

/// The same with a statement.
fn restore_stating(file: &PathBuf) -> Value {
    let mut request = restore(file);
    request["statement"] = json!("电脑故障，改用上一份备份继续会议");
    request
}

#[test]
fn each_step_is_backed_up_to_the_chosen_place() {
    let room = Room::with_sample();
    let place = room.folder.path().join("usb");
    let session = room.office("set_backup_folder", json!({ "folder": place }));
    assert_eq!(session["backup"]["chosen"], true);
    let before = backups(&room).len();
    room.office("adopt", json!({ "acknowledged": 0 }));
    let after = backups(&room);
    assert_eq!(after.len(), before + 1);
    assert!(after[0].starts_with(&place) && after[0].to_string_lossy().contains("adopted"));
    let inside = room.folder.path().join("data/sessions/x");
    assert_eq!(room.refused("set_backup_folder", json!({ "folder": inside })), "desk.backup-folder-inside");
}

#[test]
fn a_backup_is_restored_by_two_persons_and_nothing_is_overwritten() {
    let room = Room::with_sample();
    room.rehearse("result");
    let backup = backups(&room)[0].clone();
    room.rehearse("documents");
    assert_eq!(room.refused("restore_session", restore(&backup)), "desk.session-open");
    let id = room.office("session", json!({}))["id"].clone();
    room.office("close_session", json!({}));
    let found = room.office("inspect_backup", json!({ "file": backup, "key": "" }));
    assert_eq!((&found["replaces"], &found["summary"]["round"]["state"]), (&id, &json!("counted")));
    assert!(found["replacedLogEntries"].as_u64() > found["logEntries"].as_u64());
    assert_eq!((&found["known"], &found["toBeStated"]), (&found["scrutineers"], &json!(true)));
    assert!(found["stillKnown"].as_array().unwrap().contains(&json!("龙䶮")));
    let mut alone = restore_stating(&backup);
    alone["scrutineerPin"] = json!("975310");
    assert_eq!(room.refused("restore_session", alone), "pin.wrong");
    assert_eq!(room.refused("restore_session", restore(&backup)), "desk.restore-unstated");
    let mut short = restore(&backup);
    short["statement"] = json!("。。。。。。。。。。");
    assert_eq!(room.refused("restore_session", short), "acts.statement-short");
    let home = room.office("restore_session", restore_stating(&backup));
    assert_eq!(home["sessions"].as_array().unwrap().len(), 1);
    assert_eq!(home["sessions"][0]["summary"]["round"]["state"], "counted");
    assert_eq!(fs::read_dir(room.folder.path().join("data/replaced")).unwrap().count(), 1);
    room.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    let log = room.office("log", json!({}))["log"].clone();
    assert_eq!((&log[0]["act"], &log[0]["witness"]), (&json!("restored"), &json!("龙䶮")));
}

#[test]
fn a_backup_that_was_altered_is_refused() {
    let room = Room::with_sample();
    room.rehearse("result");
    let backup = backups(&room)[0].clone();
    room.office("close_session", json!({}));
    // A name wherever the file has it: what is altered at any place may lie in a part that holds nothing.
    let mut bytes = fs::read(&backup).unwrap();
    let (name, other) = ("共和镇".as_bytes(), "共享镇".as_bytes());
    let places: Vec<usize> =
        (0..bytes.len() - name.len()).filter(|at| bytes[*at..].starts_with(name)).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + name.len()].copy_from_slice(other);
    }
    fs::write(&backup, bytes).unwrap();
    let refused =
        code(&room.ask(Window::Secretariat, "restore_session", restore_stating(&backup)).unwrap_err());
    assert!(refused.starts_with("store."), "{refused}");
    assert_eq!(room.office("home", json!({}))["sessions"][0]["summary"]["round"]["state"], "counted");
}

#[test]
fn another_computer_needs_the_station_key() {
    let room = Room::with_sample();
    let place = room.folder.path().join("usb");
    room.office("set_backup_folder", json!({ "folder": place }));
    let key = room.office("save_station_key", json!({ "folder": place, "pin": PIN }))["paths"][0].clone();
    let backup = backups(&room)[0].clone();
    let other = Room::new();
    let without = json!({ "file": backup, "key": "" });
    assert_eq!(other.refused("inspect_backup", without), "desk.key-missing");
    let mut request = restore(&backup);
    request["key"] = key.clone();
    other.office("restore_session", request);
    let home = other.office("home", json!({}));
    let id = home["sessions"][0]["id"].clone();
    other.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    other.office("close_session", json!({}));
    let mut again = restore(&backup);
    again["key"] = key;
    assert_eq!(other.refused("import_session", again), "desk.session-there");
}

#[test]
fn a_session_made_elsewhere_is_imported_with_its_key() {
    let room = Room::with_sample();
    let id = room.office("session", json!({}))["id"].as_str().unwrap().to_owned();
    room.office("close_session", json!({}));
    let data = room.folder.path().join("data");
    let file = data.join("sessions").join(&id).join("session.db");
    let key = data.join("keys").join(format!("{id}.key"));
    let other = Room::new();
    let mut request = restore(&file);
    request["key"] = json!(key);
    // Nothing is sealed in it: its operator is asked, and nobody else.
    let found = other.office("inspect_backup", json!({ "file": file, "key": key }));
    assert_eq!(
        (&found["scrutineers"], &found["known"], &found["toBeStated"]),
        (&json!([]), &json!([]), &json!(false))
    );
    request["operatorPin"] = json!("975310");
    assert_eq!(other.refused("import_session", request.clone()), "pin.wrong");
    request["operatorPin"] = json!(PIN);
    let home = other.office("import_session", request);
    let taken = home["sessions"][0]["id"].clone();
    let session = other.office("open_session", json!({ "id": taken, "person": OPERATOR, "pin": PIN }));
    assert_eq!(session["profile"]["training"], true);
}

#[test]
fn a_broken_session_is_shown_and_the_others_open() {
    let room = Room::with_sample();
    let id = room.office("session", json!({}))["id"].as_str().unwrap().to_owned();
    room.office("close_session", json!({}));
    let folder = Arc::clone(&room.folder);
    let broken = folder.path().join("data/sessions/2026-broken");
    fs::create_dir_all(&broken).unwrap();
    fs::write(broken.join("session.db"), b"not a session").unwrap();
    let home = room.office("home", json!({}));
    let cards = home["sessions"].as_array().unwrap();
    assert_eq!(cards.len(), 2);
    let problem = cards.iter().find(|card| card["id"] == "2026-broken").unwrap();
    assert_eq!(problem["problem"]["code"], "store.truncated");
    room.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
}
