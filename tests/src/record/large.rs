//! A record with as many ballots as are asked for.

use super::{
    STATION,
    forge::{Fit, Forge},
    records,
};
use ballot_box::{BallotVersion, Election, SealedBallot, deal, hex};
use base64ct::{Base64, Encoding};
use procedure::{
    ballot::{Mark, Marks},
    contest::Contest,
};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use sha2::{Digest, Sha256};
use std::{fmt::Write as _, thread};

/// A record whose first round has a list of so many candidates and so many ballots. Only its ballots, their proofs, and
/// the package are as they should be.
#[must_use]
pub fn large(ballots: usize, candidates: usize) -> Vec<u8> {
    let (_, record) = records().into_iter().find(|(name, _)| *name == "ended").expect("a record");
    let mut forge = Forge::open(&record, STATION);
    let contest = contest(&forge.text("rounds/1/contest.json"), candidates);
    let (key, _) = deal(3, 2, &mut ChaCha20Rng::seed_from_u64(1)).expect("a key");
    let digest: [u8; 32] = Sha256::digest(contest.canonical()).into();
    let form = contest.form().expect("a form");
    let election = Election::new(&key, &form, digest, BallotVersion::Two).expect("an election");
    let mut sealed: Vec<_> =
        seal(&election, ballots, candidates).into_iter().map(|ballot| (ballot.hash(), ballot)).collect();
    sealed.sort_by_key(|(hash, _)| *hash);
    let mut lines = String::new();
    for (hash, ballot) in sealed {
        let ballot = Base64::encode_string(ballot.as_bytes());
        let code = hash.tracking_code();
        writeln!(lines, r#"{{"code":"{code}","hash":"{}","ballot":"{ballot}"}}"#, hex(&hash.0))
            .expect("text");
    }
    forge.set("rounds/1/contest.json", contest.canonical());
    forge.set("rounds/1/key.json", serde_json::to_vec(&key).expect("JSON"));
    forge.set("rounds/1/ballots.jsonl", lines);
    forge.record(Fit::Manifest)
}

/// The contest with a list of so many.
fn contest(written: &str, candidates: usize) -> Contest {
    let mut contest: serde_json::Value = serde_json::from_str(written).expect("a contest");
    let list = contest["list"].as_array_mut().expect("a list");
    while list.len() < candidates {
        let mut more = list[0].clone();
        more["number"] = format!("{}", list.len() + 1).into();
        list.push(more);
    }
    contest["rules"]["seats"] = (candidates / 2).into();
    serde_json::from_value(contest).expect("a contest")
}

/// Seals ballots on all cores.
fn seal(election: &Election, ballots: usize, candidates: usize) -> Vec<SealedBallot> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let part = |worker: usize| {
        let mut rng = ChaCha20Rng::seed_from_u64(worker as u64);
        let voters = (worker..ballots).step_by(workers);
        let seal = |voter: usize| {
            let mut marks = vec![Mark::Abstain; candidates];
            marks[voter % candidates] = Mark::Approve;
            election.seal(&Marks(marks), &mut rng).expect("sealed")
        };
        voters.map(seal).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let parts: Vec<_> = (0..workers).map(|worker| scope.spawn(move || part(worker))).collect();
        parts.into_iter().flat_map(|part| part.join().expect("a worker")).collect()
    })
}
