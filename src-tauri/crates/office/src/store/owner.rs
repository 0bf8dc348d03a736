//! What makes a signed file a session's.

use super::{file::Session, rounds, sections::Section, session};
use crate::{
    errors::{ContentError, StoreError},
    log::Event,
};
use procedure::round::Round;
use rusqlite::Connection;
use signed_file::{FileError, Owner};

impl Owner for Session {
    /// "PJUE"
    const APPLICATION_ID: u32 = 0x504A_5545;
    const MIGRATIONS: &'static [&'static str] = &[
        include_str!("schema/1-session.sql"),
        include_str!("schema/2-people.sql"),
        include_str!("schema/3-kiosks.sql"),
        include_str!("schema/4-attendance.sql"),
        include_str!("schema/5-tokens.sql"),
    ];
    type Event = Event;
    type Section = Section;
    type Error = StoreError;

    fn station(connection: &Connection) -> Result<Option<Vec<u8>>, FileError> {
        session::station(connection)
    }

    fn check_may_be_copied(connection: &Connection) -> Result<(), StoreError> {
        match rounds::latest(connection)? {
            Some(Round::Polling(_) | Round::Suspended(_)) => Err(ContentError::PollOpen.into()),
            Some(
                Round::Draft(_)
                | Round::Adopted(_)
                | Round::Sealed(_)
                | Round::CheckIn(_)
                | Round::Closed(_)
                | Round::Counted(_)
                | Round::Confirmed(_)
                | Round::Announced(_)
                | Round::Void(_),
            )
            | None => Ok(()),
        }
    }
}
