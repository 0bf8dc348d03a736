//! The rules of the vote through the crate's public surface.

mod common;
mod json;
mod parts;
mod properties;
mod rounds;
mod worked_cases;
