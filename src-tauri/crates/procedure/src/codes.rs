//! The codes that this crate speaks in, for the catalogue that words them.

use crate::{
    account::AccountError, ballot::MarksError, candidate::CandidateListError, fraction::FractionError,
    money::MoneyError, roster::RosterError, round::ActError, rules::RulesError, rules::Warning,
    slate::SlateError, tally::TallyError, turn::TurnError,
};
use messages::CodeTable;

/// Every code of an error or a warning, with the names of its facts.
pub const CODES: &[CodeTable] = &[
    AccountError::CODES,
    MarksError::CODES,
    CandidateListError::CODES,
    FractionError::CODES,
    MoneyError::CODES,
    RosterError::CODES,
    ActError::CODES,
    RulesError::CODES,
    Warning::CODES,
    SlateError::CODES,
    TallyError::CODES,
    TurnError::CODES,
];

/// Facts that are words of the program: the bases of a majority, who signs, states of a round, why it is void, marks;
/// and what is written between the things of a list.
pub const WORDS: CodeTable = &[
    ("base.all", &[]),
    ("base.present", &[]),
    ("base.issued", &[]),
    ("base.collected", &[]),
    ("base.valid", &[]),
    ("role.chief", &[]),
    ("role.scrutineers", &[]),
    ("role.tellers", &[]),
    ("state.draft", &[]),
    ("state.adopted", &[]),
    ("state.sealed", &[]),
    ("state.check-in", &[]),
    ("state.polling", &[]),
    ("state.suspended", &[]),
    ("state.closed", &[]),
    ("state.counted", &[]),
    ("state.confirmed", &[]),
    ("state.announced", &[]),
    ("state.void", &[]),
    ("void.quorum-missing", &[]),
    ("void.more-collected-than-issued", &[]),
    ("void.by-decision", &[]),
    ("mark.approve", &[]),
    ("mark.oppose", &[]),
    ("mark.abstain", &[]),
    ("list.between", &[]),
];
