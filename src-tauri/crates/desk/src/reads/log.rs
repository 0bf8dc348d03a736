//! What several places read of the log.

use crate::open::session::Open;
use office::log::Entry;
use wire::{DeskError, Problem};

/// The latest act of the log.
pub(crate) fn latest_entry(open: &Open) -> Result<Option<Entry>, Problem> {
    let log = open.office.store().log()?;
    let read = |text: &str| serde_json::from_str(text).map_err(|error| DeskError::unexpected(&error).into());
    log.last().map(|logged| read(&logged.entry)).transpose()
}
