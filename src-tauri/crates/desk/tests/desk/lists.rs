//! Lists: import with a preview, corrections, editing by hand, undo.

use crate::room::{OPERATOR, PIN, Room};
use base64ct::{Base64, Encoding};
use serde_json::{Value, json};

fn new_session() -> Room {
    let room = Room::new();
    let profile = json!({
        "congress": "样例县人民代表大会", "session": "第一次会议", "level": "county", "year": 2026,
        "presidium": "大会主席团", "language": "zh-CN", "training": false,
        "chief": "监票甲", "scrutineers": ["监票乙"], "threshold": 2, "tellers": ["计票甲"],
    });
    room.office("create_session", json!({ "profile": profile, "operator": OPERATOR, "pin": PIN }));
    room
}

fn preview(room: &Room, kind: &str, name: &str, text: &str) -> Value {
    let content = Base64::encode_string(text.as_bytes());
    room.office("preview_import", json!({ "kind": kind, "name": name, "content": content }))
}

#[test]
fn a_wrong_file_is_corrected_cell_by_cell() {
    let room = new_session();
    let text = "代表证号,姓名,代表团\n001,甲,一团\n001,乙,一团\n,丙,二团\n004,丁,二团\n";
    let view = preview(&room, "delegates", "名单.csv", text);
    assert_eq!(view["ready"], false);
    assert_eq!(view["findings"].as_array().unwrap().len(), 1);
    assert_eq!((&view["findings"][0]["row"], &view["findings"][0]["column"]), (&json!(3), &json!(0)));
    assert_eq!(view["findings"][0]["problem"]["code"], "list.duplicate-number");
    assert_eq!(view["questions"][0]["code"], "list.numbers-missing");
    assert_eq!(room.refused("import_list", json!({})), "desk.import-not-ready");
    assert_eq!(room.office("delegates", json!({}))["delegates"], json!([]), "nothing is stored yet");
    let view =
        room.office("correct_cell", json!({ "at": { "sheet": 0, "row": 3 }, "column": 0, "value": "002" }));
    assert_eq!((&view["findings"], &view["ready"]), (&json!([]), &json!(false)));
    let view = room.office("leave_out_row", json!({ "at": { "sheet": 0, "row": 4 }, "leftOut": true }));
    assert_eq!((&view["ready"], &view["usable"]), (&json!(true), &json!(3)));
    room.office("import_list", json!({}));
    let list = room.office("delegates", json!({}));
    let names: Vec<&str> =
        list["delegates"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["甲", "乙", "丁"]);
    assert_eq!(list["delegations"][1], json!({ "name": "二团", "inOffice": 1, "present": 0 }));
}

#[test]
fn a_column_without_use_is_set_aside() {
    let room = new_session();
    let view = preview(&room, "delegates", "名单.csv", "代表证号,姓名,代表团,备注\n001,甲,一团,x\n");
    assert_eq!(view["columns"][3]["field"], Value::Null);
    assert_eq!((&view["findings"], &view["ready"]), (&json!([]), &json!(true)), "{view}");
}

#[test]
fn several_sheets_are_shown_and_changed_each_by_itself() {
    let room = new_session();
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, person) in [("第一代表团", "赵甲"), ("第二代表团", "钱　乙")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip([["代表证号", "姓名"], ["1", person], ["2", "孙丙"]]) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    let content = Base64::encode_string(&book.save_to_buffer().unwrap());
    let request = json!({ "kind": "delegates", "name": "名单.xlsx", "content": content });
    let view = room.office("preview_import", request);
    let row = |view: &Value, place: usize| {
        let row = &view["rows"][place];
        (row["sheet"].clone(), row["row"].clone(), row["titles"].clone(), row["cells"][1].clone())
    };
    assert_eq!((&view["sheet"], view["rows"].as_array().unwrap().len()), (&Value::Null, 6), "{view}");
    assert_eq!(row(&view, 1), (json!(0), json!(2), json!(false), json!("赵甲")));
    assert_eq!(row(&view, 3), (json!(1), json!(1), json!(true), json!("姓名")));
    assert_eq!(view["changes"][0]["sheet"], json!(1));
    let at = json!({ "sheet": 1, "row": 3 });
    let view = room.office("correct_cell", json!({ "at": at, "column": 1, "value": "李丁" }));
    assert_eq!((row(&view, 2).3, row(&view, 5).3), (json!("孙丙"), json!("李丁")));
    let view = room.office("leave_out_row", json!({ "at": at, "leftOut": true }));
    assert_eq!(
        (&view["rows"][2]["notice"], &view["rows"][5]["notice"]),
        (&Value::Null, &json!("list.by-person"))
    );
    for code in ["list.several-sheets", "list.numbers-restart"] {
        let question = view["questions"].as_array().unwrap().iter().find(|one| one["code"] == code).unwrap();
        let row = question["rows"].get(0).map(|at| at["row"].clone());
        let answer = json!({ "code": code, "row": row, "choice": question["proposal"] });
        room.office("answer_import", answer);
    }
    room.office("import_list", json!({}));
    let list = room.office("delegates", json!({}));
    let names: Vec<&Value> = list["delegates"].as_array().unwrap().iter().map(|row| &row["name"]).collect();
    assert_eq!(names, ["赵甲", "孙丙", "钱乙"]);
    assert_eq!(list["delegations"][1], json!({ "name": "第二代表团", "inOffice": 1, "present": 0 }));
}

