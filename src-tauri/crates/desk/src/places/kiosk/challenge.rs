//! A delegate asks the kiosk to prove itself: the sealed ballot is opened, shown and spoiled, and the slip opens another.

use crate::{
    machine::{
        files::{make_folder, write_private},
        printing::{self, Job},
    },
    open::{desk::Desk, kiosk::Voter, session::Open},
    places::kiosk::view::ballot,
};
use office::{
    acts::{ChallengedBallot, Poll},
    papers::{self, MadeDocument},
};
use procedure::contest::Contest;
use std::path::Path;
use wire::{Challenged, DeskError, MarkView, Nothing, Problem};

pub(crate) fn kiosk_challenge(desk: &Desk, open: &mut Open, _: Nothing) -> Result<Challenged, Problem> {
    let voter = open.kiosk.voter()?;
    let mut poll = Poll::open(&mut open.office)?;
    let sealed = voter.sealed.take().ok_or(DeskError::NotReviewed)?;
    let challenged = poll.challenge(&voter.code, sealed)?;
    voter.begin_again();
    let contest = open.office.round()?.contest().clone();
    let written = write(&desk.folders.documents(&open.id), &challenged);
    let printed = print_slip(desk, open, &contest, &challenged).is_ok_and(|printed| printed);
    show(open.kiosk.voter()?, &contest, &challenged, written, printed)
}

/// What is shown. The ballot is spoiled already, so a file that can't be written is told and stops nothing.
fn show(
    voter: &Voter,
    contest: &Contest,
    challenged: &ChallengedBallot,
    written: Result<String, Problem>,
    printed: bool,
) -> Result<Challenged, Problem> {
    let (file, problem) = match written {
        Ok(file) => (Some(file), None),
        Err(problem) => (None, Some(problem)),
    };
    Ok(Challenged {
        tracking_code: challenged.hash.tracking_code(),
        marks: challenged.opened.marks.iter().copied().map(MarkView::from).collect(),
        file,
        problem,
        printed,
        ballot: ballot(contest, voter),
    })
}

/// Prints a slip on the system's default printer, and returns whether there is one.
fn print_slip(
    desk: &Desk,
    open: &Open,
    contest: &Contest,
    challenged: &ChallengedBallot,
) -> Result<bool, Problem> {
    let Some(printer) = printing::printers().into_iter().find(|printer| printer.default) else {
        return Ok(false);
    };
    let slip: MadeDocument = papers::challenge_slip(&open.office, desk.fonts()?, contest, challenged)?;
    printing::print(&slip, &printer.name, Job::ONE)?;
    Ok(true)
}

/// Writes the file into the session's folder of documents.
fn write(folder: &Path, challenged: &ChallengedBallot) -> Result<String, Problem> {
    make_folder(folder)?;
    write_private(&folder.join(challenged.file_name()), &challenged.file)
}
