//! `rehearse` on the samples: the rounds that are expected, and totals that agree with a count of the rows.

use crate::{
    outcome,
    run::{Rehearsal, names, sample},
};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs};
use tempfile::TempDir;

/// Rehearses a sample with lists of this ending, and compares everything.
fn check(folder: &str, ending: &str) {
    let place = TempDir::new().unwrap();
    let out = place.path().join("out");
    let answer = Rehearsal::of_sample(folder, ending, &out).run(&["--json"]).done();
    let expected = fs::read_to_string(sample(folder, "expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    assert_eq!(answer["rounds"], expected);
    check_count(folder, answer["rounds"].as_array().unwrap());
    check_outcome(folder, answer["rounds"].as_array().unwrap());
    let mut written: Vec<&str> =
        answer["written"].as_array().unwrap().iter().map(|path| path.as_str().unwrap()).collect();
    written.sort_unstable();
    let found: Vec<String> =
        names(&out).iter().map(|name| out.join(name).to_str().unwrap().to_owned()).collect();
    assert_eq!(written, found, "what is written is what is listed");
    assert_eq!(names(place.path()), ["out"], "nothing is left beside the folder");
}

/// Counts the rows by hand: a row with more approvals than seats is void.
fn check_count(folder: &str, rounds: &[Value]) {
    let text = fs::read_to_string(sample(folder, "ballots.csv")).unwrap();
    let mut lines = text.trim_start_matches('\u{FEFF}').lines();
    let numbers: Vec<&str> = lines.next().unwrap().split(',').skip(1).collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let mut seats = 10;
    for (number, round) in (1..).zip(rounds) {
        let rows: Vec<&Vec<&str>> = rows.iter().filter(|row| row[0] == format!("{number}")).collect();
        let approvals = |row: &[&str]| row.iter().map(|mark| u64::from(*mark == "+")).sum::<u64>();
        let valid: Vec<&&Vec<&str>> = rows.iter().filter(|row| approvals(row) <= seats).collect();
        assert_eq!(round["account"]["collected"], json!(rows.len()));
        assert_eq!(round["account"]["void"], json!(rows.len() - valid.len()));
        let mut counted: BTreeMap<&str, [u64; 3]> = BTreeMap::new();
        for row in &valid {
            for (number, mark) in numbers.iter().zip(&row[1..]) {
                let place = ["+", "-", ""].iter().position(|known| known == mark).unwrap();
                counted.entry(number).or_default()[place] += 1;
            }
        }
        for ranked in round["ranking"].as_array().unwrap() {
            let found = ["approve", "oppose", "abstain"].map(|field| ranked[field].as_u64().unwrap());
            assert_eq!(found, counted[ranked["id"].as_str().unwrap()], "{ranked}");
        }
        seats = round["further_rounds"][0]["seats"].as_u64().unwrap_or_default();
    }
}

/// Decides each round's totals again with `outcome`: the same, field for field.
fn check_outcome(folder: &str, rounds: &[Value]) {
    let session = fs::read_to_string(sample(folder, "session.toml")).unwrap();
    let session: Value = toml::from_str(&session).unwrap();
    let mut rules = session["rules"].clone();
    let mut called_for = Value::Null;
    for (number, round) in (1..).zip(rounds) {
        let mut candidates = round["ranking"].as_array().unwrap().clone();
        candidates.sort_by_key(|ranked| ranked["id"].as_str().unwrap().parse::<u32>().unwrap());
        for candidate in &mut candidates {
            let fields = candidate.as_object_mut().unwrap();
            fields.retain(|field, _| ["id", "approve", "oppose"].contains(&field.as_str()));
        }
        let case = json!({
            "rules": rules, "round": number, "called_for": called_for, "account": round["account"],
            "candidates": candidates,
        });
        let mut decided = outcome::run(&case, &["--json"]).done();
        decided["account"] = round["account"].clone();
        assert_eq!(decided, *round);
        let further = &round["further_rounds"][0];
        (rules["seats"], called_for) = (further["seats"].clone(), further["why"].clone());
    }
}

#[test]
fn the_city_from_spreadsheets() {
    check("city-nanchang-2020", ".xlsx");
}

#[test]
fn the_city_from_csv_in_utf_8() {
    check("city-nanchang-2020", ".csv");
}

#[test]
fn the_city_from_csv_in_gbk() {
    check("city-nanchang-2020", "-gb18030.csv");
}

#[test]
fn the_town_with_its_three_rounds_from_spreadsheets() {
    check("town-gonghe-2022", ".xlsx");
}

#[test]
fn the_town_from_csv_in_utf_8() {
    check("town-gonghe-2022", ".csv");
}

#[test]
fn the_town_from_csv_in_gbk() {
    check("town-gonghe-2022", "-gb18030.csv");
}
