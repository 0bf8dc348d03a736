//! Inviting holders, taking their files, handing out the station's; making the key the session's, or giving it up.

use crate::{
    machine::sticks::{read_key_file, write},
    open::{desk::Desk, session::Open},
};
use key_holders::EXTENSION;
use office::acts;
use session_model::Role;
use wire::{CardPin, DeskError, EndRound, Nothing, Problem, SaveTo, StickFile, WithTwo, Written};

pub(crate) fn invite_holders(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    let by = open.operator();
    Ok(acts::invite_holders(&mut open.office, &by)?)
}

/// A holder who is at the station sets their first PIN there: where keys are dealt they do so before they take their card.
pub(crate) fn set_holder_pin(_: &Desk, open: &mut Open, request: CardPin) -> Result<(), Problem> {
    let profile = open.office.store().profile()?;
    let mut held = (1..).zip(profile.card_holders());
    let name = held.find(|(number, _)| *number == request.holder).map(|(_, name)| name.to_owned());
    let name = name.ok_or(DeskError::NoCeremony)?;
    let by = open.operator();
    Ok(acts::set_pin(&mut open.office, &by, Role::Scrutineer, &name, &request.pin)?)
}

/// Writes the station's file that the holders need next. It can be written as often as sticks are needed.
pub(crate) fn write_key_file(desk: &Desk, open: &mut Open, request: SaveTo) -> Result<Written, Problem> {
    let folder = desk.folders.chosen(&open.id, &request.folder)?;
    let (kind, file) = acts::key_file_due(&open.office)?;
    let written = write(&folder, &kind.file_name(None), EXTENSION, file.as_bytes())?;
    Ok(Written { paths: vec![written] })
}

pub(crate) fn take_key_file(_: &Desk, open: &mut Open, request: StickFile) -> Result<(), Problem> {
    let (_, file) = read_key_file(&request.file)?;
    let by = open.operator();
    acts::take_key_file(&mut open.office, &by, &file)?;
    Ok(())
}

pub(crate) fn make_keys(desk: &Desk, open: &mut Open, request: WithTwo) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    Ok(acts::make_keys(&mut open.office, &by)?)
}

pub(crate) fn give_up_keys(desk: &Desk, open: &mut Open, request: EndRound) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    acts::give_up_keys(&mut open.office, &by, &request.statement)?;
    // Slips that were made for the key are worth nothing without it.
    open.ceremony = None;
    Ok(())
}
