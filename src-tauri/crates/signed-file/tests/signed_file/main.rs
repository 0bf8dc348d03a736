//! A signed file of an owner that is no session: a diary.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up its case fails")]

mod diary;
mod log;
mod pins;
mod sections;
