//! `outcome`: the worked cases of the voting rules, each under its number, through the program.
//!
//! Cases 11 and 12 are about single paper ballots, 16 and 17 about adopting a list: they are rehearsed. The figures of
//! cases 5 and 19 are 330 approvals on 100 ballots, so that each ballot must be allowed more than its three seats; those
//! of case 18 can't be with one choice in a category, and are scaled down with the majority.

use crate::run::{Run, piaojue};
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

/// Runs the program on this case.
pub fn run(case: &Value, more: &[&str]) -> Run {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("case.json");
    fs::write(&path, case.to_string()).unwrap();
    let mut arguments = vec!["outcome", path.to_str().unwrap()];
    arguments.extend(more);
    piaojue(&arguments)
}

/// The JSON object that the program prints for this case, which must be decided.
#[track_caller]
fn decided(case: &Value) -> Value {
    run(case, &["--json"]).done()
}

/// A case in which all ballots given out are collected and valid, and nobody opposes.
pub fn case(rules: &Value, delegates: u32, present: u32, approvals: &[(&str, u32)]) -> Value {
    let candidates: Vec<Value> =
        approvals.iter().map(|(id, approve)| json!({ "id": id, "approve": approve })).collect();
    json!({
        "rules": rules,
        "account": {
            "delegates": delegates, "present": present, "issued": present, "collected": present, "void": 0
        },
        "candidates": candidates,
    })
}

/// A second round called for a tie.
fn tie_round(rules: &Value, approvals: &[(&str, u32)]) -> Value {
    let mut case = case(rules, 100, 100, approvals);
    case["round"] = json!(2);
    case["called_for"] = json!("tie");
    case
}

fn further(candidates: &Value, seats: u32) -> Value {
    json!([{ "category": null, "candidates": candidates, "seats": seats, "why": "tie" }])
}

const CASE_5: [(&str, u32); 5] = [("A", 90), ("B", 80), ("C", 60), ("D", 60), ("E", 40)];

#[test]
fn cases_1_and_2_the_quorum() {
    let rules = json!({ "seats": 1 });
    assert_eq!(decided(&case(&rules, 300, 200, &[("A", 160)]))["round"], "valid");
    let void = decided(&case(&rules, 301, 200, &[("A", 160)]));
    assert_eq!(void, void_round("quorum-missing"));
    assert_eq!(decided(&case(&rules, 301, 201, &[("A", 160)]))["round"], "valid");
}

fn void_round(reason: &str) -> Value {
    json!({
        "round": "void", "reason": reason, "threshold": null, "adopted": [], "not_adopted": [], "lots": [],
        "further_rounds": [], "ranking": [],
    })
}

#[test]
fn cases_3_and_4_the_base_of_the_majority() {
    let approvals = [("A", 151), ("B", 150), ("C", 149)];
    let of_all = decided(&case(&json!({ "seats": 2 }), 300, 280, &approvals));
    assert_eq!((&of_all["adopted"], &of_all["threshold"]), (&json!(["A"]), &json!(151)));
    assert_eq!((&of_all["not_adopted"], &of_all["further_rounds"]), (&json!(["B", "C"]), &json!([])));
    let of_valid = json!({ "seats": 2, "majority": { "of": "valid", "more_than": "1/2" } });
    assert_eq!(decided(&case(&of_valid, 300, 280, &approvals))["adopted"], json!(["A", "B"]));
}

#[test]
fn cases_5_to_8_ties_at_the_cut() {
    let three = json!({ "seats": 3, "selection_limit": 4 });
    let two_tied = decided(&case(&three, 100, 100, &CASE_5));
    assert_eq!(two_tied["adopted"], json!(["A", "B"]));
    assert_eq!(two_tied["further_rounds"], further(&json!(["C", "D"]), 1));
    assert_eq!(two_tied["not_adopted"], json!(["E"]));
    let rules = json!({ "seats": 3 });
    let three_tied = decided(&case(&rules, 100, 100, &[("A", 90), ("B", 60), ("C", 60), ("D", 60)]));
    assert_eq!(three_tied["adopted"], json!(["A"]));
    assert_eq!(three_tied["further_rounds"], further(&json!(["B", "C", "D"]), 2));
    let inside = decided(&case(&rules, 100, 100, &[("A", 90), ("B", 60), ("C", 60), ("D", 40)]));
    assert_eq!((&inside["adopted"], &inside["further_rounds"]), (&json!(["A", "B", "C"]), &json!([])));
    let below = decided(&case(&json!({ "seats": 2 }), 100, 100, &[("A", 51), ("B", 50), ("C", 50)]));
    assert_eq!((&below["adopted"], &below["further_rounds"]), (&json!(["A"]), &json!([])));
}

