//! Nobody with the raw disk in hand finds more than the session's file holds: no stale copy of a ballot, a code or a slot
//! lies in the blocks that SQLite or the file system gave up.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use office::acts::{Poll, ProvenBallot};
use piaojue_tests::{
    disk::{Disk, occurrences},
    session::{Session, Size, quick_folder},
    sqlite_file::connect,
};
use rand::{RngCore, SeedableRng};
use rusqlite::Connection;
use std::{collections::BTreeMap, fs, path::Path};

const BALLOTS: u32 = 200;
const SIZE: Size = Size { candidates: 12, delegates: BALLOTS, spare: 20, cards: (3, 2) };
const MEGABYTES: u64 = 64;
/// The bytes of a pattern that is looked for.
const WINDOW: usize = 32;

/// A slot, as any SQLite tool reads it.
struct Slot {
    spent: bool,
    /// The slip's token, or noise.
    token: Vec<u8>,
    ballot: Vec<u8>,
    mac: Vec<u8>,
}

/// The open box of a session that nobody has open, read from a copy elsewhere.
fn slots(session: &Session) -> BTreeMap<[u8; 32], Slot> {
    let elsewhere = quick_folder();
    let copy = session.copy_to(elsewhere.path());
    let connection = connect(&copy.path);
    let mut select = connection.prepare("SELECT tag, state, token, ballot, mac FROM slot").unwrap();
    let slot = |row: &rusqlite::Row<'_>| {
        let spent = row.get::<_, u8>(1)? == 3;
        Ok((row.get(0)?, Slot { spent, token: row.get(2)?, ballot: row.get(3)?, mac: row.get(4)? }))
    };
    select.query_map([], slot).unwrap().map(Result::unwrap).collect()
}

/// Several pieces of a ballot from its beginning, middle and end, each short enough to lie on one page most times.
fn windows(ballot: &[u8]) -> Vec<&[u8]> {
    (0..8).map(|place| &ballot[place * (ballot.len() - WINDOW) / 7..][..WINDOW]).collect()
}

/// Pieces of ballots that lie whole in the session's own file, at least four of each ballot.
fn whole_windows<'a>(file: &[u8], ballots: &[&'a [u8]]) -> Vec<&'a [u8]> {
    let mut whole = Vec::new();
    for ballot in ballots {
        let windows = windows(ballot);
        let counts = occurrences(file, &windows);
        assert!(counts.iter().all(|count| *count <= 1), "a ballot lies in the file once");
        let found: Vec<&[u8]> = windows
            .into_iter()
            .zip(counts)
            .filter(|(_, count)| *count == 1)
            .map(|(window, _)| window)
            .collect();
        assert!(found.len() >= 4, "a ballot lies in the file, and {} of its pieces do", found.len());
        whole.extend(found);
    }
    whole
}

/// Sets a session up elsewhere and casts on the disk: ballots, and the box before the first of them.
fn cast_on(disk: &Disk) -> (Session, BTreeMap<[u8; 32], Slot>, Vec<ProvenBallot>) {
    let elsewhere = quick_folder();
    let session = Session::with_open_poll(elsewhere.path(), SIZE, 64).copy_to(&disk.path());
    let before = slots(&session);
    let ballots = session.sealed_ballots(BALLOTS);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    for (code, ballot) in session.codes.iter().zip(&ballots) {
        poll.deposit(code, ballot).unwrap();
    }
    (session, before, ballots)
}

fn all_are(image: &[u8], patterns: &[&[u8]], times: usize, what: &str) {
    assert!(!patterns.is_empty());
    let counts = occurrences(image, patterns);
    let wrong = counts.iter().filter(|count| **count != times).count();
    println!("{what}: {} patterns, {wrong} not {times} times on the disk", patterns.len());
    assert_eq!(wrong, 0, "{what}: {counts:?}");
}

