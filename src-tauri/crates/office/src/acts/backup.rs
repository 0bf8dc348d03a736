//! Backups that are counted again before they count, and putting one back.

use crate::{
    act::{Office, Operator, Witnessed, check_statement, round_restored_while_sealed, with_scrutineer},
    errors::{ContentError, OfficeError, StoreError},
    log::Event,
    store::{Session, ballots, rounds, slip_list},
};
use ballot_box::Election;
use procedure::{
    count::Votes,
    round::{Counted, Round},
    tally::Total,
};
use rusqlite::Connection;
use session_model::contest_digest;
use signed_file::{FileError, ReadOnly};
use std::{fs, path::Path};

/// Copies the session into a new file, opens the copy, checks it, and recounts every counted round in it from its sealed
/// ballots and the scrutineers' shares. Only then is it given the name of a backup. Fails while the poll is open.
pub fn back_up(office: &Office, target: &Path) -> Result<(), OfficeError> {
    let unchecked = target.with_extension("unchecked");
    let failed = |error: std::io::Error| FileError::io(target, error);
    if target.exists() {
        return Err(FileError::Exists { path: target.display().to_string() }.into());
    }
    match fs::remove_file(&unchecked) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error).into()),
        Err(_) | Ok(()) => {}
    }
    office.store.backup_to(&unchecked)?;
    recount(ReadOnly::<Session>::open(&unchecked)?.connection())?;
    Ok(fs::rename(&unchecked, target).map_err(failed)?)
}

/// Recounts every counted round: verifies each ballot, adds the totals up and opens them again, and compares them with those that
/// the round was decided on. The opening needs no card: the scrutineers' shares were kept, each with its proof.
fn recount(copy: &Connection) -> Result<(), OfficeError> {
    for round in rounds::all(copy)? {
        let counted = match &round {
            Round::Counted(counted) => counted,
            Round::Confirmed(confirmed) => &confirmed.counted,
            Round::Announced(announced) => &announced.counted,
            Round::Draft(_)
            | Round::Adopted(_)
            | Round::Sealed(_)
            | Round::CheckIn(_)
            | Round::Polling(_)
            | Round::Suspended(_)
            | Round::Closed(_)
            | Round::Void(_) => continue,
        };
        recount_round(copy, counted)?;
    }
    Ok(())
}

fn recount_round(copy: &Connection, counted: &Counted) -> Result<(), OfficeError> {
    let contest = counted.contest();
    let number = contest.round();
    let altered = || ContentError::BallotsAltered { round: number };
    let ballots = ballots::verified(copy, number, &counted.closed.closing.root)?;
    let Some((written, shares)) = ballots::opening(copy, number)? else { return Err(altered().into()) };
    if ballots.is_empty() {
        return Ok(());
    }
    let keys = rounds::keys(copy, number)?.ok_or(ContentError::NoSession)?;
    let version = slip_list::ballot_version(copy, number)?;
    let election = Election::new(&keys.election, &contest.form()?, contest_digest(contest), version)?;
    let sums = election.add_up(&ballots, &|_| true)?;
    if serde_json::to_string(&sums).map_err(StoreError::from)? != written {
        return Err(altered().into());
    }
    let totals = election.open(&sums, &shares)?;
    election.confirm(&ballots, &sums, &shares, &totals)?;
    let same = |(total, (approve, oppose)): (&Total, (&Votes, Votes))| {
        total.approve == *approve && total.oppose == oppose
    };
    let opposed = totals.oppose.iter().copied().chain(std::iter::repeat(Votes(0)));
    let stored = counted.decision.tally.totals();
    if stored.iter().zip(totals.approve.iter().zip(opposed)).all(same) {
        Ok(())
    } else {
        Err(altered().into())
    }
}

/// Who restores a session, and why.
pub struct Restoring<'a> {
    /// The operator of the file.
    pub operator: &'a str,
    /// The scrutineer of the file; none where nothing was sealed in it, or none has a PIN in it.
    pub scrutineer: Option<&'a str>,
    /// Who of the people that the computer knows the session by; none where it doesn't know it.
    pub known: Option<&'a str>,
    /// How many entries the file's log has.
    pub entries: u32,
    /// Why the session goes back behind what the computer knows of it, or what it is on a computer that doesn't know it.
    pub statement: Option<&'a str>,
}

/// Notes that the session was put back from a backup, or taken over from another computer. A round whose box was sealed and
/// not closed can only be ended afterwards.
pub fn note_restored(office: &mut Office, restoring: &Restoring<'_>) -> Result<(), OfficeError> {
    let Restoring { operator, scrutineer, known, entries, statement } = restoring;
    statement.map_or(Ok(()), check_statement)?;
    let event = Event::Restored {
        entries: *entries,
        statement: statement.map(str::to_owned),
        known: known.map(str::to_owned),
    };
    let by = match (scrutineer, known) {
        (Some(scrutineer), _) => Some(with_scrutineer(&office.store.profile()?, operator, scrutineer)?),
        // The known person may be one whom the file doesn't name.
        (None, Some(known)) => Witnessed::new(operator, known),
        (None, None) => None,
    };
    match by {
        Some(two) => office.act(&two, &[], event, |_, _| Ok(()))?,
        None => office.act(&Operator((*operator).to_owned()), &[], event, |_, _| Ok(()))?,
    }
    office.only_ended = round_restored_while_sealed(&office.store)?;
    Ok(())
}
