//! What follows from the totals: the account, whether the round is valid, the outcome, and who signed it.

use crate::{
    Check, Problem, contests,
    error::{same, same_bytes},
    files::{Announced, Ended, Figures, Profile, State, Void},
    history::Story,
    ledger::Ledger,
    round::Round,
};
use chrono::{DateTime, Days, NaiveDate};
use procedure::{
    contest::Contest,
    count::Delegates,
    number::CandidateNumber,
    outcome::{Call, Decision, Outcome, VoidReason, void_reason},
};

const OF_OUTCOME: &[Check] =
    &[Check::Account, Check::Standing, Check::Outcome, Check::Lots, Check::Signatures, Check::Announced];

/// Checks what a round came to.
pub fn check(round: &Round, profile: Option<&Profile>, story: Option<&Story>, ledger: &mut Ledger) {
    let (Some(contest), Some(state)) = (&round.contest, &round.state) else {
        ledger.skip(OF_OUTCOME);
        return;
    };
    ledger.enter(Check::Account, check_account(round, contest, story));
    match state {
        State::Void(void) => check_void(round, contest, void, ledger),
        State::Announced(announced) => check_announced(round, contest, announced, profile, story, ledger),
    }
}

/// The figures fit each other, the contest, and the void ballots.
fn check_account(round: &Round, contest: &Contest, story: Option<&Story>) -> Result<(), Problem> {
    let Some(figures) = round.account() else { return Ok(()) };
    let what = round.file("state.json");
    figures.checked().map_err(|problem| Problem::refused(&what, problem))?;
    same(format!("{what} delegates"), contest.delegates.0, figures.delegates)?;
    // A round that a decision ended was not searched for void ballots.
    let is_searched =
        !matches!(&round.state, Some(State::Void(Void { ended: Ended::ByDecision { .. }, .. })));
    if is_searched && round.void_paper.is_some() {
        same(format!("{what} void"), round.void(story), u64::from(figures.void))?;
    }
    Ok(())
}

fn check_void(round: &Round, contest: &Contest, void: &Void, ledger: &mut Ledger) {
    let reason = match &void.ended {
        Ended::ByDecision { .. } => VoidReason::ByDecision,
        Ended::AtCount { reason, .. } if reason == "more-collected-than-issued" => {
            VoidReason::MoreCollectedThanIssued
        }
        Ended::AtCheckIn { .. } | Ended::AtCount { .. } => VoidReason::QuorumMissing,
    };
    ledger.enter(Check::Standing, check_reason(round, contest, &void.ended, reason));
    ledger.enter(Check::Outcome, check_outcome(round, &Outcome::Void(reason)));
    ledger.nothing(&[Check::Lots, Check::Signatures, Check::Announced]);
}

/// The round is void for the reason that its figures give, or because the presidium has stated why.
fn check_reason(round: &Round, contest: &Contest, ended: &Ended, reason: VoidReason) -> Result<(), Problem> {
    let what = round.file("state.json");
    match ended {
        Ended::AtCheckIn { present } if Delegates(*present) < contest.quorum() => Ok(()),
        Ended::AtCheckIn { present } => {
            Err(Problem::differs(what, format!("..{}", contest.quorum()), present))
        }
        Ended::AtCount { account: figures, reason: written } => {
            let account = figures.checked().map_err(|problem| Problem::refused(&what, problem))?;
            let expected = void_reason(&contest.rules, &account);
            if expected == Some(reason) && *written == named(reason) {
                Ok(())
            } else {
                Err(Problem::differs(what, expected.map_or("", named), written))
            }
        }
        Ended::ByDecision { statement, .. } if statement.trim().is_empty() => {
            Err(Problem::missing(format!("{what} statement")))
        }
        Ended::ByDecision { .. } => Ok(()),
    }
}

const fn named(reason: VoidReason) -> &'static str {
    match reason {
        VoidReason::QuorumMissing => "quorum-missing",
        VoidReason::MoreCollectedThanIssued => "more-collected-than-issued",
        VoidReason::ByDecision => "by-decision",
    }
}

