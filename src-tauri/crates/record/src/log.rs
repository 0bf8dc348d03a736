//! The audit log: its chain, its signatures, and what it tells. Read line by line.

use crate::{
    Check, Problem,
    entry::{Entry, Event},
    error::same,
    files::{LogLine, Profile, Session},
    history::History,
    json,
    ledger::Ledger,
    notes::Notes,
    package::{Package, next_line},
    rule::DoneBy,
    stage::Stage,
};
use ballot_box::hex;
use chrono::DateTime;
use ed25519_dalek::{Signature, VerifyingKey};
use procedure::number::RoundNumber;
use sha2::{Digest, Sha256};
use std::io::{Read, Seek};

pub const LOG: &str = "log.jsonl";
/// More bytes than any line of the log has.
pub const LONGEST_LINE: usize = 1 << 20;
/// A log's bytes, far beyond any session's.
pub const LARGEST_LOG: u64 = 1 << 28;

const OF_LOG: &[Check] = &[
    Check::LogForm,
    Check::Chain,
    Check::LogSigned,
    Check::LogEnd,
    Check::Entries,
    Check::Acts,
    Check::CheckIns,
    Check::Witnessed,
];

/// What the log is checked against, as far as it could be read.
pub struct Against<'a> {
    pub session: Option<&'a Session>,
    pub station: Option<&'a VerifyingKey>,
    pub profile: Option<&'a Profile>,
    /// The version of the format.
    pub version: u32,
}

/// Reads the whole log; none where there is no log, or it can't be read to its end. Where an entry can't be read nothing is
/// noted.
pub fn read<R: Read + Seek>(
    package: &mut Package<R>,
    against: &Against<'_>,
    ledger: &mut Ledger,
) -> Option<(History, Notes)> {
    let notes = Notes::new(against.version);
    let mut log = Log { against, history: History::default(), notes, number: 0, before: [0; 32] };
    let found = walk(package, &mut log, ledger);
    if ledger.enter(Check::LogForm, found).is_none() {
        ledger.skip(OF_LOG);
        return None;
    }
    log.finish(ledger);
    ledger.nothing(OF_LOG);
    if against.station.is_none() {
        ledger.skip(&[Check::LogSigned]);
    }
    if against.profile.is_none() {
        ledger.skip(&[Check::Witnessed]);
    }
    let notes = if ledger.passes(Check::Entries) { log.notes } else { Notes::default() };
    Some((log.history, notes))
}

fn walk<R: Read + Seek>(
    package: &mut Package<R>,
    log: &mut Log<'_>,
    ledger: &mut Ledger,
) -> Result<(), Problem> {
    let file = package.find(LOG).cloned().ok_or_else(|| Problem::missing(LOG))?;
    if file.length > LARGEST_LOG {
        return Err(Problem::TooLarge { what: LOG.to_owned(), limit: LARGEST_LOG });
    }
    let mut lines = package.stream(&file)?;
    while let Some(line) = next_line(&mut lines, LOG, LONGEST_LINE)? {
        log.take(&line, ledger)?;
    }
    Ok(())
}

/// The log so far.
struct Log<'a> {
    against: &'a Against<'a>,
    history: History,
    notes: Notes,
    number: u32,
    before: [u8; 32],
}

