//! What is shown of a list before it is imported.

use documents::Fonts;
use lists::{DraftRow, List, ListDraft};
use procedure::count::counted;
use sheets::{
    FileProblem,
    reading::{Change, ColumnRead, Entry, FileRow, Finding, Held, Question, Reading},
    table::letters,
};
use std::collections::BTreeMap;
use wire::{
    DeskError, ImportChange, ImportColumn, ImportFinding, ImportGroup, ImportPreview, ImportQuestion,
    ImportRow, ListKind, Problem, RowPlace,
};

/// The preview of a file that was read. Characters that no font has are found here, and not on paper.
pub(super) fn view(name: &str, draft: &ListDraft, fonts: &Fonts) -> Result<ImportPreview, Problem> {
    let reading = draft.reading();
    let of_file = reading.findings.iter().find(|finding| finding.at.is_none());
    let rows = draft.rows();
    let titles = rows.iter().find(|row| row.titles).map(|row| row.cells.clone());
    let left_out = &draft.choices().left_out_of_sheet;
    let mut findings: Vec<ImportFinding> = reading.findings.iter().filter_map(finding).collect();
    findings.extend(unprintable(reading, fonts)?);
    findings.sort_by_key(|finding| (finding.sheet, finding.row, finding.column));
    let ready = findings.is_empty() && reading.is_clear() && !reading.entries.is_empty();
    Ok(ImportPreview {
        kind: draft.kind().into(),
        name: name.to_owned(),
        sheet: draft.sheet().map(str::to_owned),
        sheets: draft.sheets().map(str::to_owned).collect(),
        problem: of_file.map(|finding| finding.problem.clone().into()),
        title_row: reading.title_row().unwrap_or(0),
        titles: titles.unwrap_or_default(),
        fields: draft.kind().fields(),
        columns: reading.columns.iter().map(column).collect(),
        rows: rows.into_iter().map(|row| shown(left_out.contains(&row.at), row)).collect(),
        groups: groups(&draft.list()),
        changes: reading.changes.iter().map(changed).collect(),
        questions: reading.questions.iter().map(question).collect(),
        findings,
        usable: counted(reading.entries.len()),
        ready,
    })
}

/// What is shown of a file that can't be used at all.
pub(super) fn unusable(kind: ListKind, name: String, problem: FileProblem) -> ImportPreview {
    ImportPreview {
        kind,
        name,
        sheet: None,
        sheets: Vec::new(),
        problem: Some(problem.into()),
        title_row: 0,
        titles: Vec::new(),
        fields: lists::ListKind::from(kind).fields(),
        columns: Vec::new(),
        rows: Vec::new(),
        groups: Vec::new(),
        changes: Vec::new(),
        questions: Vec::new(),
        findings: Vec::new(),
        usable: 0,
        ready: false,
    }
}

fn place(at: FileRow) -> RowPlace {
    RowPlace { sheet: counted(at.sheet), row: at.row }
}

fn shown(left_out: bool, row: DraftRow) -> ImportRow {
    let RowPlace { sheet, row: number } = place(row.at);
    ImportRow {
        sheet,
        row: number,
        titles: row.titles,
        cells: row.cells,
        hidden: row.hidden,
        left_out,
        notice: row.left_out.map(|code| code.code().to_owned()),
    }
}

fn column(read: &ColumnRead) -> ImportColumn {
    ImportColumn { column: read.column, title: read.title.clone(), field: read.field }
}

fn changed(change: &Change) -> ImportChange {
    let RowPlace { sheet, row } = place(change.at);
    ImportChange {
        sheet,
        row,
        column: change.column,
        code: change.code.code().to_owned(),
        from: change.from.clone(),
        to: change.to.clone(),
    }
}

fn question(question: &Question) -> ImportQuestion {
    ImportQuestion {
        id: question.id(),
        code: question.code.code().to_owned(),
        rows: question.rows.iter().copied().map(place).collect(),
        about: question.about.clone(),
        choices: question.choices.clone(),
        proposal: question.proposal.clone(),
        answer: question.answer.clone(),
    }
}

/// A finding with a row; one about the file as a whole is the preview's problem.
fn finding(found: &Finding) -> Option<ImportFinding> {
    let RowPlace { sheet, row } = place(found.at?);
    Some(ImportFinding {
        sheet,
        row,
        column: found.place,
        column_title: found.column(),
        value: found.value.clone(),
        problem: found.problem.clone().into(),
    })
}

/// The texts of entries with a character that no font has.
fn unprintable(reading: &Reading, fonts: &Fonts) -> Result<Vec<ImportFinding>, Problem> {
    let mut found = Vec::new();
    for entry in &reading.entries {
        for (field, value) in entry.values.iter().enumerate() {
            let Some(Held::Text(text)) = value else { continue };
            let missing: String = fonts.missing(text)?.into_iter().collect();
            if !missing.is_empty() {
                found.push(of_characters(reading, entry, field, text, missing));
            }
        }
    }
    Ok(found)
}

fn of_characters(
    reading: &Reading,
    entry: &Entry,
    field: usize,
    text: &str,
    characters: String,
) -> ImportFinding {
    let RowPlace { sheet, row } = place(entry.at);
    // What is in a heading, and in no column, is shown at the name.
    let column = entry.columns.get(&field).copied().unwrap_or(entry.column);
    let title = reading.columns.iter().find(|read| read.column == column).map_or("", |read| &read.title);
    ImportFinding {
        sheet,
        row,
        column: Some(column),
        column_title: format!("{} {title}", letters(column)).trim_end().to_owned(),
        value: text.to_owned(),
        problem: DeskError::Unprintable { place: text.to_owned(), characters }.into(),
    }
}

/// How many entries each delegation or category has, in the order of the list.
fn groups(list: &List) -> Vec<ImportGroup> {
    let names: Vec<&str> = match list {
        List::Delegates(delegates) => delegates.iter().map(|delegate| delegate.delegation.as_str()).collect(),
        List::Candidates(candidates) => {
            candidates.iter().map(|candidate| candidate.category.as_str()).collect()
        }
    };
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: Vec<ImportGroup> = Vec::new();
    for name in names {
        let place = *places.entry(name).or_insert_with(|| {
            groups.push(ImportGroup { name: name.to_owned(), count: 0 });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.count += 1;
        }
    }
    groups
}
