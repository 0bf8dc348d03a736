//! What is promised is held by a test. Each promise of `SECURITY.md` and of the README names its tests in a footnote, as
//! `[^name]` behind the promise, and the names of tests behind `[^name]:` at the end of the page; and the tests are there.

use crate::shell::root;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// A page, and the headings between which each paragraph, row and numbered item is a promise.
struct Page {
    file: &'static str,
    from: &'static str,
    to: &'static str,
}

const PAGES: [Page; 3] = [
    Page { file: "SECURITY.md", from: "## From whom, and how", to: "## What it does not cover" },
    Page { file: "README.md", from: "## What the ballot box promises", to: "## What is not there yet" },
    Page { file: "README.zh-CN.md", from: "## 票箱的五项承诺", to: "## 尚未完成的部分" },
];

/// The attribute of a test; in parts, since this program is said to have none.
const TEST: &str = concat!("#[", "test]");

/// Fails with every promise that names no test, and every name that no test has.
pub fn check() -> Result<(), String> {
    let mut tests = BTreeSet::new();
    for folder in ["src-tauri", "tests"] {
        find_tests(&root().join(folder), &mut tests)?;
    }
    let mut faults = Vec::new();
    for page in &PAGES {
        let text =
            fs::read_to_string(root().join(page.file)).map_err(|error| format!("{}: {error}", page.file))?;
        faults.extend(
            faults_of(page, &text, &tests).into_iter().map(|fault| format!("{}: {fault}", page.file)),
        );
    }
    if faults.is_empty() { Ok(()) } else { Err(format!("promises without a test:\n{}", faults.join("\n"))) }
}

fn faults_of(page: &Page, text: &str, tests: &BTreeSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    let section = text.split_once(page.from).and_then(|(_, rest)| rest.split_once(page.to));
    match section {
        None => faults.push(format!("no section from “{}” to “{}”", page.from, page.to)),
        Some((section, _)) => {
            let unheld = promises(section).into_iter().filter(|promise| !promise.contains("[^"));
            faults.extend(unheld.map(|promise| format!("no test for: {}", first_words(&promise))));
        }
    }
    let (notes, prose): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with("[^"));
    let referred = names(&prose.join("\n"), "[^", "]");
    let mut defined = BTreeSet::new();
    for note in notes {
        let (name, rest) = note.trim_start_matches("[^").split_once("]:").unwrap_or((note, ""));
        defined.insert(name.to_owned());
        let named = names(rest, "`", "`");
        if named.is_empty() {
            faults.push(format!("[^{name}] names no test"));
        }
        faults
            .extend(named.difference(tests).map(|test| format!("[^{name}] names {test}, which is no test")));
    }
    faults.extend(referred.difference(&defined).map(|name| format!("[^{name}] is not at the page's end")));
    faults.extend(defined.difference(&referred).map(|name| format!("[^{name}] stands behind no promise")));
    faults
}

/// The promises of a section: the rows of its tables, its numbered items, and its paragraphs that begin in bold.
fn promises(section: &str) -> Vec<String> {
    let mut promises = Vec::new();
    for block in section.split("\n\n") {
        let lines: Vec<&str> = block.trim().lines().collect();
        match lines.first() {
            // The first two lines of a table are its titles.
            Some(line) if line.starts_with('|') => {
                promises.extend(lines.iter().skip(2).map(|row| (*row).to_owned()));
            }
            Some(line) if line.starts_with("**") => promises.push(lines.join(" ")),
            Some(line) if line.starts_with(|c: char| c.is_ascii_digit()) => promises.extend(items(&lines)),
            Some(_) | None => {}
        }
    }
    promises
}

/// Numbered items, each with the lines that go on with it.
fn items(lines: &[&str]) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in lines {
        match items.last_mut() {
            Some(item) if line.starts_with(' ') => item.push_str(line),
            Some(_) | None => items.push((*line).to_owned()),
        }
    }
    items
}

fn first_words(promise: &str) -> String {
    promise.chars().take(60).collect()
}

/// What is between these marks, each time.
fn names(text: &str, before: &str, after: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut rest = text;
    while let Some((name, left)) = rest.split_once(before).and_then(|(_, rest)| rest.split_once(after)) {
        names.insert(name.to_owned());
        rest = left;
    }
    names
}

/// The tests in a folder's sources, as `module::test`.
fn find_tests(folder: &Path, tests: &mut BTreeSet<String>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() && !path.ends_with("node_modules") {
            find_tests(&path, tests)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let module = module_of(&path);
            tests.extend(tests_in(&text).map(|test| format!("{module}::{test}")));
        }
    }
    Ok(())
}

/// The module that a file is: its name, or its folder's where the name says nothing.
fn module_of(path: &Path) -> String {
    let name =
        |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let own = name(path);
    if !["lib", "main", "mod", "tests"].contains(&own.as_str()) {
        return own;
    }
    let folders: Vec<PathBuf> = path.ancestors().skip(1).map(Path::to_owned).collect();
    folders.iter().map(|folder| name(folder)).find(|folder| folder != "src").unwrap_or(own)
}

/// The functions that follow the attribute of a test, perhaps after other attributes.
fn tests_in(text: &str) -> impl Iterator<Item = &str> {
    let named = |after| Some(str::split_once(after, "fn ")?.1.split_once('(')?.0.trim());
    text.split(TEST).skip(1).filter_map(named)
}
