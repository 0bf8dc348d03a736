//! Presenting key cards, and counting.

use crate::open::{desk::Desk, session::Open};
use ballot_box::{BallotBoxError, KeyCard};
use office::acts;
use procedure::round::Round;
use wire::{DeskError, Nothing, PresentCard, Problem, WithTwo};
use zeroize::Zeroize;

pub(crate) fn present_card(_: &Desk, open: &mut Open, mut request: PresentCard) -> Result<(), Problem> {
    let card = KeyCard::parse(&request.typed);
    request.typed.zeroize();
    let card = card?;
    let Some(Round::Closed(closed)) = open.round()? else { return Err(DeskError::NeedsClose.into()) };
    let keys = open.office.store().keys(closed.contest.round())?;
    card.check(&keys.ok_or(DeskError::NeedsSeal)?.election)?;
    if open.cards.iter().any(|known| known.holder() == card.holder()) {
        return Err(BallotBoxError::CardTwice { holder: card.holder() }.into());
    }
    open.cards.push(card);
    Ok(())
}

pub(crate) fn withdraw_cards(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    open.cards.clear();
    Ok(())
}

pub(crate) fn count(desk: &Desk, open: &mut Open, request: WithTwo) -> Result<(), Problem> {
    let Some(Round::Closed(closed)) = open.round()? else { return Err(DeskError::NeedsClose.into()) };
    let by = desk.with_two(open, &request.by)?;
    let work = desk.work.begin(closed.closing.collected.0.max(1), true);
    acts::count(&mut open.office, &by, &open.cards, &|done| work.reached(done))?;
    open.cards.clear();
    Ok(())
}
