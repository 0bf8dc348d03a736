//! `rehearse` on files that are wrong or made to harm: refused with the place, and nothing is written.

use crate::run::{Small, program};
use rust_xlsxwriter::{Format, Formula, Workbook};
use std::{
    fs,
    io::{Cursor, Write},
    path::PathBuf,
    process::{Command, Stdio},
    thread,
    time::Duration,
};
use zip::write::SimpleFileOptions;

/// Rehearses with the lists of this name, which must be refused in these words.
#[track_caller]
fn refuse(small: &Small, words: &[&str]) {
    check(&small.refused(), words);
}

#[track_caller]
fn check(told: &str, words: &[&str]) {
    for word in words {
        assert!(told.contains(word), "{word} is not in\n{told}");
    }
}

/// A list with this row below its titles.
fn with_row(small: &Small, list: &str, row: &str) {
    let text = fs::read_to_string(small.path(list)).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    small.write(list, format!("{}\n{row}\n{}\n", lines[0], lines[1..].join("\n")));
}

/// A workbook with the titles of a roster and one delegate, changed so.
fn workbook(small: &Small, change: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> PathBuf {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("名单").unwrap();
    for (column, title) in (0..).zip(["代表证号", "姓名", "代表团"]) {
        sheet.write(0, column, title).unwrap();
        sheet.write(1, column, "1").unwrap();
    }
    change(sheet);
    let bytes = workbook.save_to_buffer().unwrap();
    small.write("delegates.xlsx", bytes)
}

/// Refuses a roster from a spreadsheet.
#[track_caller]
fn refuse_roster(small: &Small, roster: PathBuf, words: &[&str]) {
    let mut rehearsal = small.rehearsal();
    rehearsal.delegates = roster;
    check(&small.refused_as(&rehearsal), words);
}

/// Runs the program, which must be done long before it is stopped, and refuse.
#[cfg(unix)]
fn refused_at_once(arguments: &[&str]) {
    let mut command = program();
    let mut running = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut ended = None;
    for _ in 0..200 {
        ended = running.try_wait().unwrap();
        if ended.is_some() {
            break;
        }
        thread::sleep(Duration::from_millis(50));
    }
    // One that has ended already can't be stopped.
    let _ = running.kill();
    running.wait().unwrap();
    assert!(ended.is_some_and(|ended| !ended.success()), "{arguments:?}: {ended:?}");
}

#[test]
#[cfg(unix)]
fn what_could_make_a_command_wait_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let pipe = pipe.to_str().unwrap();
    for arguments in [
        &["verify", pipe][..],
        &["verify", "--challenge", pipe],
        &["inspect", pipe],
        &["list", pipe, "--kind", "delegates"],
        &["outcome", pipe],
    ] {
        refused_at_once(arguments);
    }
    // A session whose journal is a pipe.
    let session = folder.path().join("session.db");
    let kept =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/files-0.1.0/finished/session.db");
    fs::copy(kept, &session).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path().join("session.db-journal")).status().unwrap().success());
    refused_at_once(&["inspect", session.to_str().unwrap()]);
}

#[test]
fn each_file_empty_huge_or_garbage() {
    let huge = vec![b'x'; 21 * 1024 * 1024];
    let garbage: Vec<u8> = (0..5000_u32).map(|number| (number * 7919 % 251) as u8).collect();
    for name in ["session.toml", "candidates.csv", "delegates.csv", "ballots.csv"] {
        for (content, words) in
            [(&b""[..], "empty"), (&huge, "larger than"), (&garbage, "Nothing was written")]
        {
            let small = Small::new();
            small.write(name, content);
            refuse(&small, &[name, words]);
        }
        let small = Small::new();
        fs::remove_file(small.path(name)).unwrap();
        refuse(&small, &[name, "cannot be read"]);
    }
}

