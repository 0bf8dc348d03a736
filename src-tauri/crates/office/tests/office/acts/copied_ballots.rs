//! One ballot is there twice, or was opened: proofs that are made again give it another hash, and the same ciphertexts.

use super::{
    apart::{close_and_count, kiosk, merge, open_hall},
    hall::{Hall, code, marks},
};
use ballot_box::{BallotVersion, Election, OpenableBallot, VoterDigits};
use kiosk_files::KioskBox;
use office::acts::{Poll, ProvenBallot};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use session_model::contest_digest;

/// How the ballots of the sealed round are sealed.
fn election(hall: &Hall) -> Election {
    let round = hall.office.round().unwrap();
    let key = hall.office.store().keys(round.number()).unwrap().unwrap().election;
    let (form, digest) = (round.contest().form().unwrap(), contest_digest(round.contest()));
    Election::new(&key, &form, digest, BallotVersion::Two).unwrap()
}

/// A ballot whose ciphertexts are the same each time. The digits are in its proofs, which so are others.
fn sealed(hall: &Hall, digits: &str) -> OpenableBallot {
    let digits = VoterDigits::parse(digits).unwrap();
    election(hall).seal_openable(&marks("+..."), digits, &mut ChaCha20Rng::seed_from_u64(1)).unwrap()
}

/// A ballot that lies in the box already, copied by another kiosk under a slip of its own.
#[test]
fn a_ballot_copied_from_another_box_is_refused() {
    let mut hall = open_hall(&[4, 4]);
    let mut first = kiosk(&mut hall, 1, 2);
    let mut second = kiosk(&mut hall, 2, 2);
    first.cast(&hall.codes[4..6], "+...");
    second.cast(&hall.codes[6..8], "+...");
    let (one, two) = (first.close(), second.close());
    let stolen = KioskBox::read(&one).unwrap().0.spent[0].ballot.clone();
    merge(&mut hall, &one).unwrap();
    let copied = second.forge(&two, |read| read.spent[0].ballot = stolen);
    assert_eq!(code(merge(&mut hall, &copied)), "kiosk-box.ballot-twice");
    merge(&mut hall, &two).unwrap();
}

/// A kiosk apart that enters one ballot twice, with proofs of its own for each.
#[test]
fn a_ballot_that_is_twice_in_a_box_is_refused() {
    let mut hall = open_hall(&[4, 4]);
    let mut apart = kiosk(&mut hall, 1, 2);
    apart.cast(&hall.codes[4..7], "+...");
    let file = apart.close();
    let ballots = [sealed(&hall, "").into_cast(), sealed(&hall, "042").into_cast()];
    assert_ne!(ballots[0].hash(), ballots[1].hash());
    let [one, two] = ballots;
    let doubled = apart.forge(&file, |read| (read.spent[0].ballot, read.spent[1].ballot) = (one, two));
    assert_eq!(code(merge(&mut hall, &doubled)), "kiosk-box.ballot-twice");
    merge(&mut hall, &file).unwrap();
    assert_eq!(close_and_count(&mut hall, 3), [3, 0, 0, 0]);
}

/// The same at two kiosks, one of which may be the station.
#[test]
fn a_ballot_that_is_in_another_box_with_other_proofs_is_refused() {
    let mut hall = open_hall(&[4, 4]);
    let mut apart = kiosk(&mut hall, 1, 2);
    apart.cast(&hall.codes[4..6], "+...");
    let file = apart.close();
    let here = ProvenBallot::cast(sealed(&hall, "042"));
    let slip = hall.codes[0].clone();
    Poll::open(&mut hall.office).unwrap().deposit(&slip, &here).unwrap();
    let there = sealed(&hall, "").into_cast();
    let copied = apart.forge(&file, |read| read.spent[1].ballot = there);
    assert_eq!(code(merge(&mut hall, &copied)), "kiosk-box.ballot-twice");
    merge(&mut hall, &file).unwrap();
    assert_eq!(close_and_count(&mut hall, 3), [3, 0, 0, 0]);
}

