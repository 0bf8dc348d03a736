//! The catalogue of wordings: every code of an error or a finding, in Chinese and English.
//!
//! The wordings are in `messages/zh-CN.toml` and `messages/en.toml`: a table for each code's first word, the rest of
//! the code as the key. A wording says what happened, whether anything is lost where a reader may fear it, and what
//! to do next. [`Catalogue`] has their grammar. They word all codes of this crate and of those below it; a host adds its
//! own with [`read`]. This module's tests hold that both languages word exactly the codes that exist.

use messages::{Catalogue, Coded, Language};
use sheets::reading::{Finding, Question, Reading};
use std::{collections::BTreeMap, sync::LazyLock};

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| read(include_str!("../messages/zh-CN.toml"), include_str!("../messages/en.toml")));

/// The catalogue of this crate and of those below it.
#[must_use]
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

/// Reads a catalogue's files.
///
/// # Panics
/// If one of them isn't a catalogue: they are compiled in, and a test reads each.
#[expect(clippy::expect_used, reason = "catalogues are compiled in, and a test reads each whole")]
#[must_use]
pub fn read(chinese: &str, english: &str) -> Catalogue {
    let wordings = |source| {
        let groups: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(source).expect("a catalogue");
        groups
            .into_iter()
            .flat_map(|(group, wordings)| {
                wordings.into_iter().map(move |(key, wording)| (format!("{group}.{key}"), wording))
            })
            .collect()
    };
    Catalogue::new(wordings(chinese), wordings(english))
}

/// A problem in the reader's words.
#[must_use]
pub fn word(language: Language, problem: &dyn Coded) -> String {
    CATALOGUE.word(language, problem)
}

/// The sentence of a code with its facts filled in.
#[must_use]
pub fn text(language: Language, code: &str, facts: &[(&str, &str)]) -> String {
    CATALOGUE.text(language, code, facts)
}

/// What is wrong with a list or in it: the problem, with its place where it has one.
#[must_use]
pub fn word_finding(language: Language, finding: &Finding) -> String {
    let problem = word(language, &finding.problem);
    if finding.sheet.is_empty() {
        return problem;
    }
    let facts = [
        ("sheet", finding.sheet.as_str()),
        ("row", &finding.row().map(|row| row.to_string()).unwrap_or_default()),
        ("column", &finding.column()),
        ("value", &finding.value),
        ("problem", &problem),
    ];
    text(language, "import.finding", &facts)
}

/// What a person is asked about a list, with the choices by their names and what is proposed.
#[must_use]
pub fn word_question(language: Language, question: &Question) -> String {
    let (count, rows) = (question.rows.len().to_string(), rows(&question.row_numbers()));
    let facts = [("count", count.as_str()), ("rows", &rows), ("about", &question.about)];
    let asked = text(language, question.code.code(), &facts);
    let choice = |choice: &String| {
        let code = format!("choice.{choice}");
        // Names of sheets have no wording.
        let worded = text(language, &code, &[]);
        if worded == code { choice.clone() } else { format!("{choice} ({worded})") }
    };
    let choices = question.choices.iter().map(choice).collect::<Vec<_>>().join(", ");
    let proposal = question.proposal.clone().unwrap_or_default();
    let facts = [("question", asked.as_str()), ("choices", &choices), ("proposal", &proposal)];
    format!("{}: {}", question.id(), text(language, "import.question", &facts))
}

/// A notice about so many rows of a kind: a change or what was left out.
#[must_use]
pub fn word_notice(language: Language, code: &str, of_rows: &[u32]) -> String {
    text(language, code, &[("count", &of_rows.len().to_string()), ("rows", &rows(of_rows))])
}

/// Rows that a sentence names at the most.
const NAMED_ROWS: usize = 8;

fn rows(rows: &[u32]) -> String {
    let mut distinct = rows.to_vec();
    distinct.dedup();
    let named: Vec<String> = distinct.iter().take(NAMED_ROWS).map(u32::to_string).collect();
    let more = if distinct.len() > NAMED_ROWS { "…" } else { "" };
    named.join(", ") + more
}

/// Why a list can't be imported as it is: a line for each finding, and for each question that is open.
#[must_use]
pub fn word_import(language: Language, reading: &Reading) -> Vec<String> {
    let findings = reading.findings.iter().map(|finding| word_finding(language, finding));
    let questions = reading.open_questions().map(|question| word_question(language, question));
    findings.chain(questions).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes;
    use procedure::{
        account::AccountError,
        count::Ballots,
        rules::{Base, Warning},
    };
    use sheets::reading::{CellProblem, FileRow, Problem};

    #[test]
    fn both_languages_word_exactly_the_codes_that_exist() {
        let faults = CATALOGUE.faults(&codes::all(), codes::ALL_WORDS);
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn a_problem_is_worded_with_its_facts() {
        let problem = AccountError::VoidAboveCollected { void: Ballots(7), collected: Ballots(5) };
        for language in Language::ALL {
            let worded = word(language, &problem);
            assert!(worded.contains('7') && worded.contains('5') && !worded.contains('{'), "{worded}");
        }
        assert_ne!(word(Language::Chinese, &problem), word(Language::English, &problem));
    }

    #[test]
    fn a_finding_is_worded_with_its_place() {
        let finding = Finding {
            sheet: "名单".to_owned(),
            at: Some(FileRow { sheet: 0, row: 7 }),
            place: Some(2),
            title: "姓名".to_owned(),
            value: String::new(),
            problem: Problem::Cell(CellProblem::Missing),
        };
        let line = "名单, row 7, C 姓名: This cell cannot be empty. Fill it in.";
        assert_eq!(word_finding(Language::English, &finding), line);
    }

    #[test]
    fn a_word_of_the_program_is_itself_worded() {
        let warning = Warning::MajorityBaseBelowLaw { article: 25, base: Base::Present };
        let worded = word(Language::Chinese, &warning);
        assert!(worded.contains("实到代表") && !worded.contains("present"), "{worded}");
    }
}
