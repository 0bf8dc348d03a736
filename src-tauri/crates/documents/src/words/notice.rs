//! The notice's words (投票须知).

mod chinese;
mod english;

use crate::Notice;
use messages::Language;

/// One language's words of the notice.
pub(crate) struct NoticeWords {
    pub title: fn(i32) -> String,
    /// How many candidates and seats, and where to vote.
    pub opening: fn(&Notice<'_>) -> String,
    pub kiosk: &'static str,
    /// The steps at the kiosk, to be numbered.
    pub steps: fn(&Notice<'_>) -> Vec<String>,
    pub paper: &'static str,
    /// Before the legend.
    pub paper_opening: &'static str,
    pub approve: &'static str,
    pub oppose: &'static str,
    pub abstain: &'static str,
    /// In the legend, where a box left empty means something.
    pub no_mark: &'static str,
    /// What a paper ballot is worth, after the legend.
    pub worth: fn(&Notice<'_>) -> String,
    pub care: &'static str,
    /// What else to mind, to be numbered.
    pub cares: fn(&Notice<'_>) -> Vec<String>,
    pub number: fn(usize) -> String,
}

/// The words in this language.
pub(crate) fn notice(language: Language) -> &'static NoticeWords {
    match language {
        Language::Chinese => &chinese::WORDS,
        Language::English => &english::WORDS,
    }
}
