//! The election's key: its parts, its cards, its name.

use crate::{
    Check, Problem,
    error::same,
    files::{Profile, State},
    history::Story,
    ledger::Ledger,
    round::Round,
};
use ballot_box::ElectionKey;
use procedure::count::counted;

/// Checks a round's key; returns it where it can be used.
pub fn check(
    round: &Round,
    profile: Option<&Profile>,
    story: Option<&Story>,
    ledger: &mut Ledger,
) -> Option<ElectionKey> {
    if !round.has("key.json") {
        ledger.nothing(&[Check::Key, Check::Cards, Check::Fingerprint]);
        return None;
    }
    let Some(written) = &round.key else {
        ledger.skip(&[Check::Key, Check::Cards, Check::Fingerprint]);
        return None;
    };
    let what = round.file("key.json");
    let read = serde_json::from_slice::<ElectionKey>(&round.key_bytes);
    let key = ledger.enter(Check::Key, read.map_err(|error| Problem::unreadable(&what, error)));
    match profile {
        Some(profile) => {
            let cards = counted(profile.scrutineers.len() + 1);
            let found = same(&what, cards, written.params.shares)
                .and_then(|()| same(&what, profile.threshold, written.params.threshold));
            ledger.enter(Check::Cards, found);
        }
        None => ledger.skip(&[Check::Cards]),
    }
    match (&key, story.and_then(|story| story.sealed.as_ref())) {
        (Some(key), Some(sealed)) => {
            let fingerprint = key.fingerprint();
            let found =
                same(&what, &sealed.key, &fingerprint).and_then(|()| check_state(round, &fingerprint));
            ledger.enter(Check::Fingerprint, found);
        }
        (None, _) | (_, None) => ledger.skip(&[Check::Fingerprint]),
    }
    key
}

fn check_state(round: &Round, fingerprint: &str) -> Result<(), Problem> {
    match &round.state {
        Some(State::Announced(announced)) => {
            let stated = announced.counted.closed.sealing.key_fingerprint.as_str();
            same(round.file("state.json key_fingerprint"), fingerprint, stated)
        }
        Some(State::Void(_)) | None => Ok(()),
    }
}
