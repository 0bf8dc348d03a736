//! What a record says, for the eye.

use crate::{
    files::{OutcomeText, Profile, State},
    round::Round,
};
use procedure::{
    number::{CandidateNumber, RoundNumber},
    outcome::VoidReason,
};

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
    /// Why it is void.
    pub reason: Option<VoidReason>,
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
    pub(crate) fn of(round: &Round, ballots: u32) -> Self {
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
