//! Opening, suspending, resuming and closing the poll, and ending a round that can't go on.

use crate::open::{desk::Desk, session::Open};
use office::acts::{self, PileCheck, Piles};
use session_model::Tray;
use wire::{
    ClosePoll, DeskError, EndRound, Nothing, Problem, ResumePoll, TrayCounted, WithTwo, conversions::stated,
};

pub(crate) fn open_poll(desk: &Desk, open: &mut Open, request: WithTwo) -> Result<(), Problem> {
    // While the poll is open no copy is made, so the attendance is saved now.
    open.back_up_quietly();
    let by = desk.with_two(open, &request.by)?;
    Ok(acts::open_poll(&mut open.office, &by)?)
}

pub(crate) fn void_for_quorum(desk: &Desk, open: &mut Open, request: WithTwo) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    Ok(acts::void_for_quorum(&mut open.office, &by)?)
}

pub(crate) fn suspend_poll(desk: &Desk, open: &mut Open, request: WithTwo) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    Ok(acts::suspend(&mut open.office, &by)?)
}

pub(crate) fn resume_poll(desk: &Desk, open: &mut Open, request: ResumePoll) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    let Some(TrayCounted { tray, paper, statement }) = request.count else {
        return Ok(acts::resume(&mut open.office, &by)?);
    };
    let tray = Tray { slips: tray, paper };
    Ok(acts::resume_counted(&mut open.office, &by, tray, stated(statement))?)
}

pub(crate) fn close_poll(desk: &Desk, open: &mut Open, request: ClosePoll) -> Result<(), Problem> {
    if open.batch.is_some() {
        // Its ballots could not be entered any more.
        return Err(DeskError::BatchUnderWay.into());
    }
    let by = desk.with_two(open, &request.by)?;
    let tray = Tray { slips: request.tray, paper: request.paper };
    let check = match stated(request.unchecked) {
        Some(reason) => PileCheck::LeftOut { reason },
        None => PileCheck::Scanned { piles: open.piles.clone(), spoiled: request.spoiled },
    };
    acts::close_poll(&mut open.office, &by, tray, stated(request.statement), &check)?;
    open.piles = Piles::default();
    Ok(())
}

pub(crate) fn end_round(desk: &Desk, open: &mut Open, request: EndRound) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    acts::end_by_decision(&mut open.office, &by, &request.statement)?;
    open.ceremony = None;
    open.batch = None;
    open.piles = Piles::default();
    open.cards.clear();
    Ok(())
}

pub(crate) fn unlock_kiosk(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    open.kiosk.unlock();
    Ok(())
}
