//! Notes in English.

use super::{Adopted, Naming};
use crate::{
    Cut, CutBy, Note, Why,
    common::en::{list, numbers, seats, seats_left},
};
use procedure::number::CandidateNumber;

pub(super) fn adopted(adopted: Adopted<'_>) -> String {
    match adopted {
        Adopted::Nothing => "No project is adopted.".to_owned(),
        Adopted::Candidates(adopted) => format!("Adopted: {}.", numbers(adopted)),
    }
}

fn projects(candidates: &[CandidateNumber], naming: Naming) -> String {
    match naming {
        Naming::InReport => format!("Candidates {}", list(candidates)),
        Naming::ByChair => numbers(candidates),
    }
}

/// A sentence on one category alone, which is empty where the list is decided as a whole.
fn of_category(category: &str, sentence: String) -> String {
    if category.is_empty() { sentence } else { format!("({category}) {sentence}") }
}

pub(super) fn cut(cut: &Cut, naming: Naming) -> String {
    let projects = |candidates: &[CandidateNumber]| projects(candidates, naming);
    let sentence = match &cut.by {
        CutBy::Approvals => format!(
            "More projects reached the majority than were to be adopted; the {} with the most approvals are.",
            cut.seats
        ),
        CutBy::AllTied { candidates, adopted } => format!(
            "{} are tied at the cut and, by the measure, all adopted: {adopted} in all for {}.",
            projects(candidates),
            seats(cut.seats)
        ),
        CutBy::NoneTied { candidates } => {
            format!("{} are tied at the cut and, by the measure, not adopted.", projects(candidates))
        }
    };
    of_category(&cut.category, sentence)
}

pub(super) fn note(note: &Note) -> String {
    let projects = |candidates: &[CandidateNumber]| projects(candidates, Naming::InReport);
    match note {
        Note::FurtherRound { reason: Why::Tie, candidates, seats } => format!(
            "{} are tied at the cut; a further round decides {}.",
            projects(candidates),
            seats_left(*seats)
        ),
        Note::FurtherRound { reason: Why::TooFew, candidates, seats } => format!(
            "Fewer projects were adopted than there are seats; a further round on {} decides {}.",
            numbers(candidates),
            seats_left(*seats)
        ),
        Note::StillPending { reason: Why::Tie, candidates, seats } => format!(
            "{} were tied at the cut in a round before; a further round on them is still to decide {}.",
            projects(candidates),
            seats_left(*seats)
        ),
        Note::StillPending { reason: Why::TooFew, candidates, seats } => format!(
            "A round before adopted fewer projects than there are seats; a further round on {} is still to decide {}.",
            numbers(candidates),
            seats_left(*seats)
        ),
        Note::SeatsLeftEmpty { category, seats } => {
            of_category(category, format!("Seats that stay empty: {seats}. No further round is held."))
        }
        Note::LotsDrawn { candidates, adopted } => format!(
            "{} are tied at the cut; the scrutineers drew lots in public, and {} adopted.",
            projects(candidates),
            is_or_are(adopted)
        ),
        Note::LotsOpen { candidates, seats } => format!(
            "{} are tied at the cut; the scrutineers are to draw lots in public for {}.",
            projects(candidates),
            seats_left(*seats)
        ),
        Note::Cut(cut) => self::cut(cut, Naming::InReport),
        Note::BoxRoot(text) | Note::StationKey(text) | Note::Remark(text) => text.clone(),
    }
}

/// These numbers with the verb.
fn is_or_are(candidates: &[CandidateNumber]) -> String {
    format!("{} {}", numbers(candidates), if candidates.len() == 1 { "is" } else { "are" })
}
