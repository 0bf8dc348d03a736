//! The documents of a session, made of what its file says.

mod challenge_slip;
mod cut;
mod decision;
mod hall;
mod kinds;
mod minutes;
mod result;
mod secrets;
mod tables;
mod texts;

pub use challenge_slip::challenge_slip;
pub use kinds::{Document, Kind};
pub use secrets::{key_cards, slips};

use crate::{
    act::{Office, number},
    errors::{OfficeError, StoreError},
    log::{Entry, Event},
    model::{Profile, Tray},
    store::rounds::Keys,
};
use chrono::NaiveDate;
use documents::{Fonts, Heading, Standing};
use messages::Language;
use procedure::{
    count::{Ballots, Delegates, Issued, Seats},
    round::{Ended, Round},
    rules::{Division, Rules},
};
use zeroize::Zeroizing;

/// A document that was made: what to call its file, and its bytes.
pub struct Paper {
    /// The name of the file.
    pub name: String,
    /// The file; overwritten when dropped, since slips and key cards are secret.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// Who makes the documents: what the session's file says, read once, and the language to write in. Names stay as they were
/// entered.
pub struct Clerk<'a> {
    office: &'a Office,
    fonts: &'a Fonts,
    language: Language,
    profile: Profile,
    rounds: Vec<Round>,
    log: Vec<Act>,
}

/// An act of the log.
struct Act {
    number: u32,
    hash: [u8; 32],
    entry: Entry,
}

/// What the log says of the close of a poll.
struct PollClosed<'a> {
    issued: Issued,
    collected: Ballots,
    root: &'a str,
    tray: Tray,
    statement: Option<&'a str>,
    on: NaiveDate,
}

impl<'a> Clerk<'a> {
    /// A clerk who writes in this language; in the session's own where none is given.
    pub fn new(
        office: &'a Office,
        fonts: &'a Fonts,
        language: Option<Language>,
    ) -> Result<Self, OfficeError> {
        let profile = office.store().profile()?;
        let act = |logged: signed_file::Logged| -> Result<Act, StoreError> {
            let entry = serde_json::from_str(&logged.entry)?;
            Ok(Act { number: logged.number, hash: logged.hash, entry })
        };
        Ok(Self {
            office,
            fonts,
            language: language.unwrap_or(profile.text().language),
            rounds: office.store().rounds()?,
            log: office.store().audit_log()?.into_iter().map(act).collect::<Result<_, _>>()?,
            profile,
        })
    }

    /// Makes a document; none where it can't be made yet.
    pub fn make(&self, document: Document) -> Result<Option<Paper>, OfficeError> {
        let Some(standing) = self.standing(document)? else { return Ok(None) };
        let round = document.round().and_then(|round| self.round(round));
        let bytes = match (document.kind(), round) {
            (Kind::CandidateList, Some(round)) => self.candidate_list(document, standing, round)?,
            (Kind::Notice, Some(round)) => self.notice(document, standing, round)?,
            (Kind::AttendanceSheet, Some(round)) => self.attendance_sheet(document, standing, round)?,
            (Kind::AttendanceReport, Some(round)) => self.attendance_report(document, standing, round)?,
            (Kind::PaperBallots, Some(round)) => self.paper_ballots(round)?,
            (
                Kind::OpeningReport | Kind::DistributionReport | Kind::ReturnReport | Kind::ClosingReport,
                Some(round),
            ) => self.poll_report(document, standing, round)?,
            (Kind::ResultReport, Some(round)) => self.result_report(document, standing, round)?,
            (Kind::ChairScript, Some(round)) => self.chair_script(document, standing, round)?,
            (Kind::ResultTable, Some(round)) => self.result_table(document, standing, round)?,
            (Kind::AttendanceTable, Some(round)) => self.attendance_table(standing, round)?,
            (Kind::VotingMeasure, _) => self.voting_measure(document, standing)?,
            (Kind::Announcement, _) => self.announcement(document, standing)?,
            (Kind::Resolution, _) => self.resolution(document, standing)?,
            (Kind::TaskList, _) => self.task_list(document, standing)?,
            (Kind::AdoptedTable, _) => self.adopted_table(standing)?,
            (Kind::Minutes, _) => self.minutes(document, standing)?,
            _ => None,
        };
        Ok(bytes.map(|bytes| Paper { name: document.file(), bytes: Zeroizing::new(bytes) }))
    }

