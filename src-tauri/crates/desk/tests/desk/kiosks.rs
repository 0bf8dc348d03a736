//! Several kiosks: two desks with a data folder each, and a folder that stands for the stick.

use crate::{
    day::{check_in, count, hold_ceremony, vote},
    room::{OPERATOR, PIN, Room, UNCHECKED, code, document, two},
};
use desk::{Access, COMMANDS, Window};
use serde_json::{Value, json};
use std::{fs, path::PathBuf};
use tempfile::TempDir;

const TECHNICIAN: &str = "技术员";
const KIOSK_PIN: &str = "975310";

/// A station whose poll is open: 40 slips of zone 1, 30 of zone 2, 62 delegates present.
struct Hall {
    station: Room,
    slips: Vec<String>,
    stick: TempDir,
}

/// A kiosk apart, open.
struct Kiosk {
    room: Room,
    session: Value,
}

fn hall() -> Hall {
    let station = Room::with_sample();
    station.rehearse("ceremony");
    hold_ceremony(&station, &[40, 30]);
    station.office("seal", json!({ "by": two() }));
    check_in(&station, 62);
    station.office("open_poll", json!({ "by": two() }));
    let slips = station.slips();
    assert_eq!(slips.len(), 70);
    Hall { station, slips, stick: TempDir::new().unwrap() }
}

fn two_at_kiosk() -> Value {
    json!({ "operatorPin": KIOSK_PIN, "scrutineer": "黄喆", "scrutineerPin": PIN })
}

impl Hall {
    fn zone_two(&self) -> &[String] {
        &self.slips[40..]
    }

    fn stick(&self) -> String {
        self.stick.path().display().to_string()
    }

    /// Asks for a kiosk in a room of its own.
    fn ask(&self, room: &Room, name: &str) -> String {
        let asked = room.office("ask_provision", json!({ "name": name, "folder": self.stick() }));
        asked["path"].as_str().unwrap().to_owned()
    }

    fn provision(&self, request: &str, number: u32, zone: u32) -> Result<Value, String> {
        let found = self.station.office("read_kiosk_request", json!({ "file": request }));
        let asked = json!({ "file": request, "seen": found["seen"], "number": number, "zone": zone,
            "folder": "", "by": two() });
        self.station.ask(Window::Secretariat, "provision_kiosk", asked).map_err(|problem| code(&problem))
    }

    fn kiosk(&self, number: u32, zone: u32) -> Kiosk {
        let room = Room::new();
        let request = self.ask(&room, &format!("北厅{number}"));
        let written = self.provision(&request, number, zone).unwrap();
        let session = load(&room, written["paths"][0].as_str().unwrap());
        Kiosk { room, session }
    }

    fn merge(&self, file: &str) -> Value {
        self.station.office("merge_kiosk_box", json!({ "file": file, "by": two() }))
    }

    fn kiosks(&self) -> Value {
        self.station.office("kiosks", json!({}))
    }
}

fn load(room: &Room, file: &str) -> Value {
    let found = room.office("read_provision", json!({ "file": file }));
    room.office("load_provision", loading(file, &found["seen"]))
}

fn loading(file: &str, seen: &Value) -> Value {
    json!({ "file": file, "seen": seen, "operator": TECHNICIAN, "operatorPin": KIOSK_PIN,
        "scrutineer": "黄喆", "scrutineerPin": PIN })
}

impl Kiosk {
    fn close(&self, tray: u32) -> Value {
        self.room.office("close_kiosk", json!({ "by": two_at_kiosk(), "tray": tray, "statement": "" }))
    }

    fn write_box(&self, folder: &str) -> String {
        let written = self.room.office("write_box", json!({ "folder": folder }));
        written["paths"][0].as_str().unwrap().to_owned()
    }

    fn admission(&self, slip: &str) -> Value {
        self.room.kiosk("kiosk_admit", json!({ "code": slip }))
    }

    /// The same after its program was ended and begun again, with what the start page had of it.
    fn opened_again(self) -> (Value, Self) {
        let folder = std::sync::Arc::clone(&self.room.folder);
        drop(self);
        let room = Room::in_folder(folder);
        let card = room.office("home", json!({}))["sessions"][0].clone();
        let opening = json!({ "id": card["id"], "person": TECHNICIAN, "pin": KIOSK_PIN });
        let session = room.office("open_session", opening);
        (card, Self { room, session })
    }

