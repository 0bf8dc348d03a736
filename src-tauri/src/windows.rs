//! The windows, and what the desk asks of them.

use desk::{Desk, Host, Window};
use std::{path::PathBuf, sync::Arc};
use tauri::{
    AppHandle, Manager, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
    window::Monitor,
};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use wire::PathKind;

/// The smallest size at which nothing important is cut off.
const SMALLEST: (f64, f64) = (1024.0, 720.0);
const USUAL: (f64, f64) = (1280.0, 800.0);

/// Opens a window, or brings it to the front.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>, window: Window) -> tauri::Result<()> {
    if let Some(there) = app.get_webview_window(window.label()) {
        return there.set_focus();
    }
    let page = WebviewUrl::App(format!("{}.html", window.label()).into());
    let builder = WebviewWindowBuilder::new(app, window.label(), page).title(title(window));
    let builder = match window {
        Window::Secretariat => {
            // Not the whole screen yet: whoever starts the program would wait until all of it has been painted.
            let builder = builder.inner_size(USUAL.0, USUAL.1).min_inner_size(SMALLEST.0, SMALLEST.1);
            builder.prevent_overflow().center()
        }
        // Nothing else is reachable beside the kiosk; it is left through the desk only.
        Window::Kiosk => builder.decorations(false).closable(false).minimizable(false).always_on_top(true),
        Window::Screen => builder.decorations(false),
    };
    let opened = builder.build()?;
    if window != Window::Secretariat {
        place_beside(&opened)?;
        opened.set_fullscreen(true)?;
    }
    Ok(())
}

/// Gives the secretariat's window the whole screen. Where that fails it is only smaller.
pub(crate) fn maximize<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(Window::Secretariat.label()) {
        let _ = window.maximize();
    }
}

const fn title(window: Window) -> &'static str {
    match window {
        Window::Secretariat => "民生票决",
        Window::Kiosk => "票决机",
        Window::Screen => "大屏",
    }
}

/// Puts a window on a screen that no other of ours has, where there is one.
fn place_beside<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    let windows = window.app_handle().webview_windows();
    let others = windows.values().filter(|other| other.label() != window.label());
    let taken: Vec<Monitor> = others.filter_map(|other| other.current_monitor().ok().flatten()).collect();
    let is_taken = |monitor: &Monitor| taken.iter().any(|taken| taken.position() == monitor.position());
    match window.available_monitors()?.into_iter().find(|monitor| !is_taken(monitor)) {
        Some(free) => window.set_position(*free.position()),
        None => Ok(()),
    }
}

/// The kiosk isn't closed from outside; closing the secretariat's window ends the program, but not in the middle of a poll.
pub(crate) fn on_event<R: Runtime>(window: &tauri::Window<R>, event: &WindowEvent) {
    let app = window.app_handle();
    match (Window::labelled(window.label()), event) {
        (Some(Window::Kiosk), WindowEvent::CloseRequested { api, .. }) => api.prevent_close(),
        (Some(Window::Secretariat), WindowEvent::CloseRequested { api, .. })
            if app.state::<Arc<Desk>>().poll_is_open() =>
        {
            api.prevent_close();
            let said = "投票正在进行，请先暂停或结束投票，再关闭程序。\n\
                        The poll is open: suspend or close it before leaving the program.";
            app.dialog().message(said).kind(MessageDialogKind::Warning).show(|_| {});
        }
        (Some(Window::Secretariat), WindowEvent::Destroyed) => app.exit(0),
        _ => {}
    }
}

/// The windows as the desk sees them.
pub struct WindowHost<R: Runtime> {
    app: AppHandle<R>,
}

impl<R: Runtime> WindowHost<R> {
    /// The windows of an application.
    #[must_use]
    pub const fn new(app: AppHandle<R>) -> Self {
        Self { app }
    }
}

impl<R: Runtime> Host for WindowHost<R> {
    fn show(&self, window: Window) -> Result<(), String> {
        open(&self.app, window).map_err(|error| error.to_string())
    }

    fn make_room(&self) {
        maximize(&self.app);
    }

    fn close(&self, window: Window) {
        if let Some(there) = self.app.get_webview_window(window.label()) {
            // A window that is gone already is what was asked for.
            let _ = there.destroy();
        }
    }

    fn is_open(&self, window: Window) -> bool {
        self.app.get_webview_window(window.label()).is_some()
    }

    fn screens(&self) -> u32 {
        let monitors = self.app.available_monitors().map_or(0, |monitors| monitors.len());
        u32::try_from(monitors).unwrap_or(u32::MAX)
    }

    fn pick(&self, kind: PathKind, title: &str) -> Option<PathBuf> {
        let dialog = self.app.dialog().file().set_title(title);
        let picked = match kind {
            PathKind::File => dialog.blocking_pick_file(),
            PathKind::Folder => dialog.blocking_pick_folder(),
        };
        picked.and_then(|path| path.into_path().ok())
    }
}
