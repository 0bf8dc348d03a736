//! A holder's computer dies, or the stick is pulled out: the holder is told what is next, and no file is ever another than before.

use super::rig::{Hall, PASSPHRASE, path_in};
use crate::room::Room;
use desk::Window;
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
    thread,
    time::Duration,
};
use tempfile::TempDir;

/// The computer after a restart, with the part open again.
fn restarted(hall: &mut Hall, index: usize) -> Value {
    let id = hall.id(index);
    let folder = Arc::clone(&hall.rooms[index].folder);
    // The program has ended; on the disk is what it had written.
    hall.rooms[index] = Room::new();
    hall.rooms[index] = Room::in_folder(folder);
    let parts = hall.rooms[index].office("holder_parts", json!({}));
    assert_eq!((&parts["open"], &parts["parts"][0]["id"]), (&Value::Null, &json!(id)));
    hall.rooms[index].office("open_part", json!({ "id": id, "passphrase": PASSPHRASE }))["open"].clone()
}

#[test]
fn a_computer_that_died_tells_its_holder_what_is_next_and_has_the_same_file() {
    let mut hall = Hall::joined(2, 2);
    assert_eq!(restarted(&mut hall, 0)["step"], "joined");
    let list = hall.station.roster_file().unwrap();
    let first = fs::read(path_in(&hall.confirm(0, &list, &hall.spoken()).unwrap())).unwrap();
    let part = restarted(&mut hall, 0);
    assert_eq!((&part["step"], &part["name"]), (&json!("contributed"), &json!("马秀英")));
    let again = hall.rooms[0].office("write_part_file", json!({ "folder": stick(&hall) }));
    assert_eq!(fs::read(path_in(&again)).unwrap(), first);
    // It goes on to the end.
    hall.bring(&path_in(&again));
    let second = hall.confirm(1, &list, &hall.spoken()).unwrap();
    hall.bring(&path_in(&second));
    let contributions = hall.station.contributions_file().unwrap();
    for index in 0..2 {
        let written = hall.take("share_part", index, &contributions).unwrap();
        hall.bring(&path_in(&written));
    }
    assert_eq!(restarted(&mut hall, 0)["step"], "shared");
    let shares = hall.station.all_shares_file().unwrap();
    for index in 0..2 {
        let written = hall.take("finish_part", index, &shares).unwrap();
        hall.bring(&path_in(&written));
    }
    let part = restarted(&mut hall, 0);
    assert_eq!((&part["step"], &part["fingerprint"]), (&json!("holding"), &hall.part(1)["fingerprint"]));
}

fn stick(hall: &Hall) -> String {
    hall.sticks[0].path().display().to_string()
}

#[test]
fn a_stick_that_cannot_be_written_loses_nothing() {
    let hall = Hall::joined(2, 2);
    let list = hall.station.roster_file().unwrap();
    let file = hall.hand(0, "roster", &list);
    let found = hall.rooms[0].office("read_holders", json!({ "file": file }));
    let pulled = hall.hand(0, "pulled", "a file, where a folder was");
    let confirm = json!({ "file": file, "seen": found["seen"], "spoken": hall.spoken(), "folder": pulled });
    assert_eq!(hall.rooms[0].refused("confirm_holders", confirm), "desk.path");
    assert_eq!(hall.part(0)["step"], "contributed", "the step is done; its file can be written");
    let written = hall.rooms[0].office("write_part_file", json!({ "folder": stick(&hall) }));
    assert!(Path::new(&path_in(&written)).is_file());
}

/// How many kills; `cargo xtask kills` asks for more.
const KILLS: u32 = 25;
/// A step takes some milliseconds.
const LATEST_KILL_MICROSECONDS: u64 = 15_000;
const FOLDER: &str = "PIAOJUE_TEST_HOLDER_FOLDER";

/// The program of a holder in a process of its own: it opens the part, says so, and confirms the list when told to.
#[test]
fn holder_in_a_process_of_its_own() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let (folder, input) = (Path::new(&folder), &mut String::new());
    let ask =
        |room: &Room, command: &str, request: Value| room.ask(Window::Secretariat, command, request).unwrap();
    let told: Value = serde_json::from_slice(&fs::read(folder.join("told.json")).unwrap()).unwrap();
    let room = Room::at(&folder.join("computer"));
    ask(&room, "open_part", json!({ "id": told["id"], "passphrase": PASSPHRASE }));
    println!("ready");
    std::io::stdin().read_line(input).unwrap();
    ask(&room, "confirm_holders", told["confirm"].clone());
}

#[test]
fn kills_of_a_holders_program_leave_the_step_before_or_the_step_with_its_one_file() {
    let hall = Hall::joined(2, 2);
    let id = hall.id(0);
    let file = hall.hand(0, "roster", &hall.station.roster_file().unwrap());
    let found = hall.rooms[0].office("read_holders", json!({ "file": file }));
    hall.rooms[0].office("close_part", json!({}));
    let kept = fs::read(hall.kept(0)).unwrap();
    let times = env::var("PIAOJUE_KILLS_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let rng = &mut StdRng::seed_from_u64(3);
    let (mut before, mut after, mut on_stick) = (0, 0, 0);
    for _ in 0..KILLS * times {
        let folder = TempDir::new().unwrap();
        let stick = folder.path().join("stick");
        let holders = folder.path().join("computer/data/holders");
        fs::create_dir_all(&holders).unwrap();
        fs::create_dir(&stick).unwrap();
        fs::write(holders.join(format!("{id}.pjkey")), &kept).unwrap();
        let confirm =
            json!({ "file": file, "seen": found["seen"], "spoken": hall.spoken(), "folder": stick });
        let told = json!({ "id": id, "confirm": confirm });
        fs::write(folder.path().join("told.json"), told.to_string()).unwrap();
        kill_one(folder.path(), Duration::from_micros(rng.gen_range(0..LATEST_KILL_MICROSECONDS)));
        let room = Room::at(&folder.path().join("computer"));
        let part = room.office("open_part", json!({ "id": id, "passphrase": PASSPHRASE }))["open"].clone();
        let written = files_in(&stick);
        match part["step"].as_str().unwrap() {
            "joined" => {
                assert_eq!(written.len(), 0, "nothing is on the stick of a step that is not kept");
                before += 1;
            }
            "contributed" => {
                let again = room.office("write_part_file", json!({ "folder": stick }));
                let file = fs::read(path_in(&again)).unwrap();
                assert!(
                    written.iter().all(|other| *other == file),
                    "one file for a step, whenever it is written"
                );
                on_stick += written.len();
                after += 1;
            }
            other => panic!("{other}"),
        }
    }
    println!("killed before {before}, after {after}, of these with the file on the stick {on_stick}");
    assert!(before + after == KILLS * times && after > 0, "{before} {after}");
}

/// The whole files on a stick; those that are being written have another ending.
fn files_in(stick: &Path) -> Vec<Vec<u8>> {
    let paths = fs::read_dir(stick).unwrap().map(|entry| entry.unwrap().path());
    let whole = paths.filter(|path| path.extension().is_some_and(|ending| ending == "pjkeys"));
    whole.map(|path| fs::read(path).unwrap()).collect()
}

/// Starts a holder's program, tells it to confirm, and kills it so long after.
fn kill_one(folder: &Path, after: Duration) {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "holders::deaths::holder_in_a_process_of_its_own", "--nocapture"])
        .env(FOLDER, folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("ready")), "the program has opened the part");
    writeln!(child.stdin.take().unwrap(), "go").unwrap();
    thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
}
