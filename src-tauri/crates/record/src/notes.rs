//! What is out of the ordinary in a record, gathered from its log and its files. Nothing of it makes a record fail.

use crate::{
    entry::{Count, Entry, Event, given},
    history::History,
    json::from_hex,
    note::{Note, Noted, shown},
    stage::Stage,
};
use chrono::DateTime;
use procedure::{
    count::counted,
    number::{CandidateNumber, DelegateNumber, KioskNumber, RoundNumber},
    statement::says_why,
};
use std::collections::{BTreeMap, BTreeSet};

/// What the files tell of it beside the log.
#[derive(Default)]
pub struct OfFiles {
    /// How many rounds have files.
    pub rounds: usize,
    /// Whether the profile is that of a training session; none where it can't be read.
    pub training: Option<bool>,
    /// Delegates in office; none where that can't be read.
    pub delegates: Option<u32>,
    /// Whether another round is called for after the last.
    pub is_round_due: bool,
    /// The rounds whose keys are degenerate.
    pub degenerate: Vec<RoundNumber>,
    /// What is noted of documents.
    pub documents: Vec<Noted>,
}

/// What the log tells, gathered entry by entry.
#[derive(Default)]
pub struct Notes {
    /// The version of the format.
    version: u32,
    noted: Vec<Noted>,
    operators: BTreeSet<String>,
    entries: u32,
    moment: i64,
    training: bool,
    rounds: BTreeMap<RoundNumber, OfRound>,
    /// How many cards the last key has.
    cards: u32,
    /// Those of them that were destroyed.
    destroyed: BTreeSet<u32>,
}

/// What is told of a round once.
#[derive(Default)]
struct OfRound {
    threshold: u32,
    came: BTreeSet<DelegateNumber>,
    undone: u32,
    exchanged: u32,
    challenged: BTreeSet<String>,
    provisioned: BTreeSet<KioskNumber>,
    opened_at: Option<i64>,
    is_drawn: bool,
    opened: u32,
    /// Whether the file was opened since the poll was open last, so that the trays are to be counted.
    is_to_count: bool,
}

impl Notes {
    /// Nothing so far, of a record of this version.
    pub fn new(version: u32) -> Self {
        Self { version, ..Self::default() }
    }

    /// Takes the next entry in, which comes after what the history tells. Of an act that doesn't come in its order nothing is
    /// noted.
    pub fn take(&mut self, number: u32, entry: &Entry, history: &History) {
        let moment = DateTime::parse_from_rfc3339(&entry.at).map_or(self.moment, |at| at.timestamp());
        if self.entries > 0 && moment < self.moment {
            self.note(None, number, Note::TimeBackwards);
        }
        self.moment = moment;
        self.entries += 1;
        // Two names are as good as all of them here. What the program does by itself is nobody's act.
        let is_of_a_person = !matches!(entry.event, Event::Interrupted { .. } | Event::Opened { .. });
        if is_of_a_person && self.operators.len() < 2 {
            self.operators.insert(entry.operator.clone());
        }
        match (&entry.event, entry.event.rule()) {
            (Event::SessionCreated { training }, _) => self.training = *training == Some(true),
            (Event::Restored { statement }, _) => {
                self.note(None, number, Note::Restored { statement: stated(statement.as_ref()) });
            }
            (Event::RoundsEnded { statement }, _) if history.is_between_rounds() => {
                let round = history.latest();
                self.note(round, number, Note::RoundsEnded { statement: stated(statement.as_ref()) });
                self.note_short(round, number, &entry.event);
            }
            (Event::KeysGivenUp { statement }, _) if self.version > 1 => {
                self.note(None, number, Note::KeysGivenUp { statement: stated(statement.as_ref()) });
                self.note_short(None, number, &entry.event);
            }
            (Event::CardsDestroyed { cards }, _) => {
                self.destroy(number, cards.as_deref().unwrap_or_default());
            }
            (event, Some(rule)) if history.accepts(event) => {
                self.act(Place { round: rule.round, entry: number }, event, history.stage());
            }
            (_, Some(_) | None) => {}
        }
    }

    fn note(&mut self, round: Option<RoundNumber>, entry: u32, note: Note) {
        self.noted.push(Noted { round, entry: Some(entry), note });
    }

