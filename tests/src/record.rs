//! Records of small sessions, and what a forger makes of them.

pub mod alterations;
mod distributed;
pub mod forge;
mod hall;
mod kiosks;
pub mod large;
mod package;
mod parts;

pub use hall::STATION;
pub use kiosks::{announce, with_kiosks};

use distributed::distributed;
pub use distributed::key_files;
use std::path::Path;

/// All records of today's version by name.
#[must_use]
pub fn records() -> Vec<(&'static str, Vec<u8>)> {
    let mut records = hall::records();
    let void = records.iter().find(|(name, _)| *name == "void").map(|(_, void)| distributed(void));
    records.extend(void.map(|record| ("distributed", record)));
    records
}

/// The records of the same sessions as version 1 of the format has them, which were written once and are kept.
#[must_use]
pub fn kept() -> Vec<(&'static str, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/records");
    let read = |name| (name, std::fs::read(folder.join(format!("{name}.pjrecord"))).expect("a record"));
    ["further", "lots", "void", "ended", "overfull"].map(read).into()
}
