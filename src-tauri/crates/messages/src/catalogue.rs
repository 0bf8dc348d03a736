//! The wordings of codes in each language.
//!
//! In a wording `{name}` is where a fact goes; `{name:state}` is where one goes that is itself a word of the program,
//! such as `sealed`, and is worded under `state.sealed`; `{name:list}` is where a [`List`](crate::List) goes, joined as
//! `list.between` is worded; a part in `[ ]` is left out where a fact in it is empty.

use crate::{CodeTable, Coded, Language};
use std::collections::{BTreeMap, BTreeSet};

/// Wordings in each language, by code.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    chinese: BTreeMap<String, String>,
    english: BTreeMap<String, String>,
}

impl Catalogue {
    /// A catalogue of these wordings, by code.
    #[must_use]
    pub fn new(chinese: BTreeMap<String, String>, english: BTreeMap<String, String>) -> Self {
        Self { chinese, english }
    }

    /// Adds the wordings of another catalogue.
    pub fn extend(&mut self, other: Self) {
        self.chinese.extend(other.chinese);
        self.english.extend(other.english);
    }

    /// Every wording of a language by its code, for a host that words problems itself.
    #[must_use]
    pub fn wordings(&self, language: Language) -> &BTreeMap<String, String> {
        match language {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        }
    }

    /// A problem in the reader's words. A code without a wording, which the tests rule out, shows itself and its facts.
    #[must_use]
    pub fn word(&self, language: Language, problem: &dyn Coded) -> String {
        let facts = problem.facts();
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.text(language, problem.code(), &facts)
    }

    /// The sentence of a code with its facts filled in.
    #[must_use]
    pub fn text(&self, language: Language, code: &str, facts: &[(&str, &str)]) -> String {
        let wordings = self.wordings(language);
        match wordings.get(code) {
            Some(wording) => fill(wordings, wording, facts),
            None => {
                facts.iter().fold(code.to_owned(), |line, (name, value)| format!("{line} {name}={value}"))
            }
        }
    }

    /// What is wrong with the catalogue, where it must word exactly these codes, and these words of the program; for
    /// tests.
    #[must_use]
    pub fn faults(&self, tables: &[CodeTable], words: &[CodeTable]) -> Vec<String> {
        let codes = || tables.iter().chain(words).copied().flatten();
        let mut faults = Vec::new();
        let mut declared = BTreeSet::new();
        for (code, _) in codes() {
            if !declared.insert(*code) {
                faults.push(format!("{code} is declared twice"));
            }
        }
        let kinds: BTreeSet<&str> =
            words.iter().copied().flatten().filter_map(|(code, _)| code.split('.').next()).collect();
        for language in Language::ALL {
            let wordings = self.wordings(language);
            let unused = wordings.keys().filter(|code| !declared.contains(code.as_str()));
            faults.extend(unused.map(|code| format!("{code} is worded and does not exist ({language:?})")));
            for (code, facts) in codes() {
                let Some(wording) = wordings.get(*code) else {
                    faults.push(format!("{code} has no wording ({language:?})"));
                    continue;
                };
                for place in places(wording) {
                    if !facts.contains(&place.fact) {
                        faults.push(format!("{code} has no fact {} ({language:?})", place.fact));
                    }
                    if place.kind.is_some_and(|kind| !kinds.contains(kind)) {
                        faults.push(format!("{code}: no words of the kind in {wording} ({language:?})"));
                    }
                }
            }
        }
        faults
    }
}

/// Fills in the facts, without the parts in brackets that have an empty one.
fn fill(wordings: &BTreeMap<String, String>, wording: &str, facts: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = wording;
    while let Some((before, part, after)) = enclosed(rest, '[', ']') {
        filled.push_str(&fill_places(wordings, before, facts));
        if places(part).iter().all(|place| !facts.contains(&(place.fact, ""))) {
            filled.push_str(&fill_places(wordings, part, facts));
        }
        rest = after;
    }
    filled + &fill_places(wordings, rest, facts)
}

