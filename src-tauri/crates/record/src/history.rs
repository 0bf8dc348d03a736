//! What the audit log tells of the rounds, gathered entry by entry.

use crate::{
    Check, Problem,
    documents::Issued,
    entry::{Entry, Event},
    error::same,
    keys_told::{HoldersTold, KeyMade},
    ledger::Ledger,
    milestones::{Closed, Sealed},
    rule::Rule,
    stage::Stage,
};
use procedure::{
    count::counted,
    number::{CandidateNumber, DelegateNumber, KioskNumber, RoundNumber},
};
use std::collections::{BTreeMap, BTreeSet};

/// Rounds beyond any session's.
pub const MOST_ROUNDS: u32 = 64;
/// Delegates beyond any congress'.
const MOST_DELEGATES: usize = 100_000;

/// The whole story.
#[derive(Default)]
pub struct History {
    /// By number.
    pub rounds: BTreeMap<RoundNumber, Story>,
    /// The last hash of each part of the session, in hex.
    pub parts: BTreeMap<String, String>,
    /// What the first entry says of training; none where it says nothing.
    pub training: Option<bool>,
    /// The key that holders have made; none where there is none, or it was given up.
    made: Option<KeyMade>,
    /// Whether it was stated why no further round is held.
    pub is_ended: bool,
    /// The documents that were made official, in the order of the acts.
    pub issued: Vec<Issued>,
}

/// What the log tells of one round.
#[derive(Default)]
pub struct Story {
    /// How far it has come.
    pub stage: Stage,
    /// The stage that a decision ended.
    pub ended_in: Option<Stage>,
    /// What was adopted; none before.
    pub digest: Option<String>,
    pub sealed: Option<Sealed>,
    /// What is told of the holders of a distributed key.
    pub holders: HoldersTold,
    /// Delegates who are present, and whether something was handed to them.
    present: BTreeMap<DelegateNumber, bool>,
    pub issued: u32,
    pub exchanged: u32,
    pub opened_with: Option<u32>,
    /// Whether somebody was checked in once the poll was open.
    pub came_late: bool,
    pub paper_valid: u64,
    pub paper_void: BTreeMap<String, u64>,
    /// Slips in the tray of each kiosk that is lost, whose ballots are missing.
    pub lost: BTreeMap<KioskNumber, u32>,
    /// Slips that were spent twice, by their tags, and whether one of their ballots counts.
    pub disputed: BTreeMap<String, bool>,
    /// Slips of the left-over pile that a ballot was cast with, by their tags.
    pub annulled: BTreeSet<String>,
    /// Ballots with which voters challenged a kiosk, by their hashes: opened, and never cast.
    pub challenged: BTreeSet<String>,
    /// The hashes of their ciphertexts; none in version 1.
    pub challenged_ciphertexts: BTreeSet<String>,
    pub closed: Option<Closed>,
    pub cards: Option<Vec<u32>>,
    pub reason: Option<String>,
    pub statement: Option<String>,
    pub drawn: Vec<CandidateNumber>,
    /// When it was announced, as the log writes it.
    pub announced_at: Option<String>,
    /// When it was announced or ended, as the log writes it.
    pub ended_at: Option<String>,
}

impl Story {
    /// Slips that were spent twice, by their tags, and whether one of their ballots counts; but for those that were cancelled
    /// because they lay among the left-over ones.
    pub fn disputes(&self) -> impl Iterator<Item = (&String, bool)> {
        let disputes = self.disputed.iter().filter(|(slip, _)| !self.annulled.contains(*slip));
        disputes.map(|(slip, kept)| (slip, *kept))
    }

    /// How many slips were spent twice, and none of their ballots counts.
    pub fn void_disputes(&self) -> u32 {
        counted(self.disputes().filter(|(_, kept)| !kept).count())
    }

    /// How many slips were collected and are void.
    pub fn void_slips(&self) -> u32 {
        self.void_disputes().saturating_add(counted(self.annulled.len()))
    }

