//! `cargo xtask bench peers`: documents beside those of Typst, ballots beside those of `ElectionGuard`.

use crate::install;
use crate::shell::{find, output, root, run};

/// Another program as a Python package.
struct Peer {
    name: &'static str,
    package: &'static str,
    /// How pip is to install it. Typst would need a tool chain of its own without its wheel.
    options: &'static [&'static str],
    /// The benchmark that compares with it.
    benchmark: &'static str,
}

const PEERS: [Peer; 2] = [
    Peer { name: "ElectionGuard", package: "electionguard==1.4.0", options: &[], benchmark: "electionguard" },
    Peer {
        name: "Typst",
        package: "typst==0.15.2",
        options: &["--only-binary", ":all:"],
        benchmark: "typst",
    },
];

/// Runs the comparisons, all of them. Where another program can't be had, that is said and nothing compared with it.
pub fn bench() -> Result<(), String> {
    install::peer_tools()?;
    let compared: Vec<Result<(), String>> = PEERS.iter().map(compare).collect();
    compared.into_iter().collect()
}

fn compare(peer: &Peer) -> Result<(), String> {
    let python = match installed(peer) {
        Ok(python) => python,
        Err(reason) => {
            println!("NOT COMPARED with {}, which could not be installed from PyPI: {reason}", peer.name);
            return Ok(());
        }
    };
    let bench = ["run", "--release", "--package", "piaojue-tests", "--bin", "bench", "--"];
    run("cargo", &[&bench[..], &[peer.benchmark, &python]].concat())
}

/// The Python of the virtual environment that has the package; it is made where it is missing.
fn installed(peer: &Peer) -> Result<String, String> {
    let folder = root().join("target/peers").join(peer.benchmark);
    let folder = folder.to_str().ok_or("the path of the project is not UTF-8")?;
    let python = format!("{folder}/bin/python");
    let is_there = |packages: String| packages.lines().any(|package| package == peer.package);
    if find(&python).is_some() && output(&python, &["-m", "pip", "freeze"]).is_ok_and(is_there) {
        return Ok(python);
    }
    run("python3", &["-m", "venv", folder])?;
    run(&python, &[&["-m", "pip", "install", "--quiet"], peer.options, &[peer.package]].concat())?;
    Ok(python)
}
