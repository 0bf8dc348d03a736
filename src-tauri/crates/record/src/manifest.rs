//! The manifest: which files there are, what their bytes are, and who signed for them.

use crate::{
    Check, LATEST, Problem,
    error::same,
    files::{Listed, Manifest, Profile},
    history::MOST_ROUNDS,
    json,
    ledger::Ledger,
    package::{File, Package, read_failed},
};
use ballot_box::hex;
use crc32fast::Hasher;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Read, Seek},
};

pub const MANIFEST: &str = "manifest.json";
pub const SIGNATURE: &str = "manifest.sig";
pub const DOCUMENTS: &str = "documents/";
const LARGEST_MANIFEST: u64 = 1 << 22;
/// Scrutineers and tellers, more than any session has.
const MOST_PERSONS: usize = 200;
const FORMAT: &str = "piaojue-record";

/// The files of every record.
const OF_SESSION: [&str; 4] = ["session.json", "profile.json", "rules.json", "log.jsonl"];
/// The act since which a round has a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MadeBy {
    /// The file is always there.
    Beginning,
    Sealing,
    /// A sealing that names holders, from version 2 on.
    Holders,
    Closing,
    Counting,
}

/// The files of a round in their order, each with the act that calls for it.
pub const OF_ROUND: [(&str, MadeBy); 10] = [
    ("contest.json", MadeBy::Beginning),
    ("state.json", MadeBy::Beginning),
    ("outcome.json", MadeBy::Beginning),
    ("key.json", MadeBy::Sealing),
    ("key-holders.json", MadeBy::Holders),
    ("void-paper.json", MadeBy::Sealing),
    ("slips.json", MadeBy::Closing),
    ("ballots.jsonl", MadeBy::Closing),
    ("encrypted-totals.json", MadeBy::Counting),
    ("shares.jsonl", MadeBy::Counting),
];

/// The manifest's bytes and what they say.
pub struct Signed {
    pub manifest: Manifest,
    bytes: Vec<u8>,
    signature: [u8; 64],
}

/// Reads the manifest and its signature, which are the package's last two files.
pub fn read<R: Read + Seek>(package: &mut Package<R>) -> Result<Signed, Problem> {
    let names: Vec<&str> = package.files().iter().map(|file| file.name.as_str()).collect();
    if !names.ends_with(&[MANIFEST, SIGNATURE]) {
        return Err(Problem::missing(MANIFEST));
    }
    let bytes = package.read(MANIFEST, LARGEST_MANIFEST)?;
    let manifest: Manifest = json::read(MANIFEST, &bytes)?;
    let written = package.read(SIGNATURE, 128)?;
    let signature = std::str::from_utf8(&written).ok().and_then(json::from_hex);
    let signature = signature.ok_or_else(|| Problem::unreadable(SIGNATURE, "hex"))?;
    Ok(Signed { manifest, bytes, signature })
}

/// Format and version are those that this program knows.
pub fn check_format(manifest: &Manifest) -> Result<(), Problem> {
    same("manifest.json format", FORMAT, manifest.format.as_str())?;
    if (1..=LATEST).contains(&manifest.version) {
        return Ok(());
    }
    Err(Problem::differs("manifest.json version", format!("1..={LATEST}"), manifest.version))
}

/// The manifest lists each file but itself and its signature, in the package's order.
pub fn check_listed(manifest: &Manifest, files: &[File]) -> Result<(), Problem> {
    let listed = manifest.files.iter().map(|file| file.name.as_str());
    let there = files.iter().map(|file| file.name.as_str()).filter(|name| !is_manifest(name));
    let mut there = there.peekable();
    for name in listed {
        match there.next() {
            Some(found) => same("manifest.json files", name, found)?,
            None => return Err(Problem::missing(name)),
        }
    }
    match there.next() {
        Some(name) => Err(Problem::unexpected(name)),
        None => Ok(()),
    }
}

fn is_manifest(name: &str) -> bool {
    name == MANIFEST || name == SIGNATURE
}

/// Each file has the bytes that the manifest says, and the package's own checksum. Returns the documents' SHA-256 by name.
pub fn check_contents<R: Read + Seek>(
    package: &mut Package<R>,
    manifest: Option<&Manifest>,
    ledger: &mut Ledger,
    progress: &mut dyn FnMut(u64),
) -> BTreeMap<String, String> {
    ledger.nothing(&[Check::Documents]);
    let (mut done, mut documents) = (0, BTreeMap::new());
    for file in package.files().to_vec() {
        let listed =
            manifest.and_then(|manifest| manifest.files.iter().find(|listed| listed.name == file.name));
        let found = check_content(package, &file, listed);
        match file.name.strip_prefix(DOCUMENTS) {
            Some(name) => documents
                .extend(ledger.enter(Check::Documents, found).map(|sha256| (name.to_owned(), sha256))),
            None => drop(ledger.enter(Check::Contents, found)),
        }
        done += file.length;
        progress(done);
    }
    if manifest.is_none() {
        ledger.skip(&[Check::Contents, Check::Documents]);
    }
    documents
}

fn check_content<R: Read + Seek>(
    package: &mut Package<R>,
    file: &File,
    listed: Option<&Listed>,
) -> Result<String, Problem> {
    let (mut hash, mut checksum) = (Sha256::new(), Hasher::new());
    let mut stream = package.stream(file)?;
    let mut buffer = vec![0; 1 << 16];
    loop {
        let length = stream.read(&mut buffer).map_err(|error| read_failed(&error))?;
        let Some(bytes) = buffer.get(..length).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
        checksum.update(bytes);
    }
    let crc = |sum: u32| format!("{sum:08x}");
    same(format!("{} CRC-32", file.name), crc(file.checksum), crc(checksum.finalize()))?;
    let sha256 = hex(&hash.finalize());
    if let Some(listed) = listed {
        same(format!("{} length", file.name), u64::from(listed.length), file.length)?;
        same(format!("{} SHA-256", file.name), &listed.sha256, &sha256)?;
    }
    Ok(sha256)
}