    /// The station's own signature of a made document, to be written beside it; none where it isn't to be signed.
    pub fn sign_beside(
        &self,
        document: Document,
        file: &str,
        paper: &Paper,
    ) -> Result<Option<String>, OfficeError> {
        if !document.kind().is_signed() || self.standing(document)? != Some(Standing::Official) {
            return Ok(None);
        }
        let record = self.record(document).map(|act| &act.hash);
        let key = self.office.store().station().signing_key();
        Ok(Some(signing::detached(file, &paper.bytes, record, key)?))
    }

    /// The last act that a document rests on.
    fn record(&self, document: Document) -> Option<&Act> {
        let measure = self.measure_round();
        self.log.iter().rev().find(|act| document.rests_on(&act.entry.event, measure))
    }

    /// The round in which measure and scrutineers are voted on: the first that didn't fail for want of a quorum, since
    /// nothing can be passed without one.
    fn measure_round(&self) -> Option<u32> {
        let failed = |round: &&Round| matches!(round, Round::Void(void) if matches!(void.ended, Ended::AtCheckIn { .. }));
        self.rounds.iter().find(|round| !failed(round)).map(number)
    }

    /// The station's public key, by which whoever holds the record knows that it is this one's.
    fn station_key(&self) -> String {
        ballot_box::hex(&self.office.store().station().public_key())
    }

    fn round(&self, wanted: u32) -> Option<&Round> {
        self.rounds.iter().find(|round| number(round) == wanted)
    }

    fn keys(&self, round: Option<u32>) -> Result<Option<Keys>, OfficeError> {
        Ok(match round {
            Some(round) => self.office.store().keys(round)?,
            None => None,
        })
    }

    /// The last act that fits.
    fn last<T>(&self, wanted: impl Fn(&Entry) -> Option<T>) -> Option<T> {
        self.log.iter().rev().find_map(|act| wanted(&act.entry))
    }

    /// How many were present when the poll of a round opened, and the day.
    fn opening_of(&self, wanted: Option<u32>) -> Option<(Delegates, NaiveDate)> {
        self.last(|entry| match entry.event {
            Event::PollOpened { round, present } if Some(round) == wanted => {
                Some((present, entry.at.date_naive()))
            }
            _ => None,
        })
    }

    /// How the poll of a round was closed.
    fn closing_of(&self, wanted: Option<u32>) -> Option<PollClosed<'_>> {
        self.log.iter().rev().find_map(|act| match &act.entry.event {
            Event::PollClosed { round, issued, collected, tray, root, statement, .. }
                if Some(*round) == wanted =>
            {
                Some(PollClosed {
                    issued: *issued,
                    collected: *collected,
                    root,
                    tray: *tray,
                    statement: statement.as_deref(),
                    on: act.entry.at.date_naive(),
                })
            }
            _ => None,
        })
    }

    /// What a document of these rules names: whose it is, how far it may be relied on, and the record that it shows, which
    /// is the hash of the last act that it rests on. Later acts don't change it, so that a document printed again is the same.
    fn heading(&self, document: Document, rules: &Rules, standing: Standing) -> Heading {
        let record = self.record(document).map(|act| ballot_box::hex(&act.hash));
        Heading { record_hash: record, ..heading(&self.profile, self.language, rules, standing) }
    }
}

/// What every document of a session names; without a record.
fn heading(profile: &Profile, language: Language, rules: &Rules, standing: Standing) -> Heading {
    let text = profile.text();
    Heading {
        congress: text.congress.clone(),
        session: text.session.clone(),
        year: text.year,
        language,
        body: rules.body,
        standing,
        training: text.training,
        record_hash: None,
    }
}

/// All seats of the rules.
fn seats(rules: &Rules) -> Seats {
    match rules.division() {
        Division::Whole { seats, .. } => *seats,
        Division::Categories(categories) => Seats(categories.iter().map(|category| category.seats.0).sum()),
    }
}

/// The categories with their seats; none where the list is decided as a whole.
fn categories(rules: &Rules) -> Vec<(String, Seats)> {
    match rules.division() {
        Division::Whole { .. } => Vec::new(),
        Division::Categories(categories) => {
            categories.iter().map(|category| (category.name.clone(), category.seats)).collect()
        }
    }
}
