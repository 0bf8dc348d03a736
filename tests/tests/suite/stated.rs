//! What can be done all the same, just as SECURITY.md states it.

use office::acts::Poll;
use piaojue_tests::{
    forge::{Insider, SPENT, tag},
    session::{Session, Size, expected, marks, quick_folder},
};
use procedure::{number::RoundNumber, round::Round};

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
