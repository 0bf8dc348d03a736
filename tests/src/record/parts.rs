//! The hashes that the log has of a session's parts, written by the format's description.

use ballot_box::hex;
use sha2::{Digest, Sha256};

/// The hash of a round's slips, of this file.
pub fn slips_part(round: u32, text: &str) -> String {
    let slips: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let mut rows = Vec::new();
    for (list, state) in [("unused", 2), ("spent", 3), ("cancelled", 4), ("unused_paper", 5)] {
        for tag in slips[list].as_array().expect("a list") {
            rows.push((bytes(tag.as_str().expect("a tag")), state));
        }
    }
    rows.sort();
    let mut part = Part::default();
    for (tag, state) in rows {
        part.integer(round);
        part.value(4, &tag);
        part.integer(state);
    }
    // Only in version 2.
    for token in slips["tokens"].as_array().into_iter().flatten() {
        part.integer(round);
        part.value(4, &bytes(token.as_str().expect("a token")));
        part.integer(0);
    }
    part.digest()
}

/// The hash of a part.
#[derive(Default)]
pub struct Part(Sha256);

impl Part {
    /// A whole number.
    pub fn integer(&mut self, number: u32) {
        self.value(1, &u64::from(number).to_be_bytes());
    }

    /// A value of this kind.
    pub fn value(&mut self, kind: u8, bytes: &[u8]) {
        self.0.update([kind]);
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    /// The hash, in hex.
    pub fn digest(self) -> String {
        hex(&self.0.finalize())
    }
}

/// The bytes of hex; zeros for what is none.
pub fn bytes(text: &str) -> Vec<u8> {
    let byte = |place: usize| u8::from_str_radix(text.get(place..place + 2).unwrap_or("00"), 16).unwrap_or(0);
    (0..text.len() / 2).map(|index| byte(2 * index)).collect()
}
