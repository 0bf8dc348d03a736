//! What an insider puts into the files: someone who has the source, an SQLite tool, and perhaps the station's key.

use crate::{session::Session, sqlite_file::connect};
use ballot_box::{SlipCode, SlipKey};
use hmac::{Hmac, Mac};
use rusqlite::{Connection, Params, params, types::Value};
use sha2::{Digest, Sha256};
use std::fs;

/// A spent slot's state.
pub const SPENT: u8 = 3;
/// Crockford's base 32.
const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// An insider with the station's key.
pub struct Insider {
    row_key: [u8; 32],
}

impl Insider {
    /// Takes the key from the station's file.
    #[must_use]
    pub fn with_key_of(session: &Session) -> Self {
        let file = fs::read(&session.station).expect("the station's file");
        Self { row_key: mac(&file[16..], &[b"piaojue box rows v1"]) }
    }

    /// Puts a ballot into a slot of the first round, with codes of authentication that hold for the row and for the box. The slot's
    /// token stays as it is.
    pub fn put(&self, session: &Session, tag: &[u8; 32], state: u8, ballot: &[u8]) {
        let token = connect(&session.path)
            .query_row("SELECT token FROM slot WHERE tag = ?", [tag], |row| row.get(0))
            .expect("a slot");
        self.put_with_token(session, tag, state, &token, ballot);
    }

    /// The same, with a token.
    pub fn put_with_token(
        &self,
        session: &Session,
        tag: &[u8; 32],
        state: u8,
        token: &[u8; 32],
        ballot: &[u8],
    ) {
        const ROUND: [u8; 4] = 1_u32.to_be_bytes();
        let authenticate = |parts: &[&[u8]]| mac(&self.row_key, parts);
        let before: (u8, Vec<u8>) = connect(&session.path)
            .query_row("SELECT state, mac FROM slot WHERE tag = ?", [tag], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .expect("a slot");
        let row = authenticate(&[b"slot", &ROUND, tag, &[state], token, ballot]);
        tamper_with(session, "UPDATE slot SET token = ? WHERE tag = ?", params![token, tag]);
        put_row(session, tag, state, ballot, &row);
        if state != SPENT {
            return;
        }
        let connection = Connection::open(&session.path).expect("the session's file");
        let mut sum: [u8; 32] =
            connection.query_row("SELECT sum FROM box_head", [], |row| row.get(0)).expect("the box' sum");
        let add = |row: &[u8], sum: &mut [u8; 32]| {
            for (byte, share) in sum.iter_mut().zip(authenticate(&[b"share of the box", row])) {
                *byte ^= share;
            }
        };
        add(&row, &mut sum);
        if before.0 == SPENT {
            add(&before.1, &mut sum);
        }
        let head = authenticate(&[b"box", &ROUND, &sum]);
        connection.execute("UPDATE box_head SET sum = ?, mac = ?", params![sum, head]).expect("a raw update");
    }
}

/// Puts a ballot into a slot of a closed file, with any code of authentication.
pub fn put_row(session: &Session, tag: &[u8; 32], state: u8, ballot: &[u8], mac: &[u8]) {
    let changed = Connection::open(&session.path)
        .expect("the session's file")
        .execute(
            "UPDATE slot SET state = ?, ballot = ?, mac = ? WHERE tag = ?",
            params![state, ballot, mac, tag],
        )
        .expect("a raw update");
    assert_eq!(changed, 1, "one slot");
}

fn tamper_with(session: &Session, sql: &str, parameters: impl Params) {
    let connection = Connection::open(&session.path).expect("the session's file");
    assert_eq!(connection.execute(sql, parameters).expect("a raw update"), 1, "one row");
}

/// Runs SQL on a closed file, as any SQLite tool would.
pub fn tamper(session: &Session, sql: &str) {
    let connection = Connection::open(&session.path).expect("the session's file");
    connection.execute_batch("PRAGMA foreign_keys = OFF").expect("a setting");
    connection.execute_batch(sql).expect("raw SQL");
}

/// The tag of a slip, which needs the key that lies in the file.
#[must_use]
pub fn tag(session: &Session, code: &SlipCode) -> [u8; 32] {
    let key = connect(&session.path).query_row("SELECT slip_key FROM round_key", [], |row| row.get(0));
    SlipKey::from_bytes(key.expect("the slips' key")).tag(code).0
}

/// The token of a slip, which needs the slip's code beside the key that lies in the file.
#[must_use]
pub fn token(session: &Session, code: &SlipCode) -> [u8; 32] {
    let key = connect(&session.path).query_row("SELECT slip_key FROM round_key", [], |row| row.get(0));
    SlipKey::from_bytes(key.expect("the slips' key")).token(code).0
}

/// Every value of every table, and the tables' own text. An error where the file can't be read.
pub fn dump(session: &Session) -> rusqlite::Result<Vec<Vec<Value>>> {
    let connection = connect(&session.path);
    let mut all = rows(&connection, "SELECT type, name, sql FROM sqlite_schema ORDER BY name")?;
    let tables = rows(&connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    for table in tables {
        if let [Value::Text(name)] = &table[..] {
            all.extend(rows(&connection, &format!("SELECT * FROM \"{name}\""))?);
        }
    }
    Ok(all)
}

fn rows(connection: &Connection, sql: &str) -> rusqlite::Result<Vec<Vec<Value>>> {
    let mut select = connection.prepare(sql)?;
    let columns = select.column_count();
    select.query_map([], |row| (0..columns).map(|column| row.get(column)).collect())?.collect()
}

/// What a key card carries: version, holder, a hint of the key, the secret share in its last 32 bytes.
#[must_use]
pub fn card_payload(scanned: &str) -> Vec<u8> {
    let rows: Vec<char> = scanned.chars().collect();
    let data = rows.chunks(16).flat_map(|row| &row[..12]);
    let bits: Vec<usize> =
        data.flat_map(|letter| bits(ALPHABET.find(*letter).expect("a letter"), 5)).collect();
    let byte =
        |bits: &[usize]| u8::try_from(bits.iter().fold(0, |byte, bit| byte << 1 | bit)).expect("8 bits");
    bits.chunks_exact(8).map(byte).collect()
}

/// A key card of this content whose check characters hold.
#[must_use]
pub fn card_of(payload: &[u8]) -> String {
    let mut bits: Vec<usize> = payload.iter().flat_map(|byte| bits(usize::from(*byte), 8)).collect();
    bits.resize(300, 0);
    let values: Vec<usize> =
        bits.chunks(5).map(|bits| bits.iter().fold(0, |value, bit| value << 1 | bit)).collect();
    let mut card = String::new();
    for (row, data) in (0_u8..).zip(values.chunks(12)) {
        let mut hash = Sha256::new();
        hash.update(b"piaojue key card row v1");
        hash.update([row]);
        hash.update(data.iter().map(|value| u8::try_from(*value).expect("5 bits")).collect::<Vec<u8>>());
        let check = hash.finalize();
        let check = check[..4].iter().map(|byte| usize::from(byte >> 3));
        let letter = |value: usize| char::from(ALPHABET.as_bytes()[value]);
        card.extend(data.iter().copied().chain(check).map(letter));
    }
    card
}

fn bits(value: usize, count: usize) -> impl Iterator<Item = usize> {
    (0..count).rev().map(move |bit| value >> bit & 1)
}

/// HMAC-SHA-256 over parts, each preceded by its length: how the station authenticates rows.
fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}
