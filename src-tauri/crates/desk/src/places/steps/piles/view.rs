//! What was scanned of the piles.

use crate::open::{desk::Desk, session::Open};
use office::acts::{self, Misfit, PileStatus};
use wire::{MisfitView, PileView, PilesView, Problem, WhyMisfit};

pub(crate) fn piles(_: &Desk, open: &Open) -> Result<PilesView, Problem> {
    let status = acts::piles_status(&open.office, &open.piles)?;
    Ok(PilesView {
        asked: open.office.store().record_version()? > 1,
        expected: status.expected,
        left_over: pile(status.left_over),
        tray: pile(status.tray),
    })
}

fn pile(status: PileStatus) -> PileView {
    PileView { scanned: status.scanned, misfits: status.misfits.into_iter().map(misfit).collect() }
}

fn misfit(misfit: Misfit) -> MisfitView {
    let why = match misfit.why {
        acts::WhyMisfit::Used => WhyMisfit::Used,
        acts::WhyMisfit::Unused => WhyMisfit::Unused,
        acts::WhyMisfit::Exchanged => WhyMisfit::Exchanged,
        acts::WhyMisfit::Annulled => WhyMisfit::Annulled,
        acts::WhyMisfit::Unknown => WhyMisfit::Unknown,
    };
    MisfitView { ending: misfit.ending, why }
}