fn check_announced(
    round: &Round,
    contest: &Contest,
    announced: &Announced,
    profile: Option<&Profile>,
    story: Option<&Story>,
    ledger: &mut Ledger,
) {
    let standing = round.account().map(Figures::checked);
    ledger.enter_if(matches!(standing, Some(Ok(_))), Check::Standing, || {
        let reason =
            standing.as_ref().and_then(|account| void_reason(&contest.rules, account.as_ref().ok()?));
        match reason {
            None => Ok(()),
            Some(reason) => Err(Problem::differs(round.file("state.json"), named(reason), "announced")),
        }
    });
    match contests::decided(round) {
        Some(Outcome::Valid(decision)) => {
            let drawn = check_lots(round, &decision, &announced.counted.drawn);
            ledger.enter(Check::Outcome, check_outcome(round, &Outcome::Valid(decision)));
            ledger.enter(Check::Lots, drawn);
        }
        Some(Outcome::Void(_)) | None => ledger.skip(&[Check::Outcome, Check::Lots]),
    }
    match profile {
        Some(profile) => {
            ledger.enter(Check::Signatures, check_signatures(round, announced, profile));
        }
        None => ledger.skip(&[Check::Signatures]),
    }
    match story.and_then(|story| story.announced_at.as_ref()) {
        Some(at) => {
            ledger.enter(Check::Announced, check_day(round, announced, at));
        }
        None => ledger.skip(&[Check::Announced]),
    }
}

/// The outcome is written as the rules give it, byte for byte.
fn check_outcome(round: &Round, outcome: &Outcome) -> Result<(), Problem> {
    let what = round.file("outcome.json");
    let expected = serde_json::to_vec(outcome).map_err(|error| Problem::unreadable(&what, error))?;
    same_bytes(what, &expected, &round.outcome_bytes)
}

/// Of each call for lots, as many candidates were drawn as it has seats; they are named in list order.
fn check_lots(round: &Round, decision: &Decision, drawn: &[CandidateNumber]) -> Result<(), Problem> {
    let what = round.file("state.json drawn");
    let mut left: Vec<&CandidateNumber> = drawn.iter().collect();
    for Call { numbers, seats, .. } in &decision.lots {
        let before = left.len();
        left.retain(|number| !numbers.contains(number));
        same(&what, seats.as_usize(), before - left.len())?;
    }
    if let Some(stranger) = left.first() {
        return Err(Problem::unexpected(format!("{what} {stranger}")));
    }
    let place =
        |number: &CandidateNumber| decision.tally.totals().iter().position(|total| total.number == *number);
    let is_in_order = drawn.windows(2).all(|pair| pair.first().map(place) < pair.last().map(place));
    if is_in_order { Ok(()) } else { Err(Problem::Order { what }) }
}

/// Chief, scrutineers and tellers have signed, and nobody who wasn't appointed.
fn check_signatures(round: &Round, announced: &Announced, profile: &Profile) -> Result<(), Problem> {
    let what = round.file("state.json signatures");
    let signatures = &announced.signatures;
    same(&what, &profile.chief, &signatures.chief)?;
    for (signed, appointed) in
        [(&signatures.scrutineers, &profile.scrutineers), (&signatures.tellers, &profile.tellers)]
    {
        if signed.is_empty() {
            return Err(Problem::missing(what));
        }
        if let Some(stranger) = signed.iter().find(|name| !appointed.contains(name)) {
            return Err(Problem::unexpected(format!("{what} {stranger}")));
        }
    }
    Ok(())
}

/// The day is that of the act, or the one before where the act was at midnight.
fn check_day(round: &Round, announced: &Announced, at: &str) -> Result<(), Problem> {
    let what = round.file("state.json announced_on");
    let day =
        day(&announced.announced_on).ok_or_else(|| Problem::unreadable(&what, &announced.announced_on))?;
    let act = DateTime::parse_from_rfc3339(at).map_err(|_| Problem::unreadable(&what, at))?.date_naive();
    let fits = day == act || day.checked_add_days(Days::new(1)) == Some(act);
    if fits { Ok(()) } else { Err(Problem::differs(what, act, day)) }
}

/// A day written with four digits, two and two. Chrono reads others as well.
fn day(written: &str) -> Option<NaiveDate> {
    let day: NaiveDate = written.parse().ok()?;
    (written.len() == 10 && day.to_string() == written).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_in_one_way() {
        for one in ["2026-01-15", "2024-02-29", "0000-01-01", "9999-12-31"] {
            assert!(day(one).is_some(), "{one}");
        }
        for none in [
            "2026-1-15",
            "2026-01-5",
            "+2026-01-15",
            "12026-01-15",
            "-001-01-01",
            " 2026-1-15",
            "2026-02-29",
            "",
        ] {
            assert_eq!(day(none), None, "{none}");
        }
    }
}
