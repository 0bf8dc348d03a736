//! Voting slips (票签): the codes that open a kiosk ballot once, and the keyed hashes the store knows them by.

use crate::{
    BallotBoxError, crockford,
    sealed::{from_hex, hex},
};
use hmac::{Hmac, Mac};
use rand::{CryptoRng, RngCore};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Characters that carry the secret: 15 of 5 bits, 75 bits.
const SECRET: usize = 15;
/// With the check character.
const LENGTH: usize = SECRET + 1;

/// A slip's code: 75 random bits and a check character, typed as sixteen characters in groups of four.
/// Whoever holds it can cast one ballot; it is on paper and, while it is printed or used, in memory, nowhere else.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct SlipCode([u8; LENGTH]);

impl SlipCode {
    /// A new code.
    #[must_use]
    pub fn generate(rng: &mut (impl RngCore + CryptoRng)) -> Self {
        let mut code = [0; LENGTH];
        rng.fill_bytes(&mut code[..SECRET]);
        for value in &mut code {
            *value &= 31;
        }
        code[SECRET] = check_value(&code[..SECRET]);
        Self(code)
    }

    /// Reads a typed or scanned code: case, grouping, full-width forms and look-alikes don't matter.
    pub fn parse(typed: &str) -> Result<Self, BallotBoxError> {
        let characters: Vec<char> = typed.chars().filter(|typed| !crockford::is_separator(*typed)).collect();
        if characters.len() != LENGTH {
            return Err(BallotBoxError::SlipLength { expected: LENGTH, found: characters.len() });
        }
        let mut code = [0; LENGTH];
        for (place, typed) in characters.into_iter().enumerate() {
            code[place] =
                crockford::value(typed).ok_or(BallotBoxError::SlipCharacter { place: place + 1 })?;
        }
        if code[SECRET] == check_value(&code[..SECRET]) {
            Ok(Self(code))
        } else {
            Err(BallotBoxError::SlipMistyped)
        }
    }

    /// The code as printed: `ABCD-EFGH-JKMN-PQRS`.
    #[must_use]
    pub fn printed(&self) -> String {
        crockford::grouped(&self.0, "-")
    }

    /// The code as its QR carries it: the same characters, ungrouped.
    #[must_use]
    pub fn scanned(&self) -> String {
        self.0.iter().copied().map(crockford::character).collect()
    }
}

/// Luhn's sum for base 32 (ISO/IEC 7812-1 annex B, generalised): finds every single wrong character and nearly
/// every exchange of two neighbours.
fn check_value(values: &[u8]) -> u8 {
    let mut sum = 0_u16;
    for (from_right, value) in values.iter().rev().enumerate() {
        let weighted = u16::from(*value) * if from_right.is_multiple_of(2) { 2 } else { 1 };
        sum += weighted / 32 + weighted % 32;
    }
    // Less than 32, so the lowest byte is the whole value.
    let [.., value] = ((32 - sum % 32) % 32).to_be_bytes();
    value
}

/// The key under which a round's slips are hashed; without it a tag says nothing about a code. It is never in a record: with it
/// whoever holds a slip could look up whether the slip was used.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SlipKey([u8; 32]);

/// What the store knows of a slip: a keyed hash of its code. Written in hex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlipTag(pub [u8; 32]);

impl SlipTag {
    /// Reads a tag as it is written; none where it isn't one, or is written otherwise.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let tag = Self(from_hex(written)?.try_into().ok()?);
        (tag.to_string() == written).then_some(tag)
    }
}

impl fmt::Display for SlipTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl Serialize for SlipTag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SlipTag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        Self::read(&written).ok_or_else(|| de::Error::custom("a slip's tag is 32 bytes in hexadecimal"))
    }
}

/// What only somebody knows who holds the slip, or who has read it where a ballot was cast with it: another keyed hash of the
/// slip's code than its tag. A cast leaves it beside the ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SlipToken(pub [u8; 32]);

impl SlipToken {
    /// What is committed to when the slips are made: SHA-256 of the token.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).into())
    }
}

/// SHA-256 of a slip's token. It says nothing of the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TokenHash(pub [u8; 32]);

impl TokenHash {
    /// What is committed to for a slot that takes paper ballots: no token has this hash.
    pub const OF_PAPER: Self = Self([0; 32]);
}

/// A slot of the box as it is committed to when the slips are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListedSlip {
    /// The slip's tag.
    pub tag: SlipTag,
    /// The hash of its token, or [`TokenHash::OF_PAPER`].
    pub token: TokenHash,
}

/// The commitment to a list of slips, in hex: SHA-256 over the rows tag and token hash, 64 bytes each, sorted bytewise. It is
/// printed and signed when the box is sealed, so that nobody can exchange a row of it later.
#[must_use]
pub fn slip_list_commitment(list: impl IntoIterator<Item = ListedSlip>) -> String {
    let mut sorted: Vec<ListedSlip> = list.into_iter().collect();
    sorted.sort_unstable();
    let mut rows = Sha256::new();
    for ListedSlip { tag, token } in sorted {
        rows.update(tag.0);
        rows.update(token.0);
    }
    hex(&rows.finalize())
}

impl SlipKey {
    /// A new key for a round.
    #[must_use]
    pub fn generate(rng: &mut (impl RngCore + CryptoRng)) -> Self {
        let mut key = [0; 32];
        rng.fill_bytes(&mut key);
        Self(key)
    }

    /// The key that was stored as these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes to store.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The tag of a slip: HMAC-SHA-256 of its code.
    #[must_use]
    pub fn tag(&self, code: &SlipCode) -> SlipTag {
        SlipTag(self.keyed(b"piaojue slip v1", code))
    }

    /// The token of a slip: HMAC-SHA-256 of its code under another label than its tag. Neither follows from the other.
    #[must_use]
    pub fn token(&self, code: &SlipCode) -> SlipToken {
        SlipToken(self.keyed(b"piaojue token v1", code))
    }

    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    fn keyed(&self, label: &[u8], code: &SlipCode) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(label);
        mac.update(&code.0);
        mac.finalize().into_bytes().into()
    }
}
