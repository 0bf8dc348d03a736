//! Connections to a file, with the settings that secrecy and durability rest on.

use crate::{error::FileError, schema};
use rusqlite::{Connection, OpenFlags, config::DbConfig, types::Value};
use std::{path::Path, time::Duration};

/// Connects to an existing file, and takes it for this process alone.
pub fn connect(path: &Path) -> Result<Connection, FileError> {
    let located = |error: rusqlite::Error| FileError::sqlite(path, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(located)?;
    connection.busy_timeout(Duration::ZERO).map_err(located)?;
    connection
        .execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE;
             PRAGMA page_size = 4096;
             PRAGMA auto_vacuum = NONE;
             PRAGMA temp_store = MEMORY;
             PRAGMA mmap_size = 0;
             PRAGMA trusted_schema = OFF;
             PRAGMA foreign_keys = ON;
             PRAGMA secure_delete = ON;
             PRAGMA journal_mode = PERSIST;
             PRAGMA synchronous = EXTRA;
             BEGIN EXCLUSIVE;
             COMMIT;",
        )
        .map_err(located)?;
    check_settings(&connection).map_err(located)?;
    Ok(connection)
}

/// Connects to a file that is not in use, to read it.
pub fn read_only(path: &Path) -> Result<Connection, FileError> {
    let located = |error: rusqlite::Error| FileError::sqlite(path, error);
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(located)?;
    connection.busy_timeout(Duration::ZERO).map_err(located)?;
    Ok(connection)
}

/// Reads the settings back that secrecy and durability rest on, and lets nothing in the file run by itself.
fn check_settings(connection: &Connection) -> rusqlite::Result<()> {
    for (setting, wanted) in [
        ("locking_mode", "exclusive"),
        ("journal_mode", "persist"),
        ("synchronous", "3"),
        ("secure_delete", "1"),
        ("foreign_keys", "1"),
    ] {
        let found: Value = connection.pragma_query_value(None, setting, |row| row.get(0))?;
        let found = match found {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
            Value::Null | Value::Real(_) | Value::Blob(_) => String::new(),
        };
        if found != wanted {
            return Err(rusqlite::Error::InvalidParameterName(format!("{setting} = {found}")));
        }
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

/// Has the database check the whole file, and checks that it has the tables of these migrations and no others.
pub fn check_integrity(connection: &Connection, migrations: &[&str], path: &Path) -> Result<(), FileError> {
    let damaged = |detail: String| FileError::Damaged { path: path.display().to_string(), detail };
    let found: String = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(|error| damaged(error.to_string()))?;
    if found != "ok" {
        return Err(damaged(found));
    }
    let dangling: bool = connection
        .prepare("PRAGMA foreign_key_check")
        .and_then(|mut statement| statement.exists([]))
        .map_err(|error| damaged(error.to_string()))?;
    if dangling {
        return Err(damaged("foreign key".to_owned()));
    }
    schema::check(connection, migrations).map_err(|error| damaged(error.to_string()))
}
