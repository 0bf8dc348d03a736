//! The worked cases of the voting rules, each under its number.

#![expect(clippy::unwrap_used, reason = "a test may stop so")]
#![expect(clippy::needless_pass_by_value, reason = "JSON written in place is a value")]

use crate::common::list;
use procedure::{
    account::{Account, Figures},
    ballot::{Mark, Marks, MarksError},
    case::{Case, CaseError},
    count::{Ballots, Delegates, Issued, Seats},
    fraction::{Fraction, Proportion},
    outcome::threshold,
    rules::{Base, Body, Division, Majority, Rules, Warning},
    slate::SlateError,
    tally::TallyError,
    turn::Turn,
};
use serde_json::{Value, json};

/// The outcome of a case in which every ballot given out is valid; approvals by candidate.
fn outcome(rules: Value, delegates: u32, present: u32, approvals: &[(&str, u32)]) -> Value {
    decided(json!({
        "rules": rules,
        "account": account(delegates, present, present, present),
        "candidates": candidates(approvals),
    }))
}

/// The outcome of a second round called for a tie, of 100 delegates all present.
fn tie_round(rules: Value, approvals: &[(&str, u32)]) -> Value {
    decided(json!({
        "rules": rules,
        "round": 2,
        "called_for": "tie",
        "account": account(100, 100, 100, 100),
        "candidates": candidates(approvals),
    }))
}

fn account(delegates: u32, present: u32, issued: u32, collected: u32) -> Value {
    json!({ "delegates": delegates, "present": present, "issued": issued, "collected": collected, "void": 0 })
}

fn candidates(approvals: &[(&str, u32)]) -> Vec<Value> {
    approvals.iter().map(|(id, approve)| json!({ "id": id, "approve": approve })).collect()
}

fn decided(case: Value) -> Value {
    let case: Case = serde_json::from_value(case).unwrap();
    serde_json::to_value(case.decide().unwrap()).unwrap()
}

fn call(candidates: Value, seats: u32) -> Value {
    json!([{ "category": null, "candidates": candidates, "seats": seats, "why": "tie" }])
}

fn whole(seats: u32) -> Rules {
    Rules::preset(Body::Congress, Division::Whole { seats: Seats(seats), selection_limit: None }).unwrap()
}

/// 330 approvals on 100 ballots: more than three on some, so the tests of this case allow four.
const CASE_5: [(&str, u32); 5] = [("A", 90), ("B", 80), ("C", 60), ("D", 60), ("E", 40)];

#[test]
fn case_1_two_thirds_are_a_quorum() {
    assert_eq!(outcome(json!({"seats": 1}), 300, 200, &[("A", 200)])["round"], "valid");
}

#[test]
fn case_2_a_little_less_than_two_thirds_is_none() {
    let outcome = outcome(json!({"seats": 1}), 301, 200, &[("A", 200)]);
    assert_eq!(outcome["round"], "void");
    assert_eq!(outcome["reason"], "quorum-missing");
    assert_eq!(outcome["threshold"], Value::Null);
    for field in ["adopted", "not_adopted", "lots", "further_rounds", "ranking"] {
        assert_eq!(outcome[field], json!([]), "{field}");
    }
    assert_eq!(whole(1).quorum_of(Delegates(301)), Delegates(201));
}

const CASE_3: [(&str, u32); 3] = [("A", 151), ("B", 150), ("C", 149)];

#[test]
fn case_3_just_half_does_not_pass() {
    let outcome = outcome(json!({"seats": 2}), 300, 280, &CASE_3);
    assert_eq!(outcome["threshold"], 151);
    assert_eq!(outcome["adopted"], json!(["A"]));
    assert_eq!(outcome["not_adopted"], json!(["B", "C"]));
    assert_eq!(outcome["further_rounds"], json!([]));
}

#[test]
fn case_4_of_the_valid_ballots_both_pass() {
    let outcome =
        outcome(json!({"seats": 2, "majority": {"of": "valid", "more_than": "1/2"}}), 300, 280, &CASE_3);
    assert_eq!(outcome["threshold"], 141);
    assert_eq!(outcome["adopted"], json!(["A", "B"]));
}

