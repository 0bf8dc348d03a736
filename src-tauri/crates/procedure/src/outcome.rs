//! The outcome: rules applied to totals.

use crate::{
    account::Account,
    count::{Seats, Votes},
    rules::{FurtherMajority, Order, Rules, TieRule, TooFewRule},
    slate::{Part, Slate},
    tally::{Tally, TallyError, Total},
    turn::{Turn, Why},
};
use serde::{Deserialize, Serialize, Serializer};

/// What a round comes to. Written as the object of the command line's `outcome`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The round decides nothing, and is voted again.
    Void(VoidReason),
    /// The round stands.
    Valid(Decision),
}

/// Why a round is void.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VoidReason {
    /// Too few delegates are present (不足法定人数).
    QuorumMissing,
    /// The box holds more ballots than were handed out (收回票数多于发出票数).
    MoreCollectedThanIssued,
    /// The presidium has ended the round, for a reason that it states; no account comes to this by itself.
    ByDecision,
}

/// What a valid round decides. Each candidate is in just one of `adopted`, `not_adopted` and a call for a tie; those
/// called for too few are among the not adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The least approvals that pass, never below 1.
    pub threshold: Votes,
    /// The totals it rests on.
    pub tally: Tally,
    /// The adopted, in the order of announcement.
    pub adopted: Vec<String>,
    /// The others, in list order.
    pub not_adopted: Vec<String>,
    /// Where lots must be drawn.
    pub lots: Vec<Call>,
    /// Where a further round must be held.
    pub further_rounds: Vec<Call>,
    /// All candidates by approvals, then as listed; category by category.
    pub ranking: Vec<Ranked>,
}

/// Seats left open, and the candidates among whom a further round or lots decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Call {
    /// The category; none where the whole list is meant.
    pub category: Option<String>,
    /// The candidates, in list order.
    pub candidates: Vec<String>,
    /// The seats left.
    pub seats: Seats,
    /// What left them open.
    pub why: Why,
}

/// A candidate's place among those it was decided with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ranked {
    /// The candidate's number.
    pub id: String,
    /// As in sport, from 1: equal approvals share a rank, and the next is as many lower.
    pub rank: usize,
    /// a (赞成).
    pub approve: Votes,
    /// o (反对).
    pub oppose: Votes,
    /// b (弃权).
    pub abstain: Votes,
    /// Whether the approvals reach the threshold.
    pub passes: bool,
}

/// Decides a round: is it valid, and if so, who is adopted, and what is left open.
///
/// Where more ballots were collected than issued the totals mean nothing, and aren't looked at.
pub fn decide(
    rules: &Rules,
    turn: Turn,
    account: &Account,
    slate: &Slate,
    totals: &[Total],
) -> Result<Outcome, TallyError> {
    let void = void_reason(rules, account).map(Outcome::Void);
    if let Some(outcome) = &void
        && account.more_collected_than_issued()
    {
        return Ok(outcome.clone());
    }
    let tally = Tally::new(rules, slate, account, totals)?;
    let threshold = threshold(rules, turn, account);
    Ok(void.unwrap_or_else(|| Outcome::Valid(Count { rules, turn, slate, tally, threshold }.decide())))
}

/// Why the round of this account is void, if it is. The quorum is looked at first.
#[must_use]
pub fn void_reason(rules: &Rules, account: &Account) -> Option<VoidReason> {
    if !rules.quorum.met_by(account.present().0, account.delegates().0) {
        Some(VoidReason::QuorumMissing)
    } else if account.more_collected_than_issued() {
        Some(VoidReason::MoreCollectedThanIssued)
    } else {
        None
    }
}

/// The least number of approvals that passes in a round. Under plurality any approval passes: those tied have passed
/// in an earlier round already.
#[must_use]
pub fn threshold(rules: &Rules, turn: Turn, account: &Account) -> Votes {
    match majority_asked(rules, turn) {
        FurtherMajority::Plurality => Votes(1),
        FurtherMajority::Same => Votes(rules.majority.threshold(account)),
    }
}

/// Which majority a round asks: the first and its repetitions that of the rules, a further one what it was called for.
const fn majority_asked(rules: &Rules, turn: Turn) -> FurtherMajority {
    match turn.called_for() {
        None => FurtherMajority::Same,
        Some(Why::Tie) => rules.tie_majority,
        Some(Why::TooFew) => rules.too_few_majority,
    }
}

/// Whether any approval passes in a round, and the most approvals are adopted.
#[must_use]
pub fn is_plurality(rules: &Rules, turn: Turn) -> bool {
    majority_asked(rules, turn) == FurtherMajority::Plurality
}

/// A valid round, counted and not yet decided. Candidates go by their places in the list.
struct Count<'a> {
    rules: &'a Rules,
    turn: Turn,
    slate: &'a Slate,
    tally: Tally,
    threshold: Votes,
}

/// Those of a part who pass, against its seats.
enum Cut {
    /// The most approvals up to the seats, or all who pass: nobody is tied over the last seat.
    Clear { adopted: Vec<usize> },
    /// Those above are adopted; the tied have equal approvals, and are more than the seats left.
    Tied { above: Vec<usize>, tied: Vec<usize>, left: Seats },
}

/// What a part decides: who is adopted, and whom a call leaves undecided.
struct Decided {
    adopted: Vec<usize>,
    undecided: Vec<usize>,
}

