//! The report on the close of the poll (投票结束报告单).

use super::{
    ceremony::acts_since_sealing,
    matter::Matter,
    poll_report::{distribution, report},
    row::{Bytes, Form, OfRound, Row, Scope},
    session::{Documents, Wanted},
    status::once_closed,
};
use documents::{Papers, PollStage};
use procedure::round::Round;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "closing-report",
    stem: "closing",
    form: Form::Pdf,
    is_signed: false,
    shows: &[Matter::Close],
    scope: Scope::Round(OfRound { status: once_closed, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let (Some(closed), Some(distribution), Some(later)) =
        (session.closing_of(round), distribution(session, round)?, acts_since_sealing(session, round)?)
    else {
        return Ok(None);
    };
    let stage = PollStage::Closing {
        distribution,
        collected: closed.collected,
        tray: Papers { slips: closed.tray.slips, paper: closed.tray.paper },
        statement: closed.statement.map(str::to_owned),
        later,
        root: closed.root.to_owned(),
        station_key: session.station_key(),
    };
    report(session, wanted, round, stage)
}