    fn destroy(&mut self, number: u32, cards: &[u32]) {
        self.destroyed.extend(cards.iter().filter(|card| (1..=self.cards).contains(card)));
        let cards = cards.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        self.note(None, number, Note::CardsDestroyed { cards: shown(&cards) });
    }

    fn act(&mut self, place: Place, event: &Event, before: Option<Stage>) {
        self.keep(place, event);
        for note in told(event, before) {
            self.note(Some(place.round), place.entry, note);
        }
        self.note_short(Some(place.round), place.entry, event);
    }

    fn note_short(&mut self, round: Option<RoundNumber>, entry: u32, event: &Event) {
        if let Some(statement) = event.statement().filter(|statement| !says_why(statement)) {
            self.note(round, entry, Note::ShortStatement { statement: shown(statement) });
        }
    }

    /// Keeps what is told of a round once, and notes what doesn't fit what was kept.
    fn keep(&mut self, place: Place, event: &Event) {
        let moment = self.moment;
        let round = self.rounds.entry(place.round).or_default();
        let mut notes = Vec::new();
        match event {
            Event::Sealed { threshold, cards, .. } => {
                round.threshold = *threshold;
                self.cards = *cards;
                self.destroyed.clear();
            }
            Event::CheckedIn { delegate, .. } => {
                round.came.insert(delegate.clone());
            }
            Event::CheckInUndone { .. } => round.undone += 1,
            Event::SlipExchanged { .. } => round.exchanged += 1,
            Event::PollOpened { .. } => {
                round.opened_at = Some(moment);
                round.is_to_count = false;
            }
            Event::Interrupted { .. } => round.is_to_count = true,
            Event::Opened { .. } => {
                round.opened += 1;
                round.is_to_count = true;
            }
            Event::Resumed { count, .. } => {
                notes.extend((round.is_to_count && count.is_none()).then_some(Note::ResumedUncounted));
                round.is_to_count = false;
            }
            Event::KioskProvisioned { kiosk, .. } => round.provisioned.extend(*kiosk),
            Event::BallotChallenged { ballot, ciphertexts, .. } => {
                notes.extend(round.challenge(ballot, self.version == 1 || is_hash(ciphertexts.as_ref())));
            }
            Event::BoxMerged { kiosk, challenged, ciphertexts, .. } => {
                notes.extend(round.kiosk(*kiosk));
                let named = self.version == 1 || names_each(challenged, ciphertexts.as_deref());
                notes.extend(challenged.iter().filter_map(|ballot| round.challenge(ballot, named)));
            }
            Event::KioskLost { kiosk, .. } => notes.extend(round.kiosk(*kiosk)),
            Event::Counted { .. } if round.opened_at.is_some_and(|opened| moment < opened) => {
                notes.push(Note::CountBeforePoll);
            }
            Event::LotsDrawn { .. } if round.is_drawn => notes.push(Note::LotsTwice),
            Event::LotsDrawn { .. } => round.is_drawn = true,
            Event::SessionCreated { .. }
            | Event::Restored { .. }
            | Event::RoundsEnded { .. }
            | Event::DocumentIssued(_)
            | Event::DocumentAttached(_)
            | Event::RoundBegun { .. }
            | Event::Adopted { .. }
            | Event::CheckInOpened { .. }
            | Event::CardsDestroyed { .. }
            | Event::KeysMade { .. }
            | Event::KeysGivenUp { .. }
            | Event::KeyBoxWritten { .. }
            | Event::OpeningTaken { .. }
            | Event::Suspended { .. }
            | Event::PaperEntered { .. }
            | Event::DisputeDecided { .. }
            | Event::SlipAnnulled { .. }
            | Event::PollClosed { .. }
            | Event::Counted { .. }
            | Event::FoundVoid { .. }
            | Event::EndedByDecision { .. }
            | Event::Confirmed { .. }
            | Event::Announced { .. }
            | Event::Other => {}
        }
        for note in notes {
            self.note(Some(place.round), place.entry, note);
        }
    }

