//! No core dumps: one would hold the marks of a voter, slips and key cards.

/// Keeps the system from writing this process' memory to a file when it crashes, and other programs of the same account from
/// reading it. What it starts writes no dump either.
///
/// On Windows crash dumps are the system's to switch off; docs/kiosk.md says how.
#[cfg(target_os = "linux")]
pub fn forbid() -> std::io::Result<()> {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    // The limit is what the processes of the web view inherit; where the system hands dumps to a program it may not heed it.
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    Ok(set_dumpable_behavior(DumpableBehavior::NotDumpable)?)
}

/// Elsewhere there is nothing that the program could do.
#[cfg(not(target_os = "linux"))]
pub fn forbid() -> std::io::Result<()> {
    Ok(())
}
