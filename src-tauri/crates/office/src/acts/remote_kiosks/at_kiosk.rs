//! On a remote kiosk: loading its provision, closing it, writing its box.

use super::explained;
use crate::{
    act::{Office, Witnessed, check_scrutineer, check_statement},
    clock::Clock,
    errors::{ActsError, KioskError, OfficeError, StoreError},
    log::{Entry, Event},
    randomness::Randomness,
    store::{
        Section, Store, ballots, open_box,
        rounds::{self, Keys},
        session,
        slots::{self, OpenBox, Slot, SlotState},
        this_kiosk,
    },
};
use ballot_box::{BallotHash, BallotVersion, Election, SlipTag, hex};
use kiosk_files::{KioskBox, Provision, Spent, VERSION, bytes_of_hex, fingerprint};
use procedure::{
    count::{Ballots, Issued},
    number::RoundNumber,
    round::{ActError, Closed, Closing, Draft, Polling, Round, RoundState},
};
use rusqlite::Transaction;
use session_model::{ThisKiosk, TrayCount, contest_digest};
use signed_file::{FileError, Station, journal_of};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Where a kiosk keeps its session, with what it needs from outside. The key is the one that it made itself and asked
/// with; it never leaves the kiosk.
pub struct KioskPlace<'a> {
    /// The folder of its session files; the file's name is made from the provision, so that none is loaded twice.
    pub folder: &'a Path,
    /// Its key.
    pub key: Station,
    /// Its clock.
    pub clock: Box<dyn Clock>,
    /// Its randomness.
    pub randomness: Randomness,
}

/// Loads a provision into a new session file of this kiosk, whose poll is then open. Two persons do it, having compared the
/// station's fingerprint with the station's screen; the scrutineer is one of the session that the provision names.
///
/// All of it or nothing: a file of that name is a whole session. A provision is loaded once.
pub fn load_provision(place: KioskPlace<'_>, file: &[u8], by: &Witnessed) -> Result<Office, OfficeError> {
    let (provision, digest) = Provision::read(file)?;
    let KioskPlace { folder, key, clock, randomness } = place;
    if provision.kiosk.key != key.public_key() {
        return Err(KioskError::ProvisionOfAnother { kiosk: provision.kiosk.number }.into());
    }
    check_scrutineer(&provision.profile, by.witness_name())?;
    let path = folder.join(format!(
        "round-{}-kiosk-{}-{}.db",
        provision.round(),
        provision.kiosk.number,
        hex(&digest[..4])
    ));
    if path.exists() {
        return Err(KioskError::ProvisionLoaded { path: path.display().to_string() }.into());
    }
    let unfinished = emptied(&path.with_extension("unfinished"))?;
    let store = Store::create(&unfinished, key)?;
    let mut office = Office { store, clock, randomness, only_ended: None, was_suspended: false };
    fill_in(&mut office, by, &provision, digest)?;
    let Office { store, clock, randomness, only_ended: _, was_suspended: _ } = office;
    let key = store.close();
    fs::rename(&unfinished, &path).map_err(|error| FileError::io(&path, error))?;
    // Only zeros are left in it.
    let _ = fs::remove_file(journal_of(&unfinished));
    Office::load(&path, key, clock, randomness)
}

/// A path where nothing lies: what an interrupted loading left is taken away.
fn emptied(path: &Path) -> Result<PathBuf, StoreError> {
    for left in [path.to_owned(), journal_of(path)] {
        match fs::remove_file(&left) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(FileError::io(&left, error).into());
            }
            Err(_) | Ok(()) => {}
        }
    }
    Ok(path.to_owned())
}

