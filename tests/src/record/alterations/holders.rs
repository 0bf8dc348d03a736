//! Alterations of how a distributed key came about.

use super::{Alteration, of};
use crate::record::forge::{Fit, Forge};
use ballot_box::{ElectionKey, deal};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use serde_json::Value;

const HOLDERS: &str = "rounds/1/key-holders.json";
const KEY: &str = "rounds/1/key.json";
/// Nothing, the identity, in base64url.
const IDENTITY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What version 1 doesn't know.
pub(super) fn first() -> Vec<Alteration> {
    vec![
        of("void", "holders of a key", "1.6", Fit::Manifest, |forge| {
            forge.insert_after(KEY, HOLDERS, br#"{"ceremony":"","holders":[]}"#);
        })
        .only(1),
        of("void", "a profile that says how keys come about", "1.7", Fit::Parts, |forge| {
            let profile = forge.text("profile.json");
            let profile = profile.strip_suffix('}').expect("an object");
            forge.set("profile.json", format!(r#"{profile},"keys":"distributed"}}"#));
        })
        .only(1),
    ]
}

/// What version 2 asks of distributed keys.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn holders() -> Vec<Alteration> {
    let altered = |name, breaks, fit, change: fn(&mut Forge)| of("distributed", name, breaks, fit, change);
    vec![
        altered("keys that are neither dealt nor distributed", "1.7", Fit::Parts, |forge| {
            forge.replace("profile.json", r#""distributed""#, r#""dealt""#);
        }),
        altered("a member more in a holder's part", "1.7", Fit::Manifest, |forge| {
            forge.replace(HOLDERS, r#"{"name""#, r#"{"age":70,"name""#);
        }),
        altered("the holders missing", "4.2", Fit::Manifest, |forge| forge.remove(HOLDERS)),
        altered("holders whom the log doesn't name", "4.2", Fit::Log, |forge| {
            forge.replace_in_act("sealed", 1, 0, r#""holders":"#, r#""others":"#);
        }),
        altered("a key that its holders had given up", "6.11", Fit::Log, |forge| {
            let given_up = r#"{"act":"keys-given-up","statement":"持钥人改期再行生成密钥。"}"#;
            forge.insert_before_act("sealed", 1, given_up, "{}");
        }),
        altered("a key that its holders haven't made", "6.11", Fit::Log, |forge| {
            edit_entry(forge, "keys-made", r#""key":""#, r#""key":"0"#);
        }),
        altered("a key that others have made", "6.11", Fit::Log, |forge| {
            edit_entry(forge, "keys-made", r#""holders":""#, r#""holders":"0"#);
        }),
        altered("a holder's share that nobody took", "4.8", Fit::Log, |forge| {
            forge.replace_in_act("opening-taken", 1, 0, r#""holder":1"#, r#""holder":2"#);
        }),
        altered("another box for the holders", "4.8", Fit::Log, |forge| {
            forge.replace_in_act("key-box-written", 1, 0, r#""root":""#, r#""root":"0"#);
        }),
        altered("a box that one person sent to the holders", "3.8", Fit::Log, |forge| {
            edit_entry(forge, "key-box-written", r#""witness":"总监票人""#, r#""witness":null"#);
        }),
        altered("a key that one person made the session's", "3.8", Fit::Log, |forge| {
            edit_entry(forge, "keys-made", r#""witness":"总监票人""#, r#""witness":null"#);
        }),
        altered("a distributed key that the profile denies", "6.5", Fit::Parts, |forge| {
            forge.replace("profile.json", r#","keys":"distributed""#, "");
        }),
        of("void", "a dealt key that is said to be distributed", "6.5", Fit::Parts, |forge| {
            let profile = forge.text("profile.json");
            let profile = profile.strip_suffix('}').expect("an object");
            forge.set("profile.json", format!(r#"{profile},"keys":"distributed"}}"#));
        }),
        altered("a holder of another name", "6.5", Fit::Manifest, |forge| {
            forge.replace(HOLDERS, "监票人甲", "监票人丙");
        }),
        altered("holders in another order", "6.5", Fit::Manifest, |forge| {
            edit(forge, |holders| holders.swap(0, 1));
        }),
        altered("a holder who is missing", "6.5", Fit::Manifest, |forge| {
            edit(forge, |holders| drop(holders.pop()));
        }),
        altered("another ceremony", "6.6", Fit::Manifest, |forge| {
            let text = forge.text(HOLDERS);
            forge.set(HOLDERS, flipped(&text, r#""ceremony":""#));
        }),
        altered("a sealing key that was swapped", "6.6", Fit::Manifest, |forge| {
            let text = forge.text(HOLDERS);
            forge.set(HOLDERS, flipped(&text, r#""sealing_key":""#));
        }),
        altered("a digest of other holders in the log", "6.6", Fit::Log, |forge| {
            forge.replace_in_act("sealed", 1, 0, r#""holders":""#, r#""holders":"0"#);
        }),
        altered("a ceremony in capitals", "6.6", Fit::Manifest, |forge| {
            let text = forge.text(HOLDERS);
            let (start, end) = (13, 13 + 64);
            forge.set(HOLDERS, text[..start].to_owned() + &text[start..end].to_uppercase() + &text[end..]);
        }),
        altered("another opening of a commitment", "6.7", Fit::Manifest, |forge| {
            edit(forge, |holders| {
                holders[1]["contribution"]["opening"] = holders[0]["contribution"]["opening"].clone();
            });
        }),
        altered("an opening that is none", "6.7", Fit::Manifest, |forge| {
            edit(forge, |holders| holders[1]["contribution"]["opening"] = "AA".into());
        }),
        altered("another first point", "6.7", Fit::Manifest, |forge| {
            edit(forge, |holders| {
                let point = holders[0]["contribution"]["polynomial"][0].clone();
                holders[2]["contribution"]["polynomial"][0] = point;
            });
        }),
        altered("another last point", "6.8", Fit::Manifest, |forge| {
            edit(forge, |holders| {
                let point = holders[0]["contribution"]["polynomial"][1].clone();
                holders[2]["contribution"]["polynomial"][1] = point;
            });
        }),
        altered("a part of a lower degree", "6.8", Fit::Manifest, |forge| {
            edit(forge, |holders| holders[0]["contribution"]["polynomial"][1] = IDENTITY.into());
        }),
        altered("a part of fewer points", "6.8", Fit::Manifest, |forge| {
            edit(forge, |holders| {
                let points = holders[0]["contribution"]["polynomial"].as_array_mut();
                drop(points.expect("points").pop());
            });
        }),
        altered("a point that is none", "6.8", Fit::Manifest, |forge| {
            edit(forge, |holders| holders[0]["contribution"]["polynomial"][1] = "AQ".into());
        }),
        altered("another holder's proof", "6.8", Fit::Manifest, |forge| {
            edit(forge, |holders| {
                let proof = holders[0]["contribution"]["proof_of_possession"].clone();
                holders[1]["contribution"]["proof_of_possession"] = proof;
            });
        }),
        altered("a proof with a response more", "6.8", Fit::Manifest, |forge| {
            edit(forge, |holders| {
                let responses = holders[0]["contribution"]["proof_of_possession"]["responses"].as_array_mut();
                let responses = responses.expect("responses");
                responses.push(responses[0].clone());
            });
        }),
        altered("a key that is not the sum of its parts", "6.9", Fit::Parts, |forge| {
            let (key, _) = deal(3, 2, &mut ChaCha20Rng::seed_from_u64(2)).expect("a key");
            let made: ElectionKey = serde_json::from_str(&forge.text(KEY)).expect("a key");
            forge.set(KEY, serde_json::to_string(&key).expect("JSON"));
            forge.replace_in_act("sealed", 1, 0, &made.fingerprint(), &key.fingerprint());
            edit_entry(forge, "keys-made", &made.fingerprint(), &key.fingerprint());
            forge.replace("rounds/1/state.json", &made.fingerprint(), &key.fingerprint());
        }),
        altered("a holder's signature that was altered", "6.10", Fit::Manifest, |forge| {
            let text = forge.text(HOLDERS);
            forge.set(HOLDERS, flipped(&text, r#""signature":""#));
        }),
        altered("another holder's signature", "6.10", Fit::Manifest, |forge| {
            edit(forge, |holders| holders[1]["signature"] = holders[0]["signature"].clone());
        }),
        altered("a signature that is missing", "6.10", Fit::Manifest, |forge| {
            edit(forge, |holders| holders[2]["signature"] = "".into());
        }),
    ]
    .into_iter()
    .map(|alteration| alteration.only(2))
    .collect()
}

/// Changes the holders, each written as it was but for that.
fn edit(forge: &mut Forge, change: fn(&mut Vec<Value>)) {
    let text = forge.text(HOLDERS);
    let written: Value = serde_json::from_str(&text).expect("JSON");
    let mut holders = written["holders"].as_array().expect("holders").clone();
    change(&mut holders);
    let ceremony = &written["ceremony"];
    let holders: Vec<String> = holders.iter().map(holder).collect();
    forge.set(HOLDERS, format!(r#"{{"ceremony":{ceremony},"holders":[{}]}}"#, holders.join(",")));
}

/// A holder with their members in the order of the format.
fn holder(holder: &Value) -> String {
    let contribution = &holder["contribution"];
    let proof = &contribution["proof_of_possession"];
    format!(
        r#"{{"name":{},"signing_key":{},"sealing_key":{},"commitment":{},"contribution":{{"polynomial":{},"proof_of_possession":{{"challenge":{},"responses":{}}},"opening":{}}},"signature":{}}}"#,
        holder["name"],
        holder["signing_key"],
        holder["sealing_key"],
        holder["commitment"],
        contribution["polynomial"],
        proof["challenge"],
        proof["responses"],
        contribution["opening"],
        holder["signature"],
    )
}

/// A text whose first digit after this is another.
fn flipped(text: &str, after: &str) -> String {
    let place = text.find(after).expect("the member") + after.len();
    let digit = if text.as_bytes()[place] == b'0' { "1" } else { "0" };
    text[..place].to_owned() + digit + &text[place + 1..]
}

/// Replaces a part of the entry of an act, its operator and witness among it.
fn edit_entry(forge: &mut Forge, act: &str, from: &str, to: &str) {
    forge.edit_log(|entries| {
        let event = format!(r#""act":"{act}""#);
        let entry = entries.iter_mut().find(|entry| entry.contains(&event)).expect("an act");
        assert!(entry.contains(from), "{entry} has no {from}");
        *entry = entry.replacen(from, to, 1);
    });
}
