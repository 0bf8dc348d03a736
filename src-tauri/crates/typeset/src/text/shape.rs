//! Characters of a text in their faces, with what keeps some of them together.

use crate::{
    TypesetError,
    chars::JOINER,
    fonts::{Fonts, Glyph, Voice},
};
use messages::Language;

/// As [`Fonts::shape`], of a text in which joiners may stand: they have no width and are never drawn.
pub(crate) fn shape(
    fonts: &Fonts,
    text: &str,
    voice: Voice,
    language: Language,
) -> Result<Vec<Glyph>, TypesetError> {
    if !text.contains(JOINER) {
        return fonts.shape(text, voice, language);
    }
    let mut glyphs: Vec<Glyph> = Vec::new();
    for part in text.split_inclusive(JOINER) {
        glyphs.extend(fonts.shape(part.trim_end_matches(JOINER), voice, language)?);
        let joiner = glyphs.last().map(|last| Glyph { char: JOINER, advance: 0.0, ..*last });
        glyphs.extend(joiner.filter(|_| part.ends_with(JOINER)));
    }
    Ok(glyphs)
}
