//! The characters of a text file: UTF-8, UTF-16 or GB18030.

use crate::FileProblem;
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// Among so many characters that aren't ASCII, one damaged one is an accident; more of them are another encoding.
const DAMAGED_ONE_IN: usize = 10;

/// A file's text. The mark decides; without one, what reads strictly as UTF-8 is UTF-8, and what reads strictly as GB18030
/// is that. A few damaged characters become U+FFFD, so that their cells can be named.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, FileProblem> {
    for (mark, encoding) in [(&[0xFF, 0xFE], UTF_16LE), (&[0xFE, 0xFF], UTF_16BE)] {
        if let Some(marked) = bytes.strip_prefix(mark) {
            return mostly(decoded(encoding, marked)).ok_or(FileProblem::Encoding);
        }
    }
    if bytes.contains(&0) {
        return Err(FileProblem::NotATable);
    }
    let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(unmarked) {
        return Ok(text.to_owned());
    }
    // One damaged byte in UTF-8 may make sense in GB18030 by chance: what is nearly UTF-8 is damaged UTF-8.
    let as_utf8 = mostly(String::from_utf8_lossy(unmarked));
    let is_marked = unmarked.len() < bytes.len();
    let other = || if is_marked { None } else { mostly(decoded(GB18030, bytes)) };
    as_utf8.or_else(other).ok_or(FileProblem::Encoding)
}

fn decoded<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Cow<'a, str> {
    encoding.decode_without_bom_handling(bytes).0
}

/// The text, if few enough of its characters are damaged.
fn mostly(text: Cow<'_, str>) -> Option<String> {
    let other = text.chars().filter(|character| !character.is_ascii()).count();
    let damaged = text.chars().filter(|character| *character == '\u{FFFD}').count();
    (damaged == 0 || damaged * DAMAGED_ONE_IN < other).then(|| text.into_owned())
}
