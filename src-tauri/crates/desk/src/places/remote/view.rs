//! This computer's key, and a provision that is looked at before it is loaded.

use crate::{
    machine::sticks::{name_of, read},
    open::desk::Desk,
};
use kiosk_files::{Kind, Provision};
use office::errors::KioskError;
use procedure::count::counted;
use signed_file::Station;
use wire::{Nothing, Problem, ProvisionFound, StickFile, ThisKiosk, conversions::zone_name};

pub(crate) fn this_kiosk(desk: &Desk, _: Nothing) -> Result<ThisKiosk, Problem> {
    let path = desk.folders.kiosk_key();
    let key = if path.is_file() { Some(Station::load(&path)?) } else { None };
    Ok(described(desk.settings().kiosk_name, key.as_ref()))
}

pub(super) fn described(name: String, key: Option<&Station>) -> ThisKiosk {
    ThisKiosk { name, fingerprint: key.map(|key| kiosk_files::fingerprint(&key.public_key())) }
}

/// Returns this computer's key; fails if the provision is for another.
pub(super) fn key_for(desk: &Desk, provision: &Provision) -> Result<Station, Problem> {
    let path = desk.folders.kiosk_key();
    let of_another = KioskError::ProvisionOfAnother { kiosk: provision.kiosk.number };
    if !path.is_file() {
        return Err(of_another.into());
    }
    let key = Station::load(&path)?;
    if key.public_key() == provision.kiosk.key { Ok(key) } else { Err(of_another.into()) }
}

pub(crate) fn read_provision(desk: &Desk, request: StickFile) -> Result<ProvisionFound, Problem> {
    let (_, bytes) = read(&request.file, Kind::Provision)?;
    let (provision, digest) = Provision::read(&bytes)?;
    key_for(desk, &provision)?;
    refuse_loaded(desk, &id_of(&provision, digest))?;
    let text = provision.profile.text();
    Ok(ProvisionFound {
        congress: text.congress.clone(),
        session: text.session.clone(),
        training: text.training,
        round: provision.round(),
        number: provision.kiosk.number,
        name: provision.kiosk.name.clone(),
        zone: zone_name(provision.kiosk.zone),
        slips: counted(provision.unused.len()),
        station: provision.station_fingerprint(),
        scrutineers: provision.profile.card_holders().into_iter().map(str::to_owned).collect(),
        seen: name_of(&bytes),
    })
}

/// What the kiosk's session is called on this computer: made of the provision, so that none is loaded twice.
pub(super) fn id_of(provision: &Provision, digest: [u8; 32]) -> String {
    let name = ballot_box::hex(&digest[..8]);
    format!("round-{}-kiosk-{}-{name}", provision.round(), provision.kiosk.number)
}

/// Fails if the provision was loaded before.
pub(super) fn refuse_loaded(desk: &Desk, id: &str) -> Result<(), Problem> {
    let there = desk.folders.session(id).path();
    if there.exists() {
        Err(KioskError::ProvisionLoaded { path: there.display().to_string() }.into())
    } else {
        Ok(())
    }
}
