//! What a command answers: people's text or one JSON object, and an exit code.

use crate::wordings;
use messages::Coded;
use messages::Language;
use serde_json::{Value, json};
use sheets::reading::{self, Reading};
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

/// What reading a list came to, in both forms, and the exit code.
pub struct Listed {
    /// For people.
    pub text: String,
    /// For programs.
    pub json: String,
    /// 0: can be imported; 1: questions are open; 2: findings.
    pub code: u8,
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

    /// Why a list can't be used: each finding, and each question that nobody has answered, is one line.
    pub fn import(language: Language, path: &Path, mut reading: Reading) -> Self {
        // A CSV's sheet is the file itself.
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        for finding in
            reading.findings.iter_mut().filter(|finding| finding.sheet != file && finding.at.is_some())
        {
            finding.sheet = format!("{file} {}", finding.sheet);
        }
        let findings =
            reading.findings.iter().map(|finding| (finding.code().to_owned(), finding.at.is_some()));
        let questions = reading.open_questions().map(|question| (question.code.code().to_owned(), false));
        let codes: Vec<(String, bool)> = findings.chain(questions).collect();
        let lines = office::wordings::word_import(language, &reading);
        let problem = |((code, has_place), words): ((String, bool), String)| {
            let words = words.replace('\n', " ");
            let names_itself = has_place || code == "exchange.not-readable";
            (code, if names_itself { words } else { format!("{}: {words}", path.display()) })
        };
        Self::Unusable(codes.into_iter().zip(lines).map(problem).collect())
    }

    /// Why a file can't be read.
    pub fn file(language: Language, path: &Path, problem: sheets::FileProblem) -> Self {
        Self::import(language, path, reading::unusable(problem))
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

    /// Prints what reading a list came to and gives the exit code.
    pub fn finish_list(&self, listed: Result<Listed, Failure>) -> ExitCode {
        match listed {
            Ok(listed) => self.print_text(&listed.text, || listed.json.clone(), ExitCode::from(listed.code)),
            Err(failure) => self.finish(Err(failure)),
        }
    }

    fn print(&self, answer: &Answer, code: ExitCode) -> ExitCode {
        self.print_text(&answer.text, || answer.json.to_string(), code)
    }

    fn print_text(&self, text: &str, json: impl FnOnce() -> String, code: ExitCode) -> ExitCode {
        let text = if self.json { json() } else { printable(text.trim_end()) };
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
