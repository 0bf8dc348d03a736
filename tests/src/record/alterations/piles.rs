//! Alterations of what the close says of the piles of slips.

use super::{Alteration, SLIPS, files, lists::STATEMENT};
use crate::record::forge::{Fit, Forge};
use serde_json::Value;

/// Changes what the close of the first round's poll says of the piles, an object; what is returned follows it in the log.
pub(super) fn edit_piles(forge: &mut Forge, edit: impl Fn(&mut Value) -> String) {
    let named = r#""act":"poll-closed","round":1"#;
    forge.edit_log(|entries| {
        let entry = entries.iter_mut().find(|entry| entry.contains(named)).expect("the close");
        let start = entry.find(r#","piles":{"#).expect("the piles");
        let end = start + entry[start..].find('}').expect("their end") + 1;
        let mut piles: Value = serde_json::from_str(&entry[start + r#","piles":"#.len()..end]).expect("JSON");
        let after = edit(&mut piles);
        let said = if piles.is_null() { String::new() } else { format!(r#","piles":{piles}"#) };
        entry.replace_range(start..end, &(said + &after));
    });
}

/// Adds to a number of the piles.
pub(super) fn add_to(piles: &mut Value, name: &str, number: i64) {
    piles[name] = (piles[name].as_i64().expect("a number") + number).into();
}

/// Why nobody looked at the piles.
pub(super) fn unchecked(reason: &str) -> String {
    format!(r#","unchecked":"{reason}""#)
}

/// What version 2 asks of the piles.
pub(super) fn piles() -> Vec<Alteration> {
    vec![
        files("piles that nobody looked at", "7.11", Fit::Parts, |forge| {
            edit_piles(forge, |piles| {
                *piles = Value::Null;
                String::new()
            });
        }),
        files("piles that were left out with a word", "7.11", Fit::Parts, |forge| {
            edit_piles(forge, |piles| {
                *piles = Value::Null;
                unchecked("忙。")
            });
        }),
        files("piles that were checked and left out", "7.11", Fit::Parts, |forge| {
            edit_piles(forge, |_| unchecked(STATEMENT));
        }),
        files("a left-over slip that is missing", "7.11", Fit::Parts, |forge| {
            edit_piles(forge, |piles| {
                add_to(piles, "left", -1);
                String::new()
            });
        }),
        files("more slips handed out than slips and paper ballots", "7.11", Fit::Parts, |forge| {
            edit_piles(forge, |piles| {
                let left = piles["left"].as_i64().expect("a number");
                add_to(piles, "handed", left);
                add_to(piles, "left", -left);
                String::new()
            });
        }),
        files("a spent slip that was annulled", "7.5", Fit::Parts, |forge| {
            let slips: Value = serde_json::from_str(&forge.text(SLIPS)).expect("JSON");
            let tag = &slips["spent"][0];
            let event = format!(r#"{{"act":"slip-annulled","round":1,"slip":{tag},"reason":"{STATEMENT}"}}"#);
            forge.insert_before_act("poll-closed", 1, &event, "{}");
        }),
        files("a slip that was annulled without a reason", "3.11", Fit::Parts, |forge| {
            let event = r#"{"act":"slip-annulled","round":1,"slip":"","reason":"多。"}"#;
            forge.insert_before_act("poll-closed", 1, event, "{}");
        }),
        files("a slip that one person annulled", "3.8", Fit::Parts, |forge| {
            let event = format!(r#"{{"act":"slip-annulled","round":1,"slip":"","reason":"{STATEMENT}"}}"#);
            forge.insert_before_act("poll-closed", 1, &event, "{}");
            forge.edit_log(|entries| {
                let annulled = entries.iter_mut().find(|entry| entry.contains("slip-annulled"));
                let entry = annulled.expect("the act");
                *entry = entry.replacen(r#""witness":"总监票人""#, r#""witness":null"#, 1);
            });
        }),
    ]
}
