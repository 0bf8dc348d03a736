//! Building what tests run, with Clippy as the compiler: one build serves the lints and the tests.
//!
//! `cargo clippy` checks every dependency and throws the result away; a build of the tests compiles all of them again. Clippy
//! is the compiler with more lints, and builds programs as well as it lints them. Only our own packages go through it.
//! Programs for users (`run`, `bench`, `package`) are built by the compiler itself.

use crate::desktop::AUTOMATION;
use crate::install;
use crate::shell::run_with;

/// Every command selects the whole workspace with this feature: another selection gives dependencies other features, and they
/// are built a second time.
const SELECTION: [&str; 4] = ["--workspace", "--features", AUTOMATION, "--locked"];

/// What `cargo clippy -- -D warnings` tells the compiler that it starts.
const CLIPPY: &[(&str, &str)] = &[
    ("RUSTC_WORKSPACE_WRAPPER", "clippy-driver"),
    ("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__"),
];

/// Builds every program of tests, and every program that these start: each of those belongs to a package with tests, so that
/// cargo builds it for them. Fails for the first lint.
pub fn build() -> Result<(), String> {
    test(&["--no-run"])
}

/// Runs tests; the words choose which, as `cargo test` takes them.
pub fn test(words: &[&str]) -> Result<(), String> {
    test_with(words, &[])
}

/// The same, with variables that the tests read.
pub fn test_with(words: &[&str], variables: &[(&str, &str)]) -> Result<(), String> {
    install::rust_components()?;
    run_with("cargo", &[&["test"], &SELECTION[..], words].concat(), &[CLIPPY, variables].concat())
}
