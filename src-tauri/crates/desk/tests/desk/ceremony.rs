//! The key ceremony, attacked by whoever sits at the operator's computer, and held as it should be.

use crate::{
    day::hold_ceremony,
    room::{OPERATOR, PIN, Room, card_text, document, text_of, two},
};
use serde_json::{Value, json};

/// The scrutineers of the real session, in the order of their cards, and what each sets as PIN.
const HOLDERS: [(&str, &str); 3] = [("监票甲", "804913"), ("监票乙", "592037"), ("监票丙", "736918")];
const REASON: &str = "打印机卡纸，第一份没有打印出来";

/// What the log tells of outputs, the oldest first: whose, which way, witnessed by whom, why.
fn outputs(room: &Room) -> Vec<[String; 4]> {
    let log = room.office("log", json!({}))["log"].clone();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let of_row = |row: &Value| {
        let facts = &row["facts"];
        [text(&facts["holder"]), text(&facts["way"]), text(&row["witness"]), text(&facts["reason"])]
    };
    let rows = log.as_array().unwrap().iter().rev();
    rows.filter(|row| row["act"] == "card-output" || row["act"] == "slips-output").map(of_row).collect()
}

/// The operator with a scrutineer of the real session.
fn with(holder: usize) -> Value {
    let (name, pin) = HOLDERS[holder - 1];
    json!({ "operatorPin": PIN, "scrutineer": name, "scrutineerPin": pin })
}

/// A real session whose ceremony has begun.
fn in_ceremony() -> Room {
    let room = Room::with_real_session();
    room.office("begin_ceremony", json!({ "slips": [3] }));
    room
}

/// The scrutineer in turn sets a PIN, takes the card out as a file and reads it back.
fn take(room: &Room, holder: usize) {
    room.office("set_card_pin", json!({ "holder": holder, "pin": HOLDERS[holder - 1].1 }));
    room.office("save_card", json!({ "holder": holder, "folder": "" }));
    let typed = room.card(holder);
    room.office("confirm_key_card", json!({ "holder": holder, "typed": typed }));
}

/// T1: one operator takes no key card and no slip out of the ceremony, and nothing that leaves it leaves unseen.
#[test]
fn t1_one_operator_takes_no_card_and_no_slip_and_nothing_unseen() {
    let room = in_ceremony();
    for (command, request) in [
        ("key_card", json!({ "holder": 1 })),
        ("save_card", json!({ "holder": 1, "folder": "" })),
        ("confirm_key_card", json!({ "holder": 1, "typed": "" })),
    ] {
        assert_eq!(room.refused(command, request), "desk.card-covered", "{command}");
    }
    let alone = json!({ "operatorPin": PIN, "scrutineer": OPERATOR, "scrutineerPin": PIN });
    let once_more =
        |by: &Value, reason: &str| json!({ "holder": 1, "onceMore": { "by": by, "reason": reason } });
    assert_eq!(room.refused("key_card", once_more(&alone, REASON)), "pin.not-set");
    assert_eq!(room.refused("key_card", once_more(&with(1), REASON)), "pin.not-set");
    take(&room, 1);
    // Another scrutineer's PIN opens no card but their own.
    let other = json!({ "holder": 2, "onceMore": { "by": with(1), "reason": REASON } });
    assert_eq!(room.refused("key_card", other), "acts.not-the-holder");
    take(&room, 2);
    take(&room, 3);
    let slips = |by: &Value, reason: &str| json!({ "folder": "", "by": by, "reason": reason });
    assert_eq!(room.refused("save_slips", json!({ "folder": "" })), "desk.request-malformed");
    assert_eq!(room.refused("save_slips", slips(&alone, "")), "pin.not-set");
    room.office("save_slips", slips(&with(2), ""));
    assert_eq!(room.refused("save_slips", slips(&with(2), "")), "acts.reason-too-short");
    room.office("save_slips", slips(&with(3), REASON));
    let expected = [
        ["监票甲", "saved", "监票甲", ""],
        ["监票乙", "saved", "监票乙", ""],
        ["监票丙", "saved", "监票丙", ""],
        ["", "saved", "监票乙", ""],
        ["", "saved", "监票丙", REASON],
    ];
    assert_eq!(outputs(&room), expected.map(|row| row.map(str::to_owned)));
}

