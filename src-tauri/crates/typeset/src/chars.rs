//! Kinds of characters, as Chinese typesetting tells them apart.

/// Keeps its two neighbours on one line, and is not drawn.
pub const JOINER: char = '\u{2060}';

/// A Chinese character.
#[must_use]
pub fn is_ideograph(char: char) -> bool {
    matches!(char,
        '\u{3005}' | '\u{3007}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// A sign of full width that belongs to Chinese text alone.
#[must_use]
pub fn is_full_width_form(char: char) -> bool {
    matches!(char, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}')
}

/// A Latin letter, a figure, or a sign of ASCII.
#[must_use]
pub fn is_latin(char: char) -> bool {
    matches!(char, ' '..='~' | '\u{A0}' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}')
}

/// Whether a sign is one of these. Most characters are ideographs, and to seek each in vain would take as long as all else.
#[must_use]
pub fn is_one_of(char: char, signs: &str) -> bool {
    !is_ideograph(char) && signs.contains(char)
}

/// Must not begin a line.
#[must_use]
pub fn is_closing(char: char) -> bool {
    is_one_of(char, "、，。．；：？！）〕》〉」』】〗”’…—～·％‰℃°,.;:?!)]}%")
}

/// Must not end a line.
#[must_use]
pub fn is_opening(char: char) -> bool {
    is_one_of(char, "（〔《〈「『【〖“‘([{￥¥$")
}

/// A sign that takes a whole cell and may give half of it away: its ink is in one half.
#[must_use]
pub fn is_squeezable(char: char) -> bool {
    is_one_of(char, "、，。．；：？！）〕》〉」』】〗”’（〔《〈「『【〖“‘")
}

/// Signs that come in pairs and are never parted: —— and ……
#[must_use]
pub fn is_pair(before: char, after: char) -> bool {
    before == after && "—…".contains(before)
}
