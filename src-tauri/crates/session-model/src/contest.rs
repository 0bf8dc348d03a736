//! The hash by which everything refers to a contest.

use procedure::contest::Contest;
use sha2::{Digest, Sha256};

/// The hash that every later step of a round refers to: SHA-256 of the contest's canonical form.
#[must_use]
pub fn contest_digest(contest: &Contest) -> [u8; 32] {
    Sha256::digest(contest.canonical()).into()
}
