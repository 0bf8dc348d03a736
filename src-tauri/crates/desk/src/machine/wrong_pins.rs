//! Wrong PINs of a session, counted in a file beside its station's key: in the session's own file an older copy could replace the
//! count, and in memory a restart would clear it.

use crate::machine::files::{make_folder, write_anew};
use chrono::{DateTime, Duration, FixedOffset};
use office::clock::{Clock, SystemClock};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    io::{self, ErrorKind},
    path::Path,
};
use wire::{DeskError, Problem};

/// After so many wrong ones in a row, everybody waits before each further one.
const FREE: u32 = 5;
const WAIT: Duration = Duration::seconds(30);

/// The wrong ones in a row, and when the latest was tried.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct WrongPins {
    wrong: u32,
    latest: DateTime<FixedOffset>,
}

/// Lets a PIN be tried, and counts how it went. Fails without trying it where somebody has to wait first, or where nothing
/// can be counted.
///
/// It is counted as wrong before it is tried: nobody gains a try by ending the program in between.
pub(crate) fn attempt<T, E: Into<Problem>>(
    file: &Path,
    check: impl FnOnce() -> Result<T, E>,
) -> Result<T, Problem> {
    let now = SystemClock.now();
    let before = read(file, now).map_err(|error| DeskError::path(file, &error))?;
    if let Some(seconds) = before.and_then(|before| before.seconds_to_wait(now)) {
        return Err(DeskError::Wait { seconds }.into());
    }
    let wrong = before.map_or(0, |before| before.wrong).saturating_add(1);
    file.parent().map_or(Ok(()), make_folder)?;
    write(file, WrongPins { wrong, latest: now }).map_err(|error| DeskError::path(file, &error))?;
    let checked = check().map_err(Into::<Problem>::into)?;
    fs::remove_file(file).map_err(|error| DeskError::path(file, &error))?;
    Ok(checked)
}

impl WrongPins {
    fn seconds_to_wait(self, now: DateTime<FixedOffset>) -> Option<u64> {
        let left = self.latest + WAIT - now;
        let waits = self.wrong >= FREE && left > Duration::zero();
        waits.then(|| u64::try_from((left.num_milliseconds() + 999) / 1000).unwrap_or_default())
    }
}

/// The count; none where no wrong PIN was tried since the last right one. Where the file can't be understood, or names a time
/// that is still to come since the clock was put back, the waiting begins now.
fn read(file: &Path, now: DateTime<FixedOffset>) -> io::Result<Option<WrongPins>> {
    let text = match fs::read(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    match serde_json::from_slice::<WrongPins>(&text) {
        Ok(counted) if counted.latest <= now => Ok(Some(counted)),
        unusable => {
            let wrong = unusable.map_or(FREE, |counted| counted.wrong);
            let counted = WrongPins { wrong, latest: now };
            write(file, counted)?;
            Ok(Some(counted))
        }
    }
}

fn write(file: &Path, counted: WrongPins) -> io::Result<()> {
    write_anew(file, &serde_json::to_vec(&counted)?)
}