/// Makes the session in one act: profile, round with its poll open, keys, slots.
fn fill_in(
    office: &mut Office,
    by: &Witnessed,
    provision: &Provision,
    digest: [u8; 32],
) -> Result<(), OfficeError> {
    let round = provision.round();
    let polling = Round::from(open_poll(provision)?);
    let contest = contest_digest(&provision.contest);
    let version = BallotVersion::of_record(provision.version.into());
    let election = Election::new(&provision.election, &provision.contest.form()?, contest, version)?;
    let tags: Vec<SlipTag> = provision.unused.iter().chain(&provision.cancelled).copied().collect();
    let keys = Keys {
        election: provision.election.clone(),
        slips: provision.slip_key.clone(),
        slips_root: ballot_box::root(tags.iter().map(|tag| tag.0)),
        paper: 0,
    };
    let this = ThisKiosk {
        number: provision.kiosk.number,
        name: provision.kiosk.name.clone(),
        zone: provision.kiosk.zone,
        station: provision.station,
        provision: digest,
        tray: None,
        statement: None,
    };
    let event = Event::ProvisionLoaded {
        round,
        kiosk: this.number,
        zone: this.zone,
        station: fingerprint(&provision.station),
        slips: provision.unused.len(),
        file: hex(&digest),
    };
    let sections = [
        Section::Session,
        Section::Round(round),
        Section::Keys(round),
        Section::SlipList(round),
        Section::ThisKiosk,
        Section::SpentBefore,
    ];
    office.act(by, &sections, event, |transaction, station| {
        session::insert(transaction, &provision.profile, &station.public_key())?;
        rounds::put(transaction, &polling)?;
        rounds::put_keys(transaction, round, &keys)?;
        this_kiosk::put(transaction, &this, &provision.spent)?;
        let open = OpenBox { station, round };
        let slots = tags.iter().map(|tag| (*tag, SlotState::Unused));
        slots::lay_out(transaction, open, &keys.slips, slots, &provision.list, election.sealed_len())?;
        cancel_all(transaction, open, &provision.cancelled)
    })
}

fn cancel_all(
    transaction: &Transaction<'_>,
    open: OpenBox<'_>,
    cancelled: &[SlipTag],
) -> Result<(), StoreError> {
    cancelled.iter().try_for_each(|tag| slots::cancel(transaction, open, tag))
}

/// The round in the state that it has at the station, by the same acts: what the station couldn't do, a kiosk can't either.
fn open_poll(provision: &Provision) -> Result<Polling, OfficeError> {
    let adopted = Draft { contest: provision.contest.clone() }.adopt()?;
    let sealed = adopted.seal(provision.sealing.clone())?;
    Ok(sealed.open_check_in().open_poll(provision.opened_with)?)
}

/// Closes the kiosk for good: checks its box, and against the slips that two persons counted in its tray. Where they
/// differ, it stays open unless they state in writing how they decide.
pub fn close_kiosk(
    office: &mut Office,
    by: &Witnessed,
    tray: u32,
    statement: Option<String>,
) -> Result<(), OfficeError> {
    office.store.this_kiosk()?.ok_or(KioskError::OnlyAtAKiosk)?;
    let round = office.round()?;
    if !matches!(round, Round::Polling(_) | Round::Suspended(_)) {
        return Err(ActError::WrongState { needed: RoundState::Polling, found: round.state() }.into());
    }
    let number = round.number();
    let slots = verified(office, number)?;
    let statement = explained(statement)?;
    let collected = check_tray(&slots, tray, statement.is_some())?;
    statement.as_deref().map_or(Ok(()), check_statement)?;
    let closed = Round::from(closed(round, collected, ballots::root_of(&slots))?);
    let event = Event::KioskClosed { round: number, collected, tray, statement: statement.clone() };
    office.act(by, &[Section::Round(number), Section::ThisKiosk], event, |transaction, _| {
        rounds::put(transaction, &closed)?;
        this_kiosk::close(transaction, tray, statement.as_deref())
    })
}

/// The ballots in a kiosk's slots, which must be as many as the slips in its tray or explained.
fn check_tray(slots: &[Slot], tray: u32, explained: bool) -> Result<Ballots, ActsError> {
    let spent = slots.iter().filter(|slot| slot.state == SlotState::Spent).count();
    let in_box = Ballots::of(spent);
    if in_box.0 == tray || explained {
        Ok(in_box)
    } else {
        Err(ActsError::BoxDiffersFromTray { in_box, in_tray: Ballots(tray) })
    }
}

/// A kiosk's closed round. What was handed out is known at the station alone, and nothing is counted here.
fn closed(round: Round, collected: Ballots, root: String) -> Result<Closed, OfficeError> {
    let polling = match round {
        Round::Suspended(suspended) => suspended.resume(),
        other => Polling::try_from(other)?,
    };
    let (present, issued) = (polling.opened_with, Issued(0));
    Ok(polling.close(Closing { present, issued, collected, root })?)
}

fn verified(office: &Office, round: RoundNumber) -> Result<Vec<Slot>, OfficeError> {
    let keys = office.store.keys(round)?.ok_or(ActsError::NoRound)?;
    let open = OpenBox { station: office.store.station(), round };
    Ok(open_box::verified(office.store.read(), open, &keys)?)
}

