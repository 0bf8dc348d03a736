//! The start page: making, opening, importing and restoring sessions.

use crate::{
    Desk, DeskError, Window, forms, people, rehearsal, session, shelf,
    state::{Open, State},
    types::*,
};
use office::{
    Randomness,
    act::{Office, Operator},
    acts,
    clock::SystemClock,
    model::{Profile, Role as OfficeRole},
    store::{Store, inspect},
};
use procedure::{count::counted, round::Round};
use signed_file::{Station, journal_of};
use std::{
    fs,
    path::{Path, PathBuf},
};

pub(crate) fn home(desk: &Desk, _: Nothing) -> Result<Home, Problem> {
    Ok(view(desk, &desk.state()))
}

/// The start page as it is now.
pub(crate) fn view(desk: &Desk, state: &State) -> Home {
    let open = state.open.as_ref().map(|open| open.id.clone());
    Home {
        sessions: shelf::cards(&desk.places, open.as_deref()),
        folder: desk.places.sessions().display().to_string(),
        language: state.settings.language,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        open,
    }
}

pub(crate) fn create_session(desk: &Desk, request: NewSession) -> Result<Session, Problem> {
    let profile = Profile::new(forms::profile(&request.profile))?;
    refuse_unprintable_names(desk, &profile)?;
    let mut state = desk.state();
    let (id, office) = make(desk, &state, &profile, &request.operator, &request.pin)?;
    enter(desk, &mut state, id, office, Person { name: request.operator, role: Role::Operator })
}

pub(crate) fn create_sample(desk: &Desk, request: NewSample) -> Result<Session, Problem> {
    let mut state = desk.state();
    let profile = rehearsal::sample_profile()?;
    let (id, mut office) = make(desk, &state, &profile, &request.operator, &request.pin)?;
    rehearsal::fill_lists(&mut office, &Operator(request.operator.clone()))?;
    enter(desk, &mut state, id, office, Person { name: request.operator, role: Role::Operator })
}

/// Makes a session in a folder of its own. Until its operator has a PIN it isn't on the shelf: a crash leaves nothing that
/// nobody can open.
fn make(
    desk: &Desk,
    state: &State,
    profile: &Profile,
    operator: &str,
    pin: &str,
) -> Result<(String, Office), Problem> {
    refuse_open(state)?;
    let id = shelf::new_id(&desk.places, profile.text().year);
    let unfinished = desk.places.data.join("unfinished");
    let _ = fs::remove_dir_all(&unfinished);
    shelf::make_folder(&unfinished)?;
    let database = unfinished.join("session.db");
    let by = Operator(operator.trim().to_owned());
    let station = shelf::new_station(&desk.places, &id)?;
    let made = Office::create(&database, station, Box::new(SystemClock), Randomness::System, profile, &by)
        .map_err(Problem::from)
        .and_then(|mut office| set_first_pins(&mut office, profile, &by, pin));
    if let Err(problem) = made {
        let _ = fs::remove_dir_all(&unfinished);
        let _ = fs::remove_file(desk.places.key(&id));
        return Err(problem);
    }
    let place = desk.places.sessions().join(&id);
    shelf::make_folder(&desk.places.sessions())?;
    fs::rename(&unfinished, &place).map_err(|error| DeskError::path(&place, &error))?;
    Ok((id.clone(), shelf::open(&desk.places, &id)?))
}

/// The operator's PIN; in a training session the scrutineers start with the same one, so that it can be tried at once.
fn set_first_pins(office: &mut Office, profile: &Profile, by: &Operator, pin: &str) -> Result<(), Problem> {
    acts::set_pin(office, by, OfficeRole::Operator, &by.0, pin)?;
    if profile.text().training {
        for name in profile.card_holders() {
            acts::set_pin(office, by, OfficeRole::Scrutineer, name, pin)?;
        }
    }
    Ok(())
}

/// A character that no font has would be a blank on paper: better found out now than in the hall.
pub(crate) fn refuse_unprintable_names(desk: &Desk, profile: &Profile) -> Result<(), Problem> {
    let text = profile.text();
    let mut names = vec![&text.congress, &text.session, &text.presidium, &text.chief];
    names.extend(text.scrutineers.iter().chain(&text.tellers));
    let fonts = desk.fonts()?;
    for name in names {
        let missing: String = fonts.missing(name)?.into_iter().collect();
        if !missing.is_empty() {
            return Err(DeskError::Unprintable { place: name.clone(), characters: missing }.into());
        }
    }
    Ok(())
}

