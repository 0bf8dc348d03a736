//! Import of lists, through the functions that the application calls. Names in these tests are invented.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail the test")]

#[path = "lists/files.rs"]
mod files;
#[path = "lists/forms.rs"]
mod forms;
#[path = "lists/hostile.rs"]
mod hostile;
#[path = "lists/lists.rs"]
mod lists;
#[path = "lists/wrong_cells.rs"]
mod wrong_cells;
