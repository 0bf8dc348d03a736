//! The desk, asked as its windows ask it: by commands' names with JSON.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests: a test fails by panicking"
)]

mod room;

mod access;
mod archive;
mod backups;
mod ceremony;
mod challenge;
mod cups;
mod day;
mod generated;
mod holders;
mod key_holders;
mod kiosk;
mod kiosks;
mod lists;
mod paper;
mod papers;
mod piles;
mod printing;
mod restoring;
