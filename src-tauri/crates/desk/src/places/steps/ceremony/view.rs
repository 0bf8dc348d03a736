//! The ceremony as it is.

use crate::{
    open::{ceremony::CeremonyAtWork, desk::Desk, session::Open},
    places::steps::ceremony::turn::turn,
    reads::{hash::in_groups, holders::holders, zones::zones_made},
};
use office::acts;
use procedure::count::counted;
use procedure::round::Round;
use wire::{CeremonyStage, CeremonyView, DeskError, Problem, ZoneSlips, conversions::zone_name};

pub(crate) fn ceremony(_: &Desk, open: &Open) -> Result<CeremonyView, Problem> {
    let profile = open.office.store().profile()?;
    let round = open.round()?;
    let seal = round.as_ref().map_or(Seal::Early, seal);
    let work = open.ceremony.as_ref();
    let stage = match (seal, work) {
        (Seal::Sealed { .. } | Seal::Past, _) => CeremonyStage::Sealed,
        (Seal::Early | Seal::Now, None) => CeremonyStage::None,
        (Seal::Early | Seal::Now, Some(work)) if work.cards_done() => CeremonyStage::Slips,
        (Seal::Early | Seal::Now, Some(_)) => CeremonyStage::Cards,
    };
    let is_done = |holder: u32| {
        let card = |work: &CeremonyAtWork| work.cards.get(holder as usize - 1).is_none_or(|card| card.done);
        stage == CeremonyStage::Sealed || work.is_some_and(card)
    };
    let (slips, paper) = match (seal, work) {
        (Seal::Sealed { slips }, _) => (slips, open.office.store().slips_made()?.1),
        (_, Some(work)) => (counted(work.ceremony.codes().len()), work.ceremony.paper()),
        (_, None) => (0, 0),
    };
    Ok(CeremonyView {
        stage,
        holders: holders(open, is_done)?,
        threshold: profile.text().threshold,
        keys: profile.text().keys.into(),
        cards_again: acts::reuses_cards(&open.office)?,
        delegates: round.as_ref().map_or(0, |round| round.contest().delegates.0),
        slips,
        paper,
        zones: match (&round, seal) {
            (Some(round), Seal::Sealed { .. }) => zones_made(&open.office, round.number())?,
            _ => zones_at_work(work)?,
        },
        slip_list: match &round {
            Some(round) => {
                in_groups(&open.office.store().slip_commitment(round.number())?.unwrap_or_default())
            }
            None => Vec::new(),
        },
        slips_out: work.is_some_and(|work| work.ceremony.are_slips_out()),
        turn: turn(open)?,
        problem: matches!(seal, Seal::Early).then(|| DeskError::NeedsAdoption.into()),
    })
}

/// What the round's state says of sealing its box.
#[derive(Clone, Copy)]
enum Seal {
    /// List and rules aren't adopted yet.
    Early,
    /// The ceremony is next.
    Now,
    /// The box is sealed, with so many slips.
    Sealed { slips: u32 },
    /// The box was sealed and is closed, or the round is void.
    Past,
}

const fn seal(round: &Round) -> Seal {
    match round {
        Round::Draft(_) => Seal::Early,
        Round::Adopted(_) => Seal::Now,
        Round::Sealed(sealed) => Seal::Sealed { slips: sealed.sealing.slips },
        Round::CheckIn(check_in) => Seal::Sealed { slips: check_in.sealing.slips },
        Round::Polling(polling) => Seal::Sealed { slips: polling.sealing.slips },
        Round::Suspended(suspended) => Seal::Sealed { slips: suspended.polling.sealing.slips },
        Round::Closed(_) | Round::Counted(_) | Round::Confirmed(_) | Round::Announced(_) | Round::Void(_) => {
            Seal::Past
        }
    }
}

/// The zones with the slips that were made for them and aren't sealed yet.
fn zones_at_work(work: Option<&CeremonyAtWork>) -> Result<Vec<ZoneSlips>, Problem> {
    let made = work.map(|work| work.ceremony.zones()).unwrap_or_default();
    let by_zone = made.chunk_by(|one, next| one == next);
    let zones = by_zone.filter_map(|slips| slips.first().map(|zone| (zone_name(*zone), slips.len())));
    zones.map(|(zone, slips)| Ok(ZoneSlips { zone, slips: counted(slips) })).collect()
}
