//! The font files that are shipped, and where they are looked for.

use crate::DocumentError;
use std::path::{Path, PathBuf};

/// A typeface. Which text is set in which is decided in [`super::Voice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// 仿宋, the body's face: GB 2312 only.
    Fang,
    /// 宋 in a light weight, which stands beside 仿宋 best: every other character.
    SongLight,
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

/// The shipped files, one a face, in the order of [`Face`].
pub(super) const FILES: [FontFile; 5] = [
    FontFile {
        face: Face::Fang,
        name: "FandolFang-Regular.otf",
        sha256: "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
    },
    FontFile {
        face: Face::SongLight,
        name: "NotoSerifSC-Light.ttf",
        sha256: "a86e5cabd0c0b9bd656ff9c3e437bec6519fc7b149e845192edd8075b07789eb",
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

/// The environment variable that names the directory of the fonts.
const VARIABLE: &str = "PIAOJUE_FONTS";

/// The directory of the fonts: where `PIAOJUE_FONTS` says; else `fonts` beside the executable; else
/// `../share/piaojue/fonts` from it; else the one in the source tree.
///
/// Where the variable is set, no other place is tried: a wrong setting must show.
pub fn fonts_dir() -> Result<PathBuf, DocumentError> {
    let places = match std::env::var_os(VARIABLE) {
        Some(directory) => vec![PathBuf::from(directory)],
        None => usual_places(),
    };
    let has_fonts = |place: &&PathBuf| FILES.iter().all(|file| place.join(file.name).is_file());
    match places.iter().find(has_fonts) {
        Some(place) => Ok(place.clone()),
        None => Err(DocumentError::FontsNotFound { places: listed(&places) }),
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
