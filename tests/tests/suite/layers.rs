//! The parts depend on each other one way, and the part that decides results reaches nothing but plain computation.

#![expect(clippy::expect_used, reason = "helpers of tests: a test fails by panicking")]

use crate::modules::source::files;
use cargo_metadata::{Metadata, MetadataCommand, Package};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Each package of the workspace, and which others it may name (for its tests and build scripts too).
const LAYERS: &[(&str, &[&str])] = &[
    ("messages", &[]),
    ("regular-file", &[]),
    ("procedure", &["messages"]),
    ("ballot-box", &["messages", "procedure"]),
    ("key-holders", &["messages", "procedure", "ballot-box"]),
    ("typeset", &["messages"]),
    ("documents", &["messages", "procedure", "typeset"]),
    ("record", &["messages", "regular-file", "procedure", "ballot-box"]),
    ("package", &["messages", "ballot-box"]),
    ("sheets", &["messages", "regular-file", "procedure"]),
    ("lists", &["messages", "procedure", "documents", "sheets"]),
    ("signed-file", &["messages", "regular-file"]),
    ("signing", &["messages", "procedure", "documents"]),
    ("session-model", &["messages", "procedure", "ballot-box"]),
    ("kiosk-files", &["messages", "regular-file", "procedure", "ballot-box", "signed-file", "session-model"]),
    (
        "office",
        &[
            "messages",
            "procedure",
            "ballot-box",
            "key-holders",
            "typeset",
            "documents",
            "sheets",
            "lists",
            "signed-file",
            "signing",
            "record",
            "package",
            "session-model",
            "kiosk-files",
        ],
    ),
    ("record-export", &["procedure", "ballot-box", "signed-file", "package", "office"]),
    (
        "wire",
        &[
            "messages",
            "procedure",
            "ballot-box",
            "key-holders",
            "documents",
            "sheets",
            "lists",
            "session-model",
            "office",
        ],
    ),
    (
        "desk",
        &[
            "messages",
            "regular-file",
            "procedure",
            "ballot-box",
            "key-holders",
            "documents",
            "sheets",
            "signed-file",
            "signing",
            "record",
            "lists",
            "session-model",
            "kiosk-files",
            "office",
            "record-export",
            "wire",
        ],
    ),
    ("piaojue-desktop", &["desk", "wire"]),
    (
        "piaojue",
        &[
            "messages",
            "regular-file",
            "procedure",
            "ballot-box",
            "documents",
            "sheets",
            "signed-file",
            "record",
            "lists",
            "session-model",
            "kiosk-files",
            "key-holders",
            "office",
            "record-export",
            "piaojue-tests",
        ],
    ),
    (
        "piaojue-tests",
        &[
            "messages",
            "procedure",
            "ballot-box",
            "key-holders",
            "documents",
            "sheets",
            "signed-file",
            "signing",
            "record",
            "lists",
            "session-model",
            "kiosk-files",
            "office",
            "record-export",
        ],
    ),
    ("xtask", &[]),
];

/// Crates that one part keeps behind its own interface, so that they can be replaced there.
const OWNERS: &[(&str, &[&str])] = &[
    ("pdf-writer", &["typeset"]),
    ("lopdf", &["signing", "documents", "piaojue-tests"]),
    ("cms", &["signing"]),
    ("rsa", &["signing"]),
    ("rusqlite", &["signed-file", "office", "piaojue-tests"]),
    ("elastic-elgamal", &["ballot-box"]),
    ("tauri", &["piaojue-desktop"]),
    ("tauri-plugin-dialog", &["piaojue-desktop"]),
    ("hayro", &["desk", "piaojue-tests"]),
    ("printers", &["desk"]),
    ("argon2", &["signed-file", "key-holders"]),
    ("hpke", &["key-holders"]),
];

/// All that `procedure` reaches: values, text, calendar arithmetic.
const REACHED_BY_PROCEDURE: &[&str] = &[
    "chrono",
    "itoa",
    "memchr",
    "messages",
    "num-traits",
    "proc-macro2",
    "procedure",
    "quote",
    "serde",
    "serde_core",
    "serde_derive",
    "serde_json",
    "syn",
    "unicode-ident",
    "zeroize",
    "zeroize_derive",
    "zmij",
];

/// Modules of `std` that reach files, networks, the environment, other programs or a clock.
const FORBIDDEN_MODULES: &[&str] = &["fs", "net", "env", "process", "time"];

