//! `verify`: checks a record, names the first thing that is wrong, finds a ballot by its tracking code.

use crate::run::{Run, Small, names, piaojue};
use std::{fs, path::Path};

/// A session with its record.
fn rehearsed() -> Small {
    let small = Small::new();
    small.rounds();
    small
}

fn verify(path: &Path, more: &[&str]) -> Run {
    let mut arguments = vec!["verify", path.to_str().unwrap()];
    arguments.extend(more);
    piaojue(&arguments)
}

/// A copy of the record with this text in place of another, as long.
fn altered(small: &Small, from: &str, to: &str) -> std::path::PathBuf {
    let mut bytes = fs::read(small.path("out/session.pjrecord")).unwrap();
    let place = bytes.windows(from.len()).position(|found| found == from.as_bytes()).unwrap();
    bytes[place..place + to.len()].copy_from_slice(to.as_bytes());
    small.write("altered.pjrecord", bytes)
}

#[test]
fn a_rehearsed_record_holds() {
    let small = rehearsed();
    let path = small.path("out/session.pjrecord");
    let answer = verify(&path, &["--json"]).done();
    assert_eq!((&answer["holds"], &answer["first_failure"]), (&true.into(), &serde_json::Value::Null));
    assert!(answer["checks"].as_array().unwrap().iter().all(|check| check["result"] == "pass"));
    assert_eq!(answer["session"]["training"], true);
    assert_eq!(answer["rounds"][0]["ballots"], 11);
    // Every document but slips and key cards.
    let documents: Vec<String> = names(&small.path("out"))
        .into_iter()
        .filter(|name| std::path::Path::new(name).extension().is_some_and(|ending| ending == "pdf"))
        .collect();
    let secret = documents.iter().filter(|name| name.contains("slips") || name.contains("key-card")).count();
    assert_eq!(answer["documents"], documents.len() - secret);
    let told = verify(&path, &["--language", "en"]);
    assert_eq!((told.code, told.stderr.as_str()), (0, ""));
    assert!(
        told.stdout.starts_with("1.1  pass  ") && told.stdout.contains("10.3  pass  "),
        "{}",
        told.stdout
    );
    assert!(told.stdout.contains(answer["station"].as_str().unwrap()), "{}", told.stdout);
}

#[test]
fn the_first_thing_that_is_wrong_is_named() {
    let small = rehearsed();
    let path = altered(&small, r#""adopted":["1","2"]"#, r#""adopted":["1","3"]"#);
    let run = verify(&path, &["--json"]);
    let answer = run.json();
    assert_eq!((run.code, &answer["holds"], &answer["first_failure"]), (1, &false.into(), &"1.5".into()));
    let outcome =
        answer["checks"].as_array().unwrap().iter().find(|check| check["number"] == "10.3").unwrap();
    assert_eq!((&outcome["result"], &outcome["round"]), (&"fail".into(), &1.into()), "{outcome}");
    let told = verify(&path, &["--language", "en"]);
    assert_eq!(told.code, 1);
    let last = told.stdout.trim_end().lines().last().unwrap();
    assert!(last.contains("check 1.5") && last.contains("rounds/1/outcome.json"), "{last}");
}

#[test]
fn a_ballot_is_found_by_the_code_that_its_voter_saw() {
    let small = rehearsed();
    let path = small.path("out/session.pjrecord");
    let bytes = fs::read(&path).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let code = &text[text.find(r#"{"code":""#).unwrap() + 9..][..19];
    let found = verify(&path, &["--json", "--ballot", code]).done();
    assert_eq!((&found["ballot"]["found"], &found["ballot"]["round"]), (&true.into(), &1.into()));
    let missing = verify(&path, &["--json", "--ballot", "0000-0000-0000-0000"]);
    assert_eq!((missing.code, &missing.json()["ballot"]["found"]), (1, &false.into()));
    let none = verify(&path, &["--ballot", "0000"]);
    assert_eq!((none.code, none.stdout.as_str()), (2, ""));
}

#[test]
fn what_is_no_record_is_refused() {
    let small = Small::new();
    for (name, content, code) in [
        ("empty.pjrecord", &b""[..], "verify-file.not-a-record"),
        ("text.pjrecord", b"session.json", "verify-file.not-a-record"),
        ("other.zip", b"PK\x03\x04 and something else of some length", "verify-file.not-a-record"),
    ] {
        let run = verify(&small.write(name, content), &["--json"]);
        assert_eq!(run.codes(), [code], "{name}");
    }
    assert_eq!(verify(&small.path("none"), &["--json"]).codes(), ["verify-file.not-found"]);
    assert_eq!(verify(&small.path(""), &["--json"]).code, 2);
}

#[test]
fn inspect_knows_a_record() {
    let small = rehearsed();
    let path = small.path("out/session.pjrecord");
    let answer = piaojue(&["inspect", path.to_str().unwrap(), "--json"]).done();
    assert_eq!((&answer["kind"], &answer["version"]), (&"record".into(), &1.into()));
    assert_eq!(answer["rounds"][0]["state"], "announced");
    let path = altered(&small, r#""adopted":["1","2"]"#, r#""adopted":["1","3"]"#);
    let run = piaojue(&["inspect", path.to_str().unwrap(), "--language", "en"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains(path.to_str().unwrap()) && run.stderr.contains("1.5"), "{}", run.stderr);
}

#[test]
fn nothing_is_changed() {
    let small = rehearsed();
    let out = small.path("out");
    let before = (names(&out), fs::read(out.join("session.pjrecord")).unwrap());
    verify(&out.join("session.pjrecord"), &[]);
    assert_eq!((names(&out), fs::read(out.join("session.pjrecord")).unwrap()), before);
}
