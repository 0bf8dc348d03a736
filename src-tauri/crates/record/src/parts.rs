//! The hashes that the log has of a session's parts: over rows, each value with its type and length, as the session's own
//! database has them.

use ballot_box::hex;
use sha2::{Digest, Sha256};

/// The hash of a part, value by value.
#[derive(Clone, Default)]
pub struct PartHash(Sha256);

impl PartHash {
    /// A whole number.
    pub fn integer(&mut self, value: u32) {
        self.value(1, &i64::from(value).to_be_bytes());
    }

    /// A text.
    pub fn text(&mut self, value: &[u8]) {
        self.value(3, value);
    }

    /// Bytes.
    pub fn bytes(&mut self, value: &[u8]) {
        self.value(4, value);
    }

    fn value(&mut self, kind: u8, bytes: &[u8]) {
        self.0.update([kind]);
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    /// In hex.
    pub fn finish(self) -> String {
        hex(&self.0.finalize())
    }
}
