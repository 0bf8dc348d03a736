//! A distributed key: who made it, that each knew their part, that the key is the sum of the parts, and that each signed it.

use crate::{
    Check, Problem,
    error::{same, same_items},
    files::{KeyHolder, KeyHolders, Profile},
    history::Story,
    json::from_hex,
    ledger::Ledger,
    manifest::signing_key,
    round::Round,
};
use ballot_box::{Contribution, ElectionKey, hex};
use base64ct::{Base64UrlUnpadded, Encoding};
use ed25519_dalek::{Signature, VerifyingKey};
use procedure::count::counted;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The checks of the file's content.
const OF_FILE: [Check; 5] =
    [Check::HoldersDigest, Check::Commitments, Check::Contributions, Check::KeyOfParts, Check::KeySigned];

/// Checks how a round's key came about, where it is distributed.
pub fn check(
    round: &Round,
    profile: Option<&Profile>,
    station: Option<&VerifyingKey>,
    story: Option<&Story>,
    key: Option<&ElectionKey>,
    ledger: &mut Ledger,
) {
    let sealed_to = story.and_then(|story| Some((story, story.sealed.as_ref()?)));
    match (story, sealed_to) {
        (Some(_), Some((story, sealed))) => {
            let told = story.holders.check_made(
                &round.file("key-holders.json"),
                &sealed.key,
                sealed.holders.as_deref(),
            );
            ledger.enter(Check::KeyMade, told);
        }
        (Some(_), None) => ledger.nothing(&[Check::KeyMade]),
        (None, _) => ledger.skip(&[Check::KeyMade]),
    }
    let there = round.has("key-holders.json");
    let can_tell = profile.is_some() && (round.key_holders.is_some() || !there);
    ledger.enter_if(can_tell, Check::KeyHolders, || check_holders(round, profile));
    if !there {
        ledger.nothing(&OF_FILE);
        return;
    }
    let (Some(written), Some(numbers)) = (&round.key_holders, &round.key) else {
        ledger.skip(&OF_FILE);
        return;
    };
    let holders = Holders { round, written, threshold: numbers.params.threshold };
    let sealed = story.and_then(|story| story.sealed.as_ref()?.holders.as_deref());
    let digest = station.map(|station| holders.digest(station.as_bytes()));
    match (&digest, sealed) {
        (Some(digest), Some(sealed)) => {
            let found = digest.clone().and_then(|digest| same(holders.what(), sealed, hex(&digest).as_str()));
            ledger.enter(Check::HoldersDigest, found);
        }
        (None, _) | (_, None) => ledger.skip(&[Check::HoldersDigest]),
    }
    ledger.enter(Check::Commitments, holders.check_commitments());
    let parts = ledger.enter(Check::Contributions, holders.contributions());
    match (parts, key) {
        (Some(parts), Some(key)) => drop(ledger.enter(Check::KeyOfParts, holders.check_sum(&parts, key))),
        (None, _) | (_, None) => ledger.skip(&[Check::KeyOfParts]),
    }
    match (digest, key) {
        (Some(Ok(digest)), Some(key)) => {
            ledger.enter(Check::KeySigned, holders.check_signatures(&digest, &key.fingerprint()));
        }
        (Some(Err(_)) | None, _) | (_, None) => ledger.skip(&[Check::KeySigned]),
    }
}

/// The file is there for each key of a session whose keys are distributed, and its holders are the chief and the scrutineers.
fn check_holders(round: &Round, profile: Option<&Profile>) -> Result<(), Problem> {
    let Some(profile) = profile else { return Ok(()) };
    let what = round.file("key-holders.json");
    let Some(written) = &round.key_holders else {
        let is_due = profile.keys.is_some() && round.has("key.json");
        return if is_due { Err(Problem::missing(what)) } else { Ok(()) };
    };
    if profile.keys.is_none() {
        return Err(Problem::unexpected(what));
    }
    let names: Vec<&str> = written.holders.iter().map(|holder| holder.name.as_str()).collect();
    let persons: Vec<&str> =
        [&profile.chief].into_iter().chain(&profile.scrutineers).map(String::as_str).collect();
    same_items(what, &persons[..], &names[..])
}

