//! The codes that this crate speaks in, for the catalogue that words them.

use crate::{
    challenge_problem::ChallengeProblem,
    checks::TITLES,
    error::{Problem, RecordError},
    note::Note,
};
use messages::CodeTable;

/// Every code of this crate, with the names of its facts.
pub const CODES: &[CodeTable] =
    &[Problem::CODES, RecordError::CODES, ChallengeProblem::CODES, Note::CODES, TITLES];