/// A ballot that was opened at one kiosk, whose marks are known so, is cast at another with other proofs.
#[test]
fn a_ballot_that_was_opened_elsewhere_is_refused() {
    let mut hall = open_hall(&[4, 4]);
    let mut apart = kiosk(&mut hall, 1, 2);
    apart.cast(&hall.codes[4..7], "+...");
    let file = apart.close();
    let (opened, slip) = (sealed(&hall, "042"), hall.codes[0].clone());
    Poll::open(&mut hall.office).unwrap().challenge(&slip, opened).unwrap();
    let there = sealed(&hall, "").into_cast();
    let cast = apart.forge(&file, |read| read.spent[1].ballot = there);
    assert_eq!(code(merge(&mut hall, &cast)), "kiosk-box.ballot-challenged");
    merge(&mut hall, &file).unwrap();
    assert_eq!(close_and_count(&mut hall, 3), [3, 0, 0, 0]);
}

#[test]
fn a_ballot_that_was_opened_at_another_kiosk_apart_is_refused() {
    let mut hall = open_hall(&[4, 4]);
    let (mut first, mut second) = (kiosk(&mut hall, 1, 2), kiosk(&mut hall, 2, 2));
    let (opened, slip) = (sealed(&hall, "042"), hall.codes[4].clone());
    Poll::open(&mut first.office).unwrap().challenge(&slip, opened).unwrap();
    second.cast(&hall.codes[6..8], "+...");
    merge(&mut hall, &first.close()).unwrap();
    let file = second.close();
    let there = sealed(&hall, "").into_cast();
    let cast = second.forge(&file, |read| read.spent[1].ballot = there);
    assert_eq!(code(merge(&mut hall, &cast)), "kiosk-box.ballot-challenged");
    merge(&mut hall, &file).unwrap();
}

/// The same the other way round: it was cast at the station, and the kiosk's box says that it was opened.
#[test]
fn a_box_that_opened_a_ballot_of_the_station_is_refused() {
    let mut hall = open_hall(&[4, 4]);
    let mut apart = kiosk(&mut hall, 1, 2);
    let (opened, slip) = (sealed(&hall, ""), hall.codes[4].clone());
    Poll::open(&mut apart.office).unwrap().challenge(&slip, opened).unwrap();
    let file = apart.close();
    let (here, slip) = (ProvenBallot::cast(sealed(&hall, "042")), hall.codes[0].clone());
    Poll::open(&mut hall.office).unwrap().deposit(&slip, &here).unwrap();
    assert_eq!(code(merge(&mut hall, &file)), "kiosk-box.ballot-challenged");
}

#[test]
fn challenges_of_a_kiosk_come_back_with_its_box() {
    let mut hall = open_hall(&[4, 4]);
    let mut apart = kiosk(&mut hall, 1, 2);
    let mut poll = Poll::open(&mut apart.office).unwrap();
    let ballot = poll.seal_openable(&marks("+..."), VoterDigits::NONE).unwrap();
    let challenged = poll.challenge(&hall.codes[4], ballot).unwrap().hash;
    poll.cast(&hall.codes[4], &marks("+...")).unwrap();
    let file = apart.close();
    let (read, _) = KioskBox::read(&file).unwrap();
    let [ciphertexts] = read.challenged_ciphertexts[..] else { panic!("one ballot was opened") };
    // A box whose ballot has the ciphertexts of an opened one, under other proofs and so another hash.
    let of_cast = election(&hall).ciphertexts_hash(&read.spent[0].ballot).unwrap();
    let opened = KioskBox { challenged_ciphertexts: vec![of_cast], ..read };
    let opened = opened.write(apart.office.store().station()).unwrap();
    assert_eq!(code(merge(&mut hall, &opened)), "kiosk-box.ballot-challenged");
    merge(&mut hall, &file).unwrap();
    let log = hall.office.store().log().unwrap();
    let entry = &log.last().unwrap().entry;
    assert!(entry.contains(&challenged.hex()) && entry.contains(&ballot_box::hex(&ciphertexts)), "{entry}");
}