pub(crate) fn sign_in_names(desk: &Desk, request: SessionId) -> Result<SignInNames, Problem> {
    shelf::check_id(&desk.places, &request.id)?;
    let glance = shelf::glance(&desk.places, &request.id)?;
    Ok(SignInNames { operators: glance.operators, scrutineers: glance.scrutineers })
}

pub(crate) fn open_session(desk: &Desk, request: OpenSession) -> Result<Session, Problem> {
    let mut state = desk.state();
    refuse_open(&state)?;
    shelf::check_id(&desk.places, &request.id)?;
    let office = shelf::open(&desk.places, &request.id)?;
    let role = people::role_of(&office, &request.person)?;
    state.pins.attempt(|| acts::check_pin(&office, role.into(), &request.person, &request.pin))?;
    enter(desk, &mut state, request.id, office, Person { name: request.person, role })
}

pub(crate) fn refuse_open(state: &State) -> Result<(), Problem> {
    if state.open.is_some() { Err(DeskError::SessionOpen.into()) } else { Ok(()) }
}

pub(crate) fn enter(
    desk: &Desk,
    state: &mut State,
    id: String,
    office: Office,
    person: Person,
) -> Result<Session, Problem> {
    let in_the_middle = |round: &Round| {
        matches!(round, Round::CheckIn(_) | Round::Polling(_) | Round::Suspended(_) | Round::Closed(_))
    };
    let resumed = office.store().latest_round()?.as_ref().is_some_and(in_the_middle);
    let backup = BackupState {
        folder: desk.places.backups(&state.settings, &id).display().to_string(),
        chosen: state.settings.backup_folders.contains_key(&id),
        latest: crate::record::latest_backup(&desk.places.backups(&state.settings, &id), &id),
        problem: None,
    };
    desk.host.make_room();
    let apart = office.is_remote_kiosk()?;
    state.open = Some(Open {
        id,
        apart,
        office,
        person,
        locked: false,
        resumed,
        undo: Vec::new(),
        import: None,
        ceremony: None,
        cards: Vec::new(),
        kiosk: crate::kiosk::Kiosk::default(),
        batch: None,
        backup,
        previewed: None,
        rehearsed: crate::state::Rehearsed::default(),
    });
    session::view_of(desk, state)
}

pub(crate) fn import_session(desk: &Desk, request: ImportSession) -> Result<Home, Problem> {
    refuse_open(&desk.state())?;
    let file = shelf::typed_path(&request.file)?;
    let key = match request.key.trim() {
        "" => file.with_file_name("station.key"),
        typed => PathBuf::from(typed),
    };
    let year = whole(&file)?.profile.text().year;
    let id = shelf::new_id(&desk.places, year);
    take_over(desk, &file, &key, &id)?;
    home(desk, Nothing {})
}

/// Copies a session and its key onto the shelf, and opens it once to see that they fit.
fn take_over(desk: &Desk, file: &Path, key: &Path, id: &str) -> Result<(), Problem> {
    if !key.is_file() {
        return Err(DeskError::KeyMissing.into());
    }
    let station = Station::load_or_create(key, &mut Randomness::System)?;
    if let Some(there) = shelf::session_of_station(&desk.places, &ballot_box::hex(&station.public_key())) {
        return Err(DeskError::SessionThere { id: there }.into());
    }
    put_in_place(desk, file, key, id)
}

/// Writes a copy beside its place, opens it with its key, and moves it there only then.
fn put_in_place(desk: &Desk, file: &Path, key: &Path, id: &str) -> Result<(), Problem> {
    let unfinished = desk.places.data.join("unfinished");
    let _ = fs::remove_dir_all(&unfinished);
    shelf::make_folder(&unfinished)?;
    let copy = unfinished.join("session.db");
    fs::copy(file, &copy).map_err(|error| DeskError::path(file, &error))?;
    let station = Station::load_or_create(key, &mut Randomness::System)?;
    let store = Store::open(&copy, station)?;
    if store.this_kiosk()?.is_some() {
        return Err(DeskError::KioskNotCopied.into());
    }
    drop(store);
    shelf::keep_key(&desk.places, key, id)?;
    let place = desk.places.sessions().join(id);
    shelf::make_folder(&desk.places.sessions())?;
    if place.exists() {
        let aside = aside(&place);
        fs::rename(&place, &aside).map_err(|error| DeskError::path(&aside, &error))?;
    }
    fs::rename(&unfinished, &place).map_err(|error| DeskError::path(&place, &error).into())
}

/// Where a session goes that a backup takes the place of: nothing is ever overwritten. Not among the sessions.
fn aside(place: &Path) -> PathBuf {
    let name = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = place.parent().and_then(Path::parent).unwrap_or(place).join("replaced");
    let _ = fs::create_dir_all(&folder);
    shelf::free(|number| folder.join(format!("{name}-{number}")))
}

