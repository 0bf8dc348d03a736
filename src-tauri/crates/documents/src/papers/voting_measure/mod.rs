//! 票决办法.

mod arrange;
mod content;
mod en;
mod notes;
mod say;
#[cfg(test)]
mod tests;
mod zh;

pub use arrange::voting_measure;
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
    let articles = (1_u32..).zip(say::articles(measure)).map(|(number, article)| {
        let mut paragraphs: Vec<String> = article.iter().map(|said| paragraph(measure, said)).collect();
        if let Some(first) = paragraphs.first_mut() {
            let number = match language {
                Language::Chinese => zh::number(number),
                Language::English => en::number(number),
            };
            first.insert_str(0, &number);
        }
        paragraphs
    });
    articles.collect()
}

fn paragraph(measure: &VotingMeasure<'_>, sentences: &say::Paragraph<'_>) -> String {
    let language = measure.heading.language;
    let names = roles(language, measure.heading.body);
    let worded = sentences.iter().map(|said| match language {
        Language::Chinese => zh::sentence(said, &names),
        Language::English => en::sentence(said, &names),
    });
    side_by_side(&worded.collect::<Vec<_>>(), language)
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
