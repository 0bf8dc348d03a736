//! Running other programs from the workspace's root.

use crate::steps::Step;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The workspace's root directory.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Prints the command, runs it in the root, and fails unless it succeeds.
pub fn run(program: &str, arguments: &[&str]) -> Result<(), String> {
    run_with(program, arguments, &[])
}

/// The same, with variables of the environment.
pub fn run_with(program: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Result<(), String> {
    let line = format!("{program} {}", arguments.join(" "));
    println!("$ {line}");
    let step = Step::start(&line);
    let status = command(program, arguments).envs(variables.iter().copied()).status();
    step.end();
    let status = status.map_err(|error| format!("{program}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{line} failed ({status})")) }
}

/// What a command prints; fails unless it succeeds.
pub fn output(program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = command(program, arguments)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{program} {} failed ({})", arguments.join(" "), output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("{program}: {error}"))
}

/// Where a program is, if it is installed.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    // Tools for file systems live in the last two, which only root has in its PATH.
    let places = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/sbin".into()]);
    places.map(|place| place.join(program)).find(|candidate| candidate.is_file())
}

fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    // Cargo hands these to what it starts; a cargo started from here would take them for its own.
    command.args(arguments).current_dir(root()).env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_PKG_NAME");
    command
}
