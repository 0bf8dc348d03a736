//! A key that nobody ever holds: each holder makes a part of it, and only the sum of the parts is the key.
//!
//! The library's distributed key generation (Pedersen's, with commitments before it) goes in three steps, each a type here.
//! In each a holder is handed what all the others made, all at once and in the order of the holders. So nothing is
//! inserted twice or left out, at which the library would panic, and every part is checked before anything is made of it.

use crate::{BallotBoxError, ElectionKey, KeyCard, key::MOST_CARDS};
use curve25519_dalek::{RistrettoPoint, traits::Identity};
use elastic_elgamal::{
    PublicKey, SecretKey,
    dkg::{
        ParticipantCollectingCommitments, ParticipantCollectingPolynomials, ParticipantExchangingSecrets,
        PublicInfo,
    },
    group::{ElementOps, Ristretto},
    sharing::{Params, PublicKeySet},
};
use procedure::count::counted;
use rand::{CryptoRng, RngCore};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use zeroize::Zeroizing;

/// A holder who has committed to their part of the key, and waits for the commitments of all.
///
/// This and the two states after it hold the secret part: they are written to be sealed, and nowhere else.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Committed(ParticipantCollectingCommitments<Ristretto>);

/// A holder who has the commitments of all, and waits for what was committed to.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revealed(ParticipantCollectingPolynomials<Ristretto>);

/// A holder who has checked what all have made, and waits for their own share of each.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sharing(ParticipantExchangingSecrets<Ristretto>);

/// What a holder makes public of their part: the points of their polynomial, a proof that they know what is behind each,
/// and what opens their commitment.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Contribution(PublicInfo<'static, Ristretto>);

/// A holder's share of another holder's part: 32 bytes that only the two may know.
pub type SecretShare = Zeroizing<[u8; 32]>;

impl Committed {
    /// Begins to make a key of this many holders, any `threshold` of whom open totals; `holder` is from 1.
    pub fn begin(
        holders: u32,
        threshold: u32,
        holder: u32,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<Self, BallotBoxError> {
        let params = params(holders, threshold)?;
        let index = index(holder, holders)?;
        Ok(Self(ParticipantCollectingCommitments::new(params, index, rng)))
    }

    /// The commitment: a hash that fixes this holder's part before they know any other.
    #[must_use]
    pub fn commitment(&self) -> [u8; 32] {
        self.0.commitment()
    }

    /// Goes on with the commitments of all holders, in their order. Fails where there is not one for each, where this holder's
    /// own is another, or where two are the same.
    pub fn reveal(self, commitments: &[[u8; 32]]) -> Result<Revealed, BallotBoxError> {
        check_number(self.0.params(), commitments.len())?;
        let own = self.0.index();
        if commitments[own] != self.0.commitment() {
            return Err(BallotBoxError::CommitmentWrong { holder: counted(own + 1) });
        }
        refuse_copies(commitments)?;
        let mut participant = self.0;
        for (index, commitment) in commitments.iter().enumerate().filter(|(index, _)| *index != own) {
            participant.insert_commitment(index, *commitment);
        }
        Ok(Revealed(participant.finish_commitment_phase()))
    }
}

impl Revealed {
    /// What this holder makes public now that all have committed.
    #[must_use]
    pub fn contribution(&self) -> Contribution {
        Contribution(self.0.public_info().into_owned())
    }

    /// Goes on with the contributions of all holders, in their order. Fails where there is not one for each, and names the
    /// holder whose contribution isn't what they committed to, isn't proven, or is degenerate.
    pub fn share(self, contributions: &[Contribution]) -> Result<Sharing, BallotBoxError> {
        let params = *self.0.params();
        check_number(&params, contributions.len())?;
        let own = self.0.index();
        let mut participant = self.0;
        for (index, Contribution(info)) in contributions.iter().enumerate() {
            check_form(params, index, info)?;
            let refused = BallotBoxError::ContributionNotProven { holder: counted(index + 1) };
            let is_right = if index == own {
                participant.public_info().polynomial == info.polynomial
            } else {
                participant.insert_public_polynomial(index, info.clone()).is_ok()
            };
            if !is_right {
                return Err(refused);
            }
        }
        // What is checked of all together: their sum is a key that no fewer than k open.
        ElectionKey::of_contributions(counted(params.threshold), contributions)?;
        Ok(Sharing(participant.finish_polynomials_phase()))
    }
}

impl Sharing {
    /// The share of this holder's part for a holder, from 1. It is sealed for that holder before it leaves memory.
    pub fn share_for(&self, holder: u32) -> Result<SecretShare, BallotBoxError> {
        let index = index(holder, counted(self.0.params().shares))?;
        let share = self.0.secret_share_for_participant(index);
        Ok(Zeroizing::new(*share.expose_scalar().as_bytes()))
    }

