//! What the official documents say: values in, bytes out.
//!
//! The way of a document: `papers` has a module for each, where `content` holds its facts, `say` decides what is said and
//! when, `zh` and `en` word it, and `arrange` arranges it; `typeset` sets and writes it. `common` has what several share. The
//! same content gives the same bytes.

#![expect(clippy::float_arithmetic, reason = "geometry: lengths on the page, never a fact that is printed")]

mod common;
mod error;
mod papers;

pub use common::{Heading, LogEntry, Standing, majority_demanded};
pub use error::{CODES, ContentError, DocumentError};
pub use papers::{result_report::notes::outcome_words, *};
pub use procedure::{outcome::VoidReason, rules::Body, turn::Why};
pub use typeset::{Fonts, Format, Output, TypesetError, fonts_dir};
