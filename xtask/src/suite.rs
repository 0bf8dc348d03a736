//! `cargo xtask test` and `cargo xtask bench`.

use crate::checker;
use crate::desktop;
use crate::install;
use crate::peers;
use crate::shell::run;
use crate::verapdf;

/// Installs what tests call, builds the programs that tests start, and runs all tests.
pub fn test() -> Result<(), String> {
    install::test_tools()?;
    install::npm_packages()?;
    // The test of the layers reads the dependencies of every platform; afterwards no test needs a network.
    run("cargo", &["fetch", "--locked"])?;
    // Tests of one package don't build the binaries of another, so those are built first.
    desktop::build_automated(false)?;
    verapdf::forget()?;
    run("cargo", &["test", "--workspace", "--features", desktop::AUTOMATION, "--locked"])?;
    checker::test()?;
    desktop::window_tests()?;
    // Last, so that nobody overlooks that documents could not be validated.
    verapdf::test()
}

/// Runs the benchmarks in the release profile: the core's; with `window` as the first argument those of the windows, with
/// `peers` those beside other programs.
pub fn bench(arguments: &[String]) -> Result<(), String> {
    match arguments.first().map(String::as_str) {
        Some("window") => {
            install::test_tools()?;
            install::npm_packages()?;
            desktop::build_automated(true)?;
            return run("npm", &["run", "bench", "--workspace", "tests/window"]);
        }
        Some("peers") => return peers::bench(),
        _ => {}
    }
    let mut words = vec!["run", "--release", "--package", "piaojue-tests", "--bin", "bench", "--"];
    words.extend(arguments.iter().map(String::as_str));
    run("cargo", &words)
}
