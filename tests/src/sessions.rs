//! A dozen sessions whose documents are looked at: each driven through the office's acts, with a clock that stands still and
//! randomness of a seed, so that their documents come out the same twice.

mod cases;
mod hall;
mod people;
mod projects;

pub use hall::Hall;

use documents::{Fonts, fonts_dir};
use std::sync::OnceLock;

/// The shipped fonts, loaded once.
#[must_use]
pub fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| Fonts::load(&fonts_dir().expect("a folder")).expect("fonts"))
}

/// A session, held as far as its documents are wanted.
#[derive(Clone, Copy)]
pub struct Case {
    /// The name of its folder of expected documents.
    pub name: &'static str,
    hold: fn() -> Hall,
}

impl Case {
    /// Holds the session.
    #[must_use]
    pub fn hold(self) -> Hall {
        (self.hold)()
    }
}

/// A county's congress: ten projects of twelve, adopted in one round, with everything worded that a session may word.
pub const COUNTY: Case = Case { name: "county", hold: cases::county };
/// A city's congress of 300, whose quorum is missed by one; its second round is not adopted yet.
pub const NO_QUORUM: Case = Case { name: "no-quorum", hold: cases::no_quorum };
/// A township with three categories: one tied, one short, each with a further round.
pub const CATEGORIES: Case = Case { name: "categories", hold: cases::categories };
/// A street's assembly, exactly so many approvals and no oppositions, with a tie drawn by lot.
pub const STREET: Case = Case { name: "street", hold: cases::street };
/// A standing committee with a further round for the seats left empty.
pub const COMMITTEE: Case = Case { name: "committee", hold: cases::committee };
/// Training, counted and not signed, with lots still to be drawn.
pub const TRAINING: Case = Case { name: "training", hold: cases::training };
/// More ballots than were handed out; voted again, and all that were tied adopted.
pub const TOO_MANY: Case = Case { name: "too-many", hold: cases::too_many };
/// A round ended by a decision, voted again.
pub const DECISION: Case = Case { name: "decision", hold: cases::decision };
/// Sixty candidates, the longest titles and names.
pub const SIXTY: Case = Case { name: "sixty", hold: cases::sixty };
/// As many candidates as seats, one of them not adopted; signed and not announced.
pub const EQUAL: Case = Case { name: "equal", hold: cases::equal };
/// Rare characters everywhere, no majority asked, none of the tied adopted.
pub const RARE: Case = Case { name: "rare", hold: cases::rare };
/// A session in English whose further round is suspended.
pub const ENGLISH: Case = Case { name: "english", hold: cases::english };
