//! The project's own commands: the same on a fresh machine, at a desk and in CI.
//!
//! Each command installs what it needs and is missing, says what it runs, and stops at the first failure.

mod check;
mod checker;
mod desktop;
mod install;
mod kills;
mod linted;
mod peers;
mod promises;
mod rehearsal;
mod shell;
mod steps;
mod suite;
mod verapdf;

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
        about: "start the desktop application on the sample session; without a display, run the session and name its documents",
        run: |_| desktop::start(),
    },
    Task {
        name: "test",
        about: "install what the tests need, build, run all tests; with --quick those that one runs after each change",
        run: suite::test,
    },
    Task {
        name: "validate",
        about: "make every document of the tests and have veraPDF validate it: PDF/A-2u and PDF/UA-1",
        run: |_| verapdf::validate(),
    },
    Task {
        name: "bench",
        about: "run the benchmarks; arguments are passed through. window: start, memory and touches of the windows; peers: documents beside Typst's",
        run: suite::bench,
    },
    Task {
        name: "kills",
        about: "kill the program some ten thousand times, or as often as the argument says, while it casts, closes, counts and merges",
        run: kills::kill,
    },
    Task {
        name: "screenshots",
        about: "write a picture of every screen in both languages and two sizes",
        run: |_| desktop::screenshots(),
    },
    Task {
        name: "package",
        about: "make the Debian package; with --try, install and start it in a clean Debian",
        run: desktop::package,
    },
    Task {
        name: "check",
        about: "formatting, lints, licences and banned crates, the tests that promises name, the catalogue of messages",
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
    let outcome = (task.run)(&rest);
    steps::print();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask {name}: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let lines = TASKS.iter().map(|task| format!("  cargo xtask {:<11} {}\n", task.name, task.about));
    std::iter::once("Commands:\n".to_owned()).chain(lines).collect()
}
