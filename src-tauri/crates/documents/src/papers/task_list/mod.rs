//! 任务分解表.

mod arrange;
mod content;
mod en;
mod zh;

pub use arrange::task_list;
pub use content::{TaskList, UnitTasks};

use messages::Language;

/// One language's words.
pub(crate) struct Labels {
    pub title: fn(i32) -> String,
    pub number: &'static str,
    pub name: &'static str,
    pub content: &'static str,
    pub sources: &'static str,
    /// A unit with how many projects it answers for.
    pub unit: fn(&str, usize) -> String,
    /// Where no unit is named.
    pub no_unit: &'static str,
    pub unit_sum: &'static str,
    pub sum: &'static str,
    /// Below the table where some projects have no amount.
    pub amounts_missing: &'static str,
}

pub(crate) const fn labels(language: Language) -> &'static Labels {
    match language {
        Language::Chinese => &zh::LABELS,
        Language::English => &en::LABELS,
    }
}
