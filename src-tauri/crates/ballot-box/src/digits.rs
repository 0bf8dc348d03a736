//! Three digits of their own, which voters can add before their ballot is sealed and which are shown behind its tracking code.
//!
//! A manipulated kiosk can show voters who mark alike the code of one ballot and seal others for the rest of them. It can't where
//! their digits differ: the digits are bound to the ballot's proofs, and a ballot has one row of them.

use crate::BallotBoxError;

/// The characters that every ballot of version 2 ends with.
pub(crate) const LENGTH: usize = 3;

/// How sealed ballots are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BallotVersion {
    /// Numbers alone.
    One,
    /// The numbers, and the voter's digits behind them.
    Two,
}

/// A voter's digits, or none. They are as long in either case, so that a ballot's length doesn't tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoterDigits([u8; LENGTH]);

impl BallotVersion {
    /// The version of the ballots in records of this version.
    #[must_use]
    pub const fn of_record(version: u32) -> Self {
        if version == 1 { Self::One } else { Self::Two }
    }

    /// Whether voters can add digits.
    #[must_use]
    pub const fn takes_digits(self) -> bool {
        matches!(self, Self::Two)
    }
}

impl VoterDigits {
    /// The voter has added none.
    pub const NONE: Self = Self(*b"---");

    /// Reads what a voter has typed: three digits, or nothing at all.
    pub fn parse(typed: &str) -> Result<Self, BallotBoxError> {
        if typed.is_empty() {
            return Ok(Self::NONE);
        }
        let digits: [u8; LENGTH] = typed.as_bytes().try_into().map_err(|_| BallotBoxError::DigitsRefused)?;
        let read = Self::from_bytes(digits).map_err(|_| BallotBoxError::DigitsRefused)?;
        if read == Self::NONE { Err(BallotBoxError::DigitsRefused) } else { Ok(read) }
    }

    /// Reads the last characters of a sealed ballot.
    pub(crate) fn from_bytes(bytes: [u8; LENGTH]) -> Result<Self, BallotBoxError> {
        let read = Self(bytes);
        let fits = read == Self::NONE || bytes.iter().all(u8::is_ascii_digit);
        if fits { Ok(read) } else { Err(BallotBoxError::BallotMalformed) }
    }

    pub(crate) const fn bytes(self) -> [u8; LENGTH] {
        self.0
    }

    /// The digits; none where the voter has added none.
    #[must_use]
    pub fn text(self) -> Option<String> {
        (self != Self::NONE).then(|| self.0.iter().copied().map(char::from).collect())
    }
}
