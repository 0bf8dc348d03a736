//! The count: key cards, progress, totals.

use crate::{
    Desk, DeskError, ceremony,
    session::moved_on,
    state::{Open, State, two_persons},
    types::*,
};
use ballot_box::{BallotBoxError, KeyCard};
use office::acts;
use procedure::{
    count::counted,
    outcome::VoidReason,
    round::{Closed, Round},
};
use zeroize::Zeroize;

pub(crate) fn count_view(desk: &Desk, _: Nothing) -> Result<CountView, Problem> {
    desk.with(|open| view(open))
}

fn view(open: &Open) -> Result<CountView, Problem> {
    let closed = match open.round()? {
        Some(Round::Closed(closed)) => Some(closed),
        _ => None,
    };
    let root = closed.as_ref().map(|closed| closed.closing.root.as_str()).unwrap_or_default();
    let groups = (0..root.len()).step_by(8).filter_map(|from| root.get(from..from + 8));
    Ok(CountView {
        holders: ceremony::holders(open, &open.cards)?,
        needed: open.office.store().profile()?.text().threshold,
        presented: counted(open.cards.len()),
        ballots: closed.as_ref().map_or(0, |closed| closed.closing.collected.0),
        root: groups.map(str::to_owned).collect(),
        void_reason: closed.as_ref().and_then(Closed::void_reason).map(void_reason),
        problem: closed.is_none().then(|| DeskError::NeedsClose.into()),
    })
}

/// A void round's reason as the interface knows it.
pub(crate) fn void_reason(reason: VoidReason) -> String {
    match reason {
        VoidReason::QuorumMissing => "quorum-missing",
        VoidReason::MoreCollectedThanIssued => "more-collected-than-issued",
        VoidReason::ByDecision => "by-decision",
    }
    .to_owned()
}

pub(crate) fn present_card(desk: &Desk, mut request: PresentCard) -> Result<CountView, Problem> {
    let card = KeyCard::parse(&request.typed);
    request.typed.zeroize();
    let card = card?;
    desk.with(|open| {
        let Some(Round::Closed(closed)) = open.round()? else { return Err(DeskError::NeedsClose.into()) };
        let keys = open.office.store().keys(closed.contest.round())?;
        card.check(&keys.ok_or(DeskError::NeedsSeal)?.election)?;
        if open.cards.iter().any(|known| known.holder() == card.holder()) {
            return Err(BallotBoxError::CardTwice { holder: card.holder() }.into());
        }
        open.cards.push(card);
        view(open)
    })
}

pub(crate) fn withdraw_cards(desk: &Desk, _: Nothing) -> Result<CountView, Problem> {
    desk.with(|open| {
        open.cards.clear();
        view(open)
    })
}

pub(crate) fn count(desk: &Desk, request: Together) -> Result<Session, Problem> {
    let mut state = desk.state();
    let State { pins, open, .. } = &mut *state;
    let open = open.as_mut().ok_or(DeskError::NoSessionOpen)?;
    let Some(Round::Closed(closed)) = open.round()? else { return Err(DeskError::NeedsClose.into()) };
    let by = two_persons(pins, open, &request.by)?;
    let work = desk.work.begin(closed.closing.collected.0.max(1), true);
    acts::count(&mut open.office, &by, &open.cards, &|done| work.reached(done))?;
    open.cards.clear();
    drop(work);
    moved_on(desk, open)
}