/// T1, what is left of it: an operator who invents the scrutineers' PINs gets every card. It stands on the report that every
/// holder signs before the poll opens, under the name of a holder who was never there.
#[test]
fn t1_invented_pins_stand_on_the_report_that_every_holder_signs() {
    let room = in_ceremony();
    for holder in 1..=3 {
        take(&room, holder);
    }
    room.office("save_slips", json!({ "folder": "", "by": with(1), "reason": "" }));
    room.office("seal", json!({ "by": with(1) }));
    let report = document(&room, "round-1-ceremony");
    for (name, _) in HOLDERS {
        // The PIN, the card, and the place to sign.
        assert!(report.matches(name).count() >= 3, "{name} in {report}");
    }
    assert_eq!(report.matches("设定PIN").count(), 4 + 1, "{report}");
    assert!(report.contains("保存第3张钥匙卡") && report.contains("保存票签3张"), "{report}");
    assert!(report.contains("投票开始前签名"), "{report}");
}

#[test]
fn a_second_output_takes_both_pins_and_a_reason() {
    let room = in_ceremony();
    room.office("set_card_pin", json!({ "holder": 1, "pin": HOLDERS[0].1 }));
    let view = room.office("ceremony", json!({}))["turn"].clone();
    assert_eq!((&view["shown"], &view["takenOut"]), (&json!(false), &json!(false)));
    let first = json!({ "holder": 1 });
    room.office("key_card", first.clone());
    // Saving is another way; showing isn't.
    room.office("save_card", json!({ "holder": 1, "folder": "" }));
    assert_eq!(room.refused("key_card", first), "acts.reason-too-short");
    let again = |by: Value, reason: &str| json!({ "holder": 1, "onceMore": { "by": by, "reason": reason } });
    for reason in ["", "看不清", "……………………"] {
        assert_eq!(room.refused("key_card", again(with(1), reason)), "acts.reason-too-short", "{reason}");
    }
    let mut wrong = with(1);
    wrong["operatorPin"] = json!("975310");
    assert_eq!(room.refused("key_card", again(wrong, REASON)), "pin.wrong");
    room.office("key_card", again(with(1), REASON));
    let reasons: Vec<String> = outputs(&room).into_iter().map(|[.., reason]| reason).collect();
    assert_eq!(reasons, ["", "", REASON]);
    let view = room.office("ceremony", json!({}))["turn"].clone();
    assert_eq!((&view["shown"], &view["takenOut"]), (&json!(true), &json!(true)));
}

#[test]
fn a_card_is_covered_when_the_session_locks_or_its_holder_covers_it() {
    let room = in_ceremony();
    let saved = || json!({ "holder": 1, "folder": "" });
    let pin = json!({ "holder": 1, "pin": HOLDERS[0].1 });
    room.office("set_card_pin", pin.clone());
    room.office("lock", json!({}));
    room.office("unlock", json!({ "pin": PIN }));
    assert_eq!(room.refused("save_card", saved()), "desk.card-covered");
    assert_eq!(room.refused("set_card_pin", pin.clone()), "acts.pin-is-set");
    assert_eq!(room.refused("uncover_card", json!({ "holder": 1, "pin": PIN })), "pin.wrong");
    room.office("uncover_card", pin.clone());
    room.office("cover_card", json!({}));
    assert_eq!(room.refused("save_card", saved()), "desk.card-covered");
    room.office("uncover_card", pin);
    room.office("save_card", saved());
}

#[test]
fn cards_of_a_ceremony_that_was_given_up_are_marked_on_the_report() {
    let room = in_ceremony();
    take(&room, 1);
    room.office("abandon_ceremony", json!({}));
    room.office("begin_ceremony", json!({ "slips": [3] }));
    // The first scrutineer has a PIN and types it.
    assert_eq!(room.office("ceremony", json!({}))["turn"]["setsPin"], false);
    room.office("uncover_card", json!({ "holder": 1, "pin": HOLDERS[0].1 }));
    room.office("save_card", json!({ "holder": 1, "folder": room.folder.path().join("again") }));
    let typed = card_text(&text_of(&room.folder.path().join("again/key-card-1.pdf")));
    room.office("confirm_key_card", json!({ "holder": 1, "typed": typed }));
    take(&room, 2);
    take(&room, 3);
    room.office("save_slips", json!({ "folder": "", "by": with(1), "reason": "" }));
    room.office("seal", json!({ "by": with(1) }));
    let report = document(&room, "round-1-ceremony");
    assert_eq!(report.matches("保存第1张钥匙卡").count(), 2, "{report}");
    assert_eq!(report.matches("（作废）").count(), 1, "{report}");
}

