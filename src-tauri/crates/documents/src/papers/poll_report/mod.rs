//! 开箱检查、选票分发、选票收回、投票结束 reports.

mod content;

pub use content::{Distribution, KeyFigures, Papers, PollReport, PollStage};
