//! 决议.

mod arrange;
mod content;
mod en;
mod say;
mod zh;

pub use arrange::resolution;
pub use content::Resolution;

use messages::Language;

pub(crate) fn title(document: &Resolution) -> String {
    let year = document.heading.year;
    match document.heading.language {
        Language::Chinese => zh::title(year),
        Language::English => en::title(year),
    }
}

/// When and where it was passed (题注), in two parts for a line each where one line is too short. An unknown day is left as
/// hard spaces, below which a rule is drawn.
pub(crate) fn passed(document: &Resolution, session: &str) -> [String; 2] {
    match document.heading.language {
        Language::Chinese => zh::passed(document.date, session),
        Language::English => en::passed(document.date, session),
    }
}

/// The paragraphs before the projects.
pub(crate) fn before(document: &Resolution, session: &str) -> [String; 2] {
    say::before(document, session).map(|said| worded(document, &said))
}

/// The paragraphs after the projects.
pub(crate) fn after(document: &Resolution) -> [String; 2] {
    say::after(document).map(|said| worded(document, &said))
}

fn worded(document: &Resolution, paragraph: &say::Paragraph<'_>) -> String {
    match document.heading.language {
        Language::Chinese => zh::paragraph(paragraph),
        Language::English => en::paragraph(paragraph),
    }
}
