//! Lists with wrong cells: each is reported, with its place.

use super::files::{brief, findings, part, questions, texts, with_part, workbook, write, zip};
use lists::{Limits, ballots, candidates, delegates};
use messages::Coded;
use rust_xlsxwriter::{ExcelDateTime, Format};
use sheets::reading::{CellProblem, Problem};

const TITLES: &str = "编号,姓名,代表团,是否在任\n";

fn roster(rows: &str) -> Vec<String> {
    brief(&findings(delegates("名册.csv", format!("{TITLES}{rows}").as_bytes())))
}

fn list(rows: &str) -> Vec<String> {
    let titles = "编号,项目名称,总投资(万元),完成时限,建设内容,建设地点\n";
    brief(&findings(candidates("c.csv", format!("{titles}{rows}").as_bytes())))
}

#[test]
fn every_wrong_cell_is_reported_at_once_from_the_top_and_from_the_left() {
    let bytes = texts(&[
        &["示例县代表名册"],
        &["代表团", "姓名", "编号"],
        &["一团", "赵示例?", "1"],
        &["一团", "", "１２"],
        &["二团", "钱\u{7}示例", "1"],
        &["二团", "孙示例", "3"],
        &["二团", "李示例", "3"],
    ]);
    let found = findings(delegates("d.xlsx", &bytes));
    assert!(found.iter().all(|finding| finding.sheet == "代表"));
    assert_eq!(
        brief(&found),
        [
            "3 | B 姓名 | 赵示例? | list.stand-in",
            "4 | B 姓名 |  | list.missing",
            "5 | B 姓名 | 钱\u{7}示例 | list.character",
            "7 | C 编号 | 3 | list.duplicate-number",
        ]
    );
    assert_eq!(found[3].problem.facts(), [("first_row", "6".to_owned())]);
}

#[test]
fn a_csv_s_findings_name_the_file_and_the_row_a_spreadsheet_shows() {
    let csv = "编号,姓名,代表团,备注\n1,甲,一团,\"一\n二\"\n\n\n2,,一团,x\n3,,一团,x";
    let found = findings(delegates("名册.csv", csv.as_bytes()));
    assert!(found.iter().all(|finding| finding.sheet == "名册.csv"));
    assert_eq!(brief(&found), ["5 | B 姓名 |  | list.missing", "6 | B 姓名 |  | list.missing"]);
}

#[test]
fn amounts_are_checked() {
    let rows = "1,甲,-5,,,\n3,丙,0.0000001,,,\n5,戊,\"12,34\",,,\n6,己,1000000001,,,\n";
    assert_eq!(
        list(rows),
        [
            "2 | C 总投资(万元) | -5 | list.negative",
            "3 | C 总投资(万元) | 0.0000001 | list.too-fine",
            "4 | C 总投资(万元) | 12,34 | list.not-an-amount",
            "5 | C 总投资(万元) | 1000000001 | list.too-much",
        ]
    );
}

#[test]
fn what_is_neither_a_day_nor_words_is_no_deadline() {
    for wrong in ["2020", "2020-02-30", "20-1-1", "2020-12/31", "20201231", "2020-13"] {
        let found = list(&format!("1,甲,,{wrong},,\n"));
        assert_eq!(found, [format!("2 | D 完成时限 | {wrong} | list.not-a-date")]);
    }
}

#[test]
fn texts_that_are_too_long_are_refused() {
    let name = "长".repeat(200);
    let found = findings(delegates("d.csv", format!("{TITLES}1,{name},一团,\n").as_bytes()));
    let too_long = CellProblem::TooLong { length: 200, limit: Limits::PERSON };
    assert_eq!(found[0].problem, Problem::Cell(too_long));
    assert_eq!(found[0].value, format!("{}…", "长".repeat(40)));
    assert_eq!(list(&format!("1,{name}长,,,,\n"))[0].split(" | ").last(), Some("list.too-long"));
    assert_eq!(list(&format!("1,甲,,,{},\n", "长".repeat(2001))).len(), 1);
    assert!(candidates("c.csv", format!("编号,项目名称\n1,{name}\n").as_bytes()).is_ok());
}

#[test]
fn signs_for_lost_characters_are_refused_and_the_character_is_named_where_it_is_known() {
    for sign in ["?", "？", "□", "〓", "*", "\u{E000}", "\u{FFFD}", "\u{10FFFD}", "(上龙下天)"] {
        let found = roster(&format!("1,赵{sign}示例,一团,\n"));
        assert_eq!(found, [format!("2 | B 姓名 | 赵{sign}示例 | list.stand-in")]);
    }
    let found = findings(delegates("d.csv", format!("{TITLES}1,赵\u{E81E},一团,\n").as_bytes()));
    assert_eq!(found[0].problem.facts(), [("known", "\u{9FB4}".to_owned())]);
}

