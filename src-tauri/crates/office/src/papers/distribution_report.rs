//! The report on what was handed out (选票分发情况报告单).

use super::{
    matter::Matter,
    poll_report::{distribution, report},
    row::{Bytes, Form, OfRound, Row, Scope, Status},
    session::{Documents, Wanted},
    status::once_closed,
};
use documents::{PollStage, Standing};
use procedure::round::Round;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "distribution-report",
    stem: "distribution",
    form: Form::Report,
    is_signed: false,
    shows: &[Matter::HandedOut, Matter::Close],
    scope: Scope::Round(OfRound { status, make }),
};

fn status(session: &Documents<'_>, round: &Round) -> Status {
    match round {
        Round::Polling(_) | Round::Suspended(_) => Ok(Some(Standing::Unofficial)),
        Round::Draft(_)
        | Round::Adopted(_)
        | Round::Sealed(_)
        | Round::CheckIn(_)
        | Round::Closed(_)
        | Round::Counted(_)
        | Round::Confirmed(_)
        | Round::Announced(_)
        | Round::Void(_) => once_closed(session, round),
    }
}

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let Some(distribution) = distribution(session, round)? else { return Ok(None) };
    report(session, wanted, round, PollStage::Distribution(distribution))
}
