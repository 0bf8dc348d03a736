//! The computer: its folders, printers and long work.

pub(crate) mod host;
pub(crate) mod printing;
pub(crate) mod progress;
pub(crate) mod session_folder;