    /// What a technician copies off its disk: the session's file and the key.
    fn disk(&self) -> (PathBuf, PathBuf) {
        let id = self.session["id"].as_str().unwrap();
        let data = self.room.folder.path().join("data");
        (data.join("sessions").join(id).join("session.db"), data.join("keys").join(format!("{id}.key")))
    }
}

#[test]
fn a_kiosk_asks_votes_is_closed_and_merged_and_everything_is_counted() {
    let hall = hall();
    let kiosk = hall.kiosk(2, 2);
    assert_eq!(kiosk.session["remoteKiosk"]["zone"], json!({ "number": 2, "colour": "blue" }));
    assert_eq!(kiosk.session["resumed"], false);
    assert_eq!((&kiosk.session["steps"], &kiosk.session["round"]["state"]), (&json!([]), &json!("polling")));
    for slip in &hall.zone_two()[..5] {
        vote(&kiosk.room, slip, 10);
    }
    for slip in &hall.slips[..20] {
        vote(&hall.station, slip, 10);
    }
    let figures = hall.station.office("session", json!({}))["figures"].clone();
    assert_eq!((&figures["cast"], &figures["kiosksOut"]), (&json!(20), &json!(1)));
    let closing = json!({ "by": two(), "tray": 25, "statement": "", "unchecked": UNCHECKED });
    assert_eq!(hall.station.refused("close_poll", closing.clone()), "kiosks.kiosks-out");
    assert_eq!(kiosk.room.refused("write_box", json!({ "folder": hall.stick() })), "kiosks.kiosk-not-closed");
    let miscounted = json!({ "by": two_at_kiosk(), "tray": 4, "statement": "" });
    assert_eq!(kiosk.room.refused("close_kiosk", miscounted), "acts.box-differs-from-tray");
    assert_eq!(kiosk.close(5)["round"]["state"], "closed");
    let file = kiosk.write_box(&hall.stick());
    let first = fs::read(&file).unwrap();
    assert_eq!(kiosk.write_box(&hall.stick()), file);
    assert_eq!(fs::read(&file).unwrap(), first, "the same box is the same file");
    let merged = json!({ "kiosk": 2, "ballots": 5, "disputed": 0, "already": false });
    assert_eq!(hall.merge(&file), merged);
    assert_eq!(hall.merge(&file)["already"], true);
    assert_eq!(hall.kiosks()["kiosks"][0]["status"], "merged");
    let closed = hall.station.office("close_poll", closing);
    assert_eq!((&closed["figures"]["cast"], &closed["figures"]["kiosksOut"]), (&json!(25), &json!(0)));
    count(&hall.station);
    let result = hall.station.office("result", json!({}));
    assert_eq!(result["decision"]["rows"][0]["approve"], 25);
}

#[test]
fn a_slip_of_another_zone_is_sent_to_its_own_kiosks() {
    let hall = hall();
    let kiosk = hall.kiosk(1, 2);
    let refused = kiosk.admission(&hall.slips[0]);
    assert_eq!(refused["reason"], "other-zone");
    assert_eq!(refused["problem"]["facts"], json!({ "zone": "2", "colour": "blue" }));
    let status = kiosk.room.kiosk("kiosk_status", json!({}));
    assert_eq!((&status["number"], &status["zone"]["number"]), (&json!(1), &json!(2)));
    let status = hall.station.kiosk("kiosk_status", json!({}));
    assert_eq!((&status["number"], &status["zone"]["colour"]), (&json!(null), &json!("red")));
    let refused = hall.station.kiosk("kiosk_admit", json!({ "code": hall.zone_two()[0] }));
    assert_eq!(refused["reason"], "other-zone");
}

