//! The record by attack: whole records hold, and whatever is changed in one is found by the check that is there for it.

#![expect(clippy::expect_used, reason = "helpers of tests: a test fails by panicking")]

use messages::Coded;
use piaojue_tests::record::{
    STATION, alterations,
    forge::{Fit, Forge},
    kept, records, with_kiosks,
};
use procedure::number::RoundNumber;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use record::{Check, LATEST, Note, Report, Verdict, find_ballot, verify};
use std::{
    collections::BTreeSet,
    io::{Cursor, Read, Write},
    sync::LazyLock,
    thread,
};

/// Checks that nothing but the check itself can break: the proofs of the shares leave it nothing to find.
const NOT_ALONE: [&str; 1] = ["9.6"];

static RECORDS: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(records);
/// Those of version 1.
static KEPT: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(kept);

fn named(name: &str) -> &'static [u8] {
    of_version(LATEST, name)
}

/// The record of this name in this version of the format.
fn of_version(version: u32, name: &str) -> &'static [u8] {
    let records: &'static Vec<(&str, Vec<u8>)> = if version == 1 { &KEPT } else { &RECORDS };
    &records.iter().find(|(other, _)| *other == name).expect("a record").1
}

fn checked(record: &[u8]) -> Report {
    verify(Cursor::new(record), &|_| ())
}

/// The number of the first failing check, and what is wrong.
fn first_failure(report: &Report) -> Option<(&'static str, String)> {
    report.first_failure().map(|(check, finding)| (check.number(), format!("{finding:?}")))
}

#[test]
fn whole_records_hold() {
    for (name, record) in RECORDS.iter() {
        let report = checked(record);
        assert_eq!(first_failure(&report), None, "{name}");
        assert!(report.holds(), "{name}: {report:?}");
        assert_eq!(report.summary.version, LATEST, "{name}");
    }
}

/// What a lost kiosk and slips in dispute leave in a record.
#[test]
fn a_record_tells_what_is_out_of_the_ordinary() {
    let report = checked(&with_kiosks());
    assert_eq!(first_failure(&report), None);
    let noted: BTreeSet<&str> = report.noted.iter().map(|noted| noted.note.code()).collect();
    for code in ["noted.kiosk-lost", "noted.missing", "noted.dispute-kept", "noted.dispute-void"] {
        assert!(noted.contains(code), "{code}: {noted:?}");
    }
    assert!(report.holds());
}

#[test]
fn the_same_session_gives_the_same_bytes() {
    assert!(records() == *RECORDS);
}

#[test]
fn any_unpacker_reads_a_record() {
    let mut package = zip::ZipArchive::new(Cursor::new(named("further"))).unwrap();
    let forge = Forge::open(named("further"), STATION);
    assert_eq!(package.len(), forge.files.len() + 2);
    for (name, bytes) in &forge.files {
        let mut read = Vec::new();
        package.by_name(name).unwrap().read_to_end(&mut read).unwrap();
        assert!(read == *bytes, "{name}");
    }
}

