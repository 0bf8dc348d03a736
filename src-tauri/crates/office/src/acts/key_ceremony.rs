//! A key that its holders make, each on a computer of their own: the station invites them, gathers what they bring and hands it
//! on to all. It learns no part of the key.

use crate::{
    act::{Office, Operator, Witnessed, check_statement},
    errors::{KeysError, OfficeError},
    log::{Event, KeyFileTaken, KeysInvited, KeysMade},
    store::{CeremonyState, KeyCeremony, Section, key_ceremonies},
};
use ballot_box::hex;
use key_holders::{FinishedKey, Invitation, Kind, Roster, Step, check_file};
use procedure::round::Round;
use session_model::{KeyMaking, Profile};
use sha2::{Digest, Sha256};

/// How far the holders have come.
pub struct KeyCeremonyStatus {
    /// The step whose files are gathered.
    pub step: Step,
    /// Whether the key is made, which it is by an act once all have confirmed it.
    pub is_made: bool,
    /// The holders in the order of their numbers, and whether each has brought their file of this step.
    pub holders: Vec<(String, bool)>,
    /// How many of them open totals.
    pub threshold: u32,
    /// Whether holders, number and words are those of the session as it is now.
    pub fits_profile: bool,
    /// The digits that are read aloud, once all have joined.
    pub spoken: Option<String>,
    /// The key's fingerprint, once all have confirmed it.
    pub fingerprint: Option<String>,
}

/// A key that its holders have made.
pub(crate) struct MadeKey {
    pub roster: Roster,
    pub finished: FinishedKey,
}

/// Invites the chief and the scrutineers to make the session's key.
pub fn invite_holders(office: &mut Office, by: &Operator) -> Result<(), OfficeError> {
    let profile = office.store.profile()?;
    if profile.text().keys == KeyMaking::Dealt {
        return Err(KeysError::Dealt.into());
    }
    let ceremonies = office.store.key_ceremonies()?;
    if ceremonies.iter().any(|ceremony| ceremony.state != CeremonyState::GivenUp) {
        return Err(KeysError::InvitedAlready.into());
    }
    let text = profile.text();
    let names: Vec<String> = profile.card_holders().into_iter().map(str::to_owned).collect();
    let station = key_holders::Station::invite(
        office.store.station().signing_key(),
        &text.congress,
        &text.session,
        &names,
        text.threshold,
        &mut office.randomness,
    )?;
    let file = hash(station.invitation());
    let gathered = station.gathered().clone();
    let number = ceremonies.last().map_or(1, |last| last.number + 1);
    let ceremony = KeyCeremony { number, state: CeremonyState::Gathering, gathered };
    let event = Event::KeysInvited(KeysInvited { names, threshold: text.threshold, file });
    put(office, by, event, &ceremony)
}

/// Takes a holder's file, of whatever step; returns the holder's number. Nothing has changed where it fails.
pub fn take_key_file(office: &mut Office, by: &Operator, text: &str) -> Result<u32, OfficeError> {
    let ceremony = current(office)?;
    let mut station = resume(office, &ceremony);
    let holder = station.take(text)?;
    let taken = check_file(text)?;
    let name = name_of(&station, holder)?;
    let event = Event::KeyFileTaken(KeyFileTaken {
        kind: taken.kind.name().to_owned(),
        holder,
        name,
        file: hex(&taken.hash),
    });
    let gathered = station.gathered().clone();
    put(office, by, event, &KeyCeremony { gathered, ..ceremony })?;
    Ok(holder)
}

/// The file that holders need next, with what it is. Fails once all have confirmed the key.
pub fn key_file_due(office: &Office) -> Result<(Kind, String), OfficeError> {
    let ceremony = current(office)?;
    Ok(resume(office, &ceremony).due()?.ok_or(KeysError::AllConfirmed)?)
}

/// Makes the key that all holders have confirmed the session's.
pub fn make_keys(office: &mut Office, by: &Witnessed) -> Result<(), OfficeError> {
    let ceremony = current(office)?;
    if ceremony.state == CeremonyState::Made {
        return Err(KeysError::MadeAlready.into());
    }
    let station = resume(office, &ceremony);
    refuse_of_others(&office.store.profile()?, &station)?;
    let (roster, finished) = (station.roster()?, station.finished()?);
    finished.key.refuse_degenerate()?;
    let event = Event::KeysMade(KeysMade {
        key: finished.key.fingerprint(),
        holders: roster.digest_text(),
        threshold: roster.invitation().threshold,
    });
    put(office, by, event, &KeyCeremony { state: CeremonyState::Made, ..ceremony })
}

/// Gives the holders' key up, or its making, so that others can be invited. Fails while a box is sealed to it and not counted.
pub fn give_up_keys(office: &mut Office, by: &Witnessed, statement: &str) -> Result<(), OfficeError> {
    let ceremony = current(office)?;
    refuse_in_use(office)?;
    check_statement(statement)?;
    let event = Event::KeysGivenUp { statement: statement.trim().to_owned() };
    put(office, by, event, &KeyCeremony { state: CeremonyState::GivenUp, ..ceremony })
}

