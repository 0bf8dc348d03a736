//! The file of a challenged ballot (`.pjchallenge`): what a kiosk had sealed, opened for whoever asked it to prove itself.

use crate::{KioskFileError, container::malformed};
use ballot_box::{ElectionKey, OpenedBallot};
use procedure::contest::Contest;
use serde::Serialize;
use session_model::contest_digest;
use signed_file::Station;

/// The first words of the file, with the version of its form.
pub const FORMAT: &str = "piaojue challenge 1";

/// What is signed, in the order in which it is written.
#[derive(Serialize)]
struct Body<'a> {
    format: &'static str,
    /// The hash of the contest's canonical form, as the slip with the challenge has it printed.
    digest: String,
    contest: &'a Contest,
    key: &'a ElectionKey,
    opened: &'a OpenedBallot,
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(flatten)]
    body: Body<'a>,
    station: String,
    signature: String,
}

/// The file of an opened ballot, signed by the station that sealed it: its form is in `docs/challenge.md`.
pub fn write(
    station: &Station,
    contest: &Contest,
    key: &ElectionKey,
    opened: &OpenedBallot,
) -> Result<Vec<u8>, KioskFileError> {
    let digest = ballot_box::hex(&contest_digest(contest));
    let body = Body { format: FORMAT, digest, contest, key, opened };
    let signature = station.sign(&serde_json::to_vec(&body).map_err(|error| malformed(&error))?);
    let file = File {
        body,
        station: ballot_box::hex(&station.public_key()),
        signature: ballot_box::hex(&signature),
    };
    let mut bytes = serde_json::to_vec_pretty(&file).map_err(|error| malformed(&error))?;
    bytes.push(b'\n');
    Ok(bytes)
}
