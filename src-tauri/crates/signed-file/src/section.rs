//! Sections of a file and their hashes: each act logs the hashes of the sections that it changed, and opening the file compares
//! them. What the log doesn't say can't be changed unseen.

use crate::{entry::Entry, error::FileError, schema};
use rusqlite::{Connection, types::ValueRef};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt::Display};

/// The sections of an owner's file. Made by [`sections!`](crate::sections), a row a section.
pub trait Section: Copy + Display + 'static {
    /// The query for every number that a numbered section can have.
    const NUMBERS: &'static str;

    /// The section's number, where it is one of several of a kind.
    fn number(self) -> Option<u32>;

    /// The queries for the rows that the section is made of, with the version of the schema since which each holds, in order. A
    /// numbered section's number is bound to `?1`.
    fn rows(self) -> &'static [(i32, &'static str)];

    /// Every section that there can be with these numbers.
    fn all(numbers: &[u32]) -> Vec<Self>;
}

/// Declares the sections of an owner's file, and the type of their numbers: a row gives a section's variant, its name in the
/// log, and for each version of the schema that changed it the query for its rows.
///
/// What a query selects is hashed, and old files keep the hashes of their log. So a query never changes, and no column is added
/// to a table that it takes whole: the row is given another query since the new version.
///
/// ```text
/// sections! {
///     /// The sections of a diary.
///     pub enum Section numbered by "SELECT number FROM year" as u32 {
///         /// Who writes.
///         Writer = "writer", [1 => "SELECT * FROM writer"],
///         /// The pages of a year.
///         Pages(year) = "pages", [1 => "SELECT * FROM page WHERE year = ?1 ORDER BY day"],
///     }
/// }
/// ```
#[macro_export]
macro_rules! sections {
    ($(#[$meta:meta])* $vis:vis enum $name:ident numbered by $numbers:literal as $type:ty {
        $( $(#[$vmeta:meta])* $variant:ident $(($number:ident))? = $text:literal, [ $( $since:literal => $sql:literal ),+ $(,)? ] ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $vis enum $name { $( $(#[$vmeta])* $variant $(($crate::sections!(@type $number, $type)))? ),* }

        impl $crate::Section for $name {
            const NUMBERS: &'static str = $numbers;

            fn number(self) -> Option<u32> {
                match self { $( Self::$variant $(($number))? => $crate::sections!(@found $($number)?) ),* }
            }

            fn rows(self) -> &'static [(i32, &'static str)] {
                match self { $( Self::$variant $(($crate::sections!(@any $number)))? => &[ $( ($since, $sql) ),+ ] ),* }
            }

            fn all(numbers: &[u32]) -> Vec<Self> {
                let mut all = Vec::new();
                $( $crate::sections!(@add all, numbers, $type, Self::$variant $(, $number)?); )*
                all
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { $( Self::$variant $(($number))? => $crate::sections!(@write f, $text $(, $number)?) ),* }
            }
        }
    };
    (@type $number:ident, $type:ty) => { $type };
    (@any $number:ident) => { _ };
    (@found) => { None };
    (@found $number:ident) => { Some($number.into()) };
    (@write $f:ident, $text:literal) => { $f.write_str($text) };
    (@write $f:ident, $text:literal, $number:ident) => { write!($f, "{}/{}", $text, $number) };
    (@add $all:ident, $numbers:ident, $type:ty, $make:path) => { $all.push($make) };
    (@add $all:ident, $numbers:ident, $type:ty, $make:path, $number:ident) => {
        $all.extend($numbers.iter().copied().map(<$type>::from).map($make))
    };
}

/// Returns SHA-256 over the section's rows, each value with its type and length. Fails where files of this version have no such
/// section.
pub fn digest_of(connection: &Connection, section: impl Section) -> Result<String, FileError> {
    let altered = || FileError::PartAltered { part: section.to_string() };
    let sql = rows_in(section, schema::version(connection)?).ok_or_else(altered)?;
    let mut select = connection.prepare(sql)?;
    let columns = select.column_count();
    let mut rows = match section.number() {
        Some(number) => select.query([number])?,
        None => select.query([])?,
    };
    let mut hash = Sha256::new();
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            update(&mut hash, row.get_ref(column)?);
        }
    }
    Ok(format!("{:x}", hash.finalize()))
}

/// The query for a section's rows in a file of this version; none where such files don't have the section.
fn rows_in(section: impl Section, version: i32) -> Option<&'static str> {
    section.rows().iter().rev().find(|(since, _)| *since <= version).map(|(_, sql)| *sql)
}

fn update(hash: &mut Sha256, value: ValueRef<'_>) {
    let number;
    let (kind, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(integer) => {
            number = integer.to_be_bytes();
            (1, &number)
        }
        ValueRef::Real(real) => {
            number = real.to_be_bytes();
            (2, &number)
        }
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

/// The hashes of these sections, by name, for the log.
pub fn digests(
    connection: &Connection,
    sections: &[impl Section],
) -> Result<BTreeMap<String, String>, FileError> {
    sections.iter().map(|section| Ok((section.to_string(), digest_of(connection, *section)?))).collect()
}

/// Checks every section against the last that the log says of it. A section that the log never spoke of must be empty, and
/// the log must not speak of one that files of this version don't have.
pub fn check<S: Section, E>(connection: &Connection, entries: &[Entry<E>]) -> Result<(), FileError> {
    let logged: BTreeMap<&str, &str> = entries
        .iter()
        .flat_map(|entry| &entry.parts)
        .map(|(name, digest)| (name.as_str(), digest.as_str()))
        .collect();
    let sections = named::<S>(connection, logged.keys().copied())?;
    if let Some(unknown) = logged.keys().find(|name| !sections.contains_key(**name)) {
        return Err(FileError::PartAltered { part: (*unknown).to_owned() });
    }
    let empty = format!("{:x}", Sha256::digest([]));
    for (name, section) in &sections {
        let expected = logged.get(name.as_str()).copied().unwrap_or(&empty);
        if digest_of(connection, *section)? != expected {
            return Err(FileError::PartAltered { part: name.clone() });
        }
    }
    Ok(())
}

/// Every section that the file can have by its version, by name: with the numbers that are in its tables, and those that the
/// log names.
fn named<'a, S: Section>(
    connection: &Connection,
    logged: impl Iterator<Item = &'a str>,
) -> Result<BTreeMap<String, S>, FileError> {
    let version = schema::version(connection)?;
    let mut select = connection.prepare(S::NUMBERS)?;
    let mut numbers = select.query_map([], |row| row.get(0))?.collect::<Result<Vec<u32>, _>>()?;
    numbers.extend(logged.filter_map(|name| name.split_once('/')?.1.parse::<u32>().ok()));
    numbers.sort_unstable();
    numbers.dedup();
    let sections = S::all(&numbers).into_iter().filter(|section| rows_in(*section, version).is_some());
    Ok(sections.map(|section| (section.to_string(), section)).collect())
}
