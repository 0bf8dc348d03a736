//! A Tauri application with one empty window: what start and memory of the real one are measured against. Never shipped.

use std::process::ExitCode;
use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> ExitCode {
    let started = tauri::Builder::default()
        .setup(|app| {
            let page = WebviewUrl::App("empty.html".into());
            WebviewWindowBuilder::new(app, "empty", page).inner_size(1280.0, 800.0).build()?;
            Ok(())
        })
        .run(piaojue_desktop::context());
    if started.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
