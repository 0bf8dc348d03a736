//! All checks, in an order in which each finds what it rests on.

use crate::{
    Check, LATEST, Note, Noted, Problem, RecordError, Report, RoundSummary, Summary, against_log, ballots,
    contests, count, documents,
    files::{Profile, Session},
    history::History,
    json, key_holders, keys,
    ledger::Ledger,
    log, manifest,
    notes::OfFiles,
    outcome,
    package::Package,
    round::{self, Round},
    slips,
};
use ballot_box::{BallotVersion, Election, ElectionKey};
use ed25519_dalek::VerifyingKey;
use messages::Coded;
use procedure::number::RoundNumber;
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs::File,
    io::{Read, Seek, SeekFrom},
    path::Path,
};

/// How far the checks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So many bytes of the package were read once, of so many.
    Bytes {
        /// Read.
        done: u64,
        /// Of all.
        of: u64,
    },
    /// So many ballots of a round were checked, of so many at the least.
    Ballots {
        /// The round.
        round: RoundNumber,
        /// Checked.
        done: u64,
        /// As many as the box has by the log; 0 where that isn't known.
        of: u64,
    },
}

/// Checks the record in this file. `progress` is called from several threads.
pub fn verify_file(path: &Path, progress: &(impl Fn(Progress) + Sync)) -> Result<Report, RecordError> {
    let file = open(path)?;
    Ok(verify(file, progress))
}

/// Opens a file that begins as a record does.
pub fn open(path: &Path) -> Result<File, RecordError> {
    let shown = path.display().to_string();
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => RecordError::NotFound { path: shown.clone() },
        _ => RecordError::Io { path: shown.clone(), detail: error.into() },
    };
    let mut file = regular_file::open(path).map_err(failed)?;
    if is_package(&mut file).map_err(failed)? {
        Ok(file)
    } else {
        Err(RecordError::NotARecord { path: shown })
    }
}

/// Whether a file begins as a package does. Whether its files are those of a record is a check's matter.
fn is_package(reader: &mut (impl Read + Seek)) -> std::io::Result<bool> {
    let mut start = Vec::new();
    reader.seek(SeekFrom::Start(0))?;
    reader.by_ref().take(4).read_to_end(&mut start)?;
    Ok(start == b"PK\x03\x04")
}

/// Whether a file begins as a record does: with the header of its first file.
pub fn looks_like_one(reader: &mut (impl Read + Seek)) -> std::io::Result<bool> {
    const NAME_AT: u64 = 30;
    let mut name = Vec::new();
    let is_package = is_package(reader)?;
    reader.seek(SeekFrom::Start(NAME_AT))?;
    reader.by_ref().take(12).read_to_end(&mut name)?;
    Ok(is_package && name == b"session.json")
}

/// Checks the record that this reads. All checks run as far as they can.
pub fn verify<R: Read + Seek>(reader: R, progress: &(impl Fn(Progress) + Sync)) -> Report {
    let mut ledger = Ledger::default();
    let mut summary = Summary::default();
    let mut noted = Vec::new();
    if let Some(package) = ledger.enter(Check::Package, Package::open(reader)) {
        noted = Checker { package, ledger: &mut ledger, summary: &mut summary }.run(progress);
    }
    Report { checks: ledger.into_checks(asked_of(summary.version)), noted, summary }
}

/// The version by which a record is checked: the first where its own isn't known.
fn asked_of(version: u32) -> u32 {
    if (1..=LATEST).contains(&version) { version } else { 1 }
}

struct Checker<'a, R> {
    package: Package<R>,
    ledger: &'a mut Ledger,
    summary: &'a mut Summary,
}

/// What is there of the session, as far as it could be read.
struct Known {
    session: Option<Session>,
    station: Option<VerifyingKey>,
    profile: Option<Profile>,
    profile_bytes: Option<Vec<u8>>,
    rules_bytes: Option<Vec<u8>>,
}

