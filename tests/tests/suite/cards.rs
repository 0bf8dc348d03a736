//! Key cards: any three of five open the totals, no two do, and a card that doesn't belong is named.

#![expect(clippy::unwrap_used, clippy::float_arithmetic, reason = "a test fails by panicking; statistics")]

use ballot_box::{KeyCard, deal};
use messages::Coded;
use office::{OfficeError, acts::Poll};
use piaojue_tests::{
    forge::{card_of, card_payload},
    session::{Session, Size, expected, marks, quick_folder},
};
use procedure::round::RoundState;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use std::collections::BTreeSet;

const CANDIDATES: usize = 2;
const SIZE: Size = Size { candidates: 2, delegates: 6, spare: 0, cards: (5, 3) };

/// A session whose poll is closed, in a folder of its own.
fn closed(seed: u64) -> (tempfile::TempDir, Session) {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, seed);
    let mut office = session.open();
    let mut poll = Poll::open(&mut office).unwrap();
    for (voter, code) in (0..).zip(&session.codes) {
        poll.cast(code, &marks(CANDIDATES, voter)).unwrap();
    }
    session.close(&mut office, SIZE.delegates).unwrap();
    (folder, session)
}

/// Counts a copy of the session with these cards.
fn count(session: &Session, cards: &[KeyCard]) -> Result<Vec<(u32, u32)>, OfficeError> {
    let elsewhere = quick_folder();
    let copy = session.copy_to(elsewhere.path());
    let mut office = copy.open();
    let counted = copy.count(&mut office, cards);
    let state = office.round().unwrap().state();
    assert_eq!(state, if counted.is_ok() { RoundState::Counted } else { RoundState::Closed });
    counted
}

/// All sets of so many of the numbers 1 to 5.
fn subsets(size: u32) -> Vec<Vec<usize>> {
    let members = |set: u32| (1..=5).filter(|card| set >> (card - 1) & 1 == 1).collect();
    (0_u32..32).filter(|set| set.count_ones() == size).map(members).collect()
}

#[test]
fn every_three_cards_open_the_totals_and_no_two_do() {
    let (_folder, session) = closed(80);
    assert_eq!((subsets(3).len(), subsets(2).len()), (10, 10));
    for three in subsets(3) {
        let mut cards = session.cards(&three);
        cards.reverse();
        assert_eq!(count(&session, &cards).unwrap(), expected(CANDIDATES, 0..SIZE.delegates), "{three:?}");
    }
    for two in subsets(2) {
        let refused = count(&session, &session.cards(&two)).unwrap_err();
        assert_eq!(refused.code(), "opening.too-few-cards", "{two:?}");
    }
    let all = session.cards(&[1, 2, 3, 4, 5]);
    assert_eq!(count(&session, &all).unwrap(), expected(CANDIDATES, 0..SIZE.delegates));
    assert_eq!(count(&session, &[]).unwrap_err().code(), "opening.too-few-cards");
}

#[test]
fn a_card_that_does_not_belong_is_named() {
    let (_folder, session) = closed(81);
    let (_other_folder, other) = closed(82);
    let with = |card: KeyCard| {
        let mut cards = session.cards(&[1, 2]);
        cards.push(card);
        count(&session, &cards).unwrap_err()
    };
    assert_eq!(with(other.cards(&[3]).remove(0)).code(), "key-card.of-another-key");
    let twice = with(session.cards(&[2]).remove(0));
    assert_eq!((twice.code(), twice.facts()), ("key-card.twice", vec![("holder", "2".to_owned())]));

    // A card whose check characters hold, made by someone who holds card 3: another number, another share.
    let payload = card_payload(&session.cards[2]);
    assert_eq!(card_of(&payload), session.cards[2], "cards are read and written as the program does");
    let mut renumbered = payload.clone();
    renumbered[1] = 4;
    let mut altered = payload.clone();
    altered[5] ^= 1;
    let mut of_other_key = card_payload(&other.cards[2]);
    of_other_key[2..5].copy_from_slice(&payload[2..5]);
    for (payload, holder) in [(renumbered, "4"), (altered, "3"), (of_other_key, "3")] {
        let refused = with(KeyCard::parse(&card_of(&payload)).unwrap());
        assert_eq!(refused.code(), "key-card.does-not-fit");
        assert_eq!(refused.facts(), [("holder", holder.to_owned())]);
    }
    for holder in [0, 6, 255] {
        let mut payload = payload.clone();
        payload[1] = holder;
        let refused = with(KeyCard::parse(&card_of(&payload)).unwrap());
        assert_eq!(refused.code(), "key-card.does-not-fit");
    }
}

/// One card of a 2-of-3 key says nothing about the key: over many deals each card's share, and the difference of two
/// cards' shares, is spread as evenly as chance spreads it.
#[test]
fn shares_are_spread_evenly() {
    const DEALS: usize = 1_000;
    let mut rng = ChaCha20Rng::seed_from_u64(83);
    let mut first_bytes = Vec::new();
    let mut differences = Vec::new();
    let mut shares = BTreeSet::new();
    for _ in 0..DEALS {
        let (_, cards) = deal(3, 2, &mut rng).unwrap();
        let dealt: Vec<Vec<u8>> =
            cards.iter().map(|card| card_payload(&card.scanned())[5..].to_vec()).collect();
        first_bytes.extend(dealt.iter().map(|share| share[0]));
        differences.push(dealt[0][0].wrapping_sub(dealt[1][0]));
        shares.extend(dealt);
    }
    assert_eq!(shares.len(), 3 * DEALS, "no share twice");
    assert!(!shares.contains(&vec![0; 32]), "and none is zero");
    for (what, bytes) in [("shares", &first_bytes), ("differences", &differences)] {
        let chi_square = chi_square(bytes);
        println!("{what}: chi-square {chi_square:.1} with 255 degrees of freedom");
        // Four standard deviations of the distribution, both ways: too even is no chance either.
        assert!((165.0..346.0).contains(&chi_square), "{what}");
    }
    assert!(chi_square(&[7; 3_000]) > 346.0, "the measure finds what is not spread");
}

fn chi_square(bytes: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let expected = f64::from(u32::try_from(bytes.len()).unwrap()) / 256.0;
    counts.iter().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum()
}