#[test]
fn values_below_no_title_and_ragged_rows_are_reported() {
    let csv = "编号,姓名,代表团,\n1,甲,一团,x\n2,乙,一团\n3,丙,一团,,\n";
    assert_eq!(
        brief(&findings(delegates("d.csv", csv.as_bytes()))),
        ["3 |  |  | list.ragged", "4 |  |  | list.ragged"]
    );
    let csv = "编号,姓名,代表团,\n1,甲,一团,x\n2,乙,一团,y\n";
    assert_eq!(brief(&findings(delegates("d.csv", csv.as_bytes()))), ["2 | D | x | list.untitled-column"]);
}

#[test]
fn dates_in_texts_and_lost_digits_are_reported() {
    let bytes = workbook(|sheet| {
        write(sheet, &[&["编号", "姓名", "代表团"], &["1", "甲", "一团"]]);
        let date = ExcelDateTime::from_ymd(2020, 1, 2).unwrap();
        sheet.write_datetime_with_format(2, 0, &date, &Format::new().set_num_format("m-d")).unwrap();
        write_from(sheet, 2, ["", "乙", "一团"]);
        sheet.write_number(3, 0, 360_102_199_001_011_234_f64).unwrap();
        write_from(sheet, 3, ["", "丙", "一团"]);
    });
    let found = brief(&findings(delegates("d.xlsx", &bytes)));
    assert_eq!(
        found,
        ["3 | A 编号 | 1-2 | list.date-not-text", "4 | A 编号 | 360102199001011000 | list.digits-lost"]
    );
}

/// As a program writes a workbook that never worked its formulas out.
#[test]
fn a_formula_whose_value_the_file_does_not_hold_is_reported() {
    let bytes = texts(&[&["编号", "姓名", "代表团"], &["1", "甲", "一团"], &["2", "乙"]]);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let formula = "<c r=\"C3\"><f>VLOOKUP(B3,D:E,2,0)</f></c></row></sheetData>";
    let changed = sheet.replace("</row></sheetData>", formula);
    assert_ne!(sheet, changed);
    let found =
        findings(delegates("d.xlsx", &with_part(&bytes, "xl/worksheets/sheet1.xml", changed.as_bytes())));
    assert_eq!(brief(&found), ["3 | C 代表团 | =VLOOKUP(B3,D:E,2,0) | list.formula-without-value"]);
}

/// An open document with these rows, the style `gone` striking through.
fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        "<d><style name=\"gone\"><text-properties text-line-through-style=\"solid\"/></style>\
         <table name=\"名单\">{rows}</table></d>"
    );
    let parts = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)];
    zip(&parts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())))
}

#[test]
fn what_an_open_document_hides_or_strikes_through_is_asked_about() {
    let row = |row: &str, cell: &str, texts: [&str; 3]| {
        let cells = texts.map(|text| format!("<table-cell{cell}><p>{text}</p></table-cell>"));
        format!("<table-row{row}>{}</table-row>", cells.concat())
    };
    let rows = [
        row("", "", ["代表证号", "姓名", "代表团"]),
        row("", "", ["1", "赵甲", "一团"]),
        row(" visibility=\"filter\"", "", ["2", "钱乙", "一团"]),
        row("", " style-name=\"gone\"", ["3", "孙丙", "一团"]),
    ];
    assert_eq!(
        questions(delegates("d.ods", &open_document(&rows.concat()))),
        ["list.hidden-rows@3 keep/leave-out ", "list.struck-rows@4 keep/leave-out "]
    );
}

#[test]
fn a_list_without_a_column_of_names_lacks_that_column() {
    let found = findings(delegates("d.csv", "示例县名单,,\n编号,代表团,是否在任\n1,一团,是\n".as_bytes()));
    assert_eq!(brief(&found), ["2 |  |  | list.missing-column"]);
    assert_eq!(found[0].problem.facts(), [("title", "姓名".to_owned())]);
}

