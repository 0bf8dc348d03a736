//! The second checker of records, in Python: its own tests, and whether it finds the same in altered records as the first.

use crate::install;
use crate::shell::{root, run};

const FOLDER: &str = "tests/checker";

/// Runs the checker's tests, then has it check the folder of altered records.
pub fn test() -> Result<(), String> {
    let python = install::checker_python()?;
    run(
        &python,
        &["-m", "unittest", "discover", "--start-directory", FOLDER, "--top-level-directory", FOLDER],
    )?;
    let altered = root().join("target/altered-records");
    let altered = altered.to_str().ok_or("the path of the project is not UTF-8")?;
    run("target/debug/altered_records", &[altered])?;
    run(&python, &[&format!("{FOLDER}/run_alterations.py"), altered])
}
