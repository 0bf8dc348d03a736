//! What can be done all the same, just as SECURITY.md states it.

use ballot_box::{BallotVersion, Election, SealedBallot, VoterDigits};
use office::acts::{Poll, ProvenBallot};
use piaojue_tests::{
    forge::{Insider, SPENT, tag},
    session::{Session, Size, expected, marks, quick_folder},
};
use procedure::{number::RoundNumber, round::Round};
use session_model::contest_digest;
use std::collections::BTreeSet;

const CANDIDATES: usize = 2;
const SIZE: Size = Size { candidates: 2, delegates: 8, spare: 0, cards: (3, 2) };

#[test]
fn voters_who_mark_alike_can_be_shown_one_tracking_code() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 81);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    // Four voters mark as voter 0 does. The kiosk seals that once, and for the other three what it likes; it shows all the first code.
    let shown = poll.cast(&session.codes[0], &marks(CANDIDATES, 0)).unwrap();
    for slip in 1..4 {
        poll.cast(&session.codes[slip], &marks(CANDIDATES, 1)).unwrap();
    }
    drop(poll);
    session.close(&mut office, 4).unwrap();
    let Round::Closed(closed) = office.round().unwrap() else { panic!("closed") };
    let ballots = office.store().ballots(RoundNumber(1), &closed.closing.root).unwrap();
    let found = ballots.iter().filter(|ballot| ballot.hash() == shown).count();
    assert_eq!(found, 1, "each of the four finds the code that was shown");
    let totals = session.count(&mut office, &session.cards(&[1, 2])).unwrap();
    assert_eq!(totals, expected(CANDIDATES, [0, 1, 1, 1]), "and three of them voted otherwise");
}

/// The same kiosk, and voters who add digits: what it shows to one of them fits no other.
#[test]
fn voters_with_digits_of_their_own_cannot_be_shown_one_tracking_code() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 84);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    let mut codes = Vec::new();
    for (slip, digits) in ["", "042", "777", "042"].into_iter().enumerate() {
        let digits = VoterDigits::parse(digits).unwrap();
        // What the kiosk likes to seal for the others, with the digits that each has added.
        let sealed = poll.seal_openable(&marks(CANDIDATES, u32::from(slip > 0)), digits).unwrap();
        codes.push(sealed.tracking_code());
        poll.deposit(&session.codes[slip], &ProvenBallot::cast(sealed)).unwrap();
    }
    let first = &codes[1];
    let fits = |code: &String, digits: &str| code.len() == 23 && code.ends_with(digits);
    assert!(fits(first, "042") && !fits(first, "777"), "shown to the third, it is found out at once");
    assert!(fits(&codes[3], "042"), "whoever took the same digits could be shown it");
    assert_eq!(codes[0].len(), 19, "and whoever added none, any code without");
    // A cast ballot under other digits has no proof.
    drop(poll);
    session.close(&mut office, 4).unwrap();
    let Round::Closed(closed) = office.round().unwrap() else { panic!("closed") };
    let ballots = office.store().ballots(RoundNumber(1), &closed.closing.root).unwrap();
    let key = office.store().keys(RoundNumber(1)).unwrap().unwrap().election;
    let (form, digest) = (closed.contest.form().unwrap(), contest_digest(&closed.contest));
    let election = Election::new(&key, &form, digest, BallotVersion::Two).unwrap();
    for ballot in ballots {
        assert_eq!(election.verify(&ballot), Ok(()));
        let mut bytes = ballot.as_bytes().to_vec();
        let end = bytes.len() - 3;
        bytes[end..].copy_from_slice(b"123");
        assert!(election.verify(&SealedBallot::from_bytes(bytes)).is_err());
    }
}

/// Two voters were told which digits to add. Their ballots are found; two that are marked otherwise look just like them.
#[test]
fn dictated_digits_find_the_ballot_and_show_nothing_of_its_marks() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 85);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    for (slip, digits) in ["111", "222", "", ""].into_iter().enumerate() {
        let digits = VoterDigits::parse(digits).unwrap();
        let sealed = poll.seal_openable(&marks(CANDIDATES, u32::try_from(slip).unwrap()), digits).unwrap();
        poll.deposit(&session.codes[slip], &ProvenBallot::cast(sealed)).unwrap();
    }
    drop(poll);
    session.close(&mut office, 4).unwrap();
    let Round::Closed(closed) = office.round().unwrap() else { panic!("closed") };
    let ballots = office.store().ballots(RoundNumber(1), &closed.closing.root).unwrap();
    let with = |digits: &[u8]| ballots.iter().filter(|ballot| ballot.as_bytes().ends_with(digits)).count();
    assert_eq!((with(b"111"), with(b"222"), with(b"---")), (1, 1, 2), "each that was dictated is found");
    let lengths: BTreeSet<usize> = ballots.iter().map(|ballot| ballot.as_bytes().len()).collect();
    assert_eq!(lengths.len(), 1, "and is as long as one of other marks, without digits");
}

#[test]
fn a_token_read_in_the_open_box_lets_its_ballot_be_replaced() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 83);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    let cast = |code| poll.cast(code, &marks(CANDIDATES, 0)).unwrap();
    let codes: Vec<_> = session.codes.iter().map(cast).collect();
    drop(poll);
    drop(office);
    // With the station's key and the open file: the slot's own token is there to be read.
    let other = session.sealed_ballots(2).swap_remove(1);
    let spent = tag(&session, &session.codes[0]);
    Insider::with_key_of(&session).put(&session, &spent, SPENT, other.sealed().as_bytes());
    let mut office = session.open();
    session.close(&mut office, 8).unwrap();
    let totals = session.count(&mut office, &session.cards(&[1, 2])).unwrap();
    assert_eq!(totals, expected(CANDIDATES, [0, 0, 0, 0, 0, 0, 0, 1]), "seven, and one as the insider likes");
    let Round::Counted(counted) = office.round().unwrap() else { panic!("counted") };
    let root = &counted.closed.closing.root;
    let ballots = office.store().ballots(RoundNumber(1), root).unwrap();
    let is_there = |code| ballots.iter().any(|ballot| ballot.hash() == code);
    assert!(!is_there(codes[0]), "its voter doesn't find the tracking code");
    assert!(codes[1..].iter().all(|code| is_there(*code)), "all others do");
}

#[test]
fn a_copy_put_back_while_the_poll_is_open_lets_its_slips_vote_again_where_two_count_falsely() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 82);
    let elsewhere = quick_folder();
    let copy = session.copy_to(elsewhere.path());
    let cast = |session: &Session, marked: u32| {
        let mut office = session.open();
        let mut poll = Poll::open(&mut office).unwrap();
        for code in &session.codes {
            poll.cast(code, &marks(CANDIDATES, marked)).unwrap();
        }
    };
    cast(&session, 0);
    // Eight slips are in the tray. The two say that there are none, which is what the copy's box holds: nothing is noted.
    cast(&copy, 1);
    // The tray holds eight slips, the box of the copy eight ballots.
    let mut office = copy.open();
    copy.close(&mut office, 8).unwrap();
    let totals = copy.count(&mut office, &copy.cards(&[1, 2])).unwrap();
    assert_eq!(totals, expected(CANDIDATES, [1; 8]), "none of them as it was cast first");
}
