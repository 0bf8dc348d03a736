//! The process' memory goes into no file. A program of its own: it changes what the process may do.

#![cfg(target_os = "linux")]
use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};
use std::process::Command;

#[test]
fn a_crash_leaves_no_memory_in_a_file() {
    // What the system allows at first: otherwise there would be nothing to switch off.
    assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::Dumpable);
    piaojue_desktop::core_dumps::forbid().unwrap();
    assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    let limit = getrlimit(Resource::Core);
    assert_eq!((limit.current, limit.maximum), (Some(0), Some(0)));
    let child = Command::new("sh").args(["-c", "ulimit -H -c"]).output().unwrap();
    assert_eq!(child.stdout, b"0\n");
}
