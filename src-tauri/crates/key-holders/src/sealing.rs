//! A holder's share of another's part, sealed to the one holder who may read it: HPKE (RFC 9180) in its base mode, with
//! X25519, HKDF-SHA-256 and ChaCha20-Poly1305. Who sealed it is told by the signature of the file that it is in.

use crate::bytes::{Base64, Hex};
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256,
    kem::X25519HkdfSha256,
};
use rand::{CryptoRng, RngCore};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Which share it is: unsealing another as this one fails.
pub struct Purpose<'a> {
    /// The digest over all holders' names and keys.
    pub digest: &'a [u8; 32],
    /// The hash over the contributions that its holder checked.
    pub agreed: &'a [u8; 32],
    /// Whose part it is a share of, from 1.
    pub from: u32,
    /// For whom it is, from 1.
    pub to: u32,
}

impl Purpose<'_> {
    fn info(&self) -> Vec<u8> {
        let Self { digest, agreed, from, to } = self;
        [b"piaojue key share v1", &digest[..], &agreed[..], &from.to_be_bytes(), &to.to_be_bytes()].concat()
    }
}

/// A sealed share.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedShare {
    /// HPKE's encapsulated key.
    enc: Hex<32>,
    /// The share's 32 bytes and 16 that authenticate them.
    sealed: Base64,
}

/// The pair of keys to which shares for one holder are sealed: the secret one and the public one.
pub fn key_pair(rng: &mut (impl RngCore + CryptoRng)) -> (Zeroizing<[u8; 32]>, [u8; 32]) {
    let (secret, public) = X25519HkdfSha256::gen_keypair(rng);
    (Zeroizing::new(secret.to_bytes().into()), public.to_bytes().into())
}

/// Seals a share; none where the receiver's key is no key that can be sealed to.
pub fn seal(
    share: &[u8; 32],
    receiver: &[u8; 32],
    purpose: &Purpose<'_>,
    rng: &mut (impl RngCore + CryptoRng),
) -> Option<SealedShare> {
    let receiver = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(receiver).ok()?;
    let sealed = hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256, _>(
        &OpModeS::Base,
        &receiver,
        &purpose.info(),
        share,
        &[],
        rng,
    );
    let (enc, sealed) = sealed.ok()?;
    Some(SealedShare { enc: Hex(enc.to_bytes().into()), sealed: Base64(sealed) })
}

/// Unseals a share; none where it was sealed to another key, for another purpose, or altered.
pub fn unseal(
    share: &SealedShare,
    receiver: &[u8; 32],
    purpose: &Purpose<'_>,
) -> Option<Zeroizing<[u8; 32]>> {
    let receiver = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(receiver).ok()?;
    let enc = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(&share.enc.0).ok()?;
    let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &receiver,
        &enc,
        &purpose.info(),
        &share.sealed.0,
        &[],
    );
    let opened = Zeroizing::new(opened.ok()?);
    <[u8; 32]>::try_from(opened.as_slice()).ok().map(Zeroizing::new)
}
