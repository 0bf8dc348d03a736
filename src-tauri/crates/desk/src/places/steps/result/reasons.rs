//! Why a round came to its result, in sentences a person can follow number by number.

use crate::Reason;
use procedure::{
    outcome::{Call, Decision, Ranked},
    round::Counted,
    rules::TieRule,
    slate::{Part, Slate},
    turn::Why,
};

/// The reasons, in the order in which the rules decide.
pub(crate) fn reasons(counted: &Counted) -> Vec<Reason> {
    let contest = counted.contest();
    let mut reasons = vec![threshold(counted)];
    // A counted round's list fits its rules.
    let Ok(slate) = Slate::of(&contest.rules, &contest.list) else { return reasons };
    for part in slate.parts() {
        reasons.extend(Seats { counted, part, slate: &slate }.reasons());
    }
    if !counted.drawn.is_empty() {
        reasons.push(Reason::LotsDrawn { numbers: counted.drawn.join("、") });
    }
    reasons
}

fn threshold(counted: &Counted) -> Reason {
    if counted.contest().is_plurality() {
        return Reason::Plurality;
    }
    Reason::Threshold {
        votes: counted.decision.threshold.0,
        delegates: counted.account.delegates().0,
        base: counted.contest().rules.majority.of.to_string(),
    }
}

/// The seats that one part of the list is decided for.
struct Seats<'a> {
    counted: &'a Counted,
    part: &'a Part,
    slate: &'a Slate,
}

impl Seats<'_> {
    fn reasons(&self) -> Vec<Reason> {
        let passed = self.passed();
        let seats = self.part.seats.0;
        let mut reasons =
            vec![Reason::Passed { category: self.part.category_name(), passed: passed.len(), seats }];
        reasons.extend(self.at_the_cut(&passed));
        reasons.extend(self.too_few());
        reasons.extend(self.empty());
        reasons
    }

    fn decision(&self) -> &Decision {
        &self.counted.decision
    }

    fn is_member(&self, id: &String) -> bool {
        self.part.members.iter().any(|place| self.slate.contenders()[*place].id == *id)
    }

    /// Those of the part who passed, the most approvals first.
    fn passed(&self) -> Vec<&Ranked> {
        let ranking = self.decision().ranking.iter();
        ranking.filter(|ranked| ranked.passes && self.is_member(&ranked.id)).collect()
    }

    /// What happened where the seats end, if more passed than there are seats.
    fn at_the_cut(&self, passed: &[&Ranked]) -> Option<Reason> {
        let category = self.part.category_name();
        let seats = self.part.seats.0;
        let (last, next) = (passed.get((seats as usize).checked_sub(1)?)?, passed.get(seats as usize)?);
        if last.approve != next.approve {
            return Some(Reason::Cut {
                category,
                seats,
                last: last.id.clone(),
                last_votes: last.approve.0,
                next: next.id.clone(),
                next_votes: next.approve.0,
            });
        }
        let tied = passed.iter().filter(|ranked| ranked.approve == last.approve);
        let numbers = tied.map(|ranked| ranked.id.as_str()).collect::<Vec<_>>().join("、");
        let votes = last.approve.0;
        let above = passed.iter().filter(|ranked| ranked.approve > last.approve).count();
        let left = seats.saturating_sub(u32::try_from(above).unwrap_or(u32::MAX));
        Some(match self.counted.contest().rules.tie {
            TieRule::FurtherRound => Reason::TieFurtherRound { category, numbers, votes, seats: left },
            TieRule::Lot => Reason::TieLots { category, numbers, votes, seats: left },
            TieRule::All => Reason::TieAll { category, numbers, votes },
            TieRule::None => Reason::TieNone { category, numbers, votes },
        })
    }

    fn calls<'a>(&self, calls: &'a [Call]) -> impl Iterator<Item = &'a Call> {
        let category = self.part.category.clone();
        calls.iter().filter(move |call| call.category == category)
    }

    fn too_few(&self) -> Option<Reason> {
        let call = self.calls(&self.decision().further_rounds).find(|call| call.why == Why::TooFew)?;
        Some(Reason::TooFewFurtherRound { category: self.part.category_name(), seats: call.seats.0 })
    }

    /// Seats that nobody fills, and that no further round or lot is called for.
    fn empty(&self) -> Option<Reason> {
        let adopted = self.decision().adopted.iter().chain(&self.counted.drawn);
        let filled = adopted.filter(|id| self.is_member(id)).count();
        let open_lots = if self.counted.drawn.is_empty() { &self.decision().lots[..] } else { &[] };
        let called: u32 = self
            .calls(&self.decision().further_rounds)
            .chain(self.calls(open_lots))
            .map(|call| call.seats.0)
            .sum();
        let filled = u32::try_from(filled).unwrap_or(u32::MAX);
        let empty = self.part.seats.0.saturating_sub(filled.saturating_add(called));
        (empty > 0).then(|| Reason::SeatsEmpty { category: self.part.category_name(), seats: empty })
    }
}
