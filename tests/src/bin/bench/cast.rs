//! A durable cast beside bare durable inserts.

use crate::{
    measure::{Fallible, in_turns},
    report::{Bound, Line, Quantity},
};
use office::{
    act::Office,
    acts::{Poll, ProvenBallot},
};
use piaojue_tests::session::{Session, Size};
use rusqlite::Connection;
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// A box of 3,000 slots, of which the fewest delegates that a session takes hold a slip: who holds one is all the same
/// to a cast.
const SIZE: Size = Size { candidates: 20, delegates: 20, spare: 2980, cards: (3, 2) };
const CASTS: u32 = 100;

/// A cast without sealing: in a first round, and with the journal that closing a box leaves to the next round.
pub fn lines() -> Fallible<Vec<Line>> {
    // Beside the program, because a folder for temporary files may lie in memory, where nothing is durable.
    let program = std::env::current_exe()?;
    let folder = TempDir::new_in(program.parent().unwrap_or(Path::new(".")))?;
    let (first, further) = (subfolder(&folder, "first")?, subfolder(&folder, "further")?);
    let first = Session::with_open_poll(&first, SIZE, 1);
    let further = first.copy_to(&further);
    let left = journal_left_by_closing(&subfolder(&folder, "closed")?)?;
    fs::File::options().write(true).open(further.journal())?.set_len(left)?;
    let ballots = first.sealed_ballots(CASTS);
    let bytes = ballots[0].sealed().as_bytes().to_vec();

    let mut delete_full = bare_insert(&folder.path().join("delete"), "DELETE", "FULL", bytes.clone())?;
    let mut wal_full = bare_insert(&folder.path().join("wal"), "WAL", "FULL", bytes.clone())?;
    let mut persist_extra = bare_insert(&folder.path().join("persist"), "PERSIST", "EXTRA", bytes.clone())?;
    let (mut first_office, mut further_office) = (first.open(), further.open());
    let mut cast = casts(&mut first_office, &first, &ballots)?;
    let mut cast_further = casts(&mut further_office, &further, &ballots)?;
    let [cast, cast_further, delete_full, wal_full, persist_extra] =
        in_turns(CASTS, [&mut cast, &mut cast_further, &mut delete_full, &mut wal_full, &mut persist_extra])?;

    let beside = |round: &str, cast, baseline: &str, timing| {
        Line::time(format!("cast of {} bytes, {round}", bytes.len()), cast)
            .beside(baseline, Quantity::seconds(timing))
    };
    let bare = "bare durable insert (DELETE, FULL)";
    Ok(vec![
        beside("first round", cast, bare, delete_full).held_to(Bound::AtMostTimes(1.5)),
        beside("further round", cast_further, bare, delete_full).held_to(Bound::AtMostTimes(1.5)),
        beside("first round", cast, "bare insert (WAL, FULL)", wal_full),
        beside("first round", cast, "bare insert (PERSIST, EXTRA)", persist_extra),
        Line::of("journal overwritten by a cast, further round", Some(Quantity::Kib(kib(&further)?)))
            .beside("first round", Quantity::Kib(kib(&first)?)),
    ])
}

fn subfolder(folder: &TempDir, name: &str) -> Fallible<PathBuf> {
    let path = folder.path().join(name);
    fs::create_dir(&path)?;
    Ok(path)
}

/// Deposits the next ballot under the next slip, each time it is called.
fn casts<'a>(
    office: &'a mut Office,
    session: &'a Session,
    ballots: &'a [ProvenBallot],
) -> Fallible<impl FnMut() -> Fallible<()> + 'a> {
    let mut poll = Poll::open(office)?;
    let mut voters = session.codes.iter().zip(ballots);
    Ok(move || {
        let (code, ballot) = voters.next().ok_or("no voter left")?;
        poll.deposit(code, ballot)?;
        Ok(())
    })
}

/// The length in bytes of the journal once a box was closed: taking off the envelopes is the largest transaction of all.
fn journal_left_by_closing(folder: &Path) -> Fallible<u64> {
    let session = Session::with_open_poll(folder, SIZE, 2);
    let mut office = session.open();
    session.close(&mut office, 0)?;
    Ok(fs::metadata(session.journal())?.len())
}

fn kib(session: &Session) -> Fallible<f64> {
    let bytes = u32::try_from(fs::metadata(session.journal())?.len())?;
    Ok(f64::from(bytes) / 1024.0)
}

/// One insert of these bytes a transaction, into a plain table in a file of its own.
fn bare_insert(
    path: &Path,
    journal: &str,
    synchronous: &str,
    bytes: Vec<u8>,
) -> Fallible<impl FnMut() -> Fallible<()> + use<>> {
    let connection = Connection::open(path)?;
    connection.execute_batch(&format!(
        "PRAGMA page_size = 4096;
         PRAGMA journal_mode = {journal};
         PRAGMA synchronous = {synchronous};
         CREATE TABLE plain (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);"
    ))?;
    Ok(move || {
        connection.prepare_cached("INSERT INTO plain (bytes) VALUES (?)")?.execute([&bytes])?;
        Ok(())
    })
}
