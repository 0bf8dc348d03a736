//! `piaojue inspect`: says what a file is, and checks it.

use crate::wordings::{text, word};
use crate::{
    key_files, kiosk_files,
    report::{Answer, Failure},
};
use messages::{Coded, Language};
use office::{
    errors::{ContentError, StoreError},
    store::inspect::{Content, Inspection, inspect},
};
use procedure::{number::RoundNumber, round::RoundState};
use serde_json::json;
use signed_file::FileError;
use std::path::Path;

/// Looks at this file.
pub fn run(path: &Path, language: Language) -> Result<Answer, Failure> {
    if crate::verify::is_record(path) {
        return crate::verify::inspect(path, language);
    }
    if let Some(kind) = kiosk_files::kind_of(path) {
        return kiosk_files::inspect(path, kind, language);
    }
    if let Some(bytes) = key_files::read(path) {
        return key_files::inspect(path, bytes, language);
    }
    match inspect(path) {
        Ok(inspection) => Ok(answer(&inspection, language)),
        Err(error) => Err(failure(&error, language)),
    }
}

/// A file of ours that doesn't hold is an answer; a file that isn't ours, or can't be read now, is none.
fn failure(error: &StoreError, language: Language) -> Failure {
    if is_of_content(error) {
        Failure::Fails(error.code().to_owned(), word(language, error))
    } else {
        Failure::unusable(language, error)
    }
}

/// Whether the problem is what the file holds.
const fn is_of_content(error: &StoreError) -> bool {
    match error {
        StoreError::File(error) => match error {
            FileError::Truncated { .. }
            | FileError::Damaged { .. }
            | FileError::AuditBroken { .. }
            | FileError::PartAltered { .. }
            | FileError::OtherStation => true,
            FileError::NotFound { .. }
            | FileError::Exists { .. }
            | FileError::Foreign { .. }
            | FileError::Newer { .. }
            | FileError::InUse { .. }
            | FileError::DiskFull { .. }
            | FileError::Io { .. }
            | FileError::Sql { .. }
            | FileError::StationKeyMalformed { .. } => false,
        },
        StoreError::Content(error) => match error {
            ContentError::NoSession => true,
            // Reading a file without its key meets none of these.
            ContentError::SlotNotAsExpected { .. }
            | ContentError::SlotAltered { .. }
            | ContentError::SlipsAltered
            | ContentError::BallotsAltered { .. }
            | ContentError::BallotTwice { .. }
            | ContentError::PollOpen => false,
        },
    }
}

fn answer(inspection: &Inspection, language: Language) -> Answer {
    let version = inspection.version.to_string();
    let mut lines = vec![text(language, "cli.inspect-database", &[("version", &version)])];
    if inspection.interrupted {
        lines.push(text(language, "cli.inspect-interrupted", &[]));
    }
    let mut json = json!({
        "kind": "database",
        "version": inspection.version,
        "interrupted": inspection.interrupted,
    });
    if let Some(content) = &inspection.content {
        lines.extend(describe(content, language));
        let profile = content.profile.text();
        json["session"] = json!({
            "congress": profile.congress,
            "session": profile.session,
            "year": profile.year,
            "training": profile.training,
        });
        let round = |(round, state): &(RoundNumber, RoundState)| json!({ "round": round, "state": state });
        json["rounds"] = content.rounds.iter().map(round).collect();
        json["audit_entries"] = content.log.len().into();
        json["audit_head"] = content.log_head.clone().into();
        json["station"] = content.station.clone().into();
        json["box_is_open"] = content.box_is_open.into();
    }
    Answer { text: lines.join("\n"), json }
}

fn describe(content: &Content, language: Language) -> Vec<String> {
    let profile = content.profile.text();
    let year = profile.year.to_string();
    let facts = [("congress", profile.congress.as_str()), ("session", &profile.session), ("year", &year)];
    let mut lines = vec![text(language, "cli.inspect-session", &facts)];
    if profile.training {
        lines.push(text(language, "cli.inspect-training", &[]));
    }
    for (round, state) in &content.rounds {
        lines.push(text(
            language,
            "cli.inspect-round",
            &[("round", &round.to_string()), ("state", state.name())],
        ));
    }
    lines.push(text(language, "cli.inspect-whole", &[("entries", &content.log.len().to_string())]));
    if content.box_is_open {
        lines.push(text(language, "cli.inspect-open-box", &[]));
    }
    lines.push(text(
        language,
        "cli.inspect-names",
        &[("head", &content.log_head), ("station", &content.station)],
    ));
    lines
}
