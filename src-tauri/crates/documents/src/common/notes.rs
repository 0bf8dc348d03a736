//! What a count came to besides its figures, a sentence each: for the report, the minutes, and the chair to say.

use super::sentences::{english_list, english_numbers, english_seats, english_seats_left};
use crate::{Cut, CutBy, Note, Why};
use messages::Language;

/// What a count came to, in sentences: who is adopted, and what else the report says of it but for values to compare.
#[must_use]
pub fn outcome_words(adopted: &[String], notes: &[Note], language: Language) -> String {
    let compared = |note: &&Note| matches!(note, Note::BoxRoot(_) | Note::StationKey(_));
    let notes = notes.iter().filter(|note| !compared(note)).map(|note| said(note, language));
    let sentences: Vec<String> = std::iter::once(adopted_words(adopted, language)).chain(notes).collect();
    sentences.join(if language == Language::Chinese { "" } else { " " })
}

fn adopted_words(adopted: &[String], language: Language) -> String {
    match (language, adopted) {
        (Language::Chinese, []) => "没有项目通过。".to_owned(),
        (Language::English, []) => "No project is adopted.".to_owned(),
        (Language::Chinese, adopted) => format!("编号{}的项目通过。", adopted.join("、")),
        (Language::English, adopted) => format!("Adopted: {}.", english_numbers(adopted)),
    }
}

/// A note as a sentence; a value to compare as it is.
pub(crate) fn said(note: &Note, language: Language) -> String {
    match language {
        Language::Chinese => chinese(note),
        Language::English => english(note),
    }
}

/// The candidates with these numbers, as a report names them.
fn projects(numbers: &[String], language: Language) -> String {
    match language {
        Language::Chinese => format!("编号{}的项目", numbers.join("、")),
        Language::English => format!("Candidates {}", english_list(numbers)),
    }
}

/// A sentence on one category alone.
fn of_category(category: &str, sentence: String, language: Language) -> String {
    match (category, language) {
        ("", _) => sentence,
        (category, Language::Chinese) => format!("（{category}）{sentence}"),
        (category, Language::English) => format!("({category}) {sentence}"),
    }
}

fn cut_in_report(cut: &Cut, language: Language) -> String {
    of_category(&cut.category, cut_words(cut, &|numbers| projects(numbers, language), language), language)
}

/// How the measure decided between those that passed, as the chair says it.
pub(crate) fn cut_said_by_chair(cut: &Cut, language: Language) -> String {
    let projects = |numbers: &[String]| match language {
        Language::Chinese => format!("{}号项目", numbers.join("、")),
        Language::English => english_numbers(numbers),
    };
    of_category(&cut.category, cut_words(cut, &projects, language), language)
}

fn cut_words(cut: &Cut, projects: &dyn Fn(&[String]) -> String, language: Language) -> String {
    let seats = cut.seats;
    match (&cut.by, language) {
        (CutBy::Approvals, Language::Chinese) => {
            format!("达到规定票数的项目多于应选项目数，按赞成票从多到少确定{seats}个。")
        }
        (CutBy::Approvals, Language::English) => format!(
            "More projects reached the majority than were to be adopted; the {seats} with the most approvals are."
        ),
        (CutBy::AllTied { candidates, adopted }, Language::Chinese) => format!(
            "{}末位票数相等，依照票决办法全部通过；应选项目{seats}个，共通过{adopted}个。",
            projects(candidates)
        ),
        (CutBy::AllTied { candidates, adopted }, Language::English) => format!(
            "{} are tied at the cut and, by the measure, all adopted: {adopted} in all for {}.",
            projects(candidates),
            english_seats(seats)
        ),
        (CutBy::NoneTied { candidates }, Language::Chinese) => {
            format!("{}末位票数相等，依照票决办法均不通过。", projects(candidates))
        }
        (CutBy::NoneTied { candidates }, Language::English) => {
            format!("{} are tied at the cut and, by the measure, not adopted.", projects(candidates))
        }
    }
}

fn chinese(note: &Note) -> String {
    let projects = |candidates: &[String]| projects(candidates, Language::Chinese);
    match note {
        Note::FurtherRound { reason: Why::Tie, candidates, seats } => {
            format!("{}末位票数相等，就余下的{seats}个名额再次票决。", projects(candidates))
        }
        Note::FurtherRound { reason: Why::TooFew, candidates, seats } => {
            format!("通过的项目不足应选项目数，对{}就余下的{seats}个名额再次票决。", projects(candidates))
        }
        Note::StillPending { reason: Why::Tie, candidates, seats } => format!(
            "前面的票决中，{}末位票数相等，就余下的{seats}个名额再次票决，尚待进行。",
            projects(candidates)
        ),
        Note::StillPending { reason: Why::TooFew, candidates, seats } => format!(
            "前面的票决中，通过的项目不足应选项目数，对{}就余下的{seats}个名额再次票决，尚待进行。",
            projects(candidates)
        ),
        Note::SeatsLeftEmpty { category, seats } => {
            of_category(category, format!("空缺{seats}个名额，不再票决。"), Language::Chinese)
        }
        Note::LotsDrawn { candidates, adopted } => {
            format!("{}末位票数相等，由监票人当众抽签，{}通过。", projects(candidates), projects(adopted))
        }
        Note::LotsOpen { candidates, seats } => {
            format!("{}末位票数相等，待监票人当众抽签，确定余下的{seats}个名额。", projects(candidates))
        }
        Note::Cut(cut) => cut_in_report(cut, Language::Chinese),
        Note::BoxRoot(text) | Note::StationKey(text) | Note::Remark(text) => text.clone(),
    }
}

fn english(note: &Note) -> String {
    let projects = |candidates: &[String]| projects(candidates, Language::English);
    match note {
        Note::FurtherRound { reason: Why::Tie, candidates, seats } => format!(
            "{} are tied at the cut; a further round decides {}.",
            projects(candidates),
            english_seats_left(*seats)
        ),
        Note::FurtherRound { reason: Why::TooFew, candidates, seats } => format!(
            "Fewer projects were adopted than there are seats; a further round on {} decides {}.",
            english_numbers(candidates),
            english_seats_left(*seats)
        ),
        Note::StillPending { reason: Why::Tie, candidates, seats } => format!(
            "{} were tied at the cut in a round before; a further round on them is still to decide {}.",
            projects(candidates),
            english_seats_left(*seats)
        ),
        Note::StillPending { reason: Why::TooFew, candidates, seats } => format!(
            "A round before adopted fewer projects than there are seats; a further round on {} is still to decide {}.",
            english_numbers(candidates),
            english_seats_left(*seats)
        ),
        Note::SeatsLeftEmpty { category, seats } => of_category(
            category,
            format!("Seats that stay empty: {seats}. No further round is held."),
            Language::English,
        ),
        Note::LotsDrawn { candidates, adopted } => format!(
            "{} are tied at the cut; the scrutineers drew lots in public, and {} adopted.",
            projects(candidates),
            is_or_are(adopted)
        ),
        Note::LotsOpen { candidates, seats } => format!(
            "{} are tied at the cut; the scrutineers are to draw lots in public for {}.",
            projects(candidates),
            english_seats_left(*seats)
        ),
        Note::Cut(cut) => cut_in_report(cut, Language::English),
        Note::BoxRoot(text) | Note::StationKey(text) | Note::Remark(text) => text.clone(),
    }
}

/// These numbers with the verb.
fn is_or_are(numbers: &[String]) -> String {
    format!("{} {}", english_numbers(numbers), if numbers.len() == 1 { "is" } else { "are" })
}
