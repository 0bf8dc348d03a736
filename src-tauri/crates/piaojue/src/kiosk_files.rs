//! `piaojue inspect` on the files that travel between a station and its kiosks. Shows nothing of a slip or a ballot but
//! their numbers.

use crate::report::{Answer, Failure};
use crate::wordings::{text, word};
use kiosk_files::{Kind, KioskBox, KioskFileError, Provision, Request, digest, fingerprint};
use messages::{Coded, Language};
use procedure::number::{KioskNumber, RoundNumber};
use serde_json::{Value, json};
use session_model::Zone;
use std::path::Path;

/// What kind of these files a path leads to; none where it is another file, or none that can be read.
pub fn kind_of(path: &Path) -> Option<Kind> {
    kiosk_files::kind_of(&regular_file::read_up_to(path, 64).ok()?)
}

/// Checks such a file by itself, and says what it is. Whether its signer is who it should be, only a comparison of the
/// fingerprint tells.
pub fn inspect(path: &Path, kind: Kind, language: Language) -> Result<Answer, Failure> {
    let failed = |error: KioskFileError| failure(path, &error, language);
    let bytes = kiosk_files::read(path, kind).map_err(failed)?;
    let (version, mut answer) = match kind {
        Kind::Request => Request::read(&bytes).map(|read| (read.version, request(&read, language))),
        Kind::Provision => {
            Provision::read(&bytes).map(|(read, _)| (read.version, provision(&read, language)))
        }
        Kind::Box => KioskBox::read(&bytes).map(|(read, _)| (read.version, kiosk_box(&read, language))),
    }
    .map_err(failed)?;
    answer.json["version"] = version.into();
    let (version, file) = (version.to_string(), ballot_box::hex(&digest(&bytes)));
    let facts = [("kind", kind.name()), ("version", &version)];
    answer.json["kind"] = format!("kiosk-{}", kind.name()).into();
    answer.json["file"] = file.clone().into();
    let signer = answer.json["signer"].as_str().unwrap_or_default().to_owned();
    answer.text = [
        text(language, "cli.inspect-kiosk-file", &facts),
        answer.text,
        text(language, "cli.inspect-signer", &[("signer", &signer), ("file", &file)]),
    ]
    .join("\n");
    Ok(answer)
}

/// A file of ours that doesn't hold is an answer; one that can't be read now, or only by a newer program, is none.
fn failure(path: &Path, error: &KioskFileError, language: Language) -> Failure {
    let words = format!("{}: {}", path.display(), word(language, error));
    match error {
        KioskFileError::Newer { .. }
        | KioskFileError::TooLarge { .. }
        | KioskFileError::Unreadable { .. } => Failure::Unusable(vec![(error.code().to_owned(), words)]),
        KioskFileError::Older { .. }
        | KioskFileError::Foreign
        | KioskFileError::OtherKind { .. }
        | KioskFileError::Truncated { .. }
        | KioskFileError::Altered
        | KioskFileError::SignatureWrong
        | KioskFileError::Malformed { .. }
        | KioskFileError::Exists { .. }
        | KioskFileError::KioskName { .. } => Failure::Fails(error.code().to_owned(), words),
    }
}

fn request(read: &Request, language: Language) -> Answer {
    let signer = read.fingerprint();
    let facts = [("name", read.name.as_str()), ("fingerprint", &signer)];
    Answer {
        text: text(language, "cli.inspect-request", &facts),
        json: json!({ "name": read.name, "signer": signer }),
    }
}

fn provision(read: &Provision, language: Language) -> Answer {
    let profile = read.profile.text();
    let year = profile.year.to_string();
    let session = [("congress", profile.congress.as_str()), ("session", &profile.session), ("year", &year)];
    let counts =
        Counts { unused: read.unused.len(), spent: read.spent.len(), cancelled: read.cancelled.len() };
    let kiosk = &read.kiosk;
    let mut lines = vec![text(language, "cli.inspect-session", &session)];
    if profile.training {
        lines.push(text(language, "cli.inspect-training", &[]));
    }
    lines.push(kiosk_line(kiosk.number, &kiosk.name, kiosk.zone, read.round(), language));
    lines.push(counts.line(language));
    let json = json!({
        "session": {
            "congress": profile.congress,
            "session": profile.session,
            "year": profile.year,
            "training": profile.training,
        },
        "round": read.round(),
        "contest": read.sealing.digest,
        "kiosk": kiosk.number,
        "name": kiosk.name,
        "zone": kiosk.zone.number(),
        "kiosk_key": fingerprint(&kiosk.key),
        "slips": counts.json(),
        "signer": read.station_fingerprint(),
    });
    Answer { text: lines.join("\n"), json }
}

fn kiosk_box(read: &KioskBox, language: Language) -> Answer {
    let counts =
        Counts { unused: read.unused.len(), spent: read.spent.len(), cancelled: read.cancelled.len() };
    let (tray, root) = (read.tray.to_string(), read.root());
    let mut lines = vec![kiosk_line(read.kiosk, "", read.zone, read.round, language), counts.line(language)];
    lines.push(text(language, "cli.inspect-box", &[("tray", &tray), ("root", &root)]));
    if read.recovered {
        lines.push(text(language, "cli.inspect-recovered", &[]));
    }
    lines.extend(read.statement.clone());
    let json = json!({
        "station": fingerprint(&read.station),
        "round": read.round,
        "contest": ballot_box::hex(&read.contest),
        "provision": ballot_box::hex(&read.provision),
        "kiosk": read.kiosk,
        "zone": read.zone.number(),
        "recovered": read.recovered,
        "tray": read.tray,
        "statement": read.statement,
        "root": root,
        "challenged": read.challenged.len(),
        "slips": counts.json(),
        "signer": fingerprint(&read.key),
    });
    Answer { text: lines.join("\n"), json }
}

fn kiosk_line(number: KioskNumber, name: &str, zone: Zone, round: RoundNumber, language: Language) -> String {
    let (kiosk, zone_number, round) = (number.to_string(), zone.number().to_string(), round.to_string());
    let facts = [
        ("kiosk", kiosk.as_str()),
        ("name", name),
        ("zone", &zone_number),
        ("colour", zone.colour()),
        ("round", &round),
    ];
    text(language, "cli.inspect-kiosk", &facts)
}

/// How many slips are in which state.
struct Counts {
    unused: usize,
    spent: usize,
    cancelled: usize,
}

impl Counts {
    fn line(&self, language: Language) -> String {
        let [unused, spent, cancelled] =
            [self.unused, self.spent, self.cancelled].map(|slips| slips.to_string());
        let facts = [("unused", unused.as_str()), ("spent", &spent), ("cancelled", &cancelled)];
        text(language, "cli.inspect-slips", &facts)
    }

    fn json(&self) -> Value {
        json!({ "unused": self.unused, "spent": self.spent, "cancelled": self.cancelled })
    }
}
