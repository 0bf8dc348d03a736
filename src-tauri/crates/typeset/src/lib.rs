//! Setting text on pages by GB/T 9704-2012, and writing them.
//!
//! A document comes as `blocks` of text that isn't set, with the name of its style. They are set (`text`: lines;
//! `pages`: lines on pages), which gives a neutral list of what is drawn where (`drawing`). Only `writers` turn that into
//! files: PDF and OFD; that of Word takes the blocks themselves, which flow there. What is cut or folded has `frames` at
//! fixed places instead. The same document gives the same bytes. Scripts other than Chinese and Latin are not set.

#![expect(clippy::float_arithmetic, reason = "geometry: lengths on the page, never a fact that is printed")]

pub mod blocks;
pub mod chars;
mod document;
mod drawing;
mod error;
mod fonts;
pub mod frames;
pub mod measure;
mod pages;
mod styles;
mod text;
mod writers;

pub use document::{Document, Format, Leaves, Output};
pub use error::{CODES, TypesetError};
pub use fonts::{Fonts, fonts_dir};
pub use pages::{Fit, Furniture, Record};
pub use styles::Styles;
pub use writers::About;
