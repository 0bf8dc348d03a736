//! The fonts: read once, checked, shared.

mod files;

pub use files::{Face, fonts_dir};

use crate::{TypesetError, chars};
use files::{COMMON, FontFile, RARE};
use messages::Language;
use owned_ttf_parser::{AsFaceRef, OwnedFace};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    panic::resume_unwind,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    thread,
};

/// The loaded fonts. Cheap to clone: all clones share the files' bytes.
#[derive(Clone)]
pub struct Fonts {
    shared: Arc<Shared>,
}

struct Shared {
    folder: PathBuf,
    /// The faces that most documents use.
    common: BTreeMap<Face, OwnedFace>,
    /// The large one of rare characters, read when the first of them comes.
    rare: OnceLock<OwnedFace>,
}

/// What a text is, which decides its faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
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
pub struct Glyph {
    pub face: Face,
    pub id: u16,
    pub char: char,
    /// The natural advance in ems.
    pub advance: f32,
    /// Whether its strokes are drawn thicker than the face has them.
    pub thickened: bool,
}

impl Fonts {
    /// Reads the fonts of this directory and checks that each is the file that was shipped. That of rare characters must be
    /// there, and is read and checked before the first of them is set.
    pub fn load(dir: &Path) -> Result<Self, TypesetError> {
        let load = |file: &'static FontFile| Ok((file.face, read(dir, file)?));
        let common = thread::scope(|scope| {
            let reading = COMMON.each_ref().map(|file| scope.spawn(move || load(file)));
            // A thread fails only by panicking, which goes on here.
            reading
                .into_iter()
                .map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
                .collect()
        });
        let common: Result<_, TypesetError> = common;
        RARE.find(dir)?;
        let shared = Shared { folder: dir.to_owned(), common: common?, rare: OnceLock::new() };
        Ok(Self { shared: Arc::new(shared) })
    }

    /// The characters of a text that no font has, each once, in the text's order; an import refuses a name that has any.
    ///
    /// # Errors
    ///
    /// Where the font of rare characters can't be read or isn't the one that was shipped.
    pub fn missing(&self, text: &str) -> Result<Vec<char>, TypesetError> {
        let mut missing = Vec::new();
        for char in text.chars() {
            // The light 宋 has every character of the other faces that a text may need, and is every voice's last resort.
            if !missing.contains(&char) && self.light(char)?.is_none() {
                missing.push(char);
            }
        }
        Ok(missing)
    }

    /// A text's characters in their faces: each in the voice's own, and only one that this lacks in the light 宋, so that its
    /// neighbours look like the rest of the text.
    pub fn shape(&self, text: &str, voice: Voice, language: Language) -> Result<Vec<Glyph>, TypesetError> {
        let mut glyphs = Vec::with_capacity(text.len());
        for char in text.chars() {
            let glyph = match self.common(own_face(char, voice, language), char) {
                Some(glyph) => glyph,
                None => self.stand_in(char, voice)?.ok_or_else(|| self.lacking(text))?,
            };
            glyphs.push(glyph);
        }
        Ok(glyphs)
    }

    fn lacking(&self, text: &str) -> TypesetError {
        match self.missing(text) {
            Ok(missing) => TypesetError::MissingGlyph { characters: missing.into_iter().collect() },
            Err(error) => error,
        }
    }

    /// A character that the voice's face lacks. The only face that has them all is light: among bold ones it is thickened.
    fn stand_in(&self, char: char, voice: Voice) -> Result<Option<Glyph>, TypesetError> {
        let thickened = matches!(voice, Voice::Heading | Voice::Title);
        Ok(self.light(char)?.map(|glyph| Glyph { thickened, ..glyph }))
    }

    /// A character in the light 宋.
    fn light(&self, char: char) -> Result<Option<Glyph>, TypesetError> {
        match self.common(Face::SongLight, char) {
            Some(glyph) => Ok(Some(glyph)),
            None => Ok(find(self.rare()?, Face::SongRare, char)),
        }
    }

    fn common(&self, face: Face, char: char) -> Option<Glyph> {
        find(self.shared.common.get(&face)?, face, char)
    }

    fn rare(&self) -> Result<&OwnedFace, TypesetError> {
        if let Some(rare) = self.shared.rare.get() {
            return Ok(rare);
        }
        let rare = read(&self.shared.folder, &RARE)?;
        Ok(self.shared.rare.get_or_init(|| rare))
    }

    /// A face's font, for the back end that embeds it.
    pub fn font(&self, face: Face) -> Result<&OwnedFace, TypesetError> {
        self.shared.common.get(&face).map_or_else(|| self.rare(), Ok)
    }
}

fn own_face(char: char, voice: Voice, language: Language) -> Face {
    let latin = match language {
        Language::Chinese => chars::is_latin(char),
        Language::English => !chars::is_ideograph(char) && !chars::is_full_width_form(char),
    };
    if latin { voice.latin_face() } else { voice.face() }
}

fn read(dir: &Path, file: &FontFile) -> Result<OwnedFace, TypesetError> {
    let path = file.find(dir)?;
    let unreadable =
        |reason: String| TypesetError::FontUnreadable { file: path.display().to_string(), reason };
    let bytes = std::fs::read(&path).map_err(|error| unreadable(error.to_string()))?;
    if format!("{:x}", Sha256::digest(&bytes)) != file.sha256 {
        return Err(TypesetError::FontChanged { file: path.display().to_string() });
    }
    OwnedFace::from_vec(bytes, 0).map_err(|error| unreadable(error.to_string()))
}

fn find(font: &OwnedFace, face: Face, char: char) -> Option<Glyph> {
    // FandolFang has glyphs for control characters; they are no text.
    if char.is_control() {
        return None;
    }
    let font = font.as_face_ref();
    let id = font.glyph_index(char)?;
    let advance = f32::from(font.glyph_hor_advance(id).unwrap_or(0)) / f32::from(font.units_per_em());
    Some(Glyph { face, id: id.0, char, advance, thickened: false })
}
