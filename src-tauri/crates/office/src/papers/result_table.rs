//! The result of a round as a spreadsheet, for those who go on counting.

use super::{
    matter::Matter,
    result::result_of,
    row::{Bytes, Form, OfRound, Row, Scope},
    session::{Documents, Wanted},
    status::of_result,
};
use lists::result_spreadsheet;
use procedure::round::Round;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "result-table",
    stem: "result-table",
    form: Form::Spreadsheet,
    is_signed: false,
    shows: &[Matter::Result],
    scope: Scope::Round(OfRound { status: of_result, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let Some(report) = result_of(session, wanted, round)? else { return Ok(None) };
    Ok(Some(result_spreadsheet(&report)?))
}
