//! What a command answers: people's text or one JSON object, and an exit code.

use crate::wordings;
use messages::Coded;
use messages::Language;
use office::lists::{Finding, ImportError};
use serde_json::{Value, json};
use sheets::FileProblem;
use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

/// An answer: the same in words and as JSON.
pub struct Answer {
    /// For people.
    pub text: String,
    /// For programs.
    pub json: Value,
}

/// Why there is no answer.
pub enum Failure {
    /// The input could not be used: exit code 2. Each problem in words, with its code.
    Unusable(Vec<(String, String)>),
    /// The file fails its checks: exit code 1.
    Fails(String, String),
    /// The answer is no, and says why: exit code 1.
    No(Answer),
}

impl Failure {
    /// One problem with the input.
    pub fn unusable(language: Language, problem: &dyn Coded) -> Self {
        Self::Unusable(vec![(problem.code().to_owned(), wordings::word(language, problem))])
    }

    /// A problem of the command line itself, by its code.
    pub fn plain(language: Language, code: &str, facts: &[(&str, &str)]) -> Self {
        Self::Unusable(vec![(code.to_owned(), wordings::text(language, code, facts))])
    }

    /// What is wrong with an imported file. Each finding is one line.
    pub fn import(language: Language, path: &Path, error: ImportError) -> Self {
        let findings = match error {
            ImportError::File(problem) => {
                let words = wordings::word(language, &problem);
                let names_itself = matches!(problem, FileProblem::NotReadable { .. });
                let words = if names_itself { words } else { format!("{}: {words}", path.display()) };
                return Self::Unusable(vec![(problem.code().to_owned(), words)]);
            }
            ImportError::Cells(findings) => findings,
        };
        let problem = |mut finding: Finding| {
            let code = finding.code().to_owned();
            // A CSV's sheet is the file itself.
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            if finding.sheet != file {
                finding.sheet = format!("{file} {}", finding.sheet);
            }
            let words = office::wordings::word_import(language, &ImportError::Cells(vec![finding]));
            (code, words.replace('\n', " "))
        };
        Self::Unusable(findings.into_iter().map(problem).collect())
    }

    /// Both problems.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unusable(mut problems), Self::Unusable(more)) => {
                problems.extend(more);
                Self::Unusable(problems)
            }
            (one, _) => one,
        }
    }
}

/// How a command answers.
pub struct Report {
    language: Language,
    json: bool,
}

impl Report {
    /// In these words, or as JSON.
    pub const fn new(language: Language, json: bool) -> Self {
        Self { language, json }
    }

    /// Prints the answer; returns the exit code.
    pub fn finish(&self, answer: Result<Answer, Failure>) -> ExitCode {
        match answer {
            Ok(answer) => self.print(&answer, ExitCode::SUCCESS),
            Err(Failure::No(answer)) => self.print(&answer, ExitCode::from(1)),
            Err(Failure::Fails(code, words)) => self.refuse(&[(code, words)], 1),
            Err(Failure::Unusable(problems)) => self.refuse(&problems, 2),
        }
    }

    fn print(&self, answer: &Answer, code: ExitCode) -> ExitCode {
        let text = if self.json { answer.json.to_string() } else { printable(answer.text.trim_end()) };
        match writeln!(io::stdout().lock(), "{text}") {
            Ok(()) => code,
            // Nobody reads any more: the work is done, and there is nobody to tell.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => code,
            Err(_) => ExitCode::from(2),
        }
    }

    fn refuse(&self, problems: &[(String, String)], code: u8) -> ExitCode {
        let mut errors = String::new();
        for (_, words) in problems {
            errors.push_str(words);
            errors.push('\n');
        }
        errors.push_str(&wordings::text(
            self.language,
            if code == 1 { "cli.failed" } else { "cli.unusable" },
            &[],
        ));
        // Where standard error is closed there is nobody to tell; the exit code still says it.
        let _ = writeln!(io::stderr().lock(), "{}", printable(&errors));
        if self.json {
            let list: Vec<Value> =
                problems.iter().map(|(code, words)| json!({ "code": code, "message": words })).collect();
            let _ = writeln!(io::stdout().lock(), "{}", json!({ "errors": list }));
        }
        ExitCode::from(code)
    }
}

/// Without what would steer a terminal: words quote files that somebody else made.
fn printable(words: &str) -> String {
    let shown = |character: char| character == '\n' || !character.is_control();
    words.chars().map(|character| if shown(character) { character } else { '\u{FFFD}' }).collect()
}

/// The language of an option's value.
pub fn language(text: &str) -> Result<Language, String> {
    match text {
        "zh-CN" | "zh" => Ok(Language::Chinese),
        "en" => Ok(Language::English),
        _ => Err("zh-CN, en".to_owned()),
    }
}
