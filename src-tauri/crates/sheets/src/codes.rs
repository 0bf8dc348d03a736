//! The codes that this crate speaks in.

use crate::{
    FileProblem, SpreadsheetError,
    reading::{CellProblem, ChangeCode, LeftOutCode, QuestionCode},
};
use messages::CodeTable;

/// Every code of this crate, with the names of its facts.
pub const CODES: &[CodeTable] = &[
    FileProblem::CODES,
    SpreadsheetError::CODES,
    CellProblem::CODES,
    ChangeCode::CODES,
    LeftOutCode::CODES,
    QuestionCode::CODES,
];
