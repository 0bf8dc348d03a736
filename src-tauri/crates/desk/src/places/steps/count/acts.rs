//! Presenting key cards, and counting.

use crate::{
    machine::sticks::{read_key_file, write},
    open::{desk::Desk, session::Open},
};
use ballot_box::{BallotBoxError, KeyCard};
use key_holders::{EXTENSION, Kind};
use office::acts;
use procedure::round::Round;
use session_model::KeyMaking;
use wire::{DeskError, Nothing, PresentCard, Problem, StickFile, WithTwo, WriteClosedBox, Written};
use zeroize::Zeroize;

pub(crate) fn present_card(_: &Desk, open: &mut Open, mut request: PresentCard) -> Result<(), Problem> {
    let card = KeyCard::parse(&request.typed);
    request.typed.zeroize();
    let card = card?;
    let Some(Round::Closed(closed)) = open.round()? else { return Err(DeskError::NeedsClose.into()) };
    let keys = open.office.store().keys(closed.contest.round())?;
    card.check(&keys.ok_or(DeskError::NeedsSeal)?.election)?;
    if open.cards.iter().any(|known| known.holder() == card.holder()) {
        return Err(BallotBoxError::CardTwice { holder: card.holder() }.into());
    }
    open.cards.push(card);
    Ok(())
}

pub(crate) fn withdraw_cards(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    open.cards.clear();
    Ok(())
}

/// Writes the closed box for the holders of the key.
pub(crate) fn write_closed_box(
    desk: &Desk,
    open: &mut Open,
    request: WriteClosedBox,
) -> Result<Written, Problem> {
    let folder = desk.folders.chosen(&open.id, &request.folder)?;
    let ballots = closed_ballots(open)?;
    let by = desk.with_two(open, &request.by)?;
    let work = desk.work.begin(ballots, true);
    let file = acts::write_closed_box(&mut open.office, &by, &|done| work.reached(done))?;
    let written = write(&folder, &Kind::ClosedBox.file_name(None), EXTENSION, file.as_bytes())?;
    Ok(Written { paths: vec![written] })
}

pub(crate) fn take_opening(desk: &Desk, open: &mut Open, request: StickFile) -> Result<(), Problem> {
    let (_, file) = read_key_file(&request.file)?;
    let ballots = closed_ballots(open)?;
    let by = open.operator();
    let work = desk.work.begin(ballots, true);
    acts::take_opening(&mut open.office, &by, &file, &|done| work.reached(done))?;
    Ok(())
}

/// The ballots in the closed box, all of which are verified; at least one, so that progress has an end.
fn closed_ballots(open: &Open) -> Result<u32, Problem> {
    let Some(Round::Closed(closed)) = open.round()? else { return Err(DeskError::NeedsClose.into()) };
    Ok(closed.closing.collected.0.max(1))
}

pub(crate) fn count(desk: &Desk, open: &mut Open, request: WithTwo) -> Result<(), Problem> {
    let ballots = closed_ballots(open)?;
    let by = desk.with_two(open, &request.by)?;
    let work = desk.work.begin(ballots, true);
    let progress = |done| work.reached(done);
    match open.office.store().profile()?.text().keys {
        KeyMaking::Dealt => acts::count(&mut open.office, &by, &open.cards, &progress)?,
        KeyMaking::Distributed => acts::count_with_openings(&mut open.office, &by, &progress)?,
    }
    open.cards.clear();
    Ok(())
}
