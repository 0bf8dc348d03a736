//! The catalogue of wordings: every code of an error or a finding, in Chinese and English.
//!
//! The wordings are in `messages/zh-CN.toml` and `messages/en.toml`: a table for each code's first word, the rest of
//! the code as the key. A wording says what happened, whether anything is lost where a reader may fear it, and what
//! to do next. [`Catalogue`] has their grammar. They word all codes of this crate and of those below it; a host adds its
//! own with [`read`]. This module's tests hold that both languages word exactly the codes that exist.

use crate::lists::{Finding, ImportError};
use messages::{Catalogue, Coded, Language};
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

/// Why nothing was imported: a line for each problem.
#[must_use]
pub fn word_import(language: Language, error: &ImportError) -> String {
    match error {
        ImportError::File(problem) => word(language, problem),
        ImportError::Cells(findings) => {
            let lines: Vec<String> = findings.iter().map(|finding| word_finding(language, finding)).collect();
            lines.join("\n")
        }
    }
}

fn word_finding(language: Language, finding: &Finding) -> String {
    let facts = [
        ("sheet", finding.sheet.as_str()),
        ("row", &finding.row.to_string()),
        ("column", &finding.column),
        ("value", &finding.value),
        ("problem", &word(language, &finding.problem)),
    ];
    text(language, "import.finding", &facts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{codes, lists::CellProblem};
    use procedure::{
        account::AccountError,
        count::Ballots,
        rules::{Base, Warning},
    };

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
            row: 7,
            column: "C 姓名".to_owned(),
            place: Some(2),
            value: String::new(),
            problem: CellProblem::Missing,
        };
        let worded = word_import(Language::English, &ImportError::Cells(vec![finding.clone(), finding]));
        let line = "名单, row 7, C 姓名: This cell cannot be empty. Fill it in.";
        assert_eq!(worded, format!("{line}\n{line}"));
    }

    #[test]
    fn a_word_of_the_program_is_itself_worded() {
        let warning = Warning::MajorityBaseBelowLaw { article: 25, base: Base::Present };
        let worded = word(Language::Chinese, &warning);
        assert!(worded.contains("实到代表") && !worded.contains("present"), "{worded}");
    }
}
