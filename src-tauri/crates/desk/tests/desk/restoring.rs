//! Nobody puts an earlier session back alone, or unseen: by restoring, by importing, or by copying its file.

use crate::room::{OPERATOR, PIN, Room, two};
use office::{
    Randomness,
    act::{Office, Operator},
    acts,
    clock::SystemClock,
};
use serde_json::{Value, json};
use session_model::{DocumentTexts, KeyMaking, Level, Profile, ProfileText, Role};
use signed_file::Station;
use std::{fs, path::Path, sync::Arc};

const CHIEF: &str = "龙䶮";
const NEW_PIN: &str = "864209";

fn request(file: &Path) -> Value {
    json!({
        "file": file, "key": "", "operator": OPERATOR, "operatorPin": PIN, "scrutineer": CHIEF, "scrutineerPin": PIN,
        "known": "", "knownPin": "", "statement": "电脑故障，改用上一份备份继续会议",
    })
}

/// A session that isn't for training, in the place where the desk has it, of whose scrutineers none has a PIN yet.
fn early_session(room: &Room) -> (String, Office) {
    let id = "2026-000001".to_owned();
    let data = room.folder.path().join("data");
    let folder = data.join("sessions").join(&id);
    fs::create_dir_all(&folder).unwrap();
    fs::create_dir_all(data.join("keys")).unwrap();
    let key = data.join("keys").join(format!("{id}.key"));
    let station = Station::load_or_create(&key, &mut Randomness::System).unwrap();
    let profile = Profile::new(ProfileText {
        congress: "云溪县人民代表大会".to_owned(),
        session: "第六次会议".to_owned(),
        level: Level::County,
        year: 2026,
        presidium: "大会主席团".to_owned(),
        language: messages::Language::Chinese,
        training: false,
        chief: CHIEF.to_owned(),
        scrutineers: vec!["黄喆".to_owned(), "覃㛃".to_owned()],
        threshold: 2,
        tellers: vec!["莫垚".to_owned()],
        keys: KeyMaking::Dealt,
        texts: DocumentTexts::default(),
    });
    let by = Operator(OPERATOR.to_owned());
    let (clock, randomness) = (Box::new(SystemClock), Randomness::System);
    let database = folder.join("session.db");
    let mut office = Office::create(&database, station, clock, randomness, &profile.unwrap(), &by).unwrap();
    acts::set_pin(&mut office, &by, Role::Operator, OPERATOR, PIN).unwrap();
    (id, office)
}

#[test]
fn an_early_backup_does_not_take_the_place_of_a_later_session_with_one_pin() {
    let room = Room::new();
    let (id, mut office) = early_session(&room);
    let early = room.folder.path().join("early.db");
    acts::back_up(&office, &early).unwrap();
    let by = Operator(OPERATOR.to_owned());
    acts::set_pin(&mut office, &by, Role::Scrutineer, CHIEF, NEW_PIN).unwrap();
    drop(office);
    room.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    room.office("close_session", json!({}));

    // The operator of the backup alone, or as their own witness, is refused.
    assert_eq!(room.refused("restore_session", request(&early)), "pin.not-set");
    let found = room.office("inspect_backup", json!({ "file": early, "key": "" }));
    assert_eq!((&found["scrutineers"], &found["known"]), (&json!([]), &json!([CHIEF])));
    let mut known = request(&early);
    known["known"] = json!(OPERATOR);
    known["knownPin"] = json!(PIN);
    assert_eq!(room.refused("restore_session", known.clone()), "pin.not-set");
    known["known"] = json!(CHIEF);
    assert_eq!(room.refused("restore_session", known.clone()), "pin.wrong");
    // With one whom this computer knows it is restored, and the log names both and says why.
    known["knownPin"] = json!(NEW_PIN);
    room.office("restore_session", known);
    room.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    let restored = room.office("log", json!({}))["log"][0].clone();
    assert_eq!((&restored["act"], &restored["witness"]), (&json!("restored"), &json!(CHIEF)));
    assert!(restored["facts"]["statement"].as_str().unwrap().contains("电脑故障"), "{restored}");
}

#[test]
fn a_scrutineer_of_the_file_whose_pin_has_changed_is_not_enough() {
    let room = Room::new();
    let (id, mut office) = early_session(&room);
    let by = Operator(OPERATOR.to_owned());
    acts::set_pin(&mut office, &by, Role::Scrutineer, CHIEF, PIN).unwrap();
    acts::set_pin(&mut office, &by, Role::Scrutineer, "黄喆", PIN).unwrap();
    let early = room.folder.path().join("early.db");
    acts::back_up(&office, &early).unwrap();
    acts::replace_pin(&mut office, Role::Scrutineer, CHIEF, Some("黄喆"), NEW_PIN).unwrap();
    drop(office);
    room.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    room.office("close_session", json!({}));
    let found = room.office("inspect_backup", json!({ "file": early, "key": "" }));
    assert_eq!(found["stillKnown"], json!([OPERATOR, "黄喆"]));
    assert_eq!(room.refused("restore_session", request(&early)), "pin.wrong");
    let mut known = request(&early);
    known["known"] = json!(CHIEF);
    known["knownPin"] = json!(NEW_PIN);
    room.office("restore_session", known);
}

