//! What is noted while a list is read.

use super::{
    choices::Choices,
    codes::{CellProblem, ChangeCode, LeftOutCode, Problem, QuestionCode},
    outcome::{Change, Finding, LeftOut, Question},
};
use crate::Limits;

/// Characters of a value that a finding shows.
const SHOWN: usize = 40;

/// The notes of a reading.
pub(super) struct Notes<'a> {
    choices: &'a Choices,
    pub(super) changes: Vec<Change>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) questions: Vec<Question>,
    pub(super) findings: Vec<Finding>,
    /// The sheet that is read, for findings.
    pub(super) sheet: String,
}

impl<'a> Notes<'a> {
    pub(super) fn new(choices: &'a Choices) -> Self {
        Self {
            choices,
            changes: Vec::new(),
            left_out: Vec::new(),
            questions: Vec::new(),
            findings: Vec::new(),
            sheet: String::new(),
        }
    }

    pub(super) fn change(&mut self, row: u32, column: u32, code: ChangeCode, from: &str, to: &str) {
        self.changes.push(Change { row, column, code, from: from.to_owned(), to: to.to_owned() });
    }

    pub(super) fn leave_out(&mut self, row: u32, code: LeftOutCode) {
        self.left_out.push(LeftOut { row, code });
    }

    /// Notes a finding; beyond the limit it is dropped.
    pub(super) fn wrong(
        &mut self,
        row: u32,
        place: Option<u32>,
        title: &str,
        value: &str,
        problem: CellProblem,
    ) {
        if self.findings.len() < Limits::FINDINGS {
            self.findings.push(Finding {
                sheet: self.sheet.clone(),
                row: Some(row),
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
        rows: Vec<u32>,
        choices: &[&str],
        proposal: Option<&str>,
    ) -> Option<String> {
        let choices: Vec<String> = choices.iter().map(|choice| (*choice).to_owned()).collect();
        let answer = self.choices.answer(code.code(), rows.first().copied(), &choices);
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
