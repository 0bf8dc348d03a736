//! The station's key: signs the audit log and authenticates the rows of the open box.
//!
//! It lies in a file of its own beside the session, so that a copy of the session alone can't be altered unseen.

use crate::{errors::StoreError, store::private_file};
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use hmac::{Hmac, Mac};
use rand::{CryptoRng, RngCore};
use sha2::Sha256;
use signing::DetachedError;
use std::{fs, io::Write, path::Path};
use zeroize::{Zeroize, Zeroizing};

/// The first bytes of a key file.
const MAGIC: &[u8; 16] = b"piaojue station\n";

/// A station's secret key.
pub struct Station {
    signing: SigningKey,
    row_key: Zeroizing<[u8; 32]>,
}

impl Station {
    /// A station of this secret.
    #[must_use]
    pub fn from_secret(secret: &[u8; 32]) -> Self {
        let row_key = mac(secret, &[b"piaojue box rows v1"]);
        Self { signing: SigningKey::from_bytes(secret), row_key: Zeroizing::new(row_key) }
    }

    /// Reads the key file, or makes one, readable for its owner only, where there is none.
    pub fn load_or_create(path: &Path, rng: &mut (impl RngCore + CryptoRng)) -> Result<Self, StoreError> {
        match fs::read(path) {
            Ok(bytes) => Self::parse(bytes, path),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::create(path, rng),
            Err(error) => Err(StoreError::io(path, &error)),
        }
    }

    /// Reads a key file that must be there.
    pub fn load(path: &Path) -> Result<Self, StoreError> {
        let bytes = fs::read(path).map_err(|error| StoreError::io(path, &error))?;
        Self::parse(bytes, path)
    }

    fn parse(mut bytes: Vec<u8>, path: &Path) -> Result<Self, StoreError> {
        let secret = bytes.strip_prefix(MAGIC).and_then(|secret| <[u8; 32]>::try_from(secret).ok());
        let station = secret.map(|secret| Self::from_secret(&Zeroizing::new(secret)));
        bytes.zeroize();
        station.ok_or_else(|| StoreError::StationKeyMalformed { path: path.display().to_string() })
    }

    fn create(path: &Path, rng: &mut (impl RngCore + CryptoRng)) -> Result<Self, StoreError> {
        let mut secret = Zeroizing::new([0; 32]);
        rng.fill_bytes(secret.as_mut());
        let mut file = private_file().open(path).map_err(|error| StoreError::io(path, &error))?;
        let written = file.write_all(MAGIC).and_then(|()| file.write_all(secret.as_ref()));
        written.and_then(|()| file.sync_all()).map_err(|error| StoreError::io(path, &error))?;
        Ok(Self::from_secret(&secret))
    }

    /// The public key that the audit log is checked with.
    #[must_use]
    pub fn public_key(&self) -> [u8; 32] {
        self.signing.verifying_key().to_bytes()
    }

    /// Signs a message.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.signing.sign(message).to_bytes()
    }

    /// Signs a finished file: what is to lie beside it under the name with `.sig.json` added.
    pub(crate) fn sign_file(
        &self,
        name: &str,
        bytes: &[u8],
        record: Option<&[u8; 32]>,
    ) -> Result<String, DetachedError> {
        signing::detached(name, bytes, record, &self.signing)
    }

    /// Authenticates what only this station may write; the first part says what it is.
    pub(crate) fn authenticate(&self, parts: &[&[u8]]) -> [u8; 32] {
        mac(self.row_key.as_ref(), parts)
    }
}

/// Whether a signature is this public key's.
#[must_use]
pub fn verify(public_key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public_key)
        .is_ok_and(|key| key.verify(message, &Signature::from_bytes(signature)).is_ok())
}

/// HMAC-SHA-256 over parts, each preceded by its length.
#[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
pub(crate) fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}
