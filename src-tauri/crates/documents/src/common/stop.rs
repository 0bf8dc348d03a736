//! The stop at the end of a sentence that somebody else wrote.

use typeset::chars::{is_full_width_form, is_ideograph};

/// A sentence that somebody else wrote, with a stop at its end: that of its own script, which needn't be the document's.
pub(crate) fn stopped(text: &str) -> String {
    let text = text.trim();
    match text.chars().last() {
        Some('。' | '.' | '！' | '!' | '？' | '?') => text.to_owned(),
        Some(last) if is_ideograph(last) || is_full_width_form(last) => format!("{text}。"),
        _ => format!("{text}."),
    }
}
