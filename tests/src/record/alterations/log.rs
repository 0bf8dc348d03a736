//! Alterations of the audit log, and of the files that it has hashed.

use super::{Alteration, R1, R2, SHARES, SLIPS, TOTALS, files, lists::move_tag, of};
use crate::record::forge::{Fit, Forge};
use ballot_box::hex;
use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};

#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn log() -> Vec<Alteration> {
    vec![
        files("an entry's number", "3.1", Fit::Manifest, |forge| {
            forge.replace("log.jsonl", r#"{"number":5,"#, r#"{"number":6,"#);
        }),
        files("a last line without its end", "3.1", Fit::Manifest, |forge| {
            let text = forge.text("log.jsonl");
            forge.set("log.jsonl", text.trim_end());
        }),
        files("an entry's hash", "3.2", Fit::Manifest, |forge| edit_line(forge, r#""hash":""#)),
        files("an entry's text", "3.2", Fit::Manifest, |forge| {
            forge.replace("log.jsonl", r#"\"act\":\"rules-set\""#, r#"\"act\":\"rules-kept\""#);
        }),
        files("an entry's signature", "3.3", Fit::Manifest, |forge| edit_line(forge, r#""signature":""#)),
        files("a log that another station signed", "3.3", Fit::Manifest, |forge| {
            let key = std::mem::replace(&mut forge.key, SigningKey::from_bytes(&[8; 32]));
            forge.edit_log(|_| ());
            forge.key = key;
        }),
        files("the last entry cut off", "3.4", Fit::Manifest, |forge| {
            forge.edit_log(|entries| drop(entries.pop()));
        }),
        files("an entry that is none", "3.5", Fit::Parts, |forge| {
            forge.edit_log(|entries| "{}".clone_into(&mut entries[3]));
        }),
        files("a time that is none", "3.5", Fit::Parts, |forge| {
            forge.edit_log(|entries| entries[3] = entries[3].replacen("T09:30", "T99:30", 1));
        }),
        files("a member of an entry twice", "3.5", Fit::Parts, |forge| {
            forge.edit_log(|entries| {
                entries[3] = entries[3].replacen(r#""witness""#, r#""operator":"x","witness""#, 1);
            });
        }),
        files("a session created twice", "3.5", Fit::Parts, |forge| {
            forge.edit_log(|entries| {
                let first = entries[0].replacen(r#""parts":{"#, r#""parts":{"x":"","#, 1);
                entries.insert(1, first);
            });
        }),
        files("a log without an entry", "3.5", Fit::Manifest, |forge| {
            forge.set("log.jsonl", "");
            let session = forge.text("session.json");
            let (start, head) = (session.find(r#","entries""#).expect("entries"), "0".repeat(64));
            forge.set("session.json", format!(r#"{},"entries":0,"head":"{head}"}}"#, &session[..start]));
        }),
        files("a seal before the adoption", "3.6", Fit::Parts, |forge| {
            forge.edit_log(|entries| {
                let place =
                    entries.iter().position(|entry| entry.contains(r#""act":"adopted""#)).expect("adopted");
                entries.swap(place, place + 1);
            });
        }),
        files("a round that begins before the one before it has ended", "3.6", Fit::Parts, |forge| {
            forge.edit_log(|entries| {
                let place = entries
                    .iter()
                    .position(|entry| entry.contains(r#""act":"confirmed""#))
                    .expect("confirmed");
                let begun =
                    entries.iter().position(|entry| entry.contains(r#""act":"round-begun","round":2"#));
                let begun = entries.remove(begun.expect("begun"));
                entries.insert(place, begun);
            });
        }),
        files("a check-in that was left out", "3.7", Fit::Parts, |forge| {
            forge.edit_log(|entries| {
                let place =
                    entries.iter().position(|entry| entry.contains(r#""delegate":"3""#)).expect("a check-in");
                entries.remove(place);
            });
        }),
        files("a delegate who came twice", "3.7", Fit::Parts, |forge| {
            forge.replace_in_act("checked-in", 1, 3, r#""delegate":"3""#, r#""delegate":"2""#);
        }),
        files("two slips handed out at once", "3.7", Fit::Parts, |forge| {
            forge.replace_in_act("checked-in", 1, 3, r#""issued":3"#, r#""issued":4"#);
        }),
        files("more present when the poll was opened", "3.7", Fit::Parts, |forge| {
            forge.replace_in_act("poll-opened", 1, 0, r#""present":7"#, r#""present":8"#);
        }),
        files("a seal without a witness", "3.8", Fit::Parts, |forge| {
            forge.edit_log(|entries| edit_witness(entries, "null"));
        }),
        files("a witness who is the operator", "3.8", Fit::Parts, |forge| {
            forge.edit_log(|entries| edit_witness(entries, r#""大会秘书处 一号""#));
        }),
        files("a witness who is no scrutineer", "3.8", Fit::Parts, |forge| {
            forge.edit_log(|entries| edit_witness(entries, r#""计票人甲""#));
        }),
        files("a round that the session doesn't have", "3.9", Fit::Parts, |forge| {
            forge.replace("session.json", r#""rounds":2"#, r#""rounds":3"#);
        }),
        files("a round that was never announced", "3.9", Fit::Parts, |forge| {
            forge.edit_log(|entries| {
                entries.retain(|entry| !entry.contains(r#""act":"announced","round":2"#));
            });
        }),
        files("a round that the log doesn't tell of", "3.9", Fit::Log, |forge| {
            forge.edit_log(|entries| {
                let place =
                    entries.iter().position(|entry| entry.contains(r#""act":"round-begun","round":2"#));
                entries.truncate(place.expect("begun"));
            });
        }),
    ]
}

/// Entries that many a reader of JSON or of times takes, and the format doesn't.
pub(super) fn entries() -> Vec<Alteration> {
    vec![
        files("a time whose offset has a minus of typography", "3.5", Fit::Parts, |forge| {
            forge.edit_log(|entries| entries[3] = entries[3].replacen("+08:00", "\u{2212}08:00", 1));
        }),
        files("an entry that is a list", "3.5", Fit::Parts, |forge| {
            forge.edit_log(|entries| {
                let mut list = entries[3].replacen('{', "[", 1);
                for member in ["at", "operator", "witness", "event", "parts"] {
                    list = list.replacen(&format!(r#""{member}":"#), "", 1);
                }
                list.pop();
                entries[3] = list + "]";
            });
        }),
        files("an event that is a list", "3.5", Fit::Parts, |forge| {
            forge.replace_in_act("suspended", 1, 0, r#"{"act":"suspended","round":1}"#, r#"["suspended",1]"#);
        }),
        files("a tray that is a list", "3.5", Fit::Parts, |forge| {
            forge.replace_in_act("poll-closed", 1, 0, r#"{"slips":5,"paper":2}"#, "[5,2]");
        }),
        files("a decimal in an entry", "3.5", Fit::Parts, |forge| add_to_event(forge, "1.0")),
        files("a number in an entry with an exponent", "3.5", Fit::Parts, |forge| add_to_event(forge, "1e2")),
        files("a number in an entry less than none", "3.5", Fit::Parts, |forge| add_to_event(forge, "-1")),
        files("a number in an entry of none with a sign", "3.5", Fit::Parts, |forge| {
            add_to_event(forge, "-0");
        }),
        files("a number in an entry too large", "3.5", Fit::Parts, |forge| {
            add_to_event(forge, "18446744073709551616");
        }),
        files("half a surrogate pair in an entry", "3.5", Fit::Parts, |forge| {
            add_to_event(forge, r#""\ud800""#);
        }),
        files("an entry nested 128 deep", "3.5", Fit::Parts, |forge| {
            // Entry and event are the first two.
            add_to_event(forge, &format!("{}{}", "[".repeat(126), "]".repeat(126)));
        }),
    ]
}

/// Gives the event of the log's fourth entry a member that no check looks at.
fn add_to_event(forge: &mut Forge, value: &str) {
    let event = r#""event":{"act":"rules-set""#;
    forge.edit_log(|entries| {
        assert!(entries[3].contains(event), "{}", entries[3]);
        entries[3] = entries[3].replacen(event, &format!(r#"{event},"note":{value}"#), 1);
    });
}

/// Changes the first digit of a member of the log's fifth line.
fn edit_line(forge: &mut Forge, member: &str) {
    let mut lines: Vec<String> = forge.text("log.jsonl").lines().map(str::to_owned).collect();
    let place = lines[4].find(member).expect("the member") + member.len();
    let digit = if lines[4][place..].starts_with('0') { "1" } else { "0" };
    lines[4].replace_range(place..=place, digit);
    forge.set("log.jsonl", lines.join("\n") + "\n");
}

fn edit_witness(entries: &mut [String], witness: &str) {
    let sealed = entries.iter_mut().find(|entry| entry.contains(r#""act":"sealed""#)).expect("sealed");
    *sealed = sealed.replacen(r#""witness":"总监票人""#, &format!(r#""witness":{witness}"#), 1);
}

#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn against_log() -> Vec<Alteration> {
    vec![
        files("another year", "4.1", Fit::Log, |forge| forge.replace("profile.json", "2026", "2027")),
        files("training taken back", "4.1", Fit::Log, |forge| {
            let (trained, real) = (r#""training":true"#, r#""training":false"#);
            forge.replace("profile.json", trained, real);
            forge.edit_log(|entries| entries[0] = entries[0].replacen(trained, real, 1));
        }),
        files("shares left out", "4.2", Fit::Log, |forge| forge.remove(SHARES)),
        of("void", "slips of a round without a poll", "4.2", Fit::Log, |forge| {
            let since_2 = if forge.version == 1 { "" } else { r#","list":[],"tokens":[]"# };
            let slips = format!(
                r#"{{"slips":6,"paper":0,"issued":3,"spent":[],"unused":[],"cancelled":[],"unused_paper":[]{since_2}}}"#
            );
            forge.insert_after("rounds/1/void-paper.json", SLIPS, slips.as_bytes());
        }),
        files("another day of announcement", "4.3", Fit::Log, |forge| {
            forge.replace(R1, "2026-01-15", "2026-01-16");
        }),
        files("another digest adopted", "4.4", Fit::Parts, |forge| {
            forge.replace_in_act("adopted", 1, 0, r#""digest":""#, r#""digest":"0"#);
        }),
        files("an empty digest adopted", "4.4", Fit::Parts, |forge| {
            let digest = hex(&Sha256::digest(forge.text("rounds/1/contest.json")));
            forge.replace_in_act("adopted", 1, 0, &digest, "");
        }),
        files("another digest sealed", "4.4", Fit::Parts, |forge| {
            forge.replace(R1, r#""digest":""#, r#""digest":"0"#);
        }),
        files("more slips sealed", "4.5", Fit::Parts, |forge| {
            forge.replace_in_act("sealed", 1, 0, r#""slips":10"#, r#""slips":11"#);
        }),
        files("another threshold sealed", "4.5", Fit::Parts, |forge| {
            forge.replace(R1, r#""threshold":2"#, r#""threshold":1"#);
        }),
        files("fewer present", "4.6", Fit::Parts, |forge| {
            forge.replace(R2, r#""present":6"#, r#""present":5"#);
        }),
        of("void", "fewer present at check-in", "4.6", Fit::Parts, |forge| {
            forge.replace(R1, r#""present":3"#, r#""present":2"#);
        }),
        files("somebody who came too late", "4.6", Fit::Parts, |forge| {
            let event = r#"{"act":"checked-in","round":1,"delegate":"8","present":8,"issued":8}"#;
            forge.insert_before_act("suspended", 1, event, "{}");
            forge.replace_in_act("poll-closed", 1, 0, r#""issued":7"#, r#""issued":8"#);
            forge.replace(R1, r#""present":7,"issued":7"#, r#""present":8,"issued":8"#);
            forge.replace(SLIPS, r#""issued":7"#, r#""issued":8"#);
        }),
        files("fewer collected", "4.7", Fit::Parts, |forge| {
            forge.replace(R1, r#""collected":7"#, r#""collected":6"#);
        }),
        files("another root in the state", "4.7", Fit::Parts, |forge| {
            forge.replace(R1, r#""root":""#, r#""root":"0"#);
        }),
        files("other cards presented", "4.8", Fit::Parts, |forge| {
            forge.replace_in_act("counted", 2, 0, r#""cards":[1,3]"#, r#""cards":[1,2]"#);
        }),
        of("lots", "lots that weren't drawn so", "4.9", Fit::Parts, |forge| {
            forge.replace(R1, r#""drawn":["3"]"#, r#""drawn":["1"]"#);
        }),
        of("lots", "two lots that were drawn as one", "4.9", Fit::Parts, |forge| {
            forge.replace(R1, r#""drawn":["3"]"#, r#""drawn":["1","3"]"#);
            forge.replace_in_act("lots-drawn", 1, 0, r#""drawn":["3"]"#, r#""drawn":["1 3"]"#);
        }),
        of("void", "an end that nobody decided", "4.9", Fit::Parts, |forge| {
            let figures = r#"{"delegates":6,"present":3,"issued":3,"collected":0,"void":0}"#;
            let ended = format!(r#"{{"by-decision":{{"state":"","statement":"","figures":{figures}}}}}"#);
            forge.replace(R1, r#"{"at-check-in":{"present":3}}"#, &ended);
            forge.replace("rounds/1/outcome.json", "quorum-missing", "by-decision");
        }),
        of("ended", "another statement of the presidium", "4.9", Fit::Parts, |forge| {
            forge.replace(R1, "只有", "共有");
        }),
        of("ended", "another stage that was ended", "4.9", Fit::Parts, |forge| {
            forge.replace(R1, r#""state":"closed""#, r#""state":"polling""#);
        }),
        of("overfull", "another reason found", "4.9", Fit::Parts, |forge| {
            forge.replace_in_act("found-void", 1, 0, "more-collected-than-issued", "quorum-missing");
        }),
        files("another void paper ballot", "4.10", Fit::Parts, |forge| {
            forge.replace("rounds/1/void-paper.json", ":1", ":2");
        }),
        files("another reason of a void paper ballot", "4.10", Fit::Log, |forge| {
            forge.replace("rounds/1/void-paper.json", "marks.too-many", "marks.too-few");
        }),
        files("more void paper ballots than a number has bits", "4.10", Fit::Parts, |forge| {
            let most = r#""marks.too-many":4294967295"#;
            forge.replace_in_act("paper-entered", 1, 0, r#""marks.too-many":1"#, most);
            let event = r#"{"act":"paper-entered","round":1,"valid":0,"void":{"marks.too-many":1}}"#;
            forge.insert_before_act("poll-closed", 1, event, "{}");
            forge.replace("rounds/1/void-paper.json", r#""marks.too-many":1"#, most);
        }),
        files("a slip that changed its list", "4.11", Fit::Log, |forge| {
            move_tag(forge, "unused", "cancelled");
        }),
        files("ballots in another order than the log hashed", "4.12", Fit::Log, |forge| {
            let mut ballots = forge.ballots(1);
            ballots.reverse();
            forge.set_ballots(1, &ballots);
        }),
        files("totals other than the log hashed", "4.13", Fit::Log, |forge| {
            forge.replace(TOTALS, r#""ballots":6"#, r#""ballots":7"#);
        }),
    ]
}
