//! The result: what a round came to, lots, signatures, announcement, further rounds.

use crate::{
    Desk, DeskError, count, forms, poll::together, reasons::reasons, session::moved_on, state::Open, types::*,
};
use office::acts;
use procedure::{
    account::{Account, Figures},
    contest::Contest,
    count::{Ballots, Issued, counted},
    outcome::{Call, Ranked, Verdict},
    round::{Counted, Ended, Round, Signatures, Void},
    rules::{Division, MarksTaken},
};

pub(crate) fn result(desk: &Desk, request: WhichRound) -> Result<ResultView, Problem> {
    desk.with(|open| {
        let rounds = open.office.store().rounds()?;
        let wanted = request.round.unwrap_or_else(|| counted(rounds.len()));
        let found = rounds.iter().find(|round| round.contest().round() == wanted);
        view(open, found.ok_or(DeskError::NeedsCount)?, &rounds)
    })
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
        state: round.state().to_owned(),
        called_for: forms::called_for(contest),
        rounds: rounds
            .iter()
            .map(|round| RoundOfSession { number: round.contest().round(), state: round.state().to_owned() })
            .collect(),
        account: round
            .counted()
            .map(|counted| account_view(counted.account))
            .or_else(|| void.and_then(void_account)),
        decision: round.counted().map(decision),
        void_reason: void.map(|void| count::void_reason(void.reason())),
        statement: void.and_then(statement),
        signed,
        to_sign: ToSign {
            chief: text.chief.clone(),
            scrutineers: text.scrutineers.clone(),
            tellers: text.tellers.clone(),
        },
        announced_on,
        pending: pending.iter().map(pending_round).collect(),
    })
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
        _ => (Vec::new(), None),
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

/// Seats of a contest, of all categories together.
pub(crate) fn seats(contest: &Contest) -> u32 {
    match contest.rules.division() {
        Division::Whole { seats, .. } => seats.0,
        Division::Categories(categories) => categories.iter().map(|category| category.seats.0).sum(),
    }
}

/// The ranking with a verdict for each candidate.
pub(crate) fn rows(counted: &Counted) -> Vec<RankedRow> {
    let contest = counted.contest();
    let by_category = matches!(contest.rules.division(), Division::Categories(_));
    let delegates = counted.account.delegates().0;
    let row = |ranked: &Ranked| {
        let candidate = contest.list.find(&ranked.number);
        RankedRow {
            rank: ranked.rank,
            number: ranked.number.clone(),
            name: candidate.map(|candidate| candidate.name.clone()).unwrap_or_default(),
            category: candidate
                .filter(|_| by_category)
                .map(|candidate| candidate.category.clone())
                .unwrap_or_default(),
            approve: ranked.approve.0,
            oppose: ranked.oppose.0,
            abstain: ranked.abstain.0,
            passes: ranked.passes,
            verdict: verdict(counted.decision.verdict(&ranked.number)).to_owned(),
            permille: permille(ranked.approve.0, delegates),
        }
    };
    counted.decision.ranking.iter().map(row).collect()
}

/// A part in thousandths of a whole, for a bar.
pub(crate) fn permille(part: u32, whole: u32) -> u32 {
    let thousandths = u64::from(part) * 1000 / u64::from(whole.max(1));
    counted(thousandths)
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Adopted => "adopted",
        Verdict::AdoptedByLot => "adopted-by-lot",
        Verdict::FurtherRound => "further-round",
        Verdict::Tied => "tied",
        Verdict::NotAdopted => "not-adopted",
    }
}

fn call_view(contest: &Contest, call: &Call) -> CallView {
    CallView {
        category: call.category.clone(),
        candidates: forms::named(contest, &call.numbers),
        seats: call.seats.0,
        why: forms::why(call.why),
    }
}

fn pending_round(contest: &Contest) -> PendingRound {
    let numbers: Vec<String> =
        contest.list.candidates().iter().map(|candidate| candidate.number.clone()).collect();
    PendingRound {
        called_for: forms::called_for(contest),
        candidates: forms::named(contest, &numbers),
        seats: seats(contest),
    }
}

pub(crate) fn draw_lots(desk: &Desk, request: DrawLots) -> Result<Session, Problem> {
    together(desk, &request.by, |office, by| acts::draw_lots(office, by, &request.drawn))
}

pub(crate) fn confirm_result(desk: &Desk, request: ConfirmResult) -> Result<Session, Problem> {
    let (scrutineers, tellers) = (request.scrutineers, request.tellers);
    together(desk, &request.by, |office, by| {
        let chief = office.store().profile()?.text().chief.clone();
        acts::confirm(office, by, Signatures { chief, scrutineers, tellers })
    })
}

pub(crate) fn announce(desk: &Desk, _: Nothing) -> Result<Session, Problem> {
    desk.with(|open| {
        let by = open.operator();
        acts::announce(&mut open.office, &by)?;
        moved_on(desk, open)
    })
}

pub(crate) fn begin_next(desk: &Desk, _: Nothing) -> Result<Session, Problem> {
    desk.with(|open| {
        let by = open.operator();
        acts::begin_next(&mut open.office, &by)?;
        open.undo.clear();
        moved_on(desk, open)
    })
}
