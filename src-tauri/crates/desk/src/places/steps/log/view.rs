//! The log, the backups, and who can operate the session.

use crate::{
    machine::backup_files,
    open::{desk::Desk, session::Open},
};
use office::log::Entry;
use serde_json::Value;
use session_model::Role as OfficeRole;
use std::{collections::BTreeMap, path::Path};
use wire::{DeskError, LogRow, LogView, Problem};

pub(crate) fn log(_: &Desk, open: &Open) -> Result<LogView, Problem> {
    let store = open.office.store();
    let mut log = Vec::new();
    let logged = store.log()?;
    let head = logged.last().map(|last| ballot_box::hex(&last.hash)).unwrap_or_default();
    for (number, logged) in (1..).zip(logged) {
        let entry: Entry =
            serde_json::from_str(&logged.entry).map_err(|error| DeskError::unexpected(&error))?;
        let mut row = log_row(number, &entry)?;
        if open.office.trays_are_to_be_counted() {
            // Nobody is told it before they have counted the trays.
            row.facts.remove("turnout");
        }
        log.push(row);
    }
    log.reverse();
    Ok(LogView {
        station: ballot_box::hex(&store.station().public_key()),
        head,
        log,
        backups: backup_files::rows(Path::new(&open.backup.folder), &open.id)?,
        operators: store.people(OfficeRole::Operator)?,
    })
}

/// An act with its facts as text.
fn log_row(number: u32, entry: &Entry) -> Result<LogRow, Problem> {
    let event = serde_json::to_value(&entry.event).map_err(|error| DeskError::unexpected(&error))?;
    let Value::Object(mut facts) = event else { return Err(DeskError::unexpected(&"an act").into()) };
    facts.remove("act");
    // What was counted before a poll went on is told as facts of their own.
    if let Some(Value::Object(count)) = facts.remove("count") {
        facts.extend(count);
    }
    Ok(LogRow {
        number,
        at: entry.at.to_rfc3339(),
        operator: entry.operator.clone(),
        witness: entry.witness.clone(),
        act: entry.event.name(),
        facts: facts.into_iter().map(|(name, value)| (name, shown(&value))).collect::<BTreeMap<_, _>>(),
    })
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join("、"),
        Value::Object(fields) => fields.values().map(shown).collect::<Vec<_>>().join(" + "),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
