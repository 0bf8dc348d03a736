//! The count before it is made.

use crate::{
    open::{desk::Desk, session::Open},
    reads::{hash::in_groups, holders::holders},
};
use ballot_box::KeyCard;
use key_holders::spoken_hex;
use office::acts;
use procedure::count::counted;
use procedure::round::{Closed, Round};
use session_model::KeyMaking;
use std::collections::BTreeSet;
use wire::{CountView, DeskError, Problem, conversions::void_reason};

pub(crate) fn count(_: &Desk, open: &Open) -> Result<CountView, Problem> {
    let closed = match open.round()? {
        Some(Round::Closed(closed)) => Some(closed),
        _ => None,
    };
    let root = closed.as_ref().map(|closed| closed.closing.root.as_str()).unwrap_or_default();
    let (store, text) = (open.office.store(), open.office.store().profile()?.text().clone());
    let (presented, box_written) = match (&closed, text.keys) {
        (Some(closed), KeyMaking::Distributed) => {
            let taken = store.taken_openings(closed.contest.round())?;
            let holders = taken.into_iter().map(|(holder, _)| holder).collect();
            (holders, acts::is_box_written(&open.office, closed)?)
        }
        (_, KeyMaking::Dealt) | (None, KeyMaking::Distributed) => {
            (open.cards.iter().map(KeyCard::holder).collect::<BTreeSet<_>>(), false)
        }
    };
    let spoken = match text.keys {
        KeyMaking::Distributed => spoken_hex(root).unwrap_or_default(),
        KeyMaking::Dealt => String::new(),
    };
    Ok(CountView {
        keys: text.keys.into(),
        holders: holders(open, |holder| presented.contains(&holder))?,
        needed: text.threshold,
        presented: counted(presented.len()),
        spoken_root: spoken.split_whitespace().map(str::to_owned).collect(),
        box_written,
        ballots: closed.as_ref().map_or(0, |closed| closed.closing.collected.0),
        root: in_groups(root),
        void_reason: closed.as_ref().and_then(Closed::void_reason).map(void_reason),
        problem: closed.is_none().then(|| DeskError::NeedsClose.into()),
    })
}
