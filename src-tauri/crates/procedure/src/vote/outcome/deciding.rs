//! How a valid round is decided, step by step:
//!
//! 1. Each part of the list is decided by itself. Its candidates are ranked by their approvals, equal ones as listed.
//! 2. Those whose approvals reach the threshold pass.
//! 3. Where the seats end is the cut. If no more pass than there are seats, all who pass are adopted, and the rule for
//!    too few says what becomes of seats that are left.
//! 4. If more pass, the last who finds a seat is compared with the first who finds none. If the last has more
//!    approvals, the seats are filled.
//! 5. If both have equal approvals, everybody with this number is tied at the cut. Those above are adopted, and the
//!    tie rule decides the seats left.
//! 6. What the parts came to is gathered into the lists of the whole outcome.

use super::{
    decision::{Call, Decision, Ranked},
    part::{AtCut, Filling, PartDecision, Tie, TieSettled, WhyEmpty},
};
use crate::{
    count::{Seats, Votes, counted},
    number::CandidateNumber,
    rules::{Order, Rules, TieRule, TooFewRule},
    slate::{ListPart, Slate},
    tally::{Tally, Total},
    turn::{Turn, Why},
};
use std::cmp::Reverse;

/// A valid round, counted and not yet decided. Candidates go by their places in the list.
pub(super) struct Count<'a> {
    pub rules: &'a Rules,
    pub turn: Turn,
    pub slate: &'a Slate,
    pub tally: Tally,
    pub threshold: Votes,
}