#[test]
fn sessions_that_are_none() {
    let small = Small::new();
    let text = fs::read_to_string(small.path("session.toml")).unwrap();
    for (from, to, word) in [
        ("year = 2026", "year = 2026\nmotto = \"x\"", "motto"),
        ("seats = 2", "seats = 2\nextra = 1", "extra"),
        ("threshold = 2", "threshold = 2\nextra = 1", "extra"),
        ("[rules]", "[rules", "line 7"),
        ("level = \"township\"", "level = \"village\"", "village"),
        ("year = 2026", "year = \"2026\"", "2026"),
        ("[checkin]\npresent = 12", "", "checkin"),
        ("present = 12", "present = -1", "a list of delegates' numbers"),
        ("present = 12", "present = 13", "13"),
        ("present = 12", "present = [\"99\"]", "99"),
        ("present = 12", "present = [\"1\", \"1\"]", "named twice"),
        ("seats = 2", "seats = 0", "0 seats"),
        ("seats = 2", "seats = 5", "only 4 candidates"),
        ("seats = 2", "seats = 4", "at least 5 candidates"),
        ("seats = 2", "seats = 2\nquorum = \"3/2\"", "not between 0 and 1"),
        ("threshold = 2", "threshold = 4", "With 3 key cards"),
        ("threshold = 2", "threshold = 0", "With 3 key cards"),
        ("\"莫垚\"", "\"黄喆\"", "黄喆 is named twice"),
        ("chief = \"龙䶮\"", "chief = \"\"", "lacks an entry"),
        ("year = 2026", "year = 1926", "1926"),
        ("龙䶮", "龙\u{10FFFD}", "session.toml"),
    ] {
        assert!(text.contains(from), "{from}");
        small.write("session.toml", text.replacen(from, to, 1));
        refuse(&small, &[word]);
    }
    small.write("session.toml", b"name = \"\xB9\xB2\xBA\xCD\"");
    refuse(&small, &["session.toml", "utf-8"]);
}

#[test]
fn margins_of_the_worked_cases_16_and_17() {
    let small = Small::new();
    small.session("seats = 10", "12", "");
    small.candidates(&[""; 11]);
    refuse(&small, &["at least 12 candidates", "there are 11"]);
    small.session("seats = 7", "12", "");
    small.candidates(&[""; 8]);
    refuse(&small, &["at least 9 candidates", "there are 8"]);
}

#[test]
fn wrong_cells_are_named_with_their_place() {
    let long = "长".repeat(200);
    for (list, row, words) in [
        (
            "delegates.csv",
            "1,重号,一团".to_owned(),
            &["delegates.csv", "row 3", "代表证号", "“1”", "row 2"][..],
        ),
        ("delegates.csv", format!("99,{long},一团"), &["row 2", "B 姓名", "200 characters", "at most 60"]),
        ("delegates.csv", "99,,一团".to_owned(), &["row 2", "B 姓名", "cannot be empty"]),
        ("delegates.csv", "99,某\u{200B}人,一团".to_owned(), &["row 2", "cannot be seen"]),
        ("delegates.csv", "99,某人".to_owned(), &["row 2", "2 fields", "3"]),
        ("delegates.csv", "99,某\u{1b}[31m人,一团".to_owned(), &["row 2", "U+001B"]),
        ("candidates.csv", "1,重号,".to_owned(), &["candidates.csv", "row 3", "A 编号", "row 2"]),
    ] {
        let small = Small::new();
        with_row(&small, list, &row);
        let told = small.refused();
        check(&told, words);
        assert!(!told.contains('\u{1b}'), "the terminal is steered");
    }
    let small = Small::new();
    small.write("candidates.csv", "编号,项目名称,总投资(万元)\n1,甲,-5\n2,乙,五\n3,丙,1.23456789\n");
    refuse(&small, &["row 2", "C 总投资(万元)", "“-5”", "negative", "row 3", "“五”", "row 4", "fen"]);
}

