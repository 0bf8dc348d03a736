//! `piaojue verify --challenge`: checks what a kiosk had sealed in a ballot that was opened instead of being cast.

use crate::report::{Answer, Failure};
use crate::wordings::{text, word};
use messages::Coded;
use messages::Language;
use procedure::{ballot::Mark, number::CandidateNumber};
use record::{Challenge, ChallengeProblem, check_challenge, check_challenge_parts, read_challenge};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A challenged ballot, as the command line gives it.
#[derive(Clone, Copy)]
pub enum Given<'a> {
    /// Its file.
    File(&'a Path),
    /// Files into which its QR codes were scanned, and that of their contest and key.
    Codes(&'a [PathBuf], &'a Path),
}

impl<'a> Given<'a> {
    /// Without the file of contest and key, what is given is a file that has both.
    pub fn of(files: &'a [PathBuf], election: Option<&'a Path>) -> Option<Self> {
        match (election, files) {
            (_, []) => None,
            (Some(election), files) => Some(Self::Codes(files, election)),
            (None, [file, ..]) => Some(Self::File(file)),
        }
    }
}

/// What `verify` answers: of the record if there is one, and where that holds, of the challenged ballot beside it.
pub fn after(
    of_record: Option<Result<Answer, Failure>>,
    challenge: Option<Given<'_>>,
    record: Option<&Path>,
    language: Language,
) -> Result<Answer, Failure> {
    let of_record = of_record.transpose()?;
    let of_challenge = challenge.map(|challenge| run(challenge, record, language)).transpose()?;
    Ok(match (of_record, of_challenge) {
        (Some(Answer { text, mut json }), Some(challenge)) => {
            json["challenge"] = challenge.json;
            Answer { text: format!("{text}\n\n{}", challenge.text), json }
        }
        (Some(one), None) | (None, Some(one)) => one,
        // The command line takes one of both at the least.
        (None, None) => Answer { text: String::new(), json: Value::Null },
    })
}

/// Checks a challenged ballot, and against a record, which must have been checked before.
fn run(given: Given<'_>, record: Option<&Path>, language: Language) -> Result<Answer, Failure> {
    let refused = |problem: record::RecordError| Failure::unusable(language, &problem);
    let read = |path: &Path| read_challenge(path).map_err(refused);
    let checked = match given {
        Given::File(file) => check_challenge(&read(file)?),
        Given::Codes(files, election) => {
            let scanned = files.iter().map(|file| read(file)).collect::<Result<Vec<_>, _>>()?;
            check_challenge_parts(&scanned, &read(election)?)
        }
    };
    let challenge = checked.map_err(|problem| fails(&problem, language))?;
    if let Some(record) = record {
        let found = challenge.check_in_record(record).map_err(refused)?;
        found.map_err(|problem| fails(&problem, language))?;
    }
    let text = words(&challenge, record.is_some(), language).join("\n");
    Ok(Answer { text, json: describe(&challenge, record.is_some()) })
}

fn fails(problem: &ChallengeProblem, language: Language) -> Failure {
    let words = text(language, "cli.challenge-fails", &[("problem", &word(language, problem))]);
    Failure::Fails(problem.code().to_owned(), words)
}

fn words(challenge: &Challenge, in_record: bool, language: Language) -> Vec<String> {
    let facts = [("code", challenge.code.as_str()), ("round", &challenge.round.to_string())];
    let mut lines = vec![text(language, "cli.challenge-holds", &facts)];
    for (number, name, mark) in &challenge.marks {
        let mark = text(language, &format!("mark.{}", named(*mark)), &[]);
        let facts = [("number", number.as_str()), ("name", name), ("mark", &mark)];
        lines.push(text(language, "cli.challenge-mark", &facts));
    }
    let last = if in_record { "cli.challenge-not-counted" } else { "cli.challenge-alone" };
    let facts: &[(&str, &str)] = if in_record { &[("code", &challenge.code)] } else { &[] };
    lines.push(text(language, last, facts));
    lines.push(text(language, "cli.challenge-station", &[("station", &challenge.station)]));
    lines
}

const fn named(mark: Mark) -> &'static str {
    match mark {
        Mark::Approve => "approve",
        Mark::Oppose => "oppose",
        Mark::Abstain => "abstain",
    }
}

fn describe(challenge: &Challenge, in_record: bool) -> Value {
    let mark = |(number, name, mark): &(CandidateNumber, String, Mark)| json!({ "number": number, "name": name, "mark": named(*mark) });
    json!({
        "holds": true,
        "code": challenge.code,
        "ballot": challenge.hash,
        "round": challenge.round,
        "digest": challenge.digest,
        "station": challenge.station,
        "marks": challenge.marks.iter().map(mark).collect::<Vec<_>>(),
        "in_record": in_record,
    })
}
