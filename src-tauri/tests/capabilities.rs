//! Each window reaches its own commands and nothing else: by the capabilities, whatever the page tries.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a test fails by panicking")]

use desk::{COMMANDS, Folders, Window};
use piaojue_desktop::{KioskTimes, application, manage_desk};
use serde_json::{Value, json};
use tauri::{
    WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
    webview::InvokeRequest,
};
use tempfile::TempDir;

struct Application {
    app: tauri::App<MockRuntime>,
    _folder: TempDir,
}

/// The application as it is, but for the windows' pixels: the same configuration, capabilities and commands.
fn start() -> Application {
    let folder = TempDir::new().unwrap();
    let folders = Folders { data: folder.path().join("data"), documents: folder.path().join("documents") };
    let app = application(mock_builder(), KioskTimes::default()).build(piaojue_desktop::context()).unwrap();
    manage_desk(app.handle(), folders, KioskTimes::default());
    Application { app, _folder: folder }
}

impl Application {
    fn window(&self, window: Window) -> WebviewWindow<MockRuntime> {
        let page = WebviewUrl::App(format!("{}.html", window.label()).into());
        WebviewWindowBuilder::new(&self.app, window.label(), page).build().unwrap()
    }
}

fn ask(window: &WebviewWindow<MockRuntime>, command: &str) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: window.url().unwrap(),
        body: InvokeBody::Json(json!({ "request": {} })),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|answer| answer.deserialize().unwrap())
}

/// The capability refuses with a sentence that names the command; the desk would refuse with a problem, an object.
fn is_refused_by_capability(answer: &Result<Value, Value>, command: &str) -> bool {
    matches!(answer, Err(Value::String(reason)) if reason.contains(command) && reason.contains("not allowed"))
}

#[test]
fn no_window_reaches_the_commands_of_another() {
    let application = start();
    let windows = Window::ALL.map(|window| (window, application.window(window)));
    let mut tried = 0;
    for (window, webview) in &windows {
        for command in COMMANDS.iter().filter(|command| command.window != *window) {
            let answer = ask(webview, command.name);
            let refused = is_refused_by_capability(&answer, command.name);
            assert!(refused, "{} asked for {}: {answer:?}", window.label(), command.name);
            tried += 1;
        }
    }
    assert_eq!(tried, COMMANDS.len() * 2, "every command is tried from both windows that it isn't for");
}

#[test]
fn every_window_reaches_its_own_commands() {
    let application = start();
    for window in Window::ALL {
        let webview = application.window(window);
        for command in COMMANDS.iter().filter(|command| command.window == window) {
            let answer = ask(&webview, command.name);
            assert!(!matches!(answer, Err(Value::String(_))), "{}: {answer:?}", command.name);
        }
    }
}

#[test]
fn no_window_reaches_what_the_framework_offers() {
    let application = start();
    let offers = [
        "plugin:event|emit",
        "plugin:event|listen",
        "plugin:window|close",
        "plugin:window|set_fullscreen",
        "plugin:webview|create_webview_window",
        "plugin:webview|internal_toggle_devtools",
        "plugin:dialog|open",
        "plugin:path|resolve_directory",
        "plugin:app|version",
    ];
    for window in Window::ALL {
        let webview = application.window(window);
        for command in offers {
            let answer = ask(&webview, command);
            assert!(matches!(&answer, Err(Value::String(_))), "{} {command}: {answer:?}", window.label());
        }
    }
}

#[test]
fn a_window_with_another_label_reaches_nothing() {
    let application = start();
    let page = WebviewUrl::App("kiosk.html".into());
    let stranger = WebviewWindowBuilder::new(&application.app, "stranger", page).build().unwrap();
    for command in COMMANDS.iter() {
        let answer = ask(&stranger, command.name);
        assert!(is_refused_by_capability(&answer, command.name), "{}: {answer:?}", command.name);
    }
}
