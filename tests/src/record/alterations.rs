//! Every way in which a record is altered, each made to break just one check.

mod count;
mod holders;
mod lists;
mod log;
mod noted;
mod piles;
mod versions;

pub use noted::noted;
pub use versions::{commitment, exchange_token_and_commitment};

use super::forge::{Fit, Forge};
use ed25519_dalek::SigningKey;

/// One altered record.
pub struct Alteration {
    /// What was done.
    pub name: &'static str,
    /// To which record.
    pub of: &'static str,
    /// The check that must be the first to fail; or the code of what must be noted, where the record holds.
    pub breaks: &'static str,
    /// The version of the records that it is made of; none where it is made of all.
    pub only: Option<u32>,
    how: How,
}

enum How {
    /// The files are changed, and what covers them made to fit so far.
    Files(Fit, fn(&mut Forge)),
    /// The package's bytes are changed.
    Bytes(fn(Vec<u8>) -> Vec<u8>),
}

impl Alteration {
    const fn only(self, version: u32) -> Self {
        Self { only: Some(version), ..self }
    }

    /// The altered record.
    #[must_use]
    pub fn apply(&self, record: &[u8]) -> Vec<u8> {
        match self.how {
            How::Bytes(change) => change(record.to_vec()),
            How::Files(fit, change) => {
                let mut forge = Forge::open(record, super::STATION);
                change(&mut forge);
                forge.record(fit)
            }
        }
    }
}

const R1: &str = "rounds/1/state.json";
const R2: &str = "rounds/2/state.json";
const SLIPS: &str = "rounds/1/slips.json";
const BALLOTS: &str = "rounds/1/ballots.jsonl";
const TOTALS: &str = "rounds/1/encrypted-totals.json";
const SHARES: &str = "rounds/1/shares.jsonl";

/// All alterations that break a check, of records of this version.
#[must_use]
pub fn all(version: u32) -> Vec<Alteration> {
    let all = [
        package(),
        written(),
        station(),
        log::log(),
        log::entries(),
        log::against_log(),
        lists::contests(),
        lists::slips(),
        holders::holders(),
        holders::first(),
        count::ballots(),
        count::count(),
        count::outcome(),
        versions::first(),
        versions::second(),
    ];
    let is_of = |alteration: &Alteration| alteration.only.is_none_or(|only| only == version);
    all.into_iter().flatten().filter(is_of).collect()
}

fn bytes(name: &'static str, breaks: &'static str, change: fn(Vec<u8>) -> Vec<u8>) -> Alteration {
    Alteration { name, of: "further", breaks, only: None, how: How::Bytes(change) }
}

fn files(name: &'static str, breaks: &'static str, fit: Fit, change: fn(&mut Forge)) -> Alteration {
    of("further", name, breaks, fit, change)
}

