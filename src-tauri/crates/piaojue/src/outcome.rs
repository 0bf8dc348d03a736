//! `piaojue outcome`: applies rules to totals.

use crate::report::{Answer, Failure};
use crate::wordings::text;
use messages::Language;
use procedure::{
    case::Case,
    number::CandidateNumber,
    outcome::{Call, Decision, Outcome, VoidReason},
};
use std::path::Path;

/// Decides the case in this file.
pub fn run(path: &Path, language: Language) -> Result<Answer, Failure> {
    let bytes = sheets::read_file(path).map_err(|problem| Failure::unusable(language, &problem))?;
    let case: Case = serde_json::from_slice(&bytes).map_err(|error| {
        let path = path.display().to_string();
        Failure::plain(language, "cli.case-malformed", &[("path", &path), ("reason", &error.to_string())])
    })?;
    let outcome = case.decide().map_err(|problem| Failure::unusable(language, &problem))?;
    let json = serde_json::to_value(&outcome).unwrap_or_default();
    Ok(Answer { text: words(&outcome, language), json })
}

/// An outcome for people.
pub fn words(outcome: &Outcome, language: Language) -> String {
    match outcome {
        Outcome::Void(VoidReason::QuorumMissing) => text(language, "cli.void-quorum", &[]),
        Outcome::Void(VoidReason::MoreCollectedThanIssued) => text(language, "cli.void-collected", &[]),
        Outcome::Void(VoidReason::ByDecision) => text(language, "cli.void-decision", &[]),
        Outcome::Valid(decision) => decided(decision, language),
    }
}

fn decided(decision: &Decision, language: Language) -> String {
    let mut lines = vec![
        text(language, "cli.threshold", &[("votes", &decision.threshold.to_string())]),
        text(language, "cli.adopted", &[("numbers", &list(&decision.adopted, language))]),
        text(language, "cli.not-adopted", &[("numbers", &list(&decision.not_adopted, language))]),
    ];
    lines.extend(decision.lots.iter().map(|call| called("cli.lot", call, language)));
    lines.extend(decision.further_rounds.iter().map(|call| called("cli.further-round", call, language)));
    for ranked in &decision.ranking {
        let facts = [
            ("rank", ranked.rank.to_string()),
            ("number", ranked.number.to_string()),
            ("approve", ranked.approve.to_string()),
            ("oppose", ranked.oppose.to_string()),
            ("abstain", ranked.abstain.to_string()),
        ];
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        lines.push(text(language, "cli.ranked", &facts));
    }
    lines.join("\n")
}

fn called(code: &str, call: &Call, language: Language) -> String {
    let category = call.category.clone().unwrap_or_default();
    let numbers = list(&call.numbers, language);
    text(
        language,
        code,
        &[("numbers", numbers.as_str()), ("seats", &call.seats.to_string()), ("category", &category)],
    )
}

fn list(numbers: &[CandidateNumber], language: Language) -> String {
    match (numbers, language) {
        ([], _) => text(language, "cli.nobody", &[]),
        (_, Language::Chinese) => numbers.join("、"),
        (_, Language::English) => numbers.join(", "),
    }
}
