//! What each part of the list comes to, in the worked cases of the voting rules.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop so")]
#![expect(clippy::needless_pass_by_value, reason = "JSON written in place is a value")]

use procedure::{
    case::Case,
    count::{Seats, Votes},
    outcome::{AtCut, Decision, Filling, Outcome, PartDecision, Tie, TieSettled, WhyEmpty},
};
use serde_json::{Value, json};

/// The decision on candidates of whom 100 delegates, all present, gave these approvals.
fn decision(rules: Value, approvals: &[(&str, u32)]) -> Decision {
    decided(json!({
        "rules": rules,
        "account": account(100),
        "candidates": approvals
            .iter()
            .map(|(id, approve)| json!({ "id": id, "approve": approve }))
            .collect::<Vec<_>>(),
    }))
}

fn account(all: u32) -> Value {
    json!({ "delegates": all, "present": all, "issued": all, "collected": all, "void": 0 })
}

fn decided(case: Value) -> Decision {
    let case: Case = serde_json::from_value(case).unwrap();
    match case.decide().unwrap() {
        Outcome::Valid(decision) => decision,
        Outcome::Void(reason) => panic!("void: {reason:?}"),
    }
}

/// The one part of an undivided list.
fn part(rules: Value, approvals: &[(&str, u32)]) -> PartDecision {
    let mut parts = decision(rules, approvals).parts;
    assert_eq!(parts.len(), 1);
    parts.remove(0)
}

fn at_cut(number: &str, approve: u32) -> AtCut {
    AtCut { number: number.into(), approve: Votes(approve) }
}

/// Case 5: C and D are tied over one seat.
const CASE_5: [(&str, u32); 5] = [("A", 90), ("B", 80), ("C", 60), ("D", 60), ("E", 40)];

fn case_5(tie: &str) -> PartDecision {
    part(json!({"seats": 3, "selection_limit": 4, "tie": tie, "too_few": "further-round"}), &CASE_5)
}

fn tie_of_case_5(settled: TieSettled) -> Filling {
    Filling::Tied(Tie {
        above: vec!["A".into(), "B".into()],
        tied: vec!["C".into(), "D".into()],
        votes: Votes(60),
        seats: Seats(1),
        settled,
    })
}

#[test]
fn as_many_as_there_are_seats_is_clear() {
    let part = part(json!({"seats": 2}), &[("A", 60), ("B", 51), ("C", 50)]);
    assert_eq!(part.filling, Filling::Clear);
    assert_eq!(part.passed, ["A", "B"]);
    assert_eq!(part.adopted(), ["A", "B"]);
    assert_eq!(part.left_empty(), None);
}

#[test]
fn more_than_there_are_seats_are_cut_by_their_approvals() {
    let approvals = [("A", 51), ("B", 90), ("C", 60), ("D", 40)];
    let part = part(json!({"seats": 2, "selection_limit": 3}), &approvals);
    assert_eq!(part.filling, Filling::Cut { last: at_cut("C", 60), next: at_cut("A", 51) });
    assert_eq!(part.passed, ["B", "C", "A"]);
    assert_eq!(part.adopted(), ["B", "C"]);
}

#[test]
fn a_tie_inside_the_seats_is_cut_below_it() {
    let approvals = [("A", 90), ("B", 60), ("C", 60), ("D", 55)];
    let part = part(json!({"seats": 3, "selection_limit": 4}), &approvals);
    assert_eq!(part.filling, Filling::Cut { last: at_cut("C", 60), next: at_cut("D", 55) });
}

#[test]
fn a_tie_at_the_cut_says_who_is_above_and_what_the_rule_made_of_it() {
    for (rule, settled, adopted) in [
        ("further-round", TieSettled::FurtherRound, 2),
        ("lot", TieSettled::Lots { drawn: None }, 2),
        ("all", TieSettled::AllAdopted, 4),
        ("none", TieSettled::NoneAdopted, 2),
    ] {
        let part = case_5(rule);
        assert_eq!(part.filling, tie_of_case_5(settled), "{rule}");
        assert_eq!(part.passed, ["A", "B", "C", "D"], "{rule}");
        assert_eq!(part.adopted(), &part.passed[..adopted], "{rule}");
    }
}

#[test]
fn seats_stay_empty_for_a_reason() {
    assert_eq!(case_5("none").left_empty(), Some((Seats(1), WhyEmpty::NoneOfTheTied)));
    assert_eq!(case_5("all").left_empty(), None);
    let too_few = [("A", 60), ("B", 50), ("C", 40)];
    let accepted = part(json!({"seats": 3}), &too_few);
    assert_eq!(accepted.left_empty(), Some((Seats(2), WhyEmpty::FewerAccepted)));
    let rules = |most: u32| json!({"seats": 3, "too_few": "further-round", "further_rounds_at_most": most});
    assert_eq!(part(rules(1), &too_few).filling, Filling::CalledForTooFew { seats: Seats(2) });
    assert_eq!(part(rules(1), &too_few).left_empty(), None);
    let used_up = part(rules(0), &too_few);
    assert_eq!(used_up.left_empty(), Some((Seats(2), WhyEmpty::FurtherRoundsUsedUp)));
    assert_eq!(used_up.adopted(), ["A"]);
}

#[test]
fn each_category_comes_to_something_of_its_own() {
    let parts = decided(json!({
        "rules": {
            "categories": [{"name": "roads", "seats": 1}, {"name": "schools", "seats": 1}, {"name": "parks", "seats": 1}],
            "majority": {"of": "all", "more_than": "1/4"},
        },
        "account": account(100),
        "candidates": [
            {"id": "C", "category": "schools", "approve": 40},
            {"id": "A", "category": "roads", "approve": 35},
            {"id": "B", "category": "roads", "approve": 35},
            {"id": "D", "category": "schools", "approve": 27},
            {"id": "E", "category": "parks", "approve": 25},
        ],
    }))
    .parts;
    let names: Vec<String> = parts.iter().map(PartDecision::category_name).collect();
    assert_eq!(names, ["roads", "schools", "parks"]);
    assert_eq!(parts[0].tie().unwrap().tied, ["A", "B"]);
    assert_eq!(parts[1].filling, Filling::Cut { last: at_cut("C", 40), next: at_cut("D", 27) });
    assert_eq!(parts[2].left_empty(), Some((Seats(1), WhyEmpty::FewerAccepted)));
}
