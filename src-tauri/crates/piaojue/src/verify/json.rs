//! What `verify` says for programs.

use crate::wordings::{text, word};
use messages::{Coded, Language};
use procedure::number::RoundNumber;
use record::{Act, Check, Ended, Figures, Found, FoundEntry, Noted, Report, RoundSummary, Verdict};
use serde_json::{Map, Value, json};

/// The whole answer.
pub fn of_report(report: &Report, language: Language) -> Value {
    let summary = &report.summary;
    json!({
        "holds": report.holds(),
        "first_failure": report.first_failure().map(|(check, _)| check.number()),
        "checks": report.checks.iter().map(|(check, verdict)| of_check(*check, verdict, language)).collect::<Vec<_>>(),
        "noted": report.noted.iter().map(|noted| of_note(noted, language)).collect::<Vec<_>>(),
        "session": {
            "congress": summary.congress,
            "session": summary.session,
            "year": summary.year,
            "training": report.is_rehearsal(),
        },
        "version": summary.version,
        "program": summary.program,
        "station": summary.station,
        "audit_entries": summary.entries,
        "audit_head": summary.head,
        "rounds": summary.rounds.iter().map(of_round).collect::<Vec<_>>(),
        "documents": summary.documents,
    })
}

fn of_check(check: Check, verdict: &Verdict, language: Language) -> Value {
    let result = match verdict {
        Verdict::Pass => "pass",
        Verdict::Fail(_) => "fail",
        Verdict::NotReached => "not-reached",
    };
    let mut shown = json!({
        "number": check.number(),
        "title": text(language, check.code(), &[]),
        "result": result,
    });
    if let Verdict::Fail(finding) = verdict {
        shown["round"] = json!(finding.round);
        shown["code"] = finding.problem.code().into();
        shown["problem"] = word(language, &finding.problem).into();
    }
    shown
}

fn of_note(Noted { round, entry, note }: &Noted, language: Language) -> Value {
    let facts: Map<String, Value> =
        note.facts().into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    json!({
        "code": note.code(),
        "round": round,
        "entry": entry,
        "facts": facts,
        "words": word(language, note),
    })
}

fn of_round(round: &RoundSummary) -> Value {
    let account = |Figures { delegates, present, issued, collected, void }: &Figures| {
        json!({
            "delegates": delegates,
            "present": present,
            "issued": issued,
            "collected": collected,
            "void": void,
        })
    };
    let ranked = |ranked: &record::Ranked| {
        json!({
            "number": ranked.number,
            "name": ranked.name,
            "approve": ranked.approve,
            "oppose": ranked.oppose,
            "abstain": ranked.abstain,
            "adopted": ranked.adopted,
        })
    };
    json!({
        "round": round.round,
        "state": round.ended.map_or("", Ended::name),
        "ballots": round.ballots,
        "day": round.day,
        "account": round.account.as_ref().map(account),
        "reason": round.reason,
        "threshold": round.threshold,
        "ranking": round.ranking.iter().map(ranked).collect::<Vec<_>>(),
        "digest": round.digest,
        "key": round.key,
        "holders": round.holders,
        "list": round.list,
        "root": round.root,
    })
}

/// Where a ballot was found.
pub fn of_ballot(found: Option<&Found>) -> Value {
    match found {
        Some(Found { round, hash }) => json!({ "found": true, "round": round, "hash": hash }),
        None => json!({ "found": false }),
    }
}

/// Whose slips were committed to so.
pub fn of_sealed(found: Option<RoundNumber>) -> Value {
    match found {
        Some(round) => json!({ "found": true, "round": round }),
        None => json!({ "found": false }),
    }
}

/// Which entry of the log was found, and what was done after it.
pub fn of_entry(found: Option<&FoundEntry>) -> Value {
    let Some(FoundEntry { number, hash, after }) = found else { return json!({ "found": false }) };
    let act = |Act { number, at, operator, witness, act, round }: &Act| {
        json!({
            "number": number,
            "at": at,
            "operator": operator,
            "witness": witness,
            "act": act,
            "round": round,
        })
    };
    json!({
        "found": true,
        "number": number,
        "hash": hash,
        "after": after.iter().map(act).collect::<Vec<_>>(),
    })
}
