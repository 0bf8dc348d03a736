//! Making and opening sessions.

use crate::{
    machine::{known::Known, unfinished::Unfinished},
    open::{desk::Desk, session::refuse_open},
    reads::sample,
};
use office::{
    Randomness,
    act::{Office, Operator},
    acts,
    clock::SystemClock,
};
use session_model::{Profile, Role as OfficeRole};
use signed_file::PinError;
use wire::{
    DeskError, NewSample, NewSession, Nothing, OpenSession, Person, Problem, Role, SetLanguage, conversions,
};

pub(crate) fn create_session(desk: &Desk, request: NewSession) -> Result<(), Problem> {
    let profile = Profile::new(conversions::profile(&request.profile))?;
    desk.refuse_unprintable_names(&profile)?;
    let mut open = desk.open();
    refuse_open(open.as_ref())?;
    let (id, office) = make(desk, &profile, &request.operator, &request.pin)?;
    desk.enter(&mut open, id, office, Person { name: request.operator, role: Role::Operator })
}

pub(crate) fn create_sample(desk: &Desk, request: NewSample) -> Result<(), Problem> {
    let mut open = desk.open();
    refuse_open(open.as_ref())?;
    let (id, mut office) = make(desk, &sample::profile()?, &request.operator, &request.pin)?;
    fill_lists(&mut office, &Operator(request.operator.clone()))?;
    desk.enter(&mut open, id, office, Person { name: request.operator, role: Role::Operator })
}

fn fill_lists(office: &mut Office, by: &Operator) -> Result<(), Problem> {
    let candidates = sample::candidates()?;
    acts::set_delegates(office, by, &sample::delegates()?)?;
    acts::set_candidates(office, by, &candidates)?;
    Ok(acts::set_rules(office, by, &sample::rules(candidates.len())?)?)
}

/// Makes a session, whose operator has a PIN.
fn make(desk: &Desk, profile: &Profile, operator: &str, pin: &str) -> Result<(String, Office), Problem> {
    let id = desk.folders.new_id(profile.text().year);
    let mut unfinished = Unfinished::begin(desk.folders.session(&id))?;
    let by = Operator(operator.trim().to_owned());
    let (database, station) = (unfinished.database(), unfinished.new_station()?);
    let mut made =
        Office::create(&database, station, Box::new(SystemClock), Randomness::System, profile, &by)?;
    set_first_pins(&mut made, profile, &by, pin)?;
    drop(made);
    unfinished.finish()?;
    let office = desk.folders.session(&id).load()?;
    Ok((id, office))
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

pub(crate) fn open_session(desk: &Desk, request: OpenSession) -> Result<(), Problem> {
    let mut open = desk.open();
    refuse_open(open.as_ref())?;
    let session = desk.folders.known_session(&request.id)?;
    let mut office = session.load()?;
    refuse_older_than_known(desk, &request.id, &office)?;
    let role = role_of(&office, &request.person)?;
    desk.attempt(&request.id, || acts::check_pin(&mut office, role.into(), &request.person, &request.pin))?;
    office.note_opened()?;
    desk.enter(&mut open, request.id, office, Person { name: request.person, role })
}

/// Fails where the session's file ends before what this computer knows of it. Such a file is restored, not opened.
fn refuse_older_than_known(desk: &Desk, id: &str, office: &Office) -> Result<(), Problem> {
    let Some(known) = Known::read(&desk.folders, id) else { return Ok(()) };
    let log: Vec<[u8; 32]> = office.store().log()?.iter().map(|logged| logged.hash).collect();
    if known.is_in(&log) {
        return Ok(());
    }
    let path = office.store().path().display().to_string();
    Err(DeskError::OlderThanKnown { path, entries: log.len(), known: known.entries }.into())
}

/// Returns the role in which a person signs in; fails if the person has no PIN.
fn role_of(office: &Office, name: &str) -> Result<Role, Problem> {
    let has_pin = |role| Ok::<_, Problem>(office.store().people(role)?.iter().any(|known| known == name));
    if has_pin(OfficeRole::Operator)? {
        Ok(Role::Operator)
    } else if has_pin(OfficeRole::Scrutineer)? {
        Ok(Role::Scrutineer)
    } else {
        Err(PinError::NotSet { name: name.to_owned() }.into())
    }
}

pub(crate) fn set_language(desk: &Desk, request: SetLanguage) -> Result<Nothing, Problem> {
    desk.change_settings(|settings| settings.language = request.language)?;
    Ok(Nothing {})
}
