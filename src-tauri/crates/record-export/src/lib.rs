//! The record of a session (票决档案): a package of plain files by which anyone can check the count, without this program
//! and trusting none of the machines. Its form is described in `docs/record-format.md`.
//!
//! Nothing in it joins a person to a slip or a ballot: neither roster nor PINs nor the key of the slips' tags.

mod files;

use ballot_box::{BallotVersion, ListedSlip, SealedBallot, SlipToken, hex};
use base64ct::{Base64, Encoding};
use files::{BallotLine, Listed, ListedTag, LogLine, Manifest, Session, Slips, VoidPaper};
use office::{
    act::Office,
    acts::{finished_key, official_documents, pending_contests, rounds_are_ended},
    errors::{OfficeError, RecordError},
    store::{Keys, SlipTags},
};
use package::{Package, PackageError};
use procedure::{
    count::counted,
    number::RoundNumber,
    outcome::Outcome,
    round::{Announced, Round},
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use signed_file::{FileError, private_file};
use std::{
    fs,
    io::{BufWriter, Seek, Write},
    path::Path,
};

/// What the manifest of a record says first.
pub const FORMAT: &str = "piaojue-record";
/// The usual ending of a record's name.
pub const EXTENSION: &str = "pjrecord";

const PROGRAM: &str = concat!("piaojue ", env!("CARGO_PKG_VERSION"));
/// More bytes than any name of a document has.
const LONGEST_NAME: usize = 120;

/// A document that goes into the record.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// Its name, without a folder.
    pub name: &'a str,
    /// The PDF.
    pub bytes: &'a [u8],
}

