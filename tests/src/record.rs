//! Records of small sessions, and what a forger makes of them.

pub mod alterations;
pub mod forge;
mod hall;
mod kiosks;
pub mod large;
mod package;
mod parts;
mod people;

pub use hall::{STATION, key_files};
pub use kiosks::{announce, with_kiosks};

use std::path::Path;

/// All records of today's version by name.
#[must_use]
pub fn records() -> Vec<(&'static str, Vec<u8>)> {
    hall::records()
}

/// The records of the same sessions as version 1 of the format has them, which were written once and are kept.
#[must_use]
pub fn kept() -> Vec<(&'static str, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/records");
    let read = |name| (name, std::fs::read(folder.join(format!("{name}.pjrecord"))).expect("a record"));
    ["further", "lots", "void", "ended", "overfull"].map(read).into()
}