#[test]
fn cases_9_and_10_the_account() {
    let mut more = case(&json!({ "seats": 1 }), 220, 212, &[("A", 150)]);
    more["account"]["collected"] = json!(213);
    assert_eq!(decided(&more), void_round("more-collected-than-issued"));
    // Totals of a box that does not match are not even looked at.
    more["candidates"] = json!([{ "id": "A", "approve": 9000, "oppose": 9000 }]);
    assert_eq!(decided(&more), void_round("more-collected-than-issued"));
    more["account"]["collected"] = json!(205);
    more["candidates"] = json!([{ "id": "A", "approve": 150, "oppose": 5 }]);
    let fewer = decided(&more);
    assert_eq!(fewer["round"], "valid");
    assert_eq!(fewer["ranking"][0]["abstain"], 50);
}

#[test]
fn cases_13_and_14_thresholds() {
    assert_eq!(decided(&case(&json!({ "seats": 1 }), 31, 31, &[("A", 16)]))["adopted"], json!(["A"]));
    let short = decided(&case(&json!({ "seats": 1 }), 31, 31, &[("A", 15)]));
    assert_eq!((&short["threshold"], &short["adopted"]), (&json!(16), &json!([])));
    let two_thirds = json!({ "seats": 1, "majority": { "of": "present", "at_least": "2/3" } });
    let short = decided(&case(&two_thirds, 200, 187, &[("A", 124)]));
    assert_eq!((&short["threshold"], &short["adopted"]), (&json!(125), &json!([])));
    assert_eq!(decided(&case(&two_thirds, 200, 187, &[("A", 125)]))["adopted"], json!(["A"]));
}

#[test]
fn case_15_each_alone_where_there_are_as_many_as_seats() {
    let rules = json!({ "seats": 5, "margin": "0" });
    let approvals = [("A", 51), ("B", 50), ("C", 99), ("D", 51), ("E", 0)];
    let outcome = decided(&case(&rules, 100, 100, &approvals));
    assert_eq!(outcome["adopted"], json!(["C", "A", "D"]));
    assert_eq!(outcome["not_adopted"], json!(["B", "E"]));
    assert_eq!(outcome["further_rounds"], json!([]));
}

#[test]
fn case_18_each_category_by_itself() {
    let mut case = case(
        &json!({
            "categories": [{ "name": "roads", "seats": 1 }, { "name": "schools", "seats": 1 }],
            "majority": { "of": "all", "at_least": "2/5" },
        }),
        100,
        100,
        &[("A", 45), ("B", 45), ("C", 60), ("D", 40)],
    );
    for (place, category) in ["roads", "roads", "schools", "schools"].iter().enumerate() {
        case["candidates"][place]["category"] = json!(category);
    }
    let outcome = decided(&case);
    assert_eq!((&outcome["adopted"], &outcome["not_adopted"]), (&json!(["C"]), &json!(["D"])));
    let further = json!([{ "category": "roads", "candidates": ["A", "B"], "seats": 1, "why": "tie" }]);
    assert_eq!(outcome["further_rounds"], further);
}

#[test]
fn case_19_and_the_other_rules_for_ties() {
    let with = |tie: &str| {
        decided(&case(&json!({ "seats": 3, "selection_limit": 4, "tie": tie }), 100, 100, &CASE_5))
    };
    assert_eq!(with("all")["adopted"], json!(["A", "B", "C", "D"]));
    let none = with("none");
    assert_eq!((&none["adopted"], &none["further_rounds"]), (&json!(["A", "B"]), &json!([])));
    assert_eq!(none["not_adopted"], json!(["C", "D", "E"]));
    let lot = with("lot");
    assert_eq!((&lot["lots"], &lot["further_rounds"]), (&further(&json!(["C", "D"]), 1), &json!([])));
    assert_eq!(lot["not_adopted"], json!(["E"]));
}

#[test]
fn cases_20_to_22_further_rounds_called_for_a_tie() {
    let rules = json!({ "seats": 1 });
    let first = decided(&tie_round(&rules, &[("C", 45), ("D", 40)]));
    assert_eq!((&first["adopted"], &first["threshold"]), (&json!(["C"]), &json!(1)));
    let same = decided(&tie_round(&json!({ "seats": 1, "tie_majority": "same" }), &[("C", 45), ("D", 40)]));
    assert_eq!((&same["adopted"], &same["further_rounds"]), (&json!([]), &json!([])));
    let again = decided(&tie_round(&rules, &[("C", 45), ("D", 45)]));
    assert_eq!((&again["adopted"], &again["further_rounds"]), (&json!([]), &further(&json!(["C", "D"]), 1)));
}

