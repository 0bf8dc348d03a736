//! Sealed ballots as bytes: every ballot of a form has the same length, so that a slot of the box fits any.

use crate::{
    BallotBoxError,
    digits::{BallotVersion, LENGTH, VoterDigits},
};
use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The bytes of one number of a sealed ballot: a point or a scalar of Ristretto.
const NUMBER: usize = 32;

/// A sealed ballot: ciphertexts and proofs, 32 bytes each, in the order of their JSON form with sorted names; in version 2 the
/// voter's digits behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedBallot(Vec<u8>);

/// SHA-256 of a sealed ballot: its name in the box and in the record. Says nothing about its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BallotHash(pub [u8; 32]);

impl SealedBallot {
    /// A sealed ballot that was stored as these bytes; checked when it is verified.
    #[must_use]
    pub const fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes to store.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The ballot's name.
    #[must_use]
    pub fn hash(&self) -> BallotHash {
        BallotHash(Sha256::digest(&self.0).into())
    }

    /// The tracking code shown to the voter: that of the ballot's hash, and behind it the voter's digits where there are any. Of a
    /// ballot whose last characters are none, which isn't valid, that of its hash.
    #[must_use]
    pub fn tracking_code(&self, version: BallotVersion) -> String {
        let code = self.hash().tracking_code();
        match self.digits(version).ok().and_then(VoterDigits::text) {
            Some(digits) => format!("{code}-{digits}"),
            None => code,
        }
    }

    /// The ballot without the voter's digits.
    pub(crate) fn numbers(&self, version: BallotVersion) -> &[u8] {
        let digits = if version.takes_digits() { LENGTH } else { 0 };
        &self.0[..self.0.len().saturating_sub(digits)]
    }

    /// The voter's digits. Fails where the ballot doesn't end with any, nor with the mark that there are none.
    pub(crate) fn digits(&self, version: BallotVersion) -> Result<VoterDigits, BallotBoxError> {
        match version {
            BallotVersion::One => Ok(VoterDigits::NONE),
            BallotVersion::Two => {
                let digits = self.0.last_chunk().ok_or(BallotBoxError::BallotMalformed)?;
                VoterDigits::from_bytes(*digits)
            }
        }
    }

    /// The bytes of what `elastic-elgamal` writes as JSON: only its numbers, since names and counts follow from the form. In version
    /// 2 the voter's digits follow.
    pub(crate) fn encode(
        sealed: &impl Serialize,
        version: BallotVersion,
        digits: VoterDigits,
    ) -> Result<Self, BallotBoxError> {
        let mut value = serde_json::to_value(sealed).map_err(|_| BallotBoxError::SealingFailed)?;
        let mut bytes = Vec::new();
        for_each_number(&mut value, &mut |text| {
            let number = Base64UrlUnpadded::decode_vec(text).ok()?;
            bytes.extend_from_slice(&number);
            Some(())
        })
        .ok_or(BallotBoxError::SealingFailed)?;
        if version.takes_digits() {
            bytes.extend(digits.bytes());
        }
        Ok(Self(bytes))
    }

    /// Reads the numbers back into the JSON form of this shape (any ballot of the same form).
    pub(crate) fn decode<T: DeserializeOwned>(
        &self,
        shape: &Value,
        version: BallotVersion,
    ) -> Result<T, BallotBoxError> {
        let mut value = shape.clone();
        let mut numbers = self.numbers(version).chunks(NUMBER);
        for_each_number(&mut value, &mut |text| {
            *text = Base64UrlUnpadded::encode_string(numbers.next()?);
            Some(())
        })
        .ok_or(BallotBoxError::BallotMalformed)?;
        if numbers.next().is_some() {
            return Err(BallotBoxError::BallotMalformed);
        }
        serde_json::from_value(value).map_err(|_| BallotBoxError::BallotMalformed)
    }
}

impl BallotHash {
    /// The tracking code of a ballot without digits: the first 80 bits, in groups of four characters.
    #[must_use]
    pub fn tracking_code(&self) -> String {
        let bit = |index: usize| self.0[index / 8] >> (7 - index % 8) & 1;
        let value = |place: usize| (0..5).fold(0, |bits, index| bits << 1 | bit(place * 5 + index));
        crate::crockford::grouped(&(0..16).map(value).collect::<Vec<u8>>(), "-")
    }

    /// The whole hash in hex.
    #[must_use]
    pub fn hex(&self) -> String {
        hex(&self.0)
    }
}

/// The root of a set of hashes, of a box' ballots or of its slips' tags: SHA-256 over them in hex, sorted, a line each,
/// so that `sort | sha256sum` prints the same.
#[must_use]
pub fn root(hashes: impl IntoIterator<Item = [u8; 32]>) -> String {
    let mut sorted: Vec<[u8; 32]> = hashes.into_iter().collect();
    sorted.sort_unstable();
    let mut lines = Sha256::new();
    for hash in sorted {
        lines.update(hex(&hash));
        lines.update(b"\n");
    }
    hex(&lines.finalize())
}

/// Bytes in hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The bytes of hex in small letters; none where it isn't any.
#[must_use]
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let pair = |pair: &[u8]| match pair {
        [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    };
    text.as_bytes().chunks(2).map(pair).collect()
}

/// Visits the texts of a JSON value, object members sorted by name. None stops it.
fn for_each_number(value: &mut Value, visit: &mut impl FnMut(&mut String) -> Option<()>) -> Option<()> {
    match value {
        Value::String(text) => visit(text),
        Value::Array(items) => items.iter_mut().try_for_each(|item| for_each_number(item, visit)),
        Value::Object(members) => {
            let mut sorted: Vec<_> = members.iter_mut().collect();
            sorted.sort_by(|left, right| left.0.cmp(right.0));
            sorted.into_iter().try_for_each(|(_, member)| for_each_number(member, visit))
        }
        Value::Null => Some(()),
        Value::Bool(_) | Value::Number(_) => None,
    }
}
