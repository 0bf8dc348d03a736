//! What is generated from the desk is what lies in the tree. With `PIAOJUE_GENERATE` set, the files are written instead.

#![expect(clippy::unwrap_used, reason = "a test that cannot write what it generates fails")]

use desk::{COMMANDS, Window, typescript};
use messages::Language;
use serde_json::json;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn tree(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..").join(path)
}

fn assert_generated(path: &str, text: &str) {
    if std::env::var_os("PIAOJUE_GENERATE").is_some() {
        fs::write(tree(path), text).unwrap();
    }
    let there = fs::read_to_string(tree(path)).unwrap_or_default();
    assert!(there == text, "{path} is out of date: run this test with PIAOJUE_GENERATE=1");
}

#[test]
fn the_interface_has_the_types_of_the_desk() {
    assert_generated("ui/src/shared/generated.ts", &typescript::generated());
}

#[test]
fn the_interface_has_the_catalogue_of_messages() {
    let catalogue = wire::wordings::catalogue();
    let catalogues = json!({
        "zh-CN": catalogue.wordings(Language::Chinese),
        "en": catalogue.wordings(Language::English),
    });
    let text = serde_json::to_string_pretty(&catalogues).unwrap() + "\n";
    assert_generated("ui/src/shared/messages.generated.json", &text);
}

/// Each window is allowed just its own commands, by name.
#[test]
fn capabilities_allow_each_window_its_own_commands() {
    for window in Window::ALL {
        let commands = COMMANDS.iter().filter(|command| command.window == window);
        let permissions: Vec<String> =
            commands.map(|command| format!("allow-{}", command.name.replace('_', "-"))).collect();
        let about = match window {
            Window::Secretariat => "The secretariat's window: its own commands.",
            Window::Kiosk => "The delegates' kiosk: its own commands and nothing else.",
            Window::Screen => "The big screen: looking at what it shows.",
        };
        let capability = json!({
            "identifier": window.label(),
            "description": about,
            "windows": [window.label()],
            "permissions": permissions,
        });
        let text = serde_json::to_string_pretty(&capability).unwrap() + "\n";
        assert_generated(&format!("src-tauri/capabilities/{}.json", window.label()), &text);
    }
}

#[test]
fn no_command_has_two_windows() {
    let names: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    assert_eq!(names.len(), COMMANDS.len());
}
