//! Whose turn it is in the ceremony.

use crate::open::{ceremony::CeremonyAtWork, session::Open};
use procedure::count::counted;
use session_model::{OutputWay, Role as OfficeRole};
use wire::{CardTurn, DeskError, Problem};

/// The card of a scrutineer whose turn it is, with its place.
pub(super) fn card_in_turn(open: &Open, holder: u32) -> Result<(&CeremonyAtWork, usize), Problem> {
    let work = open.ceremony.as_ref().ok_or(DeskError::NoCeremony)?;
    match work.next() {
        Some(next) if next == holder => Ok((work, holder as usize - 1)),
        Some(next) => Err(DeskError::CardsInOrder { name: holder_of(open, next)? }.into()),
        None => Err(DeskError::NoCeremony.into()),
    }
}

/// The scrutineer of a card.
pub(super) fn holder_of(open: &Open, holder: u32) -> Result<String, Problem> {
    let profile = open.office.store().profile()?;
    let name = (holder as usize).checked_sub(1).and_then(|place| profile.card_holders().get(place).copied());
    Ok(name.unwrap_or_default().to_owned())
}

/// The card whose turn it is, and what its scrutineer does next.
pub(super) fn turn(open: &Open) -> Result<Option<CardTurn>, Problem> {
    let Some(work) = &open.ceremony else { return Ok(None) };
    let Some(holder) = work.next() else { return Ok(None) };
    let card = &work.cards[holder as usize - 1];
    let name = holder_of(open, holder)?;
    let store = open.office.store();
    let has_pin = store.people(OfficeRole::Scrutineer)?.contains(&name);
    let is_lent = store.profile()?.text().training && !card.pin_set;
    let is_out = |way| work.ceremony.is_card_out(holder, way);
    Ok(Some(CardTurn {
        holder,
        sets_pin: !has_pin || is_lent,
        shown: is_out(OutputWay::Shown),
        taken_out: is_out(OutputWay::Printed) || is_out(OutputWay::Saved),
        asked_row: counted(card.asked_row + 1),
    }))
}
