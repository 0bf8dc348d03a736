//! The application as tests drive it: the same, but that it lets itself be scripted, and that the kiosk's times can be shortened.
//! Never shipped.

use piaojue_desktop::{Automation, KioskTimes, run};
use std::process::ExitCode;

/// The variable with the kiosk's times in seconds: until it asks, and to answer, as in `3,5`.
const TIMES: &str = "PIAOJUE_KIOSK_SECONDS";

fn main() -> ExitCode {
    run(Automation::Allowed(kiosk_times()))
}

fn kiosk_times() -> KioskTimes {
    let given = std::env::var(TIMES).ok();
    let parsed = given.as_deref().and_then(|times| times.split_once(','));
    let times = parsed.and_then(|(idle, warning)| Some((idle.parse().ok()?, warning.parse().ok()?)));
    times.map_or_else(KioskTimes::default, |(idle, warning)| KioskTimes { idle, warning })
}
