//! Paper ballots, read twice by two persons, compared, and entered. What the first reader read is sent nowhere before the
//! second is done.

pub(crate) mod acts;
pub(crate) mod view;

use crate::open::session::Open;
use procedure::{contest::Contest, round::Round};
use session_model::paper_ballot::{Reading, Readings};
use wire::{DeskError, Problem};

/// Both readings, to be compared and resolved.
fn both(open: &Open, readings: &[Reading; 2]) -> Result<Readings, Problem> {
    let profile = open.office.store().profile()?;
    let [first, second] = readings.clone();
    Ok(Readings::new(&profile, &contest(open)?.form()?, first, second)?)
}

/// What the open or suspended poll is about.
fn contest(open: &Open) -> Result<Contest, Problem> {
    match open.round()? {
        Some(Round::Polling(polling)) => Ok(polling.contest),
        Some(Round::Suspended(suspended)) => Ok(suspended.polling.contest),
        _ => Err(DeskError::NotPolling.into()),
    }
}
