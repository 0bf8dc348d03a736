//! The scrutineers who hold key cards.

use crate::open::session::Open;
use wire::{CardHolder, Problem};

/// The scrutineers in the order of the cards, from 1, and with each card whether it is done with.
pub(crate) fn holders(open: &Open, done: impl Fn(u32) -> bool) -> Result<Vec<CardHolder>, Problem> {
    let profile = open.office.store().profile()?;
    let held = (1..).zip(profile.card_holders());
    Ok(held.map(|(holder, name)| CardHolder { holder, name: name.to_owned(), done: done(holder) }).collect())
}
