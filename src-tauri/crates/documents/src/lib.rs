//! What the official documents say: values in, bytes out.
//!
//! The way of a document: `papers` has a module for each, where `content` holds its facts, `say` decides what is said and
//! when, and `zh` and `en` word it; `compose` arranges it, and `typeset` sets and writes it. The same content gives the same
//! bytes.

#![expect(clippy::float_arithmetic, reason = "geometry: lengths on the page, never a fact that is printed")]

mod common;
mod compose;
mod error;
mod papers;

pub use common::{Heading, Standing, sentences::majority_demanded};
pub use compose::{
    announcement, attendance_report, attendance_sheet, candidate_list, chair_script, challenge_slip,
    key_card, minutes, notice, paper_ballots, poll_report, resolution, result_report, slips, task_list,
    test_page, voting_measure,
};
pub use error::{CODES, ContentError, DocumentError};
pub use papers::{result_report::notes::outcome_words, *};
pub use procedure::{outcome::VoidReason, rules::Body, turn::Why};
pub use typeset::{Fonts, TypesetError, fonts_dir};
