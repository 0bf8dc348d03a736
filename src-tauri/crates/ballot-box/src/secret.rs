//! Values with the randomness they are encrypted with, so that sums and multiples can be proven something about.

use curve25519_dalek::Scalar;
use elastic_elgamal::{CiphertextWithValue, PublicKey, SecretKey, group::Ristretto};
use rand::{CryptoRng, RngCore};
use zeroize::Zeroizing;

/// A value and its randomness; overwritten when dropped.
pub struct Secret {
    value: Zeroizing<Scalar>,
    randomness: Zeroizing<Scalar>,
}

impl Secret {
    /// A value with fresh randomness.
    pub fn new(value: u8, rng: &mut (impl RngCore + CryptoRng)) -> Self {
        let randomness = *SecretKey::<Ristretto>::generate(rng).expose_scalar();
        Self { value: Zeroizing::new(Scalar::from(value)), randomness: Zeroizing::new(randomness) }
    }

    /// A value with randomness that is known.
    pub fn known(value: u8, randomness: &SecretKey<Ristretto>) -> Self {
        let randomness = *randomness.expose_scalar();
        Self { value: Zeroizing::new(Scalar::from(value)), randomness: Zeroizing::new(randomness) }
    }

    pub fn zero() -> Self {
        Self { value: Zeroizing::new(Scalar::ZERO), randomness: Zeroizing::new(Scalar::ZERO) }
    }

    pub fn plus(&self, other: &Self) -> Self {
        Self {
            value: Zeroizing::new(*self.value + *other.value),
            randomness: Zeroizing::new(*self.randomness + *other.randomness),
        }
    }

    pub fn times(&self, factor: &Scalar) -> Self {
        Self {
            value: Zeroizing::new(*self.value * factor),
            randomness: Zeroizing::new(*self.randomness * factor),
        }
    }

    /// The randomness as the library takes it.
    pub fn randomness(&self) -> Option<SecretKey<Ristretto>> {
        SecretKey::from_bytes(self.randomness.as_bytes())
    }

    /// The randomness as it is written where a ballot is opened.
    pub fn randomness_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.randomness.to_bytes())
    }

    /// Encrypts with the randomness at hand: the ciphertext of a sum is the sum of the ciphertexts.
    pub fn encrypt(&self, receiver: &PublicKey<Ristretto>) -> CiphertextWithValue<Ristretto> {
        CiphertextWithValue::new(*self.value, receiver, &mut ChosenScalar(self.randomness.clone()))
    }

    /// The same for a value that is known as a count, as range proofs take it.
    pub fn encrypt_count(
        &self,
        count: u64,
        receiver: &PublicKey<Ristretto>,
    ) -> CiphertextWithValue<Ristretto, u64> {
        CiphertextWithValue::new(count, receiver, &mut ChosenScalar(self.randomness.clone()))
    }
}

/// A source of randomness that yields one scalar: its 32 bytes, then zeros.
///
/// The library draws a ciphertext's randomness itself and keeps it, so that nothing could be proven of a sum. It
/// draws scalars by `Scalar::from_bytes_mod_order_wide` of 64 bytes, which makes the chosen scalar of these. Should a
/// later version draw otherwise, either the proofs fail, or it draws zero, and a ciphertext without randomness is
/// refused when the ballot is verified, as each is before it is cast.
struct ChosenScalar(Zeroizing<Scalar>);

impl RngCore for ChosenScalar {
    fn next_u32(&mut self) -> u32 {
        0
    }

    fn next_u64(&mut self) -> u64 {
        0
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        bytes.fill(0);
        for (byte, chosen) in bytes.iter_mut().zip(self.0.as_bytes()) {
            *byte = *chosen;
        }
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand::Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl CryptoRng for ChosenScalar {}
