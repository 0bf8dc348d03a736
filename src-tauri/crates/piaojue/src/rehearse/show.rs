//! What a rehearsal tells: each round's outcome with its account, and what was written.

use super::vote::Held;
use crate::wordings::{text, word};
use crate::{outcome, report::Answer};
use messages::Language;
use procedure::{
    account::{Account, Figures},
    count::{Ballots, Issued},
    outcome::Outcome,
    round::{Counted, Ended, Round, Void},
};
use serde::Serialize;
use serde_json::json;
use std::path::{Path, PathBuf};

/// A round as `--json` prints it.
#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    outcome: Outcome,
    account: Figures,
}

/// The answer of a rehearsal.
pub fn answer(held: &Held, written: &[PathBuf], out: &Path, language: Language) -> Answer {
    let shown: Vec<Shown> = held.rounds.iter().filter_map(show).collect();
    let mut lines: Vec<String> = held.warnings.iter().map(|warning| word(language, warning)).collect();
    for (number, shown) in (1_u32..).zip(&shown) {
        lines.push(text(language, "cli.round", &[("round", &number.to_string())]));
        lines.push(account_words(shown.account, language));
        lines.push(outcome::words(&shown.outcome, language));
        lines.push(String::new());
    }
    if held.is_pending {
        lines.push(text(language, "cli.round-pending", &[]));
    } else if !held.is_announced {
        lines.push(text(language, "cli.nothing-announced", &[]));
    }
    lines.push(text(language, "cli.written", &[("path", &out.display().to_string())]));
    lines.extend(
        written
            .iter()
            .filter_map(|path| path.file_name())
            .map(|name| format!("  {}", name.to_string_lossy())),
    );
    let paths: Vec<String> = written.iter().map(|path| path.display().to_string()).collect();
    Answer { text: lines.join("\n"), json: json!({ "rounds": shown, "written": paths }) }
}

fn account_words(figures: Figures, language: Language) -> String {
    let facts = [
        ("delegates", figures.delegates.to_string()),
        ("present", figures.present.to_string()),
        ("issued", figures.issued.to_string()),
        ("collected", figures.collected.to_string()),
        ("void", figures.void.to_string()),
    ];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    text(language, "cli.account", &facts)
}

/// What a round that has ended came to.
fn show(round: &Round) -> Option<Shown> {
    if let Round::Void(void) = round {
        return Some(show_void(void));
    }
    round.counted().map(show_counted)
}

fn show_void(void: &Void) -> Shown {
    let account = match &void.ended {
        Ended::AtCount { account, .. } => Figures::from(*account),
        Ended::ByDecision { figures, .. } => *figures,
        Ended::AtCheckIn { present, .. } => Figures {
            delegates: void.contest.delegates,
            present: *present,
            issued: Issued(0),
            collected: Ballots(0),
            void: Ballots(0),
        },
    };
    Shown { outcome: Outcome::Void(void.reason()), account }
}

fn show_counted(counted: &Counted) -> Shown {
    let account: Account = counted.account;
    Shown { outcome: counted.outcome(), account: account.into() }
}
