//! 钥匙卡.

mod arrange;
mod content;
mod en;
mod shield;
mod zh;

pub use arrange::key_card;
pub use content::KeyCard;

use messages::Language;

/// One language's words.
pub(crate) struct Labels {
    pub title: &'static str,
    pub which: fn(u32, u32) -> String,
    pub holder: fn(&str) -> String,
    /// From how many cards open the totals, and the year.
    pub purpose: fn(u32, i32) -> String,
    pub only_at_the_count: &'static str,
    /// What to do with the card, in order.
    pub instructions: [&'static str; 5],
    pub signature: &'static str,
    /// At the top and the bottom, and upright at both sides.
    pub seal: &'static str,
    pub seal_upright: &'static str,
    pub first_fold: &'static str,
    pub second_fold: &'static str,
    pub scan: &'static str,
    pub type_rows: &'static str,
}

pub(crate) const fn labels(language: Language) -> &'static Labels {
    match language {
        Language::Chinese => &zh::LABELS,
        Language::English => &en::LABELS,
    }
}
