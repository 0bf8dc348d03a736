//! The finished key, and that every holder has signed it.

use crate::{
    bytes::Hex,
    contributions::Contributions,
    error::{CeremonyError, KeyFileError, KeyHolderError},
    file::{self, Kind, Signed},
    roster::{Member, Roster},
};
use ballot_box::{Contribution, ElectionKey};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    digest: Hex<32>,
    holder: u32,
    /// The key's fingerprint.
    fingerprint: String,
    /// The holder's signature over digest and fingerprint alone, which goes into the record.
    signature: Hex<64>,
}

/// How a key came about, as a record holds it: with nothing but this anybody can check that the key is the sum of the
/// holders' parts, that each knew their part, and that each signed the sum.
#[derive(Debug, Clone, Serialize)]
pub struct FinishedKey {
    /// The ceremony, drawn at random.
    pub ceremony: Hex<32>,
    /// The holders' parts, in the order of their numbers.
    pub holders: Vec<FinishedPart>,
    /// The key that they make.
    #[serde(skip)]
    pub key: ElectionKey,
}

/// A holder's part in a finished key.
#[derive(Debug, Clone, Serialize)]
pub struct FinishedPart {
    /// The holder's name.
    pub name: String,
    /// With which they signed (Ed25519).
    pub signing_key: Hex<32>,
    /// To which others sealed (X25519).
    pub sealing_key: Hex<32>,
    /// To what they committed.
    pub commitment: Hex<32>,
    /// What they committed to.
    pub contribution: Contribution,
    /// Their signature over the digest and the key's fingerprint.
    pub signature: Hex<64>,
}

fn signed_bytes(digest: &[u8; 32], fingerprint: &str) -> Vec<u8> {
    format!("piaojue distributed key v1\n{}\n{fingerprint}", ballot_box::hex(digest)).into_bytes()
}

/// Writes a holder's confirmation.
pub fn write_confirmation(
    roster: &Roster,
    holder: u32,
    key: &ElectionKey,
    by: &SigningKey,
) -> Result<String, KeyFileError> {
    let (digest, fingerprint) = (roster.digest(), key.fingerprint());
    let signature = by.sign(&signed_bytes(&digest, &fingerprint));
    let signature = Hex(signature.to_bytes());
    let content = Confirmation { digest: Hex(digest), holder, fingerprint, signature };
    file::write(Kind::Confirmation, &content, by)
}

/// Reads a holder's confirmation of this key; returns their number and their signature.
pub fn read_confirmation(
    roster: &Roster,
    key: &ElectionKey,
    text: &str,
) -> Result<(u32, Hex<64>), KeyHolderError> {
    let Signed { signer, content, .. } = file::read::<Confirmation>(Kind::Confirmation, text)?;
    let member = roster.sender(content.digest, content.holder, signer)?;
    let signature = Signature::from_bytes(&content.signature.0);
    let holds = VerifyingKey::from_bytes(&member.signing_key).is_ok_and(|signing_key| {
        signing_key.verify_strict(&signed_bytes(&content.digest.0, &content.fingerprint), &signature).is_ok()
    });
    if !holds || content.fingerprint != key.fingerprint() {
        return Err(CeremonyError::FingerprintDiffers { name: member.name.clone() }.into());
    }
    Ok((content.holder, content.signature))
}

impl FinishedKey {
    /// The key that these contributions make, with each holder's signature in their order.
    pub(crate) fn of(
        roster: &Roster,
        contributions: &Contributions,
        signatures: &[Hex<64>],
    ) -> Result<Self, KeyHolderError> {
        let key = contributions.key(roster)?;
        let parts = roster.members().iter().zip(contributions.list()).zip(signatures);
        let part = |((member, contribution), signature): ((&Member, &Contribution), &Hex<64>)| FinishedPart {
            name: member.name.clone(),
            signing_key: Hex(member.signing_key),
            sealing_key: Hex(member.sealing_key),
            commitment: Hex(member.commitment),
            contribution: contribution.clone(),
            signature: *signature,
        };
        Ok(Self { ceremony: roster.invitation().ceremony, holders: parts.map(part).collect(), key })
    }
}
