//! Within a crate modules name each other one way: no circle in any folder and, in the largest crates, no arrow upwards. No
//! file and no crate is larger than can be read.

#![expect(clippy::expect_used, reason = "a test fails by panicking, in its helpers too")]

mod arrows;
pub mod source;
pub mod tokens;

use arrows::{arrows, circle};
use source::{Crate, Place};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The modules of a crate's root in rows from the bottom to the top: each names modules of rows below its own and no others.
const ROWS: &[(&str, &[&[&str]])] = &[
    ("desk", &[&["machine"], &["open"], &["reads"], &["places"], &["commands"], &["call", "typescript"]]),
    (
        "typeset",
        &[
            &["chars", "error", "measure"],
            &["fonts"],
            &["drawing"],
            &["text"],
            &["blocks"],
            &["styles"],
            &["pages"],
            &["writers"],
            &["frames"],
            &["document"],
        ],
    ),
    ("documents", &[&["error"], &["common"], &["papers"]]),
    (
        "office",
        &[
            &["errors", "clock", "randomness", "rehearsal"],
            &["codes", "wordings"],
            &["log"],
            &["store"],
            &["act"],
            &["acts"],
            &["papers"],
        ],
    ),
];

/// Lines of a file at most.
const FILE_LINES: usize = 400;
/// Lines of a crate's own sources at most, without its tests in files of their own.
const CRATE_LINES: usize = 10_000;

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

pub fn sources(krate: &str) -> PathBuf {
    root().join("src-tauri/crates").join(krate).join("src")
}

/// The crates of the program.
pub fn crates() -> Vec<String> {
    let entries = fs::read_dir(root().join("src-tauri/crates")).expect("the crates");
    entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect()
}

/// The shortest circle of each folder of a crate, in words.
fn circles(krate: &Crate) -> Vec<String> {
    let mut found = Vec::new();
    for (folder, arrows) in &arrows(krate) {
        let Some(modules) = circle(&arrows.keys().collect::<Vec<_>>()) else { continue };
        let next = modules.iter().cycle().skip(1);
        let arrows = modules.iter().zip(next).map(|(from, to)| {
            let by = &arrows[&((*from).to_owned(), (*to).to_owned())];
            format!("{from} -> {to} (by {by:?})")
        });
        found.push(format!("crate::{}: {}", folder.join("::"), arrows.collect::<Vec<_>>().join(", ")));
    }
    found
}

#[test]
fn modules_name_each_other_in_no_circle() {
    let found: BTreeMap<String, Vec<String>> =
        crates().into_iter().map(|name| (name.clone(), circles(&Crate::read(&sources(&name))))).collect();
    assert!(!found.is_empty());
    assert!(found.values().all(Vec::is_empty), "{found:#?}");
}

/// What is wrong with the arrows among the modules of a crate's root.
fn arrows_upwards(krate: &Crate, rows: &[&[&str]]) -> Vec<String> {
    let row = |module: &str| rows.iter().position(|row| row.contains(&module));
    let modules = krate.modules.keys().filter_map(|place| place.first());
    let unplaced =
        modules.filter(|module| row(module).is_none()).map(|module| format!("{module} is in no row"));
    let mut wrong: Vec<String> = unplaced.collect();
    for ((from, to), by) in arrows(krate).get(&Place::new()).into_iter().flatten() {
        if row(from) <= row(to) && row(from).is_some() {
            wrong.push(format!("{from} -> {to}, by {by:?}"));
        }
    }
    wrong
}

#[test]
fn no_module_names_one_above_it() {
    for (name, rows) in ROWS {
        assert_eq!(arrows_upwards(&Crate::read(&sources(name)), rows), Vec::<String>::new(), "in {name}");
    }
}

/// A crate of these files.
fn written(files: &[(&str, &str)]) -> Crate {
    let place = |path: &str| path.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let files: Vec<(Place, String)> =
        files.iter().map(|(path, text)| (place(path), (*text).to_owned())).collect();
    Crate::of(&files)
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let with = |above: &str| {
        let root = "mod low; mod high; pub use high::High; macro_rules! m { () => {} }";
        let files = [("", root), ("low", above), ("high", "use crate::low::Low; pub struct High;")];
        circles(&written(&files)).len()
    };
    for circle in [
        "use crate::high::High; pub struct Low;",
        "use super::high; pub struct Low;",
        "use crate::{low::Other, high::{self, High}}; pub struct Low;",
        "pub struct Low(crate::high::High);",
        "pub struct Low(crate::High);",
        "use crate::*; pub struct Low(super::high::High);",
        "use crate::high::High as Other; pub struct Low(Other);",
    ] {
        assert_eq!(with(circle), 1, "{circle}");
    }
    for none in [
        "pub struct Low; // crate::high::High",
        "pub struct Low(&'static str); const HIGH: &str = \"crate::high\";",
        "pub struct Low; #[cfg(test)] mod tests { use crate::high::High; }",
        "use high::High; pub struct Low(High);",
    ] {
        assert_eq!(with(none), 0, "{none}");
    }
}

#[test]
fn a_circle_of_three_in_a_folder_is_found() {
    let file = |names: &str| format!("use super::{names}::Item; pub struct Item;");
    let (a, b, c) = (file("b"), file("c"), file("a"));
    let files = [("", "mod x;"), ("x", "mod a; mod b; mod c;"), ("x::a", &*a), ("x::b", &*b), ("x::c", &*c)];
    let found = circles(&written(&files));
    assert!(found.len() == 1 && found[0].starts_with("crate::x: "), "{found:?}");
    assert_eq!(found[0].matches("->").count(), 3);
}

#[test]
fn an_arrow_upwards_is_found_and_a_module_in_no_row() {
    let krate =
        written(&[("", ""), ("low", "use crate::high::High;"), ("high", "pub struct High;"), ("new", "")]);
    assert_eq!(
        arrows_upwards(&krate, &[&["low"], &["high"]]),
        ["new is in no row", "low -> high, by {\"low\"}"]
    );
    assert_eq!(arrows_upwards(&krate, &[&["high", "new"], &["low"]]), Vec::<String>::new());
}

fn lines(path: &Path) -> usize {
    fs::read_to_string(path).expect("a source file").lines().count()
}

#[test]
fn no_file_is_longer_than_can_be_read() {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "*.rs", "*.ts", "*.svelte", "*.css"])
        .current_dir(root())
        .output()
        .expect("git");
    let listed = String::from_utf8(listed.stdout).expect("paths");
    let written = listed.lines().filter(|path| !path.contains("generated"));
    let written = written.filter(|path| root().join(path).is_file());
    let long: Vec<&str> = written.clone().filter(|path| lines(&root().join(path)) > FILE_LINES).collect();
    assert!(written.count() > 500, "git named few files");
    assert!(long.is_empty(), "longer than {FILE_LINES} lines: {long:#?}");
}

#[test]
fn no_crate_is_larger_than_can_be_read() {
    for name in crates() {
        let modules = Crate::read(&sources(&name)).modules;
        let files =
            source::files(&sources(&name)).into_iter().filter(|(place, _)| modules.contains_key(place));
        let lines: usize = files.map(|(_, text)| text.lines().count()).sum();
        assert!(lines > 0 && lines <= CRATE_LINES, "{name} has {lines} lines");
    }
}
