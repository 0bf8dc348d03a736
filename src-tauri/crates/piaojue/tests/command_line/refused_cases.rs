//! `outcome` on what cannot be: refused, and said why.

use crate::{
    outcome::{case, run},
    run::{Small, piaojue},
};
use serde_json::{Value, json};

/// A case that can be: 90 of 100 present, 80 of 85 collected ballots valid.
fn sound() -> Value {
    let mut case = case(&json!({ "seats": 2 }), 100, 90, &[("A", 70), ("B", 60), ("C", 10)]);
    case["account"] = json!({ "delegates": 100, "present": 90, "issued": 88, "collected": 85, "void": 5 });
    case
}

/// Changes the sound case at this place and expects it to be refused with this code and these facts.
#[track_caller]
fn refuse(place: &str, value: Value, code: &str, facts: &[&str]) {
    let mut case = sound();
    if let Some(there) = case.pointer_mut(place) {
        *there = value;
    } else {
        let (object, field) = place.rsplit_once('/').unwrap();
        case.pointer_mut(object).unwrap()[field] = value;
    }
    refuse_case(&case, code, facts);
}

#[track_caller]
fn refuse_case(case: &Value, code: &str, facts: &[&str]) {
    assert_eq!(run(case, &["--json"]).codes(), [code]);
    let (chinese, english) = (run(case, &[]), run(case, &["--language", "en"]));
    for told in [chinese.refused(), english.refused()] {
        for fact in facts {
            assert!(told.contains(fact), "{fact} is not named: {told}");
        }
    }
    assert_ne!(chinese.stderr, english.stderr);
}

#[test]
fn the_sound_case_is_decided() {
    assert_eq!(run(&sound(), &["--json"]).done()["adopted"], json!(["A", "B"]));
}

#[test]
fn accounts_that_cannot_be() {
    refuse("/account/present", json!(101), "account.present-above-delegates", &["101", "100"]);
    refuse("/account/issued", json!(91), "account.issued-above-present", &["91", "90"]);
    refuse("/account/void", json!(86), "account.void-above-collected", &["86", "85"]);
    refuse("/account/delegates", json!(0), "account.no-delegates", &[]);
    for value in [json!(-1), json!(1.5), json!("5"), json!(5_000_000_000_u64), json!(null)] {
        refuse("/account/void", value, "cli.case-malformed", &["case.json"]);
    }
}

#[test]
fn totals_that_cannot_be() {
    refuse("/candidates/0/oppose", json!(11), "tally.votes-above-valid", &["A", "70", "11", "80"]);
    refuse("/candidates/0/approve", json!(4_294_967_295_u32), "tally.votes-above-valid", &["4294967295"]);
    refuse("/candidates/2/approve", json!(31), "tally.too-many-approvals", &["161", "160"]);
    refuse("/rules/selection", json!("exactly"), "tally.too-few-approvals", &["140", "160"]);
    refuse("/candidates/1/id", json!("A"), "slate.duplicate-id", &["A"]);
    refuse("/candidates", json!([]), "slate.empty", &[]);
    let mut approve_only = sound();
    approve_only["rules"]["marks"] = json!("approve-only");
    approve_only["candidates"][0]["oppose"] = json!(1);
    refuse_case(&approve_only, "tally.oppose-not-asked", &["A", "1"]);
}

#[test]
fn totals_of_a_category_that_cannot_be() {
    let mut case = sound();
    case["rules"] =
        json!({ "categories": [{ "name": "roads", "seats": 1 }, { "name": "schools", "seats": 1 }] });
    for (place, category) in ["roads", "schools", "schools"].iter().enumerate() {
        case["candidates"][place]["category"] = json!(category);
    }
    assert_eq!(run(&case, &["--json"]).done()["adopted"], json!(["A", "B"]));
    let changed = |place: &str, value: Value| {
        let mut case = case.clone();
        *case.pointer_mut(place).unwrap() = value;
        case
    };
    let too_many = changed("/candidates/2/approve", json!(21));
    refuse_case(&too_many, "tally.too-many-approvals", &["schools", "81", "80"]);
    let unknown = changed("/candidates/2/category", json!("parks"));
    refuse_case(&unknown, "slate.category-unknown", &["C", "parks"]);
    refuse_case(&changed("/candidates/2/category", json!(null)), "slate.category-missing", &["C"]);
    let without = changed("/candidates/0/category", json!("schools"));
    refuse_case(&without, "slate.category-without-candidates", &["roads"]);
    refuse_case(&changed("/rules/categories/1/seats", json!(0)), "rules.seats-zero", &["schools"]);
    refuse_case(&changed("/rules/categories/1/name", json!("roads")), "rules.category-twice", &["roads"]);
    let mut both = case.clone();
    both["rules"]["seats"] = json!(2);
    refuse_case(&both, "rules.seats-and-categories", &[]);
    let mut limited = case.clone();
    limited["rules"]["selection_limit"] = json!(1);
    refuse_case(&limited, "rules.selection-limit-with-categories", &[]);
}