impl Count<'_> {
    /// Decides each part, and gathers what the parts came to.
    pub fn decide(self) -> Decision {
        let (mut parts, mut ranking) = (Vec::new(), Vec::new());
        for part in self.slate.parts() {
            let ranked = self.by_approvals(part);
            ranking.extend(ranked.iter().map(|place| self.rank(&ranked, *place)));
            parts.push(self.decide_part(part, &ranked));
        }
        let adopted = self.adopted(&parts);
        let (mut lots, mut further_rounds) = (Vec::new(), Vec::new());
        for (part, decided) in self.slate.parts().iter().zip(&parts) {
            let calls = if is_for_lots(decided) { &mut lots } else { &mut further_rounds };
            calls.extend(self.call(part, decided));
        }
        Decision {
            threshold: self.threshold,
            not_adopted: self.not_adopted(&parts, &adopted),
            tally: self.tally,
            parts,
            adopted,
            lots,
            further_rounds,
            ranking,
        }
    }

    /// A part's candidates by approvals, then as listed.
    fn by_approvals(&self, part: &ListPart) -> Vec<usize> {
        let mut ranked = part.members.clone();
        // Members are in list order, and the sort keeps it among equals.
        ranked.sort_by_key(|place| Reverse(self.approve(*place)));
        ranked
    }

    /// Decides a part whose candidates are ranked so.
    fn decide_part(&self, part: &ListPart, ranked: &[usize]) -> PartDecision {
        let passed: Vec<usize> = ranked.iter().copied().filter(|place| self.passes(*place)).collect();
        PartDecision {
            category: part.category.clone(),
            seats: part.seats,
            filling: self.fill(part.seats, &passed),
            passed: self.numbers(passed),
        }
    }

    /// Fills the seats with those who passed, the most approvals first.
    fn fill(&self, seats: Seats, passed: &[usize]) -> Filling {
        // The first who finds no seat.
        let Some(&next) = passed.get(seats.as_usize()) else {
            return self.fill_with_all(seats_left(seats, passed.len()));
        };
        let votes = self.approve(next);
        // Those with more approvals than the first who finds no seat are at most as many as there are seats.
        let above: Vec<usize> =
            passed.iter().copied().take_while(|place| self.approve(*place) > votes).collect();
        match above.last() {
            Some(&last) if above.len() == seats.as_usize() => {
                Filling::Cut { last: self.at_cut(last), next: self.at_cut(next) }
            }
            _ => {
                let tied = passed.iter().copied().filter(|place| self.approve(*place) == votes);
                Filling::Tied(Tie {
                    seats: seats_left(seats, above.len()),
                    tied: self.numbers(tied),
                    above: self.numbers(above),
                    votes,
                    settled: self.settle_tie(),
                })
            }
        }
    }

    /// All who passed are adopted; the rule for too few decides seats that are left.
    fn fill_with_all(&self, left: Seats) -> Filling {
        if left == Seats(0) {
            return Filling::Clear;
        }
        match self.rules.too_few {
            TooFewRule::Accept => Filling::LeftEmpty { seats: left, why: WhyEmpty::FewerAccepted },
            TooFewRule::FurtherRound if self.turn.round().0 > self.rules.further_rounds_at_most => {
                Filling::LeftEmpty { seats: left, why: WhyEmpty::FurtherRoundsUsedUp }
            }
            TooFewRule::FurtherRound => Filling::CalledForTooFew { seats: left },
        }
    }

    fn settle_tie(&self) -> TieSettled {
        match self.rules.tie {
            TieRule::FurtherRound => TieSettled::FurtherRound,
            TieRule::All => TieSettled::AllAdopted,
            TieRule::None => TieSettled::NoneAdopted,
            TieRule::Lot => TieSettled::Lots { drawn: None },
        }
    }

    /// The further round or the lots that a part calls for.
    fn call(&self, part: &ListPart, decided: &PartDecision) -> Option<Call> {
        let (numbers, seats, why) = match &decided.filling {
            Filling::Tied(tie) if tie.is_open() => (tie.tied.clone(), tie.seats, Why::Tie),
            // A part has at least as many candidates as seats, so where a seat is left somebody is left for it.
            Filling::CalledForTooFew { seats } => {
                let left = part.members.iter().copied().filter(|place| !self.passes(*place));
                (self.numbers(left), *seats, Why::TooFew)
            }
            Filling::Tied(_) | Filling::Clear | Filling::Cut { .. } | Filling::LeftEmpty { .. } => {
                return None;
            }
        };
        Some(Call { category: decided.category.clone(), numbers, seats, why })
    }

    /// The adopted of all parts, in the order of announcement.
    fn adopted(&self, parts: &[PartDecision]) -> Vec<CandidateNumber> {
        let adopted: Vec<CandidateNumber> = parts.iter().flat_map(PartDecision::adopted).cloned().collect();
        match self.rules.order {
            Order::Votes => adopted,
            Order::List => self.listed(|number| adopted.contains(number)),
        }
    }

    /// Everybody else, but for those of whom lots or a further round decide because they are tied.
    fn not_adopted(&self, parts: &[PartDecision], adopted: &[CandidateNumber]) -> Vec<CandidateNumber> {
        let is_undecided = |number: &CandidateNumber| {
            let mut open = parts.iter().filter_map(PartDecision::tie).filter(|tie| tie.is_open());
            open.any(|tie| tie.tied.contains(number))
        };
        self.listed(|number| !adopted.contains(number) && !is_undecided(number))
    }

    fn rank(&self, ranked: &[usize], place: usize) -> Ranked {
        let Total { number, approve, oppose } = self.tally.totals()[place].clone();
        let before = ranked.iter().filter(|other| self.approve(**other) > approve).count();
        Ranked {
            number,
            rank: counted(before + 1),
            approve,
            oppose,
            abstain: self.tally.abstain(place),
            passes: self.passes(place),
        }
    }

    fn at_cut(&self, place: usize) -> AtCut {
        AtCut { number: self.slate.contenders()[place].number.clone(), approve: self.approve(place) }
    }

    fn approve(&self, place: usize) -> Votes {
        self.tally.totals()[place].approve
    }

    fn passes(&self, place: usize) -> bool {
        self.approve(place) >= self.threshold
    }

    fn numbers(&self, places: impl IntoIterator<Item = usize>) -> Vec<CandidateNumber> {
        places.into_iter().map(|place| self.slate.contenders()[place].number.clone()).collect()
    }

    /// The numbers of which this is true, in list order.
    fn listed(&self, is_wanted: impl Fn(&CandidateNumber) -> bool) -> Vec<CandidateNumber> {
        let numbers = self.slate.contenders().iter().map(|contender| &contender.number);
        numbers.filter(|number| is_wanted(number)).cloned().collect()
    }
}

/// Whether lots decide what the part leaves open, and no further round.
fn is_for_lots(decided: &PartDecision) -> bool {
    decided.tie().is_some_and(|tie| match tie.settled {
        TieSettled::Lots { .. } => true,
        TieSettled::FurtherRound | TieSettled::AllAdopted | TieSettled::NoneAdopted => false,
    })
}

/// The seats that are left when so many are taken.
fn seats_left(seats: Seats, taken: usize) -> Seats {
    Seats(seats.0.saturating_sub(counted(taken)))
}
