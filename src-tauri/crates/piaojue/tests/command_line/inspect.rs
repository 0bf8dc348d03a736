//! `inspect`: says what a file is, checks it, and changes nothing.

use crate::run::{Run, Small, names, piaojue};
use office::{Randomness, store::Store};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use serde_json::json;
use signed_file::Station;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A finished session, and a place for altered copies of it.
struct Session {
    small: Small,
    bytes: Vec<u8>,
}

impl Session {
    fn new() -> Self {
        let small = Small::new();
        small.rounds();
        let bytes = fs::read(small.path("out/session.db")).unwrap();
        Self { small, bytes }
    }

    /// A copy with these changes.
    fn altered(&self, alter: impl FnOnce(&mut Vec<u8>)) -> PathBuf {
        let mut bytes = self.bytes.clone();
        alter(&mut bytes);
        self.small.write("altered.db", bytes)
    }
}

/// Inspects a file, which must be the same afterwards, with nothing new beside it.
#[track_caller]
fn inspect(path: &Path, more: &[&str]) -> Run {
    let folder = path.parent().unwrap();
    let before = (fs::read(path).ok(), names(folder));
    let mut arguments = vec!["inspect", path.to_str().unwrap()];
    arguments.extend(more);
    let run = piaojue(&arguments);
    assert_eq!((fs::read(path).ok(), names(folder)), before, "the file or its folder was changed");
    run
}

/// Inspects a file that isn't whole or isn't ours: this exit code, and this problem.
#[track_caller]
fn refuse(path: &Path, exit: i32, code: &str) {
    let run = inspect(path, &["--json"]);
    assert_eq!(run.code, exit, "{run:?}");
    assert_eq!(run.json()["errors"][0]["code"], code, "{run:?}");
    let told = inspect(path, &["--language", "en"]);
    assert_eq!((told.code, told.stdout.as_str()), (exit, ""));
    assert!(told.stderr.contains(path.to_str().unwrap()), "{told:?}");
}

#[test]
fn a_finished_session_is_whole() {
    let session = Session::new();
    let path = session.small.path("out/session.db");
    let chinese = inspect(&path, &[]);
    assert_eq!((chinese.code, chinese.stderr.as_str()), (0, ""));
    for words in ["柳溪镇人民代表大会(虚构)", "第三次会议", "2026", "演练", "第 1 轮：已公布", "完整"]
    {
        assert!(chinese.stdout.contains(words), "{words} is not in\n{}", chinese.stdout);
    }
    let english = inspect(&path, &["--language", "en"]);
    for words in ["Session file, version 5", "Training", "Round 1: announced", "whole"] {
        assert!(english.stdout.contains(words), "{words} is not in\n{}", english.stdout);
    }
    let json = inspect(&path, &["--json"]).done();
    assert_eq!((&json["kind"], &json["version"]), (&json!("database"), &json!(5)));
    assert_eq!(json["interrupted"], json!(false));
    assert_eq!(json["session"]["congress"], "柳溪镇人民代表大会(虚构)");
    assert_eq!(json["rounds"], json!([{ "round": 1, "state": "announced" }]));
    assert!(json["audit_entries"].as_u64().unwrap() > 12, "each check-in is an entry");
}

#[test]
fn files_that_are_not_ours_are_told_apart() {
    let small = Small::new();
    refuse(
        &small.write("foreign.db", "a text that is long enough for a header ".repeat(5)),
        2,
        "store.foreign",
    );
    // The header of another program's database.
    let mut other = b"SQLite format 3\0\x10\x00\x01\x01".to_vec();
    other.resize(4096, 0);
    refuse(&small.write("other.db", other), 2, "store.foreign");
    refuse(&small.path("absent.db"), 2, "store.not-found");
    refuse(&small.write("empty.db", ""), 1, "store.truncated");
}

