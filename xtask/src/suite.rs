//! `cargo xtask test` and `cargo xtask bench`.

use crate::desktop;
use crate::install;
use crate::shell::run;

/// Installs what tests call, builds the programs that tests start, and runs all tests.
pub fn test() -> Result<(), String> {
    install::test_tools()?;
    install::npm_packages()?;
    // The test of the layers reads the dependencies of every platform; afterwards no test needs a network.
    run("cargo", &["fetch", "--locked"])?;
    // Tests of one package don't build the binaries of another, so those are built first.
    run("cargo", &["build", "--workspace", "--bins", "--locked"])?;
    run("cargo", &["test", "--workspace", "--locked"])?;
    desktop::build_automated(false)?;
    desktop::window_tests()
}

/// Runs the benchmarks in the release profile.
pub fn bench(arguments: &[String]) -> Result<(), String> {
    let mut words = vec!["run", "--release", "--package", "piaojue-tests", "--bin", "bench", "--"];
    words.extend(arguments.iter().map(String::as_str));
    run("cargo", &words)
}
