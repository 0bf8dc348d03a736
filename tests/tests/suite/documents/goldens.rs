//! What is expected of a session's documents: the text of each with a hash of all that its pages draw, and of some the pages
//! as one picture.
//!
//! The hash finds every change of the drawing, down to a line that moved by a hair; a picture lets a person see what a page
//! looks like, and that the outlines of the fonts are those of the characters. One session has pictures of all its documents,
//! others of those that look different there; so another word changes few pictures.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a test fails by panicking")]

use super::picture::{self, Picture};
use crate::inside::Inside;
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The session whose every document has a picture: it has one of nearly each kind, and rare characters.
const PICTURED_WHOLE: &str = "rare";

/// Documents of other sessions with a picture: long lists, tables of several columns, categories, a training's mark on each
/// page, a further round, codes with English around them, what became of keys and slips.
const PICTURED: &[(&str, &str)] = &[
    ("categories", "round-1-candidates-zh"),
    ("categories", "round-1-paper-ballots-zh"),
    ("categories", "round-3-result-en"),
    ("committee", "round-2-result-zh"),
    ("county", "round-1-attendance-sheet-zh"),
    ("english", "key-card-1"),
    ("english", "round-1-ceremony-en"),
    ("english", "round-1-slips"),
    ("equal", "round-1-ceremony-zh"),
    ("sixty", "round-1-candidates-en"),
    ("sixty", "round-1-paper-ballots-zh"),
    ("sixty", "round-1-result-zh"),
    ("street", "round-1-result-zh"),
    ("training", "minutes-zh"),
    ("training", "round-1-paper-ballots-en"),
];

/// The expected documents of one session.
pub struct Goldens {
    session: String,
    folder: PathBuf,
    /// Where what came out otherwise is written.
    found: PathBuf,
    update: bool,
    compared: BTreeSet<String>,
    faults: Vec<String>,
}

impl Goldens {
    pub fn of(session: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("goldens").join(session);
        let found = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents").join(session);
        fs::create_dir_all(&found).unwrap();
        let update = std::env::var_os("UPDATE_GOLDEN").is_some();
        if update {
            drop(fs::remove_dir_all(&folder));
            fs::create_dir_all(&folder).unwrap();
        }
        Self {
            session: session.to_owned(),
            folder,
            found,
            update,
            compared: BTreeSet::new(),
            faults: Vec::new(),
        }
    }

    /// Compares a document with what is expected of it.
    pub fn compare(&mut self, name: &str, bytes: &[u8]) {
        let file = self.found.join(format!("{name}.pdf"));
        fs::write(&file, bytes).unwrap();
        self.compare_text(&format!("{name}.txt"), &text(&file, &drawn(bytes)));
        if self.session == PICTURED_WHOLE || PICTURED.contains(&(&*self.session, name)) {
            self.compare_picture(&format!("{name}.png"), &picture::pages(bytes));
        }
    }

    /// Fails where a document differs, is expected no longer, or wasn't made.
    pub fn finish(mut self) {
        let pictured = PICTURED.iter().filter(|(session, _)| *session == self.session);
        let names = pictured.map(|(_, name)| format!("{name}.png"));
        self.faults
            .extend(names.filter(|name| !self.compared.contains(name)).map(|name| format!("no {name}")));
        let expected = fs::read_dir(&self.folder).into_iter().flatten();
        let expected = expected.map(|file| file.unwrap().file_name().into_string().unwrap());
        let missing: Vec<String> = expected.filter(|name| !self.compared.contains(name)).collect();
        self.faults.extend(missing.iter().map(|name| format!("{name} was not made")));
        let (faults, found) = (&self.faults, self.found.display());
        assert!(faults.is_empty(), "{faults:#?}\nWhat was made instead is in {found}.");
    }

    fn compare_text(&mut self, name: &str, text: &str) {
        let path = self.expected(name, text.as_bytes());
        let expected = fs::read_to_string(path).unwrap_or_default();
        if text != expected {
            let lines = text.lines().zip(expected.lines());
            let first = lines.clone().position(|(found, expected)| found != expected);
            let line = first.unwrap_or_else(|| lines.count());
            fs::write(self.found.join(name), text).unwrap();
            let found = text.lines().nth(line).unwrap_or_default();
            self.faults.push(format!("{name} reads otherwise from line {} on: {found}", line + 1));
        }
    }

    fn compare_picture(&mut self, name: &str, pages: &Picture) {
        let png = pages.png();
        let Ok(expected) = fs::read(self.expected(name, &png)) else {
            return self.faults.push(format!("{name} is not expected"));
        };
        let expected = Picture::read(&expected);
        let differences = pages.differences(&expected);
        if !differences.is_empty() {
            fs::write(self.found.join(name), png).unwrap();
            fs::write(self.found.join(format!("differs-{name}")), pages.marked(&differences).png()).unwrap();
            self.faults.push(format!("{name} looks otherwise in {} places", differences.len()));
        }
    }

    /// The file of what is expected, written first where it is to be written anew.
    fn expected(&mut self, name: &str, found: &[u8]) -> PathBuf {
        self.compared.insert(name.to_owned());
        let path = self.folder.join(name);
        if self.update {
            fs::write(&path, found).unwrap();
        }
        path
    }
}

/// What each page draws, as a hash: every command in its order, and the outlines of its fonts.
pub fn drawn(bytes: &[u8]) -> Vec<String> {
    let inside = Inside::new(bytes);
    let pages = inside.page_ids().into_iter().map(|page| {
        let mut hash = Sha256::new_with_prefix(inside.0.get_page_content(page));
        for (name, font) in inside.fonts(page) {
            hash.update(name);
            hash.update(font.program);
        }
        ballot_box::hex(&hash.finalize()[..6])
    });
    pages.collect()
}

/// The text of all pages without the spaces that only place words; after each page a line of dashes with what it draws.
fn text(file: &Path, drawn: &[String]) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(file).arg("-").output();
    let output = output.unwrap_or_else(|error| {
        panic!("pdftotext can't be run ({error}): install the package poppler-utils")
    });
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let page =
        |page: &str| page.lines().map(words).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let pages: Vec<String> = text.strip_suffix('\u{C}').unwrap().split('\u{C}').map(page).collect();
    assert_eq!(pages.len(), drawn.len(), "{}", file.display());
    pages.iter().zip(drawn).map(|(page, drawn)| [page, "\n-------- ", drawn, "\n"].concat()).collect()
}

/// The kinds of the documents in a folder of goldens: their names without round, number and language.
fn kinds(sessions: impl Iterator<Item = PathBuf>, ending: &str) -> BTreeSet<String> {
    let files = sessions.flat_map(|session| fs::read_dir(session).unwrap()).map(|file| file.unwrap().path());
    let files = files.filter(|file| file.extension().is_some_and(|found| found == ending));
    let is_kind = |word: &&str| !["round", "zh", "en"].contains(word) && word.parse::<u32>().is_err();
    let names = files.map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned());
    names.map(|name| name.split('-').filter(is_kind).collect::<Vec<_>>().join("-")).collect()
}

#[test]
fn every_kind_of_document_has_a_picture() {
    let goldens = Path::new(env!("CARGO_MANIFEST_DIR")).join("goldens");
    let sessions: Vec<PathBuf> =
        fs::read_dir(&goldens).unwrap().map(|session| session.unwrap().path()).collect();
    let all = kinds(sessions.iter().cloned(), "txt");
    assert!(all.len() > 10, "{all:?}");
    assert_eq!(kinds(sessions.into_iter(), "png"), all);
}
