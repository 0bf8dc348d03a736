//! How what is secret leaves the memory of a key ceremony.

use serde::{Deserialize, Serialize};

/// How a key card or the slips were given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutputWay {
    /// On the screen.
    Shown,
    /// By a printer.
    Printed,
    /// As a file.
    Saved,
}
