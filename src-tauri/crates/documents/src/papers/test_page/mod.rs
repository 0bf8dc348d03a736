//! 打印测试页.

mod arrange;
mod en;
mod zh;

pub use arrange::test_page;

use messages::Language;

/// The test page's words.
pub(crate) struct Labels {
    pub program: &'static str,
    pub title: &'static str,
    /// What to look for, a paragraph each.
    pub to_check: &'static [&'static str],
}

pub(crate) const fn labels(language: Language) -> &'static Labels {
    match language {
        Language::Chinese => &zh::LABELS,
        Language::English => &en::LABELS,
    }
}
