//! Checks the record of a session (票决档案), from nothing but the record.
//!
//! What made the record is not trusted and shares no code with this crate, but for two things that both rest on: the rules
//! (`procedure`), and the proofs (`ballot-box` over its library). `docs/record-format.md` describes every file and every
//! check by its number, so that a checker can be written in another language.
//!
//! A record comes from anybody: every size and number is bounded before anything is made of it, it is read line by
//! line, and no content of it can end the program.

mod against_log;
mod ballots;
mod challenge;
mod challenge_parts;
mod challenge_problem;
mod checks;
mod codes;
mod contests;
mod count;
mod documents;
mod entry;
mod error;
mod files;
mod find;
mod history;
mod json;
mod key_holders;
mod keys;
mod keys_told;
mod ledger;
mod log;
mod manifest;
mod milestones;
mod note;
mod notes;
mod outcome;
mod package;
mod parts;
mod report;
mod round;
mod rule;
mod slips;
mod stage;
mod summary;
mod verify;

pub use challenge::{Challenge, check_challenge, check_challenge_parts, read_challenge};
pub use challenge_problem::ChallengeProblem;
pub use checks::Check;
pub use codes::CODES;
pub use error::{Problem, RecordError};
pub use files::Figures;
pub use find::{Act, Found, FoundEntry, find_ballot, find_entry, find_sealed};
pub use ledger::{Finding, Verdict};
pub use note::{Note, Noted, shown};
pub use report::Report;
pub use rule::{DoneBy, done_by};
pub use summary::{Ended, Ranked, RoundSummary, Summary};

/// The latest version of the format that is checked here. Those before it are checked as they always were.
pub const LATEST: u32 = 2;

pub use verify::{Progress, looks_like_one, open, verify, verify_file};
