//! Checks a challenged ballot: by its file (`.pjchallenge`) or by the texts of its QR codes, alone and against the record of its session.

use crate::{
    RecordError, challenge_parts,
    challenge_problem::{ChallengeProblem, unreadable},
    entry::{Entry, Event},
    files::{BallotLine, Key, LogLine, Session},
    json,
    log::LOG,
    package::{Package, next_line},
    round::LARGEST_FILE,
    verify::open,
};
use ballot_box::{BallotBoxError, BallotVersion, Election, ElectionKey, OpenedBallot, hex};
use ed25519_dalek::{Signature, VerifyingKey};
use procedure::{
    ballot::Mark,
    contest::Contest,
    number::{CandidateNumber, RoundNumber},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use std::{fs::File, io::ErrorKind, path::Path};

/// The forms that are checked here: their numbers in QR codes, their names in files, and how their ballots are sealed.
const FORMATS: [(u8, &str, BallotVersion); 2] =
    [(1, "piaojue challenge 1", BallotVersion::One), (2, "piaojue challenge 2", BallotVersion::Two)];
/// The form of the file that QR codes are read with.
const ELECTION: &str = "piaojue election 1";
/// More bytes than the file of any ballot has.
const LARGEST: u64 = 1 << 23;
/// More bytes than any line of the log or of the box has.
const LONGEST_LINE: usize = 1 << 20;

/// What the file holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    digest: String,
    contest: Contest,
    key: Key,
    opened: Opened,
    station: String,
    signature: String,
}

/// What a second computer is given before the QR codes: contest and key.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ElectionFile {
    format: String,
    contest: Contest,
    key: Key,
}

/// What is signed, in this order and without a space.
#[derive(Serialize)]
struct Signed<'a> {
    format: &'a str,
    digest: &'a str,
    contest: &'a Contest,
    key: &'a Key,
    opened: &'a Opened,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Opened {
    ballot: String,
    marks: Vec<Mark>,
    approve: Vec<String>,
    oppose: Vec<String>,
}

/// A challenged ballot whose file holds: its machine had sealed what it says.
pub struct Challenge {
    /// The tracking code that the voter saw before the ballot was opened.
    pub code: String,
    /// The whole hash, in hex.
    pub hash: String,
    /// The round.
    pub round: RoundNumber,
    /// The public key of the station that sealed it, in hex: to be compared with the one that it shows.
    pub station: String,
    /// The hash of the contest's canonical form, in hex.
    pub digest: String,
    /// Number and name of each candidate with the mark that was sealed, in list order.
    pub marks: Vec<(CandidateNumber, String, Mark)>,
    key: Key,
}

/// Reads the file of a challenged ballot.
pub fn read_challenge(path: &Path) -> Result<Vec<u8>, RecordError> {
    let shown = path.display().to_string();
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => RecordError::NotFound { path: shown.clone() },
        _ => RecordError::Io { path: shown.clone(), detail: error.into() },
    };
    regular_file::read_up_to(path, LARGEST).map_err(failed)
}

/// Checks the bytes of such a file by themselves.
pub fn check_challenge(bytes: &[u8]) -> Result<Challenge, ChallengeProblem> {
    if bytes.len() as u64 > LARGEST {
        return Err(ChallengeProblem::Unreadable { reason: format!("> {LARGEST} bytes") });
    }
    check_written(json::parse_once("", bytes).map_err(unreadable)?)
}

/// Checks the texts of a ballot's QR codes, a line each, with the file of their contest and key. What the station has signed
/// covers both: those of another round or session don't fit its signature.
pub fn check_challenge_parts(scanned: &[Vec<u8>], election: &[u8]) -> Result<Challenge, ChallengeProblem> {
    let ElectionFile { format, contest, key } = json::parse_once("", election).map_err(unreadable)?;
    if format != ELECTION {
        return Err(unreadable("format"));
    }
    let scanned = String::from_utf8(scanned.join(&b'\n')).map_err(unreadable)?;
    let parts = challenge_parts::join(&scanned)?;
    let known = FORMATS.into_iter().find(|(number, ..)| *number == parts.version);
    let (_, format, _) = known.ok_or_else(|| unreadable("version"))?;
    let challenge_parts::Parts { ballot, marks, approve, oppose, station, signature, .. } = parts;
    check_written(Written {
        format: format.to_owned(),
        digest: hex(&Sha256::digest(contest.canonical())),
        contest,
        key,
        opened: Opened { ballot, marks, approve, oppose },
        station,
        signature,
    })
}

fn check_written(written: Written) -> Result<Challenge, ChallengeProblem> {
    let known = FORMATS.into_iter().find(|(_, format, _)| *format == written.format);
    let (.., version) = known.ok_or_else(|| unreadable("format"))?;
    check_signature(&written)?;
    let digest: [u8; 32] = Sha256::digest(written.contest.canonical()).into();
    if hex(&digest) != written.digest {
        return Err(ChallengeProblem::Digest);
    }
    let opened = check_ballot(&written, digest, version)?;
    let sealed = opened.sealed().map_err(unreadable)?;
    let candidates = written.contest.list.candidates().iter().zip(&opened.marks);
    Ok(Challenge {
        code: sealed.tracking_code(version),
        hash: sealed.hash().hex(),
        round: written.contest.round(),
        station: written.station,
        digest: written.digest,
        marks: candidates
            .map(|(candidate, mark)| (candidate.number.clone(), candidate.name.clone(), *mark))
            .collect(),
        key: written.key,
    })
}

