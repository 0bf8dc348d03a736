//! What the rules made of a count besides the figures: further rounds, lots, the cut, and seats that stay empty.

use super::result::asks_majority;
use documents::{Cut, CutBy, Note};
use procedure::{
    count::Seats,
    outcome::{Call, Decision, Ranked},
    round::Counted,
    rules::{Rules, TieRule},
    slate::Slate,
};

/// What a count calls for and how it was decided, in the order in which the report says it.
pub(super) fn decision_notes(counted: &Counted) -> Vec<Note> {
    let decision = &counted.decision;
    let mut notes: Vec<Note> = decision.further_rounds.iter().map(further_round).collect();
    notes.extend(decision.lots.iter().map(|call| lots_note(call, counted)));
    for part in parts(counted) {
        notes.extend(part.cut(counted).map(Note::Cut));
        notes.extend(part.empty_note(counted));
    }
    notes
}

/// How the rules decided where more candidates passed than there are seats.
pub(super) fn cuts(counted: &Counted) -> Vec<Cut> {
    parts(counted).iter().filter_map(|part| part.cut(counted)).collect()
}

fn further_round(call: &Call) -> Note {
    Note::FurtherRound { reason: call.why, candidates: call.candidates.clone(), seats: call.seats }
}

/// Lots that were drawn, or are to be.
fn lots_note(call: &Call, counted: &Counted) -> Note {
    let candidates = call.candidates.clone();
    if counted.drawn.is_empty() {
        return Note::LotsOpen { candidates, seats: call.seats };
    }
    let adopted = call.candidates.iter().filter(|id| counted.drawn.contains(id)).cloned().collect();
    Note::LotsDrawn { candidates, adopted }
}

/// A part of the list that is decided by itself: the whole, or a category.
struct Part {
    category: Option<String>,
    seats: u32,
    members: Vec<String>,
}

fn parts(counted: &Counted) -> Vec<Part> {
    let contest = counted.contest();
    // A counted round's list fits its rules.
    let Ok(slate) = Slate::of(&contest.rules, &contest.list) else { return Vec::new() };
    let id = |place: &usize| slate.contenders()[*place].id.clone();
    let part = |part: &procedure::slate::Part| Part {
        category: part.category.clone(),
        seats: part.seats.0,
        members: part.members.iter().map(id).collect(),
    };
    slate.parts().iter().map(part).collect()
}

impl Part {
    /// Those of the part who passed, the most approvals first.
    fn passed<'a>(&self, decision: &'a Decision) -> Vec<&'a Ranked> {
        decision.ranking.iter().filter(|ranked| ranked.passes && self.members.contains(&ranked.id)).collect()
    }

    /// Those tied at the cut, if any are.
    fn tied_at_the_cut(&self, decision: &Decision) -> Option<Vec<String>> {
        let passed = self.passed(decision);
        let seats = self.seats as usize;
        let (last, next) = (passed.get(seats.checked_sub(1)?)?, passed.get(seats)?);
        let tied = passed.iter().filter(|ranked| ranked.approve == last.approve);
        (last.approve == next.approve).then(|| tied.map(|ranked| ranked.id.clone()).collect())
    }

    /// How many of the part are among these.
    fn count(&self, ids: &[String]) -> u32 {
        u32::try_from(ids.iter().filter(|id| self.members.contains(id)).count()).unwrap_or(u32::MAX)
    }

    fn category(&self) -> String {
        self.category.clone().unwrap_or_default()
    }

    /// How the rules decided, where more of the part passed than it has seats and nothing else is called for.
    fn cut(&self, counted: &Counted) -> Option<Cut> {
        let (decision, rules) = (&counted.decision, &counted.contest().rules);
        let by = match self.tied_at_the_cut(decision) {
            Some(tied) => self.tied(tied, decision, rules)?,
            None if asks_majority(counted) && self.has_passed_below(decision) => CutBy::Approvals,
            None => return None,
        };
        Some(Cut { category: self.category(), seats: Seats(self.seats), by })
    }

    /// Where the rules adopt all or none of those tied at the cut, the report says who they were.
    fn tied(&self, candidates: Vec<String>, decision: &Decision, rules: &Rules) -> Option<CutBy> {
        match rules.tie {
            TieRule::All => Some(CutBy::AllTied { candidates, adopted: self.count(&decision.adopted) }),
            TieRule::None => Some(CutBy::NoneTied { candidates }),
            TieRule::FurtherRound | TieRule::Lot => None,
        }
    }

    /// Whether one that passed is not adopted.
    fn has_passed_below(&self, decision: &Decision) -> bool {
        self.passed(decision).iter().any(|ranked| decision.not_adopted.contains(&ranked.id))
    }

    /// Seats that nobody fills and no further round or lot is called for.
    fn empty_note(&self, counted: &Counted) -> Option<Note> {
        let decision = &counted.decision;
        let filled = self.count(&decision.adopted) + self.count(&counted.drawn);
        let open_lots = if counted.drawn.is_empty() { &decision.lots[..] } else { &[] };
        let of_part = |call: &&Call| call.category == self.category;
        let called: u32 =
            decision.further_rounds.iter().chain(open_lots).filter(of_part).map(|call| call.seats.0).sum();
        let empty = self.seats.saturating_sub(filled.saturating_add(called));
        (empty > 0).then(|| Note::SeatsLeftEmpty { category: self.category(), seats: Seats(empty) })
    }
}
