//! Looks for one ballot by the tracking code that its voter saw, for one entry of the log by the hash that is on paper, and for the
//! round whose slips were committed to as paper says.

use crate::{
    RecordError, Summary,
    files::{BallotLine, LogLine},
    log::{LOG, LONGEST_LINE},
    note::shown,
    package::{Package, next_line},
    verify::open,
};
use procedure::number::RoundNumber;
use serde::Deserialize;
use std::{
    io::{Read, Seek},
    path::Path,
};

/// Where a ballot is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The round.
    pub round: RoundNumber,
    /// The whole hash, in hex.
    pub hash: String,
}

/// An entry of the log, with those after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEntry {
    /// Its number.
    pub number: u32,
    /// Its hash, in hex.
    pub hash: String,
    /// What was done after it.
    pub after: Vec<Act>,
}

/// An act of the log, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The number of its entry.
    pub number: u32,
    /// When, as the log writes it.
    pub at: String,
    /// Who did it.
    pub operator: String,
    /// Who witnessed it; none where nobody did.
    pub witness: Option<String>,
    /// The act's name.
    pub act: String,
    /// The round; none where it isn't of one.
    pub round: Option<u64>,
}

/// As much of an entry as is shown.
#[derive(Deserialize)]
struct Shown {
    at: String,
    operator: String,
    witness: Option<String>,
    event: ShownEvent,
}

#[derive(Deserialize)]
struct ShownEvent {
    act: String,
    #[serde(default, deserialize_with = "crate::json::if_any")]
    round: Option<u64>,
}

/// Looks for the entry of this hash in the log of the record at this path: in hex, or its first eight digits at the least. Whether
/// the record holds, and with it the entry's place in the log, is for [`crate::verify_file`] to say.
pub fn find_entry(path: &Path, hash: &str) -> Result<Option<FoundEntry>, RecordError> {
    let wanted: String = hash.chars().filter(|character| !character.is_whitespace()).collect();
    let wanted = wanted.to_ascii_lowercase();
    let is_hash = (8..=64).contains(&wanted.len()) && wanted.bytes().all(|digit| digit.is_ascii_hexdigit());
    if !is_hash {
        return Err(RecordError::EntryHash { hash: hash.chars().take(80).collect() });
    }
    let Ok(package) = Package::open(open(path)?) else { return Ok(None) };
    Ok(search_log(package, &wanted))
}

fn search_log<R: Read + Seek>(mut package: Package<R>, wanted: &str) -> Option<FoundEntry> {
    let file = package.find(LOG).cloned()?;
    let mut lines = package.stream(&file).ok()?;
    let mut found: Option<FoundEntry> = None;
    while let Ok(Some(line)) = next_line(&mut lines, LOG, LONGEST_LINE) {
        // A line that can't be read is told when the record is checked.
        let Ok(line) = serde_json::from_slice::<LogLine>(&line) else { continue };
        match &mut found {
            Some(found) => found.after.extend(act(&line)),
            None if line.hash.starts_with(wanted) => {
                found = Some(FoundEntry { number: line.number, hash: line.hash, after: Vec::new() });
            }
            None => {}
        }
    }
    found
}

/// Looks for the round whose slips were committed to so when it was sealed: SHA-256 in hex, whole. Whether the round's slips are
/// those, and each spent one was held by somebody, is for the record's checks to say.
pub fn find_sealed(summary: &Summary, commitment: &str) -> Result<Option<RoundNumber>, RecordError> {
    let wanted: String = commitment.chars().filter(|character| !character.is_whitespace()).collect();
    let wanted = wanted.to_ascii_lowercase();
    if wanted.len() != 64 || !wanted.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Err(RecordError::Commitment { commitment: commitment.chars().take(80).collect() });
    }
    let mut rounds = summary.rounds.iter();
    Ok(rounds.find(|round| round.list.as_ref() == Some(&wanted)).map(|round| round.round))
}

fn act(line: &LogLine) -> Option<Act> {
    let Shown { at, operator, witness, event } = serde_json::from_str(&line.entry).ok()?;
    Some(Act {
        number: line.number,
        at: shown(&at),
        operator: shown(&operator),
        witness: witness.as_deref().map(shown),
        act: shown(&event.act),
        round: event.round,
    })
}

/// Looks for the ballot of this tracking code in the record at this path. Whether the record holds, and with it the code's
/// place in it, is for [`crate::verify_file`] to say.
pub fn find_ballot(path: &Path, code: &str) -> Result<Option<Found>, RecordError> {
    let code = tracking_code(code)?;
    let Ok(package) = Package::open(open(path)?) else { return Ok(None) };
    Ok(search(package, &code))
}

/// The characters of a code, and of one with digits.
const CODE: usize = 16;
const CODE_WITH_DIGITS: usize = CODE + 3;

/// The code as it is written: capitals in groups of four, and behind them the voter's digits where there are any. Case, grouping
/// and look-alikes don't matter.
fn tracking_code(typed: &str) -> Result<String, RecordError> {
    let refused = || RecordError::TrackingCode { code: typed.chars().take(40).collect() };
    let mut plain = String::new();
    for typed in typed.chars().filter(|typed| !typed.is_whitespace() && *typed != '-') {
        let capital = match typed.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let fits = match plain.len() {
            ..CODE => (capital.is_ascii_uppercase() || capital.is_ascii_digit()) && capital != 'U',
            CODE..CODE_WITH_DIGITS => capital.is_ascii_digit(),
            _ => false,
        };
        if !fits {
            return Err(refused());
        }
        plain.push(capital);
    }
    if ![CODE, CODE_WITH_DIGITS].contains(&plain.len()) {
        return Err(refused());
    }
    // Only ASCII was taken, so that each byte is a character.
    let groups = [0..4, 4..8, 8..12, 12..CODE, CODE..plain.len()].map(|group| &plain[group]);
    Ok(groups.into_iter().filter(|group| !group.is_empty()).collect::<Vec<&str>>().join("-"))
}

fn search<R: Read + Seek>(mut package: Package<R>, code: &str) -> Option<Found> {
    for file in package.files().to_vec() {
        let Some(round) =
            file.name.strip_prefix("rounds/").and_then(|name| name.strip_suffix("/ballots.jsonl"))
        else {
            continue;
        };
        let (Ok(round), Ok(mut lines)) = (round.parse(), package.stream(&file)) else { continue };
        while let Ok(Some(line)) = next_line(&mut lines, &file.name, 1 << 20) {
            // A line that can't be read is told when the record is checked.
            let Ok(line) = serde_json::from_slice::<BallotLine>(&line) else { continue };
            if line.code == code {
                return Some(Found { round: RoundNumber(round), hash: line.hash });
            }
        }
    }
    None
}
