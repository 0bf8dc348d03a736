//! Nobody with the files in hand can tell in which order ballots came, or how the vote stands.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use messages::Coded;
use office::acts::{self, Poll, ProvenBallot};
use piaojue_tests::{
    disk::names,
    forge::{card_payload, tag},
    order::{ATTACKS, Agreement, Attack, guesses, names_last},
    session::{Session, Size, expected, marks, quick_folder},
    sqlite_file::{SqliteFile, connect, root_of},
};
use rand::{RngCore, SeedableRng, seq::SliceRandom};
use rand_chacha::ChaCha20Rng;
use rusqlite::Connection;
use std::{collections::BTreeSet, fs, path::Path};

const ORDERS: u64 = 20;
const BALLOTS: u32 = 200;
const SIZE: Size = Size { candidates: 12, delegates: BALLOTS, spare: 20, cards: (3, 2) };
/// Chance alone goes beyond this many standard deviations once in 16,000 times.
const DEVIATIONS: f64 = 4.0;

/// Which ballot each voter casts, under the slip of the same place, and the order they come in.
fn shuffled(seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..BALLOTS as usize).collect();
    order.shuffle(&mut ChaCha20Rng::seed_from_u64(seed));
    order
}

fn cast_in_order(session: &Session, ballots: &[ProvenBallot], order: &[usize]) {
    let mut office = session.try_load().unwrap();
    let mut poll = Poll::open(&mut office).unwrap();
    for voter in order {
        poll.deposit(&session.codes[*voter], &ballots[*voter]).unwrap();
    }
}

/// Tags in the true order of casting.
fn tags(session: &Session, order: &[usize]) -> Vec<[u8; 32]> {
    order.iter().map(|voter| tag(session, &session.codes[*voter])).collect()
}

/// What chance says about all orders together, for each attack.
#[derive(Default)]
struct Guessed {
    agreement: Agreement,
    last_named: u32,
}

impl Guessed {
    fn add(&mut self, file: &SqliteFile, root: u32, attack: &Attack, in_true_order: &[[u8; 32]]) {
        let guesses = guesses(file, root, attack, in_true_order);
        self.agreement = self.agreement.and(Agreement::of(&guesses));
        self.last_named += u32::from(names_last(&guesses));
    }

    fn beats_chance(&self) -> bool {
        self.agreement.deviations().abs() > DEVIATIONS || self.last_named > 3
    }
}

#[test]
fn twenty_orders_of_casting_leave_the_same_bytes_and_show_nothing() {
    let folder = quick_folder();
    let prepared = Session::with_open_poll(folder.path(), SIZE, 20);
    let ballots = prepared.sealed_ballots(BALLOTS);
    let root = root_of(&prepared.path, "slot");
    let before = SqliteFile::read(&prepared.path);
    let sum = place_of_sum(&prepared, &before);
    let mut guessed: Vec<Guessed> = ATTACKS.iter().map(|_| Guessed::default()).collect();
    let mut open_files = BTreeSet::new();
    let mut closed_files = BTreeSet::new();
    for seed in 0..ORDERS {
        let folder = quick_folder();
        let session = prepared.copy_to(folder.path());
        let order = shuffled(seed);
        cast_in_order(&session, &ballots, &order);

        let file = SqliteFile::read(&session.path);
        only_spent_rows_differ(&before, &file, root, sum, &tags(&session, &order));
        assert!(fs::read(session.journal()).unwrap().iter().all(|byte| *byte == 0));
        assert_eq!(names(folder.path()), ["session.piaojue", "session.piaojue-journal", "station.key"]);
        for (attack, guessed) in ATTACKS.iter().zip(&mut guessed) {
            guessed.add(&file, root, attack, &tags(&session, &order));
        }
        open_files.insert(file.bytes().to_vec());

        session.close(&mut session.try_load().unwrap(), BALLOTS).unwrap();
        closed_files.insert((fs::read(&session.path).unwrap(), fs::read(session.journal()).unwrap()));
    }
    for (attack, guessed) in ATTACKS.iter().zip(&guessed) {
        report(attack.name, guessed);
        assert!(!guessed.beats_chance(), "{} shows the order", attack.name);
    }
    assert_eq!(open_files.len(), 1, "the open box does not depend on the order");
    assert_eq!(closed_files.len(), 1, "the closed box does not depend on the order");
}

/// Where the box' sum and its code of authentication lie in the file, one after the other.
fn place_of_sum(session: &Session, file: &SqliteFile) -> usize {
    let head: Vec<u8> = connect(&session.path)
        .query_row("SELECT CAST(sum || mac AS BLOB) FROM box_head", [], |row| row.get(0))
        .unwrap();
    file.bytes().windows(64).position(|window| window == head).unwrap()
}

/// Every byte of the file is as it was before the first cast, but for the spent rows' states, ballots and codes, the sum
/// over them, and the counter of changes in the header, which says how many there were.
fn only_spent_rows_differ(
    before: &SqliteFile,
    after: &SqliteFile,
    root: u32,
    sum: usize,
    spent: &[[u8; 32]],
) {
    let layout = before.cells(root);
    assert_eq!(layout, after.cells(root), "cells and overflow chains lie where they lay");
    assert!(layout.iter().all(|cell| !cell.overflow.is_empty()), "ballots large enough to overflow");
    assert_eq!(after.free_pages(), before.free_pages());
    let mut allowed = vec![false; before.bytes().len()];
    allowed[24..28].fill(true);
    allowed[92..96].fill(true);
    allowed[sum..sum + 64].fill(true);
    for cell in layout.iter().filter(|cell| spent.contains(&before.key(cell))) {
        for at in before.after_key(cell) {
            allowed[at] = true;
        }
    }
    let bytes = before.bytes().iter().zip(after.bytes()).zip(allowed);
    let strange = bytes.enumerate().find(|(_, ((before, after), allowed))| before != after && !allowed);
    assert_eq!(strange.map(|(at, _)| at), None);
    assert_eq!(before.bytes().len(), after.bytes().len());
}

