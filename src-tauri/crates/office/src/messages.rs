//! The one catalogue of wordings: every code of an error or a finding, and every sentence of the command line, in
//! Chinese and English.
//!
//! The wordings are in `messages/zh-CN.toml` and `messages/en.toml`: a table for each code's first word, the rest of
//! the code as the key. A wording says what happened, whether anything is lost where a reader may fear it, and what
//! to do next. In it `{name}` is where a fact goes; `{name:state}` is where one goes that is itself a word of the program,
//! such as `sealed`, and is worded under `state.sealed`; a part in `[ ]` is left out where a fact in it is empty.
//! This module's tests hold that both languages word exactly the codes that exist.

mod tables;

pub use tables::{CodeTable, DESK, MINUTES, SENTENCES, TABLES, VALUES};

use crate::lists::{Finding, ImportError};
use documents::Language;
use procedure::error::Coded;
use std::collections::BTreeMap;
use std::sync::LazyLock;

type Catalogue = BTreeMap<String, String>;

static CHINESE: LazyLock<Catalogue> = LazyLock::new(|| read(include_str!("../messages/zh-CN.toml")));
static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| read(include_str!("../messages/en.toml")));

/// A problem in the reader's words. A code without a wording, which the tests rule out, shows itself and its facts.
#[must_use]
pub fn word(language: Language, problem: &dyn Coded) -> String {
    let facts = problem.facts();
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    text(language, problem.code(), &facts)
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

/// The sentence of a code with its facts filled in.
#[must_use]
pub fn text(language: Language, code: &str, facts: &[(&str, &str)]) -> String {
    let catalogue = catalogue(language);
    match catalogue.get(code) {
        Some(wording) => fill(catalogue, wording, facts),
        None => facts.iter().fold(code.to_owned(), |line, (name, value)| format!("{line} {name}={value}")),
    }
}

/// Every wording of a language by its code, for a host that words problems itself.
#[must_use]
pub fn wordings(language: Language) -> &'static BTreeMap<String, String> {
    catalogue(language)
}

fn catalogue(language: Language) -> &'static Catalogue {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

#[expect(clippy::expect_used, reason = "the catalogue is compiled in, and the tests read it whole")]
fn read(source: &str) -> Catalogue {
    let groups: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(source).expect("a catalogue");
    groups
        .into_iter()
        .flat_map(|(group, wordings)| {
            wordings.into_iter().map(move |(key, wording)| (format!("{group}.{key}"), wording))
        })
        .collect()
}

/// Fills in the facts, without the parts in brackets that have an empty one.
fn fill(catalogue: &Catalogue, wording: &str, facts: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = wording;
    while let Some((before, part, after)) = enclosed(rest, '[', ']') {
        filled.push_str(&fill_places(catalogue, before, facts));
        if places(part).iter().all(|place| !facts.contains(&(place.fact, ""))) {
            filled.push_str(&fill_places(catalogue, part, facts));
        }
        rest = after;
    }
    filled + &fill_places(catalogue, rest, facts)
}

/// Fills each place once: braces in a fact are left alone.
fn fill_places(catalogue: &Catalogue, wording: &str, facts: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = wording;
    while let Some((before, place, after)) = enclosed(rest, '{', '}') {
        filled.push_str(before);
        filled.push_str(&Place::read(place).filled(catalogue, facts));
        rest = after;
    }
    filled + rest
}

/// The places of a wording.
fn places(mut wording: &str) -> Vec<Place<'_>> {
    let mut found = Vec::new();
    while let Some((_, place, after)) = enclosed(wording, '{', '}') {
        found.push(Place::read(place));
        wording = after;
    }
    found
}

/// `{fact}`, or `{fact:kind}` for a fact that is a word of the program.
struct Place<'a> {
    fact: &'a str,
    kind: Option<&'a str>,
}

impl<'a> Place<'a> {
    fn read(place: &'a str) -> Self {
        match place.split_once(':') {
            Some((fact, kind)) => Self { fact, kind: Some(kind) },
            None => Self { fact: place, kind: None },
        }
    }

    /// What goes here: the fact, worded if it is a word of the program; without such a fact, its name in braces.
    fn filled(&self, catalogue: &Catalogue, facts: &[(&str, &str)]) -> String {
        let Some((_, value)) = facts.iter().find(|(name, _)| *name == self.fact) else {
            return format!("{{{}}}", self.fact);
        };
        let worded = self.kind.and_then(|kind| catalogue.get(&format!("{kind}.{value}")));
        worded.map_or(*value, String::as_str).to_owned()
    }
}