/// What a file holds that a person hands over; a write into it must not have been interrupted.
fn whole(file: &Path) -> Result<inspect::Content, Problem> {
    let interrupted = DeskError::Interrupted { path: file.display().to_string() };
    Ok(inspect::inspect(file)?.content.ok_or(interrupted)?)
}

/// A backup that was looked at: whose it is, and with which key it opens.
struct Backup {
    found: BackupFound,
    key: PathBuf,
    id: String,
}

fn look_at_backup(desk: &Desk, file: &str, key: &str) -> Result<Backup, Problem> {
    let file = shelf::typed_path(file)?;
    let content = whole(&file)?;
    let glance = inspect::glance(&file)?;
    let there = shelf::session_of_station(&desk.places, &content.station);
    let key = match (key.trim(), &there) {
        ("", Some(id)) => desk.places.key(id),
        ("", None) => return Err(DeskError::KeyMissing.into()),
        (typed, _) => PathBuf::from(typed),
    };
    let id = there.unwrap_or_else(|| shelf::new_id(&desk.places, content.profile.text().year));
    let replaced = Some(desk.places.database(&id)).filter(|database| database.is_file());
    let replaced_log = replaced.as_ref().and_then(|database| inspect::inspect(database).ok()?.content);
    let found = BackupFound {
        summary: shelf::summary(&glance),
        scrutineers: glance.scrutineers,
        replaces: replaced.map(|_| id.clone()),
        log_entries: counted(content.audit_entries),
        replaced_log_entries: replaced_log.map(|content| counted(content.audit_entries)),
    };
    Ok(Backup { found, key, id })
}

pub(crate) fn inspect_backup(desk: &Desk, request: BackupFile) -> Result<BackupFound, Problem> {
    look_at_backup(desk, &request.file, &request.key).map(|backup| backup.found)
}

pub(crate) fn restore_session(desk: &Desk, request: RestoreSession) -> Result<Home, Problem> {
    let mut state = desk.state();
    refuse_open(&state)?;
    let backup = look_at_backup(desk, &request.file, &request.key)?;
    let scrutineer = Some(request.scrutineer.as_str()).filter(|_| !backup.found.scrutineers.is_empty());
    shelf::make_folder(&desk.places.data)?;
    let trial = desk.places.data.join("restore-trial.db");
    let _ = fs::remove_file(&trial);
    let file = shelf::typed_path(&request.file)?;
    fs::copy(&file, &trial).map_err(|error| DeskError::path(&file, &error))?;
    let noted = note_restored(&mut state, &trial, &backup, &request, scrutineer);
    if noted.is_ok() {
        put_in_place(desk, &trial, &backup.key, &backup.id)?;
    }
    let _ = fs::remove_file(&trial);
    let _ = fs::remove_file(journal_of(&trial));
    noted?;
    drop(state);
    home(desk, Nothing {})
}

/// Opens the copy, checks both persons against it, and notes in its log that it was put back.
fn note_restored(
    state: &mut State,
    trial: &Path,
    backup: &Backup,
    request: &RestoreSession,
    scrutineer: Option<&str>,
) -> Result<(), Problem> {
    let station = Station::load_or_create(&backup.key, &mut Randomness::System)?;
    let mut office = Office::open(trial, station, Box::new(SystemClock), Randomness::System)?;
    state.pins.attempt(|| {
        acts::check_pin(&office, OfficeRole::Operator, &request.operator, &request.operator_pin)?;
        scrutineer.map_or(Ok(()), |name| {
            acts::check_pin(&office, OfficeRole::Scrutineer, name, &request.scrutineer_pin)
        })
    })?;
    let operator = Operator(request.operator.clone());
    Ok(acts::note_restored(&mut office, &operator, scrutineer, backup.found.log_entries)?)
}

pub(crate) fn set_language(desk: &Desk, request: SetLanguage) -> Result<Nothing, Problem> {
    let mut state = desk.state();
    state.settings.language = request.language;
    shelf::write_settings(&desk.places, &state.settings)?;
    Ok(Nothing {})
}

pub(crate) fn pick_path(desk: &Desk, request: PickPath) -> Result<PickedPath, Problem> {
    let path = desk.host.pick(request.kind, &request.title);
    Ok(PickedPath { path: path.map(|path| path.display().to_string()) })
}

impl From<SideWindow> for Window {
    fn from(window: SideWindow) -> Self {
        match window {
            SideWindow::Kiosk => Self::Kiosk,
            SideWindow::Screen => Self::Screen,
        }
    }
}
