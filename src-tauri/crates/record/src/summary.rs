//! What a record says, for the eye.

use crate::{
    files::{Figures, OutcomeText, Profile, State},
    history::Story,
    round::Round,
};
use ballot_box::hex;
use procedure::{
    number::{CandidateNumber, RoundNumber},
    outcome::VoidReason,
};
use sha2::{Digest, Sha256};

/// What a record says about itself, as far as it could be read. None of it is proven where a check fails.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// The congress.
    pub congress: String,
    /// Which session of it.
    pub session: String,
    /// The year.
    pub year: i32,
    /// Whether it was a training session.
    pub training: bool,
    /// The version of the format; 0 where the manifest can't be read.
    pub version: u32,
    /// The program that made the record.
    pub program: String,
    /// The station's public key, in hex: to be compared with the one that the station shows.
    pub station: String,
    /// The hash of the log's last entry, in hex: to be compared with the one on paper.
    pub head: String,
    /// How many entries the log has.
    pub entries: u32,
    /// The rounds, from the first.
    pub rounds: Vec<RoundSummary>,
    /// How many documents there are.
    pub documents: usize,
}

/// What a record says about a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundSummary {
    /// Its number.
    pub round: RoundNumber,
    /// How it ended; none where its state can't be read.
    pub ended: Option<Ended>,
    /// How many sealed ballots are in its box.
    pub ballots: u32,
    /// The day on which it was announced or ended, as the log writes it; none where the log can't be read.
    pub day: Option<String>,
    /// The account; none of a round that ended at check-in, or whose state can't be read.
    pub account: Option<Figures>,
    /// Why it is void.
    pub reason: Option<VoidReason>,
    /// The fewest approvals that adopt; none for a void round.
    pub threshold: Option<u32>,
    /// The hash of list and rules as the record has them, in hex.
    pub digest: String,
    /// The key's fingerprint that the log says; none where the round was never sealed.
    pub key: Option<String>,
    /// The digest over the holders of a distributed key that the log says, in hex: read aloud when the key was made. None where the
    /// key was dealt, or the round never sealed.
    pub holders: Option<String>,
    /// The commitment to the list of slips that the log says, in hex: to be compared with the one that was printed and signed at
    /// the sealing. None where the round was never sealed, and in version 1.
    pub list: Option<String>,
    /// The box' root that the log says; none where the poll was never closed.
    pub root: Option<String>,
    /// The candidates as the outcome ranks them; empty for a void round.
    pub ranking: Vec<Ranked>,
}

/// How a round of a record ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Its result was announced.
    Announced,
    /// It is void.
    Void,
}

impl Ended {
    /// As the round's state is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Void => "void",
        }
    }
}

/// A candidate in the ranking of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// Its number on the list.
    pub number: CandidateNumber,
    /// Its name; empty where the contest can't be read.
    pub name: String,
    /// Approvals.
    pub approve: u32,
    /// Oppositions.
    pub oppose: u32,
    /// Abstentions.
    pub abstain: u32,
    /// Whether it is adopted, by votes or by lot.
    pub adopted: bool,
}

impl Summary {
    pub(crate) fn describe(&mut self, profile: &Profile) {
        self.congress.clone_from(&profile.congress);
        self.session.clone_from(&profile.session);
        self.year = profile.year;
        self.training = profile.training;
    }
}

impl RoundSummary {
    pub(crate) fn of(round: &Round, story: Option<&Story>, ballots: u32) -> Self {
        let outcome: Option<OutcomeText> = serde_json::from_slice(&round.outcome_bytes).ok();
        let ranking = outcome.iter().flat_map(|outcome| &outcome.ranking);
        let ended = round.state.as_ref().map(|state| match state {
            State::Announced(_) => Ended::Announced,
            State::Void(_) => Ended::Void,
        });
        Self {
            round: round.number,
            ended,
            ballots,
            day: story
                .and_then(|story| story.ended_at.as_ref())
                .map(|at| at.chars().take("2026-01-15".len()).collect()),
            account: round.account(),
            threshold: outcome.as_ref().and_then(|outcome| outcome.threshold),
            digest: hex(&Sha256::digest(&round.contest_bytes)),
            key: story.and_then(|story| story.sealed.as_ref()).map(|sealed| sealed.key.clone()),
            holders: story.and_then(|story| story.sealed.as_ref()).and_then(|sealed| sealed.holders.clone()),
            list: story.and_then(|story| story.sealed.as_ref()).and_then(|sealed| sealed.list.clone()),
            root: story.and_then(|story| story.closed.as_ref()).map(|closed| closed.root.clone()),
            reason: outcome.as_ref().and_then(|outcome| outcome.reason),
            ranking: ranking
                .map(|ranked| Ranked {
                    number: ranked.number.clone(),
                    name: name_of(round, &ranked.number),
                    approve: ranked.approve,
                    oppose: ranked.oppose,
                    abstain: ranked.abstain,
                    adopted: outcome.as_ref().is_some_and(|outcome| outcome.adopted.contains(&ranked.number))
                        || drawn(round).contains(&ranked.number),
                })
                .collect(),
        }
    }
}

fn name_of(round: &Round, number: &CandidateNumber) -> String {
    let candidates = round.contest.iter().flat_map(|contest| contest.list.candidates());
    let mut named = candidates.filter(|candidate| candidate.number == *number);
    named.next().map(|candidate| candidate.name.clone()).unwrap_or_default()
}

fn drawn(round: &Round) -> &[CandidateNumber] {
    match &round.state {
        Some(State::Announced(announced)) => &announced.counted.drawn,
        Some(State::Void(_)) | None => &[],
    }
}
