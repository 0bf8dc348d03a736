//! Sealing and verifying beside `ElectionGuard`'s reference implementation, which is in Python.

use crate::{
    ballots,
    measure::{Fallible, in_turns},
    report::{Bound, Line, Quantity},
};
use piaojue_tests::session::marks;
use rand::rngs::OsRng;
use serde::Deserialize;
use std::process::Command;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/electionguard_ballots.py");
/// Ballots that `ElectionGuard` is given: each takes it seconds.
const BALLOTS: u32 = 5;

/// What the script says: seconds for a ballot.
#[derive(Deserialize)]
struct Theirs {
    seal: f64,
    verify: f64,
}

/// A ballot of as many selections in both.
pub fn lines(python: &str) -> Fallible<Vec<Line>> {
    eprintln!("ElectionGuard ...");
    let selections = ballots::CANDIDATES.to_string();
    let arguments = [SCRIPT, &selections, "1", &BALLOTS.to_string()];
    let output = Command::new(python).args(arguments).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let theirs: Theirs = serde_json::from_slice(&output.stdout)?;
    let (election, _) = ballots::election()?;
    let sealed = election.seal(&marks(ballots::CANDIDATES, 1), &mut OsRng)?;
    let mut seal = || {
        election.seal(&marks(ballots::CANDIDATES, 1), &mut OsRng)?;
        Ok(())
    };
    let mut verify = || {
        election.verify(&sealed)?;
        Ok(())
    };
    let [seal, verify] = in_turns(50, [&mut seal, &mut verify])?;
    let line = |what: &str, ours, theirs| {
        Line::time(format!("{what} a ballot of {selections} selections, ours with oppositions too"), ours)
            .beside("ElectionGuard 1.4 in Python", Quantity::Seconds(theirs))
            .held_to(Bound::AtMostTimes(1.0))
    };
    Ok(vec![line("sealing", seal, theirs.seal), line("verifying", verify, theirs.verify)])
}
