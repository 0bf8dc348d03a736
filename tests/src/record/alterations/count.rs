//! Alterations of ballots, of the count, and of what follows from it.

use super::{Alteration, BALLOTS, R1, R2, SHARES, TOTALS, files, lists::provision, of};
use crate::record::forge::Fit;
use base64ct::{Base64UrlUnpadded, Encoding};

/// Where the numbers of a ballot of the first round of `further` stand: four approvals, a range of 0 to 3 (one ring of
/// four), the marks' proof, four oppositions.
const LIMIT: usize = 32 * 8;
const MARKS: usize = LIMIT + 32 * 5;

/// The act by which a ballot was opened.
pub(super) fn challenged(ballot: &str, ciphertexts: &str) -> String {
    format!(r#"{{"act":"ballot-challenged","round":1,"ballot":"{ballot}","ciphertexts":"{ciphertexts}"}}"#)
}

#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn ballots() -> Vec<Alteration> {
    vec![
        files("another tracking code", "8.1", Fit::Parts, |forge| {
            let text = forge.text(BALLOTS);
            let from = &text[..14];
            let to = format!("{}{}", &text[..9], if &text[9..14] == "00000" { "11111" } else { "00000" });
            forge.replace(BALLOTS, from, &to);
        }),
        files("another hash", "8.1", Fit::Parts, |forge| {
            forge.replace(BALLOTS, r#""hash":""#, r#""hash":"0"#);
        }),
        files("ballots in another order", "8.2", Fit::Parts, |forge| {
            let mut ballots = forge.ballots(1);
            ballots.reverse();
            forge.set_ballots(1, &ballots);
        }),
        files("a ballot twice", "8.2", Fit::Parts, |forge| {
            let mut ballots = forge.ballots(1);
            ballots.remove(1);
            ballots.insert(0, ballots[0].clone());
            forge.set_ballots(1, &ballots);
        }),
        files("a ballot with a number more", "8.3", Fit::Parts, |forge| {
            forge.edit_ballot(1, 0, |ballot| ballot.extend([0; 32]));
        }),
        files("a ballot with what is no point", "8.3", Fit::Parts, |forge| {
            forge.edit_ballot(1, 0, |ballot| ballot[..32].fill(0xff));
        }),
        files("a ballot with what is no scalar", "8.3", Fit::Parts, |forge| {
            forge.edit_ballot(1, 0, |ballot| ballot[MARKS..MARKS + 32].fill(0xff));
        }),
        files("an approval without randomness", "8.3", Fit::Parts, |forge| {
            forge.edit_ballot(1, 0, |ballot| ballot[32..64].fill(0));
        }),
        files("another challenge of the marks", "8.4", Fit::Parts, |forge| {
            forge.edit_ballot(1, 0, |ballot| ballot[MARKS] ^= 1);
        }),
        files("two approvals exchanged", "8.4", Fit::Parts, |forge| {
            forge.edit_ballot(1, 0, |ballot| ballot[..128].rotate_left(64));
        }),
        files("an opposition of another ballot", "8.4", Fit::Parts, |forge| {
            let other = forge.ballots(1)[1].clone();
            let end = forge.end_of_numbers(&other);
            forge.edit_ballot(1, 0, |ballot| {
                ballot[end - 64..end].copy_from_slice(&other[end - 64..end]);
            });
        }),
        files("another challenge of the limit", "8.5", Fit::Parts, |forge| {
            forge.edit_ballot(1, 0, |ballot| ballot[LIMIT] ^= 1);
        }),
        files("another response of the limit", "8.5", Fit::Parts, |forge| {
            forge.edit_ballot(1, 0, |ballot| ballot[LIMIT + 32] ^= 1);
        }),
        of("lots", "another response of a limit that is exact", "8.5", Fit::Parts, |forge| {
            // Four approvals, then two limits of two numbers each.
            forge.edit_ballot(1, 0, |ballot| ballot[LIMIT + 96] ^= 1);
        }),
        files("another root, in log and state", "8.6", Fit::Parts, |forge| {
            forge.replace_in_act("poll-closed", 1, 0, r#""root":""#, r#""root":"0"#);
            forge.replace(R1, r#""root":""#, r#""root":"0"#);
        }),
        files("a ballot less collected, in log and state", "8.7", Fit::Parts, |forge| {
            forge.replace_in_act("poll-closed", 1, 0, r#""collected":7"#, r#""collected":6"#);
            forge.replace(R1, r#""collected":7"#, r#""collected":6"#);
        }),
        files("a ballot that was opened as a challenge", "8.8", Fit::Parts, |forge| {
            let hash = forge.text(BALLOTS)[38..102].to_owned();
            let event = challenged(&hash, &"0".repeat(64));
            forge.insert_before_act("poll-closed", 1, &event, "{}");
        }),
        files("a ballot that was opened at a kiosk apart", "8.8", Fit::Parts, |forge| {
            let hash = forge.text(BALLOTS)[38..102].to_owned();
            provision(forge, 1);
            let opened = "0".repeat(64);
            let event = format!(
                r#"{{"act":"box-merged","round":1,"kiosk":1,"challenged":["{hash}"],"ciphertexts":["{opened}"]}}"#
            );
            forge.insert_before_act("poll-closed", 1, &event, "{}");
        }),
    ]
}

pub(super) fn count() -> Vec<Alteration> {
    vec![
        files("totals of two candidates exchanged", "9.1", Fit::Parts, |forge| {
            let mut totals: serde_json::Value = serde_json::from_str(&forge.text(TOTALS)).expect("JSON");
            totals["approve"].as_array_mut().expect("totals").swap(0, 1);
            forge.set(TOTALS, totals_text(&totals));
        }),
        files("a ballot more in the totals", "9.1", Fit::Parts, |forge| {
            forge.replace(TOTALS, r#""ballots":6"#, r#""ballots":7"#);
        }),
        of("ended", "a single ballot that was opened", "9.2", Fit::Parts, |forge| {
            let ballot = forge.ballots(1).remove(0);
            let sealed = |at: usize| {
                let point = |at: usize| Base64UrlUnpadded::encode_string(&ballot[at..at + 32]);
                format!(r#"{{"random_element":"{}","blinded_element":"{}"}}"#, point(at + 32), point(at))
            };
            let (approve, oppose) = ([sealed(0), sealed(64)], forge.end_of_numbers(&ballot) - 128);
            let oppose = [sealed(oppose), sealed(oppose + 64)];
            let totals = format!(
                r#"{{"ballots":1,"approve":[{}],"oppose":[{}]}}"#,
                approve.join(","),
                oppose.join(",")
            );
            forge.insert_after(BALLOTS, TOTALS, totals.as_bytes());
            forge.insert_after(TOTALS, SHARES, b"{\"holder\":1,\"parts\":[]}\n{\"holder\":2,\"parts\":[]}\n");
            let event = r#"{"act":"counted","round":1,"cards":[2,1]}"#;
            forge.insert_before_act(
                "ended-by-decision",
                1,
                event,
                &format!(r#"{{"opening/1":"{}"}}"#, "0".repeat(64)),
            );
            forge.replace(R1, r#""state":"closed""#, r#""state":"counted""#);
        }),
        files("a share too few", "9.3", Fit::Parts, |forge| {
            let text = forge.text("rounds/2/shares.jsonl");
            forge.set("rounds/2/shares.jsonl", text.lines().next().expect("a share").to_owned() + "\n");
            forge.replace_in_act("counted", 2, 0, r#""cards":[1,3]"#, r#""cards":[1]"#);
        }),
        files("a share of a card that there isn't", "9.3", Fit::Parts, |forge| {
            forge.replace("rounds/2/shares.jsonl", r#"{"holder":3"#, r#"{"holder":4"#);
            forge.replace_in_act("counted", 2, 0, r#""cards":[1,3]"#, r#""cards":[1,4]"#);
        }),
        files("a share under another card's number", "9.4", Fit::Parts, |forge| {
            forge.replace("rounds/2/shares.jsonl", r#"{"holder":3"#, r#"{"holder":2"#);
            forge.replace_in_act("counted", 2, 0, r#""cards":[1,3]"#, r#""cards":[1,2]"#);
        }),
        files("another proof of a share", "9.4", Fit::Parts, |forge| {
            let text = forge.text(SHARES);
            let start = text.find(r#""response":""#).expect("a proof") + 12;
            let mut response = Base64UrlUnpadded::decode_vec(&text[start..start + 43]).expect("base64");
            response[0] ^= 1;
            let altered = Base64UrlUnpadded::encode_string(&response);
            forge.replace(SHARES, &text[start..start + 43], &altered);
        }),
        files("a share without a total", "9.4", Fit::Parts, |forge| {
            let text = forge.text("rounds/2/shares.jsonl");
            let line = text.lines().next().expect("a share");
            let last = line.rfind(r#",{"share""#).expect("a part");
            let shorter = format!("{}]}}", &line[..last]);
            forge.replace("rounds/2/shares.jsonl", line, &shorter);
        }),
        files("an opposition more", "9.5", Fit::Parts, |forge| {
            forge.replace(R1, r#"{"id":"4","approve":1,"oppose":1}"#, r#"{"id":"4","approve":1,"oppose":2}"#);
        }),
        files("more approvals than ballots", "9.7", Fit::Parts, |forge| {
            forge.replace(R1, r#""void":1"#, r#""void":2"#);
        }),
    ]
}

fn totals_text(totals: &serde_json::Value) -> String {
    let list = |name: &str| {
        let sealed = |sealed: &serde_json::Value| {
            let (random, blinded) = (&sealed["random_element"], &sealed["blinded_element"]);
            format!(r#"{{"random_element":{random},"blinded_element":{blinded}}}"#)
        };
        totals[name].as_array().expect("a list").iter().map(sealed).collect::<Vec<_>>().join(",")
    };
    format!(
        r#"{{"ballots":{},"approve":[{}],"oppose":[{}]}}"#,
        totals["ballots"],
        list("approve"),
        list("oppose")
    )
}

pub(super) fn outcome() -> Vec<Alteration> {
    vec![
        files("a void ballot that there isn't", "10.1", Fit::Parts, |forge| {
            forge.replace(R2, r#""void":0"#, r#""void":1"#);
        }),
        of("overfull", "delegates that there aren't", "10.1", Fit::Parts, |forge| {
            forge.replace(R1, r#""account":{"delegates":3"#, r#""account":{"delegates":4"#);
        }),
        of("void", "a quorum that had come", "10.2", Fit::Parts, |forge| {
            let edit = |text: &str| text.replacen(r#""quorum":"2/3""#, r#""quorum":"1/3""#, 1);
            forge.edit_contest(1, edit);
            forge.set("rules.json", edit(&forge.text("rules.json")));
        }),
        of("overfull", "a reason that the account doesn't give", "10.2", Fit::Parts, |forge| {
            forge.replace(R1, "more-collected-than-issued", "quorum-missing");
            forge.replace_in_act("found-void", 1, 0, "more-collected-than-issued", "quorum-missing");
        }),
        files("a project adopted that wasn't", "10.3", Fit::Parts, |forge| {
            forge.replace(
                "rounds/2/outcome.json",
                r#""adopted":["2"],"not_adopted":["3"]"#,
                r#""adopted":["3"],"not_adopted":["2"]"#,
            );
        }),
        files("another rank", "10.3", Fit::Parts, |forge| {
            forge.replace("rounds/1/outcome.json", r#""rank":4"#, r#""rank":3"#);
        }),
        of("void", "a void round that is shown as valid", "10.3", Fit::Parts, |forge| {
            forge.replace("rounds/1/outcome.json", r#""round":"void""#, r#""round":"valid""#);
        }),
        of("lots", "two lots for one seat", "10.4", Fit::Parts, |forge| {
            forge.replace(R1, r#""drawn":["3"]"#, r#""drawn":["1","3"]"#);
            forge.replace_in_act("lots-drawn", 1, 0, r#""drawn":["3"]"#, r#""drawn":["1","3"]"#);
        }),
        of("lots", "a lot for one who didn't draw", "10.4", Fit::Parts, |forge| {
            forge.replace(R1, r#""drawn":["3"]"#, r#""drawn":["3","4"]"#);
            forge.replace_in_act("lots-drawn", 1, 0, r#""drawn":["3"]"#, r#""drawn":["3","4"]"#);
        }),
        files("a stranger who signed", "10.5", Fit::Parts, |forge| {
            forge.replace(R1, r#""tellers":["计票人甲""#, r#""tellers":["计票人丙""#);
        }),
        files("no scrutineer who signed", "10.5", Fit::Parts, |forge| {
            forge.replace(R1, r#""scrutineers":["监票人甲","监票人乙"]"#, r#""scrutineers":[]"#);
        }),
        files("another day of the announcement", "10.6", Fit::Parts, |forge| {
            forge.replace(R1, r#""announced_on":"2026-01-15""#, r#""announced_on":"2026-01-16""#);
        }),
        files("a day of one digit less", "10.6", Fit::Parts, |forge| {
            forge.replace(R1, r#""announced_on":"2026-01-15""#, r#""announced_on":"2026-1-15""#);
        }),
        files("a day that there isn't", "10.6", Fit::Parts, |forge| {
            forge.replace(R1, r#""announced_on":"2026-01-15""#, r#""announced_on":"2026-01-45""#);
        }),
    ]
}
