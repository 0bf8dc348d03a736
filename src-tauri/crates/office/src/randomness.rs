//! Randomness, handed in.

use rand::{CryptoRng, Error, RngCore, SeedableRng, rngs::OsRng};
use rand_chacha::ChaCha20Rng;

/// Where random bytes come from.
pub enum Randomness {
    /// The operating system, asked each time: nothing in memory can give earlier secrets away.
    System,
    /// A seed, so that a test can be repeated; never for a real vote.
    Seeded(Box<ChaCha20Rng>),
}

impl Randomness {
    /// Reproducible randomness of this seed.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Box::new(ChaCha20Rng::seed_from_u64(seed)))
    }
}

impl RngCore for Randomness {
    fn next_u32(&mut self) -> u32 {
        match self {
            Self::System => OsRng.next_u32(),
            Self::Seeded(rng) => rng.next_u32(),
        }
    }

    fn next_u64(&mut self) -> u64 {
        match self {
            Self::System => OsRng.next_u64(),
            Self::Seeded(rng) => rng.next_u64(),
        }
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        match self {
            Self::System => OsRng.fill_bytes(bytes),
            Self::Seeded(rng) => rng.fill_bytes(bytes),
        }
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        match self {
            Self::System => OsRng.try_fill_bytes(bytes),
            Self::Seeded(rng) => rng.try_fill_bytes(bytes),
        }
    }
}

impl CryptoRng for Randomness {}
