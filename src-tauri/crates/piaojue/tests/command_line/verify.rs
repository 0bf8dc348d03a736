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
    ] {
        let run = verify(&small.write(name, content), &["--json"]);
        assert_eq!(run.codes(), [code], "{name}");
    }
    // A package is checked, whatever its first file is.
    let other = small.write("other.zip", b"PK\x03\x04 and something else of some length");
    let run = verify(&other, &["--json"]);
    assert_eq!((run.code, &run.json()["first_failure"]), (1, &"1.1".into()));
    assert_eq!(verify(&small.path("none"), &["--json"]).codes(), ["verify-file.not-found"]);
    assert_eq!(verify(&small.path(""), &["--json"]).code, 2);
}

#[test]
fn what_was_verified_is_said_and_what_is_out_of_the_ordinary_is_noted() {
    let small = rehearsed();
    let path = small.path("out/session.pjrecord");
    let answer = verify(&path, &["--json"]).done();
    let noted: Vec<&str> =
        answer["noted"].as_array().unwrap().iter().map(|note| note["code"].as_str().unwrap()).collect();
    assert!(noted.contains(&"noted.rehearsal") && noted.contains(&"noted.one-operator"), "{noted:?}");
    let round = &answer["rounds"][0];
    assert_eq!((&round["account"]["collected"], &round["state"]), (&11.into(), &"announced".into()));
    assert_eq!(round["ranking"][0]["adopted"], true);
    let told = verify(&path, &["--language", "en"]);
    for said in [
        "REHEARSAL",
        "noted: One name is the operator of everything",
        "Round 1: announced",
        "11 collected",
        round["root"].as_str().unwrap(),
        round["digest"].as_str().unwrap(),
        round["key"].as_str().unwrap(),
    ] {
        assert!(told.stdout.contains(said), "{said}: {}", told.stdout);
    }
    assert_eq!(told.code, 0);
}

#[test]
fn the_entry_that_a_paper_rests_on_is_found_with_the_acts_after_it() {
    let small = rehearsed();
    let path = small.path("out/session.pjrecord");
    let answer = verify(&path, &["--json"]).done();
    let (head, entries) = (answer["audit_head"].as_str().unwrap(), &answer["audit_entries"]);
    let last = verify(&path, &["--json", "--head", head]).done();
    assert_eq!((&last["head"]["number"], &last["head"]["after"]), (entries, &serde_json::json!([])));
    let bytes = fs::read(&path).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    // The hash of the announcement, as its first digits are typed.
    let announced = text.find(r#"\"act\":\"announced\""#).unwrap();
    let hash = text[announced..].find(r#""hash":""#).map(|at| &text[announced + at + 8..][..64]).unwrap();
    let typed = format!("{} {}", &hash[..6].to_uppercase(), &hash[6..12]);
    let found = verify(&path, &["--json", "--head", &typed]).done();
    assert_eq!(found["head"]["hash"], hash);
    let after = found["head"]["after"].as_array().unwrap();
    assert!(after.iter().any(|act| act["act"] == "document-issued"), "{after:?}");
    let told = verify(&path, &["--language", "en", "--head", hash]);
    assert!(told.stdout.contains("document-issued") && told.stdout.contains(hash), "{}", told.stdout);
    let missing = verify(&path, &["--json", "--head", &"0".repeat(64)]);
    assert_eq!((missing.code, &missing.json()["head"]["found"]), (1, &false.into()));
    assert_eq!(verify(&path, &["--json", "--head", "0000"]).codes(), ["verify-file.entry-hash"]);
}

#[test]
fn the_list_of_slips_is_compared_with_what_was_signed_at_the_sealing() {
    let small = rehearsed();
    let path = small.path("out/session.pjrecord");
    let answer = verify(&path, &["--json"]).done();
    let list = answer["rounds"][0]["list"].as_str().unwrap();
    let on_paper = format!("{} {}", &list[..8].to_uppercase(), &list[8..]);
    let found = verify(&path, &["--json", "--sealed", &on_paper]).done();
    assert_eq!(found["sealed"], serde_json::json!({ "found": true, "round": 1 }));
    let told = verify(&path, &["--language", "en", "--sealed", list]);
    assert!(told.stdout.contains("The commitment is that of round 1"), "{}", told.stdout);
    let other = verify(&path, &["--json", "--sealed", &"0".repeat(64)]);
    assert_eq!((other.code, &other.json()["sealed"]["found"]), (1, &false.into()));
    assert_eq!(verify(&path, &["--json", "--sealed", &list[..63]]).codes(), ["verify-file.commitment"]);
}

#[test]
fn inspect_knows_a_record() {
    let small = rehearsed();
    let path = small.path("out/session.pjrecord");
    let answer = piaojue(&["inspect", path.to_str().unwrap(), "--json"]).done();
    assert_eq!((&answer["kind"], &answer["version"]), (&"record".into(), &2.into()));
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
