//! `rehearse` under the rules that a session can adopt.

use crate::run::{Small, pdf_text};
use serde_json::{Value, json};
use std::fs;

/// The only round of a rehearsal.
#[track_caller]
fn round(small: &Small) -> Value {
    let rounds = small.rounds();
    assert_eq!(rounds.len(), 1, "{rounds:?}");
    rounds[0].clone()
}

/// The first two of four candidates are tied behind one seat too few: 1 has eleven, 2 and 3 have eight each.
fn tied(tie: &str) -> Small {
    let small = Small::new();
    small.session(&format!("seats = 2\nselection_limit = 3\ntie = \"{tie}\""), "12", "");
    small.ballots(&[("1,+,+,+,", 5), ("1,+,+,,-", 3), ("1,+,,+,-", 3)]);
    small
}

#[test]
fn a_round_is_told_with_its_account() {
    let round = round(&Small::new());
    assert_eq!(
        round,
        json!({
            "round": "valid", "reason": null, "threshold": 7, "adopted": ["1", "2"], "not_adopted": ["3", "4"],
            "lots": [], "further_rounds": [],
            "ranking": [
                { "id": "1", "rank": 1, "approve": 11, "oppose": 0, "abstain": 0, "passes": true },
                { "id": "2", "rank": 2, "approve": 9, "oppose": 0, "abstain": 2, "passes": true },
                { "id": "4", "rank": 3, "approve": 2, "oppose": 0, "abstain": 9, "passes": false },
                { "id": "3", "rank": 4, "approve": 0, "oppose": 9, "abstain": 2, "passes": false },
            ],
            "account": { "delegates": 12, "present": 12, "issued": 12, "collected": 11, "void": 0 },
        })
    );
}

#[test]
fn people_read_the_rounds_in_their_language() {
    let small = Small::new();
    let chinese = small.rehearsal().run(&[]);
    assert_eq!((chinese.code, chinese.stderr.as_str()), (0, ""));
    for words in ["第 1 轮", "收回票数 11", "通过：1、2", "announcement.pdf"] {
        assert!(chinese.stdout.contains(words), "{words} is not in\n{}", chinese.stdout);
    }
    let mut second = small.rehearsal();
    second.out = small.path("second");
    let english = second.run(&["--language", "en"]);
    assert_eq!((english.code, english.stderr.as_str()), (0, ""));
    for words in ["Round 1", "11 collected", "Adopted: 1, 2", "Written to"] {
        assert!(english.stdout.contains(words), "{words} is not in\n{}", english.stdout);
    }
}

#[test]
fn rows_that_break_the_rule_are_void_ballots() {
    // Cases 11 and 12 of the rules: one approval too many; under "exactly", one too few.
    let small = Small::new();
    small.ballots(&[("1,+,+,,", 8), ("1,+,+,+,", 2)]);
    let at_most = round(&small);
    assert_eq!(at_most["account"]["void"], 2);
    assert_eq!(at_most["account"]["collected"], 10);
    assert_eq!(at_most["ranking"][2]["approve"], 0, "a void ballot counts for nobody");
    let small = Small::new();
    small.session("seats = 2\nselection = \"exactly\"", "12", "");
    small.ballots(&[("1,+,+,,-", 8), ("1,+,,,", 3)]);
    let exactly = round(&small);
    assert_eq!((&exactly["account"]["void"], &exactly["ranking"][0]["approve"]), (&json!(3), &json!(8)));
}

#[test]
fn the_rules_for_ties() {
    let all = round(&tied("all"));
    assert_eq!(all["adopted"], json!(["1", "2", "3"]));
    let none = round(&tied("none"));
    assert_eq!((&none["adopted"], &none["not_adopted"]), (&json!(["1"]), &json!(["2", "3", "4"])));
    let further = round(&tied("further-round"));
    let call = json!([{ "category": null, "candidates": ["2", "3"], "seats": 1, "why": "tie" }]);
    assert_eq!(further["further_rounds"], call);
}

#[test]
fn lots_are_drawn_and_announced() {
    let small = tied("lot");
    let round = round(&small);
    let call = json!([{ "category": null, "candidates": ["2", "3"], "seats": 1, "why": "tie" }]);
    assert_eq!((&round["lots"], &round["adopted"]), (&call, &json!(["1"])));
    let announcement = pdf_text(&small.path("out/announcement.pdf"));
    assert!(announcement.contains("柳溪镇虚构项目1"));
    let drawn = ["柳溪镇虚构项目2", "柳溪镇虚构项目3"].map(|name| announcement.contains(name));
    assert_eq!(drawn.iter().filter(|drawn| **drawn).count(), 1, "{announcement}");
}

