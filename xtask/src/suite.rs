//! `cargo xtask test` and `cargo xtask bench`.

use crate::checker;
use crate::desktop;
use crate::install;
use crate::linted;
use crate::peers;
use crate::shell::{root, run};
use crate::verapdf;
use std::fs;
use std::path::{Path, PathBuf};

/// Modules of tests that take long: `--quick` leaves them out.
const SLOW: &[&str] = &["crash::", "disk::", "fuzz::", "order::", "validated::"];

/// Installs what tests call, builds the programs that tests start, and runs all tests.
pub fn test(arguments: &[String]) -> Result<(), String> {
    match arguments {
        [] => whole(),
        [only] if only == "--quick" => quick(),
        _ => Err("test takes --quick or nothing".to_owned()),
    }
}

fn whole() -> Result<(), String> {
    install::test_tools()?;
    install::npm_packages()?;
    // The test of the layers reads the dependencies of every platform; afterwards no test needs a network.
    run("cargo", &["fetch", "--locked"])?;
    // Whole, before any test runs: tests start programs of other packages.
    linted::build()?;
    verapdf::forget()?;
    // Without examples in comments: no crate has any, and looking for them takes a while for each.
    linted::test(&["--tests"])?;
    checker::test()?;
    desktop::window_tests()?;
    // Last, so that nobody overlooks that documents could not be validated.
    verapdf::test()
}

/// What one runs after each change: every crate's own tests but the long ones, and the interface's units.
fn quick() -> Result<(), String> {
    install::test_tools()?;
    install::npm_packages()?;
    let programs = test_programs()?;
    let programs: Vec<&str> = programs.iter().flat_map(|name| ["--test", name]).collect();
    let skipped: Vec<&str> = SLOW.iter().flat_map(|name| ["--skip", name]).collect();
    linted::test(&[&["--lib"], &programs[..], &["--"], &skipped].concat())?;
    run("npm", &["test", "--workspace", "ui"])?;
    println!(
        "Left out: {}; the desktop application, its windows, the second checker of records and veraPDF. \
         `cargo xtask test` runs everything.",
        SLOW.join(" ")
    );
    Ok(())
}

/// The names of the programs of tests: each is a folder with a `main.rs`. That of the desktop application is none of them,
/// so the application isn't linked.
fn test_programs() -> Result<Vec<String>, String> {
    let crates = subfolders(&root().join("src-tauri/crates"))?;
    let packages = crates.into_iter().chain([root().join("tests")]);
    let folders = packages.map(|package| package.join("tests")).filter(|folder| folder.is_dir());
    let mut names = Vec::new();
    for folder in folders {
        let programs = subfolders(&folder)?.into_iter().filter(|program| program.join("main.rs").is_file());
        names.extend(programs.filter_map(|program| Some(program.file_name()?.to_str()?.to_owned())));
    }
    Ok(names)
}

fn subfolders(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect())
}

/// Runs the benchmarks in the release profile: the core's; with `window` as the first argument those of the windows, with
/// `peers` those beside other programs.
pub fn bench(arguments: &[String]) -> Result<(), String> {
    match arguments.first().map(String::as_str) {
        Some("window") => {
            install::test_tools()?;
            install::npm_packages()?;
            desktop::build_released()?;
            return run("npm", &["run", "bench", "--workspace", "tests/window"]);
        }
        Some("peers") => return peers::bench(),
        _ => {}
    }
    let mut words = vec!["run", "--release", "--package", "piaojue-tests", "--bin", "bench", "--"];
    words.extend(arguments.iter().map(String::as_str));
    run("cargo", &words)
}
