//! Key holders' own computers: a desk with a data folder for each, and a folder for each that stands for their stick.

mod deaths;
mod misuse;
mod rig;
mod whole;

use crate::room::Room;
use rig::{Closed, HEARD_WRONG, Hall, NAMES, PASSPHRASE, folder};
use serde_json::json;
use std::{fs, sync::Arc};

#[test]
fn five_computers_make_one_key_and_three_of_them_open_a_rounds_totals() {
    let hall = Hall::with_key(5, 3);
    let parts: Vec<_> = (0..5).map(|index| hall.part(index)).collect();
    for (index, part) in parts.iter().enumerate() {
        assert_eq!((&part["name"], &part["step"]), (&json!(NAMES[index]), &json!("holding")));
        assert_eq!(part["fingerprint"], parts[0]["fingerprint"]);
    }
    let groups: Vec<String> = serde_json::from_value(parts[0]["fingerprint"].clone()).unwrap();
    assert_eq!(groups.concat(), hall.station.finished().unwrap().key.fingerprint());
    let closed = Closed::of(&hall, 1);
    let shares = [4, 0, 2].map(|index| hall.count(index, &closed));
    assert_eq!(closed.totals(&shares), [3, 1, 0, 1]);
    assert_eq!(hall.part(4)["step"], "counted");
    assert_eq!(hall.part(4)["counted"], 1);
    assert_eq!(hall.part(1)["step"], "holding");
}

/// What is looked at says whose vote it is and how many have voted, and not the root: that is heard.
#[test]
fn a_closed_box_is_looked_at_then_heard_then_counted_once() {
    let hall = Hall::with_key(3, 2);
    let closed = Closed::of(&hall, 1);
    let file = hall.hand(0, "closed-box", &closed.file);
    let found = hall.rooms[0].office("read_closed_box", json!({ "file": file }));
    assert_eq!((&found["round"], &found["ballots"]), (&json!(1), &json!(4)));
    assert!(!found.to_string().contains(&closed.root), "{found}");
    let heard = |spoken: &str| json!({ "file": file, "seen": found["seen"], "spoken": spoken, "folder": "" });
    assert_eq!(hall.rooms[0].refused("count_closed_box", heard(HEARD_WRONG)), "key-holders.root-differs");
    assert_eq!(hall.part(0)["step"], "holding");
    let counted = hall.rooms[0].office("count_closed_box", heard(&closed.spoken()));
    assert_eq!(counted["part"]["counted"], 1);
    let taken = hall.rooms[0].refused("count_closed_box", heard(&closed.spoken()));
    assert_eq!(taken, "key-holders.taken-already");
    // Another box of the round is refused for ever, by whatever root it is announced.
    let other = Closed::of(&hall, 1);
    let file = hall.hand(0, "another", &other.file);
    assert_eq!(hall.rooms[0].refused("read_closed_box", json!({ "file": file })), "key-holders.counted");
    let second = Closed::of(&hall, 2);
    hall.count(0, &second);
    assert_eq!(hall.part(0)["counted"], 2);
}

/// Each of two programs would know only of its own count.
#[test]
fn a_part_is_open_in_one_program_at_a_time() {
    let hall = Hall::with_key(2, 2);
    let other = Room::in_folder(Arc::clone(&hall.rooms[0].folder));
    let open = json!({ "id": hall.id(0), "passphrase": PASSPHRASE });
    assert_eq!(other.refused("open_part", open.clone()), "desk.part-in-use");
    let left = hall.rooms[0].office("close_part", json!({}));
    assert!(left["open"].is_null());
    assert_eq!(other.office("open_part", open)["open"]["step"], "holding");
}

#[test]
fn a_part_is_erased_at_its_holders_word() {
    let hall = Hall::with_key(2, 2);
    let kept = hall.kept(0);
    assert!(kept.is_file());
    let left = hall.rooms[0].office("erase_part", json!({}));
    assert_eq!((&left["parts"], &left["open"]), (&json!([]), &json!(null)));
    assert!(!kept.exists());
    let open = json!({ "id": hall.id(1), "passphrase": PASSPHRASE });
    assert_eq!(hall.rooms[0].refused("open_part", open), "desk.part-unknown");
    assert_eq!(hall.rooms[0].refused("erase_part", json!({})), "desk.no-part-open");
}

#[test]
fn what_is_on_a_holders_disk_names_nobody_and_tells_no_passphrase() {
    let hall = Hall::joined(2, 2);
    let data = hall.rooms[0].folder.path().join("data/holders");
    let mut read = 0;
    for entry in fs::read_dir(&data).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            ![PASSPHRASE, NAMES[0], NAMES[1], "joining"].iter().any(|secret| text.contains(secret)),
            "{text}"
        );
        read += bytes.len();
    }
    assert!(read > 1000, "{read} bytes in {}", folder(&data));
}