#[test]
fn a_kiosk_apart_does_nothing_of_the_station() {
    let hall = hall();
    let kiosk = hall.kiosk(1, 1);
    for command in COMMANDS.iter().filter(|one| matches!(one.access, Access::SignedIn | Access::Operator)) {
        assert_eq!(kiosk.room.refused(command.name, json!({})), "kiosks.not-at-a-kiosk", "{}", command.name);
    }
    let screen = json!({ "window": "screen" });
    assert_eq!(kiosk.room.refused("show_window", screen), "kiosks.not-at-a-kiosk");
    let at_station = json!({ "by": two(), "tray": 0, "statement": "" });
    assert_eq!(hall.station.refused("close_kiosk", at_station), "kiosks.only-at-a-kiosk");
    assert_eq!(
        hall.station.refused("write_box", json!({ "folder": hall.stick() })),
        "kiosks.only-at-a-kiosk"
    );
    assert_eq!(
        kiosk.room.office("suspend_poll", json!({ "by": two_at_kiosk() }))["round"]["state"],
        "suspended"
    );
    kiosk.room.office("resume_poll", json!({ "by": two_at_kiosk() }));
    let backups = kiosk.room.folder.path().join("data/backups");
    assert!(!backups.exists(), "no copy is made of ballots under their slips' tags");
}

#[test]
fn a_kiosk_is_on_the_start_page_as_one_and_opens_where_it_was() {
    let hall = hall();
    let kiosk = hall.kiosk(3, 2);
    vote(&kiosk.room, &hall.zone_two()[0], 1);
    let (card, Kiosk { room: again, session }) = kiosk.opened_again();
    assert_eq!(card["summary"]["kiosk"]["number"], 3);
    assert_eq!((&session["figures"]["cast"], &session["resumed"]), (&json!(null), &json!(true)));
    let count = json!({ "tray": 1, "paper": 0, "statement": "" });
    let session = again.office("resume_poll", json!({ "by": two_at_kiosk(), "count": count }));
    assert_eq!((&session["figures"]["cast"], &session["round"]["state"]), (&json!(1), &json!("polling")));
    assert_eq!(again.office("this_kiosk", json!({}))["name"], "北厅3");
}

#[test]
fn what_was_counted_otherwise_at_a_kiosk_apart_is_on_the_report_on_the_close() {
    let hall = hall();
    let kiosk = hall.kiosk(3, 2);
    vote(&kiosk.room, &hall.zone_two()[0], 1);
    let (_, kiosk) = kiosk.opened_again();
    let statement = "票签两张，票箱一张，原因待查，继续投票。";
    let count = json!({ "tray": 2, "paper": 0, "statement": "" });
    let asked = |count: &Value| json!({ "by": two_at_kiosk(), "count": count });
    assert_eq!(kiosk.room.refused("resume_poll", asked(&count)), "acts.tray-differs");
    let count = json!({ "tray": 2, "paper": 0, "statement": statement });
    kiosk.room.office("resume_poll", asked(&count));
    kiosk.close(1);
    hall.merge(&kiosk.write_box(&hall.stick()));
    let closing = json!({ "by": two(), "tray": 1, "statement": "", "unchecked": UNCHECKED });
    hall.station.office("close_poll", closing);
    let report = document(&hall.station, "round-1-closing");
    let told = format!(
        "并入3号票决机的票箱，选票1张。该机中断后恢复投票之前，两人清点的票签与其票箱不一致（清点张数/应有张数、说明）：2/1{statement}"
    );
    assert!(report.contains(&told), "{report}");
}

