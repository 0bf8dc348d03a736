//! The key ceremony: an election key is dealt to k-of-n cards, and is never whole outside of it.

use crate::{BallotBoxError, ElectionKey, KeyCard, key::MOST_CARDS};
use elastic_elgamal::{
    DiscreteLogTable,
    group::Ristretto,
    sharing::{Dealer, Params, PublicKeySet},
};
use rand::{CryptoRng, RngCore};

/// The key ceremony: deals a new key to this many cards, any `threshold` of which open totals.
///
/// The secret key exists in memory while this function runs; the library overwrites it on the way out. Before the
/// cards are given out, a test value is sealed and opened with the first and with the last `threshold` of them.
pub fn deal(
    cards: u32,
    threshold: u32,
    rng: &mut (impl RngCore + CryptoRng),
) -> Result<(ElectionKey, Vec<KeyCard>), BallotBoxError> {
    if threshold == 0 || threshold > cards || cards > MOST_CARDS {
        return Err(BallotBoxError::CeremonySize { cards, threshold });
    }
    let params = Params::new(cards as usize, threshold as usize);
    let dealer = Dealer::<Ristretto>::new(params, rng);
    let (polynomial, proof) = dealer.public_info();
    let keys = PublicKeySet::new(params, polynomial, proof).map_err(|_| BallotBoxError::CeremonyTest)?;
    let key = ElectionKey(keys);
    key.refuse_degenerate()?;
    let cards: Vec<KeyCard> = (0..cards)
        .map(|index| KeyCard::new(&key, index + 1, dealer.secret_share_for_participant(index as usize)))
        .collect();
    test_cards(&key, &cards[..threshold as usize], rng)?;
    test_cards(&key, &cards[cards.len() - threshold as usize..], rng)?;
    Ok((key, cards))
}

/// Seals a test value and opens it with these cards, as they will be read back from paper.
fn test_cards(
    key: &ElectionKey,
    cards: &[KeyCard],
    rng: &mut (impl RngCore + CryptoRng),
) -> Result<(), BallotBoxError> {
    const TEST_VALUE: u64 = 7;
    let sealed = key.0.shared_key().encrypt(TEST_VALUE, rng);
    let mut shares = Vec::new();
    for card in cards {
        let share = KeyCard::parse(&card.scanned())?.check(key)?;
        let participant = share.participant();
        shares.push((participant.index(), participant.decrypt_share(sealed, rng).0));
    }
    let opened = key.0.params().combine_shares(shares).ok_or(BallotBoxError::CeremonyTest)?;
    let table = DiscreteLogTable::new([TEST_VALUE]);
    match opened.decrypt(sealed, &table) {
        Some(TEST_VALUE) => Ok(()),
        Some(_) | None => Err(BallotBoxError::CeremonyTest),
    }
}
