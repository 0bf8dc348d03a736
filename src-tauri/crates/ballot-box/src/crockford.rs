//! Crockford's base 32: what people type from slips and cards (<https://www.crockford.com/base32.html>).

/// The 32 characters; I, L, O and U are left out.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The value of a typed character, 0 to 31. Small letters count as capitals, O as 0, I and L as 1, and the
/// full-width forms that an input method leaves behind as the plain ones.
pub fn value(typed: char) -> Option<u8> {
    let plain = match typed {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(typed) - 0xFEE0)?,
        other => other,
    };
    let letter = match plain.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(place).ok()
}

/// The character of a value from 0 to 31; higher bits are ignored.
pub fn character(value: u8) -> char {
    char::from(ALPHABET[usize::from(value & 31)])
}

/// Whether a typed character only groups others.
pub fn is_separator(typed: char) -> bool {
    typed.is_whitespace() || matches!(typed, '-' | '–' | '—' | '－' | '_' | '·')
}

/// Groups of four, joined by this separator.
pub fn grouped(values: &[u8], separator: &str) -> String {
    let groups: Vec<String> =
        values.chunks(4).map(|group| group.iter().copied().map(character).collect()).collect();
    groups.join(separator)
}
