//! What a cell comes to: a value and the changes that lead to it, something wrong, or something to ask.

use super::{
    codes::{CellProblem, ChangeCode, QuestionCode},
    outcome::Held,
};

/// A step on the way from what is written to what is taken.
pub(super) type Step = (ChangeCode, String, String);

/// What a cell comes to.
#[derive(Debug, Clone)]
pub(super) struct Cleaned {
    pub(super) steps: Vec<Step>,
    pub(super) result: Outcome,
}

/// How it ends.
#[derive(Debug, Clone)]
pub(super) enum Outcome {
    /// A value; none for an empty cell.
    Value(Option<Held>),
    /// Something is wrong.
    Wrong(CellProblem),
    /// A person is asked.
    Ask(Ask),
}

/// What is asked about a cell, with what each answer leads to.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    pub(super) code: QuestionCode,
    /// Cells of which this is the same are asked about together.
    pub(super) about: String,
    pub(super) choices: Vec<(&'static str, Cleaned)>,
    pub(super) proposal: Option<&'static str>,
    /// What is shown while nobody has answered.
    pub(super) open: Option<Held>,
}

impl Cleaned {
    pub(super) const fn value(held: Option<Held>) -> Self {
        Self { steps: Vec::new(), result: Outcome::Value(held) }
    }

    pub(super) fn text(text: &str) -> Self {
        Self::value((!text.is_empty()).then(|| Held::Text(text.to_owned())))
    }

    pub(super) const fn wrong(problem: CellProblem) -> Self {
        Self { steps: Vec::new(), result: Outcome::Wrong(problem) }
    }

    pub(super) const fn ask(ask: Ask) -> Self {
        Self { steps: Vec::new(), result: Outcome::Ask(ask) }
    }

    /// With this step before all others, if it changes anything.
    pub(super) fn after(mut self, code: ChangeCode, from: &str, to: &str) -> Self {
        if from != to {
            self.steps.insert(0, (code, from.to_owned(), to.to_owned()));
        }
        self
    }
}
