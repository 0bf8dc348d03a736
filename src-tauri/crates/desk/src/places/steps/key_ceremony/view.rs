//! How far the holders have come.

use crate::{
    open::{desk::Desk, session::Open},
    reads::hash::in_groups,
};
use key_holders::Step;
use office::{
    acts::{self, KeyCeremonyStatus},
    errors::KeysError,
};
use session_model::Role;
use wire::{KeyCeremonyView, KeyHolder, KeyStage, Problem};

pub(crate) fn key_ceremony(_: &Desk, open: &Open) -> Result<KeyCeremonyView, Problem> {
    let profile = open.office.store().profile()?;
    let status = acts::key_ceremony(&open.office)?;
    let with_pins = open.office.store().people(Role::Scrutineer)?;
    let names = match &status {
        Some(status) => status.holders.clone(),
        None => profile.card_holders().into_iter().map(|name| (name.to_owned(), false)).collect(),
    };
    let holder = |(holder, (name, done)): (u32, (String, bool))| {
        let has_pin = with_pins.contains(&name);
        KeyHolder { holder, name, done, has_pin }
    };
    let of_others = status.as_ref().is_some_and(|status| !status.fits_profile);
    let spoken = status.as_ref().and_then(|status| status.spoken.as_deref()).unwrap_or_default();
    let fingerprint = status.as_ref().and_then(|status| status.fingerprint.as_deref()).unwrap_or_default();
    Ok(KeyCeremonyView {
        stage: status.as_ref().map_or(KeyStage::None, stage),
        holders: (1..).zip(names).map(holder).collect(),
        threshold: status.as_ref().map_or(profile.text().threshold, |status| status.threshold),
        spoken: spoken.split_whitespace().map(str::to_owned).collect(),
        fingerprint: in_groups(fingerprint),
        problem: of_others.then(|| KeysError::OfOthers.into()),
    })
}

const fn stage(status: &KeyCeremonyStatus) -> KeyStage {
    match status.step {
        Step::Joining => KeyStage::Joining,
        Step::Contributing => KeyStage::Contributing,
        Step::Sharing => KeyStage::Sharing,
        Step::Confirming => KeyStage::Confirming,
        Step::Confirmed if status.is_made => KeyStage::Made,
        Step::Confirmed => KeyStage::Confirmed,
    }
}
