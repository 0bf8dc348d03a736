//! The application as tests drive it: the same, but that it lets itself be scripted. Never shipped.

use piaojue_desktop::{Automation, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(Automation::Allowed)
}
