//! Looks for one ballot by the tracking code that its voter saw.

use crate::{
    RecordError,
    files::BallotLine,
    package::{Package, next_line},
    verify::open,
};
use procedure::number::RoundNumber;
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

/// Looks for the ballot of this tracking code in the record at this path. Whether the record holds, and with it the code's
/// place in it, is for [`crate::verify_file`] to say.
pub fn find_ballot(path: &Path, code: &str) -> Result<Option<Found>, RecordError> {
    let code = tracking_code(code)?;
    let Ok(package) = Package::open(open(path)?) else { return Ok(None) };
    Ok(search(package, &code))
}

/// The code as it is written: capitals in groups of four. Case, grouping and look-alikes don't matter.
fn tracking_code(typed: &str) -> Result<String, RecordError> {
    let refused = || RecordError::TrackingCode { code: typed.chars().take(40).collect() };
    let mut plain = String::new();
    for typed in typed.chars().filter(|typed| !typed.is_whitespace() && *typed != '-') {
        let capital = match typed.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        if plain.len() == 16 || !(capital.is_ascii_uppercase() || capital.is_ascii_digit()) || capital == 'U'
        {
            return Err(refused());
        }
        plain.push(capital);
    }
    if plain.len() != 16 {
        return Err(refused());
    }
    let groups: Vec<&str> = (0..4).filter_map(|group| plain.get(4 * group..4 * group + 4)).collect();
    Ok(groups.join("-"))
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
