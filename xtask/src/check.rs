//! `cargo xtask check`: what can be said about the tree without running the whole test suite.

use crate::desktop::AUTOMATION;
use crate::install;
use crate::shell::run;
use crate::suite::TESTS;

/// Formatting, lints, licences, banned crates and the catalogue of messages.
pub fn check() -> Result<(), String> {
    install::rust_components()?;
    install::desktop_libraries()?;
    install::npm_packages()?;
    run("cargo", &["fmt", "--all", "--check"])?;
    let clippy = ["clippy", "--workspace", "--all-targets", "--features", AUTOMATION, "--locked"];
    run("cargo", &[&clippy[..], &["--", "-D", "warnings"]].concat())?;
    supply_chain()?;
    run("npm", &["run", "check", "--workspace", "ui"])?;
    run("npm", &["run", "check", "--workspace", "tests/window"])?;
    // The catalogue of messages, and that every crate's codes are worded.
    let catalogue = ["--lib", "--bin", "piaojue", "--", "catalogue", "wordings"];
    run("cargo", &[&TESTS[..], &catalogue].concat())
}

/// Licences, banned crates and sources, by `deny.toml`. Advisories need a network and are left out.
fn supply_chain() -> Result<(), String> {
    let cargo_deny = install::cargo_deny()?;
    run("cargo", &["fetch", "--locked"])?;
    run(&cargo_deny, &["--offline", "check", "bans", "licenses", "sources"])
}
