//! A list for people.

use crate::wordings::text;
use lists::{List, ListKind, list_of};
use messages::Language;
use office::wordings::{word_import, word_notice};
use sheets::{reading::Reading, table::letters};
use std::collections::BTreeMap;

/// What reading a list came to, line by line.
pub fn of(kind: ListKind, reading: &Reading, language: Language) -> String {
    let mut lines = Vec::new();
    if let Some(sheet) = &reading.sheet {
        let row = reading.title_row().map(|row| row.to_string()).unwrap_or_default();
        let count = reading.entries.len().to_string();
        lines.push(text(language, "cli.list-read", &[("sheet", sheet), ("row", &row), ("count", &count)]));
        lines.extend(groups(kind, reading, language));
        lines.extend(aside(reading, language));
    }
    lines.extend(notices(reading, language));
    lines.extend(word_import(language, reading));
    let open = reading.open_questions().count().to_string();
    lines.push(match (reading.findings.len(), open.as_str()) {
        (0, "0") => text(language, "cli.list-clear", &[]),
        (0, _) => text(language, "cli.list-open", &[("count", &open)]),
        (wrong, _) => text(language, "cli.list-wrong", &[("count", &wrong.to_string())]),
    });
    lines.join("\n")
}

/// The count of each delegation, or of each category.
fn groups(kind: ListKind, reading: &Reading, language: Language) -> Vec<String> {
    let names: Vec<String> = match list_of(kind, reading) {
        List::Delegates(delegates) => delegates.into_iter().map(|delegate| delegate.delegation).collect(),
        List::Candidates(candidates) => candidates.into_iter().map(|candidate| candidate.category).collect(),
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        *counts.entry(name).or_default() += 1;
    }
    let line = |(name, count): (&&str, &usize)| {
        text(language, "cli.list-group", &[("group", name), ("count", &count.to_string())])
    };
    counts.iter().map(line).collect()
}

/// The columns that are set aside.
fn aside(reading: &Reading, language: Language) -> Option<String> {
    let columns = reading.columns.iter().filter(|column| column.field.is_none());
    let named: Vec<String> =
        columns.map(|column| format!("{} {}", letters(column.column), column.title)).collect();
    (!named.is_empty()).then(|| text(language, "cli.list-aside", &[("columns", &named.join(", "))]))
}

/// A line for each kind of change and of rows left out, in the order in which they first occur.
fn notices(reading: &Reading, language: Language) -> Vec<String> {
    let changes = reading.changes.iter().map(|change| (change.code.code(), change.at.row));
    let left_out = reading.left_out.iter().map(|left_out| (left_out.code.code(), left_out.at.row));
    let mut kinds: Vec<(&str, Vec<u32>)> = Vec::new();
    for (code, row) in left_out.chain(changes) {
        match kinds.iter_mut().find(|(kind, _)| *kind == code) {
            Some((_, rows)) => rows.push(row),
            None => kinds.push((code, vec![row])),
        }
    }
    kinds.iter().map(|(code, rows)| word_notice(language, code, rows)).collect()
}
