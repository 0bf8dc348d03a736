//! What a round came to.

use crate::{
    open::{desk::Desk, session::Open},
    places::steps::result::reasons::reasons,
    reads::{
        holders::holders,
        result::{rows, seats},
    },
};
use office::acts;
use procedure::{
    account::{Account, Figures},
    contest::Contest,
    count::{Ballots, Issued},
    number::CandidateNumber,
    outcome::Call,
    round::{Counted, Ended, Round, Signatures, Void},
    rules::MarksTaken,
};
use wire::{
    AccountView, CallView, CardHolder, DecisionView, DeskError, PendingRound, Problem, ResultView, ToSign,
    WhichRound, conversions,
};

pub(crate) fn result(_: &Desk, open: &Open, request: WhichRound) -> Result<ResultView, Problem> {
    let rounds = open.office.store().rounds()?;
    let latest = rounds.last().map(Round::number);
    let wanted = request.round.or(latest);
    let found = rounds.iter().find(|round| Some(round.number()) == wanted);
    view(open, found.ok_or(DeskError::NeedsCount)?, &rounds)
}

fn view(open: &Open, round: &Round, rounds: &[Round]) -> Result<ResultView, Problem> {
    let contest = round.contest();
    let profile = open.office.store().profile()?;
    let text = profile.text();
    let void = match round {
        Round::Void(void) => Some(void),
        _ => None,
    };
    let (signed, announced_on) = signed(round);
    let pending = acts::pending_contests(&open.office)?;
    Ok(ResultView {
        round: contest.round(),
        state: round.state(),
        called_for: conversions::called_for(contest),
        rounds: rounds.iter().map(conversions::round_of_session).collect(),
        account: round
            .counted()
            .map(|counted| account_view(counted.account))
            .or_else(|| void.and_then(void_account)),
        decision: round.counted().map(decision),
        void_reason: void.map(|void| conversions::void_reason(void.reason())),
        statement: void.and_then(statement),
        signed,
        to_sign: ToSign {
            chief: text.chief.clone(),
            scrutineers: text.scrutineers.clone(),
            tellers: text.tellers.clone(),
        },
        announced_on,
        pending: pending.iter().map(pending_round).collect(),
        cards: cards(open)?,
        keys: open.office.store().profile()?.text().keys.into(),
        ended: acts::rounds_are_ended(&open.office)?,
    })
}

/// The key cards, once nothing more is to be opened with them.
fn cards(open: &Open) -> Result<Vec<CardHolder>, Problem> {
    if !acts::can_destroy_cards(&open.office)? {
        return Ok(Vec::new());
    }
    let left = acts::cards_left(&open.office)?;
    holders(open, |card| !left.contains(&card))
}

fn signed(round: &Round) -> (Vec<String>, Option<String>) {
    let names = |signatures: &Signatures| {
        let others = signatures.scrutineers.iter().chain(&signatures.tellers);
        std::iter::once(&signatures.chief).chain(others).cloned().collect()
    };
    match round {
        Round::Confirmed(confirmed) => (names(&confirmed.signatures), None),
        Round::Announced(announced) => {
            (names(&announced.signatures), Some(announced.announced_on.to_string()))
        }
        Round::Draft(_)
        | Round::Adopted(_)
        | Round::Sealed(_)
        | Round::CheckIn(_)
        | Round::Polling(_)
        | Round::Suspended(_)
        | Round::Closed(_)
        | Round::Counted(_)
        | Round::Void(_) => (Vec::new(), None),
    }
}

fn statement(void: &Void) -> Option<String> {
    match &void.ended {
        Ended::ByDecision { statement, .. } => Some(statement.clone()),
        Ended::AtCheckIn { .. } | Ended::AtCount { .. } => None,
    }
}

fn account_view(account: Account) -> AccountView {
    AccountView {
        delegates: account.delegates().0,
        present: account.present().0,
        issued: account.issued().0,
        collected: account.collected().0,
        not_returned: account.not_returned().0,
        void: account.void().0,
        valid: account.valid().0,
    }
}

fn void_account(void: &Void) -> Option<AccountView> {
    let delegates = void.contest.delegates;
    let account = match &void.ended {
        Ended::AtCount { account, .. } => *account,
        Ended::ByDecision { figures, .. } => Account::try_from(*figures).ok()?,
        Ended::AtCheckIn { present } => Account::try_from(Figures {
            delegates,
            present: *present,
            issued: Issued(0),
            collected: Ballots(0),
            void: Ballots(0),
        })
        .ok()?,
    };
    Some(account_view(account))
}

fn decision(counted: &Counted) -> DecisionView {
    let contest = counted.contest();
    let decision = &counted.decision;
    DecisionView {
        threshold: decision.threshold.0,
        plurality: contest.is_plurality(),
        seats: seats(contest),
        oppose_taken: contest.rules.marks == MarksTaken::ApproveOpposeAbstain,
        rows: rows(counted),
        reasons: reasons(counted).into_iter().map(Problem::from).collect(),
        lots: decision.lots.iter().map(|call| call_view(contest, call)).collect(),
        drawn: decision.drawn(),
        further_rounds: decision.further_rounds.iter().map(|call| call_view(contest, call)).collect(),
    }
}

fn call_view(contest: &Contest, call: &Call) -> CallView {
    CallView {
        category: call.category.clone(),
        candidates: conversions::named(contest, &call.numbers),
        seats: call.seats.0,
        why: conversions::why(call.why),
    }
}

fn pending_round(contest: &Contest) -> PendingRound {
    let numbers: Vec<CandidateNumber> =
        contest.list.candidates().iter().map(|candidate| candidate.number.clone()).collect();
    PendingRound {
        called_for: conversions::called_for(contest),
        candidates: conversions::named(contest, &numbers),
        seats: seats(contest),
    }
}