fn refuse_in_use(office: &Office) -> Result<(), OfficeError> {
    match office.store.latest_round()? {
        Some(
            Round::Sealed(_) | Round::CheckIn(_) | Round::Polling(_) | Round::Suspended(_) | Round::Closed(_),
        ) => Err(KeysError::InUse.into()),
        Some(
            Round::Draft(_)
            | Round::Adopted(_)
            | Round::Counted(_)
            | Round::Confirmed(_)
            | Round::Announced(_)
            | Round::Void(_),
        )
        | None => Ok(()),
    }
}

/// How far the holders have come; none where none are invited.
pub fn key_ceremony(office: &Office) -> Result<Option<KeyCeremonyStatus>, OfficeError> {
    let Some(ceremony) = found(office)? else { return Ok(None) };
    let station = resume(office, &ceremony);
    let step = station.step();
    let has_joined = step != Step::Joining;
    let invitation = Invitation::read(station.invitation())?;
    Ok(Some(KeyCeremonyStatus {
        step,
        is_made: ceremony.state == CeremonyState::Made,
        threshold: invitation.threshold,
        holders: invitation.holders.into_iter().zip(station.has_brought()).collect(),
        fits_profile: refuse_of_others(&office.store.profile()?, &station).is_ok(),
        spoken: has_joined.then(|| station.roster()).transpose()?.map(|roster| roster.spoken()),
        fingerprint: match step {
            Step::Confirmed => Some(station.finished()?.key.fingerprint()),
            Step::Joining | Step::Contributing | Step::Sharing | Step::Confirming => None,
        },
    }))
}

/// The session's key, where its holders have made it, and for this congress and session, these holders and this number of them.
pub(crate) fn made_key(office: &Office) -> Result<MadeKey, OfficeError> {
    let ceremony = found(office)?.filter(|ceremony| ceremony.state == CeremonyState::Made);
    let ceremony = ceremony.ok_or(KeysError::NotMade)?;
    let station = resume(office, &ceremony);
    refuse_of_others(&office.store.profile()?, &station)?;
    Ok(MadeKey { roster: station.roster()?, finished: station.finished()? })
}

/// How the key of this fingerprint came about, where holders have made it; also one that was given up after it was used.
pub fn finished_key(office: &Office, fingerprint: &str) -> Result<Option<FinishedKey>, OfficeError> {
    for ceremony in office.store.key_ceremonies()? {
        let station = resume(office, &ceremony);
        if station.step() != Step::Confirmed {
            continue;
        }
        let finished = station.finished()?;
        if finished.key.fingerprint() == fingerprint {
            return Ok(Some(finished));
        }
    }
    Ok(None)
}

/// The ceremony that wasn't given up; none where no holders are invited.
fn found(office: &Office) -> Result<Option<KeyCeremony>, OfficeError> {
    let last = office.store.key_ceremonies()?.pop();
    Ok(last.filter(|ceremony| ceremony.state != CeremonyState::GivenUp))
}

fn current(office: &Office) -> Result<KeyCeremony, OfficeError> {
    Ok(found(office)?.ok_or(KeysError::NobodyInvited)?)
}

fn resume<'a>(office: &'a Office, ceremony: &KeyCeremony) -> key_holders::Station<'a> {
    key_holders::Station::resume(office.store.station().signing_key(), ceremony.gathered.clone())
}

/// Names may be corrected until the first round is begun; a key that others were invited to make isn't the session's.
fn refuse_of_others(profile: &Profile, station: &key_holders::Station<'_>) -> Result<(), OfficeError> {
    let invitation = Invitation::read(station.invitation())?;
    let text = profile.text();
    let fits = invitation.congress == text.congress
        && invitation.session == text.session
        && invitation.threshold == text.threshold
        && invitation.holders.iter().eq(profile.card_holders());
    if fits { Ok(()) } else { Err(KeysError::OfOthers.into()) }
}

fn name_of(station: &key_holders::Station<'_>, holder: u32) -> Result<String, OfficeError> {
    let holders = Invitation::read(station.invitation())?.holders;
    let name = (1..).zip(holders).find(|(number, _)| *number == holder).map(|(_, name)| name);
    Ok(name.unwrap_or_default())
}

fn put(
    office: &mut Office,
    by: &impl signed_file::Actors,
    event: Event,
    ceremony: &KeyCeremony,
) -> Result<(), OfficeError> {
    office.act(by, &[Section::KeyCeremonies], event, |transaction, _| {
        key_ceremonies::put(transaction, ceremony)
    })
}

/// SHA-256 over a file, in hex.
fn hash(text: &str) -> String {
    hex(&Sha256::digest(text))
}
