//! What a count came to besides its figures, a sentence each: for the report, the minutes, and the chair to say.

mod en;
mod zh;

use super::{Cut, Note};
use crate::common::sentences::side_by_side;
use messages::Language;
use procedure::number::CandidateNumber;

/// What is said of the projects that are adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Adopted<'a> {
    Nothing,
    /// The numbers of the candidates.
    Candidates(&'a [CandidateNumber]),
}

/// How candidates are named by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// As a report names them.
    InReport,
    /// As the chair does.
    ByChair,
}

/// What a count came to, in sentences: who is adopted, and what else the report says of it but for values to compare.
#[must_use]
pub fn outcome_words(adopted: &[CandidateNumber], notes: &[Note], language: Language) -> String {
    let adopted = if adopted.is_empty() { Adopted::Nothing } else { Adopted::Candidates(adopted) };
    let adopted = match language {
        Language::Chinese => zh::adopted(adopted),
        Language::English => en::adopted(adopted),
    };
    let compared = |note: &&Note| matches!(note, Note::BoxRoot(_) | Note::StationKey(_));
    let notes = notes.iter().filter(|note| !compared(note)).map(|note| said(note, language));
    let sentences: Vec<String> = std::iter::once(adopted).chain(notes).collect();
    side_by_side(&sentences, language)
}

/// A note as a sentence; a value to compare as it is.
pub(crate) fn said(note: &Note, language: Language) -> String {
    match language {
        Language::Chinese => zh::note(note),
        Language::English => en::note(note),
    }
}

/// How the measure decided between those that passed, as the chair says it.
pub(crate) fn cut_said_by_chair(cut: &Cut, language: Language) -> String {
    match language {
        Language::Chinese => zh::cut(cut, Naming::ByChair),
        Language::English => en::cut(cut, Naming::ByChair),
    }
}
