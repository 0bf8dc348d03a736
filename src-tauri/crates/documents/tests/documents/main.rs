//! The documents as a reader sees them: text, looks and form of the finished files.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, in its helpers too")]
#![expect(clippy::float_arithmetic, reason = "places of words on the page")]

mod codes;
mod extremes;
mod form;
mod samples;
mod text;
mod tools;
