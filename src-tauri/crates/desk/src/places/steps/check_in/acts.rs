//! Checking delegates in, and handing out slips and paper ballots.

use crate::open::{
    desk::Desk,
    session::{Change, Open},
};
use ballot_box::SlipCode;
use office::acts;
use session_model::Handed;
use wire::{CheckIn, ExchangeSlip, Nothing, Problem, UndoCheckIn};

pub(crate) fn open_check_in(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    let by = open.operator();
    acts::open_check_in(&mut open.office, &by)?;
    Ok(())
}

pub(crate) fn check_in(_: &Desk, open: &mut Open, request: CheckIn) -> Result<(), Problem> {
    let handed = if request.paper { Handed::Paper } else { Handed::Slip };
    let by = open.operator();
    acts::check_in(&mut open.office, &by, &request.number, handed)?;
    open.undo.push(Change::CheckIn(request.number));
    Ok(())
}

pub(crate) fn undo_check_in(_: &Desk, open: &mut Open, request: UndoCheckIn) -> Result<(), Problem> {
    let by = open.operator();
    acts::undo_check_in(&mut open.office, &by, &request.number)?;
    open.undo.retain(|change| !matches!(change, Change::CheckIn(number) if *number == request.number));
    Ok(())
}

pub(crate) fn exchange_slip(desk: &Desk, open: &mut Open, request: ExchangeSlip) -> Result<(), Problem> {
    let code = SlipCode::parse(&request.code)?;
    let by = desk.with_two(open, &request.by)?;
    Ok(acts::exchange_slip(&mut open.office, &by, &code)?)
}
