//! Import of lists, through the functions that the application calls. Names in these tests are invented.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail the test")]

mod disturbed;
mod files;
mod forms;
mod hostile;
mod read;
mod wrong_cells;
