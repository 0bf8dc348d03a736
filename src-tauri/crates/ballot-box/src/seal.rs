//! Sealing and verifying a ballot.
//!
//! # What a sealed ballot proves
//! For each candidate it has a ciphertext of `a` (approve) and, where the form asks, of `o` (oppose). It proves that
//! 1. `a` and `o` are each 0 or 1 and not both 1. For weights `p`, `q` that the transcript gives once the
//!    ciphertexts are fixed, `(pa + qo)² = p²a + q²o`; summed over all candidates, this is one proof of a sum of
//!    squares. As a polynomial in the weights, the difference has the coefficients `a² - a`, `o² - o` and `2ao`.
//!    If one of them isn't zero, it vanishes for at most 2 in 2¹²⁸ weights (Schwartz and Zippel's lemma);
//! 2. the approvals of each block are at most its limit (a range proof on their sum), or exactly the limit (the sum
//!    less the limit encrypts zero).
//!
//! The library has ballots of its own, and none of them says that approving and opposing exclude each other; so its
//! proofs of squares, ranges and equality are put together here. Every transcript is bound to the key, the form, the
//! contest, the voter's digits and all ciphertexts: no proof can be moved to another ballot, round or session.

use crate::{
    BallotBoxError, BallotVersion, ElectionKey, SealedBallot, VoterDigits,
    limit::{Limit, LimitProof},
    secret::Secret,
    transcript::{at, begin},
};
use base64ct::{Base64UrlUnpadded, Encoding};
use curve25519_dalek::{
    RistrettoPoint, Scalar,
    traits::{IsIdentity, VartimeMultiscalarMul},
};
use elastic_elgamal::{Ciphertext, PublicKey, SumOfSquaresProof, group::Ristretto};
use merlin::Transcript;
use procedure::ballot::{BallotForm, Mark, Marks, Selection};
use rand::{CryptoRng, RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Everything that sealing and verifying the ballots of one round need; prepared once.
pub struct Election {
    key: ElectionKey,
    form: BallotForm,
    version: BallotVersion,
    transcript: Transcript,
    limits: Vec<Limit>,
    shape: Value,
    sealed_len: usize,
}

/// A ballot's ciphertexts and proofs, in the library's own types.
#[derive(Serialize, Deserialize)]
pub struct Envelope {
    pub approve: Vec<Ciphertext<Ristretto>>,
    pub oppose: Vec<Ciphertext<Ristretto>>,
    marks: SumOfSquaresProof<Ristretto>,
    limits: Vec<LimitProof>,
}

/// The weights of one candidate's equation.
struct Weights {
    approve: Scalar,
    oppose: Scalar,
}

impl Election {
    /// Prepares a round: `contest` is the hash of its frozen contest.
    pub fn new(
        key: &ElectionKey,
        form: &BallotForm,
        contest: [u8; 32],
        version: BallotVersion,
    ) -> Result<Self, BallotBoxError> {
        check_form(form)?;
        let limits =
            form.blocks.iter().map(|block| Limit::of(block.candidates.len(), block.limit, form.selection));
        let mut election = Self {
            key: key.clone(),
            form: form.clone(),
            version,
            transcript: begin(key, form, &contest, version),
            limits: limits.collect(),
            shape: Value::Null,
            sealed_len: 0,
        };
        // Any ballot shows the shape of all; this one is thrown away.
        let sample = election.envelope(&sample_marks(form), &mut ChaCha20Rng::seed_from_u64(0))?;
        election.sealed_len = election.written(&sample, VoterDigits::NONE)?.as_bytes().len();
        election.shape = serde_json::to_value(&sample).map_err(|_| BallotBoxError::SealingFailed)?;
        Ok(election)
    }

    /// The length in bytes of every sealed ballot of this round.
    #[must_use]
    pub const fn sealed_len(&self) -> usize {
        self.sealed_len
    }

    /// How its ballots are written.
    #[must_use]
    pub const fn version(&self) -> BallotVersion {
        self.version
    }

    /// The key that ballots are sealed to.
    #[must_use]
    pub const fn key(&self) -> &ElectionKey {
        &self.key
    }

    /// The number of candidates on the ballot.
    #[must_use]
    pub const fn candidates(&self) -> usize {
        self.form.candidates
    }

    pub(crate) const fn form(&self) -> &BallotForm {
        &self.form
    }

    pub(crate) const fn has_oppose(&self) -> bool {
        self.form.oppose
    }

    /// Seals a ballot whose marks keep the form, without digits. The randomness is forgotten: nobody can show what it holds.
    pub fn seal(
        &self,
        marks: &Marks,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<SealedBallot, BallotBoxError> {
        self.form.check(marks).map_err(|_| BallotBoxError::MarksBreakForm)?;
        self.written(&self.envelope(marks, rng)?, VoterDigits::NONE)
    }

    pub(crate) fn written(
        &self,
        envelope: &Envelope,
        digits: VoterDigits,
    ) -> Result<SealedBallot, BallotBoxError> {
        SealedBallot::encode(envelope, self.version, digits)
    }

    /// Checks every proof of a sealed ballot.
    pub fn verify(&self, ballot: &SealedBallot) -> Result<(), BallotBoxError> {
        self.open_envelope(ballot).map(drop)
    }

    /// The ciphertexts of a ballot whose proofs hold.
    pub(crate) fn open_envelope(&self, ballot: &SealedBallot) -> Result<Envelope, BallotBoxError> {
        if ballot.as_bytes().len() != self.sealed_len {
            return Err(BallotBoxError::BallotMalformed);
        }
        let digits = ballot.digits(self.version)?;
        let envelope: Envelope = ballot.decode(&self.shape, self.version)?;
        let has_no_randomness = |sealed: &Ciphertext<Ristretto>| sealed.random_element().is_identity();
        if envelope.approve.iter().chain(&envelope.oppose).any(has_no_randomness) {
            return Err(BallotBoxError::BallotMalformed);
        }
        let bound = self.bind(&envelope.approve, &envelope.oppose, digits);
        self.verify_marks(&envelope, &bound)?;
        self.verify_limits(&envelope, &bound)?;
        Ok(envelope)
    }

    /// SHA-256 of a ballot's ciphertexts, approvals before oppositions, without its proofs. Ballots of the same ciphertexts hold
    /// the same marks, whatever proofs they carry. Fails if the ballot isn't as long as those of this round.
    pub fn ciphertexts_hash(&self, ballot: &SealedBallot) -> Result<[u8; 32], BallotBoxError> {
        /// The bytes of a ciphertext: two points.
        const CIPHERTEXT: usize = 64;
        if ballot.as_bytes().len() != self.sealed_len {
            return Err(BallotBoxError::BallotMalformed);
        }
        let bytes = ballot.numbers(self.version);
        let length = CIPHERTEXT * self.form.candidates;
        let oppose = if self.form.oppose { bytes.len().checked_sub(length) } else { Some(bytes.len()) };
        let approve = bytes.get(..length).ok_or(BallotBoxError::BallotMalformed)?;
        let oppose = oppose.and_then(|from| bytes.get(from..)).ok_or(BallotBoxError::BallotMalformed)?;
        Ok(Sha256::new().chain_update(approve).chain_update(oppose).finalize().into())
    }

    fn receiver(&self) -> &PublicKey<Ristretto> {
        self.key.set().shared_key()
    }

    fn envelope(
        &self,
        marks: &Marks,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<Envelope, BallotBoxError> {
        let approve = secrets(marks, Mark::Approve, rng);
        let oppose = if self.form.oppose { secrets(marks, Mark::Oppose, rng) } else { Vec::new() };
        self.envelope_of(marks, [&approve, &oppose], VoterDigits::NONE, rng)
    }

    pub(crate) fn envelope_of(
        &self,
        marks: &Marks,
        [approve, oppose]: [&[Secret]; 2],
        digits: VoterDigits,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<Envelope, BallotBoxError> {
        let sealed_approve = self.ciphertexts(approve);
        let sealed_oppose = self.ciphertexts(oppose);
        let bound = self.bind(&sealed_approve, &sealed_oppose, digits);
        Ok(Envelope {
            marks: self.prove_marks(approve, oppose, &bound, rng),
            limits: self.prove_limits(marks, approve, &bound, rng)?,
            approve: sealed_approve,
            oppose: sealed_oppose,
        })
    }

    pub(crate) fn ciphertexts(&self, secrets: &[Secret]) -> Vec<Ciphertext<Ristretto>> {
        secrets.iter().map(|secret| *secret.encrypt(self.receiver()).inner()).collect()
    }

    /// A transcript that every proof of the ballot starts from.
    fn bind(
        &self,
        approve: &[Ciphertext<Ristretto>],
        oppose: &[Ciphertext<Ristretto>],
        digits: VoterDigits,
    ) -> Transcript {
        let mut bound = self.transcript.clone();
        if self.version.takes_digits() {
            bound.append_message(b"digits", &digits.bytes());
        }
        for (label, ciphertexts) in [(b"approve" as &'static [u8], approve), (b"oppose", oppose)] {
            for ciphertext in ciphertexts {
                bound.append_message(label, &ciphertext.to_bytes());
            }
        }
        bound
    }

    fn prove_marks(
        &self,
        approve: &[Secret],
        oppose: &[Secret],
        bound: &Transcript,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> SumOfSquaresProof<Ristretto> {
        let (mut transcript, weights) = weights(bound, approve.len());
        let mut roots = Vec::new();
        let mut squares = Secret::zero();
        for (place, weight) in weights.iter().enumerate() {
            let mut root = approve[place].times(&weight.approve);
            squares = squares.plus(&root.times(&weight.approve));
            if let Some(oppose) = oppose.get(place) {
                let opposed = oppose.times(&weight.oppose);
                squares = squares.plus(&opposed.times(&weight.oppose));
                root = root.plus(&opposed);
            }
            roots.push(root.encrypt(self.receiver()));
        }
        let squares = squares.encrypt(self.receiver());
        SumOfSquaresProof::new(roots.iter(), &squares, self.receiver(), &mut transcript, rng)
    }

    fn verify_marks(&self, envelope: &Envelope, bound: &Transcript) -> Result<(), BallotBoxError> {
        let (mut transcript, weights) = weights(bound, envelope.approve.len());
        let mut roots = Vec::new();
        let mut marked = Vec::new();
        let mut squared_weights = Vec::new();
        for (place, weight) in weights.iter().enumerate() {
            let approve = envelope.approve[place];
            let mut root = approve * &weight.approve;
            marked.push(approve);
            squared_weights.push(weight.approve * weight.approve);
            if let Some(oppose) = envelope.oppose.get(place) {
                root += *oppose * &weight.oppose;
                marked.push(*oppose);
                squared_weights.push(weight.oppose * weight.oppose);
            }
            roots.push(root);
        }
        let squares = weighted_sum(&marked, &squared_weights)?;
        envelope
            .marks
            .verify(roots.iter(), &squares, self.receiver(), &mut transcript)
            .map_err(|_| BallotBoxError::BallotNotProven { what: "marks" })
    }

    fn prove_limits(
        &self,
        marks: &Marks,
        approve: &[Secret],
        bound: &Transcript,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<Vec<LimitProof>, BallotBoxError> {
        let mut proofs = Vec::new();
        for (index, (block, limit)) in self.form.blocks.iter().zip(&self.limits).enumerate() {
            let mut sum = Secret::zero();
            let mut approvals = 0;
            for place in &block.candidates {
                sum = sum.plus(&approve[*place]);
                approvals += u64::from(marks.0[*place] == Mark::Approve);
            }
            let mut transcript = at(bound, b"limit", index);
            proofs.push(limit.prove(&sum, approvals, self.receiver(), &mut transcript, rng)?);
        }
        Ok(proofs)
    }

    fn verify_limits(&self, envelope: &Envelope, bound: &Transcript) -> Result<(), BallotBoxError> {
        let blocks = self.form.blocks.iter().zip(&self.limits).zip(&envelope.limits);
        for (index, ((block, limit), proof)) in blocks.enumerate() {
            let sum =
                block.candidates.iter().fold(Ciphertext::zero(), |sum, place| sum + envelope.approve[*place]);
            limit.verify(proof, &sum, self.receiver(), &mut at(bound, b"limit", index))?;
        }
        Ok(())
    }
}

/// A value for each candidate: 1 where it has this mark.
pub(crate) fn secrets(marks: &Marks, mark: Mark, rng: &mut (impl RngCore + CryptoRng)) -> Vec<Secret> {
    marks.0.iter().map(|found| Secret::new(u8::from(*found == mark), rng)).collect()
}

/// Marks that keep the form, for the shape.
fn sample_marks(form: &BallotForm) -> Marks {
    let mut marks = vec![Mark::Abstain; form.candidates];
    if form.selection == Selection::Exactly {
        for block in &form.blocks {
            for place in block.candidates.iter().take(block.limit as usize) {
                marks[*place] = Mark::Approve;
            }
        }
    }
    Marks(marks)
}

/// The weights that the transcript gives for each candidate, 128 bits each, and the transcript after them.
fn weights(bound: &Transcript, candidates: usize) -> (Transcript, Vec<Weights>) {
    let mut transcript = at(bound, b"marks", 0);
    let mut weight = || {
        let mut bytes = [0; 16];
        transcript.challenge_bytes(b"weight", &mut bytes);
        Scalar::from(u128::from_le_bytes(bytes))
    };
    let weights = (0..candidates).map(|_| Weights { approve: weight(), oppose: weight() }).collect();
    (transcript, weights)
}

/// The sum of ciphertexts with public weights. All at once is much faster than one product after the other; the library
/// adds ciphertexts only one by one, and takes points in its written form.
fn weighted_sum(
    ciphertexts: &[Ciphertext<Ristretto>],
    weights: &[Scalar],
) -> Result<Ciphertext<Ristretto>, BallotBoxError> {
    let sum = |points: Vec<RistrettoPoint>| {
        let sum = RistrettoPoint::vartime_multiscalar_mul(weights, points);
        Base64UrlUnpadded::encode_string(sum.compress().as_bytes())
    };
    let written = serde_json::json!({
        "random_element": sum(ciphertexts.iter().map(|ciphertext| *ciphertext.random_element()).collect()),
        "blinded_element": sum(ciphertexts.iter().map(|ciphertext| *ciphertext.blinded_element()).collect()),
    });
    serde_json::from_value(written).map_err(|_| BallotBoxError::BallotMalformed)
}

/// Every candidate in exactly one block, limits between 1 and the block's size.
fn check_form(form: &BallotForm) -> Result<(), BallotBoxError> {
    let mut places: Vec<usize> =
        form.blocks.iter().flat_map(|block| block.candidates.iter().copied()).collect();
    places.sort_unstable();
    let each_once = places.iter().copied().eq(0..form.candidates);
    let limits_fit =
        form.blocks.iter().all(|block| block.limit >= 1 && block.limit as usize <= block.candidates.len());
    if each_once && limits_fit && form.candidates > 0 { Ok(()) } else { Err(BallotBoxError::FormMalformed) }
}

#[cfg(test)]
mod tests;
