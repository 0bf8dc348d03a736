//! The PINs and outputs of key ceremonies, as the reports on ceremony and close list them.

use super::session::{Act, Documents};
use crate::{
    errors::OfficeError,
    log::{Entry, Event},
    store::rounds::Keys,
};
use documents::{CeremonyAct, CeremonyWhat};
use procedure::round::Round;
use session_model::OutputWay;

/// What was done with PINs, cards and slips until this round was sealed, and that no earlier report says; none before the
/// round is sealed.
pub(super) fn ceremony_acts(
    session: &Documents<'_>,
    round: &Round,
) -> Result<Option<Vec<CeremonyAct>>, OfficeError> {
    let number = round.number();
    acts_until(session, round, |event| matches!(event, Event::Sealed { round, .. } if *round == number))
}

/// The same from the sealing of this round to its close; none before it is closed.
pub(super) fn acts_since_sealing(
    session: &Documents<'_>,
    round: &Round,
) -> Result<Option<Vec<CeremonyAct>>, OfficeError> {
    let number = round.number();
    acts_until(session, round, |event| matches!(event, Event::PollClosed(closed) if closed.round == number))
}

/// What comes before an act that a report rests on, and after the one before it.
fn acts_until(
    session: &Documents<'_>,
    round: &Round,
    is_end: impl Fn(&Event) -> bool,
) -> Result<Option<Vec<CeremonyAct>>, OfficeError> {
    let Some(end) = session.log.iter().position(|act| is_end(&act.entry.event)) else { return Ok(None) };
    let is_reported = |act: &Act| matches!(act.entry.event, Event::Sealed { .. } | Event::PollClosed { .. });
    let begin = session.log[..end].iter().rposition(is_reported).map_or(0, |before| before + 1);
    let sealed = Sealed::of(session, round)?;
    Ok(Some(session.log[begin..end].iter().filter_map(|act| ceremony_act(&act.entry, &sealed)).collect()))
}

/// What the round was sealed with: other cards and slips are of a ceremony that was given up.
struct Sealed {
    key: String,
    slips_root: String,
}

impl Sealed {
    fn of(session: &Documents<'_>, round: &Round) -> Result<Self, OfficeError> {
        let keys = session.keys(round)?;
        let of_keys = |keys: Keys| Self { key: keys.election.fingerprint(), slips_root: keys.slips_root };
        Ok(keys.map_or(Self { key: String::new(), slips_root: String::new() }, of_keys))
    }
}

/// What an act did with a PIN, a card or the slips; none where it did nothing with them.
fn ceremony_act(entry: &Entry, sealed: &Sealed) -> Option<CeremonyAct> {
    let (what, person, reason) = done(&entry.event, sealed)?;
    let by = std::iter::once(&entry.operator).chain(&entry.witness);
    Some(CeremonyAct {
        at: entry.at,
        what,
        by: by.filter(|name| Some(*name) != person).cloned().collect(),
        person: person.cloned(),
        reason: reason.cloned(),
    })
}

/// What was done, whose PIN or card it is, and why it was given out once more.
fn done<'a>(
    event: &'a Event,
    sealed: &Sealed,
) -> Option<(CeremonyWhat, Option<&'a String>, Option<&'a String>)> {
    if let Event::PinSet { name, .. } = event {
        return Some((CeremonyWhat::PinSet, Some(name), None));
    }
    if let Event::PinReplaced { name, .. } = event {
        return Some((CeremonyWhat::PinReplaced, Some(name), None));
    }
    if let Event::CardOutput { card, holder, key, way, reason, .. } = event {
        let is_given_up = *key != sealed.key;
        let what = CeremonyWhat::Card { card: *card, way: worded(*way), is_given_up };
        return Some((what, Some(holder), reason.as_ref()));
    }
    if let Event::SlipsOutput { slips, root, way, reason, .. } = event {
        let is_given_up = *root != sealed.slips_root;
        let what = CeremonyWhat::Slips { slips: *slips, way: worded(*way), is_given_up };
        return Some((what, None, reason.as_ref()));
    }
    None
}

const fn worded(way: OutputWay) -> documents::OutputWay {
    match way {
        OutputWay::Shown => documents::OutputWay::Shown,
        OutputWay::Printed => documents::OutputWay::Printed,
        OutputWay::Saved => documents::OutputWay::Saved,
    }
}
