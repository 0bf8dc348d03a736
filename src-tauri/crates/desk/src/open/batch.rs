//! A batch of paper ballots at work. It is in memory here until it is sealed, never on the disk: an unsealed reading on the
//! disk would be an interim result. Locking keeps it; closing the session or ending the program forgets it.

use procedure::count::counted;
use session_model::paper_ballot::{Reading, Sheet};
use std::collections::BTreeMap;
use wire::{DeskError, Problem};

/// A batch at work.
pub(crate) enum Batch {
    /// The first reading is under way.
    First(ReadingAtWork),
    /// The first reading is finished.
    Between(Reading),
    /// The second reading is under way.
    Second(Reading, ReadingAtWork),
    /// Both are there; what was decided on the paper, by place.
    Compared { readings: Box<[Reading; 2]>, decided: BTreeMap<usize, Sheet> },
}

/// A reading under way.
pub(crate) struct ReadingAtWork {
    pub reader: String,
    pub sheets: Vec<Option<Sheet>>,
}

impl ReadingAtWork {
    pub fn new(reader: String, ballots: usize) -> Self {
        Self { reader, sheets: vec![None; ballots] }
    }

    /// Returns the reading; fails if a ballot of the pile wasn't entered.
    pub fn finished(&self) -> Result<Reading, Problem> {
        let missing = self.sheets.iter().position(Option::is_none);
        if let Some(place) = missing {
            return Err(DeskError::SheetMissing { ballot: counted(place + 1) }.into());
        }
        Ok(Reading { reader: self.reader.clone(), sheets: self.sheets.iter().flatten().cloned().collect() })
    }
}
