//! What `verify` says for people: every check, what was verified, what is out of the ordinary, and what came of it.

use crate::wordings::{text, word};
use messages::Language;
use procedure::number::RoundNumber;
use record::{
    Act, Check, Ended, Finding, Found, FoundEntry, Noted, Ranked, Report, RoundSummary, Verdict, shown,
};

/// The whole answer, line by line.
pub fn of_report(report: &Report, language: Language) -> Vec<String> {
    let mut lines: Vec<String> =
        report.checks.iter().map(|(check, verdict)| of_check(*check, verdict, language)).collect();
    lines.push(String::new());
    lines.extend(of_session(report, language));
    lines.extend(report.summary.rounds.iter().flat_map(|round| of_round(round, language)));
    lines.push(String::new());
    lines.extend(report.noted.iter().map(|noted| of_note(noted, language)));
    lines.extend(conclusion(report, language));
    lines
}

fn of_check(check: Check, verdict: &Verdict, language: Language) -> String {
    let title = text(language, check.code(), &[]);
    let facts = [("number", check.number()), ("title", title.as_str())];
    let code = match verdict {
        Verdict::Pass => "cli.verify-pass",
        Verdict::Fail(_) => "cli.verify-fail",
        Verdict::NotReached => "cli.verify-not-reached",
    };
    text(language, code, &facts)
}

/// What `inspect` says of a record that holds.
pub fn of_whole(report: &Report, language: Language) -> Vec<String> {
    let summary = &report.summary;
    let mut lines = vec![text(language, "cli.inspect-record", &[("program", &shown(&summary.program))])];
    lines.extend(of_session(report, language));
    lines.extend(summary.rounds.iter().map(|round| heading(round, language)));
    lines.extend(report.noted.iter().map(|noted| of_note(noted, language)));
    let (checks, documents) = (report.checks.len().to_string(), summary.documents.to_string());
    let facts = [("checks", checks.as_str()), ("documents", &documents)];
    lines.push(text(language, "cli.inspect-record-whole", &facts));
    lines.push(station(report, language));
    lines
}

fn of_session(report: &Report, language: Language) -> Vec<String> {
    let summary = &report.summary;
    if summary.congress.is_empty() {
        return Vec::new();
    }
    let (congress, session) = (shown(&summary.congress), shown(&summary.session));
    let facts = [("congress", congress.as_str()), ("session", &session), ("year", &summary.year.to_string())];
    let mut lines = vec![text(language, "cli.inspect-session", &facts)];
    if report.is_rehearsal() {
        lines.push(text(language, "cli.verify-rehearsal", &[]));
    }
    lines
}

fn heading(round: &RoundSummary, language: Language) -> String {
    let (number, ballots) = (round.round.to_string(), round.ballots.to_string());
    let day = round.day.as_deref().unwrap_or_default();
    let state = round.ended.map_or("", Ended::name);
    let facts = [("round", number.as_str()), ("state", state), ("day", day), ("ballots", &ballots)];
    text(language, "cli.inspect-record-round", &facts)
}

/// A round's account and outcome, and what names its list, its key and its box.
fn of_round(round: &RoundSummary, language: Language) -> Vec<String> {
    let mut lines = vec![heading(round, language)];
    if let Some(account) = &round.account {
        let facts = [
            ("delegates", account.delegates.to_string()),
            ("present", account.present.to_string()),
            ("issued", account.issued.to_string()),
            ("collected", account.collected.to_string()),
            ("void", account.void.to_string()),
        ];
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        lines.push(format!("  {}", text(language, "cli.account", &facts)));
    }
    if let Some(reason) = round.reason {
        // A reason is written as one word.
        let reason = serde_json::to_value(reason).unwrap_or_default();
        let facts = [("reason", reason.as_str().unwrap_or_default())];
        lines.push(format!("  {}", text(language, "cli.verify-void", &facts)));
    }
    if let Some(threshold) = round.threshold {
        lines.push(format!("  {}", text(language, "cli.threshold", &[("votes", &threshold.to_string())])));
    }
    lines.extend(round.ranking.iter().map(|ranked| of_candidate(ranked, language)));
    let (key, root) = (round.key.as_deref().unwrap_or_default(), round.root.as_deref().unwrap_or_default());
    let list = round.list.as_deref().unwrap_or_default();
    let facts = [
        ("digest", round.digest.as_str()),
        ("key", &shown(key)),
        ("list", &shown(list)),
        ("root", &shown(root)),
    ];
    lines.push(text(language, "cli.verify-names", &facts));
    // Read aloud when the key was made, these digits are on the report that its holders signed.
    let spoken = round.holders.as_deref().and_then(key_holders::spoken_hex);
    lines.extend(spoken.map(|digits| text(language, "cli.verify-holders", &[("digits", &digits)])));
    lines
}

