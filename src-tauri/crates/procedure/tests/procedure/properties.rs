//! What holds of every outcome.

#![expect(clippy::unwrap_used, reason = "a test may stop so")]

use messages::Coded;
use procedure::{
    case::Case,
    count::Seats,
    number::CandidateNumber,
    outcome::{Call, Decision, Filling, Outcome, PartDecision, TieSettled, Verdict},
    turn::Why,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Candidates' approvals, each in one of two categories, and what the rules and the box are.
#[derive(Debug, Clone)]
struct Made {
    rules: Value,
    categories: Vec<Value>,
    round: (u32, Value),
    void: u32,
    candidates: Vec<(String, String, u32, u32)>,
}

const DELEGATES: u32 = 40;

fn made() -> impl Strategy<Value = Made> {
    let rules = (
        prop::sample::select(vec!["further-round", "all", "none", "lot"]),
        prop::sample::select(vec!["accept", "further-round"]),
        prop::sample::select(vec!["all", "present", "issued", "collected", "valid"]),
        prop::sample::select(vec!["0", "1/5", "1/4", "1/3"]),
        prop::sample::select(vec!["plurality", "same"]),
        prop::sample::select(vec!["votes", "list"]),
    );
    let round = prop::sample::select(vec![
        (1, Value::Null),
        (2, Value::Null),
        (2, json!("tie")),
        (2, json!("too-few")),
    ]);
    // Few different numbers, so that ties are common; sums above the limit are left out where they arise.
    let totals = prop::collection::vec((0..14_u32, 0..20_u32), 2..9);
    (rules, any::<bool>(), 1..4_u32, round, 0..4_u32, totals).prop_map(
        |((tie, too_few, of, more_than, tie_majority, order), by_category, seats, round, void, totals)| {
            let mut rules = json!({
                "tie": tie, "too_few": too_few, "majority": {"of": of, "more_than": more_than},
                "tie_majority": tie_majority, "order": order,
            });
            let mut categories = Vec::new();
            if by_category {
                categories = vec![json!({"name": "0", "seats": 1}), json!({"name": "1", "seats": 1})];
            } else {
                rules["seats"] = json!(seats.min(u32::try_from(totals.len()).unwrap()));
            }
            let candidate = |(place, (approve, oppose)): (usize, (u32, u32))| {
                (format!("P{place}"), (place % 2).to_string(), approve, oppose)
            };
            let candidates = totals.into_iter().enumerate().map(candidate).collect();
            Made { rules, categories, round, void, candidates }
        },
    )
}

impl Made {
    /// The outcome as it is written; none where the approvals together are more than the ballots may have.
    fn outcome(&self) -> Option<Value> {
        self.decided().map(|outcome| serde_json::to_value(outcome).unwrap())
    }

    /// The decision of a valid round.
    fn decision(&self) -> Option<Decision> {
        match self.decided()? {
            Outcome::Valid(decision) => Some(decision),
            Outcome::Void(_) => None,
        }
    }

    fn decided(&self) -> Option<Outcome> {
        let mut rules = self.rules.clone();
        if !self.categories.is_empty() {
            rules["categories"] = json!(self.categories);
        }
        let candidate = |(id, category, approve, oppose): &(String, String, u32, u32)| json!({"id": id, "category": category, "approve": approve, "oppose": oppose});
        let case = json!({
            "rules": rules, "round": self.round.0, "called_for": self.round.1,
            "account": {"delegates": DELEGATES, "present": 38, "issued": 37, "collected": 36, "void": self.void},
            "candidates": self.candidates.iter().map(candidate).collect::<Vec<_>>(),
        });
        match serde_json::from_value::<Case>(case).unwrap().decide() {
            Ok(outcome) => Some(outcome),
            Err(error) => {
                assert_eq!(error.code(), "tally.too-many-approvals");
                None
            }
        }
    }

    fn seats(&self) -> usize {
        let seats = self.rules["seats"].as_u64().unwrap_or(self.categories.len() as u64);
        usize::try_from(seats).unwrap()
    }
}

fn ids(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// An outcome without its orders.
fn unordered(outcome: &Value) -> Value {
    let set = |field: &str| ids(&outcome[field]).into_iter().collect::<BTreeSet<_>>();
    let calls = |field: &str| {
        let calls = outcome[field].as_array().unwrap().iter();
        calls
            .map(|call| {
                let candidates: BTreeSet<String> = ids(&call["candidates"]).into_iter().collect();
                json!([call["category"], candidates, call["seats"], call["why"]]).to_string()
            })
            .collect::<BTreeSet<_>>()
    };
    let ranking = outcome["ranking"].as_array().unwrap().iter();
    let ranking: BTreeMap<&str, &Value> =
        ranking.map(|ranked| (ranked["id"].as_str().unwrap(), ranked)).collect();
    json!([
        outcome["round"],
        outcome["threshold"],
        set("adopted"),
        set("not_adopted"),
        calls("lots"),
        calls("further_rounds"),
        ranking
    ])
}

/// What a part leaves open, as the whole decision calls for it.
fn call_of(part: &PartDecision, decision: &Decision) -> Option<Call> {
    let (numbers, seats, why) = match &part.filling {
        Filling::Clear | Filling::Cut { .. } | Filling::LeftEmpty { .. } => return None,
        Filling::Tied(tie) => match tie.settled {
            TieSettled::AllAdopted | TieSettled::NoneAdopted => return None,
            TieSettled::FurtherRound | TieSettled::Lots { .. } => (tie.tied.clone(), tie.seats, Why::Tie),
        },
        Filling::CalledForTooFew { seats } => {
            let is_called = |number: &&CandidateNumber| {
                let call = decision.further_rounds.iter().find(|call| call.category == part.category);
                call.unwrap().numbers.contains(number)
            };
            let listed = decision.tally.totals().iter().map(|total| &total.number);
            (listed.filter(is_called).cloned().collect(), *seats, Why::TooFew)
        }
    };
    Some(Call { category: part.category.clone(), numbers, seats, why })
}

fn approvals(decision: &Decision, number: &CandidateNumber) -> u32 {
    decision.tally.totals().iter().find(|total| total.number == *number).unwrap().approve.0
}

proptest! {
    #[test]
    fn the_parts_say_what_the_lists_say(made in made()) {
        if let Some(decision) = made.decision() {
            let adopted: BTreeSet<&CandidateNumber> = decision.parts.iter().flat_map(PartDecision::adopted).collect();
            prop_assert_eq!(&adopted, &decision.adopted.iter().collect::<BTreeSet<_>>());
            let (lots, further): (Vec<Call>, Vec<Call>) = decision
                .parts
                .iter()
                .filter_map(|part| call_of(part, &decision))
                .partition(|call| call.why == Why::Tie && made.rules["tie"] == "lot");
            prop_assert_eq!(&lots, &decision.lots);
            prop_assert_eq!(&further, &decision.further_rounds);
            let passed: Vec<&CandidateNumber> = decision.parts.iter().flat_map(|part| &part.passed).collect();
            let ranked: Vec<&CandidateNumber> =
                decision.ranking.iter().filter(|ranked| ranked.passes).map(|ranked| &ranked.number).collect();
            prop_assert_eq!(passed, ranked);
            for total in decision.tally.totals() {
                let is_adopted = adopted.contains(&total.number);
                prop_assert_eq!(decision.verdict(&total.number) == Verdict::Adopted, is_adopted);
            }
        }
    }

    #[test]
    fn each_seat_is_filled_called_or_left_empty(made in made()) {
        if let Some(decision) = made.decision() {
            for part in &decision.parts {
                let called = call_of(part, &decision).map_or(Seats(0), |call| call.seats);
                let empty = part.left_empty().map_or(Seats(0), |(seats, _)| seats);
                let taken = Seats::of(part.adopted().len());
                let together = taken.0 + called.0 + empty.0;
                if let Some(TieSettled::AllAdopted) = part.tie().map(|tie| &tie.settled) {
                    prop_assert!(together > part.seats.0);
                } else {
                    prop_assert_eq!(together, part.seats.0);
                }
            }
        }
    }

    #[test]
    fn the_cut_is_where_the_seats_end(made in made()) {
        if let Some(decision) = made.decision() {
            for part in &decision.parts {
                match &part.filling {
                    Filling::Cut { last, next } => {
                        prop_assert!(last.approve > next.approve);
                        prop_assert_eq!(part.adopted().last(), Some(&last.number));
                        prop_assert_eq!(part.passed.get(part.seats.as_usize()), Some(&next.number));
                    }
                    Filling::Tied(tie) => {
                        prop_assert!(tie.seats.0 > 0 && tie.tied.len() > tie.seats.as_usize());
                        prop_assert_eq!(tie.above.len() + tie.seats.as_usize(), part.seats.as_usize());
                        prop_assert!(tie.tied.iter().all(|tied| approvals(&decision, tied) == tie.votes.0));
                        prop_assert!(tie.above.iter().all(|above| approvals(&decision, above) > tie.votes.0));
                    }
                    Filling::Clear | Filling::CalledForTooFew { .. } | Filling::LeftEmpty { .. } => {
                        prop_assert!(part.passed.len() <= part.seats.as_usize());
                    }
                }
            }
        }
    }

    #[test]
    fn the_order_of_candidates_and_categories_decides_nothing(made in made(), rotation in 0..8_usize) {
        let mut other = made.clone();
        let middle = rotation % other.candidates.len();
        other.candidates.rotate_left(middle);
        other.candidates.swap(0, middle);
        other.categories.reverse();
        let unordered = |made: &Made| made.outcome().map(|outcome| unordered(&outcome));
        prop_assert_eq!(unordered(&made), unordered(&other));
    }

    #[test]
    fn one_more_approval_unseats_nobody(made in made(), chosen in 0..8_usize) {
        let chosen = chosen % made.candidates.len();
        let mut more = made.clone();
        more.candidates[chosen].2 += 1;
        if let (Some(before), Some(after)) = (made.outcome(), more.outcome()) {
            let id = &made.candidates[chosen].0;
            prop_assert!(!ids(&before["adopted"]).contains(id) || ids(&after["adopted"]).contains(id));
        }
    }

    #[test]
    fn the_adopted_exceed_the_seats_only_where_all_tied_are_adopted(made in made()) {
        if let Some(outcome) = made.outcome() {
            let open = |field: &str| outcome[field].as_array().unwrap().iter().map(|call| call["seats"].as_u64().unwrap()).sum::<u64>();
            let open = usize::try_from(open("lots") + open("further_rounds")).unwrap();
            let adopted = ids(&outcome["adopted"]).len();
            prop_assert!(adopted + open <= made.seats() || made.rules["tie"] == "all");
        }
    }

    #[test]
    fn everyone_adopted_passes_and_nobody_left_has_more(made in made()) {
        if let Some(outcome) = made.outcome() {
            let adopted = ids(&outcome["adopted"]);
            let votes: BTreeMap<&String, (&String, u64)> =
                made.candidates.iter().map(|(id, category, approve, _)| (id, (category, u64::from(*approve)))).collect();
            for id in &adopted {
                prop_assert!(votes[id].1 >= outcome["threshold"].as_u64().unwrap());
                for (_, left) in votes.iter().filter(|(other, _)| !adopted.contains(other)) {
                    let together = made.categories.is_empty() || left.0 == votes[id].0;
                    prop_assert!(!together || left.1 <= votes[id].1);
                }
            }
        }
    }

    #[test]
    fn names_decide_nothing(made in made()) {
        let renamed = |id: &str| format!("Z{}", 9 - id[1..].parse::<u32>().unwrap());
        let mut other = made.clone();
        for candidate in &mut other.candidates {
            candidate.0 = renamed(&candidate.0);
        }
        let mut expected = made.outcome().map(|outcome| outcome.to_string());
        if let Some(text) = &mut expected {
            for (id, ..) in &made.candidates {
                *text = text.replace(&format!("\"{id}\""), &format!("\"{}\"", renamed(id)));
            }
        }
        prop_assert_eq!(expected, other.outcome().map(|outcome| outcome.to_string()));
    }
}
