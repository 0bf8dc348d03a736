//! Paper ballots at the desk: two readings that don't know of each other, their differences, and the box.

use crate::{
    day::{take_cards, vote},
    room::{OPERATOR, PIN, Room, UNCHECKED, two},
};
use serde_json::{Value, json};
use std::fs;

/// The sample's teller and two of its scrutineers.
const TELLER: &str = "莫垚";
const SCRUTINEER: &str = "黄喆";

/// The sample session with its poll open: three delegates hold a paper ballot, the others a slip.
fn polling() -> Room {
    let room = Room::with_sample();
    room.office("adopt", json!({ "acknowledged": 0 }));
    assert_eq!(room.office("begin_ceremony", json!({ "slips": [62], "paper": 5 }))["paper"], 5);
    take_cards(&room);
    room.office("seal", json!({ "by": two() }));
    room.office("open_check_in", json!({}));
    let attendance = room.office("attendance", json!({}));
    assert_eq!(attendance["paperLeft"], 5);
    let rows = attendance["rows"].as_array().unwrap().clone();
    for (place, row) in rows[..45].iter().enumerate() {
        room.office("check_in", json!({ "number": row["number"], "paper": place < 3 }));
    }
    let attendance = room.office("attendance", json!({}));
    assert_eq!((&attendance["paperLeft"], &attendance["slipsLeft"]), (&json!(2), &json!(20)));
    room.office("open_poll", json!({ "by": two() }));
    room
}

/// A ballot that approves this many candidates from the first on.
fn approving(candidates: usize) -> Value {
    let marks: Vec<&str> =
        (0..12).map(|place| if place < candidates { "approve" } else { "abstain" }).collect();
    json!({ "marks": marks, "defect": null })
}

fn unclear() -> Value {
    json!({ "marks": [], "defect": "unclear" })
}

fn read(room: &Room, sheets: &[Value]) -> Value {
    for (place, sheet) in sheets.iter().enumerate() {
        room.office("enter_sheet", json!({ "place": place, "sheet": sheet }));
    }
    room.office("finish_reading", json!({}))
}

/// Both readings of a batch of three.
fn read_twice(room: &Room, first: &[Value], second: &[Value]) -> Value {
    room.office("begin_batch", json!({ "reader": TELLER, "ballots": first.len() }));
    read(room, first);
    room.office("begin_second_reading", json!({ "reader": SCRUTINEER }));
    read(room, second)
}

fn figures(view: &Value) -> [u64; 4] {
    ["handed", "entered", "void", "left"].map(|figure| view[figure].as_u64().unwrap())
}

#[test]
fn a_batch_read_alike_goes_into_the_box_with_the_ballots_of_the_kiosk() {
    let room = polling();
    let slips = room.slips();
    vote(&room, &slips[0], 10);
    vote(&room, &slips[1], 9);
    let batch = [approving(10), approving(11), unclear()];
    let compared = read_twice(&room, &batch, &batch);
    assert_eq!(compared["batch"]["differences"], json!([]));
    let entered = room.office("enter_batch", json!({ "by": two() }));
    assert_eq!((&entered["valid"], &entered["void"]), (&json!(1), &json!(2)));
    assert_eq!(
        entered["reasons"],
        json!([{ "reason": "marks.too-many", "ballots": 1 }, { "reason": "paper.unclear", "ballots": 1 }])
    );
    assert_eq!(figures(&entered["view"]), [3, 3, 2, 0]);
    assert_eq!(entered["view"]["batch"], json!(null));
    assert_eq!(room.office("session", json!({}))["figures"]["cast"], 5);
    let close = |paper: u32| json!({ "by": two(), "tray": 2, "paper": paper, "statement": "", "unchecked": UNCHECKED });
    assert_eq!(room.refused("close_poll", close(2)), "acts.box-differs-from-tray");
    room.office("close_poll", close(3));
    for card in &room.cards()[..2] {
        room.office("present_card", json!({ "typed": card }));
    }
    room.office("count", json!({ "by": two() }));
    let result = room.office("result", json!({}));
    assert_eq!(result["decision"]["rows"][0]["approve"], 3, "two of the kiosk, one of paper");
    assert_eq!((&result["account"]["collected"], &result["account"]["void"]), (&json!(5), &json!(2)));
}

#[test]
fn every_difference_is_shown_at_once_and_decided_on_the_paper() {
    let room = polling();
    let compared = read_twice(
        &room,
        &[approving(3), approving(4), approving(5)],
        &[approving(3), approving(6), unclear()],
    );
    let differences = compared["batch"]["differences"].as_array().unwrap();
    assert_eq!(differences.len(), 2);
    assert_eq!((&differences[0]["place"], &differences[0]["candidates"]), (&json!(1), &json!([4, 5])));
    assert_eq!((&differences[1]["place"], &differences[1]["candidates"]), (&json!(2), &json!([])));
    assert_eq!(differences[1]["second"]["defect"], "unclear");
    assert_eq!(room.refused("enter_batch", json!({ "by": two() })), "paper.not-resolved");
    let resolve =
        |place: u32, choice: &str, sheet: Value| json!({ "place": place, "choice": choice, "sheet": sheet });
    assert_eq!(room.refused("resolve_difference", resolve(0, "first", json!(null))), "desk.place-unknown");
    assert_eq!(room.refused("resolve_difference", resolve(1, "anew", json!(null))), "desk.place-unknown");
    room.office("resolve_difference", resolve(1, "anew", approving(7)));
    let view = room.office("resolve_difference", resolve(2, "second", json!(null)));
    assert_eq!(view["batch"]["open"], 0);
    assert_eq!(view["batch"]["differences"][0]["decided"]["marks"][6], "approve");
    let entered = room.office("enter_batch", json!({ "by": two() }));
    assert_eq!((&entered["valid"], &entered["void"]), (&json!(2), &json!(1)));
}