fn report(name: &str, guessed: &Guessed) {
    let Guessed { agreement, last_named } = guessed;
    let (tau, deviations) = (agreement.tau(), agreement.deviations());
    println!(
        "{name}: tau {tau:.4}, {deviations:.2} deviations of chance, last ballot named {last_named} times"
    );
}

/// A box as one would write it at first: random keys, no rowids, rows inserted as they come.
fn naive_box(path: &Path, rows: u32, length: usize, seed: u64) -> Vec<[u8; 32]> {
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA page_size = 4096; PRAGMA secure_delete = ON; PRAGMA journal_mode = PERSIST;
             CREATE TABLE slot (tag BLOB PRIMARY KEY, state INTEGER, ballot BLOB, mac BLOB) STRICT, WITHOUT ROWID;",
        )
        .unwrap();
    let mut insert = connection.prepare("INSERT INTO slot VALUES (?, 3, ?, ?)").unwrap();
    let mut cast = || {
        let (mut tag, mut mac, mut ballot) = ([0; 32], [0; 32], vec![0; length]);
        rng.fill_bytes(&mut tag);
        rng.fill_bytes(&mut mac);
        rng.fill_bytes(&mut ballot);
        insert.execute((tag, ballot, mac)).unwrap();
        tag
    };
    (0..rows).map(|_| cast()).collect()
}

fn guess_naive(attack: &str, rows: u32, length: usize) -> Guessed {
    let folder = quick_folder();
    let path = folder.path().join("naive");
    let in_true_order = naive_box(&path, rows, length, 1);
    let attack = ATTACKS.iter().find(|known| known.name == attack).unwrap();
    let mut guessed = Guessed::default();
    guessed.add(&SqliteFile::read(&path), root_of(&path, "slot"), attack, &in_true_order);
    report(attack.name, &guessed);
    guessed
}

#[test]
fn the_attacks_read_the_order_out_of_a_box_that_is_not_laid_out() {
    for attack in ["first overflow page", "last overflow page"] {
        let guessed = guess_naive(attack, BALLOTS, 5_000);
        assert!(guessed.agreement.tau() > 0.9 && guessed.beats_chance());
        assert_eq!(guessed.last_named, 1);
    }
    // Small rows, all on one page.
    let guessed = guess_naive("cells of a page, newest lowest", 20, 112);
    assert!(guessed.agreement.tau() > 0.9 && guessed.beats_chance());
    assert_eq!(guessed.last_named, 1);
}

#[test]
fn the_open_box_says_nothing_about_how_the_vote_stands() {
    let folder = quick_folder();
    let size = Size { delegates: 40, spare: 2, ..SIZE };
    let session = Session::with_open_poll(folder.path(), size, 21);
    let mut office = session.try_load().unwrap();
    let mut poll = Poll::open(&mut office).unwrap();
    let alike = marks(12, 0);
    let cast = |code| {
        let sealed = poll.seal(&alike).unwrap();
        poll.deposit(code, &sealed).unwrap();
        sealed
    };
    let ballots: Vec<ProvenBallot> = session.codes[..40].iter().map(cast).collect();

    let refused = acts::count(&mut office, &session.witnessed(), &session.cards(&[1, 2]), &|_| true);
    assert_eq!(refused.unwrap_err().code(), "round.wrong-state");
    let backup = office.store().backup_to(&folder.path().join("backup"));
    assert_eq!(backup.unwrap_err().code(), "store.poll-open");
    drop(office);
    assert_eq!(names(folder.path()), ["session.piaojue", "session.piaojue-journal", "station.key"]);

    let numbers: BTreeSet<&[u8]> =
        ballots.iter().flat_map(|ballot| ballot.sealed().as_bytes().chunks_exact(32)).collect();
    let all = ballots.len() * (ballots[0].sealed().as_bytes().len() / 32);
    assert_eq!(numbers.len(), all, "no number of forty like ballots occurs twice");
    nothing_secret_lies_in_the_files(&session);

    session.close(&mut session.try_load().unwrap(), 40).unwrap();
    let totals = session.count(&mut session.try_load().unwrap(), &session.cards(&[2, 3])).unwrap();
    assert_eq!(totals, expected(12, std::iter::repeat_n(0, 40)), "and the ballots were real");
    nothing_secret_lies_in_the_files(&session);
}

/// No share of the key and no slip's code, in any form that a person or a program writes it.
fn nothing_secret_lies_in_the_files(session: &Session) {
    let mut files = fs::read(&session.path).unwrap();
    files.extend(fs::read(session.journal()).unwrap());
    files.extend(fs::read(&session.station).unwrap());
    let occurs = |secret: &[u8]| files.windows(secret.len()).any(|window| window == secret);
    assert!(occurs(&tag(session, &session.codes[0])), "a tag is no secret, and is found");
    for card in &session.cards {
        let payload = card_payload(card);
        let share = &payload[payload.len() - 32..];
        let hex = ballot_box::hex(share);
        assert!(!occurs(share) && !occurs(hex.as_bytes()) && !occurs(&card.as_bytes()[..16]));
        let reversed: Vec<u8> = share.iter().rev().copied().collect();
        assert!(!occurs(&reversed));
    }
    for code in &session.codes {
        assert!(!occurs(code.printed().as_bytes()) && !occurs(code.scanned().as_bytes()));
        let values: Vec<u8> = code.scanned().bytes().collect();
        assert!(!occurs(&values[..15]));
    }
}
