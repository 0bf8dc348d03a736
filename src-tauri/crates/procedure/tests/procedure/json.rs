//! Rules, cases and outcomes as text: what is read, what is refused, and what is written.

#![expect(clippy::unwrap_used, reason = "a test may stop so")]

use crate::common::list;
use messages::Coded;
use procedure::{
    case::Case,
    count::Seats,
    fraction::{Fraction, Proportion},
    rules::{Base, Body, Division, FewestBallots, Rules, Warning},
    slate::SlateError,
};
use serde_json::{Value, json};
use std::{fs, path::PathBuf};

fn sample() -> Value {
    json!({
        "rules": {
            "seats": 3,
            "quorum": "2/3",
            "majority": {"of": "all", "more_than": "1/2"},
            "selection": "at-most",
            "selection_limit": 4,
            "tie": "further-round",
            "too_few": "accept",
            "further_rounds_at_most": 1,
            "tie_majority": "plurality",
            "too_few_majority": "same",
            "order": "votes",
        },
        "round": 1,
        "called_for": null,
        "account": {"delegates": 100, "present": 100, "issued": 100, "collected": 100, "void": 0},
        "candidates": [
            {"id": "A", "category": "roads", "approve": 90, "oppose": 4},
            {"id": "B", "approve": 80},
            {"id": "C", "approve": 60},
            {"id": "D", "approve": 60},
            {"id": "E", "approve": 40},
        ],
    })
}

/// The sample with the value at this pointer changed.
fn changed(pointer: &str, value: Value) -> Value {
    let mut case = sample();
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    let parent = case.pointer_mut(parent).unwrap();
    match field.parse::<usize>() {
        Ok(index) => parent[index] = value,
        Err(_) => parent[field] = value,
    }
    case
}

