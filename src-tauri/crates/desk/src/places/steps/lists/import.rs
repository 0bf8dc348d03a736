//! Import of lists: a file is read, shown, asked about, corrected, and only then stored.

use crate::{
    open::{desk::Desk, session::Open},
    places::steps::lists::{
        acts::{put_candidates, put_delegates, texts},
        preview::{unusable, view},
    },
    reads::lists::frozen,
};
use base64ct::{Base64, Encoding};
use lists::{List, ListDraft, candidates_template, delegates_template};
use sheets::reading::{FileRow, Remembered};
use std::fs;
use wire::{
    AnswerImport, ChooseColumn, ChooseSheet, ChooseTitleRow, CorrectCell, CorrectColumn, DeskError, FillDown,
    ImportPreview, LeaveOutRow, ListKind, Nothing, PreviewImport, Problem, RowPlace, SaveForm, Written,
};

pub(crate) fn preview_import(
    desk: &Desk,
    open: &mut Open,
    request: PreviewImport,
) -> Result<ImportPreview, Problem> {
    let bytes = Base64::decode_vec(&request.content).map_err(|_| DeskError::ContentMalformed)?;
    if let Some(problem) = frozen(open)? {
        return Err(problem);
    }
    let remembered = desk.settings().lists.get(&secretariat(open)?).cloned().unwrap_or_default();
    match ListDraft::read(request.kind.into(), &request.name, &bytes, remembered) {
        Ok(draft) => {
            let draft = &open.import.insert((request.name, draft));
            view(&draft.0, &draft.1, desk.fonts()?)
        }
        Err(problem) => {
            open.import = None;
            Ok(unusable(request.kind, request.name, problem))
        }
    }
}

/// The secretariat whose lists are remembered: that of the session's congress.
fn secretariat(open: &Open) -> Result<String, Problem> {
    Ok(open.office.store().profile()?.text().congress.clone())
}

pub(crate) fn correct_cell(
    desk: &Desk,
    open: &mut Open,
    request: CorrectCell,
) -> Result<ImportPreview, Problem> {
    change(desk, open, |draft| draft.correct(row(request.at), request.column, &request.value))
}

pub(crate) fn correct_column(
    desk: &Desk,
    open: &mut Open,
    request: CorrectColumn,
) -> Result<ImportPreview, Problem> {
    change(desk, open, |draft| draft.correct_column(request.column, &request.from, &request.to))
}

pub(crate) fn fill_down(desk: &Desk, open: &mut Open, request: FillDown) -> Result<ImportPreview, Problem> {
    change(desk, open, |draft| draft.fill_down(request.column))
}

pub(crate) fn leave_out_row(
    desk: &Desk,
    open: &mut Open,
    request: LeaveOutRow,
) -> Result<ImportPreview, Problem> {
    change(desk, open, |draft| draft.leave_out(row(request.at), request.left_out))
}

pub(crate) fn choose_sheet(
    desk: &Desk,
    open: &mut Open,
    request: ChooseSheet,
) -> Result<ImportPreview, Problem> {
    change(desk, open, |draft| draft.choose_sheet(&request.sheet))
}

pub(crate) fn choose_title_row(
    desk: &Desk,
    open: &mut Open,
    request: ChooseTitleRow,
) -> Result<ImportPreview, Problem> {
    change(desk, open, |draft| draft.choose_title_row(request.row))
}

pub(crate) fn choose_column(
    desk: &Desk,
    open: &mut Open,
    request: ChooseColumn,
) -> Result<ImportPreview, Problem> {
    change(desk, open, |draft| draft.choose_column(request.column, request.field.as_deref()))
}

pub(crate) fn answer_import(
    desk: &Desk,
    open: &mut Open,
    request: AnswerImport,
) -> Result<ImportPreview, Problem> {
    change(desk, open, |draft| draft.answer(&request.code, request.row, &request.choice))
}

fn change(
    desk: &Desk,
    open: &mut Open,
    change: impl FnOnce(&mut ListDraft),
) -> Result<ImportPreview, Problem> {
    let (name, draft) = open.import.as_mut().ok_or(DeskError::NothingToImport)?;
    change(draft);
    view(name, draft, desk.fonts()?)
}

/// The row of the file that a window names.
fn row(at: RowPlace) -> FileRow {
    FileRow { sheet: usize::try_from(at.sheet).unwrap_or(usize::MAX), row: at.row }
}

pub(crate) fn import_list(desk: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    let (_, draft) = open.import.as_ref().ok_or(DeskError::NothingToImport)?;
    let reading = draft.reading();
    if !reading.is_clear() || reading.entries.is_empty() {
        let findings = reading.findings.len() + reading.open_questions().count();
        return Err(DeskError::ImportNotReady { findings }.into());
    }
    let remembered = draft.choices().remembered.clone();
    let list = draft.list();
    put(desk, open, &list)?;
    open.import = None;
    if remembered == Remembered::default() {
        return Ok(());
    }
    let secretariat = secretariat(open)?;
    desk.change_settings(|settings| drop(settings.lists.insert(secretariat, remembered)))
}

/// Forgets what was chosen for earlier lists of this secretariat.
pub(crate) fn forget_list_choices(desk: &Desk, open: &mut Open, _: Nothing) -> Result<Nothing, Problem> {
    let secretariat = secretariat(open)?;
    desk.change_settings(|settings| drop(settings.lists.remove(&secretariat)))?;
    Ok(Nothing {})
}

fn put(desk: &Desk, open: &mut Open, list: &List) -> Result<(), Problem> {
    match list {
        List::Delegates(after) => {
            for delegate in after {
                let number = delegate.number.as_str();
                desk.refuse_unprintable(number, [delegate.name.as_str(), &delegate.delegation, number])?;
            }
            let before = open.office.store().delegates()?;
            put_delegates(open, before, after)
        }
        List::Candidates(after) => {
            for candidate in after {
                desk.refuse_unprintable(candidate.number.as_str(), texts(candidate))?;
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
        ListKind::Delegates => ("delegates", delegates_template(language.into())?),
        ListKind::Candidates => ("candidates", candidates_template(language.into())?),
    };
    let path = desk.folders.chosen(&open.id, &request.folder)?.join(format!("{name}-form.xlsx"));
    fs::write(&path, bytes).map_err(|error| DeskError::path(&path, &error))?;
    Ok(Written { paths: vec![path.display().to_string()] })
}