/// Fills each place once: braces in a fact are left alone.
fn fill_places(wordings: &BTreeMap<String, String>, wording: &str, facts: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = wording;
    while let Some((before, place, after)) = enclosed(rest, '{', '}') {
        filled.push_str(before);
        filled.push_str(&Place::read(place).filled(wordings, facts));
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

/// The kind of a fact that has several things, one a line.
const LIST: &str = "list";
/// What a language writes between the things of a list.
const BETWEEN: &str = "list.between";

/// `{fact}`, `{fact:list}`, or `{fact:kind}` for a fact that is a word of the program.
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

    /// What goes here: the fact, joined if it is a list, worded if it is a word of the program; without such a fact, its
    /// name in braces.
    fn filled(&self, wordings: &BTreeMap<String, String>, facts: &[(&str, &str)]) -> String {
        let Some((_, value)) = facts.iter().find(|(name, _)| *name == self.fact) else {
            return format!("{{{}}}", self.fact);
        };
        if self.kind == Some(LIST) {
            return value.replace('\n', wordings.get(BETWEEN).map_or("\n", String::as_str));
        }
        let worded = self.kind.and_then(|kind| wordings.get(&format!("{kind}.{value}")));
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
    use serde::Deserialize;

    /// A catalogue with the same wordings in both languages.
    fn catalogue(wordings: &[(&str, &str)]) -> Catalogue {
        let wordings: BTreeMap<String, String> =
            wordings.iter().map(|(code, wording)| ((*code).to_owned(), (*wording).to_owned())).collect();
        Catalogue::new(wordings.clone(), wordings)
    }

    /// The cases of the grammar, which the interface's own tests try as well.
    #[derive(Deserialize)]
    struct Cases {
        wordings: BTreeMap<String, String>,
        filled: Vec<Filled>,
        unknown: Vec<Unknown>,
    }

    #[derive(Deserialize)]
    struct Filled {
        wording: String,
        facts: BTreeMap<String, String>,
        text: String,
    }

    #[derive(Deserialize)]
    struct Unknown {
        code: String,
        facts: BTreeMap<String, String>,
        text: String,
    }

    fn cases() -> Cases {
        serde_json::from_str(include_str!("../cases.json")).expect("the cases")
    }

    fn text_of(wordings: BTreeMap<String, String>, code: &str, facts: &BTreeMap<String, String>) -> String {
        let facts: Vec<(&str, &str)> =
            facts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Catalogue::new(BTreeMap::new(), wordings).text(Language::English, code, &facts)
    }

    #[test]
    fn a_wording_is_filled_with_its_facts() {
        let Cases { wordings, filled, .. } = cases();
        for Filled { wording, facts, text } in filled {
            let mut wordings = wordings.clone();
            wordings.insert("an.example".to_owned(), wording.clone());
            assert_eq!(text_of(wordings, "an.example", &facts), text, "{wording}");
        }
    }

    #[test]
    fn an_unknown_code_shows_itself_and_its_facts() {
        for Unknown { code, facts, text } in cases().unknown {
            assert_eq!(text_of(BTreeMap::new(), &code, &facts), text);
        }
    }

    #[test]
    fn every_fault_of_a_catalogue_is_found() {
        const CODE: CodeTable = &[("a.code", &["fact"])];
        const WORD: CodeTable = &[("state.sealed", &[])];
        let faults = |wording, tables: &[CodeTable], words: &[CodeTable]| {
            catalogue(&[("a.code", wording), ("state.sealed", "shut")]).faults(tables, words).len()
        };
        assert_eq!(faults("{fact:state}", &[CODE], &[WORD]), 0);
        assert_eq!(faults("{fact:state}", &[CODE, CODE], &[WORD]), 1, "declared twice");
        // The others are found in both languages.
        assert_eq!(faults("{fact}", &[CODE, &[("a.other", &[])]], &[WORD]), 2, "not worded");
        assert_eq!(faults("{other}", &[CODE], &[WORD]), 2, "no such fact");
        assert_eq!(faults("{fact}", &[CODE], &[]), 2, "not declared");
        assert_eq!(faults("{fact:a}", &[CODE], &[WORD]), 2, "a group of codes that are no words");
    }
}
