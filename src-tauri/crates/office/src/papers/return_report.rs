//! The report on what was collected (选票收回情况报告单).

use super::{
    matter::Matter,
    poll_report::report,
    row::{Bytes, Form, OfRound, Row, Scope},
    session::{Documents, Wanted},
    status::once_closed,
};
use documents::PollStage;
use procedure::round::Round;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "return-report",
    stem: "return",
    form: Form::Report,
    is_signed: false,
    shows: &[Matter::Close],
    scope: Scope::Round(OfRound { status: once_closed, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let Some((closed, _)) = session.closing_of(round) else { return Ok(None) };
    let present = session.office.store().attendance(round.number())?.present;
    let stage = PollStage::Return { present, issued: closed.issued, collected: closed.collected };
    report(session, wanted, round, stage)
}