fn check_signature(written: &Written) -> Result<(), ChallengeProblem> {
    let Written { format, digest, contest, key, opened, .. } = written;
    let signed = serde_json::to_vec(&Signed { format, digest, contest, key, opened }).map_err(unreadable)?;
    let station = json::from_hex::<32>(&written.station).and_then(|key| VerifyingKey::from_bytes(&key).ok());
    let signature = json::from_hex::<64>(&written.signature).map(|bytes| Signature::from_bytes(&bytes));
    let (Some(station), Some(signature)) = (station, signature) else {
        return Err(ChallengeProblem::Signature);
    };
    station.verify_strict(&signed, &signature).map_err(|_| ChallengeProblem::Signature)
}

/// Seals the marks again with the randomness that the machine gave up, and compares.
fn check_ballot(
    written: &Written,
    digest: [u8; 32],
    version: BallotVersion,
) -> Result<OpenedBallot, ChallengeProblem> {
    let contest = |reason: &dyn ToString| ChallengeProblem::Contest { reason: reason.to_string() };
    written.contest.check().map_err(|error| contest(&error))?;
    let form = written.contest.form().map_err(|error| contest(&error))?;
    let key: ElectionKey = again(&written.key).map_err(|reason| ChallengeProblem::Key { reason })?;
    let Opened { ballot, approve, oppose, .. } = &written.opened;
    let mut texts = approve.iter().chain(oppose).chain([ballot]);
    if !texts.all(|text| json::is_hex(text)) {
        return Err(unreadable("opened"));
    }
    let opened: OpenedBallot = again(&written.opened).map_err(unreadable)?;
    let election = Election::new(&key, &form, digest, version).map_err(|error| contest(&error))?;
    election.check_opened(&opened).map_err(|error| match error {
        BallotBoxError::SealedOtherwise => ChallengeProblem::SealedOtherwise,
        other => ChallengeProblem::Proofs { reason: other.to_string() },
    })?;
    Ok(opened)
}

/// A value that was read, as the one that can be worked with.
fn again<T: DeserializeOwned>(value: &impl Serialize) -> Result<T, String> {
    let text = serde_json::to_value(value).map_err(|error| error.to_string())?;
    serde_json::from_value(text).map_err(|error| error.to_string())
}

impl Challenge {
    /// Checks it against the record of its session: list, rules and key are the record's, its log tells of this ballot, and
    /// the ballot isn't in the box. Whether the record itself holds is for [`crate::verify_file`] to say.
    pub fn check_in_record(&self, record: &Path) -> Result<Result<(), ChallengeProblem>, RecordError> {
        let package = Package::open(open(record)?);
        Ok(package.map_err(|_| failed("package")).and_then(|mut package| {
            self.check_round(&mut package)?;
            self.check_log(&mut package)?;
            self.check_box(&mut package)
        }))
    }

    fn check_round(&self, package: &mut Package<File>) -> Result<(), ChallengeProblem> {
        let file = |name: &str| format!("rounds/{}/{name}", self.round);
        let contest = package.read(&file("contest.json"), LARGEST_FILE);
        let contest = contest.map_err(|_| ChallengeProblem::OtherRecord { what: "contest" })?;
        if hex(&Sha256::digest(&contest)) != self.digest {
            return Err(ChallengeProblem::OtherRecord { what: "contest" });
        }
        let key = package.read(&file("key.json"), LARGEST_FILE).ok();
        let same = key.is_some_and(|key| serde_json::to_vec(&self.key).is_ok_and(|mine| mine == key));
        if same { Ok(()) } else { Err(ChallengeProblem::OtherRecord { what: "key" }) }
    }

    /// The log names each ballot that was opened: the station's own, and those of a remote kiosk when its box is merged.
    fn check_log(&self, package: &mut Package<File>) -> Result<(), ChallengeProblem> {
        let session = package.read("session.json", LARGEST_FILE).map_err(|_| failed("session.json"))?;
        let session: Session = json::parse("", &session).map_err(|_| failed("session.json"))?;
        let file = package.find(LOG).cloned().ok_or_else(|| failed(LOG))?;
        let mut lines = package.stream(&file).map_err(|_| failed(LOG))?;
        while let Some(line) = next_line(&mut lines, LOG, LONGEST_LINE).map_err(|_| failed(LOG))? {
            let line: LogLine = json::parse("", &line).map_err(|_| failed(LOG))?;
            let entry: Entry = json::parse_once("", line.entry.as_bytes()).map_err(|_| failed(LOG))?;
            match entry.event {
                Event::BallotChallenged { ballot, .. } if ballot == self.hash => {
                    let same = session.station == self.station;
                    return if same {
                        Ok(())
                    } else {
                        Err(ChallengeProblem::OtherRecord { what: "station" })
                    };
                }
                Event::BoxMerged { challenged, .. } if challenged.contains(&self.hash) => return Ok(()),
                // Every other act is looked at only by the checks of a whole record.
                _ => {}
            }
        }
        Err(ChallengeProblem::NotInLog)
    }

    fn check_box(&self, package: &mut Package<File>) -> Result<(), ChallengeProblem> {
        let name = format!("rounds/{}/ballots.jsonl", self.round);
        // A round that ended before its close has no box that was counted.
        let Some(file) = package.find(&name).cloned() else { return Ok(()) };
        let mut lines = package.stream(&file).map_err(|_| failed(&name))?;
        while let Some(line) = next_line(&mut lines, &name, LONGEST_LINE).map_err(|_| failed(&name))? {
            let line: BallotLine = json::parse("", &line).map_err(|_| failed(&name))?;
            if line.hash == self.hash {
                return Err(ChallengeProblem::Counted);
            }
        }
        Ok(())
    }
}

fn failed(what: &str) -> ChallengeProblem {
    ChallengeProblem::Record { what: what.to_owned() }
}
