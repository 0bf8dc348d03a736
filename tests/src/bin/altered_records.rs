//! Writes whole and altered records into a folder, with `expected.json`: for each file the number of the check that must be
//! the first to fail, or null where the record holds. A second checker is run on the same set.

#![expect(clippy::expect_used, reason = "a tool of tests")]

use piaojue_tests::record::{alterations, records};
use serde_json::{Map, Value};
use std::{fs, path::PathBuf};

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("a folder to write to"));
    fs::create_dir_all(&folder).expect("a folder");
    let mut expected = Map::new();
    let records = records();
    for (name, bytes) in &records {
        let file = format!("whole-{name}.pjrecord");
        fs::write(folder.join(&file), bytes).expect("written");
        expected.insert(file, Value::Null);
    }
    for alteration in alterations::all() {
        let (name, bytes) = records.iter().find(|(name, _)| *name == alteration.of).expect("a record");
        let file = format!(
            "{}-{name}-{}.pjrecord",
            alteration.breaks,
            alteration.name.replace([' ', '\'', ','], "-")
        );
        fs::write(folder.join(&file), alteration.apply(bytes)).expect("written");
        assert!(expected.insert(file, alteration.breaks.into()).is_none(), "{} twice", alteration.name);
    }
    let text = serde_json::to_string_pretty(&expected).expect("JSON");
    fs::write(folder.join("expected.json"), text + "\n").expect("written");
}