#[test]
fn the_second_reader_is_another_person_and_is_sent_nothing_of_the_first_reading() {
    let room = polling();
    let begin = |reader: &str, ballots: u32| json!({ "reader": reader, "ballots": ballots });
    assert_eq!(room.refused("begin_batch", begin(OPERATOR, 3)), "paper.not-a-reader");
    assert_eq!(room.refused("begin_batch", begin(TELLER, 0)), "paper.batch-size");
    assert_eq!(room.refused("begin_batch", begin(TELLER, 101)), "paper.batch-size");
    assert_eq!(room.refused("begin_batch", begin(TELLER, 4)), "acts.no-paper-left");
    room.office("begin_batch", begin(TELLER, 3));
    assert_eq!(room.refused("begin_batch", begin(TELLER, 3)), "desk.batch-under-way");
    assert_eq!(room.refused("begin_second_reading", json!({ "reader": SCRUTINEER })), "desk.no-reading");
    room.office("enter_sheet", json!({ "place": 0, "sheet": approving(2) }));
    assert_eq!(room.refused("finish_reading", json!({})), "desk.sheet-missing");
    room.office("enter_sheet", json!({ "place": 1, "sheet": approving(2) }));
    let between = read(&room, &[approving(4), approving(2), unclear()]);
    assert_eq!(between["batch"]["stage"], "between");
    assert!(!between["batch"]["readers"].to_string().contains(TELLER));
    assert!(!between["batch"].to_string().contains("approve"), "{between}");
    assert_eq!(room.refused("begin_second_reading", json!({ "reader": TELLER })), "paper.read-twice");
    let second = room.office("begin_second_reading", json!({ "reader": SCRUTINEER }));
    assert_eq!(second["batch"]["sheets"], json!([null, null, null]));
    let second = room.office("enter_sheet", json!({ "place": 1, "sheet": approving(1) }));
    assert_eq!(second["batch"]["sheets"][0], json!(null));
    assert!(!second["batch"].to_string().contains("unclear"), "{second}");
    assert_eq!(room.office("paper_view", json!({}))["batch"], second["batch"]);
}

#[test]
fn a_ballot_that_breaks_the_rule_is_taken_and_shown_as_void_and_a_misshapen_one_refused() {
    let room = polling();
    room.office("begin_batch", json!({ "reader": TELLER, "ballots": 2 }));
    let view = room.office("enter_sheet", json!({ "place": 0, "sheet": approving(11) }));
    let void = &view["batch"]["sheets"][0]["void"];
    assert_eq!((&void["code"], &void["facts"]["found"]), (&json!("marks.too-many"), &json!("11")));
    assert_eq!(void["facts"]["limit"], "10");
    let corrected = room.office("enter_sheet", json!({ "place": 0, "sheet": approving(10) }));
    assert_eq!(corrected["batch"]["sheets"][0]["void"], json!(null));
    let short = json!({ "place": 1, "sheet": { "marks": ["approve"], "defect": null } });
    assert_eq!(room.refused("enter_sheet", short), "paper.wrong-marks");
    let outside = json!({ "place": 2, "sheet": approving(1) });
    assert_eq!(room.refused("enter_sheet", outside), "desk.place-unknown");
}

#[test]
fn readings_are_in_memory_only_and_locking_keeps_them() {
    let room = polling();
    let batch = [approving(9), approving(9), approving(9)];
    let before = bytes_of(&room);
    let compared = read_twice(&room, &batch, &batch);
    assert_eq!(bytes_of(&room), before, "nothing of a reading is on the disk");
    room.office("lock", json!({}));
    room.office("unlock", json!({ "pin": PIN }));
    assert_eq!(room.office("paper_view", json!({}))["batch"], compared["batch"]);
    assert_eq!(
        room.refused("close_poll", json!({ "by": two(), "tray": 0, "paper": 0, "statement": "" })),
        "desk.batch-under-way"
    );
    let id = room.office("session", json!({}))["id"].clone();
    let folder = std::sync::Arc::clone(&room.folder);
    drop(room);
    let again = Room::in_folder(folder);
    again.office("open_session", json!({ "id": id, "person": OPERATOR, "pin": PIN }));
    let view = again.office("paper_view", json!({}));
    assert_eq!((&view["batch"], figures(&view)), (&json!(null), [3, 0, 0, 3]), "nothing was entered");
}

/// Every file of the room, byte for byte.
pub fn bytes_of(room: &Room) -> Vec<(String, Vec<u8>)> {
    let mut folders = vec![room.folder.path().to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push((path.display().to_string(), fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn a_discarded_batch_leaves_nothing() {
    let room = polling();
    let batch = [approving(1), approving(1), approving(1)];
    read_twice(&room, &batch, &batch);
    let view = room.office("discard_batch", json!({}));
    assert_eq!((&view["batch"], figures(&view)), (&json!(null), [3, 0, 0, 3]));
    assert_eq!(room.refused("enter_batch", json!({ "by": two() })), "desk.no-reading");
    assert_eq!(room.office("session", json!({}))["figures"]["cast"], 0);
}
