//! A key that holders make, as the station's windows see it: five holders with computers of their own, sticks that are folders,
//! and a count for which three of them come.

use crate::room::{self, OPERATOR, PIN, Room, code};
use key_holders::{Holder, KeyHolderError, Pending};
use rand::rngs::OsRng;
use serde_json::{Value, json};
use std::{fs, sync::Arc};
use wire::Window;

/// The scrutineers in the order of their numbers, and what each sets as PIN at the station.
pub const HOLDERS: [(&str, &str); 5] = [
    ("监票甲", "804913"),
    ("监票乙", "592037"),
    ("监票丙", "736918"),
    ("监票丁", "295174"),
    ("监票戊", "618340"),
];
const PASSPHRASE: &str = "共同生成密钥用的一句口令";

/// The operator with a scrutineer.
pub fn with(holder: usize) -> Value {
    let (name, pin) = HOLDERS[holder - 1];
    json!({ "operatorPin": PIN, "scrutineer": name, "scrutineerPin": pin })
}

fn profile(keys: &str) -> Value {
    let scrutineers: Vec<&str> = HOLDERS[1..].iter().map(|(name, _)| *name).collect();
    json!({
        "congress": "样例乡人民代表大会", "session": "第一次会议", "level": "township", "year": 2026,
        "presidium": "大会主席团", "language": "zh-CN", "training": false,
        "chief": HOLDERS[0].0, "scrutineers": scrutineers, "threshold": 3, "tellers": ["计票甲"], "keys": keys,
    })
}

/// A session whose holders are to make its key, without lists.
pub fn begun() -> Room {
    let room = Room::new();
    let session = json!({ "profile": profile("distributed"), "operator": OPERATOR, "pin": PIN });
    room.office("create_session", session);
    room
}

/// What the station writes to a stick for the holders.
fn handed(room: &Room) -> String {
    let stick = room.folder.path().join("stick");
    let written = room.office("write_key_file", json!({ "folder": stick }));
    let path = written["paths"][0].as_str().unwrap().to_owned();
    assert!(path.ends_with(".pjkeys"), "{path}");
    fs::read_to_string(path).unwrap()
}

/// A holder's file on their stick.
fn on_stick(room: &Room, file: &str) -> Value {
    let path = room.folder.path().join("from-a-holder.pjkeys");
    fs::write(&path, file).unwrap();
    json!({ "file": path })
}

/// The holder after a step, whose file was taken.
fn brought(room: &Room, step: Result<Pending, KeyHolderError>) -> Holder {
    let holder = step.unwrap().stored();
    room.office("take_key_file", on_stick(room, holder.outgoing()));
    holder
}

/// All holders do a step with what the station hands them.
fn step(
    room: &Room,
    holders: &mut [Holder],
    step: impl Fn(&Holder, &str) -> Result<Pending, KeyHolderError>,
) {
    let file = handed(room);
    for holder in holders {
        *holder = brought(room, step(holder, &file));
    }
}

/// Five holders join, and set their PINs at the station.
fn joined(room: &Room) -> Vec<Holder> {
    assert_eq!(room.office("invite_holders", json!({}))["stage"], "joining");
    let invitation = handed(room);
    (1..=5_u32)
        .map(|number| {
            let pin = HOLDERS[number as usize - 1].1;
            room.office("set_holder_pin", json!({ "holder": number, "pin": pin }));
            brought(room, Holder::join(&invitation, number, PASSPHRASE, &mut OsRng))
        })
        .collect()
}

