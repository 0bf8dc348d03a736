//! What a holder keeps between the steps, sealed with their passphrase: Argon2id makes a key of it, with which
//! XChaCha20-Poly1305 seals.
//!
//! ```text
//! {"format":"piaojue-key-holder","version":1,"salt":HEX,"nonce":HEX,"sealed":BASE64}
//! ```

use crate::{
    bytes::{Base64, Hex},
    error::KeptError,
};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use rand::{CryptoRng, RngCore};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

const FORMAT: &str = "piaojue-key-holder";
const VERSION: u32 = 1;
/// What is authenticated beside the sealed bytes.
const PURPOSE: &[u8] = b"piaojue key holder v1";
/// The fewest characters of a passphrase: four words, or a sentence.
pub const FEWEST_CHARACTERS: usize = 12;
/// The memory, passes and lanes: the second of RFC 9106's recommendations (section 4), in one lane.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    version: u32,
    salt: Hex<16>,
    nonce: Hex<24>,
    sealed: Base64,
}

/// The key that a passphrase makes, in memory while a holder is at work. The passphrase itself is forgotten.
#[derive(Clone)]
pub struct Lock {
    salt: [u8; 16],
    key: Zeroizing<[u8; 32]>,
}

impl Lock {
    /// A lock of a new passphrase.
    pub fn new(passphrase: &str, rng: &mut (impl RngCore + CryptoRng)) -> Result<Self, KeptError> {
        if passphrase.chars().count() < FEWEST_CHARACTERS {
            return Err(KeptError::PassphraseShort { least: FEWEST_CHARACTERS });
        }
        let mut salt = [0; 16];
        rng.fill_bytes(&mut salt);
        Self::of(passphrase, salt)
    }

    fn of(passphrase: &str, salt: [u8; 16]) -> Result<Self, KeptError> {
        let mut key = Zeroizing::new([0; 32]);
        let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(key.len()));
        params
            .and_then(|params| {
                let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
                argon2.hash_password_into(passphrase.as_bytes(), &salt, key.as_mut())
            })
            .map_err(|_| KeptError::PassphraseWrong)?;
        Ok(Self { salt, key })
    }

    /// Seals bytes.
    pub fn seal(&self, bytes: &[u8], rng: &mut (impl RngCore + CryptoRng)) -> Result<Vec<u8>, KeptError> {
        let mut nonce = [0; 24];
        rng.fill_bytes(&mut nonce);
        let payload = Payload { msg: bytes, aad: PURPOSE };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload).map_err(|_| KeptError::Foreign)?;
        let written = Written {
            format: FORMAT.to_owned(),
            version: VERSION,
            salt: Hex(self.salt),
            nonce: Hex(nonce),
            sealed: Base64(sealed),
        };
        serde_json::to_vec(&written).map_err(|_| KeptError::Foreign)
    }

    /// Opens what was sealed with a passphrase, and returns its lock with it.
    pub fn open(kept: &[u8], passphrase: &str) -> Result<(Self, Zeroizing<Vec<u8>>), KeptError> {
        let written: Written = serde_json::from_slice(kept).map_err(|_| KeptError::Foreign)?;
        if written.format != FORMAT || written.version != VERSION {
            return Err(KeptError::Foreign);
        }
        let lock = Self::of(passphrase, written.salt.0)?;
        let payload = Payload { msg: &written.sealed.0, aad: PURPOSE };
        let opened = lock.cipher().decrypt(&XNonce::from(written.nonce.0), payload);
        let opened = Zeroizing::new(opened.map_err(|_| KeptError::PassphraseWrong)?);
        Ok((lock, opened))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.key.as_ref().into())
    }
}