    /// How many ballots are missing, with the kiosks that are lost.
    pub fn missing(&self) -> u64 {
        self.lost.values().map(|tray| u64::from(*tray)).sum()
    }

    /// How many are present.
    pub fn present(&self) -> u32 {
        counted(self.present.len())
    }
}

impl History {
    /// Takes the next entry in. What it breaks is entered under its check, and the story goes on as the entry tells it.
    pub fn take(&mut self, number: u32, entry: Entry, ledger: &mut Ledger) {
        let parts = entry.parts.0.into_iter().filter(|(name, _)| is_part(name));
        self.parts.extend(parts);
        let Some(rule) = entry.event.rule() else {
            self.tell_of_session(number, entry.event);
            return;
        };
        let told = self.tell(&rule, entry.event, &entry.at);
        let here = |problem: Told| (problem.check, at_entry(number, problem.problem));
        if let Err((check, problem)) = told.map_err(here) {
            ledger.of_round(Some(rule.round));
            ledger.enter::<()>(check, Err(problem));
            ledger.of_round(None);
        }
    }

    fn tell_of_session(&mut self, number: u32, event: Event) {
        match event {
            // 3.15
            Event::SessionCreated { training } => self.training = training,
            // 6.11
            Event::KeysMade { key: Some(key), holders: Some(holders) } => {
                self.made = Some(KeyMade { key, holders });
            }
            Event::KeysMade { .. } | Event::KeysGivenUp { .. } => self.made = None,
            // 5.6; of no meaning while a round goes on.
            Event::RoundsEnded { .. } => self.is_ended = self.is_between_rounds(),
            // 11.3
            Event::DocumentIssued(document) => {
                self.issued.push(Issued { entry: number, document, is_attached: false });
            }
            Event::DocumentAttached(document) => {
                self.issued.push(Issued { entry: number, document, is_attached: true });
            }
            // Nothing is asked of the first three, and an act of a round is told there.
            Event::Restored { .. }
            | Event::CardsDestroyed { .. }
            | Event::Other
            | Event::RoundBegun { .. }
            | Event::Adopted { .. }
            | Event::Sealed { .. }
            | Event::CheckInOpened { .. }
            | Event::CheckedIn { .. }
            | Event::CheckInUndone { .. }
            | Event::SlipExchanged { .. }
            | Event::PollOpened { .. }
            | Event::Suspended { .. }
            | Event::Resumed { .. }
            | Event::Interrupted { .. }
            | Event::Opened { .. }
            | Event::PaperEntered { .. }
            | Event::BallotChallenged { .. }
            | Event::KioskProvisioned { .. }
            | Event::BoxMerged { .. }
            | Event::KioskLost { .. }
            | Event::DisputeDecided { .. }
            | Event::SlipAnnulled { .. }
            | Event::PollClosed { .. }
            | Event::KeyBoxWritten { .. }
            | Event::OpeningTaken { .. }
            | Event::Counted { .. }
            | Event::FoundVoid { .. }
            | Event::EndedByDecision { .. }
            | Event::LotsDrawn { .. }
            | Event::Confirmed { .. }
            | Event::Announced { .. } => {}
        }
    }

    /// The version by which the first round was sealed; none where none was.
    pub fn version(&self) -> Option<u32> {
        self.rounds.values().find_map(|story| story.sealed.as_ref()).map(|sealed| sealed.version)
    }

    /// Whether the latest round is announced or void.
    pub fn is_between_rounds(&self) -> bool {
        self.stage().is_some_and(|stage| stage >= Stage::Announced)
    }

    /// The number of the latest round; none before the first is begun.
    pub fn latest(&self) -> Option<RoundNumber> {
        self.rounds.last_key_value().map(|(number, _)| *number)
    }

    /// The stage of the latest round; none before the first is begun.
    pub fn stage(&self) -> Option<Stage> {
        self.rounds.last_key_value().map(|(_, story)| story.stage)
    }

