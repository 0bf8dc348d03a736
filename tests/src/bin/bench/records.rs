//! Checking records: how long one takes, and how that and its memory grow with the ballots.

use crate::{
    ballots,
    measure::{Fallible, Timing, cpu_time, peak_memory_kib},
    report::{Bound, Line, Quantity},
};
use piaojue_tests::record::large::large;
use record::{Check, Verdict, verify_file};
use std::{
    env, fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

/// The argument that makes the program check one record and say what that took.
pub const RECORD_ALONE: &str = "record-alone";
/// What the ballots are checked by.
const OF_BALLOTS: [Check; 6] =
    [Check::Contents, Check::BallotLines, Check::BallotOrder, Check::BallotForm, Check::Marks, Check::Limits];

/// What checking a record took.
struct Cost {
    timing: Timing,
    memory: Quantity,
}

/// A large congress' record.
pub fn checking() -> Fallible<Vec<Line>> {
    let cost = cost(3_000, 20)?;
    Ok(vec![
        Line::time("checking a record of 3,000 ballots, 20 candidates", cost.timing)
            .held_to(Bound::AtMost(Quantity::Seconds(15.0))),
        ballots::busy(cost.timing)?,
    ])
}

/// From a thousand to a hundred thousand ballots.
pub fn growth() -> Fallible<Vec<Line>> {
    const FEWEST: u32 = 1_000;
    let each =
        |cost: &Cost, ballots: u32| Quantity::Seconds(cost.timing.wall.as_secs_f64() / f64::from(ballots));
    let few = each(&cost(FEWEST, 2)?, FEWEST);
    let mut lines = Vec::new();
    for ballots in [10_000, 100_000] {
        let cost = cost(ballots, 2)?;
        let line = Line::of(format!("checking, a ballot of {ballots}"), Some(each(&cost, ballots)));
        lines.push(line.beside(format!("of {FEWEST}"), few).held_to(Bound::AtMostTimes(1.25)));
        let memory = Line::of(format!("memory for {ballots} ballots"), Some(cost.memory));
        lines.push(memory.held_to(Bound::AtMost(Quantity::Kib(300.0 * 1024.0))));
    }
    Ok(lines)
}

/// Has a record of this size checked in a process of its own.
fn cost(ballots: u32, candidates: usize) -> Fallible<Cost> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("large.pjrecord");
    fs::write(&path, large(ballots as usize, candidates))?;
    let output = Command::new(env::current_exe()?).arg(RECORD_ALONE).arg(&path).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let said = String::from_utf8(output.stdout)?;
    let numbers: Vec<u32> = said.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let &[wall, cpu, memory] = numbers.as_slice() else {
        return Err(format!("understood nothing of {said}").into());
    };
    let milliseconds = |number: u32| Duration::from_millis(u64::from(number));
    let timing = Timing { wall: milliseconds(wall), cpu: Some(milliseconds(cpu)) };
    Ok(Cost { timing, memory: Quantity::Kib(f64::from(memory)) })
}

/// Checks this record and says milliseconds, milliseconds of all processors, and KiB of memory at most.
pub fn record_alone(path: &str) -> Fallible<()> {
    let (start, used) = (Instant::now(), cpu_time().ok_or("this system tells no processor time")?);
    let report = verify_file(Path::new(path), &|_| ())?;
    let (wall, cpu) = (start.elapsed(), cpu_time().unwrap_or_default().saturating_sub(used));
    let failing = OF_BALLOTS.iter().find(|check| report.verdict(**check) != Some(&Verdict::Pass));
    if let Some(failing) = failing {
        return Err(format!("check {} does not pass", failing.number()).into());
    }
    let memory = peak_memory_kib().ok_or("this system tells no memory")?;
    println!("{} {} {memory}", wall.as_millis(), cpu.as_millis());
    Ok(())
}
