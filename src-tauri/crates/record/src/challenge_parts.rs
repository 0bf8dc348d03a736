//! The proof of a challenged ballot as a series of QR codes reads: texts of capitals and digits that a scanner types, a line each.

use crate::challenge_problem::{ChallengeProblem, unreadable};
use ballot_box::{from_hex, hex};
use procedure::ballot::Mark;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// More codes than any ballot needs.
const MOST_PARTS: u32 = 500;
/// More candidates than any ballot has.
const MOST_CANDIDATES: usize = 1000;

/// What the codes carry together.
pub struct Parts {
    /// The version of the ballot.
    pub version: u8,
    /// The ballot's bytes, in hex.
    pub ballot: String,
    pub marks: Vec<Mark>,
    /// The randomness of each approval, in hex.
    pub approve: Vec<String>,
    /// The same of the oppositions; empty where the ballot takes none.
    pub oppose: Vec<String>,
    /// The public key of the station that sealed it, in hex.
    pub station: String,
    pub signature: String,
}

/// Puts the codes together, in whatever order and however often each was scanned.
pub fn join(scanned: &str) -> Result<Parts, ChallengeProblem> {
    let mut found: BTreeMap<u32, String> = BTreeMap::new();
    let mut whole: Option<(String, u32)> = None;
    for line in scanned.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let line = line.to_ascii_uppercase();
        let (name, number, of, text) = part(&line).ok_or_else(|| unreadable(&line))?;
        let (known, count) = whole.get_or_insert_with(|| (name.to_owned(), of));
        let is_new = found.insert(number, text.to_owned()).is_none_or(|before| before == text);
        if known.as_str() != name || *count != of || !is_new {
            return Err(ChallengeProblem::PartsMixed);
        }
    }
    let (name, count) = whole.ok_or_else(|| unreadable("PJC"))?;
    let missing: Vec<String> =
        (1..=count).filter(|number| !found.contains_key(number)).map(|number| number.to_string()).collect();
    if !missing.is_empty() {
        return Err(ChallengeProblem::PartsMissing { missing: missing.join(", ") });
    }
    let text: String = found.into_values().collect();
    let bytes = from_hex(&text.to_ascii_lowercase()).ok_or_else(|| unreadable("PJC"))?;
    if !hex(&Sha256::digest(&bytes)).starts_with(&name.to_ascii_lowercase()) {
        return Err(unreadable(name));
    }
    read(&bytes).ok_or_else(|| unreadable(name))
}

/// Name, number, how many there are, and digits of one code.
fn part(line: &str) -> Option<(&str, u32, u32, &str)> {
    let mut members = line.split('/');
    let (begins, name) = (members.next()?, members.next()?);
    let (number, of): (u32, u32) = (members.next()?.parse().ok()?, members.next()?.parse().ok()?);
    let text = members.next()?;
    let fits = begins == "PJC"
        && name.len() == 8
        && (1..=MOST_PARTS).contains(&of)
        && (1..=of).contains(&number)
        && members.next().is_none();
    fits.then_some((name, number, of, text))
}

/// The form of the bytes is in `docs/challenge.md`.
fn read(bytes: &[u8]) -> Option<Parts> {
    let mut bytes = Bytes(bytes);
    let [version] = bytes.array()?;
    let length = u32::from_be_bytes(bytes.array()?);
    let ballot = hex(bytes.take(usize::try_from(length).ok()?)?);
    let candidates = usize::try_from(u32::from_be_bytes(bytes.array()?)).ok()?;
    if candidates > MOST_CANDIDATES {
        return None;
    }
    let marks = bytes.take(candidates)?.iter().map(|mark| match mark {
        0 => Some(Mark::Abstain),
        1 => Some(Mark::Approve),
        2 => Some(Mark::Oppose),
        _ => None,
    });
    let marks = marks.collect::<Option<_>>()?;
    let approve = bytes.scalars(candidates)?;
    let [has_oppose] = bytes.array()?;
    let oppose = match has_oppose {
        0 => Vec::new(),
        1 => bytes.scalars(candidates)?,
        _ => return None,
    };
    let (station, signature) = (hex(bytes.take(32)?), hex(bytes.take(64)?));
    bytes.0.is_empty().then_some(Parts { version, ballot, marks, approve, oppose, station, signature })
}

/// What is left to be read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const LENGTH: usize>(&mut self) -> Option<[u8; LENGTH]> {
        self.take(LENGTH)?.try_into().ok()
    }

    fn scalars(&mut self, count: usize) -> Option<Vec<String>> {
        (0..count).map(|_| self.take(32).map(hex)).collect()
    }
}
