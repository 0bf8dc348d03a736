//! The election key: its public part, and a scrutineer's share of it.

use crate::BallotBoxError;
use elastic_elgamal::{
    group::{ElementOps, Ristretto},
    sharing::{ActiveParticipant, Params, PublicKeySet},
};
use procedure::count::counted;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// More cards than any session has scrutineers.
pub(crate) const MOST_CARDS: u32 = 32;

/// The public part of the key that ballots are sealed to, and of each scrutineer's share.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "PublicKeySet<Ristretto>", into = "PublicKeySet<Ristretto>")]
pub struct ElectionKey(pub(crate) PublicKeySet<Ristretto>);

/// A key that was written is put together again from the participants' keys: what doesn't fit together is no key.
impl TryFrom<PublicKeySet<Ristretto>> for ElectionKey {
    type Error = BallotBoxError;

    fn try_from(written: PublicKeySet<Ristretto>) -> Result<Self, BallotBoxError> {
        let Params { shares, threshold } = written.params();
        let sizes_fit = threshold >= 1 && threshold <= shares && shares <= MOST_CARDS as usize;
        if !sizes_fit || written.participant_keys().len() != shares {
            return Err(BallotBoxError::KeyMalformed);
        }
        let keys = PublicKeySet::from_participants(written.params(), written.participant_keys().to_vec())
            .map_err(|_| BallotBoxError::KeyMalformed)?;
        if keys.shared_key() == written.shared_key() {
            Ok(Self(keys))
        } else {
            Err(BallotBoxError::KeyMalformed)
        }
    }
}

impl From<ElectionKey> for PublicKeySet<Ristretto> {
    fn from(key: ElectionKey) -> Self {
        key.0
    }
}

/// A scrutineer's share, checked against the key; in memory only while totals are opened.
pub struct KeyShare(ActiveParticipant<Ristretto>);

impl ElectionKey {
    /// How many cards there are, n.
    #[must_use]
    pub fn cards(&self) -> u32 {
        counted(self.0.params().shares)
    }

    /// How many cards open totals, k.
    #[must_use]
    pub fn threshold(&self) -> u32 {
        counted(self.0.params().threshold)
    }

    /// Whether the key is weaker than it says: one of its points is the generator, whose secret everybody knows, or the
    /// cards' polynomial is of a lower degree than k - 1, so that fewer than k cards open totals.
    #[must_use]
    pub fn is_degenerate(&self) -> bool {
        let generator = Ristretto::generator();
        let mut keys = self.0.participant_keys().iter().chain([self.0.shared_key()]);
        if keys.any(|key| key.as_element() == generator) {
            return true;
        }
        let Params { shares, threshold } = self.0.params();
        // Keys that fit together with one card fewer are those of such a polynomial.
        let keys = self.0.participant_keys().to_vec();
        threshold > 1 && PublicKeySet::from_participants(Params::new(shares, threshold - 1), keys).is_ok()
    }

    /// Fails for a key that no honest ceremony makes ([`Self::is_degenerate`]).
    pub fn refuse_degenerate(&self) -> Result<(), BallotBoxError> {
        if self.is_degenerate() { Err(BallotBoxError::KeyDegenerate) } else { Ok(()) }
    }

    /// SHA-256 over the cards' numbers and all public keys, in hex: names the key on documents and in the log.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        crate::hex(&self.digest())
    }

    pub(crate) fn digest(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(b"piaojue election key v1");
        hash.update(self.cards().to_be_bytes());
        hash.update(self.threshold().to_be_bytes());
        hash.update(self.0.shared_key().as_bytes());
        for key in self.0.participant_keys() {
            hash.update(key.as_bytes());
        }
        hash.finalize().into()
    }

    pub(crate) const fn set(&self) -> &PublicKeySet<Ristretto> {
        &self.0
    }

    pub(crate) fn share(
        &self,
        holder: u32,
        secret: elastic_elgamal::SecretKey<Ristretto>,
    ) -> Result<KeyShare, BallotBoxError> {
        let refused = BallotBoxError::CardDoesNotFit { holder };
        if holder == 0 || holder > self.cards() {
            return Err(refused);
        }
        ActiveParticipant::new(self.0.clone(), holder as usize - 1, secret).map(KeyShare).map_err(|_| refused)
    }
}

impl KeyShare {
    /// The number of the card, from 1.
    #[must_use]
    pub fn holder(&self) -> u32 {
        counted(self.0.index() + 1)
    }

    pub(crate) const fn participant(&self) -> &ActiveParticipant<Ristretto> {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deal;
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    fn dealt(cards: u32, threshold: u32) -> ElectionKey {
        deal(cards, threshold, &mut ChaCha20Rng::seed_from_u64(5)).expect("a key").0
    }

    /// The same points under another threshold.
    fn passed_off(key: &ElectionKey, threshold: u32) -> ElectionKey {
        let mut text = serde_json::to_value(key).expect("JSON");
        text["params"]["threshold"] = threshold.into();
        serde_json::from_value(text).expect("a key")
    }

    #[test]
    fn a_dealt_key_is_as_strong_as_it_says() {
        for (cards, threshold) in [(1, 1), (3, 1), (3, 2), (3, 3), (5, 4)] {
            assert!(!dealt(cards, threshold).is_degenerate(), "{threshold} of {cards}");
        }
    }

    #[test]
    fn a_key_that_fewer_cards_open_is_degenerate() {
        assert!(passed_off(&dealt(3, 1), 2).is_degenerate());
        assert!(passed_off(&dealt(5, 2), 4).is_degenerate());
        assert!(passed_off(&dealt(3, 2), 3).is_degenerate());
    }

    #[test]
    fn a_key_with_the_generator_is_degenerate() {
        let mut text = serde_json::to_value(dealt(1, 1)).expect("JSON");
        // The generator in base64url (RFC 9496, 4).
        let generator = "4vKuCmq8TnGohKlhxQBRX1jjC2qlgt2NtqZZReCNLXY";
        text["shared_key"] = generator.into();
        text["participant_keys"][0] = generator.into();
        let key: ElectionKey = serde_json::from_value(text).expect("a key");
        assert!(key.is_degenerate());
    }
}