#[test]
fn case_5_two_tied_over_one_seat() {
    let outcome = outcome(json!({"seats": 3, "selection_limit": 4}), 100, 100, &CASE_5);
    assert_eq!(outcome["adopted"], json!(["A", "B"]));
    assert_eq!(outcome["not_adopted"], json!(["E"]));
    assert_eq!(outcome["further_rounds"], call(json!(["C", "D"]), 1));
    let ranks: Vec<&Value> =
        outcome["ranking"].as_array().unwrap().iter().map(|ranked| &ranked["rank"]).collect();
    assert_eq!(ranks, [1, 2, 3, 3, 5]);
}

#[test]
fn case_6_three_tied_over_two_seats() {
    let outcome = outcome(json!({"seats": 3}), 100, 100, &[("A", 90), ("B", 60), ("C", 60), ("D", 60)]);
    assert_eq!(outcome["adopted"], json!(["A"]));
    assert_eq!(outcome["further_rounds"], call(json!(["B", "C", "D"]), 2));
}

#[test]
fn case_7_a_tie_inside_the_seats_is_none_at_the_cut() {
    let outcome = outcome(json!({"seats": 3}), 100, 100, &[("A", 90), ("B", 60), ("C", 60), ("D", 40)]);
    assert_eq!(outcome["adopted"], json!(["A", "B", "C"]));
    assert_eq!(outcome["further_rounds"], json!([]));
}

#[test]
fn case_8_those_who_do_not_pass_are_not_tied() {
    let outcome = outcome(json!({"seats": 2}), 100, 100, &[("A", 51), ("B", 50), ("C", 50)]);
    assert_eq!(outcome["adopted"], json!(["A"]));
    assert_eq!(outcome["not_adopted"], json!(["B", "C"]));
    assert_eq!(outcome["further_rounds"], json!([]));
}

#[test]
fn case_9_more_ballots_than_were_issued_void_the_round() {
    let outcome = decided(json!({
        "rules": {"seats": 1},
        "account": account(212, 212, 212, 213),
        "candidates": candidates(&[("A", 9999)]),
    }));
    assert_eq!(outcome["round"], "void");
    assert_eq!(outcome["reason"], "more-collected-than-issued");
}

#[test]
fn case_10_fewer_ballots_than_were_issued_are_no_harm() {
    let figures = Figures {
        delegates: Delegates(212),
        present: Delegates(212),
        issued: Issued(212),
        collected: Ballots(205),
        void: Ballots(0),
    };
    let account = Account::try_from(figures).unwrap();
    assert_eq!(account.not_returned(), Ballots(7));
    assert!(!account.more_collected_than_issued());
}

/// Eleven approvals or fewer on a list of twelve for ten seats.
fn paper_ballot(rules: &Rules, approvals: usize) -> Result<Marks, MarksError> {
    let numbers: Vec<String> = (1..=12).map(|number| number.to_string()).collect();
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|number| (number.as_str(), "")).collect();
    let form = rules.ballot_form(&list(&numbers)).unwrap();
    let mark = |place| {
        if place < approvals { Mark::Approve } else { Mark::Abstain }
    };
    rules.paper_marks(&form, &Marks((0..12).map(mark).collect()))
}

#[test]
fn case_11_one_approval_too_many_voids_the_ballot() {
    assert!(paper_ballot(&whole(10), 10).is_ok());
    assert!(paper_ballot(&whole(10), 0).is_ok());
    let error = paper_ballot(&whole(10), 11).err().unwrap();
    assert_eq!(error, MarksError::TooMany { block: 0, limit: 10, found: 11 });
}

#[test]
fn case_12_one_approval_too_few_voids_the_ballot_under_exactly() {
    let rules: Rules = serde_json::from_value(json!({"seats": 10, "selection": "exactly"})).unwrap();
    assert!(paper_ballot(&rules, 10).is_ok());
    let error = paper_ballot(&rules, 9).err().unwrap();
    assert_eq!(error, MarksError::TooFew { block: 0, limit: 10, found: 9 });
}

fn least_passing(of: Base, proportion: Proportion, delegates: u32, present: u32) -> u32 {
    let figures = Figures {
        delegates: Delegates(delegates),
        present: Delegates(present),
        issued: Issued(present),
        collected: Ballots(present),
        void: Ballots(0),
    };
    let mut rules = whole(1);
    rules.majority = Majority { of, proportion };
    threshold(&rules, Turn::FIRST, &Account::try_from(figures).unwrap()).0
}

