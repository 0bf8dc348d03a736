//! What is expected of a session's documents: the text of each, and its pages as one picture.

use super::picture::{self, Picture};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The expected documents of one session.
pub struct Goldens {
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
        Self { folder, found, update, compared: BTreeSet::new(), faults: Vec::new() }
    }

    /// Compares a document with what is expected of it.
    pub fn compare(&mut self, name: &str, bytes: &[u8]) {
        let file = self.found.join(format!("{name}.pdf"));
        fs::write(&file, bytes).unwrap();
        self.compare_text(&format!("{name}.txt"), &text(&file));
        self.compare_picture(&format!("{name}.png"), &picture::pages(bytes));
    }

    /// Fails where a document differs, is expected no longer, or wasn't made.
    pub fn finish(mut self) {
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

/// The text of all pages, a line of dashes after each; without the spaces that only place words.
fn text(file: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(file).arg("-").output();
    let output = output.unwrap_or_else(|error| {
        panic!("pdftotext can't be run ({error}): install the package poppler-utils")
    });
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let page =
        |page: &str| page.lines().map(words).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let pages = text.strip_suffix('\u{C}').unwrap().split('\u{C}').map(page);
    pages.flat_map(|page| [page, "\n--------\n".to_owned()]).collect()
}
