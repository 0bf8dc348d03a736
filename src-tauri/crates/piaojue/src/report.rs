//! What a command answers: people's text or one JSON object, and an exit code.

use documents::Language;
use office::{exchange::ImportError, messages};
use procedure::error::Coded;
use serde_json::{Value, json};
use std::{
    io::{self, Write},
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
}

impl Failure {
    /// One problem with the input.
    pub fn unusable(language: Language, problem: &dyn Coded) -> Self {
        Self::Unusable(vec![(problem.code().to_owned(), messages::word(language, problem))])
    }

    /// A problem of the command line itself, by its code.
    pub fn plain(language: Language, code: &str, facts: &[(&str, &str)]) -> Self {
        Self::Unusable(vec![(code.to_owned(), messages::text(language, code, facts))])
    }

    /// What is wrong with an imported file.
    pub fn import(language: Language, error: &ImportError) -> Self {
        let problems = match error {
            ImportError::File(problem) => vec![problem.code()],
            ImportError::Cells(findings) => findings.iter().map(|finding| finding.problem.code()).collect(),
        };
        let words = messages::word_import(language, error);
        Self::Unusable(
            problems.into_iter().map(str::to_owned).zip(words.lines().map(str::to_owned)).collect(),
        )
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

    /// Prints the answer and gives the exit code.
    pub fn finish(&self, answer: Result<Answer, Failure>) -> ExitCode {
        match answer {
            Ok(answer) => self.print(&answer),
            Err(Failure::Fails(code, words)) => self.refuse(&[(code, words)], 1),
            Err(Failure::Unusable(problems)) => self.refuse(&problems, 2),
        }
    }

    fn print(&self, answer: &Answer) -> ExitCode {
        let text = if self.json { answer.json.to_string() } else { answer.text.trim_end().to_owned() };
        match writeln!(io::stdout().lock(), "{text}") {
            Ok(()) => ExitCode::SUCCESS,
            // Nobody reads any more: the work is done, and there is nobody to tell.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(_) => ExitCode::from(2),
        }
    }

    fn refuse(&self, problems: &[(String, String)], code: u8) -> ExitCode {
        let mut errors = String::new();
        for (_, words) in problems {
            errors.push_str(words);
            errors.push('\n');
        }
        errors.push_str(&messages::text(
            self.language,
            if code == 1 { "cli.failed" } else { "cli.unusable" },
            &[],
        ));
        // Where standard error is closed there is nobody to tell; the exit code still says it.
        let _ = writeln!(io::stderr().lock(), "{errors}");
        if self.json {
            let list: Vec<Value> =
                problems.iter().map(|(code, words)| json!({ "code": code, "message": words })).collect();
            let _ = writeln!(io::stdout().lock(), "{}", json!({ "errors": list }));
        }
        ExitCode::from(code)
    }
}

/// The language of an option's value.
pub fn language(text: &str) -> Result<Language, String> {
    match text {
        "zh-CN" | "zh" => Ok(Language::Chinese),
        "en" => Ok(Language::English),
        _ => Err("zh-CN, en".to_owned()),
    }
}