#[test]
fn a_provision_is_for_one_kiosk_and_loaded_once_or_not_at_all() {
    let hall = hall();
    let (room, other) = (Room::new(), Room::new());
    let request = hall.ask(&room, "北厅");
    assert_eq!(hall.ask(&room, "北厅"), request, "the key is made once");
    let found = hall.station.office("read_kiosk_request", json!({ "file": request }));
    assert_eq!(found["fingerprint"], room.office("this_kiosk", json!({}))["fingerprint"]);
    let file = hall.provision(&request, 1, 1).unwrap()["paths"][0].as_str().unwrap().to_owned();
    assert_eq!(hall.provision(&request, 1, 1).unwrap()["paths"][0], file, "a stick may get lost");
    assert_eq!(hall.provision(&request, 2, 1), Err("kiosks.provisioned-already".to_owned()));
    assert_eq!(hall.provision(&hall.ask(&other, "南厅"), 1, 1), Err("kiosks.number-taken".to_owned()));
    assert_eq!(hall.provision(&hall.ask(&other, "南厅"), 2, 3), Err("kiosks.zone-without-slips".to_owned()));
    let look = json!({ "file": file });
    assert_eq!(other.refused("read_provision", look.clone()), "kiosks.provision-of-another");
    let found = room.office("read_provision", look.clone());
    assert_eq!(found["station"], hall.kiosks()["station"]);
    assert_eq!(room.refused("load_provision", loading(&file, &json!("0"))), "desk.stick-file-changed");
    for (field, value, refusal) in [
        ("operator", "", "acts.operator-unnamed"),
        ("operator", "黄喆", "acts.one-person-only"),
        ("scrutineer", "路人", "acts.not-a-scrutineer"),
        ("operatorPin", "111111", "pin.too-easy"),
        ("scrutineerPin", "12", "pin.form"),
    ] {
        let mut request = loading(&file, &found["seen"]);
        request[field] = json!(value);
        assert_eq!(room.refused("load_provision", request), refusal, "{field}");
        assert_eq!(room.office("home", json!({}))["sessions"], json!([]), "nothing is left behind");
    }
    load(&room, &file);
    room.office("suspend_poll", json!({ "by": two_at_kiosk() }));
    room.office("close_session", json!({}));
    assert_eq!(room.refused("read_provision", look), "kiosks.provision-loaded");
    assert_eq!(room.refused("load_provision", loading(&file, &found["seen"])), "kiosks.provision-loaded");
}

#[test]
fn files_that_are_not_what_they_should_be_change_nothing() {
    let hall = hall();
    let kiosk = hall.kiosk(1, 2);
    vote(&kiosk.room, &hall.zone_two()[0], 2);
    kiosk.close(1);
    let file = kiosk.write_box(&hall.stick());
    let before = hall.station.office("log", json!({}))["log"].clone();
    let merging = |path: &str| json!({ "file": path, "by": two() });
    let other = hall.ask(&Room::new(), "东厅");
    assert_eq!(hall.station.refused("merge_kiosk_box", merging(&other)), "kiosk-file.other-kind");
    let mut bytes = fs::read(&file).unwrap();
    bytes[200] ^= 1;
    let altered = hall.stick.path().join("altered.pjbox").display().to_string();
    fs::write(&altered, bytes).unwrap();
    assert_eq!(hall.station.refused("merge_kiosk_box", merging(&altered)), "kiosk-file.altered");
    assert_eq!(hall.station.refused("merge_kiosk_box", merging(&hall.stick())), "kiosk-file.foreign");
    assert_eq!(hall.station.refused("read_kiosk_request", json!({ "file": "" })), "desk.path-missing");
    let alone =
        json!({ "file": file, "by": { "operatorPin": PIN, "scrutineer": OPERATOR, "scrutineerPin": PIN } });
    assert_eq!(hall.station.refused("merge_kiosk_box", alone), "pin.not-set");
    assert_eq!(hall.station.office("log", json!({}))["log"], before);
}

#[test]
fn a_dead_kiosk_is_recovered_from_its_disk() {
    let hall = hall();
    let kiosk = hall.kiosk(1, 2);
    for slip in &hall.zone_two()[..3] {
        vote(&kiosk.room, slip, 4);
    }
    let (database, key) = kiosk.disk();
    // The computer is gone, its disk isn't.
    let _disk = std::sync::Arc::clone(&kiosk.room.folder);
    drop(kiosk);
    let copy = hall.stick.path().join("session.db");
    fs::copy(&database, &copy).unwrap();
    let disk = |key: &std::path::Path, tray: u32| {
        json!({ "database": copy.display().to_string(), "key": key.display().to_string(), "tray": tray,
            "statement": "", "by": two() })
    };
    assert_eq!(
        hall.station.refused("recover_kiosk", disk(&hall.stick.path().join("no.key"), 3)),
        "desk.path"
    );
    assert_eq!(
        hall.station.refused("recover_kiosk", disk(hall.stick.path(), 3)),
        "kiosk-box.disk-of-no-kiosk"
    );
    assert_eq!(hall.station.refused("recover_kiosk", disk(&key, 2)), "acts.box-differs-from-tray");
    let merged = json!({ "kiosk": 1, "ballots": 3, "disputed": 0, "already": false });
    assert_eq!(hall.station.office("recover_kiosk", disk(&key, 3)), merged);
    assert_eq!(hall.kiosks()["kiosks"][0]["recovered"], true);
    // The copy can't become a second kiosk elsewhere.
    let elsewhere = json!({
        "file": copy.display().to_string(), "key": key.display().to_string(), "operator": "", "operatorPin": "",
        "scrutineer": "", "scrutineerPin": "", "known": "", "knownPin": "", "statement": "",
    });
    assert_eq!(Room::new().refused("import_session", elsewhere), "desk.kiosk-not-copied");
}

