//! `verify --challenge`: checks a ballot that was opened instead of being cast, alone and against the record.

use crate::run::{Run, piaojue};
use ballot_box::VoterDigits;
use chrono::DateTime;
use kiosk_files::challenge;
use messages::Language;
use office::{
    Randomness,
    act::{Office, Operator, with_scrutineer},
    acts::{self, Poll},
    clock::StoppedClock,
};
use procedure::{
    ballot::{Mark, Marks},
    candidate::Candidate,
    count::Seats,
    number::{CandidateNumber, DelegateNumber, RoundNumber},
    roster::Delegate,
    rules::{Body, Division, Rules},
};
use record_export::save;
use serde_json::json;
use session_model::{DocumentTexts, Handed, KeyMaking, Level, Profile, ProfileText, Tray};
use signed_file::Station;
use std::{fs, path::PathBuf};
use tempfile::TempDir;

/// A session of three votes with one challenge: the file of the challenge and the record.
struct Held {
    challenge: PathBuf,
    record: PathBuf,
    _folder: TempDir,
}

fn candidate(number: u32) -> Candidate {
    Candidate {
        number: CandidateNumber(number.to_string()),
        name: format!("项目{number}"),
        content: String::new(),
        sub_items: Vec::new(),
        location: String::new(),
        investment: None,
        investment_this_year: None,
        sources: String::new(),
        responsible_unit: String::new(),
        deadline: None,
        benefit: String::new(),
        category: String::new(),
        origin: String::new(),
    }
}

fn profile() -> Profile {
    Profile::new(ProfileText {
        congress: "云溪县人民代表大会".to_owned(),
        session: "第六次会议".to_owned(),
        level: Level::County,
        year: 2026,
        presidium: "大会主席团".to_owned(),
        language: Language::Chinese,
        training: false,
        chief: "总监票人".to_owned(),
        scrutineers: vec!["监票人乙".to_owned()],
        threshold: 2,
        tellers: vec!["计票人".to_owned()],
        keys: KeyMaking::Dealt,
        texts: DocumentTexts::default(),
    })
    .unwrap()
}

/// A new session with its lists and rules adopted.
fn adopted(folder: &TempDir, by: &Operator) -> Office {
    let now = DateTime::parse_from_rfc3339("2026-01-15T09:30:00+08:00").unwrap();
    let station = Station::from_secret(&[9; 32]);
    let path = folder.path().join("session.db");
    let clock = Box::new(StoppedClock(now));
    let mut office = Office::create(&path, station, clock, Randomness::seeded(1), &profile(), by).unwrap();
    let delegate = |number: u32| Delegate {
        number: DelegateNumber(number.to_string()),
        name: format!("代表{number}"),
        delegation: "第一代表团".to_owned(),
        in_office: true,
    };
    let whole = Division::Whole { seats: Seats(1), selection_limit: None };
    acts::set_delegates(&mut office, by, &(1..=3).map(delegate).collect::<Vec<_>>()).unwrap();
    acts::set_candidates(&mut office, by, &(1..=3).map(candidate).collect::<Vec<_>>()).unwrap();
    acts::set_rules(&mut office, by, &Rules::preset(Body::Congress, whole).unwrap()).unwrap();
    acts::begin(&mut office, by).unwrap();
    let warnings = acts::warnings(&office).unwrap();
    acts::adopt(&mut office, by, &warnings).unwrap();
    office
}

fn hold() -> Held {
    let folder = TempDir::new().unwrap();
    let by = Operator("操作员".to_owned());
    let two = with_scrutineer(&profile(), &by.0, "总监票人").unwrap();
    let mut office = adopted(&folder, &by);
    let ceremony = acts::prepare_sealing(&mut office, 3, 0).unwrap();
    acts::seal(&mut office, &two, &ceremony).unwrap();
    acts::open_check_in(&mut office, &by).unwrap();
    for number in ["1", "2", "3"] {
        acts::check_in(&mut office, &by, &number.into(), Handed::Slip).unwrap();
    }
    acts::open_poll(&mut office, &two).unwrap();
    let marks = Marks(vec![Mark::Approve, Mark::Oppose, Mark::Abstain]);
    let keys = office.store().keys(RoundNumber(1)).unwrap().unwrap();
    let election = challenge::election(office.round().unwrap().contest(), &keys.election).unwrap();
    let mut poll = Poll::open(&mut office).unwrap();
    let sealed = poll.seal_openable(&marks, VoterDigits::NONE).unwrap();
    let challenged = poll.challenge(&ceremony.codes()[0], sealed).unwrap();
    for code in ceremony.codes() {
        poll.cast(code, &marks).unwrap();
    }
    let check = acts::rehearsed_piles(&office, ceremony.codes(), 3).unwrap();
    acts::close_poll(&mut office, &two, Tray { slips: 3, paper: 0 }, None, &check).unwrap();
    acts::end_by_decision(&mut office, &two, "演示到此为止，不再计票。").unwrap();
    acts::end_rounds(&mut office, &two, "演示到此为止，不再举行票决。").unwrap();
    let (challenge, record) =
        (folder.path().join(challenged.file_name()), folder.path().join("session.pjrecord"));
    fs::write(&challenge, &challenged.file).unwrap();
    fs::write(folder.path().join("round-1.pjelection"), election).unwrap();
    let scanned = [challenged.parts.clone(), challenged.parts.iter().rev().cloned().collect()].concat();
    fs::write(folder.path().join("scanned.txt"), scanned.join("\r\n")).unwrap();
    save(&office, &[], &record).unwrap();
    Held { challenge, record, _folder: folder }
}