impl Log<'_> {
    fn here(&self) -> String {
        format!("{LOG} {}", self.number)
    }

    fn take(&mut self, line: &[u8], ledger: &mut Ledger) -> Result<(), Problem> {
        self.number += 1;
        let here = self.here();
        let line: LogLine = json::read(&here, line)?;
        same(&here, self.number, line.number)?;
        let hash: [u8; 32] = json::from_hex(&line.hash)
            .ok_or_else(|| Problem::unreadable(format!("{here} hash"), &line.hash))?;
        let signature: [u8; 64] = json::from_hex(&line.signature)
            .ok_or_else(|| Problem::unreadable(format!("{here} signature"), &line.signature))?;
        let expected = chained(self.number, &self.before, &line.entry);
        ledger.enter(Check::Chain, same(&here, hex(&expected), hex(&hash)));
        self.before = hash;
        if let Some(station) = self.against.station {
            let signed = station.verify_strict(&hash, &Signature::from_bytes(&signature));
            ledger.enter(Check::LogSigned, signed.map_err(|_| Problem::Signature { what: here.clone() }));
        }
        if let Some(entry) = ledger.enter(Check::Entries, self.entry(&line.entry)) {
            self.witnessed(&entry, ledger);
            self.notes.take(self.number, &entry, &self.history);
            self.history.take(self.number, entry, ledger);
        }
        Ok(())
    }

    /// The first entry tells that the session was created, and no other does.
    fn entry(&self, text: &str) -> Result<Entry, Problem> {
        let here = self.here();
        let entry: Entry = json::parse_once(&here, text.as_bytes())?;
        // A minus sign of typography is read as one as well, and is none here.
        let is_time = entry.at.is_ascii() && DateTime::parse_from_rfc3339(&entry.at).is_ok();
        if !is_time {
            return Err(Problem::unreadable(format!("{here} at"), &entry.at));
        }
        if matches!(entry.event, Event::SessionCreated { .. }) != (self.number == 1) {
            return Err(Problem::Order { what: format!("{here} session-created") });
        }
        Ok(entry)
    }

    /// An act that needs one has a scrutineer as its witness, who isn't the operator.
    fn witnessed(&self, entry: &Entry, ledger: &mut Ledger) {
        let Some(profile) = self.against.profile else { return };
        match entry.event.done_by(self.against.version) {
            None | Some(DoneBy::Operator) => return,
            Some(DoneBy::Witnessed) => {}
        }
        let is_scrutineer = |name: &String| *name == profile.chief || profile.scrutineers.contains(name);
        let witness = entry.witness.as_ref();
        let is_witnessed = witness.is_some_and(|name| *name != entry.operator && is_scrutineer(name));
        let found =
            if is_witnessed { Ok(()) } else { Err(Problem::missing(format!("{} witness", self.here()))) };
        ledger.of_round(entry.event.rule().map(|rule| rule.round));
        ledger.enter(Check::Witnessed, found);
        ledger.of_round(None);
    }

    fn finish(&self, ledger: &mut Ledger) {
        if self.number == 0 {
            ledger.enter::<()>(Check::Entries, Err(Problem::missing(format!("{LOG} session-created"))));
        }
        match self.against.session {
            None => ledger.skip(&[Check::LogEnd]),
            Some(session) => {
                let found = same("session.json entries", session.entries, self.number)
                    .and_then(|()| same("session.json head", session.head.clone(), hex(&self.before)));
                ledger.enter(Check::LogEnd, found);
            }
        }
    }
}

/// The hash that chains an entry to the one before it.
fn chained(number: u32, before: &[u8; 32], entry: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"piaojue audit v1");
    hash.update(number.to_be_bytes());
    hash.update(before);
    hash.update(entry);
    hash.finalize().into()
}

/// The record's version is that of the first sealing.
pub fn check_version(history: &History, version: u32) -> Result<(), Problem> {
    history.version().map_or(Ok(()), |sealed| same("manifest.json version", sealed, version))
}

/// What the first entry says of training is what the profile says.
pub fn check_training(history: &History, profile: &Profile) -> Result<(), Problem> {
    history.training.map_or(Ok(()), |told| same("profile.json training", told, profile.training))
}

/// The log tells of just as many rounds as there are, each finished as its state says.
pub fn check_rounds(
    history: &History,
    rounds: &[(RoundNumber, Option<Stage>)],
    stated: Option<u32>,
) -> Result<(), Problem> {
    let told: Vec<RoundNumber> = history.rounds.keys().copied().collect();
    let found: Vec<RoundNumber> = rounds.iter().map(|(number, _)| *number).collect();
    same("rounds", listed(&told), listed(&found))?;
    if let Some(stated) = stated {
        same("session.json rounds", found.len(), stated as usize)?;
    }
    for (number, stage) in rounds {
        let told = history.rounds.get(number).map(|story| story.stage);
        // A state that can't be read is told elsewhere.
        if stage.is_some() && told != *stage {
            let name = |stage: Option<Stage>| stage.map_or("", Stage::name);
            return Err(Problem::differs(format!("rounds/{number}/state.json"), name(told), name(*stage)));
        }
    }
    Ok(())
}

fn listed(numbers: &[RoundNumber]) -> String {
    let numbers: Vec<String> = numbers.iter().map(RoundNumber::to_string).collect();
    numbers.join(" ")
}
