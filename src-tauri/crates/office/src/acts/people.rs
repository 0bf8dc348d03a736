//! Who may sign in, and what the session is called.

use super::prepare;
use crate::{
    act::{Office, Operator, with_scrutineer},
    errors::{ActsError, OfficeError},
    log::Event,
    store::{self, Section, session},
};
use session_model::{DocumentTexts, Profile, Role};
use signed_file::{KeptHash, PinError, check_pin_form, hash_pin};

/// Sets the first PIN of a person: an operator's, or a scrutineer's of this session. Fails where the person has one, which
/// only [`replace_pin`] changes; but in a training session the scrutineers begin with a PIN that isn't theirs.
pub fn set_pin(
    office: &mut Office,
    by: &Operator,
    role: Role,
    name: &str,
    pin: &str,
) -> Result<(), OfficeError> {
    refuse_strangers(office, role, name)?;
    check_pin_form(pin)?;
    let is_lent = role == Role::Scrutineer && office.store.profile()?.text().training;
    if !is_lent && office.store.people(role)?.iter().any(|known| known == name) {
        return Err(ActsError::PinIsSet { name: name.to_owned() }.into());
    }
    let hash = hash_pin(pin, office.store.station(), &mut office.randomness)?;
    let event = Event::PinSet { role, name: name.to_owned() };
    office.act(by, &[Section::People], event, |transaction, _| {
        store::people::put(transaction, role, name, &hash)
    })
}

/// Sets a person's PIN in place of the one before. The person does it, whose PIN so far was checked, and a scrutineer who is
/// another person witnesses it; nobody where no scrutineer has a PIN yet.
pub fn replace_pin(
    office: &mut Office,
    role: Role,
    name: &str,
    scrutineer: Option<&str>,
    pin: &str,
) -> Result<(), OfficeError> {
    refuse_strangers(office, role, name)?;
    check_pin_form(pin)?;
    let event = Event::PinReplaced { role, name: name.to_owned() };
    let hash = hash_pin(pin, office.store.station(), &mut office.randomness)?;
    let sections = [Section::People];
    if let Some(scrutineer) = scrutineer {
        let by = with_scrutineer(&office.store.profile()?, name, scrutineer)?;
        office.act(&by, &sections, event, |transaction, _| store::people::put(transaction, role, name, &hash))
    } else if office.store.people(Role::Scrutineer)?.is_empty() {
        office.act(&Operator(name.to_owned()), &sections, event, |transaction, _| {
            store::people::put(transaction, role, name, &hash)
        })
    } else {
        Err(ActsError::PinNeedsScrutineer.into())
    }
}

fn refuse_strangers(office: &Office, role: Role, name: &str) -> Result<(), OfficeError> {
    let profile = office.store.profile()?;
    let is_scrutineer = profile.card_holders().contains(&name);
    match role {
        Role::Scrutineer if !is_scrutineer => Err(ActsError::NotAScrutineer { name: name.to_owned() }.into()),
        // One person can't be both of two.
        Role::Operator if is_scrutineer => Err(ActsError::OnePersonOnly { name: name.to_owned() }.into()),
        Role::Operator if name.trim().is_empty() => Err(ActsError::OperatorUnnamed.into()),
        Role::Scrutineer | Role::Operator => Ok(()),
    }
}

/// Checks a person's PIN. A hash that version 0.1.0 made is replaced, which only now can be done.
pub fn check_pin(office: &mut Office, role: Role, name: &str, pin: &str) -> Result<(), OfficeError> {
    match tried(office, role, name, pin)? {
        KeptHash::Current => Ok(()),
        KeptHash::Outdated => renew_hash(office, role, name, pin),
    }
}

fn tried(office: &Office, role: Role, name: &str, pin: &str) -> Result<KeptHash, OfficeError> {
    let hash = store::people::hash(office.store.read(), role, name)?;
    Ok(signed_file::check_pin(name, hash.as_deref(), pin, office.store.station())?)
}

fn renew_hash(office: &mut Office, role: Role, name: &str, pin: &str) -> Result<(), OfficeError> {
    let hash = hash_pin(pin, office.store.station(), &mut office.randomness)?;
    let event = Event::PinHashRenewed { role, name: name.to_owned() };
    office.act(&Operator(name.to_owned()), &[Section::People], event, |transaction, _| {
        store::people::put(transaction, role, name, &hash)
    })
}

/// Checks that a PIN is an operator's, whoever it is.
pub fn check_any_operator(office: &Office, pin: &str) -> Result<(), OfficeError> {
    let names = office.store.people(Role::Operator)?;
    let fits = |name: &String| tried(office, Role::Operator, name, pin).is_ok();
    if names.iter().any(fits) { Ok(()) } else { Err(PinError::Wrong { name: String::new() }.into()) }
}

/// Corrects the session's names, before the first round is begun. Whether it is for training never changes.
pub fn set_profile(office: &mut Office, by: &Operator, profile: &Profile) -> Result<(), OfficeError> {
    prepare::refuse_once_begun(office)?;
    profile.refuse_one_card()?;
    if office.store.profile()?.text().training != profile.text().training {
        return Err(ActsError::TrainingFixed.into());
    }
    for name in office.store.people(Role::Operator)? {
        if profile.card_holders().contains(&name.as_str()) {
            return Err(ActsError::OnePersonOnly { name }.into());
        }
    }
    office.act(by, &[Section::Session, Section::People], Event::ProfileSet, |transaction, _| {
        session::set_profile(transaction, profile)?;
        store::people::keep_scrutineers(transaction, &profile.card_holders())
    })
}

/// Sets what the session words itself in its documents. At any time: they hold no figure and no name of the vote.
pub fn set_texts(office: &mut Office, by: &Operator, texts: DocumentTexts) -> Result<(), OfficeError> {
    let profile = office.store.profile()?.with_texts(texts)?;
    office.act(by, &[Section::Session], Event::TextsSet, |transaction, _| {
        session::set_profile(transaction, &profile)
    })
}
