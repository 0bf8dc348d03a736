//! Who may sign in, and the hashes of their PINs.

use super::file::Store;
use crate::errors::StoreError;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use session_model::{KnownPerson, Role};

/// Sets a person's PIN, in place of the one before.
pub fn put(transaction: &Transaction<'_>, role: Role, name: &str, hash: &str) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO person_pin (role, name, pin) VALUES (?, ?, ?)
         ON CONFLICT (role, name) DO UPDATE SET pin = excluded.pin",
        params![role.text(), name, hash],
    )?;
    Ok(())
}

/// Takes back the PINs of scrutineers who are no longer named.
pub fn keep_scrutineers(transaction: &Transaction<'_>, named: &[&str]) -> Result<(), StoreError> {
    for name in names(transaction, Role::Scrutineer)? {
        if !named.contains(&name.as_str()) {
            transaction.execute("DELETE FROM person_pin WHERE role = 'scrutineer' AND name = ?", [name])?;
        }
    }
    Ok(())
}

/// The hash of a person's PIN, if the person has one.
pub fn hash(connection: &Connection, role: Role, name: &str) -> Result<Option<String>, StoreError> {
    let select = "SELECT pin FROM person_pin WHERE role = ? AND name = ?";
    Ok(connection.query_row(select, params![role.text(), name], |row| row.get(0)).optional()?)
}

/// Everybody who has a PIN, with its hash.
pub fn all(connection: &Connection) -> Result<Vec<KnownPerson>, StoreError> {
    let mut people = Vec::new();
    for role in [Role::Operator, Role::Scrutineer] {
        for name in names(connection, role)? {
            if let Some(pin) = hash(connection, role, &name)? {
                people.push(KnownPerson { role, name, pin });
            }
        }
    }
    Ok(people)
}

/// Who has a PIN in a role, sorted by name.
pub fn names(connection: &Connection, role: Role) -> Result<Vec<String>, StoreError> {
    let mut select = connection.prepare("SELECT name FROM person_pin WHERE role = ? ORDER BY name")?;
    let names = select.query_map([role.text()], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

impl Store {
    /// Who has a PIN in a role, sorted by name.
    pub fn people(&self, role: Role) -> Result<Vec<String>, StoreError> {
        names(self.read(), role)
    }

    /// Everybody who has a PIN, with its hash.
    pub fn known_people(&self) -> Result<Vec<KnownPerson>, StoreError> {
        all(self.read())
    }
}
