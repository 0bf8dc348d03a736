//! What is kept here, which part is open, and files of the station that are looked at before they are taken.

use crate::{
    machine::sticks::{name_of, read_key_file},
    open::{
        desk::Desk,
        part::{Part, opened},
    },
    reads::hash::in_groups,
};
use key_holders::Invitation;
use wire::{BoxFound, HeldPart, HolderParts, HoldersFound, InvitationFound, Nothing, Problem, StickFile};

pub(crate) fn holder_parts(desk: &Desk, _: Nothing) -> Result<HolderParts, Problem> {
    parts(desk)
}

/// The holder's page as it is now.
pub(crate) fn parts(desk: &Desk) -> Result<HolderParts, Problem> {
    Ok(HolderParts {
        open: desk.part().as_ref().map(held).transpose()?,
        parts: desk.folders.parts(),
        folder: desk.folders.holders().display().to_string(),
    })
}

/// What is shown of an open part.
pub(super) fn held(part: &Part) -> Result<HeldPart, Problem> {
    let holder = &part.holder;
    let invitation = holder.invitation()?;
    let number = holder.number();
    let name = (number as usize).checked_sub(1).and_then(|index| invitation.holders.get(index));
    Ok(HeldPart {
        id: part.id.clone(),
        holder: number,
        name: name.cloned().unwrap_or_default(),
        congress: invitation.congress,
        session: invitation.session,
        threshold: invitation.threshold,
        holders: invitation.holders,
        step: holder.step().into(),
        fingerprint: holder.fingerprint().map(|key| in_groups(&key)).unwrap_or_default(),
        counted: holder.counted(),
    })
}

pub(crate) fn read_invitation(_: &Desk, request: StickFile) -> Result<InvitationFound, Problem> {
    let (_, text) = read_key_file(&request.file)?;
    let Invitation { congress, session, threshold, holders, .. } = Invitation::read(&text)?;
    Ok(InvitationFound { congress, session, threshold, holders, seen: name_of(text.as_bytes()) })
}

pub(crate) fn read_holders(desk: &Desk, request: StickFile) -> Result<HoldersFound, Problem> {
    let (_, text) = read_key_file(&request.file)?;
    let roster = opened(&mut desk.part())?.holder.look_at_roster(&text)?;
    Ok(HoldersFound {
        holders: roster.invitation().holders.clone(),
        spoken: roster.spoken(),
        seen: name_of(text.as_bytes()),
    })
}

pub(crate) fn read_closed_box(desk: &Desk, request: StickFile) -> Result<BoxFound, Problem> {
    let (_, text) = read_key_file(&request.file)?;
    let found = opened(&mut desk.part())?.holder.look_at_box(&text)?;
    Ok(BoxFound { round: found.round, ballots: found.ballots, seen: name_of(text.as_bytes()) })
}
