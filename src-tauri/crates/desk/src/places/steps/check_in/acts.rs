//! Check-in.

use crate::{
    Desk, DeskError,
    initials::initials,
    kiosks, lists,
    session::moved_on,
    state::{Change, Open, State, two_persons},
    types::*,
};
use ballot_box::SlipCode;
use office::{acts, errors::ActsError, model::Handed};
use procedure::{count::counted, round::Round, rules::LateArrival};

/// The hall's figures; none while there is no roster.
pub(crate) fn figures(open: &Open, round: Option<&Round>) -> Result<Option<HallFigures>, Problem> {
    let store = open.office.store();
    let Some(round) = round else {
        let in_office = store.delegates()?.iter().filter(|delegate| delegate.in_office).count();
        let delegates = counted(in_office);
        let none = HallFigures {
            delegates,
            present: 0,
            quorum: 0,
            quorum_reached: false,
            issued: 0,
            cast: 0,
            kiosks_out: 0,
            disputes_open: 0,
        };
        return Ok(Some(none).filter(|figures| figures.delegates > 0));
    };
    let contest = round.contest();
    let counts = store.attendance(contest.round())?;
    let (present, issued) = (counts.present, counts.issued);
    let cast = match round {
        Round::Closed(closed) => closed.closing.collected,
        Round::Counted(counted) => counted.account.collected(),
        Round::Confirmed(confirmed) => confirmed.counted.account.collected(),
        Round::Announced(announced) => announced.counted.account.collected(),
        _ => open.office.turnout()?.cast,
    };
    let (kiosks_out, disputes_open) = kiosks::unsettled(&open.office, Some(round))?;
    Ok(Some(HallFigures {
        kiosks_out,
        disputes_open,
        delegates: contest.delegates.0,
        present: present.0,
        quorum: contest.quorum().0,
        quorum_reached: present >= contest.quorum(),
        issued: issued.0,
        cast: cast.0,
    }))
}

pub(crate) fn attendance(desk: &Desk, _: Nothing) -> Result<Attendance, Problem> {
    desk.with(|open| view(open))
}

fn view(open: &Open) -> Result<Attendance, Problem> {
    let store = open.office.store();
    let round = open.round()?;
    let delegates = store.delegates()?;
    let present = match &round {
        Some(round) => store.present(round.contest().round())?,
        None => std::collections::BTreeMap::new(),
    };
    let rows = delegates.iter().filter(|delegate| delegate.in_office).map(|delegate| {
        let handed = present.get(&delegate.number);
        AttendanceRow {
            number: delegate.number.clone(),
            name: delegate.name.clone(),
            delegation: delegate.delegation.clone(),
            initials: initials(&delegate.name),
            present: handed.is_some(),
            slip: handed.is_some_and(|handed| *handed != Handed::None),
            paper: handed == Some(&Handed::Paper),
        }
    });
    let figures = figures(open, round.as_ref())?.ok_or(DeskError::NeedsDelegates)?;
    let left = left(open, round.as_ref())?;
    Ok(Attendance {
        rows: rows.collect(),
        delegations: lists::delegations(open, &delegates)?,
        figures,
        slips_left: left.0,
        paper_left: left.1,
        refused: refused(round.as_ref()),
        undo_refused: undo_refused(open)?,
    })
}

/// How many slips are left to be handed out, and how many paper ballots where there are any.
fn left(open: &Open, round: Option<&Round>) -> Result<(u32, Option<u32>), Problem> {
    let Some(round @ (Round::Sealed(_) | Round::CheckIn(_) | Round::Polling(_) | Round::Suspended(_))) =
        round
    else {
        return Ok((0, None));
    };
    let store = open.office.store();
    let (slips, paper) = store.slips_made()?;
    let present = store.present(round.contest().round())?;
    let out = |what: Handed| counted(present.values().filter(|handed| **handed == what).count());
    let paper_left = (paper > 0).then(|| paper.saturating_sub(out(Handed::Paper)));
    Ok((slips.saturating_sub(out(Handed::Slip)), paper_left))
}

/// Why nobody can check in now.
fn refused(round: Option<&Round>) -> Option<Problem> {
    match round {
        Some(Round::CheckIn(_)) => None,
        Some(Round::Polling(_) | Round::Suspended(_))
            if round.is_some_and(|round| round.contest().rules.late_arrival == LateArrival::UntilClose) =>
        {
            None
        }
        Some(Round::Polling(_) | Round::Suspended(_)) => Some(ActsError::NoLateArrivals.into()),
        Some(round) => Some(ActsError::RoundUnfinished { state: round.state() }.into()),
        None => Some(DeskError::NeedsSeal.into()),
    }
}

/// Why a check-in can't be taken back now.
pub(crate) fn undo_refused(open: &Open) -> Result<Option<Problem>, Problem> {
    Ok(match open.round()? {
        Some(Round::CheckIn(_)) => None,
        _ => Some(ActsError::TooLateToUndo.into()),
    })
}

pub(crate) fn open_check_in(desk: &Desk, _: Nothing) -> Result<Session, Problem> {
    desk.with(|open| {
        let by = open.operator();
        acts::open_check_in(&mut open.office, &by)?;
        moved_on(desk, open)
    })
}

pub(crate) fn check_in(desk: &Desk, request: CheckIn) -> Result<Attendance, Problem> {
    let handed = if request.paper { Handed::Paper } else { Handed::Slip };
    desk.with(|open| {
        let by = open.operator();
        acts::check_in(&mut open.office, &by, &request.number, handed)?;
        open.undo.push(Change::CheckIn(request.number));
        view(open)
    })
}

pub(crate) fn undo_check_in(desk: &Desk, request: DelegateNumber) -> Result<Attendance, Problem> {
    desk.with(|open| {
        let by = open.operator();
        acts::undo_check_in(&mut open.office, &by, &request.number)?;
        open.undo.retain(|change| !matches!(change, Change::CheckIn(number) if *number == request.number));
        view(open)
    })
}

pub(crate) fn exchange_slip(desk: &Desk, request: ExchangeSlip) -> Result<Attendance, Problem> {
    let code = SlipCode::parse(&request.code)?;
    let mut state = desk.state();
    let State { pins, open, .. } = &mut *state;
    let open = open.as_mut().ok_or(DeskError::NoSessionOpen)?;
    let by = two_persons(pins, open, &request.by)?;
    acts::exchange_slip(&mut open.office, &by, &code)?;
    view(open)
}
