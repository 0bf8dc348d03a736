//! Taking times: wall and processor time of things that take turns.

use std::{
    error::Error,
    fs,
    time::{Duration, Instant},
};

/// What a benchmark gives; an error ends the run.
pub type Fallible<T> = Result<T, Box<dyn Error>>;

/// The kernel's unit of processor time in `/proc`, the same on every Linux machine.
const TICK: Duration = Duration::from_millis(10);

/// How long a thing takes.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// The median of its wall times.
    pub wall: Duration,
    /// The mean of its processor times over all threads, where the system tells; a little sure only over many turns.
    pub cpu: Option<Duration>,
}

/// Runs each contestant once a round, so that whatever else the machine does disturbs all of them alike.
pub fn in_turns<const N: usize>(
    rounds: u32,
    mut contestants: [&mut dyn FnMut() -> Fallible<()>; N],
) -> Fallible<[Timing; N]> {
    let mut walls: [Vec<Duration>; N] = std::array::from_fn(|_| Vec::new());
    let mut cpus = [Some(Duration::ZERO); N];
    for _ in 0..rounds {
        for (place, contestant) in contestants.iter_mut().enumerate() {
            let (before, start) = (cpu_time(), Instant::now());
            contestant()?;
            walls[place].push(start.elapsed());
            let spent = cpu_time().zip(before).map(|(after, before)| after.saturating_sub(before));
            cpus[place] = cpus[place].zip(spent).map(|(sum, spent)| sum + spent);
        }
    }
    Ok(std::array::from_fn(|place| Timing {
        wall: median(&mut walls[place]),
        cpu: cpus[place].map(|sum| sum / rounds),
    }))
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The processor time of this process so far, all its threads together; none where there is no `/proc`.
pub fn cpu_time() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name stands in parentheses and may hold anything; the state is the first word after it.
    let (_, after_name) = stat.rsplit_once(')')?;
    let mut words = after_name.split_whitespace().skip(11);
    let user: u32 = words.next()?.parse().ok()?;
    let system: u32 = words.next()?.parse().ok()?;
    Some(TICK * (user + system))
}

/// The most memory that this process has held so far, in KiB; none where there is no `/proc`.
pub fn peak_memory_kib() -> Option<u32> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
