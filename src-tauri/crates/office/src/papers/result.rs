//! What came of a round, in figures and in sentences.

use super::{
    cut::decision_notes,
    session::{Documents, Wanted, categories, seats},
};
use crate::{acts::pending_after, errors::OfficeError};
use documents::{CountedRound, FurtherRound, Note, ResultReport, ResultRow, RoundResult, majority_demanded};
use messages::Language;
use procedure::{
    contest::Contest,
    count::{Ballots, Delegates, Issued},
    outcome::VoidReason,
    round::{Counted, Ended, Round, Void},
    rules::{Division, MarksTaken},
};

/// What came of a round; none before it has ended.
pub(super) fn result_of(
    session: &Documents<'_>,
    wanted: &Wanted,
    round: &Round,
) -> Result<Option<ResultReport>, OfficeError> {
    let handed_out = session.office.store().attendance(round.number())?.issued;
    let Some(mut found) = found(round, handed_out, session.language) else { return Ok(None) };
    if let RoundResult::Counted(_) = found.result {
        let pending = still_pending(session, round).into_iter().map(pending_note);
        // Below what this round decided, and above the values to compare.
        let values = found.notes.iter().position(|note| matches!(note, Note::BoxRoot(_)));
        let place = values.unwrap_or(found.notes.len());
        found.notes.splice(place..place, pending);
        found.notes.push(Note::StationKey(session.station_key()));
    }
    let rules = &round.contest().rules;
    let text = session.profile.text();
    Ok(Some(ResultReport {
        heading: session.heading(wanted, rules),
        round: round.number(),
        date: session.day_of(round),
        seats: seats(rules),
        categories: categories(rules),
        delegates: round.contest().delegates,
        present: found.present,
        issued: found.issued,
        collected: found.collected,
        result: found.result,
        notes: found.notes,
        chief: text.chief.clone(),
        scrutineers: text.scrutineers.clone(),
        tellers: text.tellers.clone(),
    }))
}

/// The further rounds that rounds before a counted one called for, and that were still to be held after it.
pub(super) fn still_pending(session: &Documents<'_>, round: &Round) -> Vec<FurtherRound> {
    let held = session.rounds.iter().take_while(|held| held.number() <= round.number()).cloned();
    let mut pending = pending_after(&held.collect::<Vec<_>>());
    pending.truncate(pending.len().saturating_sub(own_calls(round)));
    let call = |contest: Contest| {
        Some(FurtherRound {
            reason: contest.turn.called_for()?,
            candidates: contest.list.candidates().iter().map(|found| found.number.clone()).collect(),
            seats: seats(&contest.rules),
        })
    };
    pending.into_iter().filter_map(call).collect()
}

/// How many further rounds this round itself calls for.
fn own_calls(round: &Round) -> usize {
    round.counted().map_or(0, |counted| counted.further_contests().len())
}

fn pending_note(FurtherRound { reason, candidates, seats }: FurtherRound) -> Note {
    Note::StillPending { reason, candidates, seats }
}

/// What a report says of a round that has ended.
struct Found {
    present: Delegates,
    issued: Issued,
    collected: Ballots,
    result: RoundResult,
    notes: Vec<Note>,
}

/// What is found of a round in which so many slips and paper ballots were handed out.
fn found(round: &Round, handed_out: Issued, language: Language) -> Option<Found> {
    if let Round::Void(void) = round {
        return Some(found_void(void, handed_out, language));
    }
    round.counted().map(|counted| found_counted(counted, language))
}

fn found_void(void: &Void, handed_out: Issued, language: Language) -> Found {
    let (present, issued, collected) = match &void.ended {
        Ended::AtCheckIn { present, .. } => (*present, handed_out, Ballots(0)),
        Ended::AtCount { account, .. } => (account.present(), account.issued(), account.collected()),
        Ended::ByDecision { figures, .. } => (figures.present, figures.issued, figures.collected),
    };
    let notes = match &void.ended {
        Ended::ByDecision { statement, .. } => vec![Note::Remark(statement.clone())],
        Ended::AtCheckIn { .. } | Ended::AtCount { reason: VoidReason::QuorumMissing, .. } => {
            vec![Note::Remark(quorum_words(void, present, language))]
        }
        Ended::AtCount { reason: VoidReason::MoreCollectedThanIssued | VoidReason::ByDecision, .. } => {
            Vec::new()
        }
    };
    Found { present, issued, collected, result: RoundResult::Void(void.reason()), notes }
}

fn found_counted(counted: &Counted, language: Language) -> Found {
    let account = &counted.account;
    let result = CountedRound {
        void: account.void(),
        valid: account.valid(),
        threshold: counted.contest().asks_majority().then_some(counted.decision.threshold),
        threshold_rule: majority_words(counted, language),
        rows: rows(counted),
    };
    let mut notes = decision_notes(counted);
    notes.push(Note::BoxRoot(counted.closed.closing.root.clone()));
    Found {
        present: account.present(),
        issued: account.issued(),
        collected: account.collected(),
        result: RoundResult::Counted(result),
        notes,
    }
}

pub(super) fn rows(counted: &Counted) -> Vec<ResultRow> {
    let contest = counted.contest();
    let by_category = matches!(contest.rules.division(), Division::Categories(_));
    let takes_oppose = contest.rules.marks == MarksTaken::ApproveOpposeAbstain;
    let ranking = counted.decision.ranking.iter();
    ranking
        .map(|ranked| {
            let candidate = contest.list.find(&ranked.number);
            ResultRow {
                rank: ranked.rank,
                number: ranked.number.clone(),
                name: candidate.map(|candidate| candidate.name.clone()).unwrap_or_default(),
                category: candidate
                    .filter(|_| by_category)
                    .map(|found| found.category.clone())
                    .unwrap_or_default(),
                approve: ranked.approve,
                oppose: takes_oppose.then_some(ranked.oppose),
                abstain: takes_oppose.then_some(ranked.abstain),
                verdict: counted.decision.verdict(&ranked.number),
            }
        })
        .collect()
}

/// The majority in a sentence, as the round's rules and its reason ask it.
fn majority_words(counted: &Counted, language: Language) -> String {
    match (counted.contest().asks_majority(), language) {
        (true, _) => majority_demanded(&counted.contest().rules, language),
        (false, Language::Chinese) => "本轮不要求过半数，得赞成票多的通过".to_owned(),
        (false, Language::English) => {
            "No majority is asked in this round: those with the most approvals are adopted".to_owned()
        }
    }
}

fn quorum_words(void: &Void, present: Delegates, language: Language) -> String {
    let (delegates, quorum) = (void.contest.delegates, void.contest.quorum());
    match language {
        Language::Chinese => format!("应到{delegates}人，法定人数{quorum}人，实到{present}人。"),
        Language::English => format!("In office {delegates}, quorum {quorum}, present {present}."),
    }
}