impl<R: Read + Seek> Checker<'_, R> {
    fn run(mut self, progress: &(impl Fn(Progress) + Sync)) -> Vec<Noted> {
        let (manifest, documents) = self.manifest(progress);
        let version = asked_of(self.summary.version);
        let known = self.session();
        self.signed(manifest.as_ref(), &known);
        self.documents();
        let against = log::Against {
            session: known.session.as_ref(),
            station: known.station.as_ref(),
            profile: known.profile.as_ref(),
            version,
        };
        let (history, of_log) = log::read(&mut self.package, &against, self.ledger).unzip();
        let (rounds, degenerate) = self.rounds(&known, history.as_ref(), progress);
        let is_round_due = contests::check_follows(&rounds, self.ledger);
        self.ledger.of_round(None);
        self.against_log(&known, history.as_ref(), &rounds);
        self.of_log(&known, history.as_ref(), manifest.is_some(), &documents);
        let noted = of_log.unwrap_or_default().finish(OfFiles {
            rounds: rounds.len(),
            training: known.profile.as_ref().map(|profile| profile.training),
            delegates: known.session.as_ref().map(|session| session.delegates),
            is_round_due: is_round_due == Some(true),
            degenerate,
            documents: history.as_ref().map(|history| documents::noted(&history.issued)).unwrap_or_default(),
        });
        if version == 1 { noted } else { self.refused(noted, history.as_ref(), is_round_due) }
    }

    /// Version, training and documents as the log has them.
    fn of_log(
        &mut self,
        known: &Known,
        history: Option<&History>,
        has_manifest: bool,
        documents: &BTreeMap<String, String>,
    ) {
        let version = self.summary.version;
        match history {
            Some(history) => {
                self.ledger.enter_if(has_manifest, Check::Version, || log::check_version(history, version));
                match &known.profile {
                    Some(profile) => {
                        self.ledger.enter(Check::Training, log::check_training(history, profile));
                    }
                    None => self.ledger.skip(&[Check::Training]),
                }
                let found = documents::check(&history.issued, documents);
                self.ledger.enter(Check::DocumentsIssued, found);
            }
            None => self.ledger.skip(&[Check::Version, Check::Training, Check::DocumentsIssued]),
        }
    }

    /// From version 2 on, what makes a record less than whole is no longer noted: its check fails.
    fn refused(
        &mut self,
        noted: Vec<Noted>,
        history: Option<&History>,
        is_round_due: Option<bool>,
    ) -> Vec<Noted> {
        let is_ended = history.is_some_and(|history| history.is_ended);
        let (refused, noted): (Vec<_>, Vec<_>) = noted
            .into_iter()
            .partition(|noted| noted.note.fails().is_some() && !(is_ended && noted.note == Note::RoundDue));
        for Noted { round, entry, note } in refused {
            let what = entry.map(|entry| format!("{} {entry}", log::LOG));
            let what = what.unwrap_or_else(|| note.code().to_owned());
            self.ledger.of_round(round);
            if let Some(check) = note.fails() {
                self.ledger.enter::<()>(check, Err(Problem::refused(what, &note)));
            }
        }
        self.ledger.of_round(None);
        let by_log =
            [Check::Statements, Check::Kiosks, Check::LotsOnce, Check::ChallengesNamed, Check::TraysCounted];
        let has_keys = self.ledger.passes(Check::Key);
        self.ledger.nothing_if(history.is_some(), &by_log);
        self.ledger.nothing_if(history.is_some() && is_round_due.is_some(), &[Check::Whole]);
        self.ledger.nothing_if(has_keys, &[Check::KeyStrength]);
        noted
    }

    /// Manifest, contents and names; returns the manifest and the documents' SHA-256.
    fn manifest(
        &mut self,
        progress: &(impl Fn(Progress) + Sync),
    ) -> (Option<manifest::Signed>, BTreeMap<String, String>) {
        let read = manifest::read(&mut self.package);
        let signed = self.ledger.enter(Check::Manifest, read);
        let written = signed.as_ref().map(|signed| &signed.manifest);
        match written {
            Some(written) => {
                self.ledger.enter(Check::Format, manifest::check_format(written));
                self.ledger.enter(Check::Listed, manifest::check_listed(written, self.package.files()));
                self.summary.program.clone_from(&written.program);
                self.summary.version = written.version;
            }
            None => self.ledger.skip(&[Check::Format, Check::Listed]),
        }
        let of = self.package.files().iter().map(|file| file.length).sum();
        let documents = manifest::check_contents(&mut self.package, written, self.ledger, &mut |done| {
            progress(Progress::Bytes { done, of });
        });
        self.ledger
            .enter(Check::Names, manifest::check_names(self.package.files(), asked_of(self.summary.version)));
        (signed, documents)
    }

    fn session(&mut self) -> Known {
        let session = self.json::<Session>("session.json").map(|(session, _)| session);
        let (profile, profile_bytes) = self.json::<Profile>("profile.json").unzip();
        let profile = profile.and_then(|profile| self.of_version(profile));
        let rules_bytes = self.package.read("rules.json", round::LARGEST_FILE);
        let rules_bytes = self.ledger.enter(Check::Written, rules_bytes);
        let station = session.as_ref().map(|session| manifest::station_key(&session.station));
        let station = if let Some(station) = station {
            self.ledger.enter(Check::StationKey, station)
        } else {
            self.ledger.skip(&[Check::StationKey]);
            None
        };
        if let Some(session) = &session {
            self.summary.station.clone_from(&session.station);
            self.summary.head.clone_from(&session.head);
            self.summary.entries = session.entries;
        }
        let profile = profile.and_then(|profile| {
            let found = manifest::check_profile(&profile);
            self.ledger.enter(Check::Profile, found).map(|()| profile)
        });
        match &profile {
            Some(profile) => self.summary.describe(profile),
            None => self.ledger.skip(&[Check::Profile]),
        }
        Known { session, station, profile, profile_bytes, rules_bytes }
    }

    /// How keys come about is said from version 2 on.
    fn of_version(&mut self, profile: Profile) -> Option<Profile> {
        if asked_of(self.summary.version) > 1 || profile.keys.is_none() {
            return Some(profile);
        }
        self.ledger.enter(Check::Written, Err(Problem::unexpected("profile.json keys")))
    }

    fn json<T: serde::de::DeserializeOwned + serde::Serialize>(
        &mut self,
        name: &str,
    ) -> Option<(T, Vec<u8>)> {
        let bytes = self.package.read(name, round::LARGEST_FILE);
        let bytes = self.ledger.enter(Check::Written, bytes)?;
        let value = self.ledger.enter(Check::Written, json::read(name, &bytes))?;
        Some((value, bytes))
    }

    fn signed(&mut self, manifest: Option<&manifest::Signed>, known: &Known) {
        match (manifest, &known.station) {
            (Some(manifest), Some(station)) => {
                self.ledger.enter(Check::Signed, manifest::check_signed(manifest, station));
            }
            _ => self.ledger.skip(&[Check::Signed]),
        }
    }

    fn documents(&mut self) {
        let is_document = |file: &&crate::package::File| file.name.starts_with(manifest::DOCUMENTS);
        self.summary.documents = self.package.files().iter().filter(is_document).count();
        let found = manifest::check_documents(&mut self.package);
        self.ledger.enter(Check::Pdf, found);
    }

    fn rounds(
        &mut self,
        known: &Known,
        history: Option<&History>,
        progress: &(impl Fn(Progress) + Sync),
    ) -> (Vec<Round>, Vec<RoundNumber>) {
        let (mut rounds, mut degenerate) = (Vec::new(), Vec::new());
        for number in self.numbers() {
            self.ledger.of_round(Some(number));
            let version = asked_of(self.summary.version);
            let round = round::read(&mut self.package, number, version, self.ledger);
            let key = self.round(&round, known, history, progress);
            degenerate.extend(key.filter(ElectionKey::is_degenerate).map(|_| number));
            rounds.push(round);
        }
        self.ledger.of_round(None);
        (rounds, degenerate)
    }

    /// The rounds that there are files of, from 1 without a gap.
    fn numbers(&self) -> Vec<RoundNumber> {
        let there = |number: &RoundNumber| {
            let prefix = format!("rounds/{number}/");
            self.package.files().iter().any(|file| file.name.starts_with(&prefix))
        };
        (1..=crate::history::MOST_ROUNDS).map(RoundNumber).take_while(there).collect()
    }

    /// What is checked of one round, but for the log's hashes of it; returns its key where that can be used.
    fn round(
        &mut self,
        round: &Round,
        known: &Known,
        history: Option<&History>,
        progress: &(impl Fn(Progress) + Sync),
    ) -> Option<ElectionKey> {
        let version = asked_of(self.summary.version);
        let ledger = &mut *self.ledger;
        let story = history.and_then(|history| history.rounds.get(&round.number));
        contests::check_round(round, known.session.as_ref(), known.rules_bytes.as_deref(), ledger);
        let key = keys::check(round, known.profile.as_ref(), story, ledger);
        key_holders::check(
            round,
            known.profile.as_ref(),
            known.station.as_ref(),
            story,
            key.as_ref(),
            ledger,
        );
        let form = round.contest.as_ref().and_then(|contest| contest.form().ok());
        let digest: [u8; 32] = Sha256::digest(&round.contest_bytes).into();
        let sealed = BallotVersion::of_record(version);
        let election =
            key.as_ref().zip(form).and_then(|(key, form)| Election::new(key, &form, digest, sealed).ok());
        let of =
            story.and_then(|story| story.closed.as_ref()).map_or(0, |closed| u64::from(closed.collected));
        let told = |done| progress(Progress::Ballots { round: round.number, done, of });
        let found =
            ballots::check(&mut self.package, round, (election.as_ref(), sealed), history, ledger, &told);
        let count = found.as_ref().map(|found| found.ballots);
        slips::check(round, story, count, version, ledger);
        count::check(round, found.as_ref(), election.as_ref(), ledger);
        outcome::check(round, known.profile.as_ref(), story, ledger);
        self.summary.rounds.push(RoundSummary::of(round, story, count.unwrap_or_default()));
        key
    }

    fn against_log(&mut self, known: &Known, history: Option<&History>, rounds: &[Round]) {
        let of_log = [
            Check::LogRounds,
            Check::SessionPart,
            Check::RoundFiles,
            Check::StatePart,
            Check::Adopted,
            Check::Sealed,
            Check::Attendance,
            Check::Closed,
            Check::Counted,
            Check::Ended,
            Check::VoidPaperPart,
            Check::SlipsPart,
            Check::OpeningPart,
        ];
        let Some(history) = history else {
            self.ledger.skip(&of_log);
            return;
        };
        let stages: Vec<_> = rounds.iter().map(|round| (round.number, round.stage())).collect();
        let told = known.session.as_ref().map(|session| session.rounds);
        self.ledger.enter(Check::LogRounds, log::check_rounds(history, &stages, told));
        match (&known.session, &known.profile_bytes, &known.rules_bytes) {
            (Some(session), Some(profile), Some(rules)) => {
                let found = against_log::check_session(history, session, profile, rules);
                self.ledger.enter(Check::SessionPart, found);
            }
            _ => self.ledger.skip(&[Check::SessionPart]),
        }
        for round in rounds {
            self.ledger.of_round(Some(round.number));
            match history.rounds.get(&round.number) {
                Some(story) => against_log::check_round(history, story, round, self.ledger),
                None => self.ledger.skip(&of_log[2..]),
            }
        }
        self.ledger.of_round(None);
    }
}
