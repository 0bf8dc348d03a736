//! The count: the encrypted totals are the ballots' sum, the shares are proven, and what they open is what is stated.

use crate::{
    Check, Problem,
    ballots::Ballots,
    contests,
    error::{same_bytes, same_items},
    ledger::Ledger,
    round::Round,
};
use ballot_box::{Election, EncryptedTotals, OpeningShare};
use procedure::{rules::FewestBallots, slate::Slate, tally::Tally};

const OF_COUNT: &[Check] =
    &[Check::Sum, Check::Fewest, Check::Shares, Check::ShareProofs, Check::FirstOpen, Check::LastOpen];

/// Checks a round's count. `ballots` and `election` are none where they could not be checked.
pub fn check(round: &Round, ballots: Option<&Ballots>, election: Option<&Election>, ledger: &mut Ledger) {
    check_totals(round, ledger);
    if !round.has("encrypted-totals.json") {
        ledger.nothing(OF_COUNT);
        return;
    }
    let (Some(encrypted), Some(shares)) = (&round.encrypted, &round.shares) else {
        ledger.skip(OF_COUNT);
        return;
    };
    let sum = ballots.and_then(|ballots| ballots.sum.as_ref());
    let proven = ledger.enter_if(sum.is_some(), Check::Sum, || check_sum(round, sum));
    ledger.enter(Check::Fewest, check_fewest(round, encrypted.ballots, shares.len()));
    let (Some(election), Some(sum), Some(())) = (election, sum, proven) else {
        ledger.skip(&[Check::Shares, Check::ShareProofs, Check::FirstOpen, Check::LastOpen]);
        return;
    };
    check_shares(round, election, sum, ledger);
}

/// The encrypted totals are, byte for byte, the sum over all ballots as it is written.
fn check_sum(round: &Round, sum: Option<&EncryptedTotals>) -> Result<(), Problem> {
    let what = round.file("encrypted-totals.json");
    let written = serde_json::to_vec(&sum).map_err(|error| Problem::unreadable(&what, error))?;
    same_bytes(what, &written, &round.encrypted_bytes)
}

fn check_fewest(round: &Round, ballots: u64, shares: usize) -> Result<(), Problem> {
    let nothing_opened = ballots == 0 && shares == 0;
    let adopted = round.contest.as_ref().map(|contest| contest.rules.fewest_ballots.number());
    let fewest = adopted.unwrap_or(FewestBallots::OF_0_1_0);
    if nothing_opened || ballots >= u64::from(fewest) {
        return Ok(());
    }
    let expected = format!("{fewest}..");
    Err(Problem::differs(round.file("encrypted-totals.json ballots"), expected, ballots))
}

fn check_shares(round: &Round, election: &Election, sum: &EncryptedTotals, ledger: &mut Ledger) {
    let after = &[Check::ShareProofs, Check::FirstOpen, Check::LastOpen];
    let Some(holders) = ledger.enter(Check::Shares, check_holders(round, election, sum.ballots())) else {
        ledger.skip(after);
        return;
    };
    if holders.is_empty() {
        ledger.nothing(&[Check::ShareProofs]);
        let opened = vec![0; 2 * election.candidates()];
        ledger.enter(Check::FirstOpen, check_opened(round, &opened));
        ledger.enter(Check::LastOpen, check_opened(round, &opened));
        return;
    }
    let Some(shares) = ledger.enter(Check::ShareProofs, check_proofs(round, election, sum)) else {
        ledger.skip(&[Check::FirstOpen, Check::LastOpen]);
        return;
    };
    let needed = election.key().threshold() as usize;
    let last = shares.len().saturating_sub(needed);
    for (check, chosen) in [(Check::FirstOpen, shares.get(..needed)), (Check::LastOpen, shares.get(last..))] {
        ledger.enter(check, check_open(round, election, sum, chosen.unwrap_or_default()));
    }
}

/// Holders are cards that there are, ascending, at least as many as the threshold; none where there is no ballot.
fn check_holders(round: &Round, election: &Election, ballots: usize) -> Result<Vec<u32>, Problem> {
    let what = round.file("shares.jsonl");
    let holders: Vec<u32> = round.shares.iter().flatten().map(|share| share.holder).collect();
    if ballots == 0 && holders.is_empty() {
        return Ok(holders);
    }
    let cards = election.key().cards();
    if let Some(unknown) = holders.iter().find(|holder| **holder == 0 || **holder > cards) {
        return Err(Problem::differs(what, format!("1..={cards}"), unknown));
    }
    if let Some(pair) = holders.windows(2).find(|pair| pair.first() >= pair.last()) {
        return Err(Problem::Order { what: format!("{what} {pair:?}") });
    }
    let needed = election.key().threshold() as usize;
    if holders.len() < needed {
        return Err(Problem::differs(what, format!("{needed}.."), holders.len()));
    }
    Ok(holders)
}

fn check_proofs(
    round: &Round,
    election: &Election,
    sum: &EncryptedTotals,
) -> Result<Vec<OpeningShare>, Problem> {
    let mut shares = Vec::new();
    for (place, line) in (1..).zip(&round.share_lines) {
        let what = format!("{} {place}", round.file("shares.jsonl"));
        let share: OpeningShare = crate::json::parse(&what, line)?;
        election.verify_share(sum, &share).map_err(|_| Problem::Proof { what })?;
        shares.push(share);
    }
    Ok(shares)
}

fn check_open(
    round: &Round,
    election: &Election,
    sum: &EncryptedTotals,
    shares: &[OpeningShare],
) -> Result<(), Problem> {
    let opened = election
        .open(sum, shares)
        .map_err(|problem| Problem::refused(round.file("encrypted-totals.json"), problem))?;
    let mut votes: Vec<u32> = opened.approve.iter().map(|votes| votes.0).collect();
    let oppose = opened.oppose.iter().map(|votes| votes.0);
    votes.extend(oppose.chain(std::iter::repeat(0)).take(votes.len()));
    check_opened(round, &votes)
}

/// The state's totals are these: all approvals, then all oppositions. A round that a decision ended states none.
fn check_opened(round: &Round, opened: &[u32]) -> Result<(), Problem> {
    let Some(totals) = round.totals() else { return Ok(()) };
    let approve = totals.iter().map(|total| total.approve);
    let stated: Vec<u32> = approve.chain(totals.iter().map(|total| total.oppose)).collect();
    same_items(round.file("state.json totals"), opened, &stated)
}

/// One total for each candidate, and every sum within what the valid ballots can hold.
fn check_totals(round: &Round, ledger: &mut Ledger) {
    let Some(totals) = round.totals() else {
        let reached = round.state.is_some();
        ledger.enter_if(reached, Check::Totals, || Ok(()));
        return;
    };
    let (Some(contest), Some(Ok(account))) =
        (&round.contest, round.account().map(crate::files::Figures::checked))
    else {
        ledger.skip(&[Check::Totals]);
        return;
    };
    let what = round.file("state.json totals");
    let found = Slate::of(&contest.rules, &contest.list)
        .map_err(|problem| Problem::refused(&what, problem))
        .and_then(|slate| {
            let listed: Vec<&str> = totals.iter().map(|total| total.number.as_str()).collect();
            let expected: Vec<&str> =
                slate.contenders().iter().map(|contender| contender.number.as_str()).collect();
            same_items(&what, &expected, &listed)?;
            Tally::new(&contest.rules, &slate, &account, &contests::by_candidate(totals))
                .map(drop)
                .map_err(|problem| Problem::refused(&what, problem))
        });
    ledger.enter(Check::Totals, found);
}