#[test]
fn a_pin_is_replaced_only_by_its_person_with_another_scrutineer() {
    let room = in_ceremony();
    let change = |pin: &str, witness: Value| json!({ "pin": pin, "newPin": "407162", "witness": witness });
    let by = |name: &str, pin: &str| json!({ "scrutineer": name, "pin": pin });
    // Nobody could witness it yet.
    room.office("change_pin", change(PIN, json!(null)));
    room.office("change_pin", json!({ "pin": "407162", "newPin": PIN, "witness": null }));
    take(&room, 1);
    take(&room, 2);
    assert_eq!(room.refused("change_pin", change(PIN, json!(null))), "acts.pin-needs-scrutineer");
    assert_eq!(room.refused("change_pin", change(PIN, by("监票甲", PIN))), "pin.wrong");
    let operator = json!({ "name": OPERATOR, "pin": "407162", "ownPin": PIN });
    assert_eq!(room.refused("add_operator", operator), "acts.pin-is-set");
    let id = room.office("session", json!({}))["id"].clone();
    room.office("close_session", json!({}));
    let (name, pin) = HOLDERS[0];
    room.office("open_session", json!({ "id": id, "person": name, "pin": pin }));
    assert_eq!(room.refused("change_pin", change(pin, by(name, pin))), "acts.one-person-only");
    room.office("change_pin", change(pin, by(HOLDERS[1].0, HOLDERS[1].1)));
    let log = room.office("log", json!({}))["log"].clone();
    assert_eq!(
        (&log[0]["act"], &log[0]["operator"], &log[0]["witness"]),
        (&json!("pin-replaced"), &json!(name), &json!(HOLDERS[1].0))
    );
}

#[test]
fn pins_of_the_time_after_the_sealing_stand_on_the_closing_report() {
    let room = Room::with_sample();
    room.rehearse("poll");
    room.office("open_poll", json!({ "by": two() }));
    let witness = json!({ "scrutineer": "龙䶮", "pin": PIN });
    room.office("change_pin", json!({ "pin": PIN, "newPin": "407162", "witness": witness }));
    room.rehearse("count");
    let report = document(&room, "round-1-closing");
    assert!(report.contains("封箱以后设定或者修改PIN") && report.contains("修改PIN"), "{report}");
    assert!(!document(&room, "round-1-ceremony").contains("修改PIN"));
}

#[test]
fn cards_are_destroyed_once_nothing_more_is_opened_with_them() {
    let room = Room::with_sample();
    room.rehearse("result");
    let destroy = |cards: &[u32]| json!({ "by": two(), "cards": cards });
    assert_eq!(room.office("result", json!({}))["cards"], json!([]));
    assert_eq!(room.refused("destroy_cards", destroy(&[1])), "acts.cards-still-needed");
    room.rehearse("documents");
    let left = room.office("result", json!({}))["cards"].clone();
    assert_eq!(left.as_array().unwrap().iter().map(|card| &card["done"]).collect::<Vec<_>>(), [false; 3]);
    assert_eq!(room.refused("destroy_cards", destroy(&[])), "acts.no-card-named");
    assert_eq!(room.refused("destroy_cards", destroy(&[1, 4])), "acts.card-unknown");
    room.office("destroy_cards", destroy(&[3, 1]));
    assert_eq!(room.refused("destroy_cards", destroy(&[1, 2])), "acts.card-unknown");
    let left = room.office("result", json!({}))["cards"].clone();
    assert_eq!(
        left.as_array().unwrap().iter().map(|card| &card["done"]).collect::<Vec<_>>(),
        [true, false, true]
    );
    assert!(document(&room, "minutes").contains("当众销毁钥匙卡：第1、3张"));
}

/// In a training session one person may be all: the scrutineers' PINs are the operator's, until they set their own.
#[test]
fn in_training_every_scrutineer_sets_a_pin_in_the_ceremony_too() {
    let room = Room::with_sample();
    room.office("adopt", json!({ "acknowledged": 0 }));
    let view = room.office("begin_ceremony", json!({ "slips": [62] }));
    assert_eq!(view["turn"]["setsPin"], true);
    room.office("set_card_pin", json!({ "holder": 1, "pin": PIN }));
    assert_eq!(room.office("ceremony", json!({}))["turn"]["setsPin"], false);
    room.office("abandon_ceremony", json!({}));
    hold_ceremony(&room, &[62]);
    assert_eq!(room.office("ceremony", json!({}))["turn"], json!(null));
}
