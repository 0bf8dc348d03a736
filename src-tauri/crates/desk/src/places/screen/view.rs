//! The big screen: candidates, attendance, turnout, and the result once it is announced. Nothing of a result before.

use crate::{
    open::{desk::Desk, session::Open},
    reads::{
        candidate::on_ballot,
        figures::figures,
        result::{permille, rows, seats},
    },
};
use office::acts;
use procedure::round::{Announced, Round};
use wire::{Language, Nothing, Problem, ScreenPhase, ScreenResult, ScreenView, conversions};

pub(crate) fn screen_view(desk: &Desk, _: Nothing) -> Result<ScreenView, Problem> {
    match &*desk.open() {
        Some(open) => view(open),
        None => Ok(idle(desk.settings().language)),
    }
}

fn idle(language: Language) -> ScreenView {
    ScreenView {
        phase: ScreenPhase::Idle,
        congress: String::new(),
        session: String::new(),
        year: 0,
        round: None,
        called_for: None,
        training: false,
        language,
        candidates: Vec::new(),
        seats: 0,
        figures: None,
        result: None,
    }
}

fn phase(round: Option<&Round>) -> ScreenPhase {
    match round {
        None => ScreenPhase::Idle,
        Some(Round::Draft(_) | Round::Adopted(_) | Round::Sealed(_)) => ScreenPhase::Candidates,
        Some(Round::CheckIn(_)) => ScreenPhase::CheckIn,
        Some(Round::Polling(_)) => ScreenPhase::Polling,
        Some(Round::Suspended(_)) => ScreenPhase::Suspended,
        Some(Round::Closed(_) | Round::Counted(_) | Round::Confirmed(_)) => ScreenPhase::Counting,
        Some(Round::Announced(_)) => ScreenPhase::Result,
        Some(Round::Void(_)) => ScreenPhase::Void,
    }
}

fn view(open: &Open) -> Result<ScreenView, Problem> {
    let profile = open.office.store().profile()?;
    let text = profile.text();
    let round = open.round()?;
    let contest = round.as_ref().map(Round::contest);
    let phase = phase(round.as_ref());
    let shows_candidates = matches!(phase, ScreenPhase::Candidates | ScreenPhase::CheckIn);
    let candidates = contest.filter(|_| shows_candidates).map(|contest| contest.list.candidates());
    let result = match &round {
        Some(Round::Announced(announced)) => Some(result(open, announced)?),
        _ => None,
    };
    Ok(ScreenView {
        phase,
        congress: text.congress.clone(),
        session: text.session.clone(),
        year: text.year,
        round: round.as_ref().map(Round::number),
        called_for: contest.and_then(conversions::called_for),
        training: text.training,
        language: text.language.into(),
        candidates: candidates.unwrap_or_default().iter().map(|candidate| on_ballot(candidate, 0)).collect(),
        seats: contest.map_or(0, seats),
        figures: figures(open, round.as_ref())?,
        result,
    })
}

fn result(open: &Open, announced: &Announced) -> Result<ScreenResult, Problem> {
    let counted = &announced.counted;
    let threshold = counted.decision.threshold.0;
    Ok(ScreenResult {
        threshold,
        threshold_permille: permille(threshold, counted.account.delegates().0),
        rows: rows(counted),
        further_round: !acts::pending_contests(&open.office)?.is_empty(),
        announced_on: announced.announced_on.to_string(),
    })
}
