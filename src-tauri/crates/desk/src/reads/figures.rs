//! The figures of the latest round: who is present, what was handed out and cast.

use crate::open::session::Open;
use office::{act::Office, acts};
use procedure::count::counted;
use procedure::round::Round;
use session_model::KioskState;
use wire::{Problem, RoundFigures};

/// The figures of a round; none while there is no roster.
pub(crate) fn figures(open: &Open, round: Option<&Round>) -> Result<Option<RoundFigures>, Problem> {
    let store = open.office.store();
    let Some(round) = round else {
        let in_office = store.delegates()?.iter().filter(|delegate| delegate.in_office).count();
        let delegates = counted(in_office);
        let none = RoundFigures {
            delegates,
            present: 0,
            quorum: 0,
            quorum_reached: false,
            issued: 0,
            cast: Some(0),
            kiosks_out: 0,
            disputes_open: 0,
        };
        return Ok(Some(none).filter(|figures| figures.delegates > 0));
    };
    let contest = round.contest();
    let counts = store.attendance(contest.round())?;
    let cast = match round {
        Round::Closed(closed) => closed.closing.collected,
        Round::Counted(counted) => counted.account.collected(),
        Round::Confirmed(confirmed) => confirmed.counted.account.collected(),
        Round::Announced(announced) => announced.counted.account.collected(),
        Round::Draft(_)
        | Round::Adopted(_)
        | Round::Sealed(_)
        | Round::CheckIn(_)
        | Round::Polling(_)
        | Round::Suspended(_)
        | Round::Void(_) => open.office.turnout()?.cast,
    };
    let (kiosks_out, disputes_open) = unsettled(&open.office, Some(round))?;
    Ok(Some(RoundFigures {
        kiosks_out,
        disputes_open,
        delegates: contest.delegates.0,
        present: counts.present.0,
        quorum: contest.quorum().0,
        quorum_reached: counts.present >= contest.quorum(),
        issued: counts.issued.0,
        cast: (!open.office.trays_are_to_be_counted()).then_some(cast.0),
    }))
}

/// Returns what keeps the poll from being closed: how many kiosks are out, and how many slips are in dispute. Nothing where
/// no poll is open.
fn unsettled(office: &Office, round: Option<&Round>) -> Result<(u32, u32), Problem> {
    if !matches!(round, Some(Round::Polling(_) | Round::Suspended(_))) {
        return Ok((0, 0));
    }
    let out = acts::kiosks(office)?.iter().filter(|kiosk| kiosk.state == KioskState::Out).count();
    let open = acts::disputes(office)?.iter().filter(|dispute| dispute.decision.is_none()).count();
    Ok((counted(out), counted(open)))
}