    /// Whether an act comes in its order. One that doesn't is told, and changes nothing.
    pub fn accepts(&self, event: &Event) -> bool {
        event.rule().is_none_or(|rule| self.check_order(&rule, event).is_ok())
    }

    fn check_order(&self, rule: &Rule, event: &Event) -> Result<(), Told> {
        let latest = self.rounds.last_key_value();
        if let Event::RoundBegun { .. } = event {
            let finished = latest.is_none_or(|(_, story)| story.stage >= Stage::Announced);
            let next = latest.map_or(RoundNumber::FIRST, |(number, _)| number.later(1));
            let begins = finished && rule.round == next && rule.round.0 <= MOST_ROUNDS;
            return if begins { Ok(()) } else { Err(order(rule.act)) };
        }
        match latest {
            Some((number, story)) if *number == rule.round => {
                if rule.from.contains(&story.stage) {
                    Ok(())
                } else {
                    Err(order(rule.act))
                }
            }
            Some(_) | None => Err(order("round")),
        }
    }

    fn tell(&mut self, rule: &Rule, event: Event, at: &str) -> Result<(), Told> {
        self.check_order(rule, &event)?;
        if let Event::RoundBegun { .. } = event {
            self.is_ended = false;
        }
        let story = self.rounds.entry(rule.round).or_default();
        if let Event::Sealed { .. } = event {
            story.holders.made.clone_from(&self.made);
        }
        story.tell(rule, event, at)
    }
}

/// What an entry breaks.
struct Told {
    check: Check,
    problem: Problem,
}

fn order(what: &str) -> Told {
    Told { check: Check::Acts, problem: Problem::Order { what: what.to_owned() } }
}

fn check_in(problem: Problem) -> Told {
    Told { check: Check::CheckIns, problem }
}

/// The same problem, with the entry named.
fn at_entry(number: u32, problem: Problem) -> Problem {
    let named = |what: String| format!("log.jsonl {number} {what}");
    match problem {
        Problem::Order { what } => Problem::Order { what: named(what) },
        Problem::Twice { what } => Problem::Twice { what: named(what) },
        Problem::Missing { what } => Problem::Missing { what: named(what) },
        Problem::Differs { what, expected, found } => Problem::Differs { what: named(what), expected, found },
        other => other,
    }
}

/// Whether a part of a session is one that a record shows.
fn is_part(name: &str) -> bool {
    let kinds: BTreeSet<&str> = ["round", "void-paper", "slips", "ballots", "opening"].into();
    match name.split_once('/') {
        None => name == "session",
        Some((kind, round)) => {
            kinds.contains(kind) && round.parse().is_ok_and(|number: u32| (1..=MOST_ROUNDS).contains(&number))
        }
    }
}

