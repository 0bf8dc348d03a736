//! The desk, asked as its windows ask it: by commands' names with JSON.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests: a test fails by panicking"
)]

#[path = "desk/room.rs"]
mod room;

#[path = "desk/access.rs"]
mod access;
#[path = "desk/archive.rs"]
mod archive;
#[path = "desk/backups.rs"]
mod backups;
#[path = "desk/challenge.rs"]
mod challenge;
#[path = "desk/cups.rs"]
mod cups;
#[path = "desk/day.rs"]
mod day;
#[path = "desk/kiosk.rs"]
mod kiosk;
#[path = "desk/kiosks.rs"]
mod kiosks;
#[path = "desk/lists.rs"]
mod lists;
#[path = "desk/paper.rs"]
mod paper;
#[path = "desk/papers.rs"]
mod papers;
#[path = "desk/printing.rs"]
mod printing;
