//! Who is present, and what is left to be handed out.

use crate::{
    open::{desk::Desk, session::Open},
    places::steps::check_in::initials::initials,
    reads::{figures::figures, lists::delegations},
};
use office::errors::ActsError;
use procedure::count::counted;
use procedure::{round::Round, rules::LateArrival};
use session_model::Handed;
use std::collections::BTreeMap;
use wire::{Attendance, AttendanceRow, DeskError, Problem};

pub(crate) fn attendance(_: &Desk, open: &Open) -> Result<Attendance, Problem> {
    let store = open.office.store();
    let round = open.round()?;
    let delegates = store.delegates()?;
    let present = match &round {
        Some(round) => store.present(round.number())?,
        None => BTreeMap::new(),
    };
    let rows = delegates.iter().filter(|delegate| delegate.in_office).map(|delegate| {
        let handed = present.get(&delegate.number);
        AttendanceRow {
            number: delegate.number.clone(),
            name: delegate.name.clone(),
            delegation: delegate.delegation.clone(),
            initials: initials(&delegate.name),
            present: handed.is_some(),
            slip: handed.is_some_and(|handed| *handed != Handed::None),
            paper: handed == Some(&Handed::Paper),
        }
    });
    let figures = figures(open, round.as_ref())?.ok_or(DeskError::NeedsDelegates)?;
    let left = left(open, round.as_ref())?;
    Ok(Attendance {
        rows: rows.collect(),
        delegations: delegations(open, &delegates)?,
        figures,
        slips_left: left.0,
        paper_left: left.1,
        refused: refused(round.as_ref()),
        undo_refused: open.check_in_undo_refused()?,
    })
}

/// How many slips are left to be handed out, and how many paper ballots where there are any.
fn left(open: &Open, round: Option<&Round>) -> Result<(u32, Option<u32>), Problem> {
    let Some(round @ (Round::Sealed(_) | Round::CheckIn(_) | Round::Polling(_) | Round::Suspended(_))) =
        round
    else {
        return Ok((0, None));
    };
    let store = open.office.store();
    let (slips, paper) = store.slips_made()?;
    let present = store.present(round.number())?;
    let out = |what: Handed| counted(present.values().filter(|handed| **handed == what).count());
    let paper_out = out(Handed::Paper);
    let paper_left = (paper > 0).then(|| paper.saturating_sub(paper_out));
    Ok((slips.saturating_sub(out(Handed::Slip)), paper_left))
}

/// Why nobody can check in now.
fn refused(round: Option<&Round>) -> Option<Problem> {
    match round {
        Some(Round::CheckIn(_)) => None,
        Some(Round::Polling(_) | Round::Suspended(_))
            if round.is_some_and(|round| round.contest().rules.late_arrival == LateArrival::UntilClose) =>
        {
            None
        }
        Some(Round::Polling(_) | Round::Suspended(_)) => Some(ActsError::NoLateArrivals.into()),
        Some(round) => Some(ActsError::RoundUnfinished { state: round.state() }.into()),
        None => Some(DeskError::NeedsSeal.into()),
    }
}
