//! Paper ballots as tellers read them: each batch twice, independently, and compared.
//!
//! A batch is in memory only until it is sealed: nothing of what paper says may be on the disk before the poll is closed. If the
//! program stops in between, the batch is read again from the paper.

use crate::{PaperBallotError, Profile};
use messages::Coded as _;
use procedure::{
    ballot::{BallotForm, Marks, MarksError},
    rules::Rules,
};
use std::collections::BTreeMap;

/// The most ballots of a batch: a pile that two people can lay out again when their readings differ.
pub const LARGEST_BATCH: usize = 100;

/// One paper ballot as somebody reads it.
#[derive(Clone, PartialEq, Eq)]
pub enum Sheet {
    /// These marks; whether they keep the selection rule is decided by the rules, not by who reads.
    Marked(Marks),
    /// The ballot as a whole counts for nothing.
    Void(Defect),
}

/// Why a paper ballot as a whole counts for nothing, other than for its marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Defect {
    /// It can't be told what the voter meant as a whole.
    Unclear,
    /// It isn't one of the ballots handed out in this round.
    NotIssued,
}

impl Defect {
    /// The reason as it is stored and worded.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Unclear => "paper.unclear",
            Self::NotIssued => "paper.not-issued",
        }
    }
}

/// A batch as one person reads it, in the order of the pile.
#[derive(Clone, PartialEq, Eq)]
pub struct Reading {
    /// Who reads.
    pub reader: String,
    /// The ballots.
    pub sheets: Vec<Sheet>,
}

/// A ballot on which two readings differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Its place in the pile, from 0.
    pub place: usize,
    /// The candidates' places on whose marks the readings differ; empty where one of them finds the ballot void.
    pub candidates: Vec<usize>,
}

/// Two readings of one batch.
pub struct Readings {
    /// How many marks a ballot has.
    candidates: usize,
    first: Reading,
    second: Reading,
}

/// A batch on which both readings agree, or what differed was decided on the paper.
pub struct Batch {
    /// The ballots, as they count.
    pub sheets: Vec<Sheet>,
    /// Who read it.
    pub readers: [String; 2],
    /// How many ballots the readings differed on.
    pub differed: u32,
}

impl Readings {
    /// Two readings by two persons of the session, of as many ballots.
    pub fn new(
        profile: &Profile,
        form: &BallotForm,
        first: Reading,
        second: Reading,
    ) -> Result<Self, PaperBallotError> {
        for reading in [&first, &second] {
            check_reader(profile, &reading.reader)?;
            check_sheets(form.candidates, &reading.sheets)?;
        }
        if first.reader == second.reader {
            return Err(PaperBallotError::ReadTwice { name: first.reader });
        }
        if first.sheets.len() != second.sheets.len() {
            return Err(PaperBallotError::DifferentCounts {
                first: first.sheets.len(),
                second: second.sheets.len(),
            });
        }
        Ok(Self { candidates: form.candidates, first, second })
    }

    /// Every ballot on which they differ, all at once.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        let pairs = self.first.sheets.iter().zip(&self.second.sheets).enumerate();
        pairs.filter_map(|(place, (first, second))| difference(place, first, second)).collect()
    }

    /// The batch, with what was decided on the paper for the places that differ. What both read alike is kept.
    pub fn resolve(mut self, mut decided: BTreeMap<usize, Sheet>) -> Result<Batch, PaperBallotError> {
        let differences = self.differences();
        for Difference { place, .. } in &differences {
            let sheet = decided.remove(place).ok_or(PaperBallotError::NotResolved { ballot: place + 1 })?;
            if has_wrong_marks(self.candidates, &sheet) {
                return Err(PaperBallotError::WrongMarks { ballot: place + 1 });
            }
            self.first.sheets[*place] = sheet;
        }
        Ok(Batch {
            sheets: self.first.sheets,
            readers: [self.first.reader, self.second.reader],
            differed: procedure::count::counted(differences.len()),
        })
    }
}

/// Who may read paper ballots: the tellers and the scrutineers of the session.
#[must_use]
pub fn readers(profile: &Profile) -> Vec<&str> {
    let mut readers: Vec<&str> = profile.text().tellers.iter().map(String::as_str).collect();
    readers.extend(profile.card_holders());
    readers
}

/// Refuses who may not read paper ballots.
pub fn check_reader(profile: &Profile, name: &str) -> Result<(), PaperBallotError> {
    if readers(profile).contains(&name) {
        return Ok(());
    }
    Err(PaperBallotError::NotAReader { name: name.to_owned() })
}

fn check_sheets(candidates: usize, sheets: &[Sheet]) -> Result<(), PaperBallotError> {
    if sheets.is_empty() || sheets.len() > LARGEST_BATCH {
        return Err(PaperBallotError::BatchSize { ballots: sheets.len(), most: LARGEST_BATCH });
    }
    match sheets.iter().position(|sheet| has_wrong_marks(candidates, sheet)) {
        Some(place) => Err(PaperBallotError::WrongMarks { ballot: place + 1 }),
        None => Ok(()),
    }
}

fn has_wrong_marks(candidates: usize, sheet: &Sheet) -> bool {
    matches!(sheet, Sheet::Marked(marks) if marks.0.len() != candidates)
}

fn difference(place: usize, first: &Sheet, second: &Sheet) -> Option<Difference> {
    if first == second {
        return None;
    }
    let candidates = match (first, second) {
        (Sheet::Marked(first), Sheet::Marked(second)) => {
            let pairs = first.0.iter().zip(&second.0).enumerate();
            pairs.filter(|(_, (first, second))| first != second).map(|(place, _)| place).collect()
        }
        (Sheet::Void(_), Sheet::Marked(_) | Sheet::Void(_)) | (Sheet::Marked(_), Sheet::Void(_)) => {
            Vec::new()
        }
    };
    Some(Difference { place, candidates })
}

/// What counts of a paper ballot: its marks, or the reason for which it is void, as it is stored and worded.
pub fn counted(rules: &Rules, form: &BallotForm, sheet: &Sheet) -> Result<Marks, &'static str> {
    match sheet {
        Sheet::Void(defect) => Err(defect.reason()),
        Sheet::Marked(marks) => rules.paper_marks(form, marks).map_err(|problem: MarksError| problem.code()),
    }
}
