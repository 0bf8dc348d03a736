//! Official documents as PDF: values in, bytes out.
//!
//! The way of a document: `papers` has a module for each, where `content` holds its facts, `say` decides what is said and
//! when, and `zh` and `en` word it; `compose` sets it with `layout`. The result is a neutral list of what is drawn where
//! (`draw`), which only `pdf` turns into a file. Measures follow
//! GB/T 9704-2012. The same content gives the same bytes. Scripts other than Chinese and Latin are not set.

#![expect(clippy::float_arithmetic, reason = "geometry: lengths on the page, never a fact that is printed")]

mod chars;
mod common;
mod compose;
mod draw;
mod error;
mod fonts;
mod layout;
mod papers;
mod pdf;
mod words;

pub use common::{Heading, Language, Standing, notes::outcome_words, sentences::majority_demanded};
pub use compose::{
    announcement, attendance_report, attendance_sheet, candidate_list, chair_script, challenge_slip,
    key_card, minutes, notice, paper_ballots, poll_report, resolution, result_report, slips, task_list,
    test_page, voting_measure,
};
pub use error::DocumentError;
pub use fonts::{Fonts, fonts_dir};
pub use papers::*;
pub use procedure::{outcome::VoidReason, rules::Body, turn::Why};
