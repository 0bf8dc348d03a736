//! Lots, signatures, the announcement, the next round, and the end of the key cards.

use crate::open::{desk::Desk, session::Open};
use office::acts;
use procedure::round::Signatures;
use wire::{ConfirmResult, DestroyCards, DrawLots, EndRound, Nothing, Problem};

pub(crate) fn draw_lots(desk: &Desk, open: &mut Open, request: DrawLots) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    Ok(acts::draw_lots(&mut open.office, &by, &request.drawn)?)
}

pub(crate) fn confirm_result(desk: &Desk, open: &mut Open, request: ConfirmResult) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    let chief = open.office.store().profile()?.text().chief.clone();
    let signatures = Signatures { chief, scrutineers: request.scrutineers, tellers: request.tellers };
    Ok(acts::confirm(&mut open.office, &by, signatures)?)
}

pub(crate) fn announce(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    let by = open.operator();
    acts::announce(&mut open.office, &by)?;
    Ok(())
}

pub(crate) fn destroy_cards(desk: &Desk, open: &mut Open, request: DestroyCards) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    Ok(acts::destroy_cards(&mut open.office, &by, &request.cards)?)
}

pub(crate) fn begin_next(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    let by = open.operator();
    acts::begin_next(&mut open.office, &by)?;
    open.undo.clear();
    Ok(())
}

pub(crate) fn end_rounds(desk: &Desk, open: &mut Open, request: EndRound) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    Ok(acts::end_rounds(&mut open.office, &by, &request.statement)?)
}
