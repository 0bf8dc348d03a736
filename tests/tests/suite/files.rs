//! A file that isn't a whole session of this program is refused by name, and left as it was.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use messages::Coded;
use office::acts::Poll;
use piaojue_tests::{
    forge::{dump, tag},
    session::{Session, Size, marks, quick_folder},
    sqlite_file::{SqliteFile, connect, root_of},
};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use rusqlite::Connection;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
};

const SIZE: Size = Size { candidates: 2, delegates: 6, spare: 2, cards: (3, 2) };
/// Bytes that are flipped anywhere in the file, beside those that are chosen.
const ANYWHERE: usize = 1_000;

fn voted(seed: u64) -> (tempfile::TempDir, Session) {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, seed);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    for (voter, code) in (0..4).zip(&session.codes) {
        poll.cast(code, &marks(2, voter)).unwrap();
    }
    drop(office);
    (folder, session)
}

/// How a file of these bytes is refused; afterwards it must have the same bytes, and nothing lie beside it.
fn refusal(session: &Session, bytes: &[u8]) -> String {
    fs::write(&session.path, bytes).unwrap();
    let refused = session.try_load().err().map_or("ok", |error| error.code());
    assert!(fs::read(&session.path).unwrap() == bytes, "{refused}: the file was touched");
    refused.to_owned()
}

#[test]
fn what_is_no_whole_session_of_ours_is_refused_and_left_alone() {
    let (folder, session) = voted(120);
    let whole = fs::read(&session.path).unwrap();
    assert_eq!(refusal(&session, &whole), "ok");
    let changed = |at: usize, bytes: &[u8]| {
        let mut changed = whole.clone();
        changed[at..at + bytes.len()].copy_from_slice(bytes);
        changed
    };
    let of_another_program = changed(68, b"ABCD");
    let zip = [b"PK\x03\x04".as_slice(), &[0; 400]].concat();
    let text = "民生实事项目\n".repeat(40);
    for (bytes, code) in [
        (changed(60, &99_u32.to_be_bytes()), "store.newer"),
        (of_another_program, "store.foreign"),
        (zip, "store.foreign"),
        (text.into_bytes(), "store.foreign"),
        (changed(0, b"SQLite format 2\0"), "store.foreign"),
        (vec![0; 8192], "store.foreign"),
        (Vec::new(), "store.truncated"),
        (b"short".to_vec(), "store.truncated"),
        (changed(60, &0_u32.to_be_bytes()), "store.damaged"),
        (changed(18, &[2, 2]), "store.damaged"),
    ] {
        assert_eq!(refusal(&session, &bytes), code);
    }
    for length in [1, 99, 100, 511, 4096, 4097, 8192, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        assert_eq!(refusal(&session, &whole[..length]), "store.truncated", "{length} bytes");
    }
    fs::remove_file(&session.path).unwrap();
    let missing = session.try_load().err().unwrap();
    assert_eq!(missing.code(), "store.not-found");
    assert!(!session.path.exists(), "and none is made");
    drop(folder);
}

/// Positions worth flipping: all of two slots, of an entry of the log, of its hash and signature, of the header and the
/// schema; and many anywhere.
fn positions(session: &Session, rng: &mut ChaCha20Rng) -> BTreeSet<usize> {
    let file = SqliteFile::read(&session.path);
    let bytes = file.bytes();
    let mut positions: BTreeSet<usize> = (0..100).collect();
    let chosen = [tag(session, &session.codes[0]), tag(session, &session.codes[7])];
    for table in ["slot", "ballot", "slip"] {
        let cells = file.cells(root_of(&session.path, table));
        let chosen = cells.iter().filter(|cell| table != "slot" || chosen.contains(&file.key(cell)));
        positions.extend(chosen.take(2).flat_map(|cell| cell.pieces.iter().cloned().flatten()));
    }
    let connection = connect(&session.path);
    let sql = "SELECT hash, signature, entry FROM audit WHERE number = 3";
    let entry: (Vec<u8>, Vec<u8>, String) =
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    for part in [&entry.0[..], &entry.1, &entry.2.as_bytes()[..60]] {
        let at = bytes.windows(part.len()).position(|window| window == part).unwrap();
        positions.extend(at..at + part.len());
    }
    let schema = bytes.windows(11).position(|window| window == b"TABLE audit").unwrap();
    positions.extend((schema..schema + 300).step_by(3));
    positions.extend((0..ANYWHERE).map(|_| rng.gen_range(0..bytes.len())));
    positions
}

