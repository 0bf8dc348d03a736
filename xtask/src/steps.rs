//! How long each step of a command took: what a log says when a run has become slow.

use std::fs;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The steps that have ended, in their order.
static ENDED: Mutex<Vec<Ended>> = Mutex::new(Vec::new());
/// Longer lines are cut.
const WIDTH: usize = 100;

struct Ended {
    line: String,
    clock: Duration,
    /// Of all processors together, where the system says so.
    processors: Option<Duration>,
}

/// A program that runs now.
pub struct Step {
    line: String,
    started: Instant,
    /// What the programs before it used.
    before: Option<Duration>,
}

impl Step {
    pub fn start(line: &str) -> Self {
        Self { line: line.to_owned(), started: Instant::now(), before: used_by_children() }
    }

    pub fn end(self) {
        let processors =
            used_by_children().zip(self.before).map(|(after, before)| after.saturating_sub(before));
        let ended = Ended { line: self.line, clock: self.started.elapsed(), processors };
        ENDED.lock().unwrap_or_else(PoisonError::into_inner).push(ended);
    }
}

/// Prints a line for each step: by the clock, by the processors' time, what ran.
pub fn print() {
    let ended = ENDED.lock().unwrap_or_else(PoisonError::into_inner);
    if ended.len() < 2 {
        return;
    }
    println!("\nWhere the time went (clock, processors):");
    for step in &*ended {
        let line: String = step.line.chars().take(WIDTH).collect();
        let processors = step.processors.map(minutes).unwrap_or_default();
        println!("{:>7} {processors:>7}  {line}", minutes(step.clock));
    }
    println!("{:>7}          in all", minutes(ended.iter().map(|step| step.clock).sum()));
}

fn minutes(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}m{:02}s", seconds / 60, seconds % 60)
}

/// The time on the processors of all programs that this one started and that have ended, as Linux counts it.
fn used_by_children() -> Option<Duration> {
    /// Linux counts in hundredths of a second wherever it tells programs.
    const TICK: Duration = Duration::from_millis(10);
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the program's name in parentheses; user and system time of children are fields 16 and 17.
    let (_, after_name) = stat.rsplit_once(')')?;
    let ticks: Option<u32> =
        after_name.split_whitespace().skip(13).take(2).map(|field| field.parse::<u32>().ok()).sum();
    ticks.map(|ticks| TICK * ticks)
}
