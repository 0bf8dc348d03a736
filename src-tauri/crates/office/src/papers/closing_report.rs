//! The report on the close of the poll (投票结束报告单).

use super::{
    ceremony::acts_since_sealing,
    matter::Matter,
    poll_report::{distribution, report},
    row::{Bytes, Form, OfRound, Row, Scope},
    sentence::sentence,
    session::{Act, Documents, Wanted},
    status::once_closed,
};
use crate::{
    errors::OfficeError,
    log::{Event, PollClosed},
};
use documents::{Papers, PilesChecked, PollStage};
use key_holders::spoken_hex;
use procedure::round::Round;
use session_model::PileCount;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "closing-report",
    stem: "closing",
    form: Form::Report,
    is_signed: false,
    shows: &[Matter::Close],
    scope: Scope::Round(OfRound { status: once_closed, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let (Some((closed, _)), Some(distribution), Some(later)) =
        (session.closing_of(round), distribution(session, round)?, acts_since_sealing(session, round)?)
    else {
        return Ok(None);
    };
    let stage = PollStage::Closing {
        distribution,
        collected: closed.collected,
        tray: Papers { slips: closed.tray.slips, paper: closed.tray.paper },
        statement: closed.statement.clone(),
        piles: piles(closed),
        annulled: annulled(session, round),
        resumed: resumed(session, round)?,
        later,
        root: closed.root.clone(),
        spoken_root: session.by_holders().then(|| spoken_hex(&closed.root)).flatten(),
        station_key: session.station_key(),
    };
    report(session, wanted, round, stage)
}

/// How the piles of slips were checked.
fn piles(closed: &PollClosed) -> Option<PilesChecked> {
    let by_code =
        |PileCount { left, spoiled, tray_by_code, .. }| PilesChecked::ByCode { left, spoiled, tray_by_code };
    let left_out = |reason: String| PilesChecked::LeftOut { reason };
    closed.piles.map(by_code).or_else(|| closed.unchecked.clone().map(left_out))
}

/// Why slips of the left-over pile were cancelled, in order.
fn annulled(session: &Documents<'_>, round: &Round) -> Vec<String> {
    let reason = |act: &Act| {
        let Event::SlipAnnulled { round: of, reason, .. } = &act.entry.event else { return None };
        (*of == round.number()).then(|| reason.clone())
    };
    session.log.iter().filter_map(reason).collect()
}

/// How the poll of this round went on after interruptions, here and at remote kiosks, each with its time of day.
fn resumed(session: &Documents<'_>, round: &Round) -> Result<Vec<String>, OfficeError> {
    let went_on = |act: &&Act| {
        let event = &act.entry.event;
        let counted = matches!(event, Event::Resumed { count: Some(_), .. })
            || matches!(event, Event::BoxMerged(merged) if !merged.resumed.is_empty());
        counted && event.round() == Some(round.number())
    };
    let said = |act: &Act| {
        Ok(format!(
            "{} {}",
            act.entry.at.format("%H:%M"),
            sentence(&act.entry.event, session.profile.text().keys, session.language)?
        ))
    };
    session.log.iter().filter(went_on).map(said).collect()
}
