//! Hashes as people read them aloud to each other.

use ballot_box::from_hex;

/// A hash as it is read aloud: eight groups of five digits, some 132 bits. Whoever wants to be taken for somebody else has to find
/// two that agree in all of them.
#[must_use]
pub fn spoken(hash: &[u8; 32]) -> String {
    let group = |bytes: &[u8; 4]| format!("{:05}", u32::from_be_bytes(*bytes) % 100_000);
    let groups: Vec<String> = hash.as_chunks::<4>().0.iter().map(group).collect();
    groups.join(" ")
}

/// The same of a hash that is written in hexadecimal, as a box' root on the signed closing report is; none where it is no hash.
#[must_use]
pub fn spoken_hex(hash: &str) -> Option<String> {
    let bytes = <[u8; 32]>::try_from(from_hex(hash)?).ok()?;
    Some(spoken(&bytes))
}

/// Whether what was heard is this hash. Only digits count: people leave out spaces, or put in others.
pub fn is_same(heard: &str, hash: &[u8; 32]) -> bool {
    digits(heard) == digits(&spoken(hash))
}

/// Whether what was heard is this root.
pub fn is_same_root(heard: &str, root: &str) -> bool {
    spoken_hex(root).is_some_and(|spoken| digits(heard) == digits(&spoken))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
