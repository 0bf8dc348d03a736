//! Who attends a round, as a spreadsheet.

use super::{
    matter::Matter,
    row::{Bytes, Form, OfRound, Row, Scope},
    session::{Documents, Wanted},
    status::of_attendance,
};
use lists::{AttendanceRow, attendance_spreadsheet};
use procedure::round::Round;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "attendance-table",
    stem: "attendance-table",
    form: Form::Spreadsheet,
    is_signed: false,
    shows: &[Matter::Opening, Matter::Attendance],
    scope: Scope::Round(OfRound { status: of_attendance, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let present = session.present(round)?;
    let delegates = session.office.store().delegates()?.into_iter();
    let rows: Vec<AttendanceRow> = delegates
        .map(|delegate| AttendanceRow {
            present: present.contains_key(&delegate.number),
            number: delegate.number,
            name: delegate.name,
            delegation: delegate.delegation,
            in_office: delegate.in_office,
        })
        .collect();
    let heading = session.heading_without_record(&round.contest().rules, wanted.standing);
    Ok(Some(attendance_spreadsheet(&heading, &rows)?))
}
