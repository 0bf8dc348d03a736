//! What is noted while a list is read.

use super::{
    choices::Choices,
    codes::{CellProblem, ChangeCode, LeftOutCode, Problem, QuestionCode},
    outcome::{Change, FileRow, Finding, LeftOut, Question},
};
use crate::{Limits, table::Table};

/// Characters of a value that a finding shows.
const SHOWN: usize = 40;

/// The notes of a reading.
pub(super) struct Notes<'a> {
    tables: &'a [Table],
    choices: &'a Choices,
    pub(super) changes: Vec<Change>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) questions: Vec<Question>,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(tables: &'a [Table], choices: &'a Choices) -> Self {
        Self {
            tables,
            choices,
            changes: Vec::new(),
            left_out: Vec::new(),
            questions: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// Notes a change; beyond the limit that is a finding, since no change is made unseen.
    pub(super) fn change(&mut self, at: FileRow, column: u32, code: ChangeCode, from: &str, to: &str) {
        if self.changes.len() < Limits::CHANGES {
            self.changes.push(Change { at, column, code, from: from.to_owned(), to: to.to_owned() });
        } else {
            self.beyond(at, Some(column), from);
        }
    }

    pub(super) fn leave_out(&mut self, at: FileRow, code: LeftOutCode) {
        self.left_out.push(LeftOut { at, code });
    }

    /// Notes that something is beyond what is taken of a list.
    pub(super) fn beyond(&mut self, at: FileRow, place: Option<u32>, value: &str) {
        let problem = CellProblem::BeyondLimit { rows: Limits::ROWS, columns: Limits::COLUMNS };
        self.wrong(at, place, "", value, problem);
    }

    /// Notes a finding; beyond the limit it is dropped.
    pub(super) fn wrong(
        &mut self,
        at: FileRow,
        place: Option<u32>,
        title: &str,
        value: &str,
        problem: CellProblem,
    ) {
        if self.findings.len() < Limits::FINDINGS {
            self.findings.push(Finding {
                sheet: self.tables.get(at.sheet).map(|table| table.sheet.clone()).unwrap_or_default(),
                at: Some(at),
                place,
                title: shortened(title),
                value: shortened(value),
                problem: Problem::Cell(problem),
            });
        }
    }

    /// Notes that a sheet, or none of them, fits.
    pub(super) fn wrong_sheet(&mut self, sheet: &str, problem: CellProblem) {
        self.findings.push(Finding::of_sheet(sheet, problem));
    }

    /// Asks a person. Returns what was answered, or what is proposed; none while it is open.
    pub(super) fn ask(
        &mut self,
        code: QuestionCode,
        about: &str,
        rows: Vec<FileRow>,
        choices: &[&str],
        proposal: Option<&str>,
    ) -> Option<String> {
        let choices: Vec<String> = choices.iter().map(|choice| (*choice).to_owned()).collect();
        let answer = self.choices.answer(code.code(), rows.first().map(|at| at.row), &choices);
        let proposal = proposal.map(str::to_owned);
        let decided = answer.clone().or_else(|| proposal.clone());
        self.questions.push(Question { code, rows, about: about.to_owned(), choices, proposal, answer });
        decided
    }
}

fn shortened(value: &str) -> String {
    let mut shown: String = value.chars().take(SHOWN).collect();
    if shown.len() < value.len() {
        shown.push('…');
    }
    shown
}
