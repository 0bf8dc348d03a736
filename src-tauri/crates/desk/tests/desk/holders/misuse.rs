//! What goes wrong with sticks and people: each has a sentence of its own, and nothing has changed after it.

use super::rig::{HEARD_WRONG, Hall, PASSPHRASE, path_in};
use crate::room::Room;
use ed25519_dalek::SigningKey;
use key_holders::{Holder, Station};
use rand::rngs::OsRng;
use serde_json::{Value, json};
use std::fs;

#[test]
fn a_swapped_key_stops_at_the_digits_that_are_read_aloud() {
    let mut hall = Hall::invited(3, 2);
    // The station joins in the second holder's place with a key of its own, and shows its list to the two others.
    let second = hall.join(1);
    let forged = Holder::join(hall.station.invitation(), 2, PASSPHRASE, &mut OsRng).unwrap().stored();
    let signing = SigningKey::from_bytes(&[7; 32]);
    let mut shown = Station::resume(&signing, hall.station.gathered().clone());
    shown.take(forged.outgoing()).unwrap();
    for index in [0, 2] {
        let path = hall.join(index);
        shown.take(&fs::read_to_string(&path).unwrap()).unwrap();
        hall.bring(&path);
    }
    hall.bring(&second);
    let (honest, swapped) = (hall.station.roster_file().unwrap(), shown.roster_file().unwrap());
    // Its own place in the list tells the second holder, or else the digits of the others do.
    assert_eq!(hall.confirm(1, &swapped, HEARD_WRONG).unwrap_err(), "key-holders.own-key-swapped");
    let heard = shown.roster().unwrap().spoken();
    assert_eq!(hall.confirm(1, &honest, &heard).unwrap_err(), "key-holders.digest-differs");
    assert_eq!(hall.confirm(0, &swapped, &hall.spoken()).unwrap_err(), "key-holders.digest-differs");
    for index in 0..3 {
        assert_eq!(hall.part(index)["step"], "joined", "nothing left the computer of holder {index}");
    }
}

#[test]
fn a_stick_twice_or_of_the_other_side_changes_nothing() {
    let hall = Hall::with_key(2, 2);
    let list = hall.station.roster_file().unwrap();
    assert_eq!(hall.confirm(0, &list, &hall.spoken()).unwrap_err(), "key-holders.taken-already");
    let shares = hall.station.all_shares_file().unwrap();
    assert_eq!(hall.take("finish_part", 0, &shares).unwrap_err(), "key-holders.taken-already");
    let stick = hall.sticks[0].path().display().to_string();
    let own = path_in(&hall.rooms[0].office("write_part_file", json!({ "folder": stick })));
    assert_eq!(hall.ask(0, "read_closed_box", json!({ "file": own })).unwrap_err(), "key-holders.own-file");
    let invitation = hall.hand(0, "again", hall.station.invitation());
    let found = hall.rooms[0].office("read_invitation", json!({ "file": invitation }));
    let again = json!({ "file": invitation, "seen": found["seen"], "holder": 2, "passphrase": PASSPHRASE, "folder": "" });
    assert_eq!(hall.rooms[0].refused("join_key_ceremony", again), "desk.part-there");
}

#[test]
fn an_altered_file_one_of_another_ceremony_and_one_too_early_are_told_apart() {
    let (one, two) = (Hall::joined(2, 2), Hall::joined(2, 2));
    let list = one.station.roster_file().unwrap();
    let altered = list.replacen("某县", "某市", 1);
    assert_eq!(one.confirm(0, &altered, &one.spoken()).unwrap_err(), "key-file.altered");
    let other = two.station.roster_file().unwrap();
    assert_eq!(one.confirm(0, &other, &two.spoken()).unwrap_err(), "key-holders.of-another-ceremony");
    assert_eq!(one.take("share_part", 0, &list).unwrap_err(), "key-holders.too-early");
    assert_eq!(one.take("share_part", 0, "a letter").unwrap_err(), "key-file.foreign");
    let file = one.hand(0, "roster", &list);
    let found = one.rooms[0].office("read_holders", json!({ "file": file }));
    one.hand(0, "roster", &altered);
    let confirm = json!({ "file": file, "seen": found["seen"], "spoken": one.spoken(), "folder": "" });
    assert_eq!(one.rooms[0].refused("confirm_holders", confirm), "desk.stick-file-changed");
    assert_eq!(one.part(0)["step"], "joined");
    one.confirm(0, &list, &one.spoken()).unwrap();
    let contributions = two.hand(0, "early", &other);
    assert_eq!(
        two.rooms[0].refused("read_closed_box", json!({ "file": contributions })),
        "key-holders.too-early"
    );
}

#[test]
fn a_passphrase_that_is_short_or_wrong_opens_nothing() {
    let hall = Hall::invited(2, 2);
    let file = hall.hand(0, "invitation", hall.station.invitation());
    let found = hall.rooms[0].office("read_invitation", json!({ "file": file }));
    let join = |holder: u32, passphrase: &str| json!({ "file": file, "seen": found["seen"], "holder": holder, "passphrase": passphrase, "folder": "" });
    let room = &hall.rooms[0];
    assert_eq!(room.refused("join_key_ceremony", join(1, "短口令")), "key-kept.passphrase-short");
    assert_eq!(room.refused("join_key_ceremony", join(3, PASSPHRASE)), "key.holder-unknown");
    assert_eq!(room.office("holder_parts", json!({}))["parts"], json!([]), "nothing is kept");
    room.office("join_key_ceremony", join(1, PASSPHRASE));
    let id = hall.id(0);
    room.office("close_part", json!({}));
    let open = |passphrase: &str| json!({ "id": id, "passphrase": passphrase });
    assert_eq!(room.refused("open_part", open("another passphrase")), "key-kept.passphrase-wrong");
    assert_eq!(room.office("holder_parts", json!({}))["open"], Value::Null);
    assert_eq!(room.office("open_part", open(PASSPHRASE))["open"]["step"], "joined");
}

#[test]
fn without_an_open_part_nothing_is_taken_and_a_name_is_no_path() {
    let room = Room::new();
    let nothing = json!({ "file": "", "folder": "" });
    assert_eq!(room.refused("share_part", nothing), "desk.path-missing");
    let hall = Hall::joined(2, 2);
    let file = hall.hand(0, "roster", &hall.station.roster_file().unwrap());
    assert_eq!(room.refused("read_holders", json!({ "file": file })), "desk.no-part-open");
    assert_eq!(room.refused("share_part", json!({ "file": file, "folder": "" })), "desk.no-part-open");
    for id in ["", "../keys/x", &"A".repeat(64), &"0".repeat(64)] {
        let open = json!({ "id": id, "passphrase": PASSPHRASE });
        assert_eq!(room.refused("open_part", open), "desk.part-unknown", "{id}");
    }
}
