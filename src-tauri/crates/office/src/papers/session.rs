//! What a session's file says, read once for all its documents.

use super::matter::{Matter, changed_by};
use crate::{
    act::Office,
    errors::{OfficeError, StoreError},
    log::{Entry, Event, PollClosed},
    store::rounds::Keys,
};
use chrono::NaiveDate;
use documents::{Fonts, Format, Heading, KeyFigures, LogEntry, Output, Papers, Standing};
use key_holders::spoken_hex;
use messages::Language;
use procedure::{
    count::{Delegates, Seats},
    number::{DelegateNumber, RoundNumber},
    round::{Counted, Ended, Round},
    rules::{Division, Rules},
};
use session_model::{Handed, KeyMaking, Profile};
use signed_file::Logged;
use std::collections::BTreeMap;

/// The documents of a session: what its file says, read once, and the language to write in. Names stay as they were
/// entered.
pub struct Documents<'a> {
    pub(super) office: &'a Office,
    pub(super) fonts: &'a Fonts,
    pub(super) language: Language,
    pub(super) profile: Profile,
    pub(super) rounds: Vec<Round>,
    pub(super) log: Vec<Act>,
}

/// An act of the log.
pub(super) struct Act {
    pub number: u32,
    pub hash: [u8; 32],
    pub entry: Entry,
}

/// A document that is to be made now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// What it shows.
    pub shows: &'static [Matter],
    /// Its round; none for the whole session.
    pub round: Option<RoundNumber>,
    /// How far it may be relied on.
    pub standing: Standing,
    /// What kind of file it becomes.
    pub format: Format,
}

impl<'a> Documents<'a> {
    /// The documents of a session in this language; in the session's own where none is given.
    pub fn new(
        office: &'a Office,
        fonts: &'a Fonts,
        language: Option<Language>,
    ) -> Result<Self, OfficeError> {
        let profile = office.store().profile()?;
        let act = |logged: Logged| -> Result<Act, StoreError> {
            let entry = serde_json::from_str(&logged.entry)?;
            Ok(Act { number: logged.number, hash: logged.hash, entry })
        };
        Ok(Self {
            office,
            fonts,
            language: language.unwrap_or(profile.text().language),
            rounds: office.store().rounds()?,
            log: office.store().log()?.into_iter().map(act).collect::<Result<_, _>>()?,
            profile,
        })
    }

