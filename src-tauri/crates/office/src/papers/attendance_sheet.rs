//! The attendance sheet (签到表).

use super::{
    delegations::by_delegation,
    matter::Matter,
    row::{Bytes, Form, OfRound, Row, Scope},
    session::{Documents, Wanted},
    status::of_contest,
};
use documents::{AttendanceSheet, SigningDelegation};
use procedure::round::Round;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "attendance-sheet",
    stem: "attendance-sheet",
    form: Form::Report,
    is_signed: false,
    shows: &[Matter::Contest],
    scope: Scope::Round(OfRound { status: of_contest, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let delegations = by_delegation(session)?;
    let sheet = AttendanceSheet {
        heading: session.heading(wanted, &round.contest().rules),
        round: round.number(),
        delegations: delegations
            .into_iter()
            .map(|(name, delegates)| SigningDelegation {
                name,
                delegates: delegates.into_iter().map(|found| (found.number, found.name)).collect(),
            })
            .collect(),
    };
    Ok(Some(documents::attendance_sheet(session.output(wanted), &sheet)?))
}
