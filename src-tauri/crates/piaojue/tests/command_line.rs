//! The program as it is run by people and by other programs: its answers, its exit codes, what it leaves behind.
//!
//! Persons in these tests are invented.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "command_line/challenge.rs"]
mod challenge;
#[path = "command_line/help.rs"]
mod help;
#[path = "command_line/hostile.rs"]
mod hostile;
#[path = "command_line/inspect.rs"]
mod inspect;
#[path = "command_line/killed.rs"]
mod killed;
#[path = "command_line/kiosk_files.rs"]
mod kiosk_files;
#[path = "command_line/outcome.rs"]
mod outcome;
#[path = "command_line/papers.rs"]
mod papers;
#[path = "command_line/reasons.rs"]
mod reasons;
#[path = "command_line/refused_cases.rs"]
mod refused_cases;
#[path = "command_line/rehearse.rs"]
mod rehearse;
#[path = "command_line/run.rs"]
mod run;
#[path = "command_line/samples.rs"]
mod samples;
#[path = "command_line/verify.rs"]
mod verify;
#[path = "command_line/written.rs"]
mod written;
