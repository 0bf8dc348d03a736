//! What stands on every page of a document around its text.

use super::{
    heading::{Heading, LogEntry, Standing},
    labels::words,
};
use typeset::{Furniture, Record};

/// What stands around the text of the document that this heads.
pub(crate) fn furniture(heading: &Heading) -> Furniture {
    let words = words(heading.language);
    let record = |LogEntry { number, hash }: &LogEntry| Record {
        label: (words.record_hash)(*number),
        hash: hash.clone(),
    };
    Furniture {
        language: heading.language,
        foot: foot_text(heading),
        standing: standing(heading).to_owned(),
        revising: words.revising.to_owned(),
        blank_page: words.blank_page.to_owned(),
        training: heading.training.then(|| words.training_mark.to_owned()),
        record: heading.record.as_ref().map(record),
    }
}

/// Whose document it is and how far it may be relied on, in one line.
pub(crate) fn foot_text(heading: &Heading) -> String {
    let words = words(heading.language);
    let session = words.session_name(&heading.congress, &heading.session);
    format!("{session}{}{}", words.foot_separator, standing(heading))
}

/// How far the document may be relied on. What an exercise prints has no standing, whatever it would have been.
fn standing(heading: &Heading) -> &'static str {
    let words = words(heading.language);
    match heading.standing {
        _ if heading.training => words.training,
        Standing::Draft => words.draft,
        Standing::Unofficial => words.unofficial,
        Standing::Official => words.official,
    }
}