/// What stands before the next pair of marks, within it and after it.
fn enclosed(text: &str, open: char, close: char) -> Option<(&str, &str, &str)> {
    let (before, opened) = text.split_once(open)?;
    let (within, after) = opened.split_once(close)?;
    Some((before, within, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::CellProblem;
    use procedure::account::AccountError;
    use procedure::count::Ballots;
    use procedure::rules::{Base, Warning};
    use std::collections::BTreeSet;
    use std::path::Path;

    const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

    fn codes() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
        TABLES.iter().copied().flatten().copied()
    }

    /// The texts of a directory's files, and of those below it.
    fn sources(directory: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(directory).expect("a directory of sources");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let texts = |path: std::path::PathBuf| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![std::fs::read_to_string(path).expect("a source")]
            }
        };
        paths.flat_map(texts).collect()
    }

    fn sources_of(crates: &[&str]) -> Vec<String> {
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        crates.iter().flat_map(|name| sources(&beside.join(name).join("src"))).collect()
    }

    #[test]
    fn both_languages_word_exactly_the_codes_that_exist() {
        let declared: BTreeSet<&str> = codes().map(|(code, _)| code).collect();
        for language in LANGUAGES {
            let worded: BTreeSet<&str> = catalogue(language).keys().map(String::as_str).collect();
            let missing: Vec<_> = declared.difference(&worded).collect();
            assert!(missing.is_empty(), "{language:?} has no wording for {missing:#?}");
            let unused: Vec<_> = worded.difference(&declared).collect();
            assert!(unused.is_empty(), "{language:?} words what does not exist: {unused:#?}");
        }
    }

    #[test]
    fn no_code_is_declared_twice() {
        let mut seen = BTreeSet::new();
        for (code, _) in codes() {
            assert!(seen.insert(code), "{code} is declared twice");
        }
    }

    #[test]
    fn wordings_name_only_facts_and_kinds_that_exist() {
        for (code, facts) in codes() {
            for language in LANGUAGES {
                for place in places(catalogue(language).get(code).map_or("", String::as_str)) {
                    assert!(facts.contains(&place.fact), "{code} has no fact {} ({language:?})", place.fact);
                    let is_known =
                        |kind| VALUES.iter().any(|(value, _)| value.split('.').next() == Some(kind));
                    assert!(
                        place.kind.is_none_or(is_known),
                        "{code}: no words of such a kind ({language:?})"
                    );
                }
            }
        }
    }

    #[test]
    fn every_declared_enum_is_in_the_tables() {
        // From the line's start: the macro that only unites enums ends in the same name.
        let declaration = ["\ncoded_errors", "! {"].concat();
        let sources =
            sources_of(&["procedure", "ballot-box", "documents", "record", "sheets", "signing", "office"]);
        let declared: Vec<&str> = sources
            .iter()
            .flat_map(|source| source.split(&declaration).skip(1))
            .filter_map(|after| after.split_once("enum ")?.1.split_whitespace().next())
            .collect();
        let tables_of_enums = TABLES.len() - [VALUES, SENTENCES, MINUTES, DESK, record::TITLES].len();
        assert_eq!(tables_of_enums, declared.len(), "TABLES must have each of {declared:?}");
    }

    #[test]
    fn the_command_line_says_exactly_the_sentences() {
        let sources = sources_of(&["piaojue"]);
        let quoted = sources.iter().flat_map(|source| source.split('"'));
        let said: BTreeSet<&str> = quoted.filter(|part| part.starts_with("cli.")).collect();
        let declared: BTreeSet<&str> =
            SENTENCES.iter().map(|(code, _)| *code).filter(|code| code.starts_with("cli.")).collect();
        assert_eq!(said, declared);
    }

    #[test]
    fn a_problem_is_worded_with_its_facts() {
        let problem = AccountError::VoidAboveCollected { void: Ballots(7), collected: Ballots(5) };
        for language in LANGUAGES {
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

    #[test]
    fn facts_fill_their_places_once() {
        let facts = [("a", "{b}"), ("b", "2")];
        assert_eq!(fill(&CHINESE, "{a}, {b}, {c} and {", &facts), "{b}, 2, {c} and {");
    }

    #[test]
    fn a_part_in_brackets_goes_with_its_empty_fact() {
        let facts = [("a", "x"), ("b", "1"), ("c", "")];
        assert_eq!(fill(&CHINESE, "[{a}: ]{b}[ and {c}]", &facts), "x: 1");
    }

    #[test]
    fn an_unknown_code_shows_itself_and_its_facts() {
        assert_eq!(text(Language::English, "none.such", &[("row", "3")]), "none.such row=3");
    }
}
