//! A diary: its pages are numbered by year, and nobody copies it while a page is being written.

use chrono::{DateTime, FixedOffset};
use messages::{coded_errors, one_of_coded_errors};
use rusqlite::{Connection, OptionalExtension as _};
use serde::{Deserialize, Serialize};
use signed_file::{FileError, Operator, Owner, SignedFile, Station, sections};
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Event {
    Begun,
    Written { year: u32 },
}

sections! {
    /// The sections of a diary.
    pub enum Section numbered by "SELECT DISTINCT year FROM page" as u32 {
        /// Who writes.
        Writer = "writer", [1 => "SELECT * FROM writer"],
        /// The pages of a year; since version 2 with its motto.
        Pages(year) = "pages", [
            1 => "SELECT * FROM page WHERE year = ?1 ORDER BY day",
            2 => "SELECT 0, 0, text FROM motto WHERE year = ?1
                  UNION ALL SELECT * FROM (SELECT * FROM page WHERE year = ?1 ORDER BY day)",
        ],
    }
}

coded_errors! {
    /// Why a diary is not copied.
    pub enum PenError {
        /// A page is being written.
        PenDown = "diary.pen-down",
    }
}

one_of_coded_errors! {
    /// What goes wrong with a diary.
    pub enum DiaryError {
        /// Its file.
        File(FileError),
        /// Its pen.
        Pen(PenError),
    }
}

pub struct Diary;

impl Owner for Diary {
    const APPLICATION_ID: u32 = 0x4449_4152;
    const MIGRATIONS: &'static [&'static str] = &[
        "CREATE TABLE audit (number INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash BLOB NOT NULL, signature BLOB NOT NULL) STRICT;
         CREATE TABLE audit_head (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, hash BLOB NOT NULL, mac BLOB NOT NULL) STRICT;
         CREATE TABLE writer (name TEXT NOT NULL, station BLOB NOT NULL, writing INTEGER NOT NULL) STRICT;
         CREATE TABLE page (year INTEGER NOT NULL, day INTEGER NOT NULL, text TEXT NOT NULL) STRICT;",
        "CREATE TABLE motto (year INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;",
    ];
    type Event = Event;
    type Section = Section;
    type Error = DiaryError;

    fn station(connection: &Connection) -> Result<Option<Vec<u8>>, FileError> {
        Ok(connection.query_row("SELECT station FROM writer", [], |row| row.get(0)).optional()?)
    }

    fn check_may_be_copied(connection: &Connection) -> Result<(), DiaryError> {
        let writing: Option<bool> = connection
            .query_row("SELECT writing FROM writer", [], |row| row.get(0))
            .optional()
            .map_err(FileError::from)?;
        if writing == Some(true) { Err(PenError::PenDown.into()) } else { Ok(()) }
    }
}

pub fn station() -> Station {
    Station::from_secret(&[7; 32])
}

pub fn writer() -> Operator {
    Operator("甲".to_owned())
}

pub fn now() -> DateTime<FixedOffset> {
    "2026-01-20T09:00:00+08:00".parse().unwrap()
}

/// A diary with one page of 2026, and where it is.
pub fn diary(folder: &Path) -> (SignedFile<Diary>, PathBuf) {
    let path = folder.join("diary.db");
    let mut diary = SignedFile::<Diary>::create(&path, station()).unwrap();
    let begun = diary.act(now(), &writer(), Event::Begun, &[Section::Writer], |transaction, station| {
        transaction.execute("INSERT INTO writer VALUES ('甲', ?, 0)", [station.public_key()])?;
        Ok::<_, FileError>(())
    });
    begun.unwrap();
    write(&mut diary, 2026, 1);
    (diary, path)
}

pub fn write(diary: &mut SignedFile<Diary>, year: u32, day: u32) {
    let event = Event::Written { year };
    let written = diary.act(now(), &writer(), event, &[Section::Pages(year)], |transaction, _| {
        transaction.execute("INSERT INTO page VALUES (?, ?, '晴')", [year, day])?;
        Ok::<_, FileError>(())
    });
    written.unwrap();
}

pub fn reopened(path: &Path) -> Result<SignedFile<Diary>, DiaryError> {
    SignedFile::open(path, station())
}

/// Runs SQL on a diary that nobody has open, as somebody who wants to alter it would.
pub fn alter(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}