#[test]
fn the_documented_example_is_answered_field_for_field() {
    let case = json!({
        "rules": {
            "seats": 3, "quorum": "2/3", "majority": { "of": "all", "more_than": "1/2" }, "selection": "at-most",
            "selection_limit": 4, "tie": "further-round", "too_few": "accept", "further_rounds_at_most": 1,
            "tie_majority": "plurality", "too_few_majority": "same", "order": "votes",
        },
        "round": 1,
        "called_for": null,
        "account": { "delegates": 100, "present": 100, "issued": 100, "collected": 100, "void": 0 },
        "candidates": [
            { "id": "A", "approve": 90, "oppose": 4 }, { "id": "B", "approve": 80 }, { "id": "C", "approve": 60 },
            { "id": "D", "approve": 60, "oppose": 40 }, { "id": "E", "approve": 40 },
        ],
    });
    let expected = json!({
        "round": "valid", "reason": null, "threshold": 51, "adopted": ["A", "B"], "not_adopted": ["E"], "lots": [],
        "further_rounds": [{ "category": null, "candidates": ["C", "D"], "seats": 1, "why": "tie" }],
        "ranking": [
            { "id": "A", "rank": 1, "approve": 90, "oppose": 4, "abstain": 6, "passes": true },
            { "id": "B", "rank": 2, "approve": 80, "oppose": 0, "abstain": 20, "passes": true },
            { "id": "C", "rank": 3, "approve": 60, "oppose": 0, "abstain": 40, "passes": true },
            { "id": "D", "rank": 3, "approve": 60, "oppose": 40, "abstain": 0, "passes": true },
            { "id": "E", "rank": 5, "approve": 40, "oppose": 0, "abstain": 60, "passes": false },
        ],
    });
    assert_eq!(decided(&case), expected);
}

#[test]
fn the_order_of_the_adopted_is_by_votes_or_as_listed() {
    let approvals = [("A", 60), ("B", 80), ("C", 70)];
    let by_votes = decided(&case(&json!({ "seats": 3 }), 100, 100, &approvals));
    assert_eq!(by_votes["adopted"], json!(["B", "C", "A"]));
    let as_listed = decided(&case(&json!({ "seats": 3, "order": "list" }), 100, 100, &approvals));
    assert_eq!(as_listed["adopted"], json!(["A", "B", "C"]));
}

#[test]
fn a_further_round_for_too_few_is_called_while_rounds_are_left() {
    let rules = json!({ "seats": 2, "too_few": "further-round", "further_rounds_at_most": 2 });
    let mut case = case(&rules, 100, 100, &[("A", 60), ("B", 50), ("C", 40)]);
    let expected = json!([{ "category": null, "candidates": ["B", "C"], "seats": 1, "why": "too-few" }]);
    for (round, called) in [(1, &expected), (2, &expected), (3, &json!([]))] {
        case["round"] = json!(round);
        case["called_for"] = if round == 1 { json!(null) } else { json!("too-few") };
        assert_eq!(decided(&case)["further_rounds"], *called, "round {round}");
    }
}

#[test]
fn people_read_the_outcome_in_their_language() {
    let case = case(&json!({ "seats": 3, "selection_limit": 4 }), 100, 100, &CASE_5);
    let chinese = run(&case, &[]);
    assert_eq!((chinese.code, chinese.stderr.as_str()), (0, ""));
    for line in [
        "通过需要的赞成票：51",
        "通过：A、B",
        "未通过：E",
        "再次票决：C、D，1 项",
        "第 3 名　项目 D　赞成 60",
    ] {
        assert!(chinese.stdout.contains(line), "{line} is not in\n{}", chinese.stdout);
    }
    let english = run(&case, &["--language", "en"]);
    for line in ["Approvals needed: 51", "Adopted: A, B", "Not adopted: E", "Further round: C, D, for 1"] {
        assert!(english.stdout.contains(line), "{line} is not in\n{}", english.stdout);
    }
    let void = run(&self::case(&json!({ "seats": 1 }), 301, 200, &[("A", 160)]), &["--language", "en"]);
    assert_eq!((void.code, void.stdout.trim()), (0, "The round is void: there was no quorum."));
}
