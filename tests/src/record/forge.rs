//! A forger who has the station's key: takes a record apart, changes it, and makes everything that covers the change fit
//! again, as far as asked. Written by the format's description, with nothing of what makes or checks records.

use super::{
    package::{pack, unpack},
    parts::{Part, bytes, slips_part},
};
use ballot_box::{BallotVersion, SealedBallot, hex, root};
use base64ct::{Base64, Encoding};
use ed25519_dalek::{Signer, SigningKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// How much is made to fit after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Nothing but the package itself.
    Nothing,
    /// The manifest lists what there is and is signed.
    Manifest,
    /// The log's entries are chained and signed anew as well, and the session says where it ends.
    Log,
    /// The log's last hashes of parts are those of the files as well.
    Parts,
}

/// A record that was taken apart.
#[derive(Clone)]
pub struct Forge {
    /// The files in order, but for the manifest and its signature.
    pub files: Vec<(String, Vec<u8>)>,
    /// Manifest and signature as they were.
    pub manifest: [Vec<u8>; 2],
    /// Who signs.
    pub key: SigningKey,
    /// The version of the format.
    pub version: u32,
}

#[derive(Serialize, Deserialize)]
struct LogLine {
    number: u32,
    entry: String,
    hash: String,
    signature: String,
}

#[derive(Serialize, Deserialize)]
struct BallotLine {
    code: String,
    hash: String,
    ballot: String,
}

impl Forge {
    /// Takes a whole record apart.
    #[must_use]
    pub fn open(record: &[u8], station: [u8; 32]) -> Self {
        let mut files = unpack(record);
        let signature = files.pop().expect("a signature").1;
        let manifest = files.pop().expect("a manifest").1;
        let written: serde_json::Value = serde_json::from_slice(&manifest).expect("JSON");
        let version = written["version"].as_u64().and_then(|version| u32::try_from(version).ok());
        let (version, key) = (version.expect("a version"), SigningKey::from_bytes(&station));
        Self { files, manifest: [manifest, signature], key, version }
    }

    /// The record as it is now, made to fit so far.
    #[must_use]
    pub fn record(mut self, fit: Fit) -> Vec<u8> {
        if fit >= Fit::Parts {
            self.fit_parts();
        }
        if fit >= Fit::Log {
            self.fit_log();
        }
        if fit >= Fit::Manifest {
            self.fit_manifest();
        }
        let [manifest, signature] = self.manifest;
        self.files.push(("manifest.json".to_owned(), manifest));
        self.files.push(("manifest.sig".to_owned(), signature));
        pack(&self.files)
    }