#[test]
fn case_13_more_than_half_of_thirty_one_is_sixteen() {
    assert_eq!(least_passing(Base::All, Proportion::MoreThan(Fraction::ONE_HALF), 31, 31), 16);
}

#[test]
fn case_14_two_thirds_of_the_187_present_are_125() {
    assert_eq!(least_passing(Base::Present, Proportion::AtLeast(Fraction::TWO_THIRDS), 200, 187), 125);
}

#[test]
fn case_15_with_equal_numbers_each_stands_alone() {
    let rules = json!({"seats": 5, "margin": "0"});
    let numbers = [("A", 90), ("B", 80), ("C", 51), ("D", 50), ("E", 0)];
    let outcome = outcome(rules.clone(), 100, 100, &numbers);
    assert_eq!(outcome["adopted"], json!(["A", "B", "C"]));
    assert_eq!(outcome["not_adopted"], json!(["D", "E"]));
    let rules: Rules = serde_json::from_value(rules).unwrap();
    let warnings = rules.check(&list(&numbers.map(|(number, _)| (number, "")))).unwrap();
    assert_eq!(warnings, [Warning::EqualNumbers { category: String::new(), seats: Seats(5) }]);
}

fn list_of(candidates: usize) -> procedure::candidate::CandidateList {
    let numbers: Vec<String> = (1..=candidates).map(|number| number.to_string()).collect();
    list(&numbers.iter().map(|number| (number.as_str(), "")).collect::<Vec<_>>())
}

#[test]
fn cases_16_and_17_a_list_with_too_small_a_margin_is_refused() {
    for (seats, candidates, needed) in [(10, 11, 12), (7, 8, 9)] {
        let refused = SlateError::MarginMissed { category: String::new(), needed, found: candidates };
        assert_eq!(whole(seats).check(&list_of(candidates)), Err(refused));
        assert_eq!(whole(seats).check(&list_of(candidates + 1)), Ok(Vec::new()));
    }
}

/// The case's figures are halved, and the majority left away: 100 ballots that approve one road at most can't approve two
/// roads 70 times each, and so two candidates for one seat can't both have more than half.
#[test]
fn case_18_each_category_is_decided_by_itself() {
    let case = |[a, b, c, d]: [u32; 4]| {
        json!({
            "rules": {
                "categories": [{"name": "roads", "seats": 1}, {"name": "schools", "seats": 1}],
                "majority": {"of": "all", "more_than": "0"},
            },
            "account": account(100, 100, 100, 100),
            "candidates": [
                {"id": "C", "category": "schools", "approve": c},
                {"id": "A", "category": "roads", "approve": a},
                {"id": "B", "category": "roads", "approve": b},
                {"id": "D", "category": "schools", "approve": d},
            ],
        })
    };
    let outcome = decided(case([35, 35, 30, 27]));
    assert_eq!(outcome["adopted"], json!(["C"]));
    assert_eq!(outcome["not_adopted"], json!(["D"]));
    let call = json!([{"category": "roads", "candidates": ["A", "B"], "seats": 1, "why": "tie"}]);
    assert_eq!(outcome["further_rounds"], call);
    let order: Vec<&Value> =
        outcome["ranking"].as_array().unwrap().iter().map(|ranked| &ranked["id"]).collect();
    assert_eq!(order, ["A", "B", "C", "D"]);
    let impossible: Case = serde_json::from_value(case([70, 70, 60, 55])).unwrap();
    let error = TallyError::TooManyApprovals { category: "roads".into(), found: 140, most: 100 };
    assert_eq!(impossible.decide(), Err(CaseError::Tally(error)));
}

#[test]
fn case_19_all_tied_are_adopted_beyond_the_seats() {
    let outcome = outcome(json!({"seats": 3, "selection_limit": 4, "tie": "all"}), 100, 100, &CASE_5);
    assert_eq!(outcome["adopted"], json!(["A", "B", "C", "D"]));
    assert_eq!(outcome["not_adopted"], json!(["E"]));
    assert_eq!(outcome["further_rounds"], json!([]));
}

