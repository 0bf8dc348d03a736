//! By when a project will be done.

use chrono::NaiveDate;
use procedure::{candidate::Candidate, deadline::Deadline};

/// A project's deadline: a day in this form, or the words of the list; empty where it isn't said.
pub(crate) fn deadline(candidate: &Candidate, form: fn(NaiveDate) -> String) -> String {
    match &candidate.deadline {
        Some(Deadline::Day(day)) => form(*day),
        Some(words) => words.to_string(),
        None => String::new(),
    }
}
