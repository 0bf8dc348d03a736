//! What the tests of whole procedures have in common: sessions set up through the office alone, what an attacker reads
//! out of the files, what an insider puts into them, a disk of one's own, and a dozen sessions for the documents.
//!
//! All names of congresses, delegates, scrutineers and projects are invented.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "helpers of tests: a test fails by panicking"
)]

pub mod disk;
pub mod forge;
pub mod fuzz;
pub mod hall;
pub mod holders;
pub mod order;
pub mod record;
pub mod session;
pub mod sessions;
pub mod sqlite_file;
