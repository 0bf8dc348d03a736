//! Slips that were spent at two kiosks: the scrutineers decide.

use super::stated;
use crate::{
    act::{Office, Witnessed, check_statement},
    errors::{KioskError, OfficeError},
    log::Event,
    store::{
        Section, kiosks,
        slots::{self, OpenBox},
    },
};
use ballot_box::SlipTag;
use procedure::round::{ActError, Round, RoundState};
use session_model::{Dispute, Kept};

/// Why a slip is void of which no ballot was kept.
const SPENT_TWICE: &str = "spent-twice";

/// The slips of the latest round that were spent at two kiosks or more, decided about or not, sorted by tag.
pub fn disputes(office: &Office) -> Result<Vec<Dispute>, OfficeError> {
    let round = office.round()?.number();
    Ok(kiosks::disputes(office.store.read(), round)?)
}

/// Decides, before the close, about a slip that was spent at two kiosks: the ballot of one of them counts, or none does
/// and the slip is collected and void. Decided once; only another box with the same slip opens the dispute again.
pub fn decide_dispute(
    office: &mut Office,
    by: &Witnessed,
    tag: &SlipTag,
    kept: Kept,
    reason: &str,
) -> Result<(), OfficeError> {
    office.refuse_at_a_kiosk()?;
    let reason = stated(reason)?;
    let latest = office.round()?;
    if !matches!(latest, Round::Polling(_) | Round::Suspended(_)) {
        return Err(ActError::WrongState { needed: RoundState::Polling, found: latest.state() }.into());
    }
    let round = latest.number();
    let slip = *tag;
    let dispute = kiosks::dispute(office.store.read(), round, tag)?.ok_or(KioskError::NoDispute { slip })?;
    if dispute.decision.is_some() {
        return Err(KioskError::DisputeDecided { slip }.into());
    }
    let ballot = match kept {
        Kept::None => None,
        Kept::Kiosk(kiosk) if dispute.kiosks.contains(&kiosk) => {
            Some(kiosks::disputed(office.store.read(), round, tag, kiosk)?)
        }
        Kept::Kiosk(kiosk) => return Err(KioskError::NotSpentThere { slip, kiosk }.into()),
    };
    check_statement(&reason)?;
    let event = Event::DisputeDecided {
        round,
        slip,
        kiosks: dispute.kiosks,
        kept: match kept {
            Kept::Kiosk(kiosk) => Some(kiosk),
            Kept::None => None,
        },
        void: (kept == Kept::None).then(|| SPENT_TWICE.to_owned()),
        statement: reason.clone(),
    };
    office.act(by, &[Section::Disputes(round)], event, |transaction, station| {
        kiosks::decide(transaction, round, tag, kept, &reason)?;
        match &ballot {
            Some(ballot) => slots::put_back(transaction, OpenBox { station, round }, tag, ballot),
            None => Ok(()),
        }
    })
}
