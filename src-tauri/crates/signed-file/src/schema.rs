//! The tables that a file must have, and no others.

use crate::error::FileError;
use rusqlite::Connection;

/// One thing that a schema names: kind, name, table, text.
type Item = (String, String, String, Option<String>);

/// Checks that the file has just the tables of its version. With a trigger, a table or a column of their own, someone
/// could have the program itself write down what the file must not hold.
pub fn check(connection: &Connection, migrations: &[&str]) -> Result<(), FileError> {
    let version = usize::try_from(version(connection)?).unwrap_or_default();
    let ours = Connection::open_in_memory()?;
    for sql in migrations.iter().take(version) {
        ours.execute_batch(sql)?;
    }
    if read(connection)? == read(&ours)? {
        Ok(())
    } else {
        Err(FileError::Damaged { path: String::new(), detail: "schema".to_owned() })
    }
}

/// The schema's version.
pub fn version(connection: &Connection) -> Result<i32, FileError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

fn read(connection: &Connection) -> Result<Vec<Item>, FileError> {
    let mut select =
        connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?;
    let items = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(items.collect::<Result<_, _>>()?)
}
