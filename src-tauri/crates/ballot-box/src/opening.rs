//! Opening totals: each scrutineer's share with its proof, their combination, and a second, separate computation.

use crate::{BallotBoxError, Election, EncryptedTotals, FEWEST_BALLOTS, KeyShare, SealedBallot};
use curve25519_dalek::{RistrettoPoint, Scalar, ristretto::CompressedRistretto, traits::Identity};
use elastic_elgamal::{
    CandidateDecryption, DiscreteLogTable, LogEqualityProof, VerifiableDecryption, group::Ristretto,
};
use procedure::count::{Votes, counted};
use rand::{CryptoRng, RngCore};
use serde::{Deserialize, Serialize};

/// What one scrutineer's card contributes to the opening, with proofs that it was computed from that card.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OpeningShare {
    holder: u32,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Part {
    share: CandidateDecryption<Ristretto>,
    proof: LogEqualityProof<Ristretto>,
}

/// A share whose proofs hold.
struct CheckedShare {
    holder: u32,
    parts: Vec<VerifiableDecryption<Ristretto>>,
}

/// The opened totals, in list order; `oppose` is empty where the form takes no oppositions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// Approvals of each candidate.
    pub approve: Vec<Votes>,
    /// Oppositions to each candidate.
    pub oppose: Vec<Votes>,
}

impl OpeningShare {
    /// The number of the card it came from, from 1.
    #[must_use]
    pub const fn holder(&self) -> u32 {
        self.holder
    }
}

impl KeyShare {
    /// This card's part in opening the totals. Refused for fewer than [`FEWEST_BALLOTS`].
    pub fn open_share(
        &self,
        totals: &EncryptedTotals,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<OpeningShare, BallotBoxError> {
        refuse_too_few(totals.ballots)?;
        let part = |ciphertext| {
            let (share, proof) = self.participant().decrypt_share(ciphertext, rng);
            Part { share: share.into(), proof }
        };
        Ok(OpeningShare { holder: self.holder(), parts: totals.ciphertexts().map(part).collect() })
    }
}

impl Election {
    /// Checks each share's proofs and opens the totals with the first k of them.
    pub fn open(&self, totals: &EncryptedTotals, shares: &[OpeningShare]) -> Result<Totals, BallotBoxError> {
        refuse_too_few(totals.ballots)?;
        let checked = self.check_shares(totals, shares)?;
        let table = DiscreteLogTable::new(0..=totals.ballots as u64);
        let mut opened = Vec::new();
        for (place, ciphertext) in totals.ciphertexts().enumerate() {
            let votes = self
                .combine(&checked, place)?
                .decrypt(ciphertext, &table)
                .and_then(|votes| u32::try_from(votes).ok())
                .ok_or(BallotBoxError::TotalsOutOfRange)?;
            opened.push(Votes(votes));
        }
        let oppose = opened.split_off(totals.approve.len());
        Ok(Totals { approve: opened, oppose })
    }

    /// The second path to the totals: adds the points up straight from the ballots' bytes, the other way round and
    /// without the library, and checks that the opened totals, encrypted again, are what the last k shares open.
    pub fn confirm(
        &self,
        ballots: &[SealedBallot],
        encrypted: &EncryptedTotals,
        shares: &[OpeningShare],
        totals: &Totals,
    ) -> Result<(), BallotBoxError> {
        let sums = self.sum_again(ballots)?;
        let opened: Vec<Votes> = totals.approve.iter().chain(&totals.oppose).copied().collect();
        let same_sums = encrypted
            .ciphertexts()
            .map(|sum| (*sum.blinded_element(), *sum.random_element()))
            .eq(sums.iter().copied());
        if !same_sums || opened.len() != sums.len() {
            return Err(BallotBoxError::TotalsDiffer);
        }
        let last = shares.len().saturating_sub(self.key().threshold() as usize);
        let checked = self.check_shares(encrypted, &shares[last..])?;
        for (place, (votes, (blinded, _))) in opened.iter().zip(sums).enumerate() {
            let unblinded = blinded - self.combine(&checked, place)?.as_element();
            if unblinded != RistrettoPoint::mul_base(&Scalar::from(votes.0)) {
                return Err(BallotBoxError::TotalsDiffer);
            }
        }
        Ok(())
    }

