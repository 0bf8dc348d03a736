//! Import of lists: a file is read, shown, corrected, and only then stored.

use crate::{
    open::{desk::Desk, session::Open},
    places::steps::lists::acts::{put_candidates, put_delegates, texts},
    reads::lists::frozen,
    wire::{
        CorrectCell, DeskError, ImportFinding, ImportPreview, ImportRow, LeaveOutRow, ListKind, Nothing,
        PreviewImport, Problem, SaveForm, Written,
    },
};
use base64ct::{Base64, Encoding};
use office::lists::{ImportDraft, ImportError, List, ListKind as OfficeKind};
use procedure::count::counted;
use sheets::FileProblem;
use std::{collections::BTreeSet, fs};

impl From<ListKind> for OfficeKind {
    fn from(kind: ListKind) -> Self {
        match kind {
            ListKind::Delegates => Self::Delegates,
            ListKind::Candidates => Self::Candidates,
        }
    }
}

pub(crate) fn preview_import(
    _: &Desk,
    open: &mut Open,
    request: PreviewImport,
) -> Result<ImportPreview, Problem> {
    let bytes = Base64::decode_vec(&request.content).map_err(|_| DeskError::ContentMalformed)?;
    if let Some(problem) = frozen(open)? {
        return Err(problem);
    }
    match ImportDraft::read(request.kind.into(), &request.name, &bytes) {
        Ok(draft) => {
            let draft = &open.import.insert((request.name, draft));
            preview(&draft.0, &draft.1)
        }
        Err(problem) => {
            open.import = None;
            Ok(unusable(request.kind, request.name, problem))
        }
    }
}

pub(crate) fn correct_cell(
    _: &Desk,
    open: &mut Open,
    request: CorrectCell,
) -> Result<ImportPreview, Problem> {
    change(open, |draft| draft.correct(request.row, request.column, &request.value))
}

pub(crate) fn leave_out_row(
    _: &Desk,
    open: &mut Open,
    request: LeaveOutRow,
) -> Result<ImportPreview, Problem> {
    change(open, |draft| draft.leave_out(request.row, request.left_out))
}

fn change(open: &mut Open, change: impl FnOnce(&mut ImportDraft)) -> Result<ImportPreview, Problem> {
    let (name, draft) = open.import.as_mut().ok_or(DeskError::NothingToImport)?;
    change(draft);
    preview(name, draft)
}

pub(crate) fn import_list(desk: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    let (_, draft) = open.import.as_ref().ok_or(DeskError::NothingToImport)?;
    match draft.check() {
        Ok(list) => put(desk, open, &list)?,
        Err(ImportError::File(problem)) => return Err(problem.into()),
        Err(ImportError::Cells(findings)) => {
            return Err(DeskError::ImportNotReady { findings: findings.len() }.into());
        }
    }
    open.import = None;
    Ok(())
}

fn put(desk: &Desk, open: &mut Open, list: &List) -> Result<(), Problem> {
    match list {
        List::Delegates(after) => {
            for delegate in after {
                desk.refuse_unprintable(
                    &delegate.number,
                    [delegate.name.as_str(), &delegate.delegation, &delegate.number],
                )?;
            }
            let before = open.office.store().delegates()?;
            put_delegates(open, before, after)
        }
        List::Candidates(after) => {
            for candidate in after {
                desk.refuse_unprintable(&candidate.number, texts(candidate))?;
            }
            let before = open.office.store().candidates()?;
            put_candidates(open, before, after)
        }
    }
}

pub(crate) fn discard_import(_: &Desk, open: &mut Open, _: Nothing) -> Result<Nothing, Problem> {
    open.import = None;
    Ok(Nothing {})
}

pub(crate) fn save_form(desk: &Desk, open: &mut Open, request: SaveForm) -> Result<Written, Problem> {
    let language = desk.settings().language;
    let (name, bytes) = match request.kind {
        ListKind::Delegates => ("delegates", office::lists::delegates_template(language.into())?),
        ListKind::Candidates => ("candidates", office::lists::candidates_template(language.into())?),
    };
    let path = desk.folders.chosen(&open.id, &request.folder)?.join(format!("{name}-form.xlsx"));
    fs::write(&path, bytes).map_err(|error| DeskError::path(&path, &error))?;
    Ok(Written { paths: vec![path.display().to_string()] })
}

fn preview(name: &str, draft: &ImportDraft) -> Result<ImportPreview, Problem> {
    let (findings, problem) = match draft.findings() {
        Ok(findings) => (findings, None),
        Err(problem) => (Vec::new(), Some(problem.into())),
    };
    let rows: Vec<ImportRow> = draft
        .rows()
        .into_iter()
        .map(|row| ImportRow { row: row.row, cells: row.cells, left_out: row.left_out })
        .collect();
    let wrong: BTreeSet<u32> = findings.iter().map(|finding| finding.row).collect();
    let usable = rows.iter().filter(|row| !row.left_out && !wrong.contains(&row.row)).count();
    let ready = findings.is_empty() && problem.is_none() && usable > 0;
    Ok(ImportPreview {
        kind: match draft.kind() {
            OfficeKind::Delegates => ListKind::Delegates,
            OfficeKind::Candidates => ListKind::Candidates,
        },
        name: name.to_owned(),
        sheet: draft.sheet().to_owned(),
        problem,
        title_row: draft.title_row(),
        titles: draft.titles(),
        rows,
        findings: findings.into_iter().map(finding).collect(),
        usable: counted(usable),
        ready,
    })
}

fn finding(found: office::lists::Finding) -> ImportFinding {
    ImportFinding {
        row: found.row,
        column: found.place,
        column_title: found.column,
        value: found.value,
        problem: found.problem.into(),
    }
}

/// What is shown of a file that can't be used at all.
fn unusable(kind: ListKind, name: String, problem: FileProblem) -> ImportPreview {
    ImportPreview {
        kind,
        name,
        sheet: String::new(),
        problem: Some(problem.into()),
        title_row: 0,
        titles: Vec::new(),
        rows: Vec::new(),
        findings: Vec::new(),
        usable: 0,
        ready: false,
    }
}
