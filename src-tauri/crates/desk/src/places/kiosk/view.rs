//! What the booth window shows: what can be done, and the ballot of the delegate who votes.

use crate::{
    open::{desk::Desk, kiosk::Voter, session::Open},
    reads::{candidate::on_ballot, zones::zones_made},
};
use procedure::{ballot::Selection, contest::Contest, round::Round};
use session_model::Zone;
use wire::{BallotView, KioskPhase, KioskStatus, Nothing, Problem, ZoneName, conversions::zone_name};

pub(crate) fn kiosk_status(desk: &Desk, _: Nothing) -> Result<KioskStatus, Problem> {
    status(desk)
}

/// What the window shows when nobody votes.
pub(crate) fn status(desk: &Desk) -> Result<KioskStatus, Problem> {
    match &*desk.open() {
        Some(open) => status_of(desk, open),
        None => Ok(no_session(desk)),
    }
}

pub(crate) fn status_of(desk: &Desk, open: &Open) -> Result<KioskStatus, Problem> {
    let profile = open.office.store().profile()?;
    let round = open.round()?;
    let phase = match &round {
        _ if open.kiosk.is_locked() => KioskPhase::Locked,
        Some(Round::Polling(_)) => KioskPhase::Open,
        Some(Round::Suspended(_)) => KioskPhase::Suspended,
        Some(Round::Closed(_) | Round::Counted(_) | Round::Confirmed(_) | Round::Announced(_)) => {
            KioskPhase::Closed
        }
        None
        | Some(Round::Draft(_) | Round::Adopted(_) | Round::Sealed(_) | Round::CheckIn(_) | Round::Void(_)) => {
            KioskPhase::NotOpen
        }
    };
    Ok(KioskStatus {
        phase,
        congress: profile.text().congress.clone(),
        session: profile.text().session.clone(),
        round: round.as_ref().map(Round::number),
        training: profile.text().training,
        number: open.office.store().this_kiosk()?.map(|kiosk| kiosk.number),
        zone: zone(open, round.as_ref())?,
        language: profile.text().language.into(),
        idle_seconds: desk.kiosk_times.idle,
        warning_seconds: desk.kiosk_times.warning,
    })
}

/// The kiosk's zone, where that tells slips apart: a remote kiosk's, or the first where there are several.
fn zone(open: &Open, round: Option<&Round>) -> Result<Option<ZoneName>, Problem> {
    if let Some(kiosk) = open.office.store().this_kiosk()? {
        return Ok(Some(zone_name(kiosk.zone)));
    }
    let Some(round @ (Round::Polling(_) | Round::Suspended(_))) = round else { return Ok(None) };
    let made = zones_made(&open.office, round.number())?;
    Ok((made.len() > 1).then(|| zone_name(Zone::FIRST)))
}

fn no_session(desk: &Desk) -> KioskStatus {
    KioskStatus {
        phase: KioskPhase::NotOpen,
        congress: String::new(),
        session: String::new(),
        round: None,
        training: false,
        number: None,
        zone: None,
        language: desk.settings().language,
        idle_seconds: desk.kiosk_times.idle,
        warning_seconds: desk.kiosk_times.warning,
    }
}

pub(super) fn ballot(contest: &Contest, voter: &Voter) -> BallotView {
    let block_of = |place: usize| {
        let blocks = (0..).zip(&voter.form.blocks);
        blocks
            .into_iter()
            .find(|(_, block)| block.candidates.contains(&place))
            .map_or(0, |(number, _)| number)
    };
    let candidates = contest.list.candidates().iter().enumerate();
    BallotView {
        candidates: candidates.map(|(place, candidate)| on_ballot(candidate, block_of(place))).collect(),
        blocks: voter.blocks(),
        oppose: voter.form.oppose,
        exactly: voter.form.selection == Selection::Exactly,
        marks: voter.marks.clone(),
    }
}