    /// Everything that is noted, of the log and of the files: by code, round and entry.
    pub fn finish(mut self, files: OfFiles) -> Vec<Noted> {
        let is_rehearsal = self.training || files.training == Some(true);
        let mut whole = Vec::new();
        if files.rounds == 0 {
            whole.push((None, Note::NoRound));
        }
        if is_rehearsal {
            whole.push((None, Note::Rehearsal));
        }
        if let (Some(operator), 1, true) = (self.operators.first(), self.operators.len(), self.entries > 1) {
            whole.push((None, Note::OneOperator { operator: shown(operator) }));
        }
        if files.is_round_due {
            whole.push((Some(RoundNumber(counted(files.rounds))), Note::RoundDue));
        }
        whole.extend(files.degenerate.iter().map(|round| (Some(*round), Note::DegenerateKey)));
        let kept = self.cards - counted(self.destroyed.len());
        if self.version > 1 && kept > 0 {
            whole.push((None, Note::CardsKept { cards: kept }));
        }
        for (round, kept) in &self.rounds {
            if kept.threshold == 1 && files.training.is_some() && !is_rehearsal {
                whole.push((Some(*round), Note::ThresholdOne));
            }
            whole.extend(kept.told(files.delegates).into_iter().map(|note| (Some(*round), note)));
        }
        self.noted.extend(files.documents);
        self.noted.extend(whole.into_iter().map(|(round, note)| Noted { round, entry: None, note }));
        self.noted.sort_by_key(Noted::place);
        self.noted
    }
}

/// The round and the entry that tell of something.
#[derive(Clone, Copy)]
struct Place {
    round: RoundNumber,
    entry: u32,
}

impl OfRound {
    fn kiosk(&self, kiosk: KioskNumber) -> Option<Note> {
        (!self.provisioned.contains(&kiosk)).then_some(Note::KioskUnprovisioned { kiosk })
    }

    /// A ballot that was opened is named by its hash, and where it is asked for by that of its ciphertexts.
    fn challenge(&mut self, ballot: &str, has_ciphertexts: bool) -> Option<Note> {
        self.challenged.insert(ballot.to_owned());
        let is_named = has_ciphertexts && from_hex::<32>(ballot).is_some();
        (!is_named).then(|| Note::ChallengeUnnamed { ballot: shown(ballot) })
    }

    fn told(&self, delegates: Option<u32>) -> Vec<Note> {
        let mut notes = Vec::new();
        let came = counted(self.came.len());
        if let Some(delegates) = delegates.filter(|delegates| came > *delegates) {
            notes.push(Note::BeyondRoster { delegates, came });
        }
        if self.undone > 0 {
            notes.push(Note::CheckInsUndone { times: self.undone });
        }
        if self.exchanged > 0 {
            notes.push(Note::SlipsExchanged { times: self.exchanged });
        }
        if self.opened > 0 {
            notes.push(Note::Opened { times: self.opened });
        }
        if !self.challenged.is_empty() {
            notes.push(Note::Challenged { ballots: counted(self.challenged.len()) });
        }
        notes
    }
}

