//! What the rules made of a count besides the figures, as documents say it: further rounds, lots, the cut, and seats that
//! stay empty. Nothing is decided here: each part of the list says what it came to.

use documents::{Cut, CutBy, Lots, Note};
use procedure::{
    count::counted as how_many,
    outcome::{Call, Decision, Filling, PartDecision, Tie, TieSettled},
    round::Counted,
};

/// What a count calls for and how it was decided, in the order in which the report says it.
pub(super) fn decision_notes(counted: &Counted) -> Vec<Note> {
    let decision = &counted.decision;
    let mut notes: Vec<Note> = decision.further_rounds.iter().map(further_round).collect();
    notes.extend(decision.ties().filter_map(lots_note));
    for part in &decision.parts {
        notes.extend(cut(part, counted).map(Note::Cut));
        let empty = part.left_empty();
        notes.extend(empty.map(|(seats, _)| Note::SeatsLeftEmpty { category: part.category_name(), seats }));
    }
    notes
}

/// How the rules decided where more candidates passed than there are seats.
pub(super) fn cuts(counted: &Counted) -> Vec<Cut> {
    counted.decision.parts.iter().filter_map(|part| cut(part, counted)).collect()
}

/// The lots that decide, with those they adopted once they are drawn.
pub(super) fn lots(decision: &Decision) -> Vec<Lots> {
    let of_lots = decision.ties().filter_map(|tie| match &tie.settled {
        TieSettled::Lots { drawn } => {
            Some(Lots { candidates: tie.tied.clone(), adopted: drawn.clone().unwrap_or_default() })
        }
        TieSettled::FurtherRound | TieSettled::AllAdopted | TieSettled::NoneAdopted => None,
    });
    of_lots.collect()
}

fn further_round(call: &Call) -> Note {
    Note::FurtherRound { reason: call.why, candidates: call.numbers.clone(), seats: call.seats }
}

/// Lots that were drawn, or are to be.
fn lots_note(tie: &Tie) -> Option<Note> {
    let candidates = tie.tied.clone();
    match &tie.settled {
        TieSettled::Lots { drawn: None } => Some(Note::LotsOpen { candidates, seats: tie.seats }),
        TieSettled::Lots { drawn: Some(adopted) } => {
            Some(Note::LotsDrawn { candidates, adopted: adopted.clone() })
        }
        TieSettled::FurtherRound | TieSettled::AllAdopted | TieSettled::NoneAdopted => None,
    }
}

/// How the rules decided, where more of the part passed than it has seats and nothing else is called for.
fn cut(part: &PartDecision, counted: &Counted) -> Option<Cut> {
    let by = match &part.filling {
        Filling::Cut { .. } if counted.contest().asks_majority() => CutBy::Approvals,
        Filling::Tied(tie) => cut_by_tie_rule(part, tie)?,
        // Where no majority is asked, the report says already that the most approvals are adopted.
        Filling::Cut { .. }
        | Filling::Clear
        | Filling::CalledForTooFew { .. }
        | Filling::LeftEmpty { .. } => return None,
    };
    Some(Cut { category: part.category_name(), seats: part.seats, by })
}

/// Where the rules adopt all or none of those tied at the cut, the report says who they were. A further round and lots
/// have notes of their own.
fn cut_by_tie_rule(part: &PartDecision, tie: &Tie) -> Option<CutBy> {
    let candidates = tie.tied.clone();
    match tie.settled {
        TieSettled::AllAdopted => {
            Some(CutBy::AllTied { candidates, adopted: how_many(part.adopted().len()) })
        }
        TieSettled::NoneAdopted => Some(CutBy::NoneTied { candidates }),
        TieSettled::FurtherRound | TieSettled::Lots { .. } => None,
    }
}
