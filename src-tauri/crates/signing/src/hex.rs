//! Hexadecimal digits.

use std::fmt::Write as _;

/// Bytes in lower-case digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut digits, byte| {
        // Writing to a text never fails.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// As many bytes as are asked for; none if the digits are others, fewer or more.
pub(crate) fn from_hex<const LENGTH: usize>(digits: &str) -> Option<[u8; LENGTH]> {
    let plain = digits.len() == 2 * LENGTH && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    if !plain {
        return None;
    }
    let mut bytes = [0; LENGTH];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    Some(bytes)
}
