//! 投票须知.

mod arrange;
mod content;
mod en;
mod say;
mod zh;

pub use arrange::notice;
pub use content::Notice;

use crate::common::{roles::roles, sentences::side_by_side};
use messages::Language;

/// Headings and single words of the notice.
pub(crate) struct Labels {
    pub title: fn(i32) -> String,
    pub kiosk: &'static str,
    pub paper: &'static str,
    /// Before the legend.
    pub paper_opening: &'static str,
    pub approve: &'static str,
    pub oppose: &'static str,
    pub abstain: &'static str,
    /// In the legend, where a box left empty means something.
    pub no_mark: &'static str,
    pub care: &'static str,
}

pub(crate) const fn labels(language: Language) -> &'static Labels {
    match language {
        Language::Chinese => &zh::LABELS,
        Language::English => &en::LABELS,
    }
}

/// How many candidates and seats there are, and where to vote.
pub(crate) fn opening(notice: &Notice<'_>) -> String {
    worded(notice, &say::opening(notice))
}

/// The steps at the kiosk, to be numbered.
pub(crate) fn steps(notice: &Notice<'_>) -> Vec<String> {
    say::steps(notice.rules).iter().map(|step| worded(notice, step)).collect()
}

/// What a paper ballot is worth, after the legend.
pub(crate) fn worth(notice: &Notice<'_>) -> String {
    worded(notice, &say::worth(notice.rules))
}

/// What else to mind, to be numbered.
pub(crate) fn cares(notice: &Notice<'_>) -> Vec<String> {
    say::cares(notice.rules).iter().map(|care| worded(notice, care)).collect()
}

fn worded(notice: &Notice<'_>, sentences: &[say::Sentence<'_>]) -> String {
    let language = notice.heading.language;
    let names = roles(language, notice.heading.body);
    let worded = sentences.iter().map(|said| match language {
        Language::Chinese => zh::sentence(said, &names),
        Language::English => en::sentence(said, &names),
    });
    side_by_side(&worded.collect::<Vec<_>>(), language)
}
