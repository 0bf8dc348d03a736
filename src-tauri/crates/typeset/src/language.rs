//! The languages that are set.

use serde::{Deserialize, Serialize};

/// The language of a text, which decides its faces, its indents and how its lines are broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    Chinese,
    /// English.
    #[serde(rename = "en")]
    English,
}
