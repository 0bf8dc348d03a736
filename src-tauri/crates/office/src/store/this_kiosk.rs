//! On a remote kiosk: which one it is.

use super::{file::Store, kiosks::zone};
use crate::errors::StoreError;
use ballot_box::SlipTag;
use procedure::number::KioskNumber;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use session_model::ThisKiosk;

/// Which remote kiosk this is; none at a station.
pub fn find(connection: &Connection) -> Result<Option<ThisKiosk>, StoreError> {
    let select = "SELECT number, name, zone, station, provision, tray, statement FROM this_kiosk";
    Ok(connection
        .prepare_cached(select)?
        .query_row([], |row| {
            Ok(ThisKiosk {
                number: KioskNumber(row.get(0)?),
                name: row.get(1)?,
                zone: zone(row, 2)?,
                station: row.get(3)?,
                provision: row.get(4)?,
                tray: row.get(5)?,
                statement: row.get(6)?,
            })
        })
        .optional()?)
}

/// Writes which remote kiosk this is, and which slips were used elsewhere before.
pub fn put(
    transaction: &Transaction<'_>,
    this: &ThisKiosk,
    spent_before: &[SlipTag],
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO this_kiosk (only_row, number, name, zone, station, provision) VALUES (1, ?, ?, ?, ?, ?)",
        params![this.number.0, this.name, this.zone.number(), this.station, this.provision],
    )?;
    let mut insert = transaction.prepare("INSERT INTO spent_before (tag) VALUES (?)")?;
    for tag in spent_before {
        insert.execute([tag.0])?;
    }
    Ok(())
}

/// Writes what two persons counted in this kiosk's tray when they closed it, and stated.
pub fn close(transaction: &Transaction<'_>, tray: u32, statement: Option<&str>) -> Result<(), StoreError> {
    transaction.execute("UPDATE this_kiosk SET tray = ?, statement = ?", params![tray, statement])?;
    Ok(())
}

/// On a remote kiosk: whether a slip was used elsewhere before it was provisioned.
pub fn was_spent_before(connection: &Connection, tag: &SlipTag) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached("SELECT 1 FROM spent_before WHERE tag = ?")?.exists([tag.0])?)
}

impl Store {
    /// Which remote kiosk this file is of; none where it is a station's.
    pub fn this_kiosk(&self) -> Result<Option<ThisKiosk>, StoreError> {
        find(self.read())
    }
}
