//! A delegate asks the kiosk to prove itself: the sealed ballot is opened, shown and spoiled, and the slip opens another.
//!
//! What anybody can check it with goes to a stick that the scrutineers brought, and is then forgotten: nothing of it stays on
//! the staff's computer. Without such a stick none is opened, since a computer can't check itself.

use crate::{
    machine::files::{typed_path, write_private},
    open::{desk::Desk, kiosk::Voter, session::Open},
    places::kiosk::view::ballot,
};
use office::acts::{ChallengedBallot, Poll};
use procedure::contest::Contest;
use std::path::Path;
use wire::{Challenged, DeskError, KeepChallenges, MarkView, Nothing, Problem};

/// Takes a folder on the scrutineers' stick for opened ballots; none where nothing is named, and then none is opened.
pub(crate) fn keep_challenges(desk: &Desk, open: &mut Open, request: KeepChallenges) -> Result<(), Problem> {
    desk.with_two(open, &request.by)?;
    if request.folder.trim().is_empty() {
        open.challenges = None;
        return Ok(());
    }
    let folder = typed_path(&request.folder)?;
    check(desk, &folder)?;
    open.challenges = Some(folder);
    Ok(())
}

/// Fails where the folder isn't there, or is this computer's own.
fn check(desk: &Desk, folder: &Path) -> Result<(), Problem> {
    let found = folder.canonicalize().map_err(|error| DeskError::path(folder, &error))?;
    let own =
        desk.folders.data.canonicalize().map_err(|error| DeskError::path(&desk.folders.data, &error))?;
    if found.is_dir() && !found.starts_with(own) { Ok(()) } else { Err(DeskError::NoChallengeStick.into()) }
}

pub(crate) fn kiosk_challenge(desk: &Desk, open: &mut Open, _: Nothing) -> Result<Challenged, Problem> {
    let folder = open.challenges.clone().ok_or(DeskError::NoChallengeStick)?;
    let voter = open.kiosk.voter()?;
    if voter.challenges_left == 0 {
        return Err(DeskError::ChallengesUsed.into());
    }
    // Before anything is opened: a stick that was pulled out spoils no ballot.
    check(desk, &folder)?;
    let mut poll = Poll::open(&mut open.office)?;
    let sealed = voter.sealed.take().ok_or(DeskError::NotReviewed)?;
    let challenged = poll.challenge(&voter.code, sealed)?;
    voter.challenges_left -= 1;
    voter.begin_again();
    let contest = open.office.round()?.contest().clone();
    let written = write_private(&folder.join(challenged.file_name()), &challenged.file).map(drop);
    Ok(show(open.kiosk.voter()?, &contest, &challenged, written.err()))
}

/// What is shown. The ballot is spoiled already, so a file that can't be written is told and stops nothing.
fn show(
    voter: &Voter,
    contest: &Contest,
    challenged: &ChallengedBallot,
    problem: Option<Problem>,
) -> Challenged {
    Challenged {
        tracking_code: challenged.hash.tracking_code(),
        marks: challenged.opened.marks.iter().copied().map(MarkView::from).collect(),
        file: challenged.file_name(),
        problem,
        challenges_left: voter.challenges_left,
        ballot: ballot(contest, voter),
    }
}
