//! Setting text on pages by GB/T 9704-2012, and writing them.
//!
//! Text is broken into lines (`text`), lines are put on pages (`pages`), which are a neutral list of what is drawn where
//! (`drawing`); only a writer turns that into a file. The same text gives the same bytes. Scripts other than Chinese and Latin
//! are not set.

#![expect(clippy::float_arithmetic, reason = "geometry: lengths on the page, never a fact that is printed")]
#![allow(missing_docs, reason = "what is public shrinks when papers hand over unset text")]

pub mod chars;
pub mod drawing;
mod error;
pub mod fonts;
pub mod measure;
pub mod pages;
pub mod text;
pub mod writers;

pub use error::{CODES, TypesetError};
pub use fonts::{Fonts, fonts_dir};
