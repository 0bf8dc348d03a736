//! Key cards (钥匙卡): a scrutineer's share on paper, that can be scanned or typed back.
//!
//! Five rows of sixteen characters: twelve carry 60 bits, four check the row, so that a wrong character is named
//! by its place while the card is being typed.

use crate::{BallotBoxError, ElectionKey, KeyShare, crockford};
use elastic_elgamal::{SecretKey, group::Ristretto};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

const ROWS: usize = 5;
const ROW: usize = 16;
const ROW_DATA: usize = 12;
/// Version, holder, three bytes of the key's digest, the share.
const PAYLOAD: usize = 1 + 1 + 3 + 32;
const VERSION: u8 = 1;

/// A share of the secret key with the holder's number and a hint of the key it belongs to.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct KeyCard([u8; PAYLOAD]);

impl KeyCard {
    pub(crate) fn new(key: &ElectionKey, holder: u32, share: SecretKey<Ristretto>) -> Self {
        let mut payload = [0; PAYLOAD];
        payload[0] = VERSION;
        // There are at most 32 cards, so the lowest byte is the whole number.
        [.., payload[1]] = holder.to_be_bytes();
        payload[2..5].copy_from_slice(&key.digest()[..3]);
        payload[5..].copy_from_slice(share.expose_scalar().as_bytes());
        drop(share);
        Self(payload)
    }

    /// The number of the card, from 1.
    #[must_use]
    pub fn holder(&self) -> u32 {
        u32::from(self.0[1])
    }

    /// The rows to print, each in groups of four.
    #[must_use]
    pub fn rows(&self) -> Zeroizing<Vec<String>> {
        let values = Zeroizing::new(to_values(&self.0));
        let rows = values.chunks(ROW_DATA).enumerate().map(|(row, data)| {
            let mut whole = data.to_vec();
            whole.extend(row_check(row, data));
            let text = crockford::grouped(&whole, " ");
            whole.zeroize();
            text
        });
        Zeroizing::new(rows.collect())
    }

    /// The characters of all rows, ungrouped, as the card's QR carries them.
    #[must_use]
    pub fn scanned(&self) -> Zeroizing<String> {
        let rows = self.rows();
        Zeroizing::new(
            rows.iter().flat_map(|row| row.chars()).filter(|c| !crockford::is_separator(*c)).collect(),
        )
    }

    /// Reads a card that was typed or scanned. A wrong character is named by row and place.
    pub fn parse(typed: &str) -> Result<Self, BallotBoxError> {
        let characters: Zeroizing<Vec<char>> =
            Zeroizing::new(typed.chars().filter(|typed| !crockford::is_separator(*typed)).collect());
        if characters.len() != ROWS * ROW {
            return Err(BallotBoxError::CardLength { expected: ROWS * ROW, found: characters.len() });
        }
        let mut data = Zeroizing::new(Vec::with_capacity(ROWS * ROW_DATA));
        for (row, typed) in characters.chunks(ROW).enumerate() {
            let values = Zeroizing::new(row_values(row, typed)?);
            check_row(row, &values)?;
            data.extend_from_slice(&values[..ROW_DATA]);
        }
        let payload = from_values(&data);
        if payload[0] != VERSION {
            return Err(BallotBoxError::CardVersion);
        }
        Ok(Self(*payload))
    }

    /// Checks the card against the key it should belong to.
    pub fn check(&self, key: &ElectionKey) -> Result<KeyShare, BallotBoxError> {
        if self.0[2..5] != key.digest()[..3] {
            return Err(BallotBoxError::CardOfAnotherKey);
        }
        let refused = BallotBoxError::CardDoesNotFit { holder: self.holder() };
        let share = SecretKey::<Ristretto>::from_bytes(&self.0[5..]).ok_or(refused)?;
        key.share(self.holder(), share)
    }
}

fn row_values(row: usize, typed: &[char]) -> Result<Vec<u8>, BallotBoxError> {
    let value = |(place, typed): (usize, &char)| {
        crockford::value(*typed).ok_or(BallotBoxError::CardCharacter { row: row + 1, place: place + 1 })
    };
    typed.iter().enumerate().map(value).collect()
}

/// The first 20 bits of SHA-256 over the row's number and data, as four values.
fn row_check(row: usize, data: &[u8]) -> [u8; ROW - ROW_DATA] {
    let mut hash = Sha256::new();
    hash.update(b"piaojue key card row v1");
    // A card has five rows, so the lowest byte is the whole number.
    let [.., row] = row.to_be_bytes();
    hash.update([row]);
    hash.update(data);
    let hash = hash.finalize();
    [hash[0] >> 3, hash[1] >> 3, hash[2] >> 3, hash[3] >> 3]
}

fn row_holds(row: usize, values: &[u8]) -> bool {
    row_check(row, &values[..ROW_DATA]) == values[ROW_DATA..]
}

/// Where a row does not hold, finds the one place whose change would make it hold.
fn check_row(row: usize, values: &[u8]) -> Result<(), BallotBoxError> {
    if row_holds(row, values) {
        return Ok(());
    }
    let mut trial = Zeroizing::new(values.to_vec());
    let mut wrong = Vec::new();
    for place in 0..ROW {
        for value in 0..32 {
            trial[place] = value;
            if row_holds(row, &trial) {
                wrong.push(place);
            }
        }
        trial[place] = values[place];
    }
    match wrong[..] {
        [place] => Err(BallotBoxError::CardMistyped { row: row + 1, place: place + 1 }),
        _ => Err(BallotBoxError::CardRow { row: row + 1 }),
    }
}

/// The payload as 60 values of 5 bits; the last four bits are zero.
fn to_values(payload: &[u8; PAYLOAD]) -> Vec<u8> {
    let bit = |index: usize| payload.get(index / 8).map_or(0, |byte| byte >> (7 - index % 8) & 1);
    (0..ROWS * ROW_DATA)
        .map(|value| (0..5).fold(0, |bits, place| bits << 1 | bit(value * 5 + place)))
        .collect()
}

fn from_values(values: &[u8]) -> Zeroizing<[u8; PAYLOAD]> {
    let bit = |index: usize| values.get(index / 5).map_or(0, |value| value >> (4 - index % 5) & 1);
    let mut payload = Zeroizing::new([0; PAYLOAD]);
    for (place, byte) in payload.iter_mut().enumerate() {
        *byte = (0..8).fold(0, |bits, index| bits << 1 | bit(place * 8 + index));
    }
    payload
}