    /// The sums of all ballots' blinded and random points, read where the ballots' bytes have them: the approvals
    /// come first, the oppositions last, two points to each.
    fn sum_again(
        &self,
        ballots: &[SealedBallot],
    ) -> Result<Vec<(RistrettoPoint, RistrettoPoint)>, BallotBoxError> {
        const ONE: usize = 2 * 32;
        let candidates = self.candidates();
        let opposed = if self.has_oppose() { candidates } else { 0 };
        let mut sums = vec![(RistrettoPoint::identity(), RistrettoPoint::identity()); candidates + opposed];
        for ballot in ballots.iter().rev() {
            let bytes = ballot.numbers(self.version());
            let oppose_from =
                bytes.len().checked_sub(opposed * ONE).ok_or(BallotBoxError::BallotMalformed)?;
            let starts = (0..candidates)
                .map(|place| place * ONE)
                .chain((0..opposed).map(|place| oppose_from + place * ONE));
            for (sum, start) in sums.iter_mut().zip(starts) {
                sum.0 += point(bytes, start)?;
                sum.1 += point(bytes, start + 32)?;
            }
        }
        Ok(sums)
    }

    /// Shares by holder, each proven against the totals.
    fn check_shares(
        &self,
        totals: &EncryptedTotals,
        shares: &[OpeningShare],
    ) -> Result<Vec<CheckedShare>, BallotBoxError> {
        let needed = self.key().threshold();
        let found = counted(shares.len());
        if found < needed {
            return Err(BallotBoxError::TooFewShares { needed, found });
        }
        let mut checked: Vec<CheckedShare> = Vec::new();
        for share in shares {
            if checked.iter().any(|other| other.holder == share.holder) {
                return Err(BallotBoxError::CardTwice { holder: share.holder });
            }
            checked.push(self.check_share(totals, share)?);
        }
        Ok(checked)
    }

    /// Checks every proof of one share: that it was computed from its card for these totals.
    pub fn verify_share(&self, totals: &EncryptedTotals, share: &OpeningShare) -> Result<(), BallotBoxError> {
        self.check_share(totals, share).map(drop)
    }

    /// A share whose proofs hold for these totals.
    fn check_share(
        &self,
        totals: &EncryptedTotals,
        share: &OpeningShare,
    ) -> Result<CheckedShare, BallotBoxError> {
        let refused = BallotBoxError::ShareNotProven { holder: share.holder };
        let known = share.holder >= 1 && share.holder <= self.key().cards();
        if !known || share.parts.len() != totals.ciphertexts().count() {
            return Err(refused);
        }
        let index = share.holder as usize - 1;
        let mut parts = Vec::new();
        for (part, ciphertext) in share.parts.iter().zip(totals.ciphertexts()) {
            let checked = self.key().set().verify_share(part.share, ciphertext, index, &part.proof);
            parts.push(checked.map_err(|_| refused.clone())?);
        }
        Ok(CheckedShare { holder: share.holder, parts })
    }

    fn combine(
        &self,
        shares: &[CheckedShare],
        place: usize,
    ) -> Result<VerifiableDecryption<Ristretto>, BallotBoxError> {
        let parts = shares.iter().map(|share| (share.holder as usize - 1, share.parts[place]));
        let too_few = BallotBoxError::TooFewShares { needed: self.key().threshold(), found: 0 };
        self.key().set().params().combine_shares(parts).ok_or(too_few)
    }
}

fn point(bytes: &[u8], start: usize) -> Result<RistrettoPoint, BallotBoxError> {
    let bytes = bytes.get(start..start + 32).ok_or(BallotBoxError::BallotMalformed)?;
    CompressedRistretto::from_slice(bytes)
        .ok()
        .and_then(|compressed| compressed.decompress())
        .ok_or(BallotBoxError::BallotMalformed)
}

fn refuse_too_few(ballots: usize) -> Result<(), BallotBoxError> {
    if ballots < FEWEST_BALLOTS {
        return Err(BallotBoxError::TooFewToOpen { ballots, fewest: FEWEST_BALLOTS });
    }
    Ok(())
}
