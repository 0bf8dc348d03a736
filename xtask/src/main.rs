//! The project's own commands: the same on a fresh machine, at a desk and in CI.
//!
//! Each command installs what it needs and is missing, says what it runs, and stops at the first failure.

mod check;
mod install;
mod rehearsal;
mod shell;
mod suite;

use std::process::ExitCode;

/// A command of `cargo xtask`.
struct Task {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<(), String>,
}

const TASKS: &[Task] = &[
    Task {
        name: "run",
        about: "build the program and run the sample session; says where its documents are",
        run: |_| rehearsal::run(),
    },
    Task { name: "test", about: "install what the tests need, build, run all tests", run: |_| suite::test() },
    Task { name: "bench", about: "run the benchmarks; arguments are passed through", run: suite::bench },
    Task {
        name: "check",
        about: "formatting, lints, licences and banned crates, the catalogue of messages",
        run: |_| check::check(),
    },
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(name) = arguments.next() else {
        print!("{}", usage());
        return ExitCode::SUCCESS;
    };
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprint!("There is no command {name}.\n{}", usage());
        return ExitCode::from(2);
    };
    let rest: Vec<String> = arguments.collect();
    match (task.run)(&rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask {name}: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let lines = TASKS.iter().map(|task| format!("  cargo xtask {:<6} {}\n", task.name, task.about));
    std::iter::once("Commands:\n".to_owned()).chain(lines).collect()
}
