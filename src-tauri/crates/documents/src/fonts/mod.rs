//! The fonts: read once, checked, shared.

mod files;

pub use files::{Face, fonts_dir};

use crate::{DocumentError, Language, chars};
use files::{FILES, FontFile};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
    sync::Arc,
};
use ttf_parser::GlyphId;

/// The loaded fonts. Cheap to clone: all clones share the files' bytes.
#[derive(Clone)]
pub struct Fonts {
    faces: Arc<BTreeMap<Face, Loaded>>,
}

/// A font file in memory with what layout asks of it, read out once.
struct Loaded {
    bytes: Vec<u8>,
    /// By character.
    glyphs: HashMap<char, Measured>,
}

#[derive(Clone, Copy)]
struct Measured {
    id: u16,
    /// In ems.
    advance: f32,
}

/// What a text is, which decides its faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Running text and table cells.
    Body,
    /// Headings, table heads, codes to be typed.
    Heading,
    /// A document's title.
    Title,
    /// Small text at the foot and on slips.
    Small,
}

impl Voice {
    fn face(self) -> Face {
        match self {
            Self::Body => Face::Fang,
            Self::Heading => Face::Hei,
            Self::Title => Face::SongBlack,
            Self::Small => Face::SongLight,
        }
    }

    /// The face of Latin letters and figures: 仿宋 and the light 宋 have poor ones.
    fn latin_face(self) -> Face {
        match self {
            Self::Body | Self::Small => Face::Latin,
            Self::Heading | Self::Title => self.face(),
        }
    }
}

/// A character in its face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub face: Face,
    pub id: u16,
    pub char: char,
    /// The natural advance in ems.
    pub advance: f32,
    /// Whether its strokes are drawn thicker than the face has them.
    pub thickened: bool,
}

impl Fonts {
    /// Reads the fonts of this directory and checks that each is the file that was shipped.
    pub fn load(dir: &Path) -> Result<Self, DocumentError> {
        let faces = FILES.iter().map(|file| Ok((file.face, Loaded::read(dir, file)?)));
        Ok(Self { faces: Arc::new(faces.collect::<Result<_, DocumentError>>()?) })
    }

    /// The characters of a text that no font has, each once, in the text's order; an import refuses a name that has any.
    #[must_use]
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        for char in text.chars() {
            // The light 宋 has every character of the other faces that a text may need, and is every voice's last resort.
            if !missing.contains(&char) && self.find(Face::SongLight, char).is_none() {
                missing.push(char);
            }
        }
        missing
    }

    /// A text's characters in their faces: each in the voice's own, and only one that this lacks in the light 宋, so that its
    /// neighbours look like the rest of the text.
    pub(crate) fn shape(
        &self,
        text: &str,
        voice: Voice,
        language: Language,
    ) -> Result<Vec<Glyph>, DocumentError> {
        let glyph =
            |char| self.find(own_face(char, voice, language), char).or_else(|| self.stand_in(char, voice));
        let glyphs: Option<Vec<Glyph>> = text.chars().map(glyph).collect();
        glyphs.ok_or_else(|| DocumentError::MissingGlyph {
            characters: self.missing(text).into_iter().collect(),
        })
    }

    /// A character that the voice's face lacks. The only face that has them all is light: among bold ones it is thickened.
    fn stand_in(&self, char: char, voice: Voice) -> Option<Glyph> {
        let glyph = self.find(Face::SongLight, char)?;
        Some(Glyph { thickened: matches!(voice, Voice::Heading | Voice::Title), ..glyph })
    }

    fn find(&self, face: Face, char: char) -> Option<Glyph> {
        let measured = self.faces.get(&face)?.glyphs.get(&char)?;
        Some(Glyph { face, id: measured.id, char, advance: measured.advance, thickened: false })
    }

    /// A face's file, for the back end that embeds it.
    pub(crate) fn bytes(&self, face: Face) -> Option<&[u8]> {
        self.faces.get(&face).map(|loaded| loaded.bytes.as_slice())
    }
}

fn own_face(char: char, voice: Voice, language: Language) -> Face {
    let latin = match language {
        Language::Chinese => chars::is_latin(char),
        Language::English => !chars::is_ideograph(char) && !chars::is_full_width_form(char),
    };
    if latin { voice.latin_face() } else { voice.face() }
}

impl Loaded {
    fn read(dir: &Path, file: &FontFile) -> Result<Self, DocumentError> {
        let path = dir.join(file.name);
        let unreadable =
            |reason: String| DocumentError::FontUnreadable { file: path.display().to_string(), reason };
        let bytes = std::fs::read(&path).map_err(|error| unreadable(error.to_string()))?;
        if format!("{:x}", Sha256::digest(&bytes)) != file.sha256 {
            return Err(DocumentError::FontChanged { file: path.display().to_string() });
        }
        let face = ttf_parser::Face::parse(&bytes, 0).map_err(|error| unreadable(error.to_string()))?;
        let glyphs = glyphs(&face);
        Ok(Self { bytes, glyphs })
    }
}

fn glyphs(face: &ttf_parser::Face<'_>) -> HashMap<char, Measured> {
    let em = f32::from(face.units_per_em());
    let mut glyphs = HashMap::new();
    for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
        if !table.is_unicode() {
            continue;
        }
        table.codepoints(|code| {
            // FandolFang has glyphs for control characters; they are no text.
            let char = char::from_u32(code).filter(|char| !char.is_control());
            let found = char.and_then(|char| Some((char, table.glyph_index(code)?)));
            if let Some((char, GlyphId(id))) = found {
                let advance = f32::from(face.glyph_hor_advance(GlyphId(id)).unwrap_or(0)) / em;
                glyphs.insert(char, Measured { id, advance });
            }
        });
    }
    glyphs
}
