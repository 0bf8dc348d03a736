//! Paper ballots, read twice. A batch is in memory here until it is sealed, never on the disk; locking keeps it, closing the
//! session or the program's end forgets it. What the first reader read is not sent anywhere before the second is done.

use crate::{
    Desk, DeskError,
    state::{Open, State},
    types::*,
};
use office::{
    acts::Poll,
    errors::PaperBallotError,
    model::paper_ballot::{self, Defect, Difference, LARGEST_BATCH, Reading, Readings, Sheet},
};
use procedure::{
    ballot::{BallotForm, Mark, Marks},
    contest::Contest,
    count::counted,
    round::Round,
    rules::Rules,
};
use std::collections::BTreeMap;

/// A batch at work.
pub(crate) enum Batch {
    /// The first reading is under way.
    First(UnderWay),
    /// The first reading is finished.
    Between(Reading),
    /// The second reading is under way.
    Second(Reading, UnderWay),
    /// Both are there; what was decided on the paper, by place.
    Compared { readings: Box<[Reading; 2]>, decided: BTreeMap<usize, Sheet> },
}

/// A reading under way.
pub(crate) struct UnderWay {
    reader: String,
    sheets: Vec<Option<Sheet>>,
}

impl UnderWay {
    fn new(reader: String, ballots: usize) -> Self {
        Self { reader, sheets: vec![None; ballots] }
    }

    fn finished(&self) -> Result<Reading, Problem> {
        let missing = self.sheets.iter().position(Option::is_none);
        if let Some(place) = missing {
            return Err(DeskError::SheetMissing { ballot: counted(place + 1) }.into());
        }
        Ok(Reading { reader: self.reader.clone(), sheets: self.sheets.iter().flatten().cloned().collect() })
    }
}

pub(crate) fn paper_view(desk: &Desk, _: Nothing) -> Result<PaperView, Problem> {
    desk.with(|open| view(open))
}

pub(crate) fn begin_batch(desk: &Desk, request: BeginBatch) -> Result<PaperView, Problem> {
    desk.with(|open| {
        if open.batch.is_some() {
            return Err(DeskError::BatchUnderWay.into());
        }
        let ballots = request.ballots as usize;
        if ballots == 0 || ballots > LARGEST_BATCH {
            return Err(PaperBallotError::BatchSize { ballots, most: LARGEST_BATCH }.into());
        }
        paper_ballot::check_reader(&open.office.store().profile()?, &request.reader)?;
        Poll::open(&mut open.office)?.refuse_more_paper_than_handed_out(ballots)?;
        open.batch = Some(Batch::First(UnderWay::new(request.reader, ballots)));
        view(open)
    })
}

pub(crate) fn begin_second_reading(desk: &Desk, request: SecondReader) -> Result<PaperView, Problem> {
    desk.with(|open| {
        let Some(Batch::Between(first)) = &open.batch else { return Err(DeskError::NoReading.into()) };
        paper_ballot::check_reader(&open.office.store().profile()?, &request.reader)?;
        if first.reader == request.reader {
            return Err(PaperBallotError::ReadTwice { name: request.reader }.into());
        }
        let second = UnderWay::new(request.reader, first.sheets.len());
        open.batch = Some(Batch::Second(first.clone(), second));
        view(open)
    })
}

pub(crate) fn enter_sheet(desk: &Desk, request: EnterSheet) -> Result<PaperView, Problem> {
    desk.with(|open| {
        let place = request.place as usize;
        let sheet = sheet(open, place, &request.sheet)?;
        let Some(Batch::First(reading) | Batch::Second(_, reading)) = &mut open.batch else {
            return Err(DeskError::NoReading.into());
        };
        let there = reading.sheets.get_mut(place).ok_or(DeskError::PlaceUnknown { place: request.place })?;
        *there = Some(sheet);
        view(open)
    })
}

/// A ballot as it was entered: with a mark for each candidate, or none of use.
fn sheet(open: &Open, place: usize, form: &SheetForm) -> Result<Sheet, Problem> {
    if let Some(defect) = form.defect {
        return Ok(Sheet::Void(match defect {
            DefectView::Unclear => Defect::Unclear,
            DefectView::NotIssued => Defect::NotIssued,
        }));
    }
    if form.marks.len() != contest(open)?.form()?.candidates {
        return Err(PaperBallotError::WrongMarks { ballot: place + 1 }.into());
    }
    Ok(Sheet::Marked(Marks(form.marks.iter().copied().map(Mark::from).collect())))
}