#[test]
fn wrong_cells_of_all_lists_are_told_at_once() {
    let small = Small::new();
    with_row(&small, "delegates.csv", "99,,第一代表团");
    with_row(&small, "candidates.csv", "1,重号,");
    with_row(&small, "candidates.csv", "98,,5");
    let told = small.refused();
    check(&told, &["delegates.csv, row 2", "candidates.csv, row 2", "candidates.csv, row 4"]);
    let run = small.rehearsal().run(&["--json"]);
    assert_eq!(run.codes(), ["list.missing", "list.missing", "list.duplicate-number", "list.fill-down"]);
}

#[test]
fn spreadsheets_that_mislead() {
    let small = Small::new();
    let error = workbook(&small, |sheet| {
        sheet.write_formula(1, 1, Formula::new("=A9&\"x\"").set_result("#REF!")).unwrap();
    });
    refuse_roster(&small, error, &["delegates.xlsx 名单", "row 2", "B 姓名", "error of the spreadsheet"]);
    let merged = workbook(&small, |sheet| {
        sheet.merge_range(1, 1, 2, 1, "某人", &Format::new()).unwrap();
    });
    refuse_roster(&small, merged, &["delegates.xlsx 名单", "row 2", "merged", "B2:B3"]);
    let mut bytes = fs::read(workbook(&small, |_| {})).unwrap();
    bytes.truncate(bytes.len() / 2);
    let cut = small.write("delegates.xlsx", bytes);
    refuse_roster(&small, cut, &["delegates.xlsx", "damaged"]);
}

#[test]
fn a_spreadsheet_bomb_is_refused() {
    let small = Small::new();
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
    let zeros = vec![b'0'; 1024 * 1024];
    for _ in 0..300 {
        archive.write_all(&zeros).unwrap();
    }
    let bomb = small.write("delegates.xlsx", archive.finish().unwrap().into_inner());
    refuse_roster(&small, bomb, &["delegates.xlsx", "unpacks to more than"]);
}

#[test]
fn lists_with_nobody_on_them() {
    let small = Small::new();
    small.candidates(&[]);
    refuse(&small, &["candidates.csv", "nothing below the titles"]);
    let small = Small::new();
    small.write("delegates.csv", "代表证号,姓名,代表团,是否在任\n1,某人,一团,否\n");
    refuse(&small, &["no delegate in office"]);
    let small = Small::new();
    small.write("candidates.csv", "甲,乙\n1,2\n");
    refuse(&small, &["candidates.csv", "No row of titles", "编号", "项目名称"]);
}

#[test]
fn ballots_that_cannot_be() {
    for (rows, words) in [
        (&[("1,+,+,,", 13)][..], &["13", "12 delegates are present"][..]),
        (&[("1,+,x,,", 1)], &["ballots.csv", "row 2", "C 2", "“x”"]),
        (&[("0,+,+,,", 1)], &["ballots.csv", "row 2", "A round", "“0”"]),
        (&[(",+,+,,", 1)], &["ballots.csv", "row 2", "A round"]),
        (&[("2,+,+,,", 5)], &["round 1"]),
        (&[("1,+,+,,", 1)], &["Only 1 ballots", "fewer than 3"]),
    ] {
        let small = Small::new();
        small.ballots(rows);
        refuse(&small, words);
    }
    let small = Small::new();
    small.write("ballots.csv", "round,1,2,3,4,5\n1,+,,,,+\n");
    refuse(&small, &["ballots.csv", "F 5"]);
    // A candidate who was adopted in the first round isn't in the second.
    small.session("seats = 2\nselection_limit = 3\ntie_majority = \"same\"", "12", "");
    small.ballots(&[("1,+,+,+,", 11), ("1,+,,,", 1), ("2,+,,,", 9)]);
    refuse(&small, &["candidate 1", "round 2"]);
}

#[test]
fn characters_that_no_font_has_are_named_with_their_place() {
    let small = Small::new();
    with_row(&small, "delegates.csv", "99,某\u{1F9CB}人,第一代表团");
    with_row(&small, "candidates.csv", "99,奶茶\u{1F9CB}计划,");
    refuse(&small, &["delegates.csv 99", "candidates.csv 99", "\u{1F9CB}"]);
}
