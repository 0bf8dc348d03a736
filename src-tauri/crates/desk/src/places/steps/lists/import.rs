//! Import of lists: a file is read, shown, asked about, corrected, and only then stored.

use crate::{
    open::{desk::Desk, session::Open},
    places::steps::lists::acts::{put_candidates, put_delegates, texts},
    reads::lists::frozen,
};
use base64ct::{Base64, Encoding};
use lists::{List, ListDraft, candidates_template, delegates_template};
use procedure::count::counted;
use sheets::{FileProblem, reading::Remembered};
use std::{collections::BTreeMap, fs};
use wire::{
    AnswerImport, ChooseColumn, ChooseSheet, ChooseTitleRow, CorrectCell, CorrectColumn, DeskError, FillDown,
    ImportChange, ImportColumn, ImportFinding, ImportGroup, ImportPreview, ImportQuestion, ImportRow,
    LeaveOutRow, ListKind, Nothing, PreviewImport, Problem, SaveForm, Written,
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
            with_unprintable(desk, view(&draft.0, &draft.1))
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
    change(desk, open, |draft| draft.correct(request.row, request.column, &request.value))
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
    change(desk, open, |draft| draft.leave_out(request.row, request.left_out))
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
    with_unprintable(desk, view(name, draft))
}

/// A list with a character that no font has can't be imported: that is found here, and not on paper.
fn with_unprintable(desk: &Desk, mut preview: ImportPreview) -> Result<ImportPreview, Problem> {
    let fonts = desk.fonts()?;
    for row in preview.rows.iter().filter(|row| row.notice.is_none()) {
        for (column, cell) in (0_u32..).zip(&row.cells) {
            let missing: String = fonts.missing(cell)?.into_iter().collect();
            let read = preview.columns.iter().any(|read| read.column == column && read.field.is_some());
            if !missing.is_empty() && read {
                let problem = DeskError::Unprintable { place: cell.clone(), characters: missing }.into();
                let (row, column_title, value) = (row.row, String::new(), cell.clone());
                preview.findings.push(ImportFinding {
                    row,
                    column: Some(column),
                    column_title,
                    value,
                    problem,
                });
            }
        }
    }
    preview.ready &= preview.findings.is_empty();
    Ok(preview)
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

fn view(name: &str, draft: &ListDraft) -> ImportPreview {
    let reading = draft.reading();
    let of_file = reading.findings.iter().find(|finding| finding.row.is_none());
    let title_row = reading.title_row.unwrap_or(0);
    let rows = draft.rows();
    let titles = rows.iter().find(|row| row.row == title_row).map(|row| row.cells.clone());
    let rows: Vec<ImportRow> = rows
        .into_iter()
        .map(|row| ImportRow {
            row: row.row,
            cells: row.cells,
            hidden: row.hidden,
            left_out: draft.choices().left_out.contains(&row.row),
            notice: row.left_out.map(|code| code.code().to_owned()),
        })
        .collect();
    ImportPreview {
        kind: draft.kind().into(),
        name: name.to_owned(),
        sheet: draft.sheet().to_owned(),
        sheets: draft.sheets().map(str::to_owned).collect(),
        problem: of_file.map(|finding| finding.problem.clone().into()),
        title_row,
        titles: titles.unwrap_or_default(),
        fields: draft.kind().fields(),
        columns: reading.columns.iter().map(column).collect(),
        rows,
        groups: groups(&draft.list()),
        changes: reading.changes.iter().map(changed).collect(),
        questions: reading.questions.iter().map(question).collect(),
        findings: reading.findings.iter().filter_map(finding).collect(),
        usable: counted(reading.entries.len()),
        ready: reading.is_clear() && !reading.entries.is_empty(),
    }
}

fn column(read: &sheets::reading::ColumnRead) -> ImportColumn {
    ImportColumn { column: read.column, title: read.title.clone(), field: read.field }
}

fn changed(change: &sheets::reading::Change) -> ImportChange {
    ImportChange {
        row: change.row,
        column: change.column,
        code: change.code.code().to_owned(),
        from: change.from.clone(),
        to: change.to.clone(),
    }
}

fn question(question: &sheets::reading::Question) -> ImportQuestion {
    ImportQuestion {
        id: question.id(),
        code: question.code.code().to_owned(),
        rows: question.rows.clone(),
        about: question.about.clone(),
        choices: question.choices.clone(),
        proposal: question.proposal.clone(),
        answer: question.answer.clone(),
    }
}

/// A finding with a row; one about the file as a whole is the preview's problem.
fn finding(found: &sheets::reading::Finding) -> Option<ImportFinding> {
    Some(ImportFinding {
        row: found.row?,
        column: found.place,
        column_title: found.column(),
        value: found.value.clone(),
        problem: found.problem.clone().into(),
    })
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

/// What is shown of a file that can't be used at all.
fn unusable(kind: ListKind, name: String, problem: FileProblem) -> ImportPreview {
    ImportPreview {
        kind,
        name,
        sheet: String::new(),
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
