//! Lists as offices really have them: the titles are found, lines that are no entry are left out, values are understood.
//!
//! What a list holds is clear (it is taken, and every [`Change`] is shown), or open (a person is asked: a [`Question`]), or
//! wrong (a [`Finding`]). It is never silently something else. What a list is about is said by a [`Form`].
//!
//! A list is read in steps, each on what the one before left: `titles` finds sheet, titles and columns; `lines` tells
//! entries from all other lines; `grid` reads names below headings; `groups` fills down what several entries share;
//! `values` understands each cell; `checks` looks at the whole.

mod amounts;
mod characters;
mod checks;
mod choices;
mod cleaned;
mod codes;
mod deadlines;
mod entries;
mod form;
mod grid;
mod groups;
mod lines;
mod names;
mod notes;
mod outcome;
mod sheet;
mod spellings;
mod texts;
mod titles;
mod units;
mod values;

pub use amounts::LARGEST;
pub use choices::{Answer, Choices, Remembered};
pub use codes::{CellProblem, ChangeCode, LeftOutCode, Problem, QuestionCode};
pub use form::{Column, Form, Kind};
pub use outcome::{Change, ColumnRead, Entry, Finding, Held, LeftOut, Question, Reading};

use crate::{FileProblem, table::Table};
use entries::Raw;
use notes::Notes;
use sheet::Chosen;

/// Reads the list of this form from the sheets of a file. What is wrong with it is in the result.
#[must_use]
pub fn read(tables: &[Table], form: &Form, choices: &Choices) -> Reading {
    let mut notes = Notes::new(choices);
    let chosen = sheet::chosen(tables, form, choices, &mut notes);
    let mut entries = Vec::new();
    for place in &chosen {
        let mut found = place.entries(form, choices, &mut notes);
        groups::fill(&mut found, form, &mut notes);
        entries.append(&mut found);
    }
    values::understand(&mut entries, form, choices, &mut notes);
    checks::check(&mut entries, form, &mut notes);
    reading(notes, &chosen, entries, form)
}

/// All that was noted, with the entries that nothing is wrong with.
fn reading(mut notes: Notes<'_>, chosen: &[Chosen<'_>], entries: Vec<Raw>, form: &Form) -> Reading {
    let entries: Vec<Entry> = entries.into_iter().filter(|entry| !entry.wrong).map(Raw::entry).collect();
    if entries.is_empty() && notes.findings.is_empty() && notes.questions.is_empty() && !chosen.is_empty() {
        let sheet = notes.sheet.clone();
        notes.wrong_sheet(&sheet, CellProblem::NoEntries);
    }
    notes.changes.sort_by_key(|change| (change.row, change.column));
    notes.findings.sort_by_key(|finding| (finding.row, finding.place));
    notes.left_out.sort_by_key(|left_out| left_out.row);
    // A row of several blocks is left out once.
    notes.left_out.dedup();
    let sheets: Vec<&str> = chosen.iter().map(|chosen| chosen.table.sheet.as_str()).collect();
    Reading {
        sheet: (!sheets.is_empty()).then(|| sheets.join("、")),
        title_row: chosen.first().and_then(Chosen::title_row),
        columns: chosen.first().map(|chosen| chosen.columns(form)).unwrap_or_default(),
        entries,
        changes: notes.changes,
        left_out: notes.left_out,
        questions: notes.questions,
        findings: notes.findings,
    }
}

/// What is said of a file that can't be read at all.
#[must_use]
pub fn unusable(problem: FileProblem) -> Reading {
    Reading { findings: vec![Finding::of_file(problem)], ..Reading::default() }
}
