//! `cargo xtask bench peers`: documents beside those of Typst.

use crate::install;
use crate::shell::{find, output, root, run};

/// Typst as a Python package: a compiled wheel, no tool chain of its own.
const TYPST: &str = "typst==0.15.2";

/// Runs the comparison. Where Typst can't be had, that is said and nothing compared.
pub fn bench() -> Result<(), String> {
    install::peer_tools()?;
    let python = match typst() {
        Ok(python) => python,
        Err(reason) => {
            println!("NOT COMPARED with Typst, which could not be installed from PyPI: {reason}");
            return Ok(());
        }
    };
    run(
        "cargo",
        &["run", "--release", "--package", "piaojue-tests", "--bin", "bench", "--", "peers", &python],
    )
}

/// The Python of the virtual environment that has Typst; it is made where it is missing.
fn typst() -> Result<String, String> {
    let folder = root().join("target/peers");
    let folder = folder.to_str().ok_or("the path of the project is not UTF-8")?;
    let python = format!("{folder}/bin/python");
    let is_there = |packages: String| packages.lines().any(|package| package == TYPST);
    if find(&python).is_some() && output(&python, &["-m", "pip", "freeze"]).is_ok_and(is_there) {
        return Ok(python);
    }
    run("python3", &["-m", "venv", folder])?;
    run(&python, &["-m", "pip", "install", "--quiet", "--only-binary", ":all:", TYPST])?;
    Ok(python)
}
