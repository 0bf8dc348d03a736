//! `cargo xtask run`: the sample session, from the import to the announcement.

use crate::shell::{root, run as run_program};
use std::fs;
use std::io::ErrorKind;

const OUT: &str = "target/rehearsal";

/// Builds the program and runs the sample session into an emptied directory.
pub fn run() -> Result<(), String> {
    empty_out()?;
    let sample = |file: &str| format!("tests/fixtures/town-gonghe-2022/{file}");
    run_program(
        "cargo",
        &[
            "run",
            "--release",
            "--package",
            "piaojue",
            "--",
            "rehearse",
            "--session",
            &sample("session.toml"),
            "--candidates",
            &sample("candidates.xlsx"),
            "--delegates",
            &sample("delegates.xlsx"),
            "--ballots",
            &sample("ballots.csv"),
            "--out",
            OUT,
        ],
    )?;
    println!("The documents of the sample session are in {OUT}.");
    Ok(())
}

/// Documents of an earlier rehearsal must not lie among those of this one.
fn empty_out() -> Result<(), String> {
    let out = root().join(OUT);
    match fs::remove_dir_all(&out) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(format!("{OUT} cannot be emptied: {error}")),
        _ => fs::create_dir_all(&out).map_err(|error| format!("{OUT} cannot be made: {error}")),
    }
}
