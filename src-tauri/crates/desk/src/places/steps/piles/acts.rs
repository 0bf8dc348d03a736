//! Scanning the piles, and deciding about a used slip among the left-over ones.

use crate::open::{desk::Desk, session::Open};
use ballot_box::SlipCode;
use office::acts::{self, Piles};
use wire::{AnnulSlip, Nothing, Pile, Problem, ScanSlip};

pub(crate) fn scan_slip(_: &Desk, open: &mut Open, request: ScanSlip) -> Result<(), Problem> {
    let code = SlipCode::parse(&request.code)?;
    let pile = match request.pile {
        Pile::LeftOver => acts::Pile::LeftOver,
        Pile::Tray => acts::Pile::Tray,
    };
    Ok(acts::scan_slip(&open.office, &mut open.piles, pile, &code)?)
}

pub(crate) fn take_misfits_out(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    Ok(acts::take_misfits_out(&open.office, &mut open.piles)?)
}

pub(crate) fn restart_piles(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    open.piles = Piles::default();
    Ok(())
}

pub(crate) fn annul_slip(desk: &Desk, open: &mut Open, request: AnnulSlip) -> Result<(), Problem> {
    let code = SlipCode::parse(&request.code)?;
    let by = desk.with_two(open, &request.by)?;
    Ok(acts::annul_slip(&mut open.office, &by, &open.piles, &code, &request.reason)?)
}
