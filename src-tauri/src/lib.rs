//! The desktop application: windows, and handing their calls on to the desk. What is asked for is done there; no rule and no
//! text is here.

pub mod core_dumps;
pub mod outside;
mod windows;

pub use desk::KioskTimes;
pub use windows::WindowHost;

use desk::{Desk, Folders, Window};
use serde_json::Value;
use std::{path::PathBuf, process::ExitCode, sync::Arc};
use tauri::{
    AppHandle, Context, Manager, Runtime,
    ipc::{Invoke, InvokeBody},
};

/// Whether the windows may be driven by a program.
#[derive(Debug, Clone, Copy)]
pub enum Automation {
    /// Never: whoever sets the environment of a kiosk could otherwise script votes.
    Refused,
    /// In tests, which can't wait as long at the kiosk as a delegate may.
    Allowed(KioskTimes),
}

/// The variable that names the folder of the program's data, where it isn't the usual one.
const DATA: &str = "PIAOJUE_DATA";

/// Starts on the sample session, newly made.
const SAMPLE: &str = "--sample";

/// Runs the application until its windows are closed.
#[must_use]
pub fn run(automation: Automation) -> ExitCode {
    if matches!(automation, Automation::Refused)
        && let Some(found) = outside::found()
    {
        eprintln!(
            "piaojue: {found} 已设置，其他程序可借此操作窗口，程序不启动。 {found} is set, by which other programs could drive the windows: not started."
        );
        return ExitCode::from(2);
    }
    if let Err(error) = core_dumps::forbid() {
        eprintln!(
            "piaojue: 无法禁止内存转储，程序不启动。 Core dumps can't be switched off, not started: {error}"
        );
        return ExitCode::from(2);
    }
    let kiosk_times = match automation {
        Automation::Refused => KioskTimes::default(),
        Automation::Allowed(times) => times,
    };
    match application(tauri::Builder::default(), kiosk_times).run(context()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("piaojue: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The application on a runtime: the system's, or one for tests.
pub fn application<R: Runtime>(builder: tauri::Builder<R>, kiosk_times: KioskTimes) -> tauri::Builder<R> {
    builder
        .plugin(tauri_plugin_dialog::init())
        .setup(move |app| {
            manage_desk(app.handle(), usual_folders(app.handle())?, kiosk_times);
            let sample = std::env::args().any(|argument| argument == SAMPLE);
            if sample {
                open_sample(app.handle())?;
            }
            windows::open(app.handle(), Window::Secretariat)?;
            if sample {
                windows::maximize(app.handle());
            }
            Ok(())
        })
        .on_window_event(windows::on_event)
        .invoke_handler(hand_on)
}

/// Puts a desk behind the windows.
pub fn manage_desk<R: Runtime>(app: &AppHandle<R>, folders: Folders, kiosk_times: KioskTimes) {
    let host = WindowHost::new(app.clone());
    app.manage(Arc::new(Desk::new(Box::new(host), folders, kiosk_times)));
}

/// Makes the sample session and opens it, to be looked at at once.
fn open_sample<R: Runtime>(app: &AppHandle<R>) -> Result<(), String> {
    let request = serde_json::json!({ "operator": "演练操作员", "pin": "246802" });
    let made = desk::call(&app.state::<Arc<Desk>>(), Window::Secretariat, "create_sample", request);
    made.map(drop).map_err(|problem| problem.code)
}

/// The configuration and the interface, built in.
#[must_use]
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

fn usual_folders<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Folders> {
    if let Some(data) = std::env::var_os(DATA).map(PathBuf::from) {
        return Ok(Folders { documents: data.join("documents"), data });
    }
    let data = app.path().app_data_dir()?;
    let documents = app.path().document_dir().unwrap_or_else(|_| data.clone());
    Ok(Folders { documents: documents.join("民生票决"), data })
}

/// Hands a window's call on to the desk, on a thread where it may take its time. What no capability allows the window never
/// comes here.
fn hand_on<R: Runtime>(invoke: Invoke<R>) -> bool {
    let Invoke { message, resolver, .. } = invoke;
    let name = message.command().to_owned();
    let webview = message.webview();
    let Some(window) = Window::labelled(webview.label()) else { return false };
    let request = match message.payload() {
        InvokeBody::Json(payload) => payload.get("request").cloned().unwrap_or(Value::Null),
        InvokeBody::Raw(_) => Value::Null,
    };
    let desk = Arc::clone(&webview.state::<Arc<Desk>>());
    tauri::async_runtime::spawn_blocking(move || match desk::call(&desk, window, &name, request) {
        Ok(answer) => resolver.resolve(answer),
        Err(problem) => resolver.reject(problem),
    });
    true
}
