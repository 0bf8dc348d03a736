//! Alterations of what only one version of the format asks.

use super::{
    Alteration, R1, SLIPS,
    count::challenged,
    files,
    lists::{STATEMENT, edit_contest_file, edit_slips, lose, provision},
    of,
    piles::piles,
};
use crate::record::{
    forge::{Fit, Forge},
    parts::bytes as from_hex,
};
use ballot_box::{deal, hex};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Interrupts the poll of the first round, and has it go on as this count says.
pub(super) fn interrupt(forge: &mut Forge, count: &str) {
    for event in [
        r#"{"act":"interrupted","round":1,"turnout":6}"#.to_owned(),
        r#"{"act":"opened","round":1,"turnout":6}"#.to_owned(),
        format!(r#"{{"act":"resumed","round":1{count}}}"#),
    ] {
        forge.insert_before_act("poll-closed", 1, &event, "{}");
    }
}

/// So many slips counted, where there should be five, and what is stated.
pub(super) fn count(slips: u32, statement: &str) -> String {
    let tray = format!(r#"{{"slips":{slips},"paper":1}}"#);
    format!(r#","count":{{"tray":{tray},"box":{{"slips":5,"paper":1}},"statement":{statement}}}"#)
}

/// What version 1 refuses and version 2 takes.
pub(super) fn first() -> Vec<Alteration> {
    vec![
        files("a deadline in words", "5.1", Fit::Parts, |forge| {
            edit_contest_file(forge, r#""deadline":null"#, r#""deadline":"年底前""#);
        }),
        files("a deadline in words in the state", "1.7", Fit::Parts, |forge| {
            forge.edit_contest(1, |contest| {
                contest.replacen(r#""deadline":null"#, r#""deadline":"年底前""#, 1)
            });
        }),
        files("the fewest ballots in the rules", "5.1", Fit::Parts, |forge| {
            edit_contest_file(forge, r#""legend":"#, r#""fewest_ballots":3,"legend":"#);
        }),
        files("the fewest ballots in the state's rules", "1.7", Fit::Parts, |forge| {
            forge.edit_contest(1, |contest| {
                contest.replacen(r#""legend":"#, r#""fewest_ballots":3,"legend":"#, 1)
            });
        }),
    ]
    .into_iter()
    .map(|alteration| alteration.only(1))
    .collect()
}

/// What version 2 asks of slips and version 1 didn't: that each was held by somebody.
fn proofs() -> Vec<Alteration> {
    vec![
        files("paper ballots that no scrutineer saw", "3.8", Fit::Parts, |forge| {
            let named = r#""act":"paper-entered""#;
            forge.edit_log(|entries| {
                let entry = entries.iter_mut().find(|entry| entry.contains(named)).expect("paper");
                *entry = entry.replacen(r#""witness":"总监票人""#, r#""witness":null"#, 1);
            });
        }),
        files("slips without a list", "1.7", Fit::Parts, |forge| {
            edit_slips(forge, |slips| slips["list"] = Value::Null);
        }),
        files("slips without tokens", "1.7", Fit::Manifest, |forge| {
            edit_slips(forge, |slips| slips["tokens"] = Value::Null);
        }),
        files("a slip that isn't on the list", "7.8", Fit::Parts, |forge| {
            edit_slips(forge, |slips| drop(items(slips, "list").pop()));
        }),
        files("a list in another order", "7.8", Fit::Parts, |forge| {
            edit_slips(forge, |slips| items(slips, "list").swap(0, 1));
        }),
        files("a token's hash in capitals", "7.8", Fit::Parts, |forge| {
            edit_slips(forge, |slips| slips["list"][0]["token_hash"] = "AB".repeat(32).into());
        }),
        files("a slip that passes for paper", "7.8", Fit::Parts, |forge| {
            edit_slips(forge, |slips| set_hash(slips, "unused", &"0".repeat(64)));
        }),
        files("paper that passes for a slip", "7.8", Fit::Parts, |forge| {
            edit_slips(forge, |slips| set_hash(slips, "unused_paper", &"ab".repeat(32)));
        }),
        files("two slips with one token", "7.8", Fit::Parts, |forge| {
            edit_slips(forge, |slips| {
                let tag = slips["spent"][0].clone();
                let row = items(slips, "list").iter().find(|row| row["tag"] == tag).expect("the slip's row");
                let hash = row["token_hash"].as_str().expect("a hash").to_owned();
                set_hash(slips, "unused", &hash);
            });
        }),
        files("a list that nobody committed to", "7.9", Fit::Parts, exchange_token),
        files("a sealing that commits to nothing", "7.9", Fit::Parts, |forge| {
            let list = commitment(forge);
            forge.replace_in_act("sealed", 1, 0, &format!(r#""list":"{list}","#), "");
        }),
        files("a ballot whose slip nobody held", "7.10", Fit::Parts, |forge| {
            edit_slips(forge, |slips| drop(items(slips, "tokens").pop()));
        }),
        files("a token of no slip", "7.10", Fit::Parts, |forge| {
            edit_slips(forge, |slips| items(slips, "tokens").push("f".repeat(64).into()));
        }),
        files("tokens in another order", "7.10", Fit::Parts, |forge| {
            edit_slips(forge, |slips| items(slips, "tokens").swap(0, 1));
        }),
    ]
}

/// Puts another token in the place of that of a spent slip, with its hash on the list: what somebody does who has everything but
/// the slip.
fn exchange_token(forge: &mut Forge) {
    let invented = [0xAB; 32];
    edit_slips(forge, |slips| {
        let before = items(slips, "tokens").pop().expect("a token");
        let before = hex(&Sha256::digest(from_hex(before.as_str().expect("hex"))));
        let row = items(slips, "list").iter_mut().find(|row| row["token_hash"] == *before);
        row.expect("its row")["token_hash"] = hex(&Sha256::digest(invented)).into();
        items(slips, "tokens").push(hex(&invented).into());
        items(slips, "tokens").sort_by_key(ToString::to_string);
    });
}

/// The same, with the commitment in the log: only the paper that was signed at the sealing tells.
pub fn exchange_token_and_commitment(forge: &mut Forge) {
    let before = commitment(forge);
    exchange_token(forge);
    let slips: Value = serde_json::from_str(&forge.text(SLIPS)).expect("JSON");
    let mut rows = Vec::new();
    for row in slips["list"].as_array().expect("a list") {
        for member in ["tag", "token_hash"] {
            rows.extend(from_hex(row[member].as_str().expect("hex")));
        }
    }
    forge.replace_in_act("sealed", 1, 0, &before, &hex(&Sha256::digest(rows)));
}

/// The commitment to the first round's slips that the log says.
#[must_use]
pub fn commitment(forge: &Forge) -> String {
    let sealed = r#""act":"sealed","round":1"#;
    let entry = forge.log().into_iter().find(|entry| entry.contains(sealed)).expect("the sealing");
    let entry: Value = serde_json::from_str(&entry).expect("JSON");
    entry["event"]["list"].as_str().expect("a commitment").to_owned()
}

/// The members of a list of `slips.json`.
fn items<'a>(slips: &'a mut Value, name: &str) -> &'a mut Vec<Value> {
    slips[name].as_array_mut().expect("a list")
}

/// Sets the token hash of the first slip of a list.
fn set_hash(slips: &mut Value, of: &str, hash: &str) {
    let tag = slips[of][0].clone();
    let row = items(slips, "list").iter_mut().find(|row| row["tag"] == tag).expect("the slip's row");
    row["token_hash"] = hash.into();
}

/// What version 2 asks of voters' digits, and of ballots that were opened at remote kiosks.
fn digits() -> Vec<Alteration> {
    vec![
        files("a ballot that ends with no digits", "8.3", Fit::Parts, |forge| {
            forge.edit_ballot(1, 0, |ballot| end_with(ballot, *b"04a"));
        }),
        files("a ballot as version 1 has it", "8.3", Fit::Parts, |forge| {
            forge.edit_ballot(1, 0, |ballot| ballot.truncate(ballot.len() - 3));
        }),
        files("a ballot with digits that its voter didn't add", "8.4", Fit::Parts, |forge| {
            forge.edit_ballot(1, 0, |ballot| end_with(ballot, *b"042"));
        }),
        of("lots", "a voter's digits that were taken away", "8.4", Fit::Parts, |forge| {
            let ballots = forge.ballots(1);
            let with = ballots.iter().position(|ballot| ballot.ends_with(b"042")).expect("digits");
            forge.edit_ballot(1, with, |ballot| end_with(ballot, *b"---"));
        }),
        of("lots", "a code without the voter's digits", "8.1", Fit::Parts, |forge| {
            forge.replace("rounds/1/ballots.jsonl", r#"-042","hash""#, r#"","hash""#);
        }),
        files("a ballot opened at a remote kiosk without its ciphertexts", "3.14", Fit::Parts, |forge| {
            merge(forge, &format!(r#""challenged":["{}"],"ciphertexts":[]"#, "ab".repeat(32)));
        }),
        files(
            "a ballot opened at a remote kiosk, its ciphertexts in capitals",
            "3.14",
            Fit::Parts,
            |forge| {
                let (ballot, ciphertexts) = ("ab".repeat(32), "AB".repeat(32));
                merge(forge, &format!(r#""challenged":["{ballot}"],"ciphertexts":["{ciphertexts}"]"#));
            },
        ),
        files("a ballot's ciphertexts that were opened at a remote kiosk", "8.9", Fit::Parts, |forge| {
            let (ballot, ciphertexts) = ("ab".repeat(32), ciphertexts_of_first(forge));
            merge(forge, &format!(r#""challenged":["{ballot}"],"ciphertexts":["{ciphertexts}"]"#));
        }),
    ]
}

fn end_with(ballot: &mut [u8], digits: [u8; 3]) {
    let end = ballot.len() - 3;
    ballot[end..].copy_from_slice(&digits);
}

/// Merges the box of a kiosk that was provisioned.
pub(super) fn merge(forge: &mut Forge, opened: &str) {
    provision(forge, 1);
    let event = format!(r#"{{"act":"box-merged","round":1,"kiosk":1,{opened}}}"#);
    forge.insert_before_act("poll-closed", 1, &event, "{}");
}

/// The hash of the ciphertexts of the first round's first ballot: four approvals at its start, four oppositions at the end of its
/// numbers.
fn ciphertexts_of_first(forge: &Forge) -> String {
    let ballot = forge.ballots(1).swap_remove(0);
    let end = forge.end_of_numbers(&ballot);
    hex(&Sha256::new().chain_update(&ballot[..256]).chain_update(&ballot[end - 256..end]).finalize())
}

/// What version 2 asks and version 1 didn't.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn second() -> Vec<Alteration> {
    let others = vec![
        files("a sealing by another version", "3.10", Fit::Parts, |forge| {
            forge.replace_in_act("sealed", 1, 0, r#""version":2"#, r#""version":3"#);
        }),
        files("a record that is passed off as one of version 1", "1.7", Fit::Parts, |forge| {
            forge.version = 1;
        }),
        files("a statement that says nothing", "3.11", Fit::Parts, |forge| {
            forge.replace_in_act("poll-closed", 1, 0, r#""statement":null"#, r#""statement":"好。""#);
        }),
        of("ended", "a round that was ended without a word", "3.11", Fit::Parts, |forge| {
            forge.replace_in_act("ended-by-decision", 1, 0, "只有一张选票，不予开启。", "不予开启。");
            forge.replace(R1, "只有一张选票，不予开启。", "不予开启。");
        }),
        of("ended", "rounds that were ended without a word", "3.11", Fit::Parts, |forge| {
            forge.remove_act("rounds-ended");
            forge.append_act(r#"{"act":"rounds-ended"}"#);
        }),
        files("a kiosk that was never provisioned and is lost", "3.12", Fit::Parts, |forge| {
            lose(forge, 1, 0);
            forge.remove_act("kiosk-provisioned");
        }),
        files("a kiosk that was never provisioned and is merged", "3.12", Fit::Parts, |forge| {
            let event = r#"{"act":"box-merged","round":1,"kiosk":1,"challenged":[]}"#;
            forge.insert_before_act("poll-closed", 1, event, "{}");
        }),
        of("lots", "lots that were drawn twice", "3.13", Fit::Parts, |forge| {
            let event = r#"{"act":"lots-drawn","round":1,"drawn":["1"]}"#;
            forge.insert_before_act("lots-drawn", 1, event, "{}");
        }),
        files("a ballot that was opened without its ciphertexts", "3.14", Fit::Parts, |forge| {
            forge.insert_before_act("poll-closed", 1, &challenged(&"ab".repeat(32), ""), "{}");
        }),
        files("a ballot that was opened under a name in capitals", "3.14", Fit::Parts, |forge| {
            forge.insert_before_act("poll-closed", 1, &challenged(&"AB".repeat(32), &"0".repeat(64)), "{}");
        }),
        files("a poll that stays open while its file is opened", "3.6", Fit::Parts, |forge| {
            forge.insert_before_act("poll-closed", 1, r#"{"act":"opened","round":1,"turnout":6}"#, "{}");
        }),
        files("cards that one person destroyed", "3.8", Fit::Parts, |forge| {
            forge.append_act(r#"{"act":"cards-destroyed","cards":[1,2,3]}"#);
            forge.edit_log(|entries| {
                let last = entries.last_mut().expect("an entry");
                *last = last.replacen(r#""witness":"总监票人""#, r#""witness":null"#, 1);
            });
        }),
        files("an interrupted poll that went on uncounted", "3.16", Fit::Parts, |forge| {
            interrupt(forge, "");
        }),
        files("an interrupted poll whose count says nothing", "3.16", Fit::Parts, |forge| {
            interrupt(forge, r#","count":[{"slips":5,"paper":1},{"slips":5,"paper":1},null]"#);
        }),
        files("a file opened while suspended, and nobody counted", "3.16", Fit::Parts, |forge| {
            for event in [r#""suspended""#, r#""opened""#, r#""resumed""#] {
                let event = format!(r#"{{"act":{event},"round":1}}"#);
                forge.insert_before_act("poll-closed", 1, &event, "{}");
            }
        }),
        files("an interrupted poll whose trays differ, without a word", "3.11", Fit::Parts, |forge| {
            interrupt(forge, &count(4, "null"));
        }),
        files("a rehearsal that the profile denies", "3.15", Fit::Parts, |forge| {
            forge.replace("profile.json", r#""training":true"#, r#""training":false"#);
        }),
        of("void", "a further round that nobody held", "5.6", Fit::Parts, |forge| {
            forge.remove_act("rounds-ended");
        }),
        of("void", "rounds that were ended before the last of them", "5.6", Fit::Parts, |forge| {
            forge.remove_act("rounds-ended");
            let event = format!(r#"{{"act":"rounds-ended","statement":"{STATEMENT}"}}"#);
            forge.insert_before_act("found-void", 1, &event, "{}");
        }),
        of("void", "a key of which one card is enough", "6.4", Fit::Parts, |forge| {
            set_key(forge, |key| key.replacen(r#""threshold":1"#, r#""threshold":2"#, 1));
        }),
        files("a ballot's ciphertexts that were opened", "8.9", Fit::Parts, |forge| {
            let event = challenged(&"ab".repeat(32), &ciphertexts_of_first(forge));
            forge.insert_before_act("poll-closed", 1, &event, "{}");
        }),
        files("another document under an issued name", "11.3", Fit::Manifest, |forge| {
            forge.set("documents/announcement.pdf", "%PDF-1.7 something else");
        }),
        files("a document that was never issued", "11.3", Fit::Manifest, |forge| {
            forge.files.push(("documents/z.pdf".to_owned(), b"%PDF-1.7 more".to_vec()));
        }),
        files("an issued document that is missing", "11.3", Fit::Manifest, |forge| {
            forge.remove("documents/announcement.pdf");
        }),
        files("a document that rests on a later entry", "11.3", Fit::Parts, |forge| {
            forge.edit_log(|entries| {
                let last = entries.last_mut().expect("an entry");
                *last = last.replacen(r#""rests_on":1"#, r#""rests_on":9999"#, 1);
            });
        }),
    ];
    proofs()
        .into_iter()
        .chain(digits())
        .chain(piles())
        .chain(others)
        .map(|alteration| alteration.only(2))
        .collect()
}

/// Puts another key in place of that of a round that was void at check-in: one of whose cards a single one is enough.
pub(super) fn set_key(forge: &mut Forge, edit: impl FnOnce(String) -> String) {
    let (key, _) = deal(3, 1, &mut ChaCha20Rng::seed_from_u64(1)).expect("a key");
    let text = edit(serde_json::to_string(&key).expect("JSON"));
    let key: ballot_box::ElectionKey = serde_json::from_str(&text).expect("a key");
    let before: ballot_box::ElectionKey =
        serde_json::from_str(&forge.text("rounds/1/key.json")).expect("a key");
    forge.set("rounds/1/key.json", text);
    forge.replace_in_act("sealed", 1, 0, &before.fingerprint(), &key.fingerprint());
}
