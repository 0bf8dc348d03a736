//! The count before it is made.

use crate::{
    open::{desk::Desk, session::Open},
    reads::{hash::in_groups, holders::holders},
};
use procedure::count::counted;
use procedure::round::{Closed, Round};
use wire::{CountView, DeskError, Problem, conversions::void_reason};

pub(crate) fn count(_: &Desk, open: &Open) -> Result<CountView, Problem> {
    let closed = match open.round()? {
        Some(Round::Closed(closed)) => Some(closed),
        _ => None,
    };
    let root = closed.as_ref().map(|closed| closed.closing.root.as_str()).unwrap_or_default();
    Ok(CountView {
        holders: holders(open, |holder| open.cards.iter().any(|card| card.holder() == holder))?,
        needed: open.office.store().profile()?.text().threshold,
        presented: counted(open.cards.len()),
        ballots: closed.as_ref().map_or(0, |closed| closed.closing.collected.0),
        root: in_groups(root),
        void_reason: closed.as_ref().and_then(Closed::void_reason).map(void_reason),
        problem: closed.is_none().then(|| DeskError::NeedsClose.into()),
    })
}