#[test]
fn numbers_that_name_no_day_are_no_dates() {
    for (value, shown) in [(2_958_466.0, "2958466"), (60.0, "60"), (-1.0, "-1"), (1e12, "1000000000000")] {
        let bytes = workbook(|sheet| {
            write(sheet, &[&["编号", "项目名称", "完成时限"], &["1", "甲"]]);
            let date = Format::new().set_num_format("yyyy-mm-dd");
            sheet.write_number_with_format(1, 2, value, &date).unwrap();
        });
        let found = brief(&findings(candidates("c.xlsx", &bytes)));
        assert_eq!(found, [format!("2 | C 完成时限 | {shown} | list.not-a-date")]);
    }
}

fn write_from(sheet: &mut rust_xlsxwriter::Worksheet, row: u32, cells: [&str; 3]) {
    for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        sheet.write_string(row, column, cell).unwrap();
    }
}

#[test]
fn a_merged_group_is_each_row_s_and_a_merged_name_nobody_s() {
    let bytes = workbook(|sheet| {
        write(
            sheet,
            &[&["编号", "姓名", "代表团"], &["1", "甲"], &["2", "乙"], &["3", ""], &["4", "丁", "二团"]],
        );
        sheet.merge_range(1, 2, 2, 2, "一团", &Format::new()).unwrap();
        sheet.merge_range(3, 1, 3, 2, "丙", &Format::new()).unwrap();
    });
    let reading = delegates("d.xlsx", &bytes).err().unwrap();
    assert_eq!(brief(&reading.findings), ["4 | B 姓名 | 丙 | list.merged"]);
    let filled = reading.changes.iter().find(|change| change.at.row == 3).unwrap();
    assert_eq!((filled.code.code(), filled.to.as_str()), ("list.filled-down", "一团"));
}

#[test]
fn what_only_a_person_knows_is_asked_once_for_a_kind() {
    let amounts = "编号,项目名称,总投资(万元)\n1,甲,约500\n2,乙,300左右\n3,丙,100-200\n";
    assert_eq!(
        questions(candidates("c.csv", amounts.as_bytes())),
        ["list.approximate-amount@2 take/leave-empty ", "list.amount-range@4 lower/upper/leave-empty ",]
    );
    let unit = "编号,项目名称,总投资\n1,甲,500\n2,乙,300\n";
    assert_eq!(questions(candidates("c.csv", unit.as_bytes())), ["list.amount-unit@2 yuan/wan/yi "]);
    let words = "编号,姓名,代表团,是否在任\n1,甲,一团,暂停\n2,乙,一团,待定\n3,丙,一团,暂停\n";
    let asked = questions(delegates("d.csv", words.as_bytes()));
    assert_eq!(asked, ["list.unknown-word@3 yes/no ", "list.unknown-word@2 yes/no "]);
    let once = "编号,姓名,代表团\n1,甲,一团\n2,乙,\n3,丙,二团\n4,丁,\n";
    assert_eq!(
        questions(delegates("d.csv", once.as_bytes())),
        ["list.fill-down@3 fill-down/leave-empty fill-down"]
    );
    let untitled = "编号,姓名,单位\n1,甲,一团\n2,乙,二团\n";
    assert_eq!(questions(delegates("d.csv", untitled.as_bytes())), ["list.group-column yes/no yes"]);
    let restart = "编号,姓名,代表团\n1,甲,一团\n2,乙,一团\n1,丙,二团\n2,丁,二团\n";
    let asked = questions(delegates("d.csv", restart.as_bytes()));
    assert_eq!(asked, ["list.numbers-restart@4 count-through/refuse count-through"]);
}

#[test]
fn a_ballot_s_marks_and_round_are_checked() {
    let numbers = ["1".into(), "2".into()];
    let csv = "round,1,2\n1,+,x\n,+,-\n0,√,\n１,＋,1\n";
    assert_eq!(
        brief(&findings(ballots("b.csv", csv.as_bytes(), &numbers))),
        [
            "2 | C 2 | x | list.not-a-mark",
            "3 | A round |  | list.not-a-round",
            "4 | A round | 0 | list.not-a-round",
            "4 | B 1 | √ | list.not-a-mark",
            "5 | A round | １ | list.not-a-round",
            "5 | B 1 | ＋ | list.not-a-mark",
            "5 | C 2 | 1 | list.not-a-mark",
        ]
    );
    let unknown = findings(ballots("b.csv", "round,1,3\n1,+,\n".as_bytes(), &numbers));
    assert_eq!(brief(&unknown), ["1 | C 3 | 3 | list.no-titles"]);
}

#[test]
fn findings_have_an_end() {
    let rows = "x,,一团,\n".repeat(12_000);
    assert_eq!(roster(&rows).len(), sheets::Limits::FINDINGS);
}
