//! 公告.

pub(crate) mod adopted;
mod arrange;
mod content;
mod en;
mod say;
mod zh;

pub use arrange::announcement;
pub use content::{AdoptedProject, Announcement};

use messages::Language;
use procedure::count::Seats;
use say::Sentence;

pub(crate) const fn title(language: Language) -> &'static str {
    match language {
        Language::Chinese => zh::TITLE,
        Language::English => en::TITLE,
    }
}

/// Who decided and what, before the projects.
pub(crate) fn opening(document: &Announcement, session: &str) -> String {
    worded(document.heading.language, &say::opening(document, session))
}

/// The line above a category's projects.
pub(crate) fn category(language: Language, name: &str, adopted: usize) -> String {
    worded(language, &Sentence::Category { name, adopted })
}

/// A project's line.
pub(crate) fn project(language: Language, number: usize, name: &str) -> String {
    worded(language, &Sentence::Project { number, name })
}

/// What is said where fewer or more are adopted than there are seats.
pub(crate) fn other_number(language: Language, seats: Seats, adopted: usize) -> Option<String> {
    say::other_number(seats, adopted).map(|said| worded(language, &said))
}

/// The last line.
pub(crate) fn closing(language: Language) -> String {
    worded(language, &Sentence::Closing)
}

fn worded(language: Language, sentence: &Sentence<'_>) -> String {
    match language {
        Language::Chinese => zh::sentence(sentence),
        Language::English => en::sentence(sentence),
    }
}
