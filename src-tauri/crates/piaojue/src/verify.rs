//! `piaojue verify`: checks a record, with nothing but the record.

use crate::report::{Answer, Failure};
use crate::wordings::{text, word};
use indicatif::{ProgressBar, ProgressStyle};
use messages::Coded;
use messages::Language;
use record::{
    Check, Ended, Finding, Found, Progress, Report, RoundSummary, Verdict, find_ballot, looks_like_one,
    verify_file,
};
use serde_json::{Value, json};
use std::{fs::File, path::Path};

/// Checks the record at this path; and looks for a ballot, if its tracking code is given.
pub fn run(path: &Path, ballot: Option<&str>, language: Language) -> Result<Answer, Failure> {
    let refused = |problem: record::RecordError| Failure::unusable(language, &problem);
    let found = ballot.map(|code| find_ballot(path, code)).transpose().map_err(refused)?;
    let report = checked(path, language).map_err(refused)?;
    let mut lines: Vec<String> =
        report.checks.iter().map(|(check, verdict)| line(*check, verdict, language)).collect();
    lines.push(String::new());
    lines.extend(conclusion(&report, language));
    let mut json = describe(&report, language);
    if let (Some(code), Some(found)) = (ballot, &found) {
        lines.push(ballot_words(code, found.as_ref(), language));
        json["ballot"] = ballot_json(found.as_ref());
    }
    let answer = Answer { text: lines.join("\n"), json };
    let is_missing = found.is_some_and(|found| found.is_none());
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
    File::open(path).and_then(|mut file| looks_like_one(&mut file)).unwrap_or(false)
}

/// Says what a record is, having checked it.
pub fn inspect(path: &Path, language: Language) -> Result<Answer, Failure> {
    let report = checked(path, language).map_err(|problem| Failure::unusable(language, &problem))?;
    if let Some((check, finding)) = report.first_failure() {
        let (round, problem) = told(finding, language);
        let title = text(language, check.code(), &[]);
        let facts = [("number", check.number()), ("title", &title), ("round", &round), ("problem", &problem)];
        let words = format!("{}: {}", path.display(), text(language, "cli.verify-fails", &facts));
        return Err(Failure::Fails(finding.problem.code().to_owned(), words));
    }
    let mut json = describe(&report, language);
    if let Some(members) = json.as_object_mut() {
        members.retain(|name, _| !["holds", "first_failure", "checks"].contains(&name.as_str()));
    }
    json["kind"] = "record".into();
    json["version"] = record::VERSION.into();
    Ok(Answer { text: whole(&report, language).join("\n"), json })
}

fn whole(report: &Report, language: Language) -> Vec<String> {
    let summary = &report.summary;
    let facts =
        [("congress", &summary.congress), ("session", &summary.session), ("year", &summary.year.to_string())];
    let facts = facts.map(|(name, value)| (name, value.as_str()));
    let mut lines = vec![
        text(language, "cli.inspect-record", &[("program", &summary.program)]),
        text(language, "cli.inspect-session", &facts),
    ];
    if summary.training {
        lines.push(text(language, "cli.inspect-training", &[]));
    }
    for RoundSummary { round, ended, ballots, .. } in &summary.rounds {
        let (state, round, ballots) = (ended.map_or("", Ended::name), round.to_string(), ballots.to_string());
        let facts = [("round", round.as_str()), ("state", state), ("ballots", &ballots)];
        lines.push(text(language, "cli.inspect-record-round", &facts));
    }
    let (checks, documents) = (report.checks.len().to_string(), summary.documents.to_string());
    let facts = [("checks", checks.as_str()), ("documents", &documents)];
    lines.push(text(language, "cli.inspect-record-whole", &facts));
    let names = [("station", summary.station.as_str()), ("head", &summary.head)];
    lines.push(text(language, "cli.verify-station", &names));
    lines
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

fn line(check: Check, verdict: &Verdict, language: Language) -> String {
    let title = text(language, check.code(), &[]);
    let facts = [("number", check.number()), ("title", title.as_str())];
    let code = match verdict {
        Verdict::Pass => "cli.verify-pass",
        Verdict::Fail(_) => "cli.verify-fail",
        Verdict::NotReached => "cli.verify-not-reached",
    };
    text(language, code, &facts)
}

fn conclusion(report: &Report, language: Language) -> Vec<String> {
    let Some((check, finding)) = report.first_failure() else {
        let checks = report.checks.len().to_string();
        let names = [("station", report.summary.station.as_str()), ("head", &report.summary.head)];
        return vec![
            text(language, "cli.verify-holds", &[("checks", &checks)]),
            text(language, "cli.verify-station", &names),
        ];
    };
    let (round, problem) = told(finding, language);
    let facts = [("number", check.number()), ("round", round.as_str()), ("problem", &problem)];
    vec![text(language, "cli.verify-first", &facts)]
}

/// The round of a finding, empty where it is of none, and the problem in words.
fn told(finding: &Finding, language: Language) -> (String, String) {
    let round = finding.round.map(|round| round.to_string()).unwrap_or_default();
    (round, word(language, &finding.problem))
}

fn describe(report: &Report, language: Language) -> Value {
    let summary = &report.summary;
    let check = |(check, verdict): &(Check, Verdict)| {
        let result = match verdict {
            Verdict::Pass => "pass",
            Verdict::Fail(_) => "fail",
            Verdict::NotReached => "not-reached",
        };
        let mut shown = json!({
            "number": check.number(),
            "title": text(language, check.code(), &[]),
            "result": result,
        });
        if let Verdict::Fail(finding) = verdict {
            shown["round"] = json!(finding.round);
            shown["code"] = finding.problem.code().into();
            shown["problem"] = word(language, &finding.problem).into();
        }
        shown
    };
    json!({
        "holds": report.holds(),
        "first_failure": report.first_failure().map(|(check, _)| check.number()),
        "checks": report.checks.iter().map(check).collect::<Vec<_>>(),
        "session": {
            "congress": summary.congress,
            "session": summary.session,
            "year": summary.year,
            "training": summary.training,
        },
        "program": summary.program,
        "station": summary.station,
        "audit_entries": summary.entries,
        "audit_head": summary.head,
        "rounds": rounds(report),
        "documents": summary.documents,
    })
}

/// Each round with its state and the number of its sealed ballots.
fn rounds(report: &Report) -> Vec<Value> {
    let shown = |RoundSummary { round, ended, ballots, .. }: &RoundSummary| json!({ "round": round, "state": ended.map_or("", Ended::name), "ballots": ballots });
    report.summary.rounds.iter().map(shown).collect()
}

fn ballot_words(code: &str, found: Option<&Found>, language: Language) -> String {
    match found {
        Some(Found { round, hash }) => {
            let facts = [("code", code), ("round", &round.to_string()), ("hash", hash)];
            text(language, "cli.verify-ballot-found", &facts)
        }
        None => text(language, "cli.verify-ballot-missing", &[("code", code)]),
    }
}

fn ballot_json(found: Option<&Found>) -> Value {
    match found {
        Some(Found { round, hash }) => json!({ "found": true, "round": round, "hash": hash }),
        None => json!({ "found": false }),
    }
}
