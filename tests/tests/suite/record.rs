//! The record by attack: whole records hold, and whatever is changed in one is found by the check that is there for it.

#![expect(clippy::expect_used, reason = "helpers of tests: a test fails by panicking")]

use piaojue_tests::record::{
    STATION, alterations,
    forge::{Fit, Forge},
    records,
};
use procedure::number::RoundNumber;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use record::{Check, Report, Verdict, find_ballot, verify};
use std::{
    collections::BTreeSet,
    io::{Cursor, Read, Write},
    sync::LazyLock,
    thread,
};

/// Checks that nothing but the check itself can break: the proofs of the shares leave it nothing to find.
const NOT_ALONE: [&str; 1] = ["9.6"];

static RECORDS: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(records);

fn named(name: &str) -> &'static [u8] {
    &RECORDS.iter().find(|(other, _)| *other == name).expect("a record").1
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
    }
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
    for alteration in alterations::all() {
        let report = checked(&alteration.apply(named(alteration.of)));
        let found = first_failure(&report);
        if found.as_ref().map(|(number, _)| *number) != Some(alteration.breaks) {
            wrong.push(format!(
                "{} ({}): {}, found {found:?}",
                alteration.name, alteration.of, alteration.breaks
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_check_is_broken_by_an_alteration() {
    let broken: BTreeSet<&str> = alterations::all().iter().map(|alteration| alteration.breaks).collect();
    let checks: BTreeSet<&str> = Check::ALL.iter().map(|check| check.number()).collect();
    let missing: Vec<_> = checks.difference(&broken).copied().collect();
    assert_eq!(missing, NOT_ALONE);
    assert!(alterations::all().len() >= 60);
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
    for typed in ["", "ABCD", "ABCD-EFGH-JKMN-PQR!", "ABCD-EFGH-JKMN-PQRSX"] {
        assert!(find_ballot(file.path(), typed).is_err(), "{typed}");
    }
}

/// Records that were written once and are kept: a later version still reads them.
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
