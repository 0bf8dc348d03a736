//! A delegate asks the kiosk to prove itself: the sealed ballot is opened, shown and spoiled, and the slip opens another.
//!
//! What anybody can check it with goes to a stick that the scrutineers brought, or is shown as QR codes to a second computer outside
//! the booth, and is then forgotten: nothing of it stays on the staff's computer. Without either none is opened, since a computer
//! can't check itself.

use crate::{
    machine::files::{typed_path, write_private},
    open::{
        desk::Desk,
        kiosk::{Challenges, Voter},
        session::Open,
    },
    places::kiosk::view::ballot,
    reads::qr::qr,
};
use kiosk_files::challenge;
use office::acts::{ChallengedBallot, Poll};
use procedure::{contest::Contest, number::RoundNumber};
use std::path::Path;
use wire::{Challenged, DeskError, KeepChallenges, MarkView, Nothing, Problem, QrCode};

/// Takes a folder on the scrutineers' stick for opened ballots, or writes there what a second computer reads their QR codes with;
/// none where nothing is named, and then none is opened.
pub(crate) fn keep_challenges(desk: &Desk, open: &mut Open, request: KeepChallenges) -> Result<(), Problem> {
    desk.with_two(open, &request.by)?;
    if request.folder.trim().is_empty() {
        open.challenges = None;
        return Ok(());
    }
    let folder = typed_path(&request.folder)?;
    check(desk, &folder)?;
    open.challenges = Some(if request.codes {
        let round = write_election(open, &folder)?;
        Challenges::Codes(round)
    } else {
        Challenges::Stick(folder)
    });
    Ok(())
}

/// Writes contest and key of the latest round for a second computer, and returns the round.
fn write_election(open: &Open, folder: &Path) -> Result<RoundNumber, Problem> {
    let round = open.office.round()?;
    let number = round.number();
    let keys = open.office.store().keys(number)?.ok_or(DeskError::NobodyVotes)?;
    let file = challenge::election(round.contest(), &keys.election)?;
    let path = folder.join(format!("round-{number}.pjelection"));
    let is_there = regular_file::read_up_to(&path, file.len() as u64).is_ok_and(|written| written == file);
    if !is_there {
        write_private(&path, &file)?;
    }
    Ok(number)
}

/// Fails where the folder isn't there, or is this computer's own.
fn check(desk: &Desk, folder: &Path) -> Result<(), Problem> {
    let found = folder.canonicalize().map_err(|error| DeskError::path(folder, &error))?;
    let own =
        desk.folders.data.canonicalize().map_err(|error| DeskError::path(&desk.folders.data, &error))?;
    if found.is_dir() && !found.starts_with(own) { Ok(()) } else { Err(DeskError::NoChallengeStick.into()) }
}

pub(crate) fn kiosk_challenge(desk: &Desk, open: &mut Open, _: Nothing) -> Result<Challenged, Problem> {
    let to = open.challenges_now()?.cloned().ok_or(DeskError::NoChallengeStick)?;
    let voter = open.kiosk.voter()?;
    if voter.challenges_left == 0 {
        return Err(DeskError::ChallengesUsed.into());
    }
    // Before anything is opened: a stick that was pulled out spoils no ballot.
    if let Challenges::Stick(folder) = &to {
        check(desk, folder)?;
    }
    let mut poll = Poll::open(&mut open.office)?;
    let sealed = voter.sealed.take().ok_or(DeskError::NotReviewed)?;
    let challenged = poll.challenge(&voter.code, sealed)?;
    voter.challenges_left -= 1;
    voter.begin_again();
    let contest = open.office.round()?.contest().clone();
    let given = match &to {
        Challenges::Stick(folder) => Given {
            file: Some(challenged.file_name()),
            problem: write_private(&folder.join(challenged.file_name()), &challenged.file).err(),
            codes: Vec::new(),
        },
        Challenges::Codes(_) => Given {
            file: None,
            problem: None,
            codes: challenged.parts.iter().filter_map(|part| qr(part)).collect(),
        },
    };
    Ok(show(open.kiosk.voter()?, &contest, &challenged, given))
}

/// What the ballot can be checked with.
struct Given {
    file: Option<String>,
    problem: Option<Problem>,
    codes: Vec<QrCode>,
}

/// What is shown. The ballot is spoiled already, so a file that can't be written is told and stops nothing.
fn show(
    voter: &Voter,
    contest: &Contest,
    challenged: &ChallengedBallot,
    Given { file, problem, codes }: Given,
) -> Challenged {
    Challenged {
        tracking_code: challenged.code.clone(),
        marks: challenged.opened.marks.iter().copied().map(MarkView::from).collect(),
        file,
        problem,
        codes,
        challenges_left: voter.challenges_left,
        ballot: ballot(contest, voter),
    }
}
