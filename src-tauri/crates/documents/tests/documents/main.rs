//! The documents as a reader sees them: text, looks and form of the finished files.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, in its helpers too")]
#![expect(clippy::float_arithmetic, reason = "places of words on the page")]

mod announcement;
mod archive;
mod attendance;
mod candidate_list;
mod chair_script;
mod codes;
mod docx;
mod docx_schema;
mod extremes;
mod form;
mod inside;
mod key_card;
mod measures;
mod minutes;
mod neat;
mod notice;
mod ofd;
mod page;
mod paper_ballot;
mod poll_report;
mod repeat;
mod resolution;
mod result_report;
mod samples;
mod structure;
mod task_list;
mod text;
mod tools;
mod voting_measure;
mod word;
