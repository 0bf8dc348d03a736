//! `cargo xtask run`, `screenshots` and `package`: the desktop application.

use crate::shell::{find, output, root, run, run_with};
use crate::{install, linted, rehearsal};
use std::fs;
use std::io::ErrorKind;

/// The feature with which the programs are built that tests drive.
pub const AUTOMATION: &str = "piaojue-desktop/automation";

/// Where `run` keeps the sample session, so that nobody's real sessions are touched.
const DATA: &str = "target/sample";
const SCREENSHOTS: &str = "target/screenshots";

/// Starts the application on the sample session; where there is no display, runs the rehearsal and names its documents.
pub fn start() -> Result<(), String> {
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        println!("There is no display: the sample session is run without a window instead.");
        return rehearsal::run();
    }
    install::desktop_libraries()?;
    install::npm_packages()?;
    empty(DATA)?;
    let data = root().join(DATA);
    let data = data.to_str().ok_or("the path of the data is not UTF-8")?;
    println!("The sample session's operator is 演练操作员 and every PIN is 246802.");
    let arguments = ["run", "--release", "--locked", "--package", "piaojue-desktop", "--", "--sample"];
    run_with("cargo", &arguments, &[("PIAOJUE_DATA", data)])
}

fn empty(folder: &str) -> Result<(), String> {
    match fs::remove_dir_all(root().join(folder)) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(format!("{folder} cannot be emptied: {error}"))
        }
        _ => Ok(()),
    }
}

/// Builds all programs as they are released, with the application that benchmarks drive, and an empty one to measure it
/// against.
pub fn build_released() -> Result<(), String> {
    run("cargo", &["build", "--release", "--locked", "--workspace", "--bins", "--features", AUTOMATION])
}

/// The tests of the interface: its units, and whole procedures in the real windows.
pub fn window_tests() -> Result<(), String> {
    run("npm", &["test", "--workspace", "ui"])?;
    run("npm", &["test", "--workspace", "tests/window"])
}

/// Writes a picture of every screen in both languages and two sizes.
pub fn screenshots() -> Result<(), String> {
    install::test_tools()?;
    install::npm_packages()?;
    linted::build()?;
    empty(SCREENSHOTS)?;
    run("npm", &["run", "screenshots", "--workspace", "tests/window"])?;
    println!("The pictures are in {SCREENSHOTS}.");
    Ok(())
}

/// Makes the Debian package; with `--try`, installs it into a clean Debian and starts it there.
pub fn package(arguments: &[String]) -> Result<(), String> {
    install::desktop_libraries()?;
    install::npm_packages()?;
    // The bundler wants to see the interface before it has anything built.
    run("npm", &["run", "build", "--workspace", "ui"])?;
    run("npx", &["--no-install", "tauri", "build", "--bundles", "deb"])?;
    let package = built_package()?;
    println!("The package is {package}.");
    match arguments {
        [] => Ok(()),
        [only] if only == "--try" => try_package(&package),
        _ => Err("package takes --try or nothing".to_owned()),
    }
}

fn built_package() -> Result<String, String> {
    let folder = root().join("target/release/bundle/deb");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let packages = entries.flatten().map(|entry| entry.path());
    let package = packages.filter(|path| path.extension().is_some_and(|ending| ending == "deb")).max();
    package.map(|path| path.display().to_string()).ok_or_else(|| "no package was made".to_owned())
}

/// Makes a clean Debian in a folder, installs the package there as anybody would, and starts it under Xvfb.
fn try_package(package: &str) -> Result<(), String> {
    install::package_tools()?;
    if output("id", &["-u"])?.trim() != "0" {
        return Err("the trial needs root: it makes a Debian of its own in a folder".to_owned());
    }
    let script = root().join("xtask/try-package.sh");
    run("bash", &[script.to_str().ok_or("the path is not UTF-8")?, package])
}

/// Whether npm is there at all; without it nothing of the interface can be built.
pub fn node_is_there() -> Result<(), String> {
    find("npm").map(|_| ()).ok_or_else(|| "Node.js 20 or newer with npm is needed".to_owned())
}