fn of_candidate(ranked: &Ranked, language: Language) -> String {
    let (number, name) = (shown(ranked.number.as_str()), shown(&ranked.name));
    let facts = [
        ("number", number.as_str()),
        ("name", &name),
        ("approve", &ranked.approve.to_string()),
        ("oppose", &ranked.oppose.to_string()),
        ("abstain", &ranked.abstain.to_string()),
    ];
    let code = if ranked.adopted { "cli.verify-adopted" } else { "cli.verify-ranked" };
    text(language, code, &facts)
}

fn of_note(noted: &Noted, language: Language) -> String {
    let round = noted.round.map(|round| round.to_string()).unwrap_or_default();
    let entry = noted.entry.map(|entry| entry.to_string()).unwrap_or_default();
    let words = word(language, &noted.note);
    text(language, "cli.verify-noted", &[("round", &round), ("entry", &entry), ("words", &words)])
}

fn conclusion(report: &Report, language: Language) -> Vec<String> {
    if let Some((check, finding)) = report.first_failure() {
        let (round, problem) = of_finding(finding, language);
        let facts = [("number", check.number()), ("round", round.as_str()), ("problem", &problem)];
        return vec![text(language, "cli.verify-first", &facts)];
    }
    if report.summary.rounds.is_empty() {
        return vec![text(language, "cli.verify-nothing", &[])];
    }
    let (checks, noted) = (report.checks.len().to_string(), report.noted.len().to_string());
    let facts = [("checks", checks.as_str()), ("noted", &noted)];
    vec![text(language, "cli.verify-holds", &facts), station(report, language)]
}

fn station(report: &Report, language: Language) -> String {
    let (station, head) = (shown(&report.summary.station), shown(&report.summary.head));
    text(language, "cli.verify-station", &[("station", &station), ("head", &head)])
}

/// The round of a finding, empty where it is of none, and the problem in words.
pub fn of_finding(finding: &Finding, language: Language) -> (String, String) {
    let round = finding.round.map(|round| round.to_string()).unwrap_or_default();
    (round, word(language, &finding.problem))
}

/// Where a ballot was found.
pub fn of_ballot(code: &str, found: Option<&Found>, language: Language) -> String {
    match found {
        Some(Found { round, hash }) => {
            let facts = [("code", code), ("round", &round.to_string()), ("hash", hash)];
            text(language, "cli.verify-ballot-found", &facts)
        }
        None => text(language, "cli.verify-ballot-missing", &[("code", code)]),
    }
}

/// Whose slips were committed to so.
pub fn of_sealed(found: Option<RoundNumber>, language: Language) -> String {
    match found {
        Some(round) => text(language, "cli.verify-sealed", &[("round", &round.to_string())]),
        None => text(language, "cli.verify-sealed-missing", &[]),
    }
}

/// Which entry of the log was found, and the acts after it.
pub fn of_entry(hash: &str, found: Option<&FoundEntry>, language: Language) -> Vec<String> {
    let Some(FoundEntry { number, hash, after }) = found else {
        return vec![text(language, "cli.verify-entry-missing", &[("hash", &shown(hash))])];
    };
    let (number, acts) = (number.to_string(), after.len().to_string());
    let facts = [("number", number.as_str()), ("hash", &shown(hash)), ("after", &acts)];
    let mut lines = vec![text(language, "cli.verify-entry-found", &facts)];
    lines.extend(after.iter().map(|act| of_act(act, language)));
    lines
}

fn of_act(act: &Act, language: Language) -> String {
    let round = act.round.map(|round| round.to_string()).unwrap_or_default();
    let facts = [
        ("number", act.number.to_string()),
        ("at", act.at.clone()),
        ("act", act.act.clone()),
        ("round", round),
        ("operator", act.operator.clone()),
        ("witness", act.witness.clone().unwrap_or_default()),
    ];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    text(language, "cli.verify-act", &facts)
}
