//! PINs: their form, and their hashes.

use crate::error::PinError;
use argon2::{
    Argon2,
    password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString},
};
use rand::{CryptoRng, RngCore};

const SHORTEST: usize = 6;
const LONGEST: usize = 12;

/// Returns the Argon2id hash of a new PIN with a random salt, in the PHC string format. Fails where the PIN's form is refused.
pub fn hash_pin(pin: &str, rng: &mut (impl RngCore + CryptoRng)) -> Result<String, PinError> {
    check_form(pin)?;
    let mut salt = [0; 16];
    rng.fill_bytes(&mut salt);
    let salt = SaltString::encode_b64(&salt).map_err(|_| PinError::NotHashed)?;
    let hash = Argon2::default().hash_password(pin.as_bytes(), &salt).map_err(|_| PinError::NotHashed)?;
    Ok(hash.to_string())
}

/// Checks a PIN against a person's hash, which is none where the person has no PIN yet.
pub fn check_pin(name: &str, hash: Option<&str>, pin: &str) -> Result<(), PinError> {
    let hash = hash.ok_or_else(|| PinError::NotSet { name: name.to_owned() })?;
    let matches = PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(pin.as_bytes(), &hash).is_ok());
    if matches { Ok(()) } else { Err(PinError::Wrong { name: name.to_owned() }) }
}

fn check_form(pin: &str) -> Result<(), PinError> {
    if !(SHORTEST..=LONGEST).contains(&pin.len()) || !pin.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PinError::Form { shortest: SHORTEST, longest: LONGEST });
    }
    let digits = pin.as_bytes();
    let step = |by: i16| digits.windows(2).all(|pair| i16::from(pair[1]) - i16::from(pair[0]) == by);
    if step(0) || step(1) || step(-1) { Err(PinError::TooEasy) } else { Ok(()) }
}
