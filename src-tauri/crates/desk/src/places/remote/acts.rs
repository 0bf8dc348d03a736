//! This computer as a kiosk apart: its key and its request, loading what the station provisioned it with, closing it, and
//! writing its box. What it votes with is `kiosk`.

use crate::{
    Desk, DeskError, Places,
    home::{enter, refuse_open},
    kiosks::{name_of, read, read_seen, write, zone_name},
    poll::together,
    session::view,
    shelf,
    state::Open,
    types::*,
};
use office::{
    Randomness,
    act::{Office, Operator, with_scrutineer},
    acts::{self, KioskPlace},
    clock::SystemClock,
    errors::{ActsError, KioskError},
    files::{self, Kind, Provision, Request},
    model::{Role as OfficeRole, ThisKiosk as StoredKiosk},
};
use procedure::count::counted;
use signed_file::{Station, journal_of};
use std::{
    fs,
    path::{Path, PathBuf},
};

impl Places {
    /// The key of this computer as a kiosk, apart from those of sessions.
    fn kiosk_key(&self) -> PathBuf {
        self.data.join("kiosk.key")
    }
}

pub(crate) fn this_kiosk(desk: &Desk, _: Nothing) -> Result<ThisKiosk, Problem> {
    let path = desk.places.kiosk_key();
    let key = if path.is_file() { Some(Station::load(&path)?) } else { None };
    Ok(described(desk.settings().kiosk_name, key.as_ref()))
}

fn described(name: String, key: Option<&Station>) -> ThisKiosk {
    ThisKiosk { name, fingerprint: key.map(|key| files::fingerprint(&key.public_key())) }
}

pub(crate) fn ask_provision(desk: &Desk, request: AskProvision) -> Result<ProvisionAsked, Problem> {
    let folder = shelf::typed_path(&request.folder)?;
    let name = request.name.trim().to_owned();
    shelf::make_folder(&desk.places.data)?;
    let key = Station::load_or_create(&desk.places.kiosk_key(), &mut Randomness::System)?;
    let path = write(&folder, "kiosk", "pjrequest", &Request::write(&name, &key)?)?;
    let mut state = desk.state();
    state.settings.kiosk_name.clone_from(&name);
    shelf::write_settings(&desk.places, &state.settings)?;
    Ok(ProvisionAsked { kiosk: described(name, Some(&key)), path })
}

/// This computer's key, which a provision must be for.
fn key_for(desk: &Desk, provision: &Provision) -> Result<Station, Problem> {
    let path = desk.places.kiosk_key();
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
    refuse_loaded(&desk.places, &id_of(&provision, digest))?;
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
fn id_of(provision: &Provision, digest: [u8; 32]) -> String {
    let name = ballot_box::hex(&digest[..8]);
    format!("round-{}-kiosk-{}-{name}", provision.round(), provision.kiosk.number)
}

fn refuse_loaded(places: &Places, id: &str) -> Result<(), Problem> {
    let there = places.sessions().join(id);
    if there.exists() {
        Err(KioskError::ProvisionLoaded { path: there.display().to_string() }.into())
    } else {
        Ok(())
    }
}

/// Loads a provision, all of it or nothing: the session comes onto the shelf only when both persons have their PINs.
pub(crate) fn load_provision(desk: &Desk, request: LoadProvision) -> Result<Session, Problem> {
    let mut state = desk.state();
    refuse_open(&state)?;
    let (_, bytes) = read_seen(&request.file, Kind::Provision, &request.seen)?;
    let (provision, digest) = Provision::read(&bytes)?;
    let key = key_for(desk, &provision)?;
    let id = id_of(&provision, digest);
    refuse_loaded(&desk.places, &id)?;
    let unfinished = desk.places.data.join("unfinished");
    let _ = fs::remove_dir_all(&unfinished);
    shelf::make_folder(&unfinished)?;
    let made = make(&unfinished, key, &bytes, &provision, &request)
        .and_then(|()| shelf::keep_key(&desk.places, &desk.places.kiosk_key(), &id))
        .and_then(|()| put_on_shelf(&desk.places, &unfinished, &id));
    if let Err(problem) = made {
        let _ = fs::remove_dir_all(&unfinished);
        let _ = fs::remove_file(desk.places.key(&id));
        return Err(problem);
    }
    let office = shelf::open(&desk.places, &id)?;
    let operator = request.operator.trim().to_owned();
    enter(desk, &mut state, id, office, Person { name: operator, role: Role::Operator })?;
    // Its poll is open from the beginning: nothing was interrupted.
    let open = state.open.as_mut().ok_or(DeskError::NoSessionOpen)?;
    open.resumed = false;
    view(desk, open)
}

/// Makes the kiosk's session in a folder, with the PINs of the two who load it.
fn make(
    folder: &Path,
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
    let place = KioskPlace { folder, key, clock: Box::new(SystemClock), randomness: Randomness::System };
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
    let database = folder.join(shelf::DATABASE);
    fs::rename(&made, &database).map_err(|error| DeskError::path(&database, &error))?;
    // Only zeros are left in it.
    let _ = fs::remove_file(journal_of(&made));
    Ok(())
}

fn put_on_shelf(places: &Places, unfinished: &Path, id: &str) -> Result<(), Problem> {
    let place = places.sessions().join(id);
    shelf::make_folder(&places.sessions())?;
    fs::rename(unfinished, &place).map_err(|error| DeskError::path(&place, &error).into())
}

pub(crate) fn close_kiosk(desk: &Desk, request: CloseKiosk) -> Result<Session, Problem> {
    let CloseKiosk { by, tray, statement } = request;
    let statement = Some(statement).filter(|statement| !statement.trim().is_empty());
    let closed = together(desk, &by, |office, by| acts::close_kiosk(office, by, tray, statement))?;
    desk.with(|open| {
        open.kiosk.clear();
        Ok(closed)
    })
}

pub(crate) fn write_box(desk: &Desk, request: SaveTo) -> Result<Written, Problem> {
    let folder = shelf::typed_path(&request.folder)?;
    desk.with(|open| {
        let bytes = acts::export_box(&open.office)?;
        let number = open.office.store().this_kiosk()?.map_or(0, |kiosk| kiosk.number);
        Ok(Written { paths: vec![write(&folder, &format!("kiosk-{number}"), "pjbox", &bytes)?] })
    })
}

/// Which kiosk apart a session is of; none at a station.
pub(crate) fn apart(office: &Office) -> Result<Option<KioskApart>, Problem> {
    Ok(office.store().this_kiosk()?.as_ref().map(described_apart))
}

pub(crate) fn described_apart(kiosk: &StoredKiosk) -> KioskApart {
    KioskApart {
        number: kiosk.number,
        name: kiosk.name.clone(),
        zone: zone_name(kiosk.zone),
        tray: kiosk.tray,
        statement: kiosk.statement.clone(),
    }
}

/// At a kiosk apart, an act that is the station's.
pub(crate) fn refuse(open: &Open) -> Result<(), Problem> {
    if open.apart { Err(KioskError::NotAtAKiosk.into()) } else { Ok(()) }
}
