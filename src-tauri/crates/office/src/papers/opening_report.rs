//! The report on the box before the poll opens (票箱启用检查单).

use super::{
    matter::Matter,
    poll_report::report,
    row::{Bytes, Form, OfRound, Row, Scope, Status},
    session::{Documents, Wanted},
};
use documents::{PollStage, Standing};
use procedure::round::Round;
use session_model::contest_digest;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "opening-report",
    stem: "opening",
    form: Form::Report,
    is_signed: false,
    shows: &[Matter::Opening],
    scope: Scope::Round(OfRound { status, make }),
};

/// Before the poll opens the figures may still change.
#[expect(clippy::unnecessary_wraps, reason = "a row's status may fail")]
fn status(session: &Documents<'_>, round: &Round) -> Status {
    if session.opening_of(round).is_some() {
        return Ok(Some(Standing::Official));
    }
    Ok(matches!(round, Round::CheckIn(_)).then_some(Standing::Unofficial))
}

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let Some((made, key)) = session.sealed(round) else { return Ok(None) };
    let present = match session.opening_of(round) {
        Some((present, _)) => present,
        None => session.office.store().attendance(round.number())?.present,
    };
    let stage = PollStage::Opening {
        delegates: round.contest().delegates,
        present,
        quorum: round.contest().quorum(),
        made,
        key,
        digest: ballot_box::hex(&contest_digest(round.contest())),
    };
    report(session, wanted, round, stage)
}