/// The files are those of a record: the session's, then each round's from 1 without a gap, then documents.
pub fn check_names(files: &[File], version: u32) -> Result<(), Problem> {
    let mut names = files.iter().map(|file| file.name.as_str()).filter(|name| !is_manifest(name)).peekable();
    for expected in OF_SESSION {
        match names.next() {
            Some(found) => same(expected, expected, found)?,
            None => return Err(Problem::missing(expected)),
        }
    }
    for round in 1..=MOST_ROUNDS + 1 {
        let prefix = format!("rounds/{round}/");
        if names.peek().is_none_or(|name| !name.starts_with(&prefix)) {
            break;
        }
        if round > MOST_ROUNDS {
            return Err(Problem::TooLarge { what: "rounds".to_owned(), limit: u64::from(MOST_ROUNDS) });
        }
        for (file, act) in OF_ROUND {
            if version == 1 && act == MadeBy::Holders {
                continue;
            }
            let expected = format!("{prefix}{file}");
            let found = names.next_if_eq(&expected.as_str());
            if found.is_none() && act == MadeBy::Beginning {
                return Err(Problem::missing(expected));
            }
        }
    }
    match names.find(|name| !name.starts_with(DOCUMENTS)) {
        Some(name) => Err(Problem::Name { name: name.to_owned() }),
        None => Ok(()),
    }
}

/// The station's public key.
pub fn station_key(written: &str) -> Result<VerifyingKey, Problem> {
    signing_key("session.json station", written)
}

/// A public key that signs.
pub fn signing_key(what: &str, written: &str) -> Result<VerifyingKey, Problem> {
    let bytes = json::from_hex(written).ok_or_else(|| Problem::unreadable(what, written))?;
    let key = VerifyingKey::from_bytes(&bytes).map_err(|error| Problem::unreadable(what, error))?;
    // A key of small order would let one signature fit many messages; a key has one encoding.
    let is_canonical = VerifyingKey::from(key.to_edwards()).as_bytes() == &bytes;
    if key.is_weak() || !is_canonical { Err(Problem::unreadable(what, written)) } else { Ok(key) }
}

/// The station signed the manifest.
pub fn check_signed(read: &Signed, station: &VerifyingKey) -> Result<(), Problem> {
    let begins = format!("piaojue record v{}\n", read.manifest.version);
    let message = [begins.as_bytes(), &read.bytes].concat();
    station
        .verify_strict(&message, &Signature::from_bytes(&read.signature))
        .map_err(|_| Problem::Signature { what: SIGNATURE.to_owned() })
}

/// Names and threshold that a session can have: none empty, no person twice, a card for each scrutineer.
pub fn check_profile(profile: &Profile) -> Result<(), Problem> {
    let what = |member: &str| format!("profile.json {member}");
    let persons: Vec<&String> =
        [&profile.chief].into_iter().chain(&profile.scrutineers).chain(&profile.tellers).collect();
    let named = [&profile.congress, &profile.session, &profile.presidium];
    if persons.iter().copied().chain(named).any(|name| name.trim().is_empty()) || profile.tellers.is_empty() {
        return Err(Problem::missing(what("name")));
    }
    if persons.len() > MOST_PERSONS {
        return Err(Problem::TooLarge { what: what("scrutineers"), limit: MOST_PERSONS as u64 });
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = persons.iter().find(|person| !seen.insert(**person)) {
        return Err(Problem::Twice { what: (**twice).clone() });
    }
    let cards = profile.scrutineers.len() + 1;
    if profile.threshold == 0 || profile.threshold as usize > cards {
        return Err(Problem::differs(what("threshold"), format!("1..={cards}"), profile.threshold));
    }
    let known = ["province", "city", "county", "township"].contains(&profile.level.as_str());
    if known { Ok(()) } else { Err(Problem::unreadable(what("level"), &profile.level)) }
}

/// Each document is right in its folder, under a name that no other has, and begins as a PDF does.
pub fn check_documents<R: Read + Seek>(package: &mut Package<R>) -> Result<(), Problem> {
    let documents: Vec<File> =
        package.files().iter().filter(|file| file.name.starts_with(DOCUMENTS)).cloned().collect();
    let mut before = "";
    let mut seen = BTreeSet::new();
    for file in &documents {
        let name = file.name.strip_prefix(DOCUMENTS).unwrap_or_default();
        if !is_document_name(name) {
            return Err(Problem::Name { name: file.name.clone() });
        }
        if !seen.insert(name.to_ascii_lowercase()) {
            return Err(Problem::Twice { what: file.name.clone() });
        }
        if name < before {
            return Err(Problem::Order { what: file.name.clone() });
        }
        before = name;
        let mut start = Vec::new();
        package.stream(file)?.take(5).read_to_end(&mut start).map_err(|error| read_failed(&error))?;
        if start != b"%PDF-" {
            return Err(Problem::unreadable(&file.name, "%PDF-"));
        }
    }
    Ok(())
}

/// Whether a name is one file's on every system, and leads nowhere else.
fn is_document_name(name: &str) -> bool {
    let forbidden = |character: char| character.is_control() || r#"/\:*?"<>|"#.contains(character);
    !name.is_empty()
        && name.len() <= 120
        && !name.starts_with('.')
        && !name.ends_with(['.', ' '])
        && !name.contains(forbidden)
}