impl Count<'_> {
    fn decide(&self) -> Decision {
        let mut decision = Decision {
            threshold: self.threshold,
            tally: self.tally.clone(),
            adopted: Vec::new(),
            not_adopted: Vec::new(),
            lots: Vec::new(),
            further_rounds: Vec::new(),
            ranking: Vec::new(),
        };
        let (mut adopted, mut undecided) = (Vec::new(), Vec::new());
        for part in self.slate.parts() {
            let ranked = self.by_approvals(part);
            let decided = self.decide_part(part, &ranked, &mut decision);
            decision.ranking.extend(ranked.iter().map(|place| self.rank(&ranked, *place)));
            adopted.extend(decided.adopted);
            undecided.extend(decided.undecided);
        }
        let all = 0..self.slate.contenders().len();
        decision.not_adopted =
            self.ids(all.filter(|place| !adopted.contains(place) && !undecided.contains(place)));
        if self.rules.order == Order::List {
            adopted.sort_unstable();
        }
        decision.adopted = self.ids(adopted);
        decision
    }

    fn decide_part(&self, part: &Part, ranked: &[usize], decision: &mut Decision) -> Decided {
        match self.cut(part, ranked) {
            Cut::Clear { adopted } => {
                decision.further_rounds.extend(self.call_for_too_few(part, &adopted));
                Decided { adopted, undecided: Vec::new() }
            }
            Cut::Tied { above, tied, left } => {
                let call = || self.call(part, &tied, left, Why::Tie);
                match self.rules.tie {
                    TieRule::All => {
                        return Decided { adopted: [above, tied].concat(), undecided: Vec::new() };
                    }
                    TieRule::None => {
                        return Decided { adopted: above, undecided: Vec::new() };
                    }
                    TieRule::FurtherRound => decision.further_rounds.push(call()),
                    TieRule::Lot => decision.lots.push(call()),
                }
                Decided { adopted: above, undecided: tied }
            }
        }
    }

    /// A part's candidates by approvals, then as listed.
    fn by_approvals(&self, part: &Part) -> Vec<usize> {
        let mut ranked = part.members.clone();
        // Members are in list order, and the sort keeps it among equals.
        ranked.sort_by_key(|place| std::cmp::Reverse(self.approve(*place)));
        ranked
    }

    fn cut(&self, part: &Part, ranked: &[usize]) -> Cut {
        let passing: Vec<usize> = ranked.iter().copied().filter(|place| self.passes(*place)).collect();
        let seats = usize::try_from(part.seats.0).unwrap_or(usize::MAX);
        // The first who finds no seat; a tie at the cut is a tie with it.
        let Some(next) = passing.get(seats).map(|place| self.approve(*place)) else {
            return Cut::Clear { adopted: passing };
        };
        let more_than_next = |place: &usize| self.approve(*place) > next;
        let (above, rest): (Vec<usize>, Vec<usize>) = passing.into_iter().partition(more_than_next);
        if above.len() == seats {
            return Cut::Clear { adopted: above };
        }
        let left = seats_left(part, &above);
        Cut::Tied {
            above,
            tied: rest.into_iter().filter(|place| self.approve(*place) == next).collect(),
            left,
        }
    }

    /// A part has at least as many candidates as seats, so where a seat is left somebody is left for it.
    fn call_for_too_few(&self, part: &Part, adopted: &[usize]) -> Option<Call> {
        let left = seats_left(part, adopted);
        let called = self.rules.too_few == TooFewRule::FurtherRound
            && self.turn.round() <= self.rules.further_rounds_at_most
            && left.0 > 0;
        let rest: Vec<usize> =
            part.members.iter().copied().filter(|place| !adopted.contains(place)).collect();
        called.then(|| self.call(part, &rest, left, Why::TooFew))
    }

    fn call(&self, part: &Part, candidates: &[usize], seats: Seats, why: Why) -> Call {
        Call { category: part.category.clone(), candidates: self.ids(candidates.iter().copied()), seats, why }
    }

    fn rank(&self, ranked: &[usize], place: usize) -> Ranked {
        let Total { id, approve, oppose } = self.tally.totals()[place].clone();
        let before = ranked.iter().filter(|other| self.approve(**other) > approve).count();
        Ranked {
            id,
            rank: before + 1,
            approve,
            oppose,
            abstain: self.tally.abstain(place),
            passes: self.passes(place),
        }
    }

    fn approve(&self, place: usize) -> Votes {
        self.tally.totals()[place].approve
    }

    fn passes(&self, place: usize) -> bool {
        self.approve(place) >= self.threshold
    }

    fn ids(&self, places: impl IntoIterator<Item = usize>) -> Vec<String> {
        places.into_iter().map(|place| self.slate.contenders()[place].id.clone()).collect()
    }
}

fn seats_left(part: &Part, adopted: &[usize]) -> Seats {
    let taken = u32::try_from(adopted.len()).unwrap_or(u32::MAX);
    Seats(part.seats.0.saturating_sub(taken))
}

/// The outcome as it is written: a void round has a reason and nothing else, a valid one everything but a reason.
#[derive(Serialize)]
struct OutcomeText<'a> {
    round: &'static str,
    reason: Option<VoidReason>,
    threshold: Option<Votes>,
    adopted: &'a [String],
    not_adopted: &'a [String],
    lots: &'a [Call],
    further_rounds: &'a [Call],
    ranking: &'a [Ranked],
}

impl<'a> From<&'a Outcome> for OutcomeText<'a> {
    fn from(outcome: &'a Outcome) -> Self {
        match outcome {
            Outcome::Void(reason) => Self {
                round: "void",
                reason: Some(*reason),
                threshold: None,
                adopted: &[],
                not_adopted: &[],
                lots: &[],
                further_rounds: &[],
                ranking: &[],
            },
            Outcome::Valid(decision) => Self {
                round: "valid",
                reason: None,
                threshold: Some(decision.threshold),
                adopted: &decision.adopted,
                not_adopted: &decision.not_adopted,
                lots: &decision.lots,
                further_rounds: &decision.further_rounds,
                ranking: &decision.ranking,
            },
        }
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        OutcomeText::from(self).serialize(serializer)
    }
}