    /// Finishes with this holder's shares of all the others' parts: none in this holder's own place. Names the
    /// holder whose share doesn't fit what they made public.
    pub fn finish(self, shares: &[Option<SecretShare>]) -> Result<(ElectionKey, KeyCard), BallotBoxError> {
        check_number(self.0.params(), shares.len())?;
        let own = self.0.index();
        let mut participant = self.0;
        for (index, share) in shares.iter().enumerate().filter(|(index, _)| *index != own) {
            let refused = BallotBoxError::SecretShareWrong { holder: counted(index + 1) };
            let share = share.as_ref().and_then(|bytes| SecretKey::<Ristretto>::from_bytes(bytes.as_slice()));
            let Some(share) = share else { return Err(refused) };
            participant.insert_secret_share(index, share).map_err(|_| refused)?;
        }
        let active = participant.complete().map_err(|_| BallotBoxError::KeyMalformed)?;
        let key = ElectionKey(active.key_set().clone());
        key.refuse_degenerate()?;
        let card = KeyCard::new(&key, counted(own + 1), active.secret_share().clone());
        Ok((key, card))
    }
}

impl Contribution {
    /// Checks that this is what the holder, from 1, committed to, that it is proven, and that it can be a part of a key
    /// of so many holders.
    pub fn check(
        &self,
        holders: u32,
        threshold: u32,
        holder: u32,
        commitment: &[u8; 32],
    ) -> Result<(), BallotBoxError> {
        check_form(params(holders, threshold)?, index(holder, holders)?, &self.0)?;
        if self.commitment() != *commitment {
            return Err(BallotBoxError::CommitmentWrong { holder });
        }
        self.check_proof(holders, threshold, holder)
    }

    /// Checks this without the commitment: that it can be a part of a key of so many holders, and is proven.
    pub fn check_proof(&self, holders: u32, threshold: u32, holder: u32) -> Result<(), BallotBoxError> {
        let params = params(holders, threshold)?;
        check_form(params, index(holder, holders)?, &self.0)?;
        self.key_set(params).map(drop).ok_or(BallotBoxError::ContributionNotProven { holder })
    }

    /// SHA-256 over the polynomial's first point and the opening, as the library commits.
    fn commitment(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        let [first, ..] = &self.0.polynomial[..] else { return hash.finalize().into() };
        hash.update(first.compress().as_bytes());
        hash.update(self.opening());
        hash.finalize().into()
    }

    /// The opening's bytes, which the library only writes.
    fn opening(&self) -> Vec<u8> {
        use base64ct::{Base64UrlUnpadded, Encoding};
        let written = serde_json::to_value(&self.0.opening).ok();
        let text = written.as_ref().and_then(serde_json::Value::as_str);
        text.and_then(|text| Base64UrlUnpadded::decode_vec(text).ok()).unwrap_or_default()
    }

    /// The keys that this part alone would give, where its proof holds.
    fn key_set(&self, params: Params) -> Option<PublicKeySet<Ristretto>> {
        PublicKeySet::new(params, self.0.polynomial.clone(), &self.0.proof_of_possession).ok()
    }
}

impl ElectionKey {
    /// The key that the contributions of all holders, in their order, make together. Fails where one isn't proven or the key
    /// is weaker than it says.
    pub fn of_contributions(threshold: u32, contributions: &[Contribution]) -> Result<Self, BallotBoxError> {
        let params = params(counted(contributions.len()), threshold)?;
        let mut sums = vec![RistrettoPoint::identity(); contributions.len()];
        for (index, contribution) in contributions.iter().enumerate() {
            check_form(params, index, &contribution.0)?;
            let refused = BallotBoxError::ContributionNotProven { holder: counted(index + 1) };
            let part = contribution.key_set(params).ok_or(refused)?;
            for (sum, key) in sums.iter_mut().zip(part.participant_keys()) {
                *sum += key.as_element();
            }
        }
        let keys: Option<Vec<_>> = sums
            .iter()
            .map(|sum| PublicKey::<Ristretto>::from_bytes(sum.compress().as_bytes()).ok())
            .collect();
        let keys = keys.and_then(|keys| PublicKeySet::from_participants(params, keys).ok());
        let key = Self(keys.ok_or(BallotBoxError::KeyDegenerate)?);
        key.refuse_degenerate()?;
        Ok(key)
    }
}

fn params(holders: u32, threshold: u32) -> Result<Params, BallotBoxError> {
    // One holder alone holds the whole key, and one who opens alone needs no other: then nothing is distributed.
    if threshold < 2 || threshold > holders || holders > MOST_CARDS {
        return Err(BallotBoxError::CeremonySize { cards: holders, threshold });
    }
    Ok(Params::new(holders as usize, threshold as usize))
}

fn index(holder: u32, holders: u32) -> Result<usize, BallotBoxError> {
    if holder == 0 || holder > holders {
        return Err(BallotBoxError::HolderUnknown { holder });
    }
    Ok(holder as usize - 1)
}

fn check_number(params: &Params, found: usize) -> Result<(), BallotBoxError> {
    if found == params.shares {
        Ok(())
    } else {
        Err(BallotBoxError::HoldersMissing { needed: counted(params.shares), found: counted(found) })
    }
}

/// A holder who takes over another's commitment could take over what it opens to as well.
fn refuse_copies(commitments: &[[u8; 32]]) -> Result<(), BallotBoxError> {
    let mut seen = BTreeSet::new();
    match commitments.iter().position(|commitment| !seen.insert(commitment)) {
        Some(index) => Err(BallotBoxError::CommitmentWrong { holder: counted(index + 1) }),
        None => Ok(()),
    }
}

/// A polynomial has as many points as holders open totals, and none whose secret everybody knows: with a last point of
/// nothing fewer would open them.
fn check_form(
    params: Params,
    index: usize,
    info: &PublicInfo<'static, Ristretto>,
) -> Result<(), BallotBoxError> {
    let known = |point: &RistrettoPoint| Ristretto::is_identity(point) || *point == Ristretto::generator();
    if info.polynomial.len() != params.threshold || info.polynomial.iter().any(known) {
        return Err(BallotBoxError::ContributionDegenerate { holder: counted(index + 1) });
    }
    Ok(())
}
