//! 签到表、出席代表报告单.

mod content;

pub use content::{AttendanceReport, AttendanceSheet, DelegationPresence, SigningDelegation};
