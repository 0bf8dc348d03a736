//! The benchmarks behind `cargo xtask bench`: each figure beside a named baseline of the same run, and its bound.
//!
//! `bench` runs all of them, `bench --only NAME` one, `bench typst PYTHON` and `bench electionguard PYTHON` what is compared
//! with other programs, by this Python that has them. It fails when a figure is over its bound. What is compared takes
//! turns, and medians are shown. All names are invented.

#![expect(clippy::float_arithmetic, reason = "times and ratios of a report; nothing is decided by them")]

mod ballots;
mod cast;
mod electionguard;
mod import;
mod measure;
mod papers;
mod peers;
mod records;
mod report;

use measure::Fallible;
use report::Line;
use std::{env, process::ExitCode};

/// A group of benchmarks, by the name that `--only` takes.
struct Benchmark {
    name: &'static str,
    run: fn() -> Fallible<Vec<Line>>,
}

const BENCHMARKS: [Benchmark; 8] = [
    Benchmark { name: "cast", run: cast::lines },
    Benchmark { name: "seal", run: ballots::sealing },
    Benchmark { name: "count", run: ballots::counting },
    Benchmark { name: "record", run: records::checking },
    Benchmark { name: "record-growth", run: records::growth },
    Benchmark { name: "import", run: import::lines },
    Benchmark { name: "announcement", run: papers::announcement },
    Benchmark { name: "slips", run: papers::slips },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        [] => run(&BENCHMARKS),
        ["--only", name] => run_only(name),
        // Alone in a process of its own, so that its memory is its own.
        [papers::SLIPS_ALONE] => papers::slips_alone().map(|()| true),
        [peers::DOCUMENT_ALONE, kind, out] => peers::document_alone(kind, out).map(|()| true),
        [records::RECORD_ALONE, path] => records::record_alone(path).map(|()| true),
        ["typst", python] => peers::lines(python).map(|lines| shown(&lines)),
        ["electionguard", python] => electionguard::lines(python).map(|lines| shown(&lines)),
        _ => Err("usage: bench [--only NAME | typst PYTHON | electionguard PYTHON]".into()),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run_only(name: &str) -> Fallible<bool> {
    let named: Vec<Benchmark> = BENCHMARKS.into_iter().filter(|benchmark| benchmark.name == name).collect();
    if named.is_empty() {
        let known = BENCHMARKS.map(|benchmark| benchmark.name).join(", ");
        return Err(format!("no benchmark {name}; there are {known}").into());
    }
    run(&named)
}

/// Runs benchmarks, shows the table, and says whether all figures are within their bounds.
fn run(benchmarks: &[Benchmark]) -> Fallible<bool> {
    let mut lines = Vec::new();
    for benchmark in benchmarks {
        eprintln!("{} ...", benchmark.name);
        lines.extend((benchmark.run)()?);
    }
    Ok(shown(&lines))
}

/// Shows the table, and says whether all figures are within their bounds.
fn shown(lines: &[Line]) -> bool {
    report::show(lines);
    lines.iter().all(Line::is_within_bound)
}
