//! Builds the interface, and tells Tauri which commands the windows may ask for.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const UI: &str = "../ui";

fn main() {
    if let Err(error) = build() {
        println!("cargo::error={error:#}");
        std::process::exit(1);
    }
}

fn build() -> Result<(), Box<dyn Error>> {
    build_interface()?;
    // Tauri wants the names for the life of the program, which is this build script's.
    let commands: Vec<&'static str> = commands()?.into_iter().map(|name| &*name.leak()).collect();
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}

/// The commands that the capabilities allow. A test holds that they are those of the desk.
fn commands() -> Result<Vec<String>, Box<dyn Error>> {
    let mut commands = Vec::new();
    for entry in fs::read_dir("capabilities")? {
        let capability: serde_json::Value = serde_json::from_slice(&fs::read(entry?.path())?)?;
        let permissions = capability["permissions"].as_array().into_iter().flatten();
        let names = permissions.filter_map(|permission| permission.as_str()?.strip_prefix("allow-"));
        commands.extend(names.map(|name| name.replace('-', "_")));
    }
    Ok(commands)
}

/// Runs npm where the interface has changed since it was last built. Plain cargo is enough to build the application.
fn build_interface() -> Result<(), Box<dyn Error>> {
    for source in [
        "src",
        "secretariat.html",
        "kiosk.html",
        "screen.html",
        "vite.config.ts",
        "preload-fonts.ts",
        "public",
        "package.json",
    ] {
        println!("cargo::rerun-if-changed={UI}/{source}");
    }
    println!("cargo::rerun-if-changed=../package-lock.json");
    println!("cargo::rerun-if-changed=capabilities");
    let root = fs::canonicalize("..")?;
    if !root.join("node_modules/.package-lock.json").is_file() {
        npm(&root, &["ci", "--no-audit", "--no-fund"])?;
    }
    npm(&root, &["run", "build", "--workspace", "ui"])
}

fn npm(root: &Path, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let program = PathBuf::from(if cfg!(windows) { "npm.cmd" } else { "npm" });
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root)
        .output()
        .map_err(|error| format!("npm is needed to build the interface: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said =
        String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    Err(format!("npm {} failed: {said}", arguments.join(" ")).into())
}
