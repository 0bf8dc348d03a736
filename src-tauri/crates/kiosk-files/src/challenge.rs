//! What proves of a challenged ballot that a kiosk had sealed what it says, opened for whoever asked it to prove itself: a file
//! (`.pjchallenge`) that is whole by itself, or a series of QR codes without contest and key, which go ahead in a file of their
//! own (`.pjelection`). All are described in `docs/challenge.md`.

use crate::{KioskFileError, container::malformed};
use ballot_box::{BallotVersion, ElectionKey, OpenedBallot, from_hex};
use procedure::{ballot::Mark, contest::Contest};
use serde::Serialize;
use session_model::contest_digest;
use sha2::{Digest, Sha256};
use signed_file::Station;

/// Hexadecimal digits that one QR code carries: few enough to be scanned off a screen.
const PART: usize = 1000;

/// What is signed, in the order in which it is written.
#[derive(Serialize)]
struct Body<'a> {
    format: &'static str,
    /// The hash of the contest's canonical form.
    digest: String,
    contest: &'a Contest,
    key: &'a ElectionKey,
    opened: &'a OpenedBallot,
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(flatten)]
    body: &'a Body<'a>,
    station: String,
    signature: String,
}

/// What the second computer is given before the QR codes.
#[derive(Serialize)]
struct ElectionFile<'a> {
    format: &'static str,
    contest: &'a Contest,
    key: &'a ElectionKey,
}

/// An opened ballot, signed by the station that sealed it.
pub struct Proof<'a> {
    version: BallotVersion,
    body: Body<'a>,
    station: [u8; 32],
    signature: [u8; 64],
}

impl<'a> Proof<'a> {
    /// Signs an opened ballot. The first words say the version of the ballot in it.
    pub fn sign(
        station: &Station,
        contest: &'a Contest,
        key: &'a ElectionKey,
        opened: &'a OpenedBallot,
        version: BallotVersion,
    ) -> Result<Self, KioskFileError> {
        let format = match version {
            BallotVersion::One => "piaojue challenge 1",
            BallotVersion::Two => "piaojue challenge 2",
        };
        let body = Body { format, digest: ballot_box::hex(&contest_digest(contest)), contest, key, opened };
        let signature = station.sign(&serde_json::to_vec(&body).map_err(|error| malformed(&error))?);
        Ok(Self { version, body, station: station.public_key(), signature })
    }

    /// The file, whole by itself.
    pub fn file(&self) -> Result<Vec<u8>, KioskFileError> {
        pretty(&File {
            body: &self.body,
            station: ballot_box::hex(&self.station),
            signature: ballot_box::hex(&self.signature),
        })
    }

    /// The texts of the QR codes, in capitals and digits, which codes carry best. Each names the whole by the hash of its bytes, and
    /// its place among all.
    #[must_use]
    pub fn parts(&self) -> Vec<String> {
        let bytes = self.bytes();
        let capitals = |bytes: &[u8]| ballot_box::hex(bytes).to_ascii_uppercase();
        let (name, text) = (capitals(&Sha256::digest(&bytes)[..4]), capitals(&bytes));
        let parts: Vec<&[u8]> = text.as_bytes().chunks(PART).collect();
        let numbered = parts.iter().zip(1..);
        numbered
            .map(|(part, number)| {
                format!("PJC/{name}/{number}/{}/{}", parts.len(), String::from_utf8_lossy(part))
            })
            .collect()
    }

    /// What the codes carry together.
    fn bytes(&self) -> Vec<u8> {
        let OpenedBallot { ballot, marks, approve, oppose } = self.body.opened;
        // What was opened here is written in hexadecimal digits.
        let written = |text: &String| from_hex(text).unwrap_or_default();
        let ballot = written(ballot);
        let length = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).to_be_bytes();
        let mark = |mark: &Mark| match mark {
            Mark::Abstain => 0,
            Mark::Approve => 1,
            Mark::Oppose => 2,
        };
        let version = match self.version {
            BallotVersion::One => 1,
            BallotVersion::Two => 2,
        };
        let mut bytes = vec![version];
        bytes.extend(length(ballot.len()));
        bytes.extend(ballot);
        bytes.extend(length(marks.len()));
        bytes.extend(marks.iter().map(mark));
        bytes.extend(approve.iter().flat_map(written));
        bytes.push(u8::from(!oppose.is_empty()));
        bytes.extend(oppose.iter().flat_map(written));
        bytes.extend(self.station);
        bytes.extend(self.signature);
        bytes
    }
}

/// The file with which a second computer reads the QR codes of a round: its contest and key. It isn't signed; what the codes say is
/// signed with both.
pub fn election(contest: &Contest, key: &ElectionKey) -> Result<Vec<u8>, KioskFileError> {
    pretty(&ElectionFile { format: "piaojue election 1", contest, key })
}

fn pretty(file: &impl Serialize) -> Result<Vec<u8>, KioskFileError> {
    let mut bytes = serde_json::to_vec_pretty(file).map_err(|error| malformed(&error))?;
    bytes.push(b'\n');
    Ok(bytes)
}