    /// What a document becomes.
    pub(super) const fn output(&self, wanted: &Wanted) -> Output<'_> {
        Output { fonts: self.fonts, format: wanted.format }
    }

    /// The last act that changed what a document shows: of its round, or of any round where it is the session's.
    pub(super) fn record(&self, shows: &[Matter], of: Option<RoundNumber>) -> Option<&Act> {
        self.log.iter().rev().find(|act| {
            let event = &act.entry.event;
            (of.is_none() || of == event.round())
                && changed_by(event).iter().any(|matter| shows.contains(matter))
        })
    }

    /// The round in which measure and scrutineers are voted on: the first that didn't fail for want of a quorum, since
    /// nothing can be passed without one.
    pub(super) fn measure_round(&self) -> Option<&Round> {
        let failed = |round: &&Round| matches!(round, Round::Void(void) if matches!(void.ended, Ended::AtCheckIn { .. }));
        self.rounds.iter().find(|round| !failed(round))
    }

    /// The station's public key, by which whoever holds the record knows that it is this one's.
    pub(super) fn station_key(&self) -> String {
        ballot_box::hex(&self.office.store().station().public_key())
    }

    pub(super) fn round(&self, wanted: RoundNumber) -> Option<&Round> {
        self.rounds.iter().find(|round| round.number() == wanted)
    }

    pub(super) fn keys(&self, round: &Round) -> Result<Option<Keys>, OfficeError> {
        Ok(self.office.store().keys(round.number())?)
    }

    /// The last act that fits.
    pub(super) fn last<T>(&self, wanted: impl Fn(&Entry) -> Option<T>) -> Option<T> {
        self.log.iter().rev().find_map(|act| wanted(&act.entry))
    }

    /// How many were present when the poll of a round opened, and the day.
    pub(super) fn opening_of(&self, opened: &Round) -> Option<(Delegates, NaiveDate)> {
        self.last(|entry| {
            let Event::PollOpened { round, present } = entry.event else { return None };
            (round == opened.number()).then(|| (present, entry.at.date_naive()))
        })
    }

    /// How the poll of a round was closed, and the day.
    pub(super) fn closing_of(&self, wanted: &Round) -> Option<(&PollClosed, NaiveDate)> {
        self.log.iter().rev().find_map(|act| {
            let Event::PollClosed(closed) = &act.entry.event else { return None };
            (closed.round == wanted.number()).then(|| (closed, act.entry.at.date_naive()))
        })
    }

    /// Slips and paper ballots made when the round was sealed, and the key, as the log says it.
    pub(super) fn sealed(&self, sealed: &Round) -> Option<(Papers, KeyFigures)> {
        self.last(|entry| {
            let Event::Sealed { round, key, threshold, cards, slips, paper, list, holders, .. } =
                &entry.event
            else {
                return None;
            };
            (*round == sealed.number()).then(|| {
                let key = KeyFigures {
                    fingerprint: key.clone(),
                    cards: *cards,
                    threshold: *threshold,
                    spoken: holders.as_deref().and_then(spoken_hex),
                    slip_list: list.clone(),
                };
                (Papers { slips: *slips, paper: *paper }, key)
            })
        })
    }

    /// Whether holders make the session's key.
    pub(super) fn by_holders(&self) -> bool {
        self.profile.text().keys == KeyMaking::Distributed
    }

    /// Whether there are paper ballots in a round; so as long as it isn't known that none were made.
    pub(super) fn has_paper_ballots(&self, round: &Round) -> bool {
        self.sealed(round).is_none_or(|(made, _)| made.paper > 0)
    }

    /// The day of the poll: that of its close, or else of its opening, or else the day on which the round was found void.
    pub(super) fn day_of(&self, round: &Round) -> Option<NaiveDate> {
        let closed = self.closing_of(round).map(|(_, on)| on);
        let opened = || self.opening_of(round).map(|(_, on)| on);
        let void = || {
            self.last(|entry| {
                let Event::FoundVoid { round: void, .. } = entry.event else { return None };
                (void == round.number()).then(|| entry.at.date_naive())
            })
        };
        closed.or_else(opened).or_else(void)
    }

    /// Who is present in a round, and what each was handed.
    pub(super) fn present(&self, round: &Round) -> Result<BTreeMap<DelegateNumber, Handed>, OfficeError> {
        Ok(self.office.store().present(round.number())?)
    }

    /// The counts that decide: signed ones.
    pub(super) fn counted(&self) -> impl Iterator<Item = &Counted> {
        self.rounds.iter().filter_map(Round::signed)
    }

    /// What a document of these rules names: whose it is, how far it may be relied on, and the record that it shows, which
    /// is the hash of the last act that changed it. Later acts don't change it, so that a document printed again is the same.
    pub(super) fn heading(&self, wanted: &Wanted, rules: &Rules) -> Heading {
        let entry = |act: &Act| LogEntry { number: act.number, hash: ballot_box::hex(&act.hash) };
        let record = self.record(wanted.shows, wanted.round).map(entry);
        Heading { record, ..self.heading_without_record(rules, wanted.standing) }
    }

    /// The same for what names no record.
    pub(super) fn heading_without_record(&self, rules: &Rules, standing: Standing) -> Heading {
        heading(&self.profile, self.language, rules, standing)
    }
}

/// What every document of a session names; without a record.
pub(super) fn heading(profile: &Profile, language: Language, rules: &Rules, standing: Standing) -> Heading {
    let text = profile.text();
    Heading {
        congress: text.congress.clone(),
        session: text.session.clone(),
        year: text.year,
        language,
        body: rules.body,
        standing,
        training: text.training,
        record: None,
    }
}

/// All seats of the rules.
pub(super) fn seats(rules: &Rules) -> Seats {
    match rules.division() {
        Division::Whole { seats, .. } => *seats,
        Division::Categories(categories) => Seats(categories.iter().map(|category| category.seats.0).sum()),
    }
}

/// The categories with their seats; none where the list is decided as a whole.
pub(super) fn categories(rules: &Rules) -> Vec<(String, Seats)> {
    match rules.division() {
        Division::Whole { .. } => Vec::new(),
        Division::Categories(categories) => {
            categories.iter().map(|category| (category.name.clone(), category.seats)).collect()
        }
    }
}