/// The closed kiosk's box, as a file signed by the kiosk. Each time the same bytes.
pub fn export_box(office: &Office) -> Result<Vec<u8>, OfficeError> {
    let this = office.store.this_kiosk()?.ok_or(KioskError::OnlyAtAKiosk)?;
    let round = office.round()?;
    let (Round::Closed(_), Some(tray)) = (&round, this.tray) else {
        return Err(KioskError::KioskNotClosed.into());
    };
    let statement = this.statement.clone();
    Ok(kiosk_box(office, &this, &round, Taken { recovered: false, tray, statement })?
        .write(office.store.station())?)
}

/// The box of a kiosk that was found on its disk: closed, it is the one that the kiosk would have written; else it is
/// taken as it is there, with what two persons count in its tray.
pub(super) fn recovered_box(
    office: &Office,
    tray: u32,
    statement: Option<&str>,
) -> Result<Vec<u8>, OfficeError> {
    let this = office.store.this_kiosk()?.ok_or(KioskError::OnlyAtAKiosk)?;
    let round = office.round()?;
    if matches!(round, Round::Closed(_)) {
        return export_box(office);
    }
    let statement = explained(statement.map(str::to_owned))?;
    check_tray(&verified(office, round.number())?, tray, statement.is_some())?;
    statement.as_deref().map_or(Ok(()), check_statement)?;
    Ok(kiosk_box(office, &this, &round, Taken { recovered: true, tray, statement })?
        .write(office.store.station())?)
}

/// How a box was taken.
struct Taken {
    recovered: bool,
    tray: u32,
    statement: Option<String>,
}

fn kiosk_box(
    office: &Office,
    this: &ThisKiosk,
    round: &Round,
    taken: Taken,
) -> Result<KioskBox, OfficeError> {
    let contest = round.contest();
    let slots = verified(office, round.number())?;
    let tags = |state: SlotState| {
        slots.iter().filter(move |slot| slot.state == state).map(|slot| slot.tag).collect()
    };
    // A provision of the first version has no list, and then its box has no tokens.
    let has_tokens = !office.store.slip_list(round.number())?.is_empty();
    let spent = |slot: &Slot| Spent {
        tag: slot.tag,
        token: has_tokens.then_some(slot.token),
        ballot: slot.ballot.clone(),
    };
    let Told { challenged, resumed } = told(office)?;
    let ciphertexts = challenged.values().copied().flatten();
    Ok(KioskBox {
        version: if has_tokens { VERSION } else { 1 },
        key: office.store.station().public_key(),
        station: this.station,
        round: round.number(),
        contest: contest_digest(contest),
        kiosk: this.number,
        zone: this.zone,
        provision: this.provision,
        recovered: taken.recovered,
        tray: taken.tray,
        statement: taken.statement,
        resumed: if has_tokens { resumed } else { Vec::new() },
        challenged: challenged.keys().copied().collect(),
        challenged_ciphertexts: if has_tokens { ciphertexts.collect() } else { Vec::new() },
        unused: tags(SlotState::Unused),
        cancelled: tags(SlotState::Cancelled),
        spent: slots.iter().filter(|slot| slot.state == SlotState::Spent).map(spent).collect(),
    })
}

/// What the kiosk's own log tells of its poll.
struct Told {
    /// The ballots with which voters challenged this kiosk, each with the hash of its ciphertexts, sorted by their hashes: they say
    /// nothing of the order. What version 0.1.0 logged has no ciphertexts.
    challenged: BTreeMap<BallotHash, Option<[u8; 32]>>,
    /// What two persons counted before the poll went on after an interruption and stated something, in order.
    resumed: Vec<TrayCount>,
}

fn told(office: &Office) -> Result<Told, OfficeError> {
    let mut told = Told { challenged: BTreeMap::new(), resumed: Vec::new() };
    for logged in office.store.log()? {
        let entry: Entry = serde_json::from_str(&logged.entry).map_err(StoreError::from)?;
        if let Event::BallotChallenged { ballot, ciphertexts, .. } = &entry.event {
            let hash = bytes_of_hex(ballot).map(BallotHash);
            told.challenged.extend(hash.map(|hash| (hash, bytes_of_hex(ciphertexts))));
        }
        if let Event::Resumed { count: Some(count), .. } = entry.event {
            told.resumed.extend(count.statement.is_some().then_some(count));
        }
    }
    Ok(told)
}
