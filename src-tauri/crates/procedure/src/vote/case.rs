//! A case: rules, account and totals in one text, as the command line's `outcome` takes it.

use crate::{
    account::{Account, AccountError, Figures},
    count::Votes,
    number::{CandidateNumber, RoundNumber},
    outcome::{Outcome, decide},
    rules::{Rules, RulesError, RulesText},
    slate::{Contender, Slate, SlateError},
    tally::{TallyError, Total},
    turn::{Turn, TurnError, Why},
};
use messages::one_of_coded_errors;
use serde::Deserialize;

/// A case as written, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    rules: RulesText,
    #[serde(default = "first_round")]
    round: RoundNumber,
    called_for: Option<Why>,
    account: Figures,
    candidates: Vec<CaseCandidate>,
}

/// A candidate with its total.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseCandidate {
    #[serde(rename = "id")]
    number: CandidateNumber,
    category: Option<String>,
    approve: Votes,
    #[serde(default)]
    oppose: Votes,
}

one_of_coded_errors! {
    /// Why a case can't be decided: it can't be.
    pub enum CaseError {
        /// The rules are none.
        Rules(RulesError),
        /// The round is none.
        Turn(TurnError),
        /// The account's figures contradict each other.
        Account(AccountError),
        /// The candidates don't fit the rules.
        Slate(SlateError),
        /// The totals don't add up.
        Tally(TallyError),
    }
}

const fn first_round() -> RoundNumber {
    Turn::FIRST.round()
}

impl Case {
    /// Decides the case.
    pub fn decide(&self) -> Result<Outcome, CaseError> {
        let rules = Rules::try_from(self.rules.clone())?;
        let turn = Turn::new(self.round, self.called_for)?;
        let account = Account::try_from(self.account)?;
        let slate = Slate::new(&rules, self.candidates.iter().map(Contender::from).collect())?;
        let totals: Vec<Total> = self.candidates.iter().map(Total::from).collect();
        Ok(decide(&rules, turn, &account, &slate, &totals)?)
    }
}

impl From<&CaseCandidate> for Contender {
    fn from(candidate: &CaseCandidate) -> Self {
        Self { number: candidate.number.clone(), category: candidate.category.clone() }
    }
}

impl From<&CaseCandidate> for Total {
    fn from(candidate: &CaseCandidate) -> Self {
        Self { number: candidate.number.clone(), approve: candidate.approve, oppose: candidate.oppose }
    }
}
