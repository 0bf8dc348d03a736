//! 任务分解表.

mod content;

pub use content::{TaskList, UnitTasks};
