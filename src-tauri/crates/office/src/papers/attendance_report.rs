//! The report on who attends (出席代表报告单).

use super::{
    delegations::by_delegation,
    matter::Matter,
    row::{Bytes, Form, OfRound, Row, Scope},
    session::{Documents, Wanted},
    status::of_attendance,
};
use documents::{AttendanceReport, DelegationPresence};
use procedure::{
    count::{Delegates, counted},
    round::Round,
};

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "attendance-report",
    stem: "attendance",
    form: Form::Report,
    is_signed: false,
    shows: &[Matter::Opening, Matter::Attendance],
    scope: Scope::Round(OfRound { status: of_attendance, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let contest = round.contest();
    let present = session.present(round)?;
    let delegations: Vec<DelegationPresence> = by_delegation(session)?
        .into_iter()
        .map(|(name, delegates)| DelegationPresence {
            name,
            delegates: Delegates(counted(delegates.len())),
            present: Delegates(counted(
                delegates.iter().filter(|delegate| present.contains_key(&delegate.number)).count(),
            )),
        })
        .collect();
    let report = AttendanceReport {
        heading: session.heading(wanted, &contest.rules),
        round: round.number(),
        date: session.day_of(round),
        delegates: contest.delegates,
        present: Delegates(counted(present.len())),
        quorum: contest.quorum(),
        quorum_rule: contest.rules.quorum,
        delegations,
        chief: session.profile.text().chief.clone(),
    };
    Ok(Some(documents::attendance_report(session.output(wanted), &report)?))
}
