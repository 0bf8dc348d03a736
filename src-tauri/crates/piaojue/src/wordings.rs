//! What the command line says: its own sentences, and the catalogue of the crates below it.

use messages::{Catalogue, Coded, Language};
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut catalogue = office::wordings::catalogue().clone();
    catalogue.extend(sentences());
    catalogue
});

/// The sentences of the command line, in `messages/zh-CN.toml` and `messages/en.toml`.
fn sentences() -> Catalogue {
    office::wordings::read(include_str!("../messages/zh-CN.toml"), include_str!("../messages/en.toml"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::SENTENCES;
    use std::{collections::BTreeSet, fs, path::Path};

    #[test]
    fn both_languages_word_exactly_the_sentences() {
        let mut codes = office::codes::all();
        codes.push(SENTENCES);
        let faults = CATALOGUE.faults(&codes, office::codes::ALL_WORDS);
        assert!(faults.is_empty(), "{faults:#?}");
    }

    /// The texts of a directory's files, and of those below it.
    fn sources(directory: &Path) -> Vec<String> {
        let entries = fs::read_dir(directory).expect("a directory of sources");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let texts = |path: std::path::PathBuf| {
            if path.is_dir() { sources(&path) } else { vec![fs::read_to_string(path).expect("a source")] }
        };
        paths.filter(|path| !path.ends_with("codes.rs")).flat_map(texts).collect()
    }

    #[test]
    fn the_command_line_says_exactly_the_sentences() {
        let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        let quoted = sources.iter().flat_map(|source| source.split('"'));
        let is_code = |part: &&str| part.strip_prefix("cli").is_some_and(|rest| rest.starts_with('.'));
        let said: BTreeSet<&str> = quoted.filter(is_code).collect();
        let declared: BTreeSet<&str> = SENTENCES.iter().map(|(code, _)| *code).collect();
        assert_eq!(said, declared);
    }
}