#[test]
fn each_alteration_is_found_by_its_check() {
    let mut wrong = Vec::new();
    for version in 1..=LATEST {
        for alteration in alterations::all(version) {
            let report = checked(&alteration.apply(of_version(version, alteration.of)));
            let found = first_failure(&report);
            if found.as_ref().map(|(number, _)| *number) != Some(alteration.breaks) {
                wrong.push(format!(
                    "{} ({}, version {version}): {}, found {found:?}",
                    alteration.name, alteration.of, alteration.breaks
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_check_is_broken_by_an_alteration() {
    for version in 1..=LATEST {
        let broken: BTreeSet<&str> =
            alterations::all(version).iter().map(|alteration| alteration.breaks).collect();
        let asked = Check::ALL.iter().filter(|check| check.since() <= version);
        let checks: BTreeSet<&str> = asked.map(|check| check.number()).collect();
        let missing: Vec<_> = checks.difference(&broken).copied().collect();
        // No log of version 1 says by which version it was sealed.
        let expected: &[&str] = if version == 1 { &["3.10", "9.6"] } else { &NOT_ALONE };
        assert_eq!(missing, expected, "version {version}");
    }
    assert!(alterations::all(1).len() >= 60);
}

/// What is only noted leaves a record whole.
#[test]
fn what_is_out_of_the_ordinary_is_noted_and_breaks_nothing() {
    let mut wrong = Vec::new();
    for version in 1..=LATEST {
        for alteration in alterations::noted(version) {
            let report = checked(&alteration.apply(of_version(version, alteration.of)));
            let noted: Vec<&str> = report.noted.iter().map(|noted| noted.note.code()).collect();
            let is_told = noted.contains(&alteration.breaks);
            let voted = alteration.breaks != "noted.no-round";
            if first_failure(&report).is_some() || report.holds() != voted || !is_told {
                wrong.push(format!(
                    "{} (version {version}): {noted:?} {:?}",
                    alteration.name,
                    first_failure(&report)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn everything_that_can_be_noted_is_noted_of_some_record() {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let whole = KEPT.iter().chain(RECORDS.iter()).map(|(_, record)| record.clone());
    for record in whole.chain([with_kiosks()]) {
        told.extend(checked(&record).noted.iter().map(|noted| noted.note.code()));
    }
    for version in 1..=LATEST {
        told.extend(alterations::noted(version).iter().map(|alteration| alteration.breaks));
    }
    let missing: Vec<_> =
        Note::CODES.iter().map(|(code, _)| *code).filter(|code| !told.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// A statement is told in one line, whatever it holds: nothing in a record can write a line of the answer.
#[test]
fn a_note_is_one_line() {
    for alteration in alterations::noted(LATEST) {
        for noted in checked(&alteration.apply(named(alteration.of))).noted {
            let facts = noted.note.facts();
            assert!(facts.iter().all(|(_, fact)| !fact.contains(char::is_control)), "{facts:?}");
        }
    }
}

#[test]
fn a_first_file_of_another_name_is_a_check_that_fails() {
    let mut forge = Forge::open(named("void"), STATION);
    "session.txt".clone_into(&mut forge.files[0].0);
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&forge.record(Fit::Nothing)).unwrap();
    let report = record::verify_file(file.path(), &|_| ()).unwrap();
    assert_eq!(first_failure(&report).unwrap().0, "1.4");
}

/// Flips bits anywhere: as many as `PIAOJUE_FLIPS` says, 2,000 without it.
#[test]
fn no_flipped_bit_is_accepted() {
    let flips = std::env::var("PIAOJUE_FLIPS").ok().and_then(|flips| flips.parse().ok()).unwrap_or(2_000_u64);
    let workers = thread::available_parallelism().map_or(1, usize::from) as u64;
    thread::scope(|scope| {
        for worker in 0..workers {
            scope.spawn(move || {
                let mut rng = ChaCha20Rng::seed_from_u64(worker);
                for _ in 0..flips / workers {
                    let name = ["void", "ended", "lots"][rng.gen_range(0..3)];
                    let mut record = named(name).to_vec();
                    let place = rng.gen_range(0..record.len());
                    record[place] ^= 1 << rng.gen_range(0..8);
                    assert!(!checked(&record).holds(), "{name}: byte {place} of {}", record.len());
                }
            });
        }
    });
}

#[test]
fn no_cut_record_is_accepted() {
    let record = named("void");
    for length in (0..record.len()).step_by(97).chain(record.len() - 100..record.len()) {
        let report = checked(&record[..length]);
        assert_eq!(first_failure(&report).map(|(number, _)| number), Some("1.1"), "{length} bytes");
    }
}

/// Sizes that a package claims and doesn't have.
#[test]
fn what_a_package_claims_costs_nothing() {
    let mut record = named("void").to_vec();
    let end = record.len() - 22;
    record[end + 8..end + 12].fill(0xff);
    assert_eq!(first_failure(&checked(&record)).unwrap().0, "1.1");
    let mut record = named("void").to_vec();
    record[18..26].fill(0xff);
    assert_eq!(first_failure(&checked(&record)).unwrap().0, "1.1");
    let mut deep = Forge::open(named("void"), STATION);
    deep.set("profile.json", "[".repeat(1 << 20));
    assert_eq!(first_failure(&checked(&deep.record(Fit::Manifest))).unwrap().0, "1.7");
    let mut long = Forge::open(named("void"), STATION);
    long.set("log.jsonl", "x".repeat(1 << 21));
    assert_eq!(first_failure(&checked(&long.record(Fit::Manifest))).unwrap().0, "3.1");
}

/// A record that another station made whole can't be told from its content alone: that is what the key is compared for.
#[test]
fn a_record_signed_by_another_station_shows_its_key() {
    let mut forge = Forge::open(named("further"), STATION);
    forge.key = ed25519_dalek::SigningKey::from_bytes(&[8; 32]);
    let other = ballot_box::hex(forge.key.verifying_key().as_bytes());
    let session = forge.text("session.json");
    forge.replace("session.json", &session[12..76], &other);
    let report = checked(&forge.record(Fit::Parts));
    assert!(report.holds(), "{:?}", first_failure(&report));
    assert_eq!(report.summary.station, other);
    assert_ne!(checked(named("further")).summary.station, other);
}

#[test]
fn what_rests_on_a_failed_check_is_not_reached() {
    let mut forge = Forge::open(named("further"), STATION);
    forge.set("rounds/1/key.json", "{}");
    let report = checked(&forge.record(Fit::Manifest));
    assert_eq!(first_failure(&report).unwrap().0, "1.7");
    for check in [Check::Key, Check::Marks, Check::Sum, Check::ShareProofs, Check::FirstOpen] {
        assert_eq!(report.verdict(check), Some(&Verdict::NotReached), "{}", check.number());
    }
    for check in [Check::Chain, Check::BallotOrder, Check::Outcome] {
        assert_eq!(report.verdict(check), Some(&Verdict::Pass), "{}", check.number());
    }
}

#[test]
fn nothing_in_a_record_names_a_delegate_or_a_secret() {
    for (name, record) in RECORDS.iter() {
        let contains = |text: &[u8]| record.windows(text.len()).any(|bytes| bytes == text);
        assert!(!contains("代表1".as_bytes()), "{name} has the roster");
        assert!(!contains(b"slip_key") && !contains(b"$argon2"), "{name} has a secret");
        assert!(
            !contains(&STATION) && !contains(ballot_box::hex(&STATION).as_bytes()),
            "{name} has the station's key"
        );
    }
}

#[test]
fn a_ballot_is_found_by_its_tracking_code() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(named("further")).unwrap();
    let text = Forge::open(named("further"), STATION).text("rounds/2/ballots.jsonl");
    let code = &text[9..28];
    for typed in [code.to_owned(), code.to_lowercase().replace('-', " ")] {
        let found = find_ballot(file.path(), &typed).unwrap().unwrap();
        assert_eq!((found.round, found.hash.as_str()), (RoundNumber(2), &text[38..102]));
    }
    assert_eq!(find_ballot(file.path(), "0000-0000-0000-0000"), Ok(None));
    for typed in [
        "",
        "ABCD",
        "ABCD-EFGH-JKMN-PQR!",
        "ABCD-EFGH-JKMN-PQRSX",
        "ABCD-EFGH-JKMN-PQRS-04",
        "ABCD-EFGH-JKMN-PQRS-0422",
    ] {
        assert!(find_ballot(file.path(), typed).is_err(), "{typed}");
    }
}

/// With digits of their own a voter is not shown another's code: the ballot is found by code and digits together.
#[test]
fn a_ballot_with_digits_is_found_by_its_code_with_them_alone() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(named("lots")).unwrap();
    let text = Forge::open(named("lots"), STATION).text("rounds/1/ballots.jsonl");
    let code = text.lines().find_map(|line| Some(&line[9..=line.find("-042\"")? + 3])).unwrap();
    assert_eq!(code.len(), 23);
    assert!(find_ballot(file.path(), code).unwrap().is_some());
    assert!(find_ballot(file.path(), &code.to_lowercase().replace('-', " ")).unwrap().is_some());
    assert_eq!(find_ballot(file.path(), &code[..19]), Ok(None));
    assert_eq!(find_ballot(file.path(), &format!("{}043", &code[..20])), Ok(None));
}

/// Records that version 0.1.0 wrote are kept: a later version still reads them.
#[test]
fn kept_records_hold() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/records");
    let mut found = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "pjrecord") {
            let report = checked(&std::fs::read(&path).unwrap());
            assert_eq!(first_failure(&report), None, "{}", path.display());
            found += 1;
        }
    }
    assert!(found > 0);
}
