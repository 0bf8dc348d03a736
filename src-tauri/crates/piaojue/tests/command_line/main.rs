//! The program as it is run by people and by other programs: its answers, its exit codes, what it leaves behind.
//!
//! Persons in these tests are invented.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod challenge;
mod help;
mod hostile;
mod hostile_lists;
mod inspect;
mod key_files;
mod killed;
mod kiosk_files;
mod lists;
mod outcome;
mod papers;
mod reasons;
mod refused_cases;
mod rehearse;
mod run;
mod samples;
mod verify;
mod written;