/// Flips one byte after another in a file that nobody has open. Gives how often each outcome came.
fn flip_all(session: &Session, seed: u64) -> BTreeMap<String, usize> {
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    let whole = fs::read(&session.path).unwrap();
    let content = dump(session).unwrap();
    let mut outcomes = BTreeMap::new();
    for at in positions(session, &mut rng) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << rng.gen_range(0..8);
        fs::write(&session.path, flipped).unwrap();
        let opened = catch_unwind(AssertUnwindSafe(|| session.try_load().map(drop)));
        let outcome = match opened {
            Err(crash) => {
                println!("the program crashes at a flipped byte {at}");
                resume_unwind(crash)
            }
            Ok(Err(error)) => error.code(),
            Ok(Ok(())) => {
                assert!(dump(session).as_ref() == Ok(&content), "byte {at} alters the content unseen");
                "same content"
            }
        };
        *outcomes.entry(outcome.to_owned()).or_insert(0) += 1;
        fs::write(&session.path, &whole).unwrap();
        fs::write(session.journal(), []).unwrap();
    }
    println!("{outcomes:?}");
    assert!(!outcomes.contains_key("store.sql"), "a damaged file is called that");
    outcomes
}

#[test]
fn no_flipped_byte_of_an_open_box_goes_unseen() {
    let (_folder, session) = voted(121);
    let outcomes = flip_all(&session, 122);
    assert!(outcomes["store.slot-altered"] > 500 && outcomes["store.audit-broken"] > 100, "{outcomes:?}");
}

#[test]
fn no_flipped_byte_of_a_counted_session_goes_unseen() {
    let (_folder, session) = voted(123);
    let mut office = session.open();
    session.close(&mut office, 4).unwrap();
    session.count(&mut office, &session.cards(&[1, 2])).unwrap();
    drop(office);
    let outcomes = flip_all(&session, 124);
    assert!(outcomes["store.part-altered"] > 500 && outcomes["store.audit-broken"] > 100, "{outcomes:?}");
}

/// A write-ahead log beside the file, as an SQLite tool leaves it on a copy, would be taken for the session's content, and
/// would then show the order of casting.
#[test]
fn a_write_ahead_log_beside_the_file_is_refused_and_not_taken_in() {
    let (folder, session) = voted(125);
    let elsewhere = quick_folder();
    let copy = session.copy_to(elsewhere.path());
    let tool = Connection::open(&copy.path).unwrap();
    tool.execute_batch("PRAGMA journal_mode = WAL; UPDATE delegate SET name = '别人' WHERE place = 1;")
        .unwrap();
    let log = fs::read(elsewhere.path().join("session.piaojue-wal")).unwrap();
    assert!(log.len() > 4096, "there is something in it");
    let whole = fs::read(&session.path).unwrap();
    let beside = folder.path().join("session.piaojue-wal");
    for log in [log, Vec::new()] {
        fs::write(&beside, log).unwrap();
        assert_eq!(refusal(&session, &whole), "store.damaged");
    }
    fs::remove_file(&beside).unwrap();
    assert_eq!(refusal(&session, &whole), "ok");
}

/// By its tables alone, nobody can be joined to a slip or a ballot, nor a ballot to a time or an order.
#[test]
fn no_table_joins_a_person_or_a_time_to_a_ballot() {
    let (_folder, session) = voted(126);
    let connection = connect(&session.path);
    let mut select = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").unwrap();
    let tables: Vec<(String, String)> =
        select.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    let columns = |table: &str| -> Vec<String> {
        let mut select = connection.prepare("SELECT name FROM pragma_table_info(?)").unwrap();
        select.query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let has = |columns: &[String], words: &[&str]| {
        columns.iter().any(|column| words.iter().any(|word| column.contains(word)))
    };
    let mut with_ballots = BTreeSet::new();
    for (table, sql) in &tables {
        let columns = columns(table);
        // Part of the outer envelope: emptied at the close, as the tests of kiosks hold.
        let until_the_close = ["spent_at", "disputed_ballot"].contains(&table.as_str());
        // The log is ordered by design and never tells of a cast; the heads have one row each, overwritten in place.
        let exempt = ["audit", "audit_head", "box_head"].contains(&table.as_str());
        if has(&columns, &["tag", "ballot", "sealed", "hash"]) && !exempt {
            with_ballots.insert(table.as_str());
            let persons = ["delegate", "name", "number", "person", "place"];
            let order = ["time", "date", "at", "when", "order", "seq", "id", "kiosk", "counter"];
            assert!(!has(&columns, &persons), "{table} names a person: {columns:?}");
            let allowed = |column: &str| until_the_close && column == "kiosk";
            let exact = columns.iter().any(|column| order.contains(&column.as_str()) && !allowed(column));
            assert!(!exact, "{table} has an order: {columns:?}");
            assert!(sql.contains("WITHOUT ROWID"), "{table} has rowids");
        }
        assert!(!sql.contains("AUTOINCREMENT"));
    }
    assert_eq!(
        with_ballots,
        BTreeSet::from([
            "annulled_slip",
            "ballot",
            "dispute",
            "disputed_ballot",
            "paper_void",
            "slip",
            "slip_list",
            "slip_zone",
            "slot",
            "spent_at",
            "spent_before",
        ])
    );
    let log: String =
        connection.query_row("SELECT group_concat(entry) FROM audit", [], |row| row.get(0)).unwrap();
    assert!(!log.to_lowercase().contains("cast") && !log.contains("tag"), "the log says nothing of casts");
    assert_eq!(log.matches("checked-in").count(), 6);
}
