//! The whole of it through both programs: a station, five holders' computers, and one stick that goes round. Three holders come to
//! the count; one of those who don't has a computer that died.

use super::rig::{PASSPHRASE, folder, path_in};
use crate::{
    key_holders::{HOLDERS, begun, closed, with},
    room::Room,
};
use serde_json::{Value, json};
use tempfile::TempDir;

struct Table {
    station: Room,
    computers: Vec<Room>,
    stick: TempDir,
}

impl Table {
    /// The station writes the file that is due to the stick.
    fn handed(&self) -> String {
        let written = self.station.office("write_key_file", json!({ "folder": folder(self.stick.path()) }));
        written["paths"][0].as_str().unwrap().to_owned()
    }

    /// A file of a holder is on the stick; the station takes it.
    fn bring(&self, written: &Value) {
        self.station.office("take_key_file", json!({ "file": path_in(written) }));
    }

    /// Each holder does a step with the station's file, and brings theirs.
    fn all(&self, step: impl Fn(&Room, &str) -> Value) {
        let file = self.handed();
        for computer in &self.computers {
            self.bring(&step(computer, &file));
        }
    }

    fn join(&self) {
        self.station.office("invite_holders", json!({}));
        let file = self.handed();
        for (index, computer) in self.computers.iter().enumerate() {
            let found = computer.office("read_invitation", json!({ "file": file }));
            assert_eq!(found["holders"][index], HOLDERS[index].0);
            let (holder, pin) = (index + 1, HOLDERS[index].1);
            self.station.office("set_holder_pin", json!({ "holder": holder, "pin": pin }));
            let join = json!({ "file": file, "seen": found["seen"], "holder": holder,
                "passphrase": PASSPHRASE, "folder": "" });
            self.bring(&computer.office("join_key_ceremony", join));
        }
    }

    /// The first holder reads the digits from their own screen, and the others type what they hear.
    fn make_key(&self) {
        let file = self.handed();
        let read = self.computers[0].office("read_holders", json!({ "file": file }))["spoken"].clone();
        self.all(|computer, file| {
            let seen = computer.office("read_holders", json!({ "file": file }))["seen"].clone();
            let confirm = json!({ "file": file, "seen": seen, "spoken": read, "folder": "" });
            computer.office("confirm_holders", confirm)
        });
        self.all(|computer, file| computer.office("share_part", json!({ "file": file, "folder": "" })));
        self.all(|computer, file| computer.office("finish_part", json!({ "file": file, "folder": "" })));
        self.station.office("make_keys", json!({ "by": with(1) }));
    }
}

#[test]
fn a_session_whose_key_is_on_five_computers_is_counted_by_three() {
    let computers = (0..5).map(|_| Room::new()).collect();
    let mut table = Table { station: begun(), computers, stick: TempDir::new().unwrap() };
    table.join();
    table.make_key();
    let fingerprint = table.station.office("key_ceremony", json!({}))["fingerprint"].clone();
    for computer in &table.computers {
        assert_eq!(computer.office("holder_parts", json!({}))["open"]["fingerprint"], fingerprint);
    }
    table.station.adopt_three_projects();
    closed(&table.station);
    // The second holder's computer can't be started any more.
    table.computers[1] = Room::new();
    let view = table.station.office("count_view", json!({}));
    let groups: Vec<&str> = view["spokenRoot"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let written = json!({ "folder": folder(table.stick.path()), "by": with(2) });
    let written = table.station.office("write_closed_box", written);
    for index in [4, 0, 2] {
        let file = &written["paths"][0];
        let computer = &table.computers[index];
        let found = computer.office("read_closed_box", json!({ "file": file }));
        assert_eq!((&found["round"], &found["ballots"]), (&json!(1), &json!(3)));
        let count = json!({ "file": file, "seen": found["seen"], "spoken": groups.concat(), "folder": "" });
        let opening = computer.office("count_closed_box", count);
        table.station.office("take_opening", json!({ "file": path_in(&opening) }));
    }
    table.station.office("count", json!({ "by": with(1) }));
    let result = table.station.office("result", json!({}));
    assert_eq!(result["decision"]["rows"][0]["approve"], 3);
    for index in [0, 2, 3, 4] {
        assert_eq!(table.computers[index].office("erase_part", json!({}))["parts"], json!([]));
    }
}
