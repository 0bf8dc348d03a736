//! The election key: its public part, and a scrutineer's share of it.

use crate::BallotBoxError;
use elastic_elgamal::{
    group::Ristretto,
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