#[test]
fn an_outcome_is_written_to_the_letter() {
    let case: Case = serde_json::from_value(sample()).unwrap();
    let text = serde_json::to_string(&case.decide().unwrap()).unwrap();
    let ranked = |id, rank, approve, oppose, passes| {
        let abstain = 100 - approve - oppose;
        format!(
            r#"{{"id":"{id}","rank":{rank},"approve":{approve},"oppose":{oppose},"abstain":{abstain},"passes":{passes}}}"#
        )
    };
    let ranking = [
        ranked("A", 1, 90, 4, true),
        ranked("B", 2, 80, 0, true),
        ranked("C", 3, 60, 0, true),
        ranked("D", 3, 60, 0, true),
        ranked("E", 5, 40, 0, false),
    ]
    .join(",");
    let head =
        r#"{"round":"valid","reason":null,"threshold":51,"adopted":["A","B"],"not_adopted":["E"],"lots":[],"#;
    let call = r#""further_rounds":[{"category":null,"candidates":["C","D"],"seats":1,"why":"tie"}],"#;
    assert_eq!(text, format!(r#"{head}{call}"ranking":[{ranking}]}}"#));
}

#[test]
fn a_void_outcome_is_written_to_the_letter() {
    let case: Case = serde_json::from_value(changed("/account/collected", json!(101))).unwrap();
    let text = serde_json::to_string(&case.decide().unwrap()).unwrap();
    let void = r#"{"round":"void","reason":"more-collected-than-issued","threshold":null,"adopted":[],"not_adopted":[],"lots":[],"further_rounds":[],"ranking":[]}"#;
    assert_eq!(text, void);
}

#[test]
fn the_quorum_is_looked_at_before_the_box() {
    let mut case = changed("/account/present", json!(50));
    case["account"]["issued"] = json!(50);
    let case: Case = serde_json::from_value(case).unwrap();
    assert_eq!(serde_json::to_value(case.decide().unwrap()).unwrap()["reason"], "quorum-missing");
}

#[test]
fn unknown_fields_and_values_are_refused() {
    for (pointer, value) in [
        ("/rule", json!(1)),
        ("/rules/seat", json!(1)),
        ("/rules/proxies", json!("never")),
        ("/rules/majority/than", json!("1/2")),
        ("/rules/quorum", json!({"more_than": "1/2", "of": "all"})),
        ("/rules/legend", json!({"spoil": "?"})),
        ("/rules/tie", json!("further_round")),
        ("/account/valid", json!(100)),
        ("/account/void", json!(-1)),
        ("/account", json!({"delegates": 100, "present": 100, "issued": 100, "collected": 100})),
        ("/candidates/0", json!({"id": "A", "approve": 1, "abstain": 0})),
        ("/candidates/0", json!({"id": "A"})),
        ("/called_for", json!("too_few")),
    ] {
        assert!(
            serde_json::from_value::<Case>(changed(pointer, value.clone())).is_err(),
            "{pointer} {value}"
        );
    }
}

#[test]
fn what_cannot_be_is_refused_with_its_code() {
    let roads = |seats: u32| json!([{"name": "roads", "seats": seats}]);
    for (pointer, value, code) in [
        ("/rules", json!({}), "rules.seats-missing"),
        ("/rules", json!({"seats": 0}), "rules.seats-zero"),
        ("/rules", json!({"categories": []}), "rules.seats-missing"),
        ("/rules", json!({"categories": roads(0)}), "rules.seats-zero"),
        (
            "/rules",
            json!({"categories": roads(1), "selection_limit": 1}),
            "rules.selection-limit-with-categories",
        ),
        ("/rules", json!({"categories": [{"name": "", "seats": 1}]}), "rules.category-unnamed"),
        ("/rules", json!({"categories": [roads(1)[0], roads(1)[0]]}), "rules.category-twice"),
        ("/rules", json!({"categories": roads(1)}), "slate.category-missing"),
        ("/rules/categories", roads(1), "rules.seats-and-categories"),
        ("/rules/selection_limit", json!(0), "rules.selection-limit-zero"),
        ("/rules/selection_limit", json!(6), "slate.limit-above-candidates"),
        ("/rules/seats", json!(6), "slate.seats-above-candidates"),
        ("/rules/quorum", json!("3/2"), "rules.fraction-out-of-range"),
        ("/rules/quorum", json!("-1/2"), "rules.fraction-malformed"),
        ("/rules/quorum", json!({"at_least": "1/0"}), "rules.fraction-malformed"),
        ("/rules/quorum", json!({}), "rules.proportion-missing"),
        ("/rules/margin", json!("2"), "rules.fraction-out-of-range"),
        ("/rules/majority/at_least", json!("1/2"), "rules.proportion-ambiguous"),
        ("/rules/majority/more_than", json!("0.5"), "rules.fraction-malformed"),
        ("/rules/legend", json!({"oppose": "○"}), "rules.legend-ambiguous"),
        ("/round", json!(0), "turn.round-zero"),
        ("/called_for", json!("tie"), "turn.first-round-called"),
        ("/account/delegates", json!(0), "account.no-delegates"),
        ("/account/present", json!(101), "account.present-above-delegates"),
        ("/account/issued", json!(101), "account.issued-above-present"),
        ("/account/void", json!(101), "account.void-above-collected"),
        ("/candidates", json!([]), "slate.empty"),
        ("/candidates/1/id", json!("A"), "slate.duplicate-id"),
        ("/candidates/0/oppose", json!(11), "tally.votes-above-valid"),
        ("/candidates/0/oppose", json!(u32::MAX), "tally.votes-above-valid"),
        ("/rules/marks", json!("approve-only"), "tally.oppose-not-asked"),
        ("/rules/selection_limit", json!(3), "tally.too-many-approvals"),
        ("/rules/selection", json!("exactly"), "tally.too-few-approvals"),
    ] {
        let case: Case = serde_json::from_value(changed(pointer, value.clone())).unwrap();
        let error = case.decide().unwrap_err();
        assert_eq!(error.code(), code, "{pointer} {value}: {error}");
    }
}

#[test]
fn a_category_needs_candidates_and_candidates_a_known_category() {
    let case = |category: &str| {
        json!({
            "rules": {"categories": [{"name": "roads", "seats": 1}, {"name": "schools", "seats": 1}]},
            "account": {"delegates": 10, "present": 10, "issued": 10, "collected": 10, "void": 0},
            "candidates": [
                {"id": "A", "category": "roads", "approve": 6},
                {"id": "B", "category": category, "approve": 4},
            ],
        })
    };
    let code = |category| {
        serde_json::from_value::<Case>(case(category)).unwrap().decide().map_err(|error| error.code())
    };
    assert!(code("schools").is_ok());
    assert_eq!(code("roads"), Err("slate.category-without-candidates"));
    assert_eq!(code("parks"), Err("slate.category-unknown"));
}

#[test]
fn exactly_asks_less_of_a_category_that_can_be_void_alone() {
    let case = |breach: &str, approve: u32| {
        let case = json!({
            "rules": {
                "categories": [{"name": "roads", "seats": 1}],
                "selection": "exactly",
                "category_breach": breach,
            },
            "account": {"delegates": 10, "present": 10, "issued": 10, "collected": 10, "void": 0},
            "candidates": [
                {"id": "A", "category": "roads", "approve": approve},
                {"id": "B", "category": "roads", "approve": 3},
            ],
        });
        serde_json::from_value::<Case>(case).unwrap().decide().map(|_| ()).map_err(|error| error.code())
    };
    assert_eq!(case("ballot", 7), Ok(()));
    assert_eq!(case("ballot", 6), Err("tally.too-few-approvals"));
    assert_eq!(case("category", 6), Ok(()));
    assert_eq!(case("category", 8), Err("tally.too-many-approvals"));
}

#[test]
fn adopted_in_list_order_where_the_rules_say_so() {
    let mut case = changed("/rules/order", json!("list"));
    case["candidates"].as_array_mut().unwrap().swap(0, 1);
    let case: Case = serde_json::from_value(case).unwrap();
    let outcome = serde_json::to_value(case.decide().unwrap()).unwrap();
    assert_eq!(outcome["adopted"], json!(["B", "A"]));
    assert_eq!(outcome["ranking"][0]["id"], "A");
}

fn rules(text: Value) -> Rules {
    serde_json::from_value(text).unwrap()
}

#[test]
fn what_the_rules_leave_out_is_the_preset() {
    // But for the fewest ballots: rules that say nothing of them were adopted by version 0.1.0.
    let preset = |body| {
        let division = Division::Whole { seats: Seats(3), selection_limit: None };
        let mut preset = Rules::preset(body, division).unwrap();
        preset.fewest_ballots = FewestBallots::unsaid();
        preset
    };
    assert_eq!(rules(json!({"seats": 3})), preset(Body::Congress));
    let committee = rules(json!({"seats": 3, "body": "standing-committee"}));
    assert_eq!(committee, preset(Body::StandingCommittee));
    assert_eq!(committee.quorum, Proportion::MoreThan(Fraction::ONE_HALF));
    assert_eq!(
        rules(json!({"seats": 3, "majority": {"of": "valid"}})).majority.proportion,
        committee.majority.proportion
    );
}

#[test]
fn rules_read_back_as_written() {
    for text in [
        sample()["rules"].clone(),
        json!({"seats": 2, "quorum": {"more_than": "1/2"}, "majority": {"of": "issued", "at_least": "2/3"}}),
        json!({"seats": 2, "quorum": {"at_least": "3/4"}, "margin": "0", "legend": {"approve": "√", "abstain": "○"}}),
        json!({"categories": [{"name": "roads", "seats": 1}], "category_breach": "category",
               "marks": "approve-only", "late_arrival": "until-open", "body": "street-assembly"}),
    ] {
        let read = rules(text);
        let written = serde_json::to_value(&read).unwrap();
        assert_eq!(rules(written.clone()), read);
        assert!(written["margin"].is_string(), "defaults are written out");
    }
}

#[test]
fn rules_below_the_law_are_warned_of_with_the_article() {
    let candidates = list(&[("1", ""), ("2", ""), ("3", "")]);
    let found = |text: Value| -> Vec<(&str, String)> {
        let warnings = rules(text).check(&candidates).unwrap();
        warnings.iter().map(|warning| (warning.code(), warning.facts()[0].1.clone())).collect()
    };
    assert_eq!(found(json!({"seats": 2})), []);
    assert_eq!(found(json!({"seats": 2, "body": "standing-committee"})), []);
    for (text, code, article) in [
        (json!({"seats": 2, "quorum": "1/2"}), "warning.quorum-below-law", "14"),
        (json!({"seats": 2, "quorum": {"more_than": "1/2"}}), "warning.quorum-below-law", "14"),
        (
            json!({"seats": 2, "quorum": "1/2", "body": "standing-committee"}),
            "warning.quorum-below-law",
            "51",
        ),
        (
            json!({"seats": 2, "majority": {"of": "present", "more_than": "1/2"}}),
            "warning.majority-base-below-law",
            "25",
        ),
        (
            json!({"seats": 2, "majority": {"of": "all", "at_least": "1/2"}}),
            "warning.majority-below-law",
            "25",
        ),
        (
            json!({"seats": 2, "majority": {"of": "all", "more_than": "0"}}),
            "warning.majority-below-law",
            "25",
        ),
        (
            json!({"seats": 2, "too_few": "further-round", "too_few_majority": "plurality"}),
            "warning.too-few-plurality-below-law",
            "25",
        ),
    ] {
        assert_eq!(found(text), [(code, article.to_owned())]);
    }
    assert_eq!(found(json!({"seats": 2, "quorum": "0", "body": "street-assembly"})), []);
}

#[test]
fn a_margin_is_asked_of_each_category() {
    let candidates = list(&[("1", "roads"), ("2", "roads"), ("3", "schools")]);
    let text = json!({"categories": [{"name": "roads", "seats": 1}, {"name": "schools", "seats": 1}]});
    let missed = SlateError::MarginMissed { category: "schools".into(), needed: 2, found: 1 };
    assert_eq!(rules(text.clone()).check(&candidates), Err(missed));
    let mut equal = text;
    equal["margin"] = json!("0");
    let warning = Warning::EqualNumbers { category: "schools".into(), seats: Seats(1) };
    assert_eq!(rules(equal).check(&candidates), Ok(vec![warning]));
}

#[test]
fn a_ballot_has_a_block_for_the_list_or_one_for_each_category() {
    let candidates = list(&[("1", "roads"), ("2", "schools"), ("3", "roads"), ("4", "schools")]);
    let blocks = |text| -> Vec<(Vec<usize>, u32)> {
        let form = rules(text).ballot_form(&candidates).unwrap();
        assert_eq!(form.candidates, 4);
        form.blocks.into_iter().map(|block| (block.candidates, block.limit)).collect()
    };
    assert_eq!(blocks(json!({"seats": 2})), [(vec![0, 1, 2, 3], 2)]);
    assert_eq!(blocks(json!({"seats": 2, "selection_limit": 3})), [(vec![0, 1, 2, 3], 3)]);
    let categories = json!({"categories": [{"name": "schools", "seats": 1}, {"name": "roads", "seats": 2}]});
    assert_eq!(blocks(categories), [(vec![1, 3], 1), (vec![0, 2], 2)]);
}

#[test]
fn a_breach_costs_the_ballot_or_the_category() {
    use procedure::ballot::{Mark, Marks, MarksError};
    let candidates = list(&[("1", "roads"), ("2", "schools"), ("3", "roads")]);
    let categories = json!([{"name": "roads", "seats": 1}, {"name": "schools", "seats": 1}]);
    let counted = |breach: &str| {
        let rules = rules(json!({"categories": categories, "category_breach": breach}));
        let form = rules.ballot_form(&candidates).unwrap();
        rules.paper_marks(&form, &Marks(vec![Mark::Approve; 3])).map(|marks| marks.0.clone())
    };
    assert_eq!(counted("ballot"), Err(MarksError::TooMany { block: 0, limit: 1, found: 2 }));
    assert_eq!(counted("category"), Ok(vec![Mark::Abstain, Mark::Approve, Mark::Abstain]));
}

#[test]
fn bases_have_the_names_they_are_written_with() {
    for base in [Base::All, Base::Present, Base::Issued, Base::Collected, Base::Valid] {
        assert_eq!(json!(base), base.to_string());
    }
}

/// The expected rounds of a sample, each fed as a case with the sample's rules.
fn sample_rounds(sample: &str, rules: Value, called_for: &[Value]) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures");
    let text = fs::read_to_string(root.join(sample).join("expected.json")).unwrap();
    let rounds: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert_eq!(rounds.len(), called_for.len());
    let mut rules = rules;
    for (index, (mut expected, called_for)) in rounds.into_iter().zip(called_for).enumerate() {
        let account = expected.as_object_mut().unwrap().remove("account").unwrap();
        let mut candidates = expected["ranking"].as_array().unwrap().clone();
        for candidate in &mut candidates {
            let fields = candidate.as_object_mut().unwrap();
            fields.retain(|field, _| ["id", "approve", "oppose"].contains(&field.as_str()));
        }
        candidates.sort_by_key(|candidate| candidate["id"].as_str().unwrap().parse::<u32>().unwrap());
        let case = json!({
            "rules": rules, "round": index + 1, "called_for": called_for, "account": account, "candidates": candidates,
        });
        let outcome = serde_json::from_value::<Case>(case).unwrap().decide().unwrap();
        assert_eq!(serde_json::to_value(outcome).unwrap(), expected, "{sample} round {}", index + 1);
        rules["seats"] = expected["further_rounds"][0]["seats"].clone();
    }
}

#[test]
fn the_samples_come_out_as_expected() {
    sample_rounds("city-nanchang-2020", json!({"seats": 10}), &[Value::Null]);
    let township =
        json!({"seats": 10, "too_few": "further-round", "further_rounds_at_most": 2, "tie_majority": "same"});
    sample_rounds("town-gonghe-2022", township, &[Value::Null, json!("tie"), json!("too-few")]);
}
