//! The checker of records knows every act that office does in a round, and asks for a witness where office has one.

#![expect(clippy::expect_used, reason = "a test fails by panicking, in its helpers too")]

use crate::modules::root;
use office::log::{Event, Persons};
use record::{DoneBy, done_by};
use std::{collections::BTreeSet, fs};

/// One of each act, as the log writes it.
const ACTS: &[&str] = &[
    r#"{"act":"session-created","training":true}"#,
    r#"{"act":"profile-set"}"#,
    r#"{"act":"texts-set"}"#,
    r#"{"act":"pin-set","role":"operator","name":"甲"}"#,
    r#"{"act":"pin-hash-renewed","role":"operator","name":"甲"}"#,
    r#"{"act":"pin-replaced","role":"operator","name":"甲"}"#,
    r#"{"act":"restored","entries":1,"statement":null,"known":null}"#,
    r#"{"act":"delegates-set","delegates":1}"#,
    r#"{"act":"candidates-set","candidates":1}"#,
    r#"{"act":"rules-set"}"#,
    r#"{"act":"round-begun","round":1}"#,
    r#"{"act":"adopted","round":1,"digest":"","warnings":[]}"#,
    r#"{"act":"keys-invited","names":["甲","乙"],"threshold":2,"file":""}"#,
    r#"{"act":"key-file-taken","kind":"joining","holder":1,"name":"甲","file":""}"#,
    r#"{"act":"keys-made","key":"","holders":"","threshold":2}"#,
    r#"{"act":"keys-given-up","statement":""}"#,
    r#"{"act":"card-output","round":1,"card":1,"holder":"甲","key":"","way":"shown","reason":null}"#,
    r#"{"act":"slips-output","round":1,"slips":1,"root":"","way":"saved","reason":"一二三四五六七八九十"}"#,
    r#"{"act":"sealed","round":1,"key":"","threshold":1,"cards":1,"slips":1,"paper":0}"#,
    r#"{"act":"check-in-opened","round":1}"#,
    r#"{"act":"checked-in","round":1,"delegate":"1","present":1,"issued":1}"#,
    r#"{"act":"check-in-undone","round":1,"delegate":"1","present":0}"#,
    r#"{"act":"slip-exchanged","round":1}"#,
    r#"{"act":"poll-opened","round":1,"present":1}"#,
    r#"{"act":"suspended","round":1}"#,
    r#"{"act":"resumed","round":1}"#,
    r#"{"act":"interrupted","round":1,"turnout":1}"#,
    r#"{"act":"opened","round":1,"turnout":null}"#,
    r#"{"act":"paper-entered","round":1,"first":"甲","second":"乙","differed":0,"valid":1,"void":{}}"#,
    r#"{"act":"ballot-challenged","round":1,"ballot":""}"#,
    r#"{"act":"slip-annulled","round":1,"slip":"0000000000000000000000000000000000000000000000000000000000000000","reason":""}"#,
    r#"{"act":"poll-closed","round":1,"issued":1,"collected":1,"tray":{"slips":1,"paper":0},"root":"","statement":null}"#,
    r#"{"act":"kiosk-provisioned","round":1,"kiosk":1,"name":"","zone":1,"fingerprint":"","slips":1,"file":""}"#,
    r#"{"act":"provision-loaded","round":1,"kiosk":1,"zone":1,"station":"","slips":1,"file":""}"#,
    r#"{"act":"kiosk-closed","round":1,"collected":1,"tray":1,"statement":null}"#,
    r#"{"act":"box-merged","round":1,"kiosk":1,"recovered":false,"ballots":1,"tray":1,"statement":null,"spent-twice":[],"challenged":[],"file":""}"#,
    r#"{"act":"kiosk-lost","round":1,"kiosk":1,"tray":1,"statement":""}"#,
    r#"{"act":"dispute-decided","round":1,"slip":"0000000000000000000000000000000000000000000000000000000000000000","kiosks":[0,1],"kept":null,"void":"spent-twice","statement":""}"#,
    r#"{"act":"key-box-written","round":1,"root":"","file":""}"#,
    r#"{"act":"opening-taken","round":1,"holder":1,"name":"甲","file":""}"#,
    r#"{"act":"counted","round":1,"cards":[1]}"#,
    r#"{"act":"found-void","round":1,"reason":"quorum-missing"}"#,
    r#"{"act":"ended-by-decision","round":1,"statement":""}"#,
    r#"{"act":"lots-drawn","round":1,"drawn":[]}"#,
    r#"{"act":"rounds-ended","statement":""}"#,
    r#"{"act":"document-issued","name":"","sha256":"","rests_on":1}"#,
    r#"{"act":"document-attached","name":"","sha256":""}"#,
    r#"{"act":"confirmed","round":1}"#,
    r#"{"act":"announced","round":1}"#,
    r#"{"act":"cards-destroyed","cards":[1]}"#,
];