    /// A file as text.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.file(name).to_vec()).expect("text")
    }

    fn file(&self, name: &str) -> &[u8] {
        let file = self.files.iter().find(|(other, _)| other == name);
        &file.unwrap_or_else(|| panic!("{name}")).1
    }

    /// Puts a text in place of a file's.
    pub fn set(&mut self, name: &str, text: impl Into<Vec<u8>>) {
        self.files.iter_mut().find(|(other, _)| other == name).expect("a file").1 = text.into();
    }

    /// Replaces a part of a file's text, which must be there.
    pub fn replace(&mut self, name: &str, from: &str, to: &str) {
        let text = self.text(name);
        assert!(text.contains(from), "{name} has no {from}: {text}");
        self.set(name, text.replacen(from, to, 1));
    }

    /// Takes a file away.
    pub fn remove(&mut self, name: &str) {
        self.files.retain(|(other, _)| other != name);
    }

    /// Puts a file in after another.
    pub fn insert_after(&mut self, after: &str, name: &str, bytes: &[u8]) {
        let place = self.files.iter().position(|(other, _)| other == after).expect("a file");
        self.files.insert(place + 1, (name.to_owned(), bytes.to_vec()));
    }

    /// The log's entries.
    #[must_use]
    pub fn log(&self) -> Vec<String> {
        self.text("log.jsonl").lines().map(|line| parse::<LogLine>(line).entry).collect()
    }

    /// Changes the log's entries. They are chained anew with [`Fit::Log`].
    pub fn edit_log(&mut self, edit: impl FnOnce(&mut Vec<String>)) {
        let mut entries = self.log();
        edit(&mut entries);
        self.set_log(&entries);
    }

    fn set_log(&mut self, entries: &[String]) {
        let mut before = [0; 32];
        let mut lines = String::new();
        for (number, entry) in (1_u32..).zip(entries) {
            let mut hash = Sha256::new();
            hash.update(b"piaojue audit v1");
            hash.update(number.to_be_bytes());
            hash.update(before);
            hash.update(entry);
            before = hash.finalize().into();
            let signature = hex(&self.key.sign(&before).to_bytes());
            lines += &write(&LogLine { number, entry: entry.clone(), hash: hex(&before), signature });
            lines.push('\n');
        }
        self.set("log.jsonl", lines);
    }

    /// Replaces a part of the n-th entry of an act of a round.
    pub fn replace_in_act(&mut self, act: &str, round: u32, nth: usize, from: &str, to: &str) {
        let event = format!(r#""act":"{act}","round":{round}"#);
        self.edit_log(|entries| {
            let mut of_act = entries.iter_mut().filter(|entry| entry.contains(&event));
            let entry = of_act.nth(nth).unwrap_or_else(|| panic!("{act}"));
            assert!(entry.contains(from), "{entry} has no {from}");
            *entry = entry.replacen(from, to, 1);
        });
    }

    /// Puts an entry in before the first of an act of a round.
    pub fn insert_before_act(&mut self, act: &str, round: u32, event: &str, parts: &str) {
        let before = format!(r#""act":"{act}","round":{round}"#);
        self.edit_log(|entries| {
            let place = entries.iter().position(|entry| entry.contains(&before)).expect("the act");
            entries.insert(place, entry(event, parts));
        });
    }

    /// Puts an entry in at the end of the log.
    pub fn append_act(&mut self, event: &str) {
        self.edit_log(|entries| entries.push(entry(event, "{}")));
    }

    /// Takes every entry of an act away.
    pub fn remove_act(&mut self, act: &str) {
        let named = format!(r#""act":"{act}""#);
        self.edit_log(|entries| entries.retain(|entry| !entry.contains(&named)));
    }

    /// Changes a contest wherever it is written, and its digest with it.
    pub fn edit_contest(&mut self, round: u32, edit: impl FnOnce(&str) -> String) {
        let name = format!("rounds/{round}/contest.json");
        let before = self.text(&name);
        let after = edit(&before);
        assert_ne!(before, after);
        let digests = [&before, &after].map(|text| hex(&Sha256::digest(text)));
        self.set(&name, after.clone());
        let state = format!("rounds/{round}/state.json");
        let text = self.text(&state).replace(&before, &after).replace(&digests[0], &digests[1]);
        self.set(&state, text);
        self.edit_log(|entries| {
            for entry in entries {
                *entry = entry.replace(&digests[0], &digests[1]);
            }
        });
    }

    /// A round's sealed ballots.
    #[must_use]
    pub fn ballots(&self, round: u32) -> Vec<Vec<u8>> {
        let text = self.text(&format!("rounds/{round}/ballots.jsonl"));
        text.lines()
            .map(|line| Base64::decode_vec(&parse::<BallotLine>(line).ballot).expect("base64"))
            .collect()
    }

    /// Where a ballot's numbers end: in version 2 the voter's digits are behind them.
    #[must_use]
    pub const fn end_of_numbers(&self, ballot: &[u8]) -> usize {
        if self.version == 1 { ballot.len() } else { ballot.len() - 3 }
    }

    /// Writes a round's sealed ballots in this order, and their root wherever it is written.
    pub fn set_ballots(&mut self, round: u32, ballots: &[Vec<u8>]) {
        let hashes = |ballots: &[Vec<u8>]| root(ballots.iter().map(|ballot| Sha256::digest(ballot).into()));
        let (before, after) = (hashes(&self.ballots(round)), hashes(ballots));
        let version = BallotVersion::of_record(self.version);
        let mut lines = String::new();
        for ballot in ballots {
            let hash = hex(&Sha256::digest(ballot));
            let code = SealedBallot::from_bytes(ballot.clone()).tracking_code(version);
            let ballot = Base64::encode_string(ballot);
            lines += &write(&BallotLine { code, hash, ballot });
            lines.push('\n');
        }
        self.set(&format!("rounds/{round}/ballots.jsonl"), lines);
        let state = format!("rounds/{round}/state.json");
        self.set(&state, self.text(&state).replace(&before, &after));
        self.edit_log(|entries| {
            for entry in entries {
                *entry = entry.replace(&before, &after);
            }
        });
    }

    /// Changes one of a round's ballots, and sorts them again.
    pub fn edit_ballot(&mut self, round: u32, place: usize, edit: impl FnOnce(&mut Vec<u8>)) {
        let mut ballots = self.ballots(round);
        edit(&mut ballots[place]);
        ballots.sort_by_key(|ballot| Sha256::digest(ballot));
        self.set_ballots(round, &ballots);
    }

    fn fit_manifest(&mut self) {
        let file = |(name, bytes): &(String, Vec<u8>)| {
            let (name, hash) = (write(name), hex(&Sha256::digest(bytes)));
            format!(r#"{{"name":{name},"length":{},"sha256":"{hash}"}}"#, bytes.len())
        };
        let files: Vec<String> = self.files.iter().map(file).collect();
        let files = files.join(",");
        let version = self.version;
        let manifest = format!(
            r#"{{"format":"piaojue-record","version":{version},"program":"piaojue 0.1.0","files":[{files}]}}"#
        );
        self.manifest[0] = manifest.into_bytes();
        self.sign_manifest();
    }

    /// Signs the manifest as it is.
    pub fn sign_manifest(&mut self) {
        let begins = format!("piaojue record v{}\n", self.version);
        let message = [begins.as_bytes(), self.manifest[0].as_slice()].concat();
        self.manifest[1] = hex(&self.key.sign(&message).to_bytes()).into_bytes();
    }

    fn fit_log(&mut self) {
        let entries = self.log();
        self.set_log(&entries);
        let last: LogLine = parse(self.text("log.jsonl").lines().last().expect("an entry"));
        let session = self.text("session.json");
        let start = session.find(r#","entries""#).expect("entries");
        let fitted = format!(r#"{},"entries":{},"head":"{}"}}"#, &session[..start], last.number, last.hash);
        self.set("session.json", fitted);
    }

    fn fit_parts(&mut self) {
        let mut parts = vec![("session".to_owned(), self.session_part())];
        for round in 1.. {
            if !self.has(&format!("rounds/{round}/state.json")) {
                break;
            }
            parts.extend(self.round_parts(round));
        }
        self.edit_log(|entries| {
            for (name, digest) in parts {
                let named = format!(r#""{name}":""#);
                if let Some(entry) = entries.iter_mut().rev().find(|entry| entry.contains(&named)) {
                    let from = entry.find(&named).expect("the part") + named.len();
                    entry.replace_range(from..from + 64, &digest);
                }
            }
        });
    }

    /// Whether there is such a file.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.files.iter().any(|(other, _)| other == name)
    }

    fn session_part(&self) -> String {
        let mut part = Part::default();
        part.integer(1);
        part.value(3, self.file("profile.json"));
        part.value(3, self.file("rules.json"));
        part.value(4, &bytes(&self.text("session.json")[12..76]));
        part.digest()
    }

    fn round_parts(&self, round: u32) -> Vec<(String, String)> {
        let text = |name: &str| self.text(&format!("rounds/{round}/{name}"));
        let has = |name: &str| self.has(&format!("rounds/{round}/{name}"));
        let mut state = Part::default();
        state.integer(round);
        state.value(3, text("state.json").as_bytes());
        let mut parts = vec![(format!("round/{round}"), state.digest())];
        if has("void-paper.json") {
            let mut part = Part::default();
            let void: std::collections::BTreeMap<String, u32> = parse(&text("void-paper.json"));
            for (reason, ballots) in void {
                part.integer(round);
                part.value(3, reason.as_bytes());
                part.integer(ballots);
            }
            parts.push((format!("void-paper/{round}"), part.digest()));
        }
        if has("slips.json") {
            parts.push((format!("slips/{round}"), slips_part(round, &text("slips.json"))));
        }
        if has("ballots.jsonl") {
            let mut part = Part::default();
            for ballot in self.ballots(round) {
                part.integer(round);
                part.value(4, &Sha256::digest(&ballot));
                part.value(4, &ballot);
            }
            parts.push((format!("ballots/{round}"), part.digest()));
        }
        if has("shares.jsonl") && has("encrypted-totals.json") {
            let mut part = Part::default();
            part.integer(0);
            part.value(3, text("encrypted-totals.json").as_bytes());
            for line in text("shares.jsonl").lines() {
                let share: serde_json::Value = parse(line);
                part.integer(u32::try_from(share["holder"].as_u64().expect("a holder")).expect("a card"));
                part.value(3, line.as_bytes());
            }
            parts.push((format!("opening/{round}"), part.digest()));
        }
        parts
    }
}

fn entry(event: &str, parts: &str) -> String {
    format!(
        r#"{{"at":"2026-01-15T09:30:00+08:00","operator":"大会秘书处 一号","witness":"总监票人","event":{event},"parts":{parts}}}"#
    )
}

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("JSON")
}

fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("JSON")
}
