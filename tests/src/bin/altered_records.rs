//! Writes whole and altered records into a folder, with `expected.json`: for each file the number of the check that must be
//! the first to fail, null where the record holds, `nothing voted` where it has no round; and `noted.json`: for each file what
//! the first checker notes. A second checker is run on the same set.
//!
//! Of records of version 1 there is one alteration a check, so that the second checker, which is slow, is done in minutes. The
//! first is held to all of them by the tests.

#![expect(clippy::expect_used, reason = "a tool of tests")]

use messages::Coded;
use piaojue_tests::record::{
    alterations::{Alteration, all, noted},
    kept, records, with_kiosks,
};
use record::{LATEST, Noted, verify};
use serde_json::{Map, Value, json};
use std::{collections::BTreeSet, fs, io::Cursor, path::PathBuf};

/// The set that is written.
struct Set {
    folder: PathBuf,
    expected: Map<String, Value>,
    noted: Map<String, Value>,
}

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("a folder to write to"));
    fs::create_dir_all(&folder).expect("a folder");
    let mut set = Set { folder, expected: Map::new(), noted: Map::new() };
    for (version, records) in [(1, kept()), (LATEST, records())] {
        for (name, bytes) in &records {
            set.add(&format!("{version}-whole-{name}"), Value::Null, bytes);
        }
        let mut broken = BTreeSet::new();
        let is_taken = |alteration: &Alteration| broken.insert(alteration.breaks) || version == LATEST;
        let broken: Vec<Alteration> = all(version).into_iter().filter(is_taken).collect();
        for alteration in broken.into_iter().chain(noted(version)) {
            set.add_altered(version, &records, &alteration);
        }
    }
    set.add(&format!("{LATEST}-whole-kiosks"), Value::Null, &with_kiosks());
    set.finish();
}

impl Set {
    fn add_altered(&mut self, version: u32, records: &[(&str, Vec<u8>)], alteration: &Alteration) {
        let (name, bytes) = records.iter().find(|(name, _)| *name == alteration.of).expect("a record");
        let breaks = alteration.breaks;
        let what = alteration.name.replace([' ', '\'', ','], "-");
        let expected = match breaks {
            "noted.no-round" => "nothing voted".into(),
            noted if noted.starts_with("noted.") => Value::Null,
            check => check.into(),
        };
        self.add(&format!("{version}-{breaks}-{name}-{what}"), expected, &alteration.apply(bytes));
    }

    fn add(&mut self, name: &str, expected: Value, record: &[u8]) {
        let file = format!("{name}.pjrecord");
        fs::write(self.folder.join(&file), record).expect("written");
        let notes = verify(Cursor::new(record), &|_| ()).noted;
        let notes = notes.iter().map(written);
        self.noted.insert(file.clone(), notes.collect());
        assert!(self.expected.insert(file, expected).is_none(), "{name} twice");
    }

    fn finish(self) {
        for (name, members) in [("expected.json", self.expected), ("noted.json", self.noted)] {
            let text = serde_json::to_string_pretty(&members).expect("JSON");
            fs::write(self.folder.join(name), text + "\n").expect("written");
        }
    }
}

/// A note as the second checker has it.
fn written(Noted { round, entry, note }: &Noted) -> Value {
    let code = note.code().trim_start_matches("noted.");
    let facts: Map<String, Value> =
        note.facts().into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    json!([code, round.map_or(0, |round| round.0), entry.unwrap_or(0), facts])
}
