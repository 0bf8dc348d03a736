//! Import of lists, through the functions that the application calls. Names in these tests are invented.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail the test")]

#[path = "exchange/files.rs"]
mod files;
#[path = "exchange/forms.rs"]
mod forms;
#[path = "exchange/hostile.rs"]
mod hostile;
#[path = "exchange/lists.rs"]
mod lists;
#[path = "exchange/wrong_cells.rs"]
mod wrong_cells;
