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
mod group_column;
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
pub use outcome::{Change, ColumnRead, Entry, FileRow, Finding, Held, LeftOut, Question, Reading, SheetRead};

use crate::{FileProblem, table::Table};
use entries::Raw;
use notes::Notes;
use sheet::Chosen;

/// Reads the list of this form from the sheets of a file. What is wrong with it is in the result.
#[must_use]
pub fn read(tables: &[Table], form: &Form, choices: &Choices) -> Reading {
    let mut notes = Notes::new(tables, choices);
    let mut chosen = sheet::chosen(tables, form, choices, &mut notes);
    group_column::recognise(&mut chosen, form, choices, &mut notes);
    let mut entries = Vec::new();
    for sheet in &chosen {
        sheet.add_entries(&mut entries, form, choices, &mut notes);
    }
    entries::leave_out_doubtful(&mut entries, &mut notes);
    groups::fill(&mut entries, form, &mut notes);
    values::understand(&mut entries, form, choices, &mut notes);
    checks::check(&mut entries, form, &mut notes);
    reading(notes, &chosen, entries, form)
}

/// All that was noted, with the entries that nothing is wrong with.
fn reading(mut notes: Notes<'_>, chosen: &[Chosen<'_>], entries: Vec<Raw>, form: &Form) -> Reading {
    let entries: Vec<Entry> = entries.into_iter().filter(|entry| !entry.wrong).map(Raw::entry).collect();
    let names: Vec<&str> = chosen.iter().map(|chosen| chosen.table.sheet.as_str()).collect();
    let name = names.join("、");
    if entries.is_empty() && notes.findings.is_empty() && notes.questions.is_empty() && !chosen.is_empty() {
        notes.wrong_sheet(&name, CellProblem::NoEntries);
    }
    notes.changes.sort_by_key(|change| (change.at, change.column));
    notes.findings.sort_by_key(|finding| (finding.at, finding.place));
    notes.left_out.sort_by_key(|left_out| left_out.at);
    // A row of several blocks is left out once.
    notes.left_out.dedup();
    Reading {
        sheet: (!chosen.is_empty()).then_some(name),
        sheets: chosen.iter().map(Chosen::read).collect(),
        columns: columns(chosen, form),
        entries,
        changes: notes.changes,
        left_out: notes.left_out,
        questions: notes.questions,
        findings: notes.findings,
    }
}

/// The columns of the first sheet, and those of others that differ from all before them.
fn columns(chosen: &[Chosen<'_>], form: &Form) -> Vec<ColumnRead> {
    let mut columns: Vec<ColumnRead> = Vec::new();
    for column in chosen.iter().flat_map(|sheet| sheet.columns(form)) {
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    columns
}

/// What is said of a file that can't be read at all.
#[must_use]
pub fn unusable(problem: FileProblem) -> Reading {
    Reading { findings: vec![Finding::of_file(problem)], ..Reading::default() }
}
