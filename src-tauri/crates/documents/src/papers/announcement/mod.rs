//! 公告.

mod content;

pub use content::{AdoptedProject, Announcement};