fn verify(held: &Held, with_record: bool, more: &[&str]) -> Run {
    let mut arguments = vec!["verify", "--challenge", held.challenge.to_str().unwrap()];
    if with_record {
        arguments.push(held.record.to_str().unwrap());
    }
    arguments.extend(more);
    piaojue(&arguments)
}

#[test]
fn a_challenged_ballot_is_checked_alone_and_against_the_record() {
    let held = hold();
    let alone = verify(&held, false, &["--json"]).done();
    let marks = json!([
        { "number": "1", "name": "项目1", "mark": "approve" },
        { "number": "2", "name": "项目2", "mark": "oppose" },
        { "number": "3", "name": "项目3", "mark": "abstain" },
    ]);
    assert_eq!(
        (&alone["holds"], &alone["marks"], &alone["in_record"]),
        (&json!(true), &marks, &json!(false))
    );
    let code = alone["code"].as_str().unwrap();
    assert!(held.challenge.to_string_lossy().contains(code));
    let both = verify(&held, true, &["--json"]).done();
    assert_eq!((&both["holds"], &both["challenge"]["in_record"]), (&json!(true), &json!(true)));
    assert_eq!(both["challenge"]["marks"], marks);
    let told = verify(&held, true, &["--language", "en"]);
    assert_eq!(told.code, 0);
    assert!(told.stdout.contains("it was not counted") && told.stdout.contains(code), "{}", told.stdout);
}

#[test]
fn a_challenge_that_does_not_hold_is_told_with_its_reason() {
    let held = hold();
    let changed = fs::read_to_string(&held.challenge).unwrap().replacen("项目1", "项目9", 1);
    fs::write(&held.challenge, changed).unwrap();
    for with_record in [false, true] {
        let run = verify(&held, with_record, &["--json"]);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.stdout.contains("challenge.signature"), "{run:?}");
    }
    fs::write(&held.challenge, "{}").unwrap();
    assert_eq!(verify(&held, false, &[]).code, 1);
    fs::remove_file(&held.challenge).unwrap();
    assert_eq!(verify(&held, false, &["--json"]).codes(), ["verify-file.not-found"]);
}

#[test]
fn either_a_record_or_a_challenge_is_needed() {
    assert_eq!(piaojue(&["verify"]).code, 2);
    let held = hold();
    assert_eq!(verify(&held, false, &["--ballot", "0000-0000-0000-0000"]).code, 2);
}

/// On a second computer outside the booth: QR codes scanned into a text file, in any order and more than once.
#[test]
fn a_challenged_ballot_is_checked_by_its_qr_codes() {
    let held = hold();
    let folder = held.challenge.parent().unwrap();
    let (election, scanned) = (folder.join("round-1.pjelection"), folder.join("scanned.txt"));
    let run = |scanned: &str, more: &[&str]| {
        let given = ["verify", "--challenge", scanned, "--election", election.to_str().unwrap()];
        piaojue(&[&given[..], more].concat())
    };
    let by_file = verify(&held, false, &["--json"]).done();
    assert_eq!(run(scanned.to_str().unwrap(), &["--json"]).done(), by_file);
    let record = held.record.to_str().unwrap();
    let both = run(scanned.to_str().unwrap(), &[record, "--json"]).done();
    assert_eq!(both["challenge"]["in_record"], json!(true));
    let text = fs::read_to_string(&scanned).unwrap();
    let parts: Vec<&str> = text.lines().collect();
    assert!(parts.len() > 4, "several codes");
    let fails = |name: &str, text: String, code: &str| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        let run = run(path.to_str().unwrap(), &["--json"]);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.stdout.contains(code), "{code}: {run:?}");
    };
    // The first code was scanned first and last.
    fails("missing.txt", parts[1..parts.len() - 1].join("\n"), "challenge.parts-missing");
    let other = parts[0].replacen("/1/", "/2/", 1);
    fails("mixed.txt", format!("{text}\n{other}"), "challenge.parts-mixed");
    let digit = if parts[0].ends_with('0') { '1' } else { '0' };
    let damaged = format!("{}{digit}", &parts[0][..parts[0].len() - 1]);
    fails("damaged.txt", text.replace(parts[0], &damaged), "challenge.unreadable");
    fails("none.txt", String::new(), "challenge.unreadable");
    // Another round's list.
    let changed = fs::read_to_string(&election).unwrap().replacen("项目1", "项目9", 1);
    fs::write(&election, changed).unwrap();
    fails("other.txt", text, "challenge.signature");
}
