//! The program is killed at random moments: its folder holds everything or nothing, and a next run succeeds.

use crate::run::{Small, names};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use std::{
    fs,
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

const KILLS: usize = 15;

#[test]
fn a_killed_rehearsal_leaves_all_or_nothing() {
    let small = Small::new();
    let started = Instant::now();
    small.rounds();
    let whole_run = started.elapsed();
    let whole = names(&small.path("out"));
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let mut finished = 0;
    for kill in 0..KILLS {
        fs::remove_dir_all(small.path("out")).unwrap();
        let mut command = small.rehearsal().command();
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Every other one is killed near its end, where the files are moved; some are not killed in time at all.
        let from = if kill % 2 == 0 { Duration::ZERO } else { whole_run * 4 / 5 };
        thread::sleep(rng.gen_range(from..whole_run * 6 / 5));
        child.kill().unwrap();
        child.wait().unwrap();
        if small.path("out").exists() {
            assert_eq!(names(&small.path("out")), whole, "a part was left");
            finished += 1;
        } else {
            small.rounds();
            assert_eq!(names(&small.path("out")), whole);
            assert!(!small.path("out.unfinished").exists(), "what was unfinished is removed");
        }
    }
    assert!(finished < KILLS, "none was killed in time");
}
