//! 任务分解表.

use crate::Heading;
use procedure::candidate::Candidate;

/// The adopted projects by the unit that answers for each (任务分解表).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskList<'a> {
    /// Whose list it is.
    pub heading: Heading,
    /// The units in the order in which the list first names them; at least one, none without projects.
    pub units: Vec<UnitTasks<'a>>,
}

/// A unit and what it answers for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitTasks<'a> {
    /// The unit; empty where the list names none.
    pub unit: String,
    /// Its projects in the order of publication.
    pub projects: Vec<&'a Candidate>,
}
