//! PINs: their hashes.
//!
//! A PIN is so short that whoever can try one against its hash can try them all. So a hash takes a pepper from the station's key
//! file, without which nothing can be tried, and much memory, which makes each try slow for whoever has both files.

use crate::{error::PinError, station::Station};
use argon2::{
    Algorithm, Argon2, KeyId, ParamsBuilder, Version,
    password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString},
};
use rand::{CryptoRng, RngCore};

/// The memory, passes and lanes of a new hash. The memory is that of RFC 9106's second recommendation (section 4). It is passed
/// over once and in one lane: most acts take two PINs, which an old office computer must check without a pause that is noticed,
/// and six digits are protected by the pepper, not by the number of passes.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 1;
const LANES: u32 = 1;

/// What a hash with the pepper has under `keyid`, the name that the PHC string format has for it.
const PEPPER: &[u8] = b"station";

/// How the hash of a right PIN is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptHash {
    /// As [`hash_pin`] makes it.
    Current,
    /// As version 0.1.0 made it, without the pepper: to be replaced while the PIN is known.
    Outdated,
}

/// Returns the Argon2id hash of a PIN with a random salt and the station's pepper, in the PHC string format.
pub fn hash_pin(
    pin: &str,
    station: &Station,
    rng: &mut (impl RngCore + CryptoRng),
) -> Result<String, PinError> {
    let mut salt = [0; 16];
    rng.fill_bytes(&mut salt);
    let salt = SaltString::encode_b64(&salt).map_err(|_| PinError::NotHashed)?;
    let hash = peppered(station)?.hash_password(pin.as_bytes(), &salt).map_err(|_| PinError::NotHashed)?;
    Ok(hash.to_string())
}

/// Checks a PIN against a person's hash, which is none where the person has no PIN yet.
pub fn check_pin(name: &str, hash: Option<&str>, pin: &str, station: &Station) -> Result<KeptHash, PinError> {
    let wrong = || PinError::Wrong { name: name.to_owned() };
    let hash = hash.ok_or_else(|| PinError::NotSet { name: name.to_owned() })?;
    let hash = PasswordHash::new(hash).map_err(|_| wrong())?;
    let (argon2, kept) = if hash.params.get("keyid").is_some() {
        (peppered(station)?, KeptHash::Current)
    } else {
        (Argon2::default(), KeptHash::Outdated)
    };
    match argon2.verify_password(pin.as_bytes(), &hash) {
        Ok(()) => Ok(kept),
        Err(_) => Err(wrong()),
    }
}

fn peppered(station: &Station) -> Result<Argon2<'_>, PinError> {
    let params = KeyId::new(PEPPER).and_then(|key| {
        ParamsBuilder::new().m_cost(MEMORY_KIB).t_cost(PASSES).p_cost(LANES).keyid(key).build()
    });
    params
        .and_then(|params| {
            Argon2::new_with_secret(station.pepper(), Algorithm::Argon2id, Version::V0x13, params)
        })
        .map_err(|_| PinError::NotHashed)
}
