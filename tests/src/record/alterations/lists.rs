//! Alterations of contests, keys and slips.

use super::{Alteration, R1, SLIPS, files, of};
use crate::record::forge::{Fit, Forge};
use base64ct::{Base64UrlUnpadded, Encoding};

/// A statement that says why.
pub(super) const STATEMENT: &str = "现场核对无误，监票人一致同意。";

/// Provisions a kiosk in the first round.
pub(super) fn provision(forge: &mut Forge, kiosk: u32) {
    let event = format!(r#"{{"act":"kiosk-provisioned","round":1,"kiosk":{kiosk}}}"#);
    forge.insert_before_act("poll-closed", 1, &event, "{}");
}

/// Provisions a kiosk in the first round and declares it lost.
pub(super) fn lose(forge: &mut Forge, kiosk: u32, tray: u32) {
    provision(forge, kiosk);
    let event = format!(
        r#"{{"act":"kiosk-lost","round":1,"kiosk":{kiosk},"tray":{tray},"statement":"{STATEMENT}"}}"#
    );
    forge.insert_before_act("poll-closed", 1, &event, "{}");
}

/// Moves the first tag of a list to another, and keeps both sorted.
pub(super) fn move_tag(forge: &mut Forge, from: &str, to: &str) {
    edit_slips(forge, |slips| {
        let tag = slips[from].as_array_mut().expect("a list").remove(0);
        slips[to].as_array_mut().expect("a list").push(tag);
        let list = slips[to].as_array_mut().expect("a list");
        list.sort_by_key(std::string::ToString::to_string);
    });
}

/// Changes `slips.json`, which is written as its version has it.
pub(super) fn edit_slips(forge: &mut Forge, edit: impl FnOnce(&mut serde_json::Value)) {
    let mut slips = serde_json::from_str(&forge.text(SLIPS)).expect("JSON");
    edit(&mut slips);
    let members =
        ["slips", "paper", "issued", "spent", "unused", "cancelled", "unused_paper", "list", "tokens"];
    let members = members.iter().filter(|name| !slips[*name].is_null());
    let members: Vec<String> = members.map(|name| format!(r#""{name}":{}"#, slips[name])).collect();
    forge.set(SLIPS, format!("{{{}}}", members.join(",")));
}

#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn contests() -> Vec<Alteration> {
    vec![
        files("a contest with a space", "5.1", Fit::Parts, |forge| edit_contest_file(forge, "{", "{ ")),
        files("a deadline in a year of five digits", "5.1", Fit::Parts, |forge| {
            edit_contest_file(forge, r#""deadline":null"#, r#""deadline":"+12026-01-01""#);
        }),
        files("a candidate twice", "5.1", Fit::Parts, |forge| {
            edit_contest_file(forge, r#""number":"2""#, r#""number":"1""#);
        }),
        files("another name of a candidate in the state", "5.2", Fit::Parts, |forge| {
            forge.replace(R1, "民生实事项目1", "民生实事项目9");
        }),
        files("another number of delegates", "5.3", Fit::Parts, |forge| {
            forge.replace("session.json", r#""delegates":8"#, r#""delegates":9"#);
        }),
        files("other rules of the session", "5.3", Fit::Parts, |forge| {
            forge.replace("rules.json", r#""order":"votes""#, r#""order":"list""#);
        }),
        files("no rules of the session", "5.3", Fit::Parts, |forge| forge.set("rules.json", "")),
        of("void", "rules of the session that are no text", "5.3", Fit::Parts, |forge| {
            // A byte that is none, against the character that is shown for such bytes.
            forge.edit_contest(1, |contest| contest.replacen('○', "\u{fffd}", 1));
            let rules = forge.text("rules.json");
            let (before, after) = rules.split_once('○').expect("the mark");
            forge.set("rules.json", [before.as_bytes(), &[0xff], after.as_bytes()].concat());
        }),
        files("another number of a round", "5.3", Fit::Parts, |forge| {
            forge.edit_contest(2, |contest| contest.replacen(r#""round":2"#, r#""round":3"#, 1));
        }),
        files("a limit above the candidates", "5.4", Fit::Parts, |forge| {
            let edit = |text: &str| text.replacen(r#""selection_limit":3"#, r#""selection_limit":5"#, 1);
            forge.edit_contest(1, edit);
            forge.set("rules.json", edit(&forge.text("rules.json")));
        }),
        files("a margin that the list doesn't keep", "5.4", Fit::Parts, |forge| {
            let edit = |text: &str| text.replacen(r#""seats":2"#, r#""seats":4"#, 1);
            forge.edit_contest(1, edit);
            forge.set("rules.json", edit(&forge.text("rules.json")));
        }),
        files("another seat in the further round", "5.5", Fit::Parts, |forge| {
            forge.edit_contest(2, |contest| contest.replacen(r#""seats":1"#, r#""seats":2"#, 1));
        }),
        files("a further round called for something else", "5.5", Fit::Parts, |forge| {
            forge.edit_contest(2, |contest| {
                contest.replacen(r#""tie","#, r#""too-few","#, 1).replacen(
                    r#"called_for":"tie""#,
                    r#"called_for":"too-few""#,
                    1,
                )
            });
        }),
        of("overfull", "another contest than the void round's", "5.5", Fit::Parts, |forge| {
            forge.edit_contest(2, |contest| contest.replacen("民生实事项目2", "民生实事项目8", 1));
        }),
        files("two cards' keys exchanged", "6.1", Fit::Parts, |forge| {
            let mut key: serde_json::Value =
                serde_json::from_str(&forge.text("rounds/1/key.json")).expect("JSON");
            key["participant_keys"].as_array_mut().expect("keys").swap(0, 1);
            let (shared, keys) = (&key["shared_key"], &key["participant_keys"]);
            let text = format!(
                r#"{{"params":{{"shares":3,"threshold":2}},"shared_key":{shared},"participant_keys":{keys}}}"#
            );
            forge.set("rounds/1/key.json", text);
        }),
        files("a shared key that is no point", "6.1", Fit::Parts, |forge| {
            let text = forge.text("rounds/1/key.json");
            let start = text.find(r#""shared_key":""#).expect("a key") + 14;
            let none = Base64UrlUnpadded::encode_string(&[0xff; 32]);
            forge.replace("rounds/1/key.json", &text[start..start + 43], &none);
        }),
        files("another threshold of the session", "6.2", Fit::Parts, |forge| {
            forge.replace("profile.json", r#""threshold":2"#, r#""threshold":3"#);
        }),
        files("a scrutineer without a card", "6.2", Fit::Parts, |forge| {
            forge.replace("profile.json", r#""监票人乙""#, r#""监票人乙","监票人丙""#);
        }),
        files("another fingerprint of the key", "6.3", Fit::Parts, |forge| {
            forge.replace_in_act("sealed", 1, 0, r#""key":""#, r#""key":"0"#);
            forge.replace(R1, r#""key_fingerprint":""#, r#""key_fingerprint":"0"#);
        }),
    ]
}

/// Changes the file of the first contest, and its digest, but not the contest in the state.
pub(super) fn edit_contest_file(forge: &mut Forge, from: &str, to: &str) {
    let state = forge.text(R1);
    let contest = forge.text("rounds/1/contest.json");
    forge.edit_contest(1, |contest| contest.replacen(from, to, 1));
    let altered = forge.text("rounds/1/contest.json");
    let text = forge.text(R1).replace(&altered, &contest);
    assert_eq!(text.len(), state.len());
    forge.set(R1, text);
}

pub(super) fn slips() -> Vec<Alteration> {
    vec![
        files("tags that aren't sorted", "7.1", Fit::Parts, |forge| {
            edit_slips(forge, |slips| slips["spent"].as_array_mut().expect("a list").swap(0, 1));
        }),
        files("a tag in two lists", "7.1", Fit::Parts, |forge| {
            edit_slips(forge, |slips| slips["unused_paper"][0] = slips["cancelled"][0].clone());
        }),
        files("a tag that is none", "7.1", Fit::Parts, |forge| {
            edit_slips(forge, |slips| slips["cancelled"][0] = "0".into());
        }),
        files("a slip more than there are tags", "7.2", Fit::Parts, |forge| {
            forge.replace(SLIPS, r#""slips":10"#, r#""slips":11"#);
            forge.replace_in_act("sealed", 1, 0, r#""slips":10"#, r#""slips":11"#);
            forge.replace(R1, r#""slips":10"#, r#""slips":11"#);
        }),
        files("a valid paper ballot more", "7.3", Fit::Parts, |forge| {
            forge.replace_in_act("paper-entered", 1, 0, r#""valid":1"#, r#""valid":2"#);
        }),
        files("a spent slip without a ballot", "7.4", Fit::Parts, |forge| move_tag(forge, "unused", "spent")),
        files("a cancelled slip that nobody exchanged", "7.5", Fit::Parts, |forge| {
            move_tag(forge, "unused", "cancelled");
        }),
        files("a dispute that the tags don't show", "7.5", Fit::Parts, |forge| {
            let slips: serde_json::Value = serde_json::from_str(&forge.text(SLIPS)).expect("JSON");
            let tag = &slips["spent"][0];
            let event = format!(
                r#"{{"act":"dispute-decided","round":1,"slip":{tag},"kiosks":[1,2],"kept":null,"statement":"{STATEMENT}"}}"#
            );
            forge.insert_before_act("poll-closed", 1, &event, "{}");
        }),
        files("more handed out by the slips", "7.6", Fit::Parts, |forge| {
            forge.replace(SLIPS, r#""issued":7"#, r#""issued":6"#);
        }),
        files("a tray that doesn't agree", "7.7", Fit::Parts, |forge| {
            forge.replace_in_act("poll-closed", 1, 0, r#""slips":5"#, r#""slips":6"#);
        }),
        files("more paper slots used than there are ballots", "7.7", Fit::Parts, |forge| {
            for file in [SLIPS, R1] {
                forge.replace(file, r#""slips":10"#, r#""slips":3"#);
            }
            forge.replace(SLIPS, r#""paper":3"#, r#""paper":10"#);
            forge.replace_in_act("sealed", 1, 0, r#""slips":10,"paper":3"#, r#""slips":3,"paper":10"#);
            forge.replace_in_act("paper-entered", 1, 0, r#""valid":1"#, r#""valid":8"#);
            let tray = r#"{"slips":0,"paper":9}"#;
            forge.replace_in_act("poll-closed", 1, 0, r#"{"slips":5,"paper":2}"#, tray);
        }),
        files("more ballots missing than a number has bits", "7.7", Fit::Parts, |forge| {
            for (kiosk, tray) in [(1, u32::MAX), (2, 1)] {
                lose(forge, kiosk, tray);
            }
            forge.replace_in_act("poll-closed", 1, 0, r#"{"slips":5,"#, r#"{"slips":4294967295,"#);
            let missing = r#""statement":null,"missing":4294967295"#;
            forge.replace_in_act("poll-closed", 1, 0, r#""statement":null"#, missing);
        }),
        files("a lost kiosk that the close doesn't know", "7.7", Fit::Parts, |forge| {
            lose(forge, 1, 1);
        }),
    ]
}
