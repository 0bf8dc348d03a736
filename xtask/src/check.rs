//! `cargo xtask check`: what can be said about the tree without running the whole test suite.

use crate::install;
use crate::linted;
use crate::promises;
use crate::shell::run;

/// The tests that promises name, formatting, lints, licences, banned crates and the catalogue of messages.
pub fn check() -> Result<(), String> {
    promises::check()?;
    install::rust_components()?;
    install::desktop_libraries()?;
    install::npm_packages()?;
    run("cargo", &["fmt", "--all", "--check"])?;
    linted::build()?;
    supply_chain()?;
    run("npm", &["run", "check", "--workspace", "ui"])?;
    run("npm", &["run", "check", "--workspace", "tests/window"])?;
    // The catalogue of messages, and that every crate's codes are worded.
    linted::test(&["--lib", "--bin", "piaojue", "--", "catalogue", "wordings"])
}

/// Licences, banned crates and sources, by `deny.toml`. Advisories need a network and are left out.
fn supply_chain() -> Result<(), String> {
    let cargo_deny = install::cargo_deny()?;
    run("cargo", &["fetch", "--locked"])?;
    run(&cargo_deny, &["--offline", "check", "bans", "licenses", "sources"])
}