#[test]
fn a_file_of_another_kind_is_refused_and_named() {
    let room = new_session();
    let view = preview(&room, "candidates", "x.csv", "甲,乙\n1,2\n");
    assert_eq!(view["problem"]["code"], "list.no-titles");
    let broken = json!({ "kind": "delegates", "name": "x", "content": "*" });
    assert_eq!(room.refused("preview_import", broken), "desk.content-malformed");
}

#[test]
fn a_character_that_no_font_has_is_found_before_the_session() {
    let room = new_session();
    let text = "代表证号,姓名,代表团\n001,\u{2B81A}甲,一团\n";
    let view = preview(&room, "delegates", "名单.csv", text);
    let finding = &view["findings"][0];
    assert_eq!((&finding["row"], &finding["column"]), (&json!(2), &json!(1)), "{view}");
    assert_eq!((&finding["columnTitle"], &view["ready"]), (&json!("B 姓名"), &json!(false)));
    assert_eq!(room.refused("import_list", json!({})), "desk.unprintable");
}

#[test]
fn lists_are_edited_by_hand_and_changes_taken_back() {
    let room = new_session();
    preview(&room, "delegates", "名单.csv", "代表证号,姓名,代表团\n001,甲,一团\n002,乙,一团\n");
    room.office("import_list", json!({}));
    let added = json!({ "number": "003", "name": "丙", "delegation": "二团", "inOffice": true });
    let list = room.office("save_delegate", json!({ "before": null, "delegate": added }));
    assert_eq!(list["inOffice"], 3);
    let twice = json!({ "before": null, "delegate": added });
    assert_eq!(room.refused("save_delegate", twice), "roster.duplicate-number");
    let away = json!({ "number": "003", "name": "丙", "delegation": "二团", "inOffice": false });
    let list = room.office("save_delegate", json!({ "before": "003", "delegate": away }));
    assert_eq!(list["inOffice"], 2);
    assert_eq!(room.office("session", json!({}))["undo"]["what"], "delegates");
    room.office("undo", json!({}));
    assert_eq!(room.office("delegates", json!({}))["inOffice"], 3);
    let list = room.office("remove_delegate", json!({ "number": "001" }));
    assert_eq!(list["delegates"][0]["number"], "002");
    assert_eq!(room.refused("remove_delegate", json!({ "number": "001" })), "desk.number-unknown");
}

#[test]
fn the_order_on_the_ballot_is_changed_and_amounts_are_exact() {
    let room = new_session();
    let text = "编号,项目名称,总投资(万元)\n1,甲,0.3\n2,乙,\"1,234,567.89\"\n3,丙,\n";
    preview(&room, "candidates", "项目.csv", text);
    room.office("import_list", json!({}));
    let list = room.office("move_candidate", json!({ "number": "3", "place": 0 }));
    let numbers: Vec<&Value> =
        list["candidates"].as_array().unwrap().iter().map(|row| &row["number"]).collect();
    assert_eq!(numbers, ["3", "1", "2"]);
    assert_eq!(list["totalInvestment"], "1,234,568.19");
    let mut changed = list["candidates"][0].clone();
    changed["investment"] = json!("1.2345678");
    let request = json!({ "before": "3", "candidate": changed });
    assert_eq!(room.refused("save_candidate", request), "money.too-fine");
    let mut changed = list["candidates"][0].clone();
    for no_day in ["+12026-01-01", "2026-02-30", "2026.12"] {
        changed["deadline"] = json!(no_day);
        let request = json!({ "before": "3", "candidate": changed });
        assert_eq!(room.refused("save_candidate", request), "list.not-a-date", "{no_day}");
    }
}

#[test]
fn rules_are_explained_in_the_numbers_of_the_session() {
    let room = new_session();
    let roster: Vec<String> = (1..=360).map(|number| format!("{number:03},代表{number},一团")).collect();
    preview(&room, "delegates", "名单.csv", &format!("代表证号,姓名,代表团\n{}\n", roster.join("\n")));
    room.office("import_list", json!({}));
    let projects: Vec<String> = (1..=12).map(|number| format!("{number},项目{number}")).collect();
    preview(&room, "candidates", "项目.csv", &format!("编号,项目名称\n{}\n", projects.join("\n")));
    room.office("import_list", json!({}));
    let view = room.office("rules", json!({}));
    let meaning = &view["meaning"];
    assert_eq!((&meaning["quorum"], &meaning["threshold"]), (&json!(240), &json!(181)));
    assert_eq!((&meaning["seats"], &meaning["candidatesNeeded"]), (&json!(10), &json!(12)));
    let mut rules = view["rules"].clone();
    rules["majorityOf"] = json!("present");
    rules["seats"] = json!(11);
    let meaning = room.office("explain_rules", json!({ "rules": rules }));
    assert_eq!(meaning["problem"]["code"], "slate.margin-missed");
    rules["seats"] = json!(10);
    let meaning = room.office("explain_rules", json!({ "rules": rules }));
    assert_eq!(meaning["warnings"][0]["code"], "warning.majority-base-below-law");
    room.office("set_rules", json!({ "rules": rules }));
    assert_eq!(room.refused("adopt", json!({ "acknowledged": 0 })), "acts.warnings-not-acknowledged");
    assert_eq!(room.office("session", json!({}))["round"], json!(null), "refused before anything was begun");
    let session = room.office("adopt", json!({ "acknowledged": 1 }));
    assert_eq!(session["current"], "ceremony");
    assert_eq!(room.office("rules", json!({}))["rules"], rules, "what was written is what is read");
}
