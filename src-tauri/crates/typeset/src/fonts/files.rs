//! The font files that are shipped, and where they are looked for.

use crate::TypesetError;
use std::{
    io,
    path::{Path, PathBuf},
};

/// A typeface. Which text is set in which is decided in [`super::Voice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// 仿宋, the body's face: GB 2312 only.
    Fang,
    /// 宋 in a light weight, which stands beside 仿宋 best: small text.
    SongLight,
    /// The same for every character that the others lack.
    SongRare,
    /// 宋 in black, in place of 小标宋: titles.
    SongBlack,
    /// 黑体: headings and table heads.
    Hei,
    /// Latin letters and figures.
    Latin,
}

/// A shipped font file.
pub(super) struct FontFile {
    pub face: Face,
    pub name: &'static str,
    pub sha256: &'static str,
}

/// The shipped files that most documents use, one a face.
pub(super) const COMMON: [FontFile; 5] = [
    FontFile {
        face: Face::Fang,
        name: "FandolFang-Regular.otf",
        sha256: "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
    },
    FontFile {
        face: Face::SongLight,
        name: "NotoSerifSC-Light-GB2312.ttf",
        sha256: "22d6394b0e4f314868541cfd66116e31e0ae7e4e99051d2fb12449c38c7b02a7",
    },
    FontFile {
        face: Face::SongBlack,
        name: "NotoSerifSC-Black-GB2312.ttf",
        sha256: "e4f5018e6cf6a7f91405c59e00c395e2832750f961cdd442fa86a1d99962e0b6",
    },
    FontFile {
        face: Face::Hei,
        name: "NotoSansSC-Medium-GB2312.ttf",
        sha256: "4abbe67282e436856a1a381169b3dd6d9a28937488af607e32efb1b24f7e22ca",
    },
    FontFile {
        face: Face::Latin,
        name: "NotoSerifSC-Regular-Latin.ttf",
        sha256: "bd44f473367fa7e67b83ae189c1f011e8eaeee026816c0cf50006b4762e14f5e",
    },
];

/// The file of rare characters, larger than all others together.
pub(super) const RARE: FontFile = FontFile {
    face: Face::SongRare,
    name: "NotoSerifSC-Light-Rare.ttf",
    sha256: "01691667c36c085c60311c373941f9b6d51a727eee52f3feaef0cc2437676eea",
};

impl FontFile {
    /// Where the file is in this directory; an error where it is not.
    pub fn find(&self, dir: &Path) -> Result<PathBuf, TypesetError> {
        let path = dir.join(self.name);
        let unreadable = |error: io::Error| TypesetError::FontUnreadable {
            file: path.display().to_string(),
            reason: error.to_string(),
        };
        std::fs::metadata(&path).map_err(unreadable)?;
        Ok(path)
    }
}

/// The environment variable that names the directory of the fonts.
const VARIABLE: &str = "PIAOJUE_FONTS";

/// The directory of the fonts: where `PIAOJUE_FONTS` says; else `fonts` beside the executable; else
/// `../share/piaojue/fonts` from it; else the one in the source tree.
///
/// Where the variable is set, no other place is tried: a wrong setting must show.
pub fn fonts_dir() -> Result<PathBuf, TypesetError> {
    let places = match std::env::var_os(VARIABLE) {
        Some(directory) => vec![PathBuf::from(directory)],
        None => usual_places(),
    };
    let has_fonts = |place: &&PathBuf| COMMON.iter().chain([&RARE]).all(|file| file.find(place).is_ok());
    match places.iter().find(has_fonts) {
        Some(place) => Ok(place.clone()),
        None => Err(TypesetError::FontsNotFound { places: listed(&places) }),
    }
}

fn usual_places() -> Vec<PathBuf> {
    let executable = std::env::current_exe().ok();
    let beside = executable.as_deref().and_then(Path::parent);
    let installed =
        beside.into_iter().flat_map(|dir| [dir.join("fonts"), dir.join("../share/piaojue/fonts")]);
    let source_tree = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts"));
    installed.chain([source_tree]).collect()
}

fn listed(places: &[PathBuf]) -> String {
    places.iter().map(|place| place.display().to_string()).collect::<Vec<_>>().join(", ")
}
