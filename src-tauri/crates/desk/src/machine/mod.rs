//! This computer: its folders and files, sticks, printers, settings, and long work.

pub(crate) mod backup_files;
pub(crate) mod files;
pub(crate) mod folders;
pub(crate) mod host;
pub(crate) mod known;
pub(crate) mod part_files;
pub(crate) mod pictures;
pub(crate) mod printing;
pub(crate) mod progress;
pub(crate) mod session_folder;
pub(crate) mod settings;
pub(crate) mod sticks;
pub(crate) mod unfinished;
pub(crate) mod wrong_pins;
