//! How it is proven that a block has no more approvals than its limit.

use crate::{BallotBoxError, secret::Secret};
use curve25519_dalek::RistrettoPoint;
use elastic_elgamal::{
    Ciphertext, LogEqualityProof, PreparedRange, PublicKey, RangeDecomposition, RangeProof, group::Ristretto,
};
use merlin::Transcript;
use procedure::ballot::Selection;
use rand::{CryptoRng, RngCore};
use serde::{Deserialize, Serialize};

/// What is proven of the sum of a block's approvals.
pub enum Limit {
    /// As many approvals as candidates are allowed: nothing to prove.
    None,
    /// The sum is in 0..=limit.
    AtMost(PreparedRange<Ristretto>),
    /// The sum is the limit.
    Exactly(u32),
}

/// The proof; which of the two it has, follows from the limit.
#[derive(Serialize, Deserialize)]
pub struct LimitProof {
    at_most: Option<RangeProof<Ristretto>>,
    exactly: Option<LogEqualityProof<Ristretto>>,
}

impl LimitProof {
    /// The proof where there is nothing to prove.
    pub const fn none() -> Self {
        Self { at_most: None, exactly: None }
    }
}

impl Limit {
    /// What is to be proven of a block of this many candidates.
    pub fn of(candidates: usize, limit: u32, selection: Selection) -> Self {
        match selection {
            Selection::Exactly => Self::Exactly(limit),
            Selection::AtMost if limit as usize >= candidates => Self::None,
            Selection::AtMost => Self::AtMost(RangeDecomposition::optimal(u64::from(limit) + 1).into()),
        }
    }

    /// Proves it of a sum that comes to this many approvals.
    pub fn prove(
        &self,
        sum: &Secret,
        approvals: u64,
        receiver: &PublicKey<Ristretto>,
        transcript: &mut Transcript,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<LimitProof, BallotBoxError> {
        Ok(match self {
            Self::None => LimitProof::none(),
            Self::AtMost(range) => {
                let sealed = sum.encrypt_count(approvals, receiver);
                let proof = RangeProof::from_ciphertext(receiver, range, &sealed, transcript, rng);
                LimitProof { at_most: Some(proof), exactly: None }
            }
            Self::Exactly(limit) => {
                let secret = sum.randomness().ok_or(BallotBoxError::SealingFailed)?;
                let powers = powers_of_zero(sum.encrypt(receiver).inner(), *limit);
                let proof = LogEqualityProof::new(receiver, &secret, powers, transcript, rng);
                LimitProof { at_most: None, exactly: Some(proof) }
            }
        })
    }

    /// Checks it of a sum that is still encrypted.
    pub fn verify(
        &self,
        proof: &LimitProof,
        sum: &Ciphertext<Ristretto>,
        receiver: &PublicKey<Ristretto>,
        transcript: &mut Transcript,
    ) -> Result<(), BallotBoxError> {
        let verified = match (self, &proof.at_most, &proof.exactly) {
            (Self::None, None, None) => Ok(()),
            (Self::AtMost(range), Some(proof), None) => proof.verify(receiver, range, *sum, transcript),
            (Self::Exactly(limit), None, Some(proof)) => {
                proof.verify(receiver, powers_of_zero(sum, *limit), transcript)
            }
            _ => return Err(BallotBoxError::BallotMalformed),
        };
        verified.map_err(|_| BallotBoxError::BallotNotProven { what: "limit" })
    }
}

/// The two powers of the randomness that a ciphertext of `value` shows once the value is taken off.
fn powers_of_zero(ciphertext: &Ciphertext<Ristretto>, value: u32) -> (RistrettoPoint, RistrettoPoint) {
    let rest = *ciphertext - Ciphertext::non_blinded(u64::from(value));
    (*rest.random_element(), *rest.blinded_element())
}
