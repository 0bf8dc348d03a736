//! Reading a batch twice, deciding where the readings differ, and entering it.

use crate::{
    open::{
        batch::{Batch, ReadingAtWork},
        desk::Desk,
        session::Open,
    },
    places::steps::paper_ballots::{both, contest, view::paper_ballots},
};
use office::acts::Poll;
use procedure::ballot::{Mark, Marks};
use session_model::{
    PaperBallotError,
    paper_ballot::{self, Defect, LARGEST_BATCH, Reading, Sheet},
};
use std::collections::BTreeMap;
use wire::{
    BatchEntered, BeginBatch, Choice, DefectView, DeskError, EnterSheet, Nothing, Problem, ResolveDifference,
    SecondReader, SheetForm, VoidReasonCount, WithTwo,
};

pub(crate) fn begin_batch(_: &Desk, open: &mut Open, request: BeginBatch) -> Result<(), Problem> {
    if open.batch.is_some() {
        return Err(DeskError::BatchUnderWay.into());
    }
    let ballots = request.ballots as usize;
    if ballots == 0 || ballots > LARGEST_BATCH {
        return Err(PaperBallotError::BatchSize { ballots, most: LARGEST_BATCH }.into());
    }
    paper_ballot::check_reader(&open.office.store().profile()?, &request.reader)?;
    Poll::open(&mut open.office)?.refuse_more_paper_than_handed_out(ballots)?;
    open.batch = Some(Batch::First(ReadingAtWork::new(request.reader, ballots)));
    Ok(())
}

pub(crate) fn begin_second_reading(_: &Desk, open: &mut Open, request: SecondReader) -> Result<(), Problem> {
    let Some(Batch::Between(first)) = &open.batch else { return Err(DeskError::NoReading.into()) };
    paper_ballot::check_reader(&open.office.store().profile()?, &request.reader)?;
    if first.reader == request.reader {
        return Err(PaperBallotError::ReadTwice { name: request.reader }.into());
    }
    let second = ReadingAtWork::new(request.reader, first.sheets.len());
    open.batch = Some(Batch::Second(first.clone(), second));
    Ok(())
}

pub(crate) fn enter_sheet(_: &Desk, open: &mut Open, request: EnterSheet) -> Result<(), Problem> {
    let place = request.place as usize;
    let sheet = sheet(open, place, &request.sheet)?;
    let Some(Batch::First(reading) | Batch::Second(_, reading)) = &mut open.batch else {
        return Err(DeskError::NoReading.into());
    };
    let there = reading.sheets.get_mut(place).ok_or(DeskError::PlaceUnknown { place: request.place })?;
    *there = Some(sheet);
    Ok(())
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

pub(crate) fn finish_reading(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    let next = match &open.batch {
        Some(Batch::First(reading)) => Batch::Between(reading.finished()?),
        Some(Batch::Second(first, reading)) => {
            let readings = Box::new([first.clone(), reading.finished()?]);
            Batch::Compared { readings, decided: BTreeMap::new() }
        }
        _ => return Err(DeskError::NoReading.into()),
    };
    open.batch = Some(next);
    Ok(())
}

pub(crate) fn resolve_difference(
    _: &Desk,
    open: &mut Open,
    request: ResolveDifference,
) -> Result<(), Problem> {
    let Some(Batch::Compared { readings, .. }) = &open.batch else { return Err(DeskError::NoReading.into()) };
    let sheet = decision(open, readings, &request)?;
    if let Some(Batch::Compared { decided, .. }) = &mut open.batch {
        decided.insert(request.place as usize, sheet);
    }
    Ok(())
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

/// Enters the batch with a scrutineer: all of it or nothing. What can't be entered stays at work.
pub(crate) fn enter_batch(desk: &Desk, open: &mut Open, request: WithTwo) -> Result<BatchEntered, Problem> {
    let Some(Batch::Compared { readings, decided }) = &open.batch else {
        return Err(DeskError::NoReading.into());
    };
    let batch = both(open, readings)?.resolve(decided.clone())?;
    let by = desk.with_two(open, &request.by)?;
    let entered = Poll::open(&mut open.office)?.enter_batch(&by, batch)?;
    open.batch = None;
    let reasons = entered
        .void
        .into_iter()
        .map(|(reason, ballots)| VoidReasonCount { reason, ballots })
        .collect::<Vec<_>>();
    let void = reasons.iter().map(|reason| reason.ballots).sum();
    Ok(BatchEntered { valid: entered.valid, void, reasons, view: paper_ballots(desk, open)? })
}

pub(crate) fn discard_batch(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    open.batch = None;
    Ok(())
}