#[test]
fn the_raw_disk_holds_each_slot_once_and_nothing_of_what_was_there_before() {
    let Some(mut disk) = Disk::new(MEGABYTES) else { return };
    let (session, before, ballots) = cast_on(&disk);
    let file = fs::read(&session.path).unwrap();
    let open = slots(&session);
    let image = disk.raw();

    let ballots: Vec<&[u8]> = ballots.iter().map(|ballot| ballot.sealed().as_bytes()).collect();
    let sealed = whole_windows(&file, &ballots);
    all_are(&image, &sealed, 1, "sealed ballots");
    let macs: Vec<&[u8]> = open.values().map(|slot| &slot.mac[..]).collect();
    all_are(&image, &macs, 1, "codes of slots");
    let spent = |tag: &[u8; 32]| open[tag].spent;
    let old_macs: Vec<&[u8]> =
        before.iter().filter(|(tag, _)| spent(tag)).map(|(_, slot)| &slot.mac[..]).collect();
    all_are(&image, &old_macs, 0, "codes of slots before they were spent");
    let fillers: Vec<&[u8]> =
        before.iter().filter(|(tag, _)| spent(tag)).flat_map(|(_, slot)| windows(&slot.ballot)).collect();
    all_are(&image, &fillers, 0, "filler of spent slots");
    let unused: Vec<&[u8]> =
        before.iter().filter(|(tag, _)| !spent(tag)).map(|(_, slot)| &slot.ballot[..]).collect();
    all_are(&image, &whole_windows(&file, &unused), 1, "filler of unused slots");
    let tokens: Vec<&[u8]> = open.values().map(|slot| &slot.token[..]).collect();
    all_are(&image, &tokens, 1, "tokens, and the noise in their places");
    let old_tokens: Vec<&[u8]> =
        before.iter().filter(|(tag, _)| spent(tag)).map(|(_, slot)| &slot.token[..]).collect();
    all_are(&image, &old_tokens, 0, "the noise in the places of tokens that are there now");

    session.close(&mut session.open(), BALLOTS).unwrap();
    let file = fs::read(&session.path).unwrap();
    let image = disk.raw();
    all_are(&image, &whole_windows(&file, &ballots), 1, "ballots of the closed box");
    all_are(&image, &macs, 0, "codes of slots after the close");
    let fillers: Vec<&[u8]> = before.values().flat_map(|slot| windows(&slot.ballot)).collect();
    all_are(&image, &fillers, 0, "all filler after the close");
    let tags: Vec<&[u8]> = before.keys().map(|tag| &tag[..]).collect();
    // Once with what became of the slips, and in the tables of zones and of the committed list, which were laid out before the poll.
    all_are(&image, &tags, 3, "tags, apart from the ballots");
    no_page_holds_both(&file, &tags, &ballots);
    let tokens: Vec<&[u8]> = open.values().filter(|slot| slot.spent).map(|slot| &slot.token[..]).collect();
    all_are(&image, &tokens, 1, "tokens of spent slips, apart from the ballots");
    no_page_holds_both(&file, &tokens, &ballots);
    let noise: Vec<&[u8]> = before.values().map(|slot| &slot.token[..]).collect();
    all_are(&image, &noise, 0, "all noise of tokens after the close");
}

fn no_page_holds_both(file: &[u8], of_slips: &[&[u8]], ballots: &[&[u8]]) {
    let windows: Vec<&[u8]> = ballots.iter().flat_map(|ballot| windows(ballot)).collect();
    for page in file.chunks(4096) {
        let holds = |patterns: &[&[u8]]| occurrences(page, patterns).iter().any(|count| *count > 0);
        assert!(!(holds(of_slips) && holds(&windows)), "what is a slip's, and a ballot, on one page");
    }
}

/// A plain table, with the journal that SQLite has by default.
fn plain_box(path: &Path, ballots: &[Vec<u8>]) {
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA page_size = 4096; PRAGMA secure_delete = ON; PRAGMA journal_mode = DELETE;
             PRAGMA synchronous = EXTRA; CREATE TABLE slot (tag BLOB PRIMARY KEY, ballot BLOB) STRICT, WITHOUT ROWID;",
        )
        .unwrap();
    let mut insert = connection.prepare("INSERT INTO slot VALUES (?, ?)").unwrap();
    for ballot in ballots {
        insert.execute((&ballot[..WINDOW], ballot)).unwrap();
    }
}

#[test]
fn the_raw_disk_gives_a_plain_table_away() {
    let Some(mut disk) = Disk::new(MEGABYTES) else { return };
    let mut rng = rand_chacha::ChaCha20Rng::from_seed([64; 32]);
    let mut ballot = || {
        let mut bytes = vec![0; 500];
        rng.fill_bytes(&mut bytes);
        bytes
    };
    let ballots: Vec<Vec<u8>> = (0..BALLOTS).map(|_| ballot()).collect();
    plain_box(&disk.path().join("plain"), &ballots);
    let image = disk.raw();
    let tags: Vec<&[u8]> = ballots.iter().map(|ballot| &ballot[100..100 + WINDOW]).collect();
    let counts = occurrences(&image, &tags);
    let stale = counts.iter().filter(|count| **count > 1).count();
    println!("{stale} of {BALLOTS} ballots have stale copies, {} in all", counts.iter().sum::<usize>());
    assert!(stale > BALLOTS as usize / 2, "the search finds stale copies where there are some");
}