/// A sample session whose box is sealed, copied then, and taken further; it is closed. Returns its name and the copy.
fn sealed_and_copied(room: &Room) -> (String, std::path::PathBuf) {
    let id = room.rehearse("check-in")["id"].as_str().unwrap().to_owned();
    room.office("close_session", json!({}));
    let database = room.folder.path().join("data/sessions").join(&id).join("session.db");
    let copy = room.folder.path().join("copy.db");
    fs::copy(&database, &copy).unwrap();
    room.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    room.rehearse("poll");
    room.office("close_session", json!({}));
    (id, copy)
}

#[test]
fn an_older_copy_of_the_file_is_not_opened_but_restored_with_a_statement() {
    let room = Room::with_sample();
    let (id, copy) = sealed_and_copied(&room);
    let database = room.folder.path().join("data/sessions").join(&id).join("session.db");
    fs::copy(&copy, &database).unwrap();
    let sign_in = json!({ "id": id, "person": OPERATOR, "pin": PIN });
    assert_eq!(room.refused("open_session", sign_in.clone()), "desk.older-than-known");
    let found = room.office("inspect_backup", json!({ "file": database, "key": "" }));
    assert_eq!(found["toBeStated"], true);
    room.office("restore_session", request(&database));
    room.office("open_session", sign_in);
}

#[test]
fn a_round_that_was_restored_while_sealed_is_ended_and_voted_again_with_new_slips() {
    let room = Room::with_sample();
    let (id, copy) = sealed_and_copied(&room);
    room.office("restore_session", request(&copy));
    let session = room.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    assert_eq!((&session["round"]["state"], &session["onlyToBeEnded"]), (&json!("sealed"), &json!(true)));
    assert_eq!(room.refused("open_check_in", json!({})), "acts.restored-while-sealed");
    // The same after a restart, and in a training session too.
    let folder = Arc::clone(&room.folder);
    drop(room);
    let room = Room::in_folder(folder);
    room.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    assert_eq!(room.refused("rehearse", json!({ "until": "poll" })), "acts.restored-while-sealed");
    let ending = json!({ "by": two(), "statement": "备份恢复时票箱已经封存，本轮作废" });
    let session = room.office("end_round", ending);
    assert_eq!((&session["round"]["state"], &session["onlyToBeEnded"]), (&json!("void"), &json!(false)));
    room.office("begin_next", json!({}));
    let session = room.rehearse("count");
    assert_eq!((&session["round"]["state"], &session["round"]["number"]), (&json!("closed"), &json!(2)));
}

#[test]
fn a_computer_that_does_not_know_a_sealed_session_takes_two_persons_and_a_statement() {
    let room = Room::with_sample();
    let id = room.rehearse("check-in")["id"].as_str().unwrap().to_owned();
    room.office("close_session", json!({}));
    let data = room.folder.path().join("data");
    let file = data.join("sessions").join(&id).join("session.db");
    let key = data.join("keys").join(format!("{id}.key"));
    let other = Room::new();
    let mut taken = request(&file);
    taken["key"] = json!(key);
    for (field, value, refused) in [
        ("statement", "", "desk.restore-unstated"),
        ("scrutineerPin", "975310", "pin.wrong"),
        ("scrutineer", OPERATOR, "pin.not-set"),
        ("operatorPin", "975310", "pin.wrong"),
    ] {
        let mut request = taken.clone();
        request[field] = json!(value);
        assert_eq!(other.refused("import_session", request), refused, "{field}");
    }
    let home = other.office("import_session", taken);
    assert_eq!(home["sessions"][0]["summary"]["round"]["state"], "sealed");
}

#[test]
fn a_key_that_another_session_of_this_computer_has_is_not_used() {
    let room = Room::with_sample();
    let id = room.rehearse("check-in")["id"].as_str().unwrap().to_owned();
    room.office("end_round", json!({ "by": two(), "statement": "演练：本轮作废，重新票决" }));
    room.office("begin_next", json!({}));
    room.office("adopt", json!({ "acknowledged": 0 }));
    let keys = room.folder.path().join("data/keys");
    let other = keys.join("2026-ffffff.known");
    fs::copy(keys.join(format!("{id}.known")), &other).unwrap();
    assert_eq!(room.refused("begin_ceremony", json!({ "slips": [62] })), "desk.key-known");
    fs::remove_file(&other).unwrap();
    room.office("begin_ceremony", json!({ "slips": [62] }));
}
