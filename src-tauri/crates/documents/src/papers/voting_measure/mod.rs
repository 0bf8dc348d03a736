//! 票决办法.

mod content;
mod en;
mod notes;
mod say;
#[cfg(test)]
mod tests;
mod zh;

pub use content::VotingMeasure;

use crate::common::{roles::roles, sentences::side_by_side};
use messages::Language;

/// The title of the measure for the projects of this year.
pub(crate) fn title(measure: &VotingMeasure<'_>) -> String {
    let year = measure.heading.year;
    match measure.heading.language {
        Language::Chinese => zh::title(year),
        Language::English => en::title(year),
    }
}

/// Which session passed it, and when (题注), in two parts for a line each where one line is too short.
pub(crate) fn passed(measure: &VotingMeasure<'_>) -> [String; 2] {
    let heading = &measure.heading;
    let passed = match heading.language {
        Language::Chinese => zh::passed,
        Language::English => en::passed,
    };
    passed(measure.passed_on, &heading.congress, &heading.session)
}

/// The paragraphs of each article, the first of them with the article's number before it.
pub(crate) fn articles(measure: &VotingMeasure<'_>) -> Vec<Vec<String>> {
    let language = measure.heading.language;
    let names = roles(language, measure.heading.body);
    let (number, sentence): (fn(u32) -> String, fn(&say::Sentence<'_>, &_) -> String) = match language {
        Language::Chinese => (zh::number, zh::sentence),
        Language::English => (en::number, en::sentence),
    };
    let paragraph = |sentences: &say::Paragraph<'_>| {
        let sentences: Vec<String> = sentences.iter().map(|said| sentence(said, &names)).collect();
        side_by_side(&sentences, language)
    };
    let numbered = |(index, article): (u32, say::Article<'_>)| {
        let mut paragraphs: Vec<String> = article.iter().map(paragraph).collect();
        if let Some(first) = paragraphs.first_mut() {
            first.insert_str(0, &number(index));
        }
        paragraphs
    };
    (1_u32..).zip(say::articles(measure)).map(numbered).collect()
}

/// The heading above the notes.
pub(crate) const fn notes_heading(language: Language) -> &'static str {
    match language {
        Language::Chinese => zh::NOTES,
        Language::English => en::NOTES,
    }
}

/// What the law or practice says against the rules, a text each.
pub(crate) fn notes(measure: &VotingMeasure<'_>) -> Vec<String> {
    let language = measure.heading.language;
    let names = roles(language, measure.rules.body);
    let note = match language {
        Language::Chinese => zh::note,
        Language::English => en::note,
    };
    notes::notes(measure).iter().map(|said| note(said, &names)).collect()
}
