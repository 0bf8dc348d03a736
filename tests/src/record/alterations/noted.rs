//! Alterations that break nothing, and of which something must be noted.

use super::{
    Alteration, SLIPS,
    count::challenged,
    files,
    lists::{STATEMENT, lose, provision},
    of,
    piles::{add_to, edit_piles, unchecked},
    versions::{count, interrupt, merge, set_key},
};
use crate::record::forge::{Fit, Forge};

/// All of them, of records of this version.
#[must_use]
pub fn noted(version: u32) -> Vec<Alteration> {
    let is_of = |alteration: &Alteration| alteration.only.is_none_or(|only| only == version);
    [of_every_version(), of_the_first(), of_the_second()].into_iter().flatten().filter(is_of).collect()
}

fn before_close(forge: &mut Forge, event: &str) {
    forge.insert_before_act("poll-closed", 1, event, "{}");
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn of_every_version() -> Vec<Alteration> {
    vec![
        files("a record without rounds", "noted.no-round", Fit::Parts, |forge| {
            forge.files.retain(|(name, _)| !name.starts_with("rounds/"));
            forge.replace("session.json", r#""rounds":2"#, r#""rounds":0"#);
            let is_of_a_round = |entry: &String| entry.contains(r#","round":"#);
            forge.edit_log(|entries| entries.retain(|entry| !is_of_a_round(entry)));
        }),
        files("a clock that was set back", "noted.time-backwards", Fit::Parts, |forge| {
            forge.edit_log(|entries| entries[5] = entries[5].replacen("T09:30", "T09:31", 1));
        }),
        files("a clock in another zone that was set back", "noted.time-backwards", Fit::Parts, |forge| {
            forge.edit_log(|entries| {
                entries[5] = entries[5].replacen("T09:30:00+08:00", "T01:30:01.5Z", 1);
            });
        }),
        files("a session that was put back", "noted.restored", Fit::Parts, |forge| {
            before_close(forge, r#"{"act":"restored","entries":3}"#);
        }),
        files("more check-ins than delegates", "noted.beyond-roster", Fit::Parts, |forge| {
            for delegate in ["98", "99"] {
                let event = format!(
                    r#"{{"act":"checked-in","round":1,"delegate":"{delegate}","present":8,"issued":8}}"#
                );
                forge.insert_before_act("poll-opened", 1, &event, "{}");
                let event =
                    format!(r#"{{"act":"check-in-undone","round":1,"delegate":"{delegate}","present":7}}"#);
                forge.insert_before_act("poll-opened", 1, &event, "{}");
            }
        }),
        files("a ballot that was opened", "noted.challenged", Fit::Parts, |forge| {
            before_close(forge, &challenged(&"ab".repeat(32), &"0".repeat(64)));
        }),
        files("a box off a disk", "noted.box-recovered", Fit::Parts, |forge| {
            provision(forge, 1);
            before_close(
                forge,
                r#"{"act":"box-merged","round":1,"kiosk":1,"challenged":[],"recovered":true,"statement":7}"#,
            );
        }),
        files("a box with a statement", "noted.box-statement", Fit::Parts, |forge| {
            provision(forge, 1);
            before_close(
                forge,
                r#"{"act":"box-merged","round":1,"kiosk":1,"challenged":[],"statement":"少一张"}"#,
            );
        }),
        files("a kiosk that is lost", "noted.kiosk-lost", Fit::Parts, |forge| lose(forge, 1, 0)),
        files("a kiosk that is lost with ballots", "noted.missing", Fit::Parts, |forge| {
            lose(forge, 1, 1);
            forge.replace_in_act("poll-closed", 1, 0, r#"{"slips":5,"#, r#"{"slips":6,"#);
            forge.replace_in_act(
                "poll-closed",
                1,
                0,
                r#""statement":null"#,
                r#""statement":null,"missing":1"#,
            );
        }),
        files("a slip in dispute", "noted.dispute-kept", Fit::Parts, |forge| {
            let slips: serde_json::Value = serde_json::from_str(&forge.text(SLIPS)).expect("JSON");
            let tag = &slips["spent"][0];
            before_close(
                forge,
                &format!(
                    r#"{{"act":"dispute-decided","round":1,"slip":{tag},"kept":0,"statement":"{STATEMENT}"}}"#
                ),
            );
        }),
        files("a statement at the close over two lines", "noted.tray-statement", Fit::Parts, |forge| {
            let statement = format!(r#""statement":"{STATEMENT}\nAll checks hold.""#);
            forge.replace_in_act("poll-closed", 1, 0, r#""statement":null"#, &statement);
        }),
        files("a count before its poll", "noted.count-before-poll", Fit::Parts, |forge| {
            forge.replace_in_act("counted", 1, 0, "T09:30", "T09:29");
        }),
    ]
}

fn of_the_first() -> Vec<Alteration> {
    vec![
        files("an opened ballot under no name", "noted.challenge-unnamed", Fit::Parts, |forge| {
            before_close(forge, r#"{"act":"ballot-challenged","round":1,"ballot":"x"}"#);
        }),
        files("a kiosk that nobody provisioned", "noted.kiosk-unprovisioned", Fit::Parts, |forge| {
            lose(forge, 1, 0);
            forge.remove_act("kiosk-provisioned");
        }),
        files("a statement of one word", "noted.short-statement", Fit::Parts, |forge| {
            forge.replace_in_act("poll-closed", 1, 0, r#""statement":null"#, r#""statement":"好。""#);
        }),
        files("an interrupted poll that nobody counted", "noted.resumed-uncounted", Fit::Parts, |forge| {
            interrupt(forge, "");
        }),
        of("lots", "lots drawn again", "noted.lots-twice", Fit::Parts, |forge| {
            forge.insert_before_act("lots-drawn", 1, r#"{"act":"lots-drawn","round":1,"drawn":["1"]}"#, "{}");
        }),
        of("void", "a key that is weaker than it says", "noted.degenerate-key", Fit::Parts, |forge| {
            set_key(forge, |key| key.replacen(r#""threshold":1"#, r#""threshold":2"#, 1));
        }),
        of("void", "a single card outside of training", "noted.threshold-one", Fit::Parts, |forge| {
            set_key(forge, |key| key);
            forge.replace_in_act("sealed", 1, 0, r#""threshold":2"#, r#""threshold":1"#);
            forge.replace("profile.json", r#""threshold":2"#, r#""threshold":1"#);
            forge.replace("profile.json", r#""training":true"#, r#""training":false"#);
        }),
    ]
    .into_iter()
    .map(|alteration| alteration.only(1))
    .collect()
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn of_the_second() -> Vec<Alteration> {
    vec![
        files("a document issued again", "noted.document-replaced", Fit::Parts, |forge| {
            let sha256 = "ab".repeat(32);
            let event = format!(
                r#"{{"act":"document-issued","name":"announcement.pdf","sha256":"{sha256}","rests_on":2}}"#
            );
            before_close(forge, &event);
        }),
        files(
            "a poll that was interrupted, and went on once the trays were counted",
            "noted.interrupted",
            Fit::Parts,
            |forge| {
                interrupt(forge, &count(5, "null"));
            },
        ),
        files("a file that was opened while the box was sealed", "noted.opened", Fit::Parts, |forge| {
            forge.insert_before_act(
                "check-in-opened",
                1,
                r#"{"act":"opened","round":1,"turnout":null}"#,
                "{}",
            );
        }),
        files("an interrupted poll whose trays differ", "noted.count-statement", Fit::Parts, |forge| {
            interrupt(forge, &count(4, &format!("\"{STATEMENT}\"")));
        }),
        files(
            "a kiosk's tray that differed when its poll went on",
            "noted.kiosk-count-statement",
            Fit::Parts,
            |forge| {
                let count = r#"{"tray":{"slips":2,"paper":0},"box":{"slips":3,"paper":0}"#;
                merge(forge, &format!(r#""challenged":[],"resumed":[{count},"statement":"{STATEMENT}"}}]"#));
            },
        ),
        files("cards that were destroyed", "noted.cards-destroyed", Fit::Parts, |forge| {
            forge.append_act(r#"{"act":"cards-destroyed","cards":[1,2,3]}"#);
        }),
        files("cards of which one was kept", "noted.cards-kept", Fit::Parts, |forge| {
            forge.append_act(r#"{"act":"cards-destroyed","cards":[1,9]}"#);
        }),
        files("piles that two persons left out", "noted.piles-unchecked", Fit::Parts, |forge| {
            edit_piles(forge, |piles| {
                *piles = serde_json::Value::Null;
                unchecked(STATEMENT)
            });
        }),
        files("slips that were spoiled in printing", "noted.slips-spoiled", Fit::Parts, |forge| {
            edit_piles(forge, |piles| {
                add_to(piles, "left", -1);
                add_to(piles, "spoiled", 1);
                String::new()
            });
        }),
        files("a tray that was counted only", "noted.tray-by-number", Fit::Parts, |forge| {
            edit_piles(forge, |piles| {
                piles["tray_by_code"] = false.into();
                String::new()
            });
        }),
        files("a key that its holders gave up", "noted.keys-given-up", Fit::Parts, |forge| {
            forge.append_act(&format!(r#"{{"act":"keys-given-up","statement":"{STATEMENT}"}}"#));
        }),
        files("a document of the house", "noted.document-attached", Fit::Parts, |forge| {
            forge.edit_log(|entries| {
                let last = entries.last_mut().expect("an entry");
                *last = last.replacen("document-issued", "document-attached", 1).replacen(
                    r#""witness":null"#,
                    r#""witness":"总监票人""#,
                    1,
                );
            });
        }),
    ]
    .into_iter()
    .map(|alteration| alteration.only(2))
    .collect()
}
