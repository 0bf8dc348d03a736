//! The report on the key ceremony (钥匙仪式报告单), which every holder signs before the poll opens.

use super::{
    ceremony::ceremony_acts,
    matter::Matter,
    poll_report::content,
    row::{Bytes, Form, OfRound, Row, Scope, Status},
    session::{Documents, Wanted},
};
use documents::{PollReport, PollStage, Standing};
use procedure::round::Round;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "ceremony-report",
    stem: "ceremony",
    form: Form::Report,
    is_signed: false,
    shows: &[Matter::Ceremony],
    scope: Scope::Round(OfRound { status, make }),
};

/// Final once the round is sealed. Of a ceremony that no PIN and no output is logged of there is nothing to report.
fn status(session: &Documents<'_>, round: &Round) -> Status {
    Ok(ceremony_acts(session, round)?.filter(|acts| !acts.is_empty()).map(|_| Standing::Official))
}

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let (Some((_, key)), Some(acts)) = (session.sealed(round), ceremony_acts(session, round)?) else {
        return Ok(None);
    };
    let content = content(session, wanted, round, PollStage::Ceremony { key, acts });
    // It may be signed on another day than that of the poll: whoever signs fills in the day.
    Ok(Some(documents::poll_report(session.output(wanted), &PollReport { date: None, ..content })?))
}
