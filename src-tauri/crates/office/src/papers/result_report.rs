//! The report of a counted or void round (计票结果报告单).

use super::{
    matter::Matter,
    result::result_of,
    row::{Bytes, Form, OfRound, Row, Scope},
    session::{Documents, Wanted},
    status::of_result,
};
use procedure::round::Round;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "result-report",
    stem: "result",
    form: Form::Report,
    is_signed: true,
    shows: &[Matter::Result],
    scope: Scope::Round(OfRound { status: of_result, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let Some(report) = result_of(session, wanted, round)? else { return Ok(None) };
    Ok(Some(documents::result_report(session.output(wanted), &report)?))
}
