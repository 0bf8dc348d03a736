//! How bytes are written in these files: of a fixed length in hexadecimal, others in base 64.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Bytes of a fixed length: a key, a hash, a signature. Written in hexadecimal with small letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hex<const N: usize>(pub [u8; N]);

impl<const N: usize> Hex<N> {
    /// The bytes as they are written.
    #[must_use]
    pub fn text(&self) -> String {
        ballot_box::hex(&self.0)
    }
}

impl<const N: usize> Serialize for Hex<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = ballot_box::from_hex(&text).and_then(|bytes| <[u8; N]>::try_from(bytes).ok());
        bytes.map(Self).ok_or_else(|| de::Error::custom("bytes in hexadecimal"))
    }
}

/// Bytes of any length, written in base 64 (RFC 4648, for URLs, unpadded).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base64(pub Vec<u8>);

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&Base64UrlUnpadded::encode_string(&self.0))
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Base64UrlUnpadded::decode_vec(&text).map(Self).map_err(|_| de::Error::custom("base 64"))
    }
}
