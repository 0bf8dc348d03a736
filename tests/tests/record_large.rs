//! How much memory and time a large record takes. Not part of the usual run: `cargo test --release --test record_large -- --ignored
//! --nocapture`, with `PIAOJUE_BALLOTS` and `PIAOJUE_CANDIDATES` for other sizes.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "helpers of tests: a test fails by panicking")]

use ballot_box::{Election, deal, hex};
use base64ct::{Base64, Encoding};
use piaojue_tests::record::{
    STATION,
    forge::{Fit, Forge},
    records,
};
use procedure::{
    ballot::{Mark, Marks},
    contest::Contest,
};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use record::{Check, Verdict, verify};
use sha2::{Digest, Sha256};
use std::{fs, time::Instant};

fn number(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

/// The most memory that this process has had, in MiB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// Forgets the most memory so far.
fn forget_peak() {
    fs::write("/proc/self/clear_refs", "5").unwrap();
}

/// A record whose first round has a list of so many candidates and so many ballots; only its ballots and their proofs are
/// as they should be.
fn large(ballots: usize, candidates: usize) -> Vec<u8> {
    let (_, record) = records().into_iter().find(|(name, _)| *name == "ended").unwrap();
    let mut forge = Forge::open(&record, STATION);
    let mut contest: serde_json::Value = serde_json::from_str(&forge.text("rounds/1/contest.json")).unwrap();
    let list = contest["list"].as_array_mut().unwrap();
    while list.len() < candidates {
        let mut more = list[0].clone();
        more["number"] = format!("{}", list.len() + 1).into();
        list.push(more);
    }
    contest["rules"]["seats"] = (candidates / 2).into();
    let contest: Contest = serde_json::from_value(contest).unwrap();
    let rng = &mut ChaCha20Rng::seed_from_u64(1);
    let (key, _) = deal(3, 2, rng).unwrap();
    let digest: [u8; 32] = Sha256::digest(contest.canonical()).into();
    let election = Election::new(&key, &contest.form().unwrap(), digest).unwrap();
    let mut sealed = Vec::new();
    for ballot in 0..ballots {
        let mut marks = vec![Mark::Abstain; candidates];
        marks[ballot % candidates] = Mark::Approve;
        let ballot = election.seal(&Marks(marks), rng).unwrap();
        sealed.push((ballot.hash(), ballot));
    }
    sealed.sort_by_key(|(hash, _)| *hash);
    let mut lines = String::new();
    for (hash, ballot) in sealed {
        let ballot = Base64::encode_string(ballot.as_bytes());
        let code = hash.tracking_code();
        let line = format!(r#"{{"code":"{code}","hash":"{}","ballot":"{ballot}"}}"#, hex(&hash.0));
        lines.push_str(&line);
        lines.push('\n');
    }
    forge.set("rounds/1/contest.json", contest.canonical());
    forge.set("rounds/1/key.json", serde_json::to_vec(&key).unwrap());
    forge.set("rounds/1/ballots.jsonl", lines);
    forge.record(Fit::Manifest)
}

#[test]
#[ignore = "takes minutes"]
fn a_large_record_takes_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.pjrecord");
    fs::write(&path, large(number("PIAOJUE_BALLOTS", 100_000), number("PIAOJUE_CANDIDATES", 2))).unwrap();
    let size = fs::metadata(&path).unwrap().len() >> 20;
    forget_peak();
    let (before, start) = (peak(), Instant::now());
    let report = verify(fs::File::open(&path).unwrap(), &|_| ());
    let (most, took) = (peak(), start.elapsed());
    eprintln!("{size} MiB checked in {took:?} with {before} to {most} MiB of memory");
    for check in [
        Check::Contents,
        Check::BallotLines,
        Check::BallotOrder,
        Check::BallotForm,
        Check::Marks,
        Check::Limits,
    ] {
        assert_eq!(report.verdict(check), Some(&Verdict::Pass), "{}", check.number());
    }
    assert!(most < 300, "{most} MiB");
}
