//! What the desk asks of the program that shows its windows.

use std::path::PathBuf;
use wire::{PathKind, Window};

/// The host of the windows. Its functions may be called from any thread.
pub trait Host: Send + Sync {
    /// Opens a window, or brings it to the front.
    fn show(&self, window: Window) -> Result<(), String>;

    /// Gives the secretariat's window the whole screen: a session is open, and its steps need more room than the start page.
    fn make_room(&self) {}

    /// Closes a window, if it is open.
    fn close(&self, window: Window);

    /// Whether a window is open.
    fn is_open(&self, window: Window) -> bool;

    /// How many screens are connected.
    fn screens(&self) -> u32;

    /// Asks the person for a path with the system's dialog; none where the dialog was left.
    fn pick(&self, kind: PathKind, title: &str) -> Option<PathBuf>;
}
