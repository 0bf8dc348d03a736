//! 主持词.

mod content;

pub use content::{BrokenOff, ChairScript, FurtherRound, Lots, ScriptEnd, Voided};
