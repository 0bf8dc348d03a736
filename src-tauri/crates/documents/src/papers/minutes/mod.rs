//! 会议记录.

mod content;

pub use content::{ActNumbers, Minutes, MinutesAct};