/// They make the key, and two persons make it the session's.
fn made(room: &Room) -> Vec<Holder> {
    let mut holders = joined(room);
    let view = room.office("key_ceremony", json!({}));
    let groups: Vec<&str> =
        view["spoken"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
    let spoken = groups.join(" ");
    step(room, &mut holders, |holder, roster| holder.confirm(roster, &spoken, &mut OsRng));
    step(room, &mut holders, |holder, all| holder.share(all, &mut OsRng));
    step(room, &mut holders, |holder, all| holder.finish(all, &mut OsRng));
    assert_eq!(room.refused("write_key_file", json!({ "folder": "" })), "keys.all-confirmed");
    let alone = json!({ "operatorPin": PIN, "scrutineer": OPERATOR, "scrutineerPin": PIN });
    assert_eq!(room.refused("make_keys", json!({ "by": alone })), "pin.not-set");
    room.office("make_keys", json!({ "by": with(1) }));
    let view = room.office("key_ceremony", json!({}));
    let fingerprint: String =
        view["fingerprint"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!((view["stage"].as_str(), holders[4].fingerprint()), (Some("made"), Some(fingerprint)));
    holders
}

/// The box is sealed, three vote, and the poll is closed.
pub fn closed(room: &Room) {
    let view = room.office("begin_ceremony", json!({ "slips": [3] }));
    assert_eq!((&view["stage"], &view["keys"]), (&json!("slips"), &json!("distributed")));
    room.office("save_slips", json!({ "folder": "", "by": with(2), "reason": "" }));
    room.office("seal", json!({ "by": with(3) }));
    room.office("open_check_in", json!({}));
    for number in ["001", "002", "003"] {
        room.office("check_in", json!({ "number": number }));
    }
    room.office("open_poll", json!({ "by": with(4) }));
    for slip in room.slips() {
        room.kiosk("kiosk_admit", json!({ "code": slip }));
        for place in 0..2 {
            room.kiosk("kiosk_mark", json!({ "place": place, "mark": "approve" }));
        }
        room.kiosk("kiosk_review", json!({}));
        room.kiosk("kiosk_cast", json!({ "blankMeant": true }));
    }
    room.office("close_poll", json!({ "by": with(5), "tray": 3, "statement": "" }));
}

#[test]
fn five_holders_make_the_key_and_three_of_them_count() {
    let room = begun();
    let mut holders = made(&room);
    room.adopt_three_projects();
    closed(&room);
    assert_eq!(room.refused("count", json!({ "by": with(1) })), "keys.openings-missing");
    let view = room.office("count_view", json!({}));
    let groups: Vec<&str> =
        view["spokenRoot"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
    assert_eq!((view["boxWritten"].as_bool(), groups.len()), (Some(false), 8));
    let stick = room.folder.path().join("box");
    let written = room.office("write_closed_box", json!({ "folder": stick, "by": with(2) }));
    let closed_box = fs::read_to_string(written["paths"][0].as_str().unwrap()).unwrap();

    // The program ends in the middle of the count, and goes on with what its file holds.
    let id = room.office("session", json!({}))["id"].clone();
    let folder = Arc::clone(&room.folder);
    drop(room);
    let room = Room::in_folder(folder);
    room.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    for number in [4, 1, 3] {
        let counted = holders[number - 1].count(&closed_box, &groups.join(" "), &mut OsRng).unwrap().stored();
        holders[number - 1] = counted;
        let opening = on_stick(&room, holders[number - 1].outgoing());
        let view = room.office("take_opening", opening.clone());
        assert_eq!(view["holders"][number - 1]["done"], true);
        assert_eq!(room.refused("take_opening", opening), "key-holders.taken-already");
    }
    let session = room.office("count", json!({ "by": with(1) }));
    assert_eq!(session["round"]["state"], "counted");
    let result = room.office("result", json!({}));
    assert_eq!(result["decision"]["rows"][0]["approve"], 3);
    let names: Vec<&str> = HOLDERS[1..].iter().map(|(name, _)| *name).collect();
    room.office("confirm_result", json!({ "by": with(1), "scrutineers": names, "tellers": ["计票甲"] }));
    room.office("announce", json!({}));
    room.office("destroy_cards", json!({ "by": with(1), "cards": [1, 2, 3, 4, 5] }));
    let result = room.office("result", json!({}));
    assert!(result["cards"].as_array().unwrap().iter().all(|card| card["done"] == true), "{result}");
}

#[test]
fn what_goes_wrong_at_the_station_is_told_and_changes_nothing() {
    let (room, other) = (begun(), begun());
    let of_others = joined(&other);
    let holders = joined(&room);
    let take = |file: &str| {
        code(&room.ask(Window::Secretariat, "take_key_file", on_stick(&room, file)).unwrap_err())
    };
    assert_eq!(take(holders[0].outgoing()), "key-holders.taken-already");
    assert_eq!(take(of_others[0].outgoing()), "key-holders.of-another-ceremony");
    assert_eq!(
        take(&holders[0].outgoing().replace(r#"\"holder\":1"#, r#"\"holder\":2"#)),
        "key-file.altered"
    );
    assert_eq!(take("不是密钥文件"), "key-file.foreign");
    assert_eq!(room.refused("make_keys", json!({ "by": with(1) })), "key-holders.missing");
    assert_eq!(room.refused("set_holder_pin", json!({ "holder": 1, "pin": "736284" })), "acts.pin-is-set");
    assert_eq!(room.refused("begin_ceremony", json!({ "slips": [3] })), "desk.ceremony-not-now");
    room.adopt_three_projects();
    assert_eq!(room.refused("begin_ceremony", json!({ "slips": [3] })), "keys.not-made");
    let given_up = json!({ "by": with(2), "statement": "监票戊的电脑坏了，换一台重新加入" });
    room.office("give_up_keys", given_up);
    assert_eq!(room.office("key_ceremony", json!({}))["stage"], "none");
    assert_eq!(room.office("invite_holders", json!({}))["stage"], "joining");
    assert_eq!(take(holders[0].outgoing()), "key-holders.of-another-ceremony");
}

#[test]
fn the_papers_of_such_a_session_name_the_holders_and_what_they_sign() {
    let room = begun();
    let mut holders = made(&room);
    room.adopt_three_projects();
    closed(&room);
    let document = |id: &str| room::document(&room, id);
    let ceremony = document("round-1-ceremony");
    let fingerprint = holders.pop().unwrap().fingerprint().unwrap();
    let view = room.office("key_ceremony", json!({}));
    let spoken: String = view["spoken"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(ceremony.contains(&fingerprint[..8]) && ceremony.contains(&spoken), "{ceremony}");
    assert!(!ceremony.contains("钥匙卡"), "{ceremony}");
    let closing = document("round-1-closing");
    let aloud = room.office("count_view", json!({}))["spokenRoot"].clone();
    let aloud: String = aloud.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(closing.contains(&aloud), "{closing}");
}
