//! What the announcement says, and how it and the resolution list the adopted projects.

use super::Announcement;
use crate::Body;
use procedure::count::Seats;

/// What is said, with the facts of each sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sentence<'a> {
    Opening {
        session: &'a str,
        voters: Body,
        rounds: u32,
        year: i32,
        adopted: usize,
    },
    /// Above a category's projects.
    Category {
        name: &'a str,
        adopted: usize,
    },
    /// A project, numbered from 1.
    Project {
        number: usize,
        name: &'a str,
    },
    SeatsLeftEmpty {
        seats: Seats,
        adopted: usize,
        empty: usize,
    },
    /// More are adopted than there are seats, since all tied at the cut are.
    MoreThanSeats {
        seats: Seats,
        adopted: usize,
    },
    Closing,
}

pub(super) fn opening<'a>(document: &Announcement, session: &'a str) -> Sentence<'a> {
    let heading = &document.heading;
    let (voters, year) = (heading.body, heading.year);
    Sentence::Opening { session, voters, rounds: document.rounds, year, adopted: document.adopted.len() }
}

/// What is said where fewer or more are adopted than there are seats.
pub(super) fn other_number(seats: Seats, adopted: usize) -> Option<Sentence<'static>> {
    let number = usize::try_from(seats.0).ok()?;
    match number.checked_sub(adopted) {
        Some(0) => None,
        Some(empty) => Some(Sentence::SeatsLeftEmpty { seats, adopted, empty }),
        None => Some(Sentence::MoreThanSeats { seats, adopted }),
    }
}