/// A round's `key-holders.json`.
struct Holders<'a> {
    round: &'a Round,
    written: &'a KeyHolders,
    /// k, as the key has it.
    threshold: u32,
}

impl Holders<'_> {
    fn what(&self) -> String {
        self.round.file("key-holders.json")
    }

    /// The digest over the station, the ceremony, and all holders' names, keys and commitments, which all differ.
    fn digest(&self, station: &[u8; 32]) -> Result<[u8; 32], Problem> {
        let mut hash = Sha256::new();
        hash.update(b"piaojue key holders v1");
        hash.update(station);
        hash.update(self.bytes(&self.written.ceremony)?);
        hash.update(counted(self.written.holders.len()).to_be_bytes());
        hash.update(self.threshold.to_be_bytes());
        let mut seen = BTreeSet::from([*station]);
        for holder in &self.written.holders {
            hash.update(counted(holder.name.len()).to_be_bytes());
            hash.update(&holder.name);
            for text in [&holder.signing_key, &holder.sealing_key, &holder.commitment] {
                let bytes = self.bytes(text)?;
                if !seen.insert(bytes) {
                    return Err(Problem::Twice { what: format!("{} {text}", self.what()) });
                }
                hash.update(bytes);
            }
        }
        Ok(hash.finalize().into())
    }

    fn bytes(&self, text: &str) -> Result<[u8; 32], Problem> {
        from_hex(text).ok_or_else(|| Problem::unreadable(self.what(), text))
    }

    /// Each commitment is SHA-256 over the first point of the holder's polynomial and the opening.
    fn check_commitments(&self) -> Result<(), Problem> {
        for holder in &self.written.holders {
            let first = holder.contribution.polynomial.first().map(String::as_str);
            let bytes = |text: &str| {
                let bytes = Base64UrlUnpadded::decode_vec(text).ok();
                bytes.filter(|bytes| bytes.len() == 32).ok_or_else(|| self.unreadable(holder))
            };
            let mut hash = Sha256::new();
            hash.update(bytes(first.unwrap_or_default())?);
            hash.update(bytes(&holder.contribution.opening)?);
            let what = format!("{} {}", self.what(), holder.name);
            same(what, holder.commitment.as_str(), hex(&hash.finalize()).as_str())?;
        }
        Ok(())
    }

    /// The holders' parts, each with as many points as cards open totals, none of them the identity or the generator, and a proof
    /// that holds.
    fn contributions(&self) -> Result<Vec<Contribution>, Problem> {
        let holders = counted(self.written.holders.len());
        let mut parts = Vec::new();
        for (number, holder) in (1..).zip(&self.written.holders) {
            let value = serde_json::to_value(&holder.contribution).map_err(|_| self.unreadable(holder))?;
            let part: Contribution = serde_json::from_value(value).map_err(|_| self.unreadable(holder))?;
            part.check_proof(holders, self.threshold, number)
                .map_err(|_| Problem::Proof { what: format!("{} {}", self.what(), holder.name) })?;
            parts.push(part);
        }
        Ok(parts)
    }

    fn check_sum(&self, parts: &[Contribution], key: &ElectionKey) -> Result<(), Problem> {
        let sum = ElectionKey::of_contributions(self.threshold, parts)
            .map_err(|problem| Problem::refused(self.what(), problem))?;
        same(self.round.file("key.json"), sum.fingerprint(), key.fingerprint())
    }

    /// Each holder's signature over the digest and the key's fingerprint.
    fn check_signatures(&self, digest: &[u8; 32], fingerprint: &str) -> Result<(), Problem> {
        let message = format!("piaojue distributed key v1\n{}\n{fingerprint}", hex(digest));
        for holder in &self.written.holders {
            let what = format!("{} {}", self.what(), holder.name);
            let key = signing_key(&what, &holder.signing_key)?;
            let bytes = from_hex(&holder.signature).ok_or_else(|| self.unreadable(holder))?;
            key.verify_strict(message.as_bytes(), &Signature::from_bytes(&bytes))
                .map_err(|_| Problem::Signature { what })?;
        }
        Ok(())
    }

    fn unreadable(&self, holder: &KeyHolder) -> Problem {
        Problem::unreadable(self.what(), &holder.name)
    }
}
