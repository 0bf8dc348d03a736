//! `cargo xtask kills`: the program is killed thousands of times at random moments.

use crate::install;
use crate::linted;

/// How many kills the tests make on their own, of casts, closes, counts, merges and holders' steps. It may be some fewer: a box that was merged in
/// time is not killed again.
const USUAL: u32 = 455;
/// Kills where no number is given.
const KILLS: u32 = 10_000;

/// Runs the tests that kill the program, each as often over as it takes to come to so many kills.
pub fn kill(arguments: &[String]) -> Result<(), String> {
    let kills = match arguments {
        [] => KILLS,
        [kills] => kills.parse().map_err(|_| format!("kills takes a number, not {kills}"))?,
        _ => return Err("kills takes a number or nothing".to_owned()),
    };
    install::test_tools()?;
    install::npm_packages()?;
    let times = kills.div_ceil(USUAL).to_string();
    let tests = ["--test", "suite", "--test", "desk", "--", "--nocapture", "kill"];
    linted::test_with(&tests, &[("PIAOJUE_KILLS_TIMES", &times)])
}
