//! Asking for a provision, loading it, closing the kiosk, and writing its box.

use crate::{
    machine::{
        files::{make_folder, typed_path},
        sticks::{read_seen, write},
        unfinished::Unfinished,
    },
    open::{
        desk::Desk,
        session::{Open, refuse_open},
    },
    places::remote::view::{described, id_of, key_for, refuse_loaded},
};
use kiosk_files::{Kind, Provision, Request};
use office::{
    Randomness,
    act::{Operator, with_scrutineer},
    acts::{self, KioskPlace},
    clock::SystemClock,
    errors::{ActsError, KioskError},
};
use session_model::Role as OfficeRole;
use signed_file::{Station, journal_of};
use std::fs;
use wire::{
    AskProvision, CloseKiosk, DeskError, LoadProvision, Person, Problem, ProvisionAsked, Role, SaveTo,
    Written, conversions::stated,
};

pub(crate) fn ask_provision(desk: &Desk, request: AskProvision) -> Result<ProvisionAsked, Problem> {
    let folder = typed_path(&request.folder)?;
    let name = request.name.trim().to_owned();
    make_folder(&desk.folders.data)?;
    let key = Station::load_or_create(&desk.folders.kiosk_key(), &mut Randomness::System)?;
    let path = write(&folder, "kiosk", "pjrequest", &Request::write(&name, &key)?)?;
    desk.change_settings(|settings| settings.kiosk_name.clone_from(&name))?;
    Ok(ProvisionAsked { kiosk: described(name, Some(&key)), path })
}

/// Loads a provision, all of it or nothing: the session comes among the others only when both persons have their PINs.
pub(crate) fn load_provision(desk: &Desk, request: LoadProvision) -> Result<(), Problem> {
    let mut place = desk.open();
    refuse_open(place.as_ref())?;
    let (_, bytes) = read_seen(&request.file, Kind::Provision, &request.seen)?;
    let (provision, digest) = Provision::read(&bytes)?;
    let key = key_for(desk, &provision)?;
    let id = id_of(&provision, digest);
    refuse_loaded(desk, &id)?;
    let session = desk.folders.session(&id);
    let mut unfinished = Unfinished::begin(desk.folders.session(&id))?;
    make(&unfinished, key, &bytes, &provision, &request)?;
    unfinished.keep_key(&desk.folders.kiosk_key())?;
    unfinished.finish()?;
    let office = session.load()?;
    let operator = request.operator.trim().to_owned();
    desk.enter(&mut place, id, office, Person { name: operator, role: Role::Operator })?;
    // Its poll is open from the beginning: nothing was interrupted.
    place.as_mut().ok_or(DeskError::NoSessionOpen)?.resumed = false;
    Ok(())
}

/// Makes the kiosk's session in a folder, with the PINs of the two who load it.
fn make(
    unfinished: &Unfinished<'_>,
    key: Station,
    file: &[u8],
    provision: &Provision,
    request: &LoadProvision,
) -> Result<(), Problem> {
    let operator = Operator(request.operator.trim().to_owned());
    if operator.0.is_empty() {
        return Err(ActsError::OperatorUnnamed.into());
    }
    let by = with_scrutineer(&provision.profile, &operator.0, &request.scrutineer)?;
    let place = KioskPlace {
        folder: unfinished.path(),
        key,
        clock: Box::new(SystemClock),
        randomness: Randomness::System,
    };
    let mut office = acts::load_provision(place, file, &by)?;
    acts::set_pin(&mut office, &operator, OfficeRole::Operator, &operator.0, &request.operator_pin)?;
    acts::set_pin(
        &mut office,
        &operator,
        OfficeRole::Scrutineer,
        &request.scrutineer,
        &request.scrutineer_pin,
    )?;
    let made = office.store().path().to_owned();
    drop(office);
    let database = unfinished.database();
    fs::rename(&made, &database).map_err(|error| DeskError::path(&database, &error))?;
    // Only zeros are left in it.
    let _ = fs::remove_file(journal_of(&made));
    Ok(())
}

pub(crate) fn close_kiosk(desk: &Desk, open: &mut Open, request: CloseKiosk) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    acts::close_kiosk(&mut open.office, &by, request.tray, stated(request.statement))?;
    open.kiosk.clear();
    Ok(())
}

pub(crate) fn write_box(_: &Desk, open: &mut Open, request: SaveTo) -> Result<Written, Problem> {
    let folder = typed_path(&request.folder)?;
    let bytes = acts::export_box(&open.office)?;
    let this = open.office.store().this_kiosk()?.ok_or(KioskError::OnlyAtAKiosk)?;
    Ok(Written { paths: vec![write(&folder, &format!("kiosk-{}", this.number), "pjbox", &bytes)?] })
}