pub(crate) fn finish_reading(desk: &Desk, _: Nothing) -> Result<PaperView, Problem> {
    desk.with(|open| {
        let next = match &open.batch {
            Some(Batch::First(reading)) => Batch::Between(reading.finished()?),
            Some(Batch::Second(first, reading)) => {
                let readings = Box::new([first.clone(), reading.finished()?]);
                Batch::Compared { readings, decided: BTreeMap::new() }
            }
            _ => return Err(DeskError::NoReading.into()),
        };
        open.batch = Some(next);
        view(open)
    })
}

/// Both readings, to be compared and resolved.
fn both(open: &Open, readings: &[Reading; 2]) -> Result<Readings, Problem> {
    let profile = open.office.store().profile()?;
    let [first, second] = readings.clone();
    Ok(Readings::new(&profile, &contest(open)?.form()?, first, second)?)
}

/// What the open or suspended poll is about.
fn contest(open: &Open) -> Result<Contest, Problem> {
    match open.round()? {
        Some(Round::Polling(polling)) => Ok(polling.contest),
        Some(Round::Suspended(suspended)) => Ok(suspended.polling.contest),
        _ => Err(DeskError::NotPolling.into()),
    }
}

pub(crate) fn resolve_difference(desk: &Desk, request: ResolveDifference) -> Result<PaperView, Problem> {
    desk.with(|open| {
        let Some(Batch::Compared { readings, mut decided }) = open.batch.take() else {
            return Err(DeskError::NoReading.into());
        };
        let sheet = decision(open, &readings, &request);
        let refused = sheet.map(|sheet| decided.insert(request.place as usize, sheet)).err();
        open.batch = Some(Batch::Compared { readings, decided });
        refused.map_or_else(|| view(open), Err)
    })
}

/// What the paper says of a ballot on which the readings differ.
fn decision(open: &Open, readings: &[Reading; 2], request: &ResolveDifference) -> Result<Sheet, Problem> {
    let place = request.place as usize;
    let differs = both(open, readings)?.differences().iter().any(|difference| difference.place == place);
    let unknown = DeskError::PlaceUnknown { place: request.place };
    if !differs {
        return Err(unknown.into());
    }
    let [first, second] = readings;
    match (request.choice, &request.sheet) {
        (Choice::First, _) => Ok(first.sheets[place].clone()),
        (Choice::Second, _) => Ok(second.sheets[place].clone()),
        (Choice::Anew, Some(form)) => sheet(open, place, form),
        (Choice::Anew, None) => Err(unknown.into()),
    }
}

/// Enters the batch: all of it or nothing. What can't be entered stays at work.
pub(crate) fn enter_batch(desk: &Desk, _: Nothing) -> Result<BatchEntered, Problem> {
    desk.with(|open| {
        let Some(Batch::Compared { readings, decided }) = &open.batch else {
            return Err(DeskError::NoReading.into());
        };
        let (readings, decided) = (readings.clone(), decided.clone());
        let batch = both(open, &readings)?.resolve(decided)?;
        let by = open.operator();
        let entered = Poll::open(&mut open.office)?.enter_batch(&by, batch)?;
        open.batch = None;
        let reasons = entered
            .void
            .into_iter()
            .map(|(reason, ballots)| VoidReasonCount { reason, ballots })
            .collect::<Vec<_>>();
        let void = reasons.iter().map(|reason| reason.ballots).sum();
        Ok(BatchEntered { valid: entered.valid, void, reasons, view: view(open)? })
    })
}

pub(crate) fn discard_batch(desk: &Desk, _: Nothing) -> Result<PaperView, Problem> {
    desk.with(|open| {
        open.batch = None;
        view(open)
    })
}

/// While a batch is at work the poll isn't closed: its ballots could not be entered any more.
pub(crate) fn refuse_batch_at_work(desk: &Desk) -> Result<(), Problem> {
    let state = desk.state();
    match &*state {
        State { open: Some(Open { batch: Some(_), .. }), .. } => Err(DeskError::BatchUnderWay.into()),
        _ => Ok(()),
    }
}

fn view(open: &Open) -> Result<PaperView, Problem> {
    let contest = contest(open)?;
    let ballot = Ballot { form: contest.form()?, rules: &contest.rules };
    let figures = open.office.paper_figures()?;
    let candidates = contest.list.candidates().iter();
    Ok(PaperView {
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
    fn show_reading(&self, reading: &UnderWay, second: bool) -> BatchView {
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

impl From<MarkView> for Mark {
    fn from(mark: MarkView) -> Self {
        match mark {
            MarkView::Approve => Self::Approve,
            MarkView::Oppose => Self::Oppose,
            MarkView::Abstain | MarkView::Open => Self::Abstain,
        }
    }
}