/// Acts of a remote kiosk's own log, which goes into no record.
const AT_A_KIOSK: &[&str] = &["provision-loaded", "kiosk-closed"];

/// Acts that change only what the session words itself, how a PIN is stored or which document is official, those of key
/// ceremonies, which have a report of their own, and that the file was opened.
const NOT_IN_MINUTES: &[&str] = &[
    "texts-set",
    "pin-set",
    "pin-hash-renewed",
    "pin-replaced",
    "key-file-taken",
    "card-output",
    "slips-output",
    "opened",
    "document-issued",
    "document-attached",
];

/// The names of all acts.
fn known() -> impl Iterator<Item = &'static str> {
    Event::NAMES.iter().copied()
}

/// Acts of a round that a record of version 1 holds and its checks don't look at.
const NOT_LOOKED_AT: &[&str] = &["card-output", "slips-output"];
/// Acts of the whole session that the checker asks something of.
const OF_THE_SESSION: &[&str] = &[
    "keys-made",
    "keys-given-up",
    "rounds-ended",
    "document-issued",
    "document-attached",
    "cards-destroyed",
];

/// An act and its name.
fn read(written: &str) -> (String, Event) {
    let value: serde_json::Value = serde_json::from_str(written).expect("JSON");
    let name = value["act"].as_str().expect("a name").to_owned();
    (name, serde_json::from_value(value).expect(written))
}

/// Whether an act is one of a round's history, which a record tells.
fn is_in_a_record(name: &str, event: &Event) -> bool {
    let is_of_a_round = event.round().is_some() && ![AT_A_KIOSK, NOT_LOOKED_AT].concat().contains(&name);
    is_of_a_round || OF_THE_SESSION.contains(&name)
}

#[test]
fn one_of_each_act_is_tried() {
    let tried: Vec<String> = ACTS.iter().map(|written| read(written).0).collect();
    assert_eq!(tried.iter().map(String::as_str).collect::<BTreeSet<_>>(), known().collect());
}

#[test]
fn the_minutes_have_a_sentence_for_each_act_but_those_that_they_leave_out() {
    let codes = office::codes::CODES.iter().copied().flatten().map(|(code, _)| *code);
    let said: BTreeSet<&str> = codes.filter_map(|code| code.strip_prefix("minutes.")).collect();
    assert_eq!(known().filter(|act| !said.contains(act)).collect::<Vec<_>>(), NOT_IN_MINUTES);
}

#[test]
fn the_other_checker_knows_each_act_of_a_record() {
    let path = root().join("tests/checker/piaojue_checker/acts.py");
    let checker = fs::read_to_string(path).expect("the checker's table of acts");
    for written in ACTS {
        let (name, event) = read(written);
        if is_in_a_record(&name, &event) {
            assert!(checker.contains(&format!("\n    \"{name}\": Act(")), "{name}");
        }
    }
}

#[test]
fn the_checker_asks_for_a_witness_where_office_has_one() {
    for written in ACTS {
        let (name, event) = read(written);
        let expected = is_in_a_record(&name, &event).then(|| match event.persons() {
            Persons::One => DoneBy::Operator,
            Persons::Two => DoneBy::Witnessed,
            Persons::TwoOncePossible => panic!("{name}: a record doesn't say whether a scrutineer had a PIN"),
        });
        // As office writes it, which may leave something out.
        let written = serde_json::to_string(&event).expect("JSON");
        assert_eq!(done_by(&written), Ok(expected), "{name}");
    }
}
