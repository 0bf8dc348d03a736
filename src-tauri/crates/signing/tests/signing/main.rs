//! Signing, and checking with programs of others. Names in these tests are invented.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail the test")]

mod certificates;
mod detached;
mod pdf;
mod tools;
