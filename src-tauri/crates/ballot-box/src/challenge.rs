//! Cast or challenge (Benaloh, "Simple verifiable elections", 2006): a ballot is sealed before the machine knows whether
//! it will be cast or opened. A machine that seals something else than what was chosen is found out by whoever asks it to
//! open; an opened ballot is spoiled and never counts, and so it proves nothing about any vote.

use crate::{
    BallotBoxError, BallotVersion, Election, SealedBallot, VoterDigits,
    seal::{Envelope, secrets},
    sealed::from_hex,
    secret::Secret,
};
use elastic_elgamal::{Ciphertext, SecretKey, group::Ristretto};
use procedure::ballot::{Mark, Marks};
use rand::{CryptoRng, RngCore};
use serde::{Deserialize, Serialize};

/// A sealed ballot with what opens it: it is either cast, which forgets the randomness, or opened, which spoils it.
pub struct OpenableBallot {
    ballot: SealedBallot,
    version: BallotVersion,
    marks: Marks,
    approve: Vec<Secret>,
    oppose: Vec<Secret>,
}

/// A spoiled ballot with its marks and the randomness that it was sealed with: anyone can seal it again and compare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenedBallot {
    /// The sealed ballot's bytes in hexadecimal digits.
    pub ballot: String,
    /// What was marked, in list order.
    pub marks: Vec<Mark>,
    /// For each candidate the randomness of its approval: a scalar, 32 bytes little-endian, in hexadecimal digits.
    pub approve: Vec<String>,
    /// The same for its opposition; empty where the form takes none.
    pub oppose: Vec<String>,
}

impl OpenableBallot {
    /// The sealed ballot, whose tracking code the voter sees before deciding.
    #[must_use]
    pub const fn ballot(&self) -> &SealedBallot {
        &self.ballot
    }

    /// Its tracking code, the voter's digits behind it.
    #[must_use]
    pub fn tracking_code(&self) -> String {
        self.ballot.tracking_code(self.version)
    }

    /// The ballot to be cast. What would open it is overwritten.
    #[must_use]
    pub fn into_cast(self) -> SealedBallot {
        self.ballot
    }

    /// Opens the ballot, which is spoiled by that: it must never be cast.
    #[must_use]
    pub fn into_opened(self) -> OpenedBallot {
        let written = |secrets: &[Secret]| {
            secrets.iter().map(|secret| crate::hex(secret.randomness_bytes().as_slice())).collect()
        };
        OpenedBallot {
            ballot: crate::hex(self.ballot.as_bytes()),
            marks: self.marks.0.clone(),
            approve: written(&self.approve),
            oppose: written(&self.oppose),
        }
    }
}

impl OpenedBallot {
    /// The sealed ballot that was opened.
    pub fn sealed(&self) -> Result<SealedBallot, BallotBoxError> {
        let bytes = from_hex(&self.ballot).ok_or(BallotBoxError::BallotMalformed)?;
        Ok(SealedBallot::from_bytes(bytes))
    }
}

impl Election {
    /// Seals a ballot with the voter's digits and keeps what opens it, until the voter has decided. It is verified at once, so that a
    /// fault of the machine shows before it is cast. Fails where there are digits and the round's ballots take none.
    pub fn seal_openable(
        &self,
        marks: &Marks,
        digits: VoterDigits,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<OpenableBallot, BallotBoxError> {
        self.form().check(marks).map_err(|_| BallotBoxError::MarksBreakForm)?;
        if digits != VoterDigits::NONE && !self.version().takes_digits() {
            return Err(BallotBoxError::DigitsRefused);
        }
        let approve = secrets(marks, Mark::Approve, rng);
        let oppose = if self.has_oppose() { secrets(marks, Mark::Oppose, rng) } else { Vec::new() };
        let envelope = self.envelope_of(marks, [&approve, &oppose], digits, rng)?;
        let ballot = self.written(&envelope, digits)?;
        self.verify(&ballot)?;
        Ok(OpenableBallot { ballot, version: self.version(), marks: marks.clone(), approve, oppose })
    }

    /// Checks an opened ballot: its proofs hold, and sealing these marks with this randomness results in its ciphertexts. So
    /// the machine had sealed what it now says.
    pub fn check_opened(&self, opened: &OpenedBallot) -> Result<(), BallotBoxError> {
        let envelope = self.open_envelope(&opened.sealed()?)?;
        let marks = Marks(opened.marks.clone());
        self.form().check(&marks).map_err(|_| BallotBoxError::MarksBreakForm)?;
        let Envelope { approve, oppose, .. } = &envelope;
        let sealed_as_said = self.is_sealed(approve, &opened.approve, &marks, Mark::Approve)
            && self.is_sealed(oppose, &opened.oppose, &marks, Mark::Oppose);
        if sealed_as_said { Ok(()) } else { Err(BallotBoxError::SealedOtherwise) }
    }

    fn is_sealed(
        &self,
        ciphertexts: &[Ciphertext<Ristretto>],
        randomness: &[String],
        marks: &Marks,
        mark: Mark,
    ) -> bool {
        let again = |(found, written): (&Mark, &String)| {
            let randomness = SecretKey::from_bytes(&from_hex(written)?)?;
            let secret = Secret::known(u8::from(*found == mark), &randomness);
            Some(self.ciphertexts(std::slice::from_ref(&secret))[0].to_bytes())
        };
        let sealed = ciphertexts.iter().map(|ciphertext| Some(ciphertext.to_bytes()));
        let said = marks.0.iter().zip(randomness).map(again);
        ciphertexts.len() == randomness.len() && sealed.eq(said)
    }
}
