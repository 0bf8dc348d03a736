//! `piaojue verify`: checks a record, with nothing but the record.

mod json;
mod words;

use crate::report::{Answer, Failure};
use crate::wordings::text;
use indicatif::{ProgressBar, ProgressStyle};
use messages::{Coded, Language};
use record::{Progress, Report, find_ballot, find_entry, find_sealed, looks_like_one, verify_file};
use std::path::Path;

/// What is looked for in a record besides checking it.
pub struct Wanted<'a> {
    /// A ballot, by its tracking code.
    pub ballot: Option<&'a str>,
    /// An entry of the log, by its hash.
    pub head: Option<&'a str>,
    /// A round, by the commitment to its slips.
    pub sealed: Option<&'a str>,
}

/// Checks the record at this path, and looks for what is wanted.
pub fn run(path: &Path, wanted: &Wanted<'_>, language: Language) -> Result<Answer, Failure> {
    let refused = |problem: record::RecordError| Failure::unusable(language, &problem);
    let ballot = wanted.ballot.map(|code| find_ballot(path, code)).transpose().map_err(refused)?;
    let entry = wanted.head.map(|hash| find_entry(path, hash)).transpose().map_err(refused)?;
    let report = checked(path, language).map_err(refused)?;
    let sealed = wanted.sealed.map(|list| find_sealed(&report.summary, list)).transpose().map_err(refused)?;
    let mut lines = words::of_report(&report, language);
    let mut json = json::of_report(&report, language);
    if let (Some(code), Some(found)) = (wanted.ballot, &ballot) {
        lines.push(words::of_ballot(code, found.as_ref(), language));
        json["ballot"] = json::of_ballot(found.as_ref());
    }
    if let (Some(hash), Some(found)) = (wanted.head, &entry) {
        lines.extend(words::of_entry(hash, found.as_ref(), language));
        json["head"] = json::of_entry(found.as_ref());
    }
    if let Some(found) = sealed {
        lines.push(words::of_sealed(found, language));
        json["sealed"] = json::of_sealed(found);
    }
    let answer = Answer { text: lines.join("\n"), json };
    let is_missing = ballot.is_some_and(|found| found.is_none())
        || entry.is_some_and(|found| found.is_none())
        || sealed.is_some_and(|found| found.is_none());
    if report.holds() && !is_missing { Ok(answer) } else { Err(Failure::No(answer)) }
}

/// Runs all checks, with progress on a terminal.
fn checked(path: &Path, language: Language) -> Result<Report, record::RecordError> {
    let bar = Bar::new(language);
    let report = verify_file(path, &|progress| bar.show(progress));
    bar.0.finish_and_clear();
    report
}

/// Whether a file begins as a record does.
pub fn is_record(path: &Path) -> bool {
    regular_file::open(path).and_then(|mut file| looks_like_one(&mut file)).unwrap_or(false)
}

/// Says what a record is, having checked it.
pub fn inspect(path: &Path, language: Language) -> Result<Answer, Failure> {
    let report = checked(path, language).map_err(|problem| Failure::unusable(language, &problem))?;
    if let Some((check, finding)) = report.first_failure() {
        let (round, problem) = words::of_finding(finding, language);
        let title = text(language, check.code(), &[]);
        let facts = [("number", check.number()), ("title", &title), ("round", &round), ("problem", &problem)];
        let words = format!("{}: {}", path.display(), text(language, "cli.verify-fails", &facts));
        return Err(Failure::Fails(finding.problem.code().to_owned(), words));
    }
    if report.summary.rounds.is_empty() {
        let words = format!("{}: {}", path.display(), text(language, "cli.verify-nothing", &[]));
        return Err(Failure::Fails("cli.verify-nothing".to_owned(), words));
    }
    let mut json = json::of_report(&report, language);
    if let Some(members) = json.as_object_mut() {
        members.retain(|name, _| !["holds", "first_failure", "checks"].contains(&name.as_str()));
    }
    json["kind"] = "record".into();
    json["version"] = report.summary.version.into();
    Ok(Answer { text: words::of_whole(&report, language).join("\n"), json })
}

/// Progress on a terminal; nothing in a pipe.
struct Bar(ProgressBar, Language);

impl Bar {
    fn new(language: Language) -> Self {
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:40} {percent}%") {
            bar.set_style(style);
        }
        Self(bar, language)
    }

    fn show(&self, progress: Progress) {
        let (message, done, of) = match progress {
            Progress::Bytes { done, of } => (text(self.1, "cli.verify-reading", &[]), done, of),
            Progress::Ballots { round, done, of } => {
                (text(self.1, "cli.verify-ballots", &[("round", &round.to_string())]), done, of)
            }
        };
        self.0.set_length(of.max(done));
        self.0.set_position(done);
        self.0.set_message(message);
    }
}
