//! Whole procedures, attacks, crashes, documents, hostile files, and how the parts depend on each other.

mod acts;
mod attacks;
mod cards;
mod challenge;
mod codes;
mod crash;
mod disk;
mod documents;
mod files;
mod files_of_0_1_0;
mod fuzz;
mod hall;
mod holders;
mod interrupted;
mod layers;
mod migration;
mod modules;
mod order;
mod piles;
mod pins;
mod record;
mod slips;
mod stated;
mod validated;

#[path = "../../../src-tauri/crates/documents/tests/documents/inside.rs"]
#[expect(dead_code, reason = "the tests of the documents read more out of a file")]
#[expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::float_arithmetic,
    reason = "a test fails by panicking; places on the page"
)]
mod inside;
#[path = "../../../src-tauri/crates/documents/tests/documents/neat.rs"]
#[expect(clippy::float_arithmetic, reason = "places on the page")]
mod neat;