impl Story {
    /// Goes on as the act says, and keeps what a check will want to know of it.
    fn tell(&mut self, rule: &Rule, event: Event, at: &str) -> Result<(), Told> {
        let before = self.stage;
        self.stage = rule.to.unwrap_or(before);
        if self.stage >= Stage::Announced {
            self.ended_at = Some(at.to_owned());
        }
        match event {
            // 4.4
            Event::Adopted { digest, .. } => self.digest = Some(digest),
            // 3.10, 4.5, 6.3 and 7.9
            Event::Sealed { .. } => self.sealed = Sealed::told(event),
            // 3.7 and 4.6
            Event::CheckedIn { delegate, present, issued, .. } => {
                return self.check_in(delegate, present, issued);
            }
            Event::CheckInUndone { delegate, present, .. } => return self.undo(&delegate, present),
            Event::PollOpened { present, .. } => {
                self.opened_with = Some(present);
                return same("present", self.present(), present).map_err(check_in);
            }
            // 7.5
            Event::SlipExchanged { .. } => self.exchanged += 1,
            Event::DisputeDecided { slip, kept, .. } => {
                self.disputed.insert(slip, kept.is_some());
            }
            Event::SlipAnnulled { slip, .. } => {
                self.annulled.insert(slip);
            }
            // 4.10 and 7.3
            Event::PaperEntered { valid, void, .. } => self.enter_paper(valid, void.0),
            // 8.8 and 8.9
            Event::BallotChallenged { ballot, ciphertexts, .. } => {
                self.challenged.insert(ballot);
                self.challenged_ciphertexts.extend(ciphertexts);
            }
            // 7.7, 8.8 and 8.9; a lost kiosk that was found is lost no more.
            Event::BoxMerged { kiosk, challenged, ciphertexts, .. } => {
                self.lost.remove(&kiosk);
                self.challenged.extend(challenged);
                self.challenged_ciphertexts.extend(ciphertexts.unwrap_or_default());
            }
            Event::KioskLost { kiosk, tray, .. } => {
                self.lost.insert(kiosk, tray);
            }
            // 4.7, 7.6, 7.7, 7.11 and 8.6
            Event::PollClosed { issued, .. } => {
                self.closed = Closed::told(event, self.present());
                return same("issued", self.issued, issued).map_err(check_in);
            }
            // 4.8
            Event::KeyBoxWritten { .. } | Event::OpeningTaken { .. } => self.holders.tell(event),
            Event::Counted { cards, .. } => self.cards = Some(cards),
            // 4.9
            Event::FoundVoid { reason, .. } => self.reason = Some(reason),
            Event::EndedByDecision { statement, .. } => {
                self.ended_in = Some(before);
                self.statement = Some(statement);
            }
            Event::LotsDrawn { drawn, .. } => self.drawn = drawn,
            // 10.6
            Event::Announced { .. } => self.announced_at = Some(at.to_owned()),
            // Of these only the order is told; from `session-created` on they are no acts within a round.
            Event::CheckInOpened { .. }
            | Event::Suspended { .. }
            | Event::Resumed { .. }
            | Event::Interrupted { .. }
            | Event::Opened { .. }
            | Event::KioskProvisioned { .. }
            | Event::Confirmed { .. }
            | Event::SessionCreated { .. }
            | Event::Restored { .. }
            | Event::RoundsEnded { .. }
            | Event::DocumentIssued(_)
            | Event::DocumentAttached(_)
            | Event::CardsDestroyed { .. }
            | Event::KeysMade { .. }
            | Event::KeysGivenUp { .. }
            | Event::RoundBegun { .. }
            | Event::Other => {}
        }
        Ok(())
    }

    fn check_in(&mut self, delegate: DelegateNumber, present: u32, issued: u32) -> Result<(), Told> {
        if self.present.len() >= MOST_DELEGATES {
            return Err(check_in(Problem::TooLarge {
                what: "delegates".to_owned(),
                limit: MOST_DELEGATES as u64,
            }));
        }
        let handed = issued == self.issued.saturating_add(1);
        let expected = if handed { issued } else { self.issued };
        let before = self.present.insert(delegate.clone(), handed);
        self.issued = expected;
        self.came_late |= self.opened_with.is_some();
        if before == Some(true) {
            return Err(check_in(Problem::Twice { what: delegate.0 }));
        }
        same("issued", expected, issued).map_err(check_in)?;
        same("present", self.present(), present).map_err(check_in)
    }

    fn undo(&mut self, delegate: &DelegateNumber, present: u32) -> Result<(), Told> {
        match self.present.remove(delegate) {
            None => return Err(check_in(Problem::missing(delegate.as_str()))),
            Some(handed) => self.issued = self.issued.saturating_sub(u32::from(handed)),
        }
        same("present", self.present(), present).map_err(check_in)
    }

    fn enter_paper(&mut self, valid: u32, void: BTreeMap<String, u32>) {
        self.paper_valid += u64::from(valid);
        for (reason, ballots) in void {
            *self.paper_void.entry(reason).or_default() += u64::from(ballots);
        }
    }
}