#[test]
fn rules_that_cannot_be() {
    refuse("/rules/seats", json!(0), "rules.seats-zero", &["0"]);
    refuse("/rules/seats", json!(4), "slate.seats-above-candidates", &["4", "3"]);
    refuse("/rules", json!({}), "rules.seats-missing", &[]);
    refuse("/rules/selection_limit", json!(4), "slate.limit-above-candidates", &["4", "3"]);
    refuse("/rules/selection_limit", json!(0), "rules.selection-limit-zero", &["0"]);
    refuse("/rules/quorum", json!("3/2"), "rules.fraction-out-of-range", &["quorum", "3/2"]);
    for text in ["1/0", "-1/2", "0.5", "half", "1/2/3", "", "1/-2"] {
        refuse("/rules/quorum", json!(text), "rules.fraction-malformed", &["quorum"]);
    }
    let both = json!({ "of": "all", "more_than": "1/2", "at_least": "1/2" });
    refuse("/rules/majority", both, "rules.proportion-ambiguous", &["majority"]);
    let above = json!({ "of": "all", "more_than": "5/4" });
    refuse("/rules/majority", above, "rules.fraction-out-of-range", &["majority", "5/4"]);
}

#[test]
fn rounds_that_cannot_be() {
    refuse("/round", json!(0), "turn.round-zero", &["1"]);
    refuse("/called_for", json!("tie"), "turn.first-round-called", &[]);
}

#[test]
fn unknown_fields_and_words_are_refused_by_name() {
    for place in ["/extra", "/rules/extra", "/account/extra", "/candidates/0/extra"] {
        refuse(place, json!(1), "cli.case-malformed", &["extra", "case.json"]);
    }
    refuse("/rules/majority", json!({ "of": "all", "extra": "1/2" }), "cli.case-malformed", &["extra"]);
    for field in ["tie", "too_few", "selection", "order", "marks", "body", "tie_majority"] {
        refuse(&format!("/rules/{field}"), json!("sometimes"), "cli.case-malformed", &["sometimes"]);
    }
}

#[test]
fn files_that_are_no_case_are_refused() {
    let small = Small::new();
    let huge = vec![b' '; 21 * 1024 * 1024];
    let deep = "[".repeat(100_000);
    let contents: [(&[u8], &str); 8] = [
        (b"", "exchange.empty"),
        (&huge, "exchange.too-large"),
        (deep.as_bytes(), "cli.case-malformed"),
        (b"{}", "cli.case-malformed"),
        (b"[]", "cli.case-malformed"),
        (b"\xFF\xFE\x00garbage", "cli.case-malformed"),
        (b"{\"rules\": {\"seats\": 1, \"seats\": 2}}", "cli.case-malformed"),
        (b"{} {}", "cli.case-malformed"),
    ];
    for (content, code) in contents {
        let path = small.write("case.json", content);
        let arguments = ["outcome".as_ref(), path.as_os_str(), "--json".as_ref()];
        assert_eq!(piaojue(&arguments).codes(), [code]);
        assert!(piaojue(&arguments[..2]).refused().contains("没有写入"));
    }
    let absent = small.path("absent.json");
    assert_eq!(
        piaojue(&["outcome".as_ref(), absent.as_os_str(), "--json".as_ref()]).codes(),
        ["exchange.not-readable"]
    );
}

#[test]
fn a_name_that_would_steer_the_terminal_is_shown_harmless() {
    let mut case = sound();
    case["candidates"][0]["id"] = json!("A\u{1b}[2J");
    let run = run(&case, &[]);
    assert_eq!(run.code, 0);
    assert!(!run.stdout.contains('\u{1b}') && run.stdout.contains("A\u{FFFD}[2J"));
}
