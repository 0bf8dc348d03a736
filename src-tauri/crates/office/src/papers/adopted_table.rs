//! The projects adopted so far, as a spreadsheet.

use super::{
    decided::adopted,
    matter::Matter,
    row::{Bytes, Form, OfSession, Row, Scope},
    session::{Documents, Wanted},
    status::of_decision,
};
use lists::adopted_spreadsheet;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "adopted-table",
    stem: "adopted-table",
    form: Form::Spreadsheet,
    is_signed: false,
    shows: &[Matter::Decision],
    scope: Scope::Session(OfSession { status: of_decision, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted) -> Bytes {
    let Some(first) = session.rounds.first() else { return Ok(None) };
    let heading = session.heading_without_record(&first.contest().rules, wanted.standing);
    Ok(Some(adopted_spreadsheet(&heading, &adopted(session))?))
}
