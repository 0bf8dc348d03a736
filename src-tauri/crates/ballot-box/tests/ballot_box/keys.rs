//! Keys that no honest ceremony makes.

use ballot_box::{BallotBoxError, ElectionKey, deal};
use curve25519_dalek::Scalar;
use elastic_elgamal::{
    PublicKey, SecretKey,
    group::Ristretto,
    sharing::{Params, PublicKeySet},
};
use rand::SeedableRng as _;
use rand_chacha::ChaCha20Rng;

/// A key for three cards, any two of which are said to open it: the public part of a polynomial, its constant first.
fn key_of(polynomial: &[Scalar]) -> ElectionKey {
    let share_at = |place: u64| {
        let value = |sum: Scalar, coefficient: &Scalar| sum * Scalar::from(place) + coefficient;
        let share = polynomial.iter().rev().fold(Scalar::ZERO, value);
        PublicKey::<Ristretto>::from(&SecretKey::from_bytes(share.as_bytes()).unwrap())
    };
    let shares = (1..=3).map(share_at).collect();
    let written = PublicKeySet::from_participants(Params::new(3, 2), shares).unwrap();
    ElectionKey::try_from(written).unwrap()
}

fn five() -> Scalar {
    Scalar::from(5_u64)
}

#[test]
fn a_key_that_a_ceremony_deals_is_not_degenerate() {
    for (cards, threshold) in [(1, 1), (3, 1), (3, 2), (3, 3), (7, 4)] {
        let (key, _) = deal(cards, threshold, &mut ChaCha20Rng::seed_from_u64(1)).unwrap();
        assert_eq!(key.refuse_degenerate(), Ok(()), "{threshold} of {cards}");
    }
    assert_eq!(key_of(&[five(), five()]).refuse_degenerate(), Ok(()));
}

#[test]
fn a_key_that_fewer_cards_open_than_it_says_is_refused() {
    // Every share is the secret itself: each card opens the totals alone.
    assert_eq!(key_of(&[five()]).refuse_degenerate(), Err(BallotBoxError::KeyDegenerate));
}

#[test]
fn a_key_with_a_secret_that_everybody_knows_is_refused() {
    let secret_is_one = key_of(&[Scalar::ONE, five()]);
    let first_share_is_one = key_of(&[five(), Scalar::ONE - five()]);
    for key in [secret_is_one, first_share_is_one] {
        assert_eq!(key.refuse_degenerate(), Err(BallotBoxError::KeyDegenerate));
    }
}
