//! Adopting.

use crate::{
    open::{desk::Desk, session::Open},
    places::steps::adopt::view::first_contest,
};
use office::{acts, errors::ActsError};
use wire::{Adopt, Problem};

pub(crate) fn adopt(_: &Desk, open: &mut Open, request: Adopt) -> Result<(), Problem> {
    let by = open.operator();
    if open.round()?.is_none() {
        // Looked at first: once begun, list and rules can't be changed.
        let warnings = first_contest(open)?.check()?.len();
        if warnings != request.acknowledged as usize {
            return Err(ActsError::WarningsNotAcknowledged { warnings }.into());
        }
        acts::begin(&mut open.office, &by)?;
    }
    let warnings = acts::warnings(&open.office)?;
    if warnings.len() != request.acknowledged as usize {
        return Err(ActsError::WarningsNotAcknowledged { warnings: warnings.len() }.into());
    }
    acts::adopt(&mut open.office, &by, &warnings)?;
    open.undo.clear();
    Ok(())
}