/// What an act tells by itself.
fn told(event: &Event, before: Option<Stage>) -> Vec<Note> {
    match event {
        Event::Suspended { .. } => vec![Note::Suspended],
        Event::Interrupted { turnout, .. } => vec![Note::Interrupted { turnout: *turnout }],
        Event::Resumed { count: Some(count), .. } => count_stated(count).into_iter().collect(),
        Event::BoxMerged { kiosk, recovered, statement, resumed, .. } => {
            let recovered = (*recovered == Some(true)).then_some(Note::BoxRecovered { kiosk: *kiosk });
            let said = given(statement.as_deref())
                .map(|said| Note::BoxStatement { kiosk: *kiosk, statement: shown(said) });
            let counts = resumed.iter().flatten().filter_map(|count| count_stated_at(*kiosk, count));
            recovered.into_iter().chain(said).chain(counts).collect()
        }
        Event::KioskLost { kiosk, tray, statement, .. } => {
            vec![Note::KioskLost { kiosk: *kiosk, tray: *tray, statement: stated(statement.as_ref()) }]
        }
        Event::DisputeDecided { slip, kept, statement, .. } => {
            let (slip, statement) = (shown(slip), stated(statement.as_ref()));
            vec![match *kept {
                Some(kept) => Note::DisputeKept { slip, kept, statement },
                None => Note::DisputeVoid { slip, statement },
            }]
        }
        Event::SlipAnnulled { slip, reason, .. } => {
            vec![Note::SlipAnnulled { slip: shown(slip), reason: shown(reason) }]
        }
        Event::PollClosed { .. } => told_at_close(event),
        Event::FoundVoid { reason, .. } => vec![Note::FoundVoid { reason: shown(reason) }],
        Event::EndedByDecision { statement, .. } => {
            let state = before.map_or("", Stage::name);
            vec![Note::EndedByDecision { state, statement: shown(statement) }]
        }
        Event::LotsDrawn { drawn, .. } => vec![Note::Lots {
            drawn: shown(&drawn.iter().map(CandidateNumber::as_str).collect::<Vec<_>>().join(", ")),
        }],
        Event::SessionCreated { .. }
        | Event::Restored { .. }
        | Event::RoundsEnded { .. }
        | Event::DocumentIssued(_)
        | Event::DocumentAttached(_)
        | Event::RoundBegun { .. }
        | Event::Adopted { .. }
        | Event::Sealed { .. }
        | Event::CheckInOpened { .. }
        | Event::CheckedIn { .. }
        | Event::CheckInUndone { .. }
        | Event::SlipExchanged { .. }
        | Event::CardsDestroyed { .. }
        | Event::KeysMade { .. }
        | Event::KeysGivenUp { .. }
        | Event::KeyBoxWritten { .. }
        | Event::OpeningTaken { .. }
        | Event::PollOpened { .. }
        | Event::Opened { .. }
        | Event::Resumed { count: None, .. }
        | Event::PaperEntered { .. }
        | Event::BallotChallenged { .. }
        | Event::KioskProvisioned { .. }
        | Event::Counted { .. }
        | Event::Confirmed { .. }
        | Event::Announced { .. }
        | Event::Other => Vec::new(),
    }
}

/// What is told of the close of a poll; nothing of another act.
fn told_at_close(event: &Event) -> Vec<Note> {
    let Event::PollClosed { missing, piles, unchecked, .. } = event else { return Vec::new() };
    let said = event.statement().map(|said| Note::TrayStatement { statement: shown(said) });
    let missing = (*missing > 0).then_some(Note::Missing { missing: *missing });
    let unchecked = unchecked.as_ref().map(|reason| Note::PilesUnchecked { reason: shown(reason) });
    let spoiled = piles.map(|piles| piles.spoiled).filter(|slips| *slips > 0);
    let spoiled = spoiled.map(|slips| Note::SlipsSpoiled { slips });
    let by_number = piles.filter(|piles| !piles.tray_by_code).map(|_| Note::TrayByNumber);
    [said, missing, unchecked, spoiled, by_number].into_iter().flatten().collect()
}

/// What was stated when the trays were counted.
fn count_stated(count: &Count) -> Option<Note> {
    let Count { tray, in_box, statement } = count;
    given(statement.as_deref()).map(|said| Note::CountStatement {
        slips: tray.slips,
        paper: tray.paper,
        box_slips: in_box.slips,
        box_paper: in_box.paper,
        statement: shown(said),
    })
}

/// What was stated when a remote kiosk's tray was counted.
fn count_stated_at(kiosk: KioskNumber, count: &Count) -> Option<Note> {
    let Count { tray, in_box, statement } = count;
    given(statement.as_deref()).map(|said| Note::KioskCountStatement {
        kiosk,
        slips: tray.slips,
        box_slips: in_box.slips,
        statement: shown(said),
    })
}

/// Whether the hash of its ciphertexts is told of each ballot that was opened.
fn names_each(opened: &[String], ciphertexts: Option<&[String]>) -> bool {
    let hashes = ciphertexts.unwrap_or_default();
    hashes.len() == opened.len() && hashes.iter().all(|hash| is_hash(Some(hash)))
}

/// Whether a text is a hash in hex.
fn is_hash(text: Option<&String>) -> bool {
    text.is_some_and(|text| from_hex::<32>(text).is_some())
}

/// What was stated, empty where nothing was.
fn stated(statement: Option<&String>) -> String {
    statement.map(|statement| shown(statement)).unwrap_or_default()
}
