//! 纸质选票.

mod arrange;
mod content;
mod en;
mod say;
mod zh;

pub use arrange::paper_ballots;
pub use content::PaperBallots;

use messages::Language;
use procedure::slate::{ListPart, Slate};
use say::Text;

/// Headings and single words of the ballot.
pub(crate) struct Labels {
    pub title: &'static str,
    pub seal: &'static str,
    pub notes: &'static str,
    pub number: &'static str,
    pub name: &'static str,
    pub mark_head: &'static str,
    pub continued: &'static str,
    pub back: &'static str,
    /// A category's head where it goes on on the back.
    pub continued_group: fn(&str) -> String,
}

pub(crate) const fn labels(language: Language) -> &'static Labels {
    match language {
        Language::Chinese => &zh::LABELS,
        Language::English => &en::LABELS,
    }
}

/// What is voted on, above the ballot's name.
pub(crate) fn subject(document: &PaperBallots<'_>) -> String {
    worded(document, &Text::Subject { year: document.heading.year })
}

/// What a voter must know of the rules, to be numbered.
pub(crate) fn notes(document: &PaperBallots<'_>, slate: &Slate) -> Vec<String> {
    say::notes(document.rules, slate).iter().map(|note| worded(document, note)).collect()
}

/// A category's head; empty where the list is decided as a whole.
pub(crate) fn category(document: &PaperBallots<'_>, part: &ListPart) -> String {
    say::category(document.rules, part).map(|head| worded(document, &head)).unwrap_or_default()
}

fn worded(document: &PaperBallots<'_>, text: &Text<'_>) -> String {
    match document.heading.language {
        Language::Chinese => zh::text(text),
        Language::English => en::text(text),
    }
}