#[test]
fn a_tie_and_then_too_few_are_voted_on_again() {
    let small = tied("further-round");
    small.session(
        "seats = 2\nselection_limit = 3\ntie_majority = \"same\"\ntoo_few = \"further-round\"\n\
         further_rounds_at_most = 2",
        "12",
        "",
    );
    small.ballots(&[
        ("1,+,+,+,", 5),
        ("1,+,+,,-", 3),
        ("1,+,,+,-", 3),
        ("2,,+,,", 6),
        ("2,,,-,", 6),
        ("3,,,+,", 7),
        ("3,,+,,", 5),
    ]);
    let rounds = small.rounds();
    let adopted: Vec<&Value> = rounds.iter().map(|round| &round["adopted"]).collect();
    assert_eq!(adopted, [&json!(["1"]), &json!([]), &json!(["3"])]);
    assert_eq!(rounds[1]["further_rounds"][0]["why"], "too-few");
    assert_eq!(rounds[2]["further_rounds"], json!([]));
}

#[test]
fn a_missing_quorum_voids_the_round_and_is_no_failure() {
    let small = Small::new();
    small.session("seats = 2", "7", "");
    small.ballots(&[("1,+,+,,", 7)]);
    let void = round(&small);
    assert_eq!(void["round"], "void");
    assert_eq!((&void["reason"], &void["threshold"]), (&json!("quorum-missing"), &json!(null)));
    assert_eq!((&void["adopted"], &void["ranking"]), (&json!([]), &json!([])));
    assert_eq!((&void["account"]["present"], &void["account"]["collected"]), (&json!(7), &json!(0)));
    assert!(!small.path("out/announcement.pdf").exists());
    let mut random = small.rehearsal();
    (random.out, random.ballots) = (small.path("random"), None);
    let answer = random.run(&["--json"]).done();
    assert_eq!(answer["rounds"].as_array().unwrap().len(), 1, "it is not voted again and again");
}

#[test]
fn categories_are_decided_each_by_itself() {
    let small = Small::new();
    small.session(
        "margin = \"0\"\ncategories = [{ name = \"道路\", seats = 1 }, { name = \"学校\", seats = 1 }]",
        "12",
        "",
    );
    small.candidates(&["道路", "学校", "道路", "学校"]);
    small.ballots(&[("1,+,+,,", 8), ("1,,+,+,", 2), ("1,+,,+,", 1)]);
    let round = round(&small);
    assert_eq!(round["adopted"], json!(["1", "2"]));
    assert_eq!(round["account"]["void"], 1, "two roads break the rule");
    let order: Vec<&Value> =
        round["ranking"].as_array().unwrap().iter().map(|ranked| &ranked["id"]).collect();
    assert_eq!(order, ["1", "3", "2", "4"]);
}

#[test]
fn approve_only_takes_no_opposition() {
    let small = Small::new();
    small.session("seats = 2\nmarks = \"approve-only\"", "12", "");
    small.ballots(&[("1,+,+,,", 9), ("1,+,,,+", 2)]);
    let round = round(&small);
    assert_eq!((&round["adopted"], &round["ranking"][1]["abstain"]), (&json!(["1", "2"]), &json!(2)));
}

#[test]
fn a_standing_committee_has_its_own_quorum() {
    let small = Small::new();
    small.session("seats = 2\nbody = \"standing-committee\"", "7", "");
    small.ballots(&[("1,+,+,,", 7)]);
    assert_eq!(round(&small)["adopted"], json!(["1", "2"]), "7 of 12 are more than half, not two thirds");
}

#[test]
fn delegates_who_left_office_do_not_count() {
    let small = Small::new();
    let text = fs::read_to_string(small.path("delegates.csv")).unwrap();
    let text: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(row, line)| format!("{line},{}", ["是否在任", "否", "否", "是"][row.min(3)]))
        .collect();
    small.write("delegates.csv", text.join("\n"));
    small.session("seats = 2", "10", "");
    small.ballots(&[("1,+,+,,", 8)]);
    let round = round(&small);
    assert_eq!((&round["account"]["delegates"], &round["threshold"]), (&json!(10), &json!(6)));
}

#[test]
fn those_present_can_be_named() {
    let small = Small::new();
    small.session("seats = 2", "[\"12\", \"1\", \"3\", \"5\", \"7\", \"9\", \"11\", \"2\"]", "");
    small.ballots(&[("1,+,+,,", 8)]);
    assert_eq!(round(&small)["account"]["present"], 8);
}

#[test]
fn random_ballots_are_the_same_for_the_same_seed() {
    let small = Small::new();
    let rehearse = |out: &str, seed: &str| {
        let mut rehearsal = small.rehearsal();
        (rehearsal.out, rehearsal.ballots) = (small.path(out), None);
        rehearsal.run(&["--json", "--seed", seed]).done()["rounds"].clone()
    };
    let first = rehearse("first", "7");
    assert_eq!(first[0]["account"]["collected"], 12);
    assert_eq!(first, rehearse("again", "7"));
    assert_ne!(first, rehearse("other", "8"));
}

#[test]
fn the_order_of_casting_does_not_change_the_rounds() {
    let small = Small::new();
    let rehearse = |out: &str, seed: &str| {
        let mut rehearsal = small.rehearsal();
        rehearsal.out = small.path(out);
        rehearsal.run(&["--json", "--seed", seed]).done()["rounds"].clone()
    };
    assert_eq!(rehearse("first", "1"), rehearse("other", "2"));
}
