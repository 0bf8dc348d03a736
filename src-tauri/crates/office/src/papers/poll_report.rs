//! What the reports on a poll have in common: the chief scrutineer signs each.

use super::{
    row::Bytes,
    session::{Documents, Wanted},
};
use crate::{errors::OfficeError, log::Event};
use documents::{Distribution, Papers, PollReport, PollStage};
use procedure::{
    count::{Delegates, counted},
    round::Round,
};
use session_model::Handed;

/// The report on this stage of a poll.
pub(super) fn report(session: &Documents<'_>, wanted: &Wanted, round: &Round, stage: PollStage) -> Bytes {
    Ok(Some(documents::poll_report(session.output(wanted), &content(session, wanted, round, stage))?))
}

/// What it says.
pub(super) fn content(
    session: &Documents<'_>,
    wanted: &Wanted,
    round: &Round,
    stage: PollStage,
) -> PollReport {
    let text = session.profile.text();
    PollReport {
        heading: session.heading(wanted, &round.contest().rules),
        round: round.number(),
        date: session.day_of(round),
        stage,
        chief: text.chief.clone(),
        scrutineers: text.scrutineers.clone(),
        tellers: text.tellers.clone(),
    }
}

/// How slips and paper ballots were used so far.
pub(super) fn distribution(
    session: &Documents<'_>,
    round: &Round,
) -> Result<Option<Distribution>, OfficeError> {
    let Some((made, _)) = session.sealed(round) else { return Ok(None) };
    let present = session.present(round)?;
    let handed = |kind: Handed| counted(present.values().filter(|handed| **handed == kind).count());
    let issued = Papers { slips: handed(Handed::Slip), paper: handed(Handed::Paper) };
    let exchanged = session
        .log
        .iter()
        .filter(|act| matches!(act.entry.event, Event::SlipExchanged { round: of } if of == round.number()));
    let cancelled = Papers { slips: counted(exchanged.count()), paper: 0 };
    let left_over = Papers {
        slips: made.slips.saturating_sub(issued.slips).saturating_sub(cancelled.slips),
        paper: made.paper.saturating_sub(issued.paper),
    };
    Ok(Some(Distribution { present: Delegates(counted(present.len())), made, issued, left_over, cancelled }))
}
