//! 民生票决: the desktop application.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use piaojue_desktop::{Automation, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(Automation::Refused)
}