#[test]
fn a_lost_kiosk_s_slips_are_missing_and_the_poll_can_be_closed() {
    let hall = hall();
    let kiosk = hall.kiosk(1, 2);
    vote(&kiosk.room, &hall.zone_two()[0], 4);
    vote(&hall.station, &hall.slips[0], 4);
    vote(&hall.station, &hall.slips[1], 4);
    vote(&hall.station, &hall.slips[2], 4);
    let losing = |statement: &str| json!({ "number": 1, "tray": 1, "statement": statement, "by": two() });
    assert_eq!(hall.station.refused("declare_kiosk_lost", losing(" ")), "kiosks.statement-missing");
    let session = hall.station.office("declare_kiosk_lost", losing("机器被水淹没，无法取出数据。"));
    assert_eq!(session["figures"]["kiosksOut"], 0);
    let lost = hall.kiosks()["kiosks"][0].clone();
    assert_eq!((&lost["status"], &lost["tray"]), (&json!("lost"), &json!(1)));
    hall.station
        .office("close_poll", json!({ "by": two(), "tray": 4, "statement": "", "unchecked": UNCHECKED }));
    count(&hall.station);
    assert_eq!(hall.station.office("result", json!({}))["decision"]["rows"][0]["approve"], 3);
}

#[test]
fn a_slip_used_at_two_kiosks_waits_for_a_decision() {
    let hall = hall();
    let (first, second) = (hall.kiosk(1, 2), hall.kiosk(2, 2));
    let twice = &hall.zone_two()[0];
    for (kiosk, other) in [(&first, 1), (&second, 2)] {
        vote(&kiosk.room, twice, 3);
        vote(&kiosk.room, &hall.zone_two()[other], 5);
        kiosk.close(2);
    }
    assert_eq!(hall.merge(&first.write_box(&hall.stick()))["disputed"], 0);
    assert_eq!(hall.merge(&second.write_box(&hall.stick()))["disputed"], 1);
    let view = hall.kiosks();
    let dispute = view["disputes"][0].clone();
    assert_eq!((&dispute["kiosks"], &dispute["decided"]), (&json!([1, 2]), &json!(false)));
    let closing = json!({ "by": two(), "tray": 3, "statement": "", "unchecked": UNCHECKED });
    assert_eq!(hall.station.refused("close_poll", closing.clone()), "kiosks.disputes-open");
    let deciding = |kept: Option<u32>, reason: &str| json!({ "slip": dispute["slip"], "kept": kept, "reason": reason, "by": two() });
    assert_eq!(hall.station.refused("decide_dispute", deciding(Some(1), "")), "kiosks.statement-missing");
    assert_eq!(hall.station.refused("decide_dispute", deciding(Some(3), "理由")), "kiosks.not-spent-there");
    let session = hall.station.office("decide_dispute", deciding(Some(1), "代表先在 1 号机投票，以此为准。"));
    assert_eq!(session["figures"]["disputesOpen"], 0);
    assert_eq!(hall.kiosks()["disputes"][0]["kept"], 1);
    assert_eq!(hall.station.refused("decide_dispute", deciding(None, "再议")), "kiosks.dispute-decided");
    hall.station.office("close_poll", closing);
    count(&hall.station);
    assert_eq!(hall.station.office("result", json!({}))["decision"]["rows"][0]["approve"], 3);
}