/// Makes the record in a new file. Where that fails, there is none.
pub fn save(office: &Office, documents: &[Document<'_>], path: &Path) -> Result<(), OfficeError> {
    let file = private_file().open(path).map_err(|error| FileError::io(path, error))?;
    let made = make(office, documents, BufWriter::new(&file))
        .and_then(|()| Ok(file.sync_all().map_err(PackageError::io)?));
    if made.is_err() {
        // What is left of it is no record; where it can't be removed, verifying it says so.
        let _ = fs::remove_file(path);
    }
    made
}

/// Makes the record of a session whose rounds are all announced or void. The same session and documents give the same bytes.
pub fn make(office: &Office, documents: &[Document<'_>], to: impl Write + Seek) -> Result<(), OfficeError> {
    let rounds = office.store().rounds()?;
    refuse_unfinished(&rounds)?;
    let documents = in_order(documents)?;
    let version = office.store().record_version()?;
    if version > 1 {
        refuse_round_due(office)?;
        refuse_unofficial(office, &documents)?;
    }
    let mut package = Package::new(to);
    add_session(office, &rounds, &mut package)?;
    add_log(office, &mut package)?;
    for round in &rounds {
        add_round(office, round, &mut package)?;
    }
    for document in documents {
        package.add(&format!("documents/{}", document.name), document.bytes)?;
    }
    add_manifest(office, version, &mut package)?;
    package.finish()?;
    Ok(())
}

fn refuse_unfinished(rounds: &[Round]) -> Result<(), RecordError> {
    let finished = |round: &&Round| matches!(round, Round::Announced(_) | Round::Void(_));
    match rounds.iter().find(|round| !finished(round)) {
        Some(round) => Err(RecordError::RoundUnfinished { round: round.number(), state: round.state() }),
        None if rounds.is_empty() => Err(RecordError::NoRound),
        None => Ok(()),
    }
}

/// No further round is called for, or it was stated why none is held.
fn refuse_round_due(office: &Office) -> Result<(), OfficeError> {
    if pending_contests(office)?.is_empty() || rounds_are_ended(office)? {
        Ok(())
    } else {
        Err(RecordError::RoundDue.into())
    }
}

/// Just the documents are there that are official, each as it was made so last.
fn refuse_unofficial(office: &Office, documents: &[&Document<'_>]) -> Result<(), OfficeError> {
    let mut official = official_documents(office)?;
    for Document { name, bytes } in documents {
        if official.remove(*name) != Some(hex(&Sha256::digest(bytes))) {
            return Err(RecordError::DocumentNotIssued { name: (*name).to_owned() }.into());
        }
    }
    match official.into_keys().next() {
        Some(name) => Err(RecordError::DocumentLeftOut { name }.into()),
        None => Ok(()),
    }
}

/// The documents by name, as they are in the package.
fn in_order<'a, 'b>(documents: &'b [Document<'a>]) -> Result<Vec<&'b Document<'a>>, RecordError> {
    let mut sorted: Vec<&Document<'_>> = documents.iter().collect();
    sorted.sort_unstable_by_key(|document| document.name);
    let mut seen = std::collections::BTreeSet::new();
    for document in &sorted {
        if !is_file_name(document.name) || !seen.insert(document.name.to_lowercase()) {
            return Err(RecordError::DocumentName { name: document.name.to_owned() });
        }
    }
    Ok(sorted)
}

/// Whether a name is one file's on every system, and leads nowhere else.
fn is_file_name(name: &str) -> bool {
    let forbidden = |character: char| character.is_control() || r#"/\:*?"<>|"#.contains(character);
    !name.is_empty()
        && name.len() <= LONGEST_NAME
        && !name.starts_with('.')
        && !name.ends_with(['.', ' '])
        && !name.contains(forbidden)
}

fn add_session<W: Write + Seek>(
    office: &Office,
    rounds: &[Round],
    package: &mut Package<W>,
) -> Result<(), OfficeError> {
    let store = office.store();
    let log = store.log()?;
    let delegates = rounds.first().map_or(0, |round| round.contest().delegates.0);
    let session = Session {
        station: hex(&store.station().public_key()),
        delegates,
        rounds: rounds.len(),
        entries: log.len(),
        head: log.last().map(|last| hex(&last.hash)).unwrap_or_default(),
    };
    add_json(package, "session.json", &session)?;
    let (profile, rules) = store.session_texts()?;
    package.add("profile.json", profile.as_bytes())?;
    // A round was begun, so rules were set.
    package.add("rules.json", rules.unwrap_or_default().as_bytes())?;
    Ok(())
}

fn add_log<W: Write + Seek>(office: &Office, package: &mut Package<W>) -> Result<(), OfficeError> {
    let mut file = package.begin("log.jsonl")?;
    for logged in office.store().log()? {
        let line = LogLine {
            number: logged.number,
            entry: &logged.entry,
            hash: hex(&logged.hash),
            signature: hex(&logged.signature),
        };
        file.write(&json_line(&line)?)?;
    }
    file.finish()?;
    Ok(())
}

fn add_round<W: Write + Seek>(
    office: &Office,
    round: &Round,
    package: &mut Package<W>,
) -> Result<(), OfficeError> {
    let store = office.store();
    let number = round.number();
    let name = |file: &str| format!("rounds/{number}/{file}");
    package.add(&name("contest.json"), &round.contest().canonical())?;
    let state = store.round_text(number)?.unwrap_or_default();
    package.add(&name("state.json"), state.as_bytes())?;
    if let Some(outcome) = outcome(round) {
        add_json(package, &name("outcome.json"), &outcome)?;
    }
    let (Some(keys), Some(key)) = (store.keys(number)?, store.key_text(number)?) else { return Ok(()) };
    package.add(&name("key.json"), key.as_bytes())?;
    if let Some(made) = finished_key(office, &keys.election.fingerprint())? {
        add_json(package, &name("key-holders.json"), &made)?;
    }
    let void: VoidPaper = store.void_by_reason(number)?.into_iter().collect();
    add_json(package, &name("void-paper.json"), &void)?;
    let tags = store.slip_tags(number)?;
    // The slips' account is written when the poll is closed.
    if tags != SlipTags::default() {
        add_json(package, &name("slips.json"), &slips(office, number, &keys, &tags)?)?;
        add_ballots(office, number, package)?;
    }
    if let Some(opening) = store.opening_texts(number)? {
        package.add(&name("encrypted-totals.json"), opening.totals.as_bytes())?;
        let mut shares = package.begin(&name("shares.jsonl"))?;
        for share in &opening.shares {
            shares.write(share.as_bytes())?;
            shares.write(b"\n")?;
        }
        shares.finish()?;
    }
    Ok(())
}

fn outcome(round: &Round) -> Option<Outcome> {
    match round {
        Round::Announced(Announced { counted, .. }) => Some(counted.outcome()),
        Round::Void(void) => Some(Outcome::Void(void.reason())),
        Round::Draft(_)
        | Round::Adopted(_)
        | Round::Sealed(_)
        | Round::CheckIn(_)
        | Round::Polling(_)
        | Round::Suspended(_)
        | Round::Closed(_)
        | Round::Counted(_)
        | Round::Confirmed(_) => None,
    }
}

fn slips(office: &Office, round: RoundNumber, keys: &Keys, tags: &SlipTags) -> Result<Slips, OfficeError> {
    let all = tags.spent.len() + tags.unused.len() + tags.cancelled.len() + tags.unused_paper.len();
    let has_list = office.store().record_version()? > 1;
    let list = office.store().slip_list(round)?.into_iter();
    let listed = |ListedSlip { tag, token }: ListedSlip| ListedTag { tag, token_hash: hex(&token.0) };
    let tokens = office.store().spent_tokens(round)?.into_iter();
    Ok(Slips {
        slips: counted(all).saturating_sub(keys.paper),
        paper: keys.paper,
        issued: office.store().attendance(round)?.issued.0,
        spent: tags.spent.clone(),
        unused: tags.unused.clone(),
        cancelled: tags.cancelled.clone(),
        unused_paper: tags.unused_paper.clone(),
        list: has_list.then(|| list.map(listed).collect()),
        tokens: has_list.then(|| tokens.map(|SlipToken(token)| hex(&token)).collect()),
    })
}

fn add_ballots<W: Write + Seek>(
    office: &Office,
    round: RoundNumber,
    package: &mut Package<W>,
) -> Result<(), OfficeError> {
    let version = BallotVersion::of_record(office.store().record_version()?);
    let mut file = package.begin(&format!("rounds/{round}/ballots.jsonl"))?;
    office.store().each_ballot(round, |hash, sealed| -> Result<(), OfficeError> {
        let line = BallotLine {
            code: SealedBallot::from_bytes(sealed.to_vec()).tracking_code(version),
            hash: hex(&hash),
            ballot: Base64::encode_string(sealed),
        };
        Ok(file.write(&json_line(&line)?)?)
    })?;
    file.finish()?;
    Ok(())
}

fn add_manifest<W: Write + Seek>(
    office: &Office,
    version: u32,
    package: &mut Package<W>,
) -> Result<(), OfficeError> {
    let listed = |file: &'_ package::Packed| (file.name.clone(), file.length, file.sha256.clone());
    let files: Vec<(String, u32, String)> = package.packed().iter().map(listed).collect();
    let files = files
        .iter()
        .map(|(name, length, sha256)| Listed {
            name: name.as_str(),
            length: *length,
            sha256: sha256.as_str(),
        })
        .collect();
    let manifest = json(&Manifest { format: FORMAT, version, program: PROGRAM, files })?;
    package.add("manifest.json", &manifest)?;
    let message = [format!("piaojue record v{version}\n").as_bytes(), &manifest].concat();
    let signature = office.store().station().sign(&message);
    package.add("manifest.sig", hex(&signature).as_bytes())?;
    Ok(())
}

fn add_json<W: Write + Seek>(
    package: &mut Package<W>,
    name: &str,
    value: &impl Serialize,
) -> Result<(), PackageError> {
    package.add(name, &json(value)?)
}

/// JSON without spaces; none of the values here can't be written so.
fn json(value: &impl Serialize) -> Result<Vec<u8>, PackageError> {
    serde_json::to_vec(value).map_err(|error| PackageError::NotWritten { detail: error.into() })
}

fn json_line(value: &impl Serialize) -> Result<Vec<u8>, PackageError> {
    let mut line = json(value)?;
    line.push(b'\n');
    Ok(line)
}
