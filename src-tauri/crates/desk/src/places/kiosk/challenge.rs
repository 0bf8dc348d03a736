//! A delegate asks the kiosk to prove itself: the sealed ballot is opened, shown and spoiled, and the slip opens another.

use crate::{
    Desk, DeskError,
    kiosk::{self, Voter},
    paper, shelf,
    state::Open,
    types::*,
};
use office::{
    acts::{ChallengedBallot, Poll},
    papers::{self, MadeDocument},
};
use procedure::{ballot::Mark, contest::Contest};
use signed_file::private_file;
use std::{io::Write, path::Path};

pub(crate) fn kiosk_challenge(desk: &Desk, _: Nothing) -> Result<Challenged, Problem> {
    desk.with(|open| {
        let voter = open.kiosk.voter()?;
        let mut poll = Poll::open(&mut open.office)?;
        let sealed = voter.sealed.take().ok_or(DeskError::NotReviewed)?;
        let challenged = poll.challenge(&voter.code, sealed)?;
        voter.begin_anew();
        let contest = open.office.round()?.contest().clone();
        let written = write(&desk.places.documents(&open.id), &challenged);
        let printed = print(desk, open, &contest, &challenged).is_ok_and(|printed| printed);
        show(open.kiosk.voter()?, &contest, &challenged, written, printed)
    })
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
        ballot: kiosk::ballot(contest, voter),
    })
}

/// Writes the file into the session's folder of documents.
fn write(folder: &Path, challenged: &ChallengedBallot) -> Result<String, Problem> {
    shelf::make_folder(folder)?;
    let path = folder.join(challenged.file_name());
    private_file()
        .open(&path)
        .and_then(|mut file| file.write_all(&challenged.file).and_then(|()| file.sync_all()))
        .map_err(|error| DeskError::path(&path, &error))?;
    Ok(path.display().to_string())
}

/// Prints a slip, where the system has a default printer. Gives whether it has.
fn print(
    desk: &Desk,
    open: &Open,
    contest: &Contest,
    challenged: &ChallengedBallot,
) -> Result<bool, Problem> {
    let Some(printer) = paper::printers().into_iter().find(|printer| printer.default) else {
        return Ok(false);
    };
    let slip: MadeDocument = papers::challenge_slip(&open.office, desk.fonts()?, contest, challenged)?;
    paper::print(&slip, &printer.name, paper::Job::ONE)?;
    Ok(true)
}

impl From<Mark> for MarkView {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Approve => Self::Approve,
            Mark::Oppose => Self::Oppose,
            Mark::Abstain => Self::Abstain,
        }
    }
}
