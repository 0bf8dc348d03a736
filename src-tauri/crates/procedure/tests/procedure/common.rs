//! Invented candidates for the tests.

#![expect(clippy::unwrap_used, reason = "a test may stop so")]

use procedure::candidate::{Candidate, CandidateList};

/// A list of candidates with these numbers and categories.
pub fn list(candidates: &[(&str, &str)]) -> CandidateList {
    CandidateList::new(candidates.iter().map(|(number, category)| candidate(number, category)).collect())
        .unwrap()
}

fn candidate(number: &str, category: &str) -> Candidate {
    Candidate {
        number: number.into(),
        name: format!("项目{number}"),
        content: String::new(),
        sub_items: Vec::new(),
        location: String::new(),
        investment: None,
        investment_this_year: None,
        sources: String::new(),
        responsible_unit: String::new(),
        deadline: None,
        benefit: String::new(),
        category: category.into(),
        origin: String::new(),
    }
}
