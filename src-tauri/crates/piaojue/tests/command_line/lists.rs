//! Lists as offices have them: what `piaojue list` makes of each.
//!
//! The lists are in `tests/fixtures/import_cases`, and what is expected of each in `expected.json` there: the exit code, and the
//! object that is printed. With `PIAOJUE_GENERATE` set, what is printed now is written there, to be looked over.

use super::run::{Rehearsal, Run, Small, piaojue};
use serde_json::{Map, Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/import_cases")
}

/// The list of this file, of candidates where its name begins with c.
fn list(file: &Path, further: &[&str]) -> Run {
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    let kind = if name.starts_with('c') { "candidates" } else { "delegates" };
    let path = file.display().to_string();
    piaojue(&[&["list", &path, "--kind", kind, "--json"], further].concat())
}

fn case(name: &str, further: &[&str]) -> Run {
    list(&cases().join("files").join(name), further)
}

#[test]
fn each_list_is_read_as_it_is_expected() {
    let mut files: Vec<PathBuf> =
        fs::read_dir(cases().join("files")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), 49);
    let mut found = Map::new();
    for file in &files {
        let read = list(file, &[]);
        assert_eq!(read.stderr, "", "{}", file.display());
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        found.insert(name, json!({ "exit": read.code, "list": read.json() }));
    }
    let path = cases().join("expected.json");
    if std::env::var_os("PIAOJUE_GENERATE").is_some() {
        let text = serde_json::to_string_pretty(&Value::Object(found)).unwrap();
        fs::write(&path, text + "\n").unwrap();
        return;
    }
    let expected: Map<String, Value> = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    for (name, found) in &found {
        assert_eq!(Some(found), expected.get(name), "{name}");
    }
}

/// The annex and the roster that `tests/fixtures/lists` has in three formats each.
#[test]
fn a_list_is_read_the_same_from_each_format() {
    let read = |file: &str, kind: &str| {
        let path = cases().join("../lists").join(file).display().to_string();
        piaojue(&["list", &path, "--kind", kind, "--json"])
    };
    for (name, kind, code) in [("annex", "candidates", 0), ("roster", "delegates", 1)] {
        let [xls, et, ods] = ["xls", "et", "ods"].map(|ending| read(&format!("{name}.{ending}"), kind));
        assert_eq!((xls.code, et.code, ods.code), (code, code, code), "{xls:?}");
        assert_eq!(xls.json(), et.json());
        for member in ["sheet", "title_row", "columns", "rows", "left_out", "questions", "findings"] {
            assert_eq!(xls.json()[member], ods.json()[member], "{member}");
        }
    }
    let annex = read("annex.xls", "candidates").json();
    let row = |place: usize| {
        let row = &annex["rows"][place];
        ["number", "name", "category", "investment", "deadline"]
            .map(|field| row[field].as_str().unwrap().to_owned())
    };
    assert_eq!(row(1), ["2", "示例幼儿园新建", "教育", "1805000.00", "2026年11月"]);
    assert_eq!(annex["rows"].as_array().unwrap().len(), 4);
    let roster = read("roster.ods", "delegates").json();
    let row = |place: usize| {
        let row = &roster["rows"][place];
        ["number", "name", "delegation"].map(|field| row[field].as_str().unwrap().to_owned())
    };
    assert_eq!(row(1), ["002", "钱乙", "第一代表团"]);
    assert_eq!(roster["rows"][2]["in_office"], json!(false));
    assert_eq!(roster["questions"][0]["id"], "list.hidden-rows@9");
}

/// The members are in the order in which they are documented.
#[test]
fn the_object_has_its_members_in_their_order() {
    let printed = case("d23_hidden_rows.xlsx", &[]).stdout;
    let members =
        ["kind", "sheet", "title_row", "columns", "rows", "changes", "left_out", "questions", "findings"];
    let places: Vec<usize> = members.map(|member| printed.find(&format!("\"{member}\":")).unwrap()).to_vec();
    assert!(places.is_sorted(), "{places:?}");
    assert!(
        printed.contains(r#""rows":[{"row":2,"column":"B","number":"001","name":"赵甲一","delegation""#),
        "{printed}"
    );
}

#[test]
fn answers_and_choices_close_what_is_open() {
    let hidden = "d23_hidden_rows.xlsx";
    let count = |run: &Run| run.json()["rows"].as_array().unwrap().len();
    assert_eq!(case(hidden, &[]).code, 1);
    let kept = case(hidden, &["--answer", "list.hidden-rows=keep"]);
    assert_eq!((kept.code, count(&kept)), (0, 8));
    let left = case(hidden, &["--answer", "list.hidden-rows@8=leave-out"]);
    assert_eq!((left.code, count(&left)), (0, 6));
    assert_eq!(
        left.json()["left_out"],
        json!([{ "row": 8, "code": "list.hidden-row" }, { "row": 9, "code": "list.hidden-row" }])
    );

    let sheet = case("c29_preferred_and_reserve.xlsx", &["--sheet", "候选项目"]);
    assert_eq!((sheet.code, count(&sheet)), (0, 4));
    let both = case("c29_preferred_and_reserve.xlsx", &["--answer", "list.several-sheets=all"]);
    assert_eq!((both.code, count(&both)), (0, 5));

    let titles = case("d53_preface.xlsx", &["--title-row", "12", "--leave-out", "13,15-18"]);
    assert_eq!((titles.code, count(&titles)), (0, 1));
    let column = case("d57_no_delegation.xlsx", &["--column", "C=delegation"]);
    assert_eq!(column.json()["rows"][0]["delegation"], "男");
    assert_eq!(case("d48_other_titles.xlsx", &["--column", "C="]).json()["columns"][2]["as"], Value::Null);
}

#[test]
fn an_answer_that_no_question_has_is_refused() {
    for answer in ["list.hidden-rows=perhaps", "list.hidden-rows@5=keep", "list.amount-unit=wan"] {
        let refused = case("d23_hidden_rows.xlsx", &["--answer", answer]);
        assert_eq!(refused.codes(), ["cli.answer-unknown"], "{answer}");
    }
    assert_eq!(case("d57_no_delegation.xlsx", &["--column", "C=sex"]).codes(), ["cli.field-unknown"]);
}

#[test]
fn people_are_told_the_same_in_both_languages() {
    for (language, said) in [("zh-CN", "可以导入。"), ("en", "It can be imported.")] {
        let path = cases().join("files/c01_usual_form.xlsx").display().to_string();
        let told = piaojue(&["list", &path, "--kind", "candidates", "--language", language]);
        assert_eq!((told.code, told.stderr.as_str()), (0, ""));
        assert!(told.stdout.contains(said) && told.stdout.contains('9'), "{}", told.stdout);
    }
}

#[test]
fn a_rehearsal_stops_where_questions_are_open_and_goes_on_with_answers() {
    let small = Small::new();
    small.session("seats = 2", "3", "");
    small.write("delegates.csv", "代表证号,姓名,代表团\n1,赵甲,一团\n2,钱乙,\n3,孙丙,二团\n4,李丁,\n");
    let rehearsal = Rehearsal { ballots: None, ..small.rehearsal() };
    assert_eq!(rehearsal.run(&["--json"]).codes(), ["list.fill-down"]);
    assert!(!small.path("out").exists());
    rehearsal.run(&["--json", "--answer", "list.fill-down=fill-down"]).done();
}