#[test]
fn case_20_plurality_needs_no_half() {
    let outcome = tie_round(json!({"seats": 1}), &[("C", 45), ("D", 40)]);
    assert_eq!(outcome["threshold"], 1);
    assert_eq!(outcome["adopted"], json!(["C"]));
}

#[test]
fn case_21_the_same_majority_needs_it() {
    let outcome = tie_round(json!({"seats": 1, "tie_majority": "same"}), &[("C", 45), ("D", 40)]);
    assert_eq!(outcome["threshold"], 51);
    assert_eq!(outcome["adopted"], json!([]));
    assert_eq!(outcome["not_adopted"], json!(["C", "D"]));
}

#[test]
fn case_22_still_tied_they_are_voted_on_again() {
    let outcome = tie_round(json!({"seats": 1}), &[("C", 45), ("D", 45)]);
    assert_eq!(outcome["adopted"], json!([]));
    assert_eq!(outcome["further_rounds"], call(json!(["C", "D"]), 1));
}

#[test]
fn the_other_tie_rules_leave_the_seats_open() {
    let none = outcome(
        json!({"seats": 3, "selection_limit": 4, "tie": "none", "too_few": "further-round"}),
        100,
        100,
        &CASE_5,
    );
    assert_eq!(none["adopted"], json!(["A", "B"]));
    assert_eq!(none["not_adopted"], json!(["C", "D", "E"]));
    assert_eq!(none["further_rounds"], json!([]), "the rule for too few is another");
    let lot = outcome(json!({"seats": 3, "selection_limit": 4, "tie": "lot"}), 100, 100, &CASE_5);
    assert_eq!(lot["not_adopted"], json!(["E"]));
    assert_eq!(lot["lots"], call(json!(["C", "D"]), 1));
    assert_eq!(lot["further_rounds"], json!([]));
}

#[test]
fn too_few_are_called_again_as_often_as_the_rules_say() {
    let case = |round, called_for: Value| {
        decided(json!({
            "rules": {"seats": 2, "too_few": "further-round", "further_rounds_at_most": 2},
            "round": round,
            "called_for": called_for,
            "account": account(100, 100, 100, 100),
            "candidates": candidates(&[("A", 30), ("B", 60), ("C", 50)]),
        }))
    };
    let call = json!([{"category": null, "candidates": ["A", "C"], "seats": 1, "why": "too-few"}]);
    let first = case(1, Value::Null);
    assert_eq!(first["adopted"], json!(["B"]));
    assert_eq!(first["not_adopted"], json!(["A", "C"]));
    assert_eq!(first["further_rounds"], call);
    assert_eq!(case(2, json!("too-few"))["further_rounds"], call);
    assert_eq!(case(3, json!("too-few"))["further_rounds"], json!([]));
}

#[test]
fn nothing_is_adopted_that_nobody_approves() {
    for rules in [
        json!({"seats": 1, "majority": {"of": "valid", "at_least": "2/3"}, "quorum": "0"}),
        json!({"seats": 1, "majority": {"of": "all", "more_than": "0"}, "quorum": "0"}),
        json!({"seats": 1, "majority": {"of": "all", "at_least": "0"}, "quorum": "0"}),
    ] {
        let outcome = outcome(rules, 10, 0, &[("A", 0)]);
        assert_eq!(outcome["threshold"], 1);
        assert_eq!(outcome["adopted"], json!([]));
    }
}

#[test]
fn what_is_neither_for_nor_against_is_an_abstention() {
    let outcome = decided(json!({
        "rules": {"seats": 1},
        "account": {"delegates": 10, "present": 10, "issued": 10, "collected": 9, "void": 1},
        "candidates": [{"id": "A", "approve": 0, "oppose": 0}, {"id": "B", "approve": 5, "oppose": 2}],
    }));
    let marks = |place: usize| {
        let ranked = &outcome["ranking"][place];
        (ranked["id"].clone(), ranked["oppose"].clone(), ranked["abstain"].clone())
    };
    assert_eq!(marks(0), (json!("B"), json!(2), json!(1)));
    assert_eq!(marks(1), (json!("A"), json!(0), json!(8)));
}
