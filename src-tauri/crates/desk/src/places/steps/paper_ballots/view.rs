//! The paper ballots of the open poll, and the batch at work.

use crate::{
    open::{
        batch::{Batch, ReadingAtWork},
        desk::Desk,
        session::Open,
    },
    places::steps::paper_ballots::{both, contest},
};
use procedure::count::counted;
use procedure::{ballot::BallotForm, rules::Rules};
use session_model::paper_ballot::{self, Defect, Difference, LARGEST_BATCH, Reading, Sheet};
use std::collections::BTreeMap;
use wire::{
    BatchView, DefectView, DifferenceView, MarkView, NamedCandidate, PaperBallotsView, Problem, SheetView,
};

pub(crate) fn paper_ballots(_: &Desk, open: &Open) -> Result<PaperBallotsView, Problem> {
    let contest = contest(open)?;
    let ballot = Ballot { form: contest.form()?, rules: &contest.rules };
    let figures = open.office.paper_figures()?;
    let candidates = contest.list.candidates().iter();
    Ok(PaperBallotsView {
        made: figures.made,
        handed: figures.handed,
        entered: figures.valid + figures.void,
        void: figures.void,
        left: figures.left(),
        largest: counted(LARGEST_BATCH),
        readers: readers(open)?,
        candidates: candidates
            .map(|candidate| NamedCandidate {
                number: candidate.number.clone(),
                name: candidate.name.clone(),
            })
            .collect(),
        oppose: ballot.form.oppose,
        batch: open.batch.as_ref().map(|batch| show_batch(open, &ballot, batch)).transpose()?,
    })
}

fn readers(open: &Open) -> Result<Vec<String>, Problem> {
    let profile = open.office.store().profile()?;
    Ok(paper_ballot::readers(&profile).into_iter().map(str::to_owned).collect())
}

fn show_batch(open: &Open, ballot: &Ballot<'_>, batch: &Batch) -> Result<BatchView, Problem> {
    Ok(match batch {
        Batch::First(reading) => ballot.show_reading(reading, false),
        Batch::Second(_, reading) => ballot.show_reading(reading, true),
        Batch::Between(first) => BatchView::Between {
            readers: readers(open)?.into_iter().filter(|reader| *reader != first.reader).collect(),
            ballots: counted(first.sheets.len()),
        },
        Batch::Compared { readings, decided } => {
            let differences = both(open, readings)?.differences();
            let undecided = differences.iter().filter(|difference| !decided.contains_key(&difference.place));
            BatchView::Compared {
                ballots: counted(readings[0].sheets.len()),
                readers: [readings[0].reader.clone(), readings[1].reader.clone()],
                open: counted(undecided.count()),
                differences: differences
                    .iter()
                    .map(|difference| ballot.show_difference(readings, decided, difference))
                    .collect(),
            }
        }
    })
}

/// What a paper ballot is judged by.
struct Ballot<'a> {
    form: BallotForm,
    rules: &'a Rules,
}

impl Ballot<'_> {
    fn show_reading(&self, reading: &ReadingAtWork, second: bool) -> BatchView {
        let show = |sheet: &Option<Sheet>| sheet.as_ref().map(|sheet| self.show_sheet(sheet));
        BatchView::Reading {
            second,
            reader: reading.reader.clone(),
            sheets: reading.sheets.iter().map(show).collect(),
        }
    }

    fn show_difference(
        &self,
        [first, second]: &[Reading; 2],
        decided: &BTreeMap<usize, Sheet>,
        difference: &Difference,
    ) -> DifferenceView {
        let place = difference.place;
        DifferenceView {
            place: counted(place),
            candidates: difference.candidates.iter().copied().map(counted).collect(),
            first: self.show_sheet(&first.sheets[place]),
            second: self.show_sheet(&second.sheets[place]),
            decided: decided.get(&place).map(|sheet| self.show_sheet(sheet)),
        }
    }

    /// A ballot with what the rules make of it.
    fn show_sheet(&self, sheet: &Sheet) -> SheetView {
        match sheet {
            Sheet::Marked(marks) => SheetView {
                marks: marks.0.iter().copied().map(MarkView::from).collect(),
                defect: None,
                void: self.rules.paper_marks(&self.form, marks).err().map(Problem::from),
            },
            Sheet::Void(defect) => SheetView {
                marks: Vec::new(),
                defect: Some(match defect {
                    Defect::Unclear => DefectView::Unclear,
                    Defect::NotIssued => DefectView::NotIssued,
                }),
                void: Some(Problem { code: defect.reason().to_owned(), facts: BTreeMap::new() }),
            },
        }
    }
}