#[test]
fn a_folder_is_no_session() {
    let small = Small::new();
    // A folder in the test's own: other tests make files where that one is.
    let folder = small.path("folder");
    fs::create_dir(&folder).unwrap();
    let run = inspect(&folder, &["--json"]);
    assert!(run.code == 1 || run.code == 2, "{run:?}");
}

#[test]
fn a_cut_off_session_is_said_to_be_one() {
    let session = Session::new();
    for length in [50, 99, 100, 4096, session.bytes.len() / 2, session.bytes.len() - 1] {
        refuse(&session.altered(|bytes| bytes.truncate(length)), 1, "store.truncated");
    }
}

#[test]
fn a_session_of_a_newer_program_is_said_to_be_one() {
    let session = Session::new();
    let newer = session.altered(|bytes| bytes[60..64].copy_from_slice(&7_u32.to_be_bytes()));
    refuse(&newer, 2, "store.newer");
    let told = inspect(&newer, &["--language", "en"]).stderr;
    assert!(told.contains("form 7, known up to 5"), "{told}");
}

#[test]
fn a_flipped_byte_is_found_or_matters_to_nothing() {
    let session = Session::new();
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let mut found = 0;
    for _ in 0..60 {
        let place = rng.gen_range(4096..session.bytes.len());
        let run = inspect(&session.altered(|bytes| bytes[place] ^= 0x01), &["--json"]);
        match run.code {
            // A byte of free space, or of the box that only the station's key can check.
            0 => assert_eq!(run.json()["kind"], "database"),
            1 => found += 1,
            _ => panic!("byte {place}: {run:?}"),
        }
        assert!(!run.stderr.contains("panicked"), "byte {place}: {run:?}");
    }
    assert!(found > 0, "no flipped byte was found");
}

#[test]
fn an_altered_name_is_found() {
    let session = Session::new();
    let name = "柳溪镇虚构项目2".as_bytes();
    let altered = session.altered(|bytes| {
        let places: Vec<usize> =
            (0..bytes.len() - name.len()).filter(|at| bytes[*at..].starts_with(name)).collect();
        assert!(!places.is_empty());
        for place in places {
            bytes[place + name.len() - 1] = b'9';
        }
    });
    let run = inspect(&altered, &["--json"]);
    assert_eq!((run.code, &run.json()["errors"][0]["code"]), (1, &json!("store.part-altered")), "{run:?}");
}

#[test]
fn a_session_in_use_is_said_to_be() {
    let session = Session::new();
    let path = session.small.path("out/session.db");
    let arguments = ["inspect".as_ref(), path.as_os_str(), "--json".as_ref()];
    let key = session.small.path("out/station.key");
    let station = Station::load_or_create(&key, &mut Randomness::System).unwrap();
    let held = Store::open(&path, station).unwrap();
    // The file isn't read here meanwhile: closing it would give this process' lock up.
    let run = piaojue(&arguments);
    let told = piaojue(&arguments[..2]);
    drop(held);
    assert_eq!(run.codes(), ["store.in-use"]);
    assert!(told.refused().contains(path.to_str().unwrap()));
    assert_eq!(fs::read(&path).unwrap(), session.bytes);
    assert_eq!(inspect(&path, &["--json"]).code, 0);
}

#[test]
fn an_interrupted_write_is_said_to_be_one_and_left() {
    let session = Session::new();
    let path = session.altered(|_| {});
    let mut journal = b"\xD9\xD5\x05\xF9\x20\xA1\x63\xD7".to_vec();
    journal.resize(512, 0);
    let journal = session.small.write("altered.db-journal", journal);
    let before = fs::read(&journal).unwrap();
    let answer = inspect(&path, &["--json"]).done();
    assert_eq!((&answer["interrupted"], answer.get("rounds")), (&json!(true), None));
    assert!(inspect(&path, &["--language", "en"]).stdout.contains("A write was interrupted"));
    assert_eq!(fs::read(&journal).unwrap(), before);
}