/// Words that mean floating point, randomness, or chrono's clocks.
const FORBIDDEN_WORDS: &[&str] = &["f32", "f64", "rand", "Local", "Utc"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The packages of the workspace, with the dependencies they name.
fn metadata() -> Metadata {
    MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec().expect("cargo metadata")
}

fn direct_dependencies(package: &Package) -> BTreeSet<&str> {
    package.dependencies.iter().map(|dependency| dependency.name.as_str()).collect()
}

#[test]
fn every_package_has_its_layer_and_keeps_to_it() {
    let metadata = metadata();
    let layers: BTreeMap<&str, &[&str]> = LAYERS.iter().copied().collect();
    for package in metadata.workspace_packages() {
        let name = package.name.as_str();
        let allowed = layers.get(name).unwrap_or_else(|| panic!("{name} has no layer: add it to LAYERS"));
        for dependency in direct_dependencies(package) {
            let is_ours = layers.contains_key(dependency);
            assert!(!is_ours || allowed.contains(&dependency), "{name} must not depend on {dependency}");
        }
    }
}

#[test]
fn a_crate_behind_an_interface_is_named_by_its_owner_alone() {
    let metadata = metadata();
    for (dependency, owners) in OWNERS {
        let users: BTreeSet<&str> = metadata
            .workspace_packages()
            .into_iter()
            .filter(|package| direct_dependencies(package).contains(dependency))
            .map(|package| package.name.as_str())
            .collect();
        assert!(users.contains(owners[0]), "{dependency} is no longer used by {}: drop the rule", owners[0]);
        for user in users {
            assert!(owners.contains(&user), "{user} must not use {dependency}: it belongs to {owners:?}");
        }
    }
}

/// Cargo links no tests for targets that are marked so.
#[test]
fn what_is_said_to_have_no_tests_has_none() {
    let metadata = metadata();
    let mut looked_at = 0;
    for package in metadata.workspace_packages() {
        let own = package.targets.iter().filter(|target| target.is_lib() || target.is_bin());
        if own.clone().any(|target| target.test) {
            assert!(own.clone().all(|target| target.test), "{}: all or none", package.name);
            continue;
        }
        let sources = package.manifest_path.parent().expect("a folder").join("src");
        for (place, text) in files(sources.as_std_path()) {
            assert!(!text.contains("#[test]"), "{}: {}", package.name, place.join("::"));
            looked_at += 1;
        }
    }
    assert!(looked_at > 0);
}

/// Everything that a package reaches through normal dependencies, on any platform, with the features it asks for.
///
/// From `cargo tree`, because `cargo metadata` adds the features that the rest of the workspace asks for.
fn reached_from(package: &str) -> BTreeSet<String> {
    let arguments =
        ["tree", "--package", package, "--edges", "normal", "--target", "all", "--prefix", "none"];
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo).args(arguments).current_dir(root()).output().expect("cargo tree");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).expect("names of crates");
    tree.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn procedure_reaches_only_plain_computation() {
    let allowed: BTreeSet<String> = REACHED_BY_PROCEDURE.iter().map(ToString::to_string).collect();
    assert_eq!(reached_from("procedure"), allowed);
}

#[test]
fn procedure_asks_chrono_for_no_clock() {
    let metadata = metadata();
    let package = metadata.workspace_packages().into_iter().find(|package| package.name == "procedure");
    let dependencies = &package.expect("the package procedure").dependencies;
    let chrono = dependencies.iter().find(|dependency| dependency.name == "chrono").expect("chrono");
    assert!(!chrono.uses_default_features);
    for feature in ["clock", "now"] {
        assert!(!chrono.features.iter().any(|asked| asked == feature), "procedure asks for {feature}");
    }
}

/// What of the forbidden a source names, comments aside.
fn forbidden_in(source: &str) -> BTreeSet<String> {
    let code: String = source
        .lines()
        .map(|line| line.split_once("//").map_or(line, |(code, _)| code))
        .collect::<Vec<_>>()
        .join("\n");
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|c: char| !(c.is_alphanumeric() || c == '_')).map(str::to_owned).collect()
    };
    let mut found: BTreeSet<String> = words(&code);
    found.retain(|word| FORBIDDEN_WORDS.contains(&word.as_str()));
    for path in code.split("std::").skip(1) {
        // `use std::{fmt, fs}` names several modules, up to its semicolon; otherwise the path's next word counts.
        let end =
            if path.starts_with('{') { path.find(';') } else { path.find(|c: char| !c.is_alphanumeric()) };
        let modules = words(&path[..end.unwrap_or(path.len())]);
        found.extend(modules.into_iter().filter(|word| FORBIDDEN_MODULES.contains(&word.as_str())));
    }
    found
}

#[test]
fn forbidden_words_are_found_and_innocent_ones_are_not() {
    let found = |source| forbidden_in(source).into_iter().collect::<Vec<_>>();
    assert_eq!(found("use std::fs;"), ["fs"]);
    assert_eq!(found("use std::{\n    fmt,\n    time::Instant,\n};"), ["time"]);
    assert_eq!(found("let x = std::env::var(name);"), ["env"]);
    assert_eq!(found("let today = Local::now();"), ["Local"]);
    assert_eq!(found("let share: f64 = rand::random();"), ["f64", "rand"]);
    assert!(found("use std::fmt; // never std::fs\nlet operand = time + process;").is_empty());
}

#[test]
fn procedure_and_messages_name_no_file_clock_chance_or_floating_point() {
    let mut read = 0;
    let mut directories: Vec<PathBuf> =
        ["procedure", "messages"].map(|name| root().join("src-tauri/crates").join(name).join("src")).into();
    while let Some(directory) = directories.pop() {
        for entry in std::fs::read_dir(directory).expect("a directory of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                directories.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).expect("a source file");
            assert_eq!(forbidden_in(&source), BTreeSet::new(), "in {}", path.display());
            read += 1;
        }
    }
    assert!(read > 0, "no source was read");
}