fn of(
    of: &'static str,
    name: &'static str,
    breaks: &'static str,
    fit: Fit,
    change: fn(&mut Forge),
) -> Alteration {
    Alteration { name, of, breaks, only: None, how: How::Files(fit, change) }
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn package() -> Vec<Alteration> {
    vec![
        bytes("a byte after the end", "1.1", |mut record| {
            record.push(0);
            record
        }),
        bytes("the last byte missing", "1.1", |mut record| {
            record.pop();
            record
        }),
        bytes("cut in the middle", "1.1", |record| record[..record.len() / 2].to_vec()),
        bytes("a byte before the start", "1.1", |record| [vec![0], record].concat()),
        bytes("a day in a header", "1.1", |mut record| {
            record[12] ^= 1;
            record
        }),
        bytes("a method in a header", "1.1", |mut record| {
            record[8] = 8;
            record
        }),
        bytes("a name in the directory", "1.1", |mut record| {
            let place = record.windows(4).position(|bytes| bytes == b"PK\x01\x02").expect("the directory");
            record[place + 46] ^= 1;
            record
        }),
        bytes("nothing at all", "1.1", |_| Vec::new()),
        files("a file twice", "1.1", Fit::Manifest, |forge| {
            let log = forge.files[3].clone();
            forge.files.insert(4, log);
        }),
        files("spaces in the manifest", "1.2", Fit::Nothing, |forge| {
            forge.manifest[0].insert(1, b' ');
            forge.sign_manifest();
        }),
        files("a signature too short", "1.2", Fit::Nothing, |forge| {
            forge.manifest[1].pop();
        }),
        files("a manifest that isn't the last", "1.2", Fit::Nothing, |forge| forge.manifest.swap(0, 1)),
        files("another format", "1.3", Fit::Nothing, |forge| {
            edit_manifest(forge, "piaojue-record", "other-record");
        }),
        files("a later version", "1.3", Fit::Nothing, |forge| {
            let version = format!(r#""version":{}"#, forge.version);
            edit_manifest(forge, &version, r#""version":3"#);
        }),
        files("a document that isn't listed", "1.4", Fit::Nothing, |forge| {
            let text = String::from_utf8(forge.manifest[0].clone()).expect("text");
            let start = text.rfind(r#",{"name""#).expect("a file");
            edit_manifest(forge, &text[start..text.len() - 2], "");
        }),
        files("a listed document that isn't there", "1.4", Fit::Nothing, |forge| drop(forge.files.pop())),
        files("a log that isn't the listed one", "1.5", Fit::Nothing, |forge| {
            forge.edit_log(|entries| drop(entries.pop()));
        }),
        files("a listed length", "1.5", Fit::Nothing, |forge| {
            edit_manifest(forge, r#""length":"#, r#""length":1"#);
        }),
        bytes("a checksum, in both places", "1.5", |mut record| {
            record[14] ^= 1;
            let place = record.windows(4).position(|bytes| bytes == b"PK\x01\x02").expect("the directory");
            record[place + 16] ^= 1;
            record
        }),
        files("a file of no use", "1.6", Fit::Manifest, |forge| {
            forge.insert_after("log.jsonl", "extra.json", b"{}");
        }),
        files("an outcome missing", "1.6", Fit::Manifest, |forge| forge.remove("rounds/2/outcome.json")),
        files("files in another order", "1.6", Fit::Manifest, |forge| forge.files.swap(1, 2)),
        files("a path that leads out", "1.6", Fit::Manifest, |forge| {
            forge.insert_after("log.jsonl", "../station.key", b"x");
        }),
        files("a document that isn't the listed one", "11.1", Fit::Nothing, |forge| {
            forge.set("documents/announcement.pdf", "%PDF-1.7 something else");
        }),
        files("a document that is no PDF", "11.2", Fit::Manifest, |forge| {
            forge.set("documents/announcement.pdf", "MZ");
        }),
        files("a document's name that leads out", "11.2", Fit::Manifest, |forge| {
            let document = forge.files.pop().expect("a document").1;
            forge.files.push(("documents/../../station.key".to_owned(), document));
        }),
        files("two documents of one name", "11.2", Fit::Manifest, |forge| {
            let last = forge.files.len() - 1;
            "documents/ANNOUNCEMENT.pdf".clone_into(&mut forge.files[last].0);
            forge.files.swap(last, last - 1);
        }),
    ]
}

fn edit_manifest(forge: &mut Forge, from: &str, to: &str) {
    let text = String::from_utf8(forge.manifest[0].clone()).expect("text");
    assert!(text.contains(from), "{text}");
    forge.manifest[0] = text.replacen(from, to, 1).into_bytes();
    forge.sign_manifest();
}

fn written() -> Vec<Alteration> {
    vec![
        files("a space in the profile", "1.7", Fit::Parts, |forge| forge.replace("profile.json", ",", ", ")),
        files("an unknown member of a state", "1.7", Fit::Parts, |forge| {
            forge.replace(R1, r#","announced_on""#, r#","note":"","announced_on""#);
        }),
        files("a member twice", "1.7", Fit::Parts, |forge| {
            forge.replace(SLIPS, r#""slips":10"#, r#""slips":10,"slips":10"#);
        }),
        files("a leading zero", "1.7", Fit::Log, |forge| {
            forge.replace(SLIPS, r#""slips":10"#, r#""slips":010"#);
        }),
        files("a number too large", "1.7", Fit::Parts, |forge| {
            forge.replace("session.json", r#""delegates":8"#, r#""delegates":4294967304"#);
        }),
        files("a decimal", "1.7", Fit::Parts, |forge| {
            forge.replace("session.json", r#""delegates":8"#, r#""delegates":8.0"#);
        }),
        files("an escape that isn't needed", "1.7", Fit::Parts, |forge| {
            forge.replace("profile.json", "county", r"\u0063ounty");
        }),
        files("a share with a space", "1.7", Fit::Parts, |forge| {
            forge.replace(SHARES, r#"{"holder""#, r#"{ "holder""#);
        }),
        files("a key without a member", "1.7", Fit::Manifest, |forge| {
            forge.replace("rounds/1/key.json", r#""params":{"shares":3,"threshold":2},"#, "");
        }),
        files("a void paper ballot less than none", "1.7", Fit::Manifest, |forge| {
            forge.set("rounds/1/void-paper.json", r#"{"marks.too-many":-1}"#);
        }),
    ]
}

fn station() -> Vec<Alteration> {
    vec![
        files("a station's key of small order", "2.1", Fit::Parts, |forge| {
            let session = forge.text("session.json");
            forge.replace("session.json", &session[12..76], &"0".repeat(64));
        }),
        files("a station's key in capitals", "2.1", Fit::Manifest, |forge| {
            let session = forge.text("session.json");
            forge.replace("session.json", &session[12..76], &session[12..76].to_uppercase());
        }),
        files("a station's key of a point written another way", "2.1", Fit::Parts, |forge| {
            // y = p + 3: a point of large order, whose one encoding begins with 03.
            let (session, key) = (forge.text("session.json"), format!("f0{}7f", "ff".repeat(30)));
            forge.replace("session.json", &session[12..76], &key);
        }),
        files("a manifest that another station signed", "2.2", Fit::Manifest, |forge| {
            forge.key = SigningKey::from_bytes(&[8; 32]);
        }),
        files("a digit of the manifest's signature", "2.2", Fit::Nothing, |forge| {
            forge.manifest[1][0] = if forge.manifest[1][0] == b'0' { b'1' } else { b'0' };
        }),
        files("a teller without a name", "2.3", Fit::Parts, |forge| {
            forge.replace("profile.json", "计票人乙", " ");
        }),
        files("a person twice", "2.3", Fit::Parts, |forge| {
            forge.replace("profile.json", "计票人乙", "监票人甲");
        }),
        files("a threshold above the cards", "2.3", Fit::Parts, |forge| {
            forge.replace("profile.json", r#""threshold":2"#, r#""threshold":4"#);
        }),
        files("a level that there isn't", "2.3", Fit::Parts, |forge| {
            forge.replace("profile.json", "county", "galaxy");
        }),
    ]
}
