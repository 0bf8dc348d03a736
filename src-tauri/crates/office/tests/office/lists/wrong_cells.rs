//! Lists with wrong cells: each is reported, with its place.

use super::files::{brief, findings, texts, workbook, write};
use messages::Coded;
use office::lists::{CellProblem, Limits, ballots, candidates, delegates};
use rust_xlsxwriter::{ExcelDateTime, Format};

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
        &["代表团", "姓名", "编号", "是否在任"],
        &["一团", "赵示例", "1", "也许"],
        &["", "", "１２", ""],
        &["二团", "钱\u{200B}示例", "1", "是"],
    ]);
    let found = findings(delegates("d.xlsx", &bytes));
    assert!(found.iter().all(|finding| finding.sheet == "代表"));
    assert_eq!(
        brief(&found),
        [
            "3 | D 是否在任 | 也许 | cell.not-yes-or-no",
            "4 | A 代表团 |  | cell.missing",
            "4 | B 姓名 |  | cell.missing",
            "4 | C 编号 | １２ | cell.full-width",
            "5 | B 姓名 | 钱\u{200B}示例 | cell.character",
            "5 | C 编号 | 1 | cell.duplicate-number",
        ]
    );
    assert_eq!(found[3].problem, CellProblem::FullWidth { suggestion: "12".to_owned() });
    assert_eq!(found[4].problem, CellProblem::Character { code_point: "U+200B".to_owned() });
    assert_eq!(found[5].problem.facts(), [("first_row", "3".to_owned())]);
}

#[test]
fn a_csv_s_findings_name_the_file_and_the_row_a_spreadsheet_shows() {
    let csv = "编号,姓名,代表团,备注\n1,甲,一团,\"一\n二\"\n\n\n2,,一团,x\n3,,一团,x";
    let found = findings(delegates("名册.csv", csv.as_bytes()));
    assert!(found.iter().all(|finding| finding.sheet == "名册.csv"));
    assert_eq!(
        brief(&found),
        [
            "1 | D 备注 | 备注 | cell.unknown-column",
            "5 | B 姓名 |  | cell.missing",
            "6 | B 姓名 |  | cell.missing",
        ]
    );
}

#[test]
fn amounts_are_checked() {
    assert_eq!(
        list(
            "1,甲,-5,,,\n2,乙,约500,,,\n3,丙,0.0000001,,,\n4,丁,５００,,,\n5,戊,\"12,34\",,,\n6,己,1000000001,,,\n7,庚,500万元,,,\n"
        ),
        [
            "2 | C 总投资(万元) | -5 | cell.negative",
            "3 | C 总投资(万元) | 约500 | cell.not-an-amount",
            "4 | C 总投资(万元) | 0.0000001 | cell.too-fine",
            "5 | C 总投资(万元) | ５００ | cell.full-width",
            "6 | C 总投资(万元) | 12,34 | cell.not-an-amount",
            "7 | C 总投资(万元) | 1000000001 | cell.too-much",
            "8 | C 总投资(万元) | 500万元 | cell.not-an-amount",
        ]
    );
}

#[test]
fn a_month_is_no_day_and_the_finding_says_which_forms_are_taken() {
    for wrong in ["2020年12月", "2020-12", "2020", "2020-02-30", "20-1-1", "2020.12.31", "2020-12/31", "年底"]
    {
        assert_eq!(
            list(&format!("1,甲,,{wrong},,\n")),
            [format!("2 | D 完成时限 | {wrong} | cell.not-a-date")]
        );
    }
    let found = findings(candidates("c.csv", "编号,项目名称,完成时限\n1,甲,2020年12月\n".as_bytes()));
    let accepted = "2020-12-31, 2020/12/31, 2020年12月31日".to_owned();
    assert_eq!(found[0].problem, CellProblem::NotADate { accepted });
}

#[test]
fn texts_that_are_too_long_are_refused() {
    let name = "长".repeat(200);
    let found = findings(delegates("d.csv", format!("{TITLES}1,{name},一团,\n").as_bytes()));
    assert_eq!(found[0].problem, CellProblem::TooLong { length: 200, limit: Limits::PERSON });
    assert_eq!(found[0].value, format!("{}…", "长".repeat(40)));
    assert_eq!(list(&format!("1,{name}长,,,,\n"))[0].split(" | ").last(), Some("cell.too-long"));
    assert_eq!(list(&format!("1,甲,,,{},\n", "长".repeat(2001))).len(), 1);
    assert!(candidates("c.csv", format!("编号,项目名称\n1,{name}\n").as_bytes()).is_ok());
}

#[test]
fn characters_that_cannot_be_seen_or_printed_are_refused() {
    for character in [
        '\u{1}',
        '\u{AD}',
        '\u{A0}',
        '\u{200D}',
        '\u{202E}',
        '\u{2066}',
        '\u{E000}',
        '\u{FFFD}',
        '\u{10FFFD}',
    ] {
        let found = roster(&format!("1,赵{character}示例,一团,\n"));
        assert_eq!(found, [format!("2 | B 姓名 | 赵{character}示例 | cell.character")]);
    }
    assert_eq!(roster("1,\"赵\n示例\",一团,\n"), ["2 | B 姓名 | 赵\n示例 | cell.several-lines"]);
    assert_eq!(list("1,甲,,,\"一\n二\",\"一\n二\"\n"), ["2 | F 建设地点 | 一\n二 | cell.several-lines"]);
}

#[test]
fn columns_that_are_missing_unknown_or_twice_there_are_reported() {
    let found = findings(delegates("d.csv", "编号,代表证号,姓名,电话\n1,001,甲,1\n".as_bytes()));
    assert_eq!(
        brief(&found),
        [
            "1 |  |  | cell.missing-column",
            "1 | B 代表证号 | 代表证号 | cell.duplicate-column",
            "1 | D 电话 | 电话 | cell.unknown-column",
        ]
    );
    assert_eq!(found[0].problem, CellProblem::MissingColumn { title: "代表团/Delegation".to_owned() });
    assert_eq!(found[1].problem, CellProblem::DuplicateColumn { first: "A 编号".to_owned() });
    let known = "代表证号、姓名、代表团、是否在任".to_owned();
    assert_eq!(found[2].problem, CellProblem::UnknownColumn { known });
}

#[test]
fn values_below_no_title_and_ragged_rows_are_reported() {
    let csv = "编号,姓名,代表团,\n1,甲,一团,x\n2,乙,一团\n3,丙,一团,,\n";
    assert_eq!(
        brief(&findings(delegates("d.csv", csv.as_bytes()))),
        ["2 | D | x | cell.untitled-column", "3 |  |  | cell.ragged", "4 |  |  | cell.ragged"]
    );
}

#[test]
fn formulas_errors_dates_in_texts_and_lost_digits_are_reported() {
    let bytes = workbook(|sheet| {
        write(sheet, &[&["编号", "姓名", "代表团"], &["1"]]);
        sheet.write_formula(1, 1, "A2&\"某\"").unwrap();
        sheet.write_string(1, 2, "一团").unwrap();
        let date = ExcelDateTime::from_ymd(2020, 1, 2).unwrap();
        sheet.write_datetime_with_format(2, 0, &date, &Format::new().set_num_format("m-d")).unwrap();
        write_from(sheet, 2, ["", "乙", "一团"]);
        sheet.write_number(3, 0, 360_102_199_001_011_234_f64).unwrap();
        write_from(sheet, 3, ["", "丙", "一团"]);
    });
    let found = brief(&findings(delegates("d.xlsx", &bytes)));
    assert_eq!(found[0], "2 | B 姓名 | =A2&\"某\" | cell.formula");
    assert_eq!(found[1], "3 | A 编号 | 2020-01-02 | cell.date-not-text");
    assert!(found[2].starts_with("4 | A 编号 | 3601021990010112") && found[2].ends_with("cell.digits-lost"));
    assert_eq!(found.len(), 3);
}

#[test]
fn only_numbers_that_are_shown_as_dates_are_dates() {
    let found_in = |format: &str, value: f64| {
        let bytes = workbook(|sheet| {
            write(sheet, &[&["编号", "项目名称", "建设地点"], &["1", "甲"]]);
            sheet.write_number_with_format(1, 2, value, &Format::new().set_num_format(format)).unwrap();
        });
        candidates("c.xlsx", &bytes).err().map(|error| brief(&findings(Err::<(), _>(error))))
    };
    for plain in ["0.00", "\"元 day\"0", "[Red]0", "0;\"m\"-d", "0\\d", "_y0", "[$-804]0", "@"] {
        assert_eq!(found_in(plain, 44196.0), None, "{plain}");
    }
    for date in ["yyyy-mm-dd", "[$-804]d", "[h]:mm", "[ss]", "\"于\"m\"月\""] {
        let reported = "2 | C 建设地点 | 2020-12-31 | cell.date-not-text".to_owned();
        assert_eq!(found_in(date, 44196.0), Some(vec![reported]), "{date}");
    }
}

#[test]
fn numbers_that_name_no_day_are_no_dates() {
    for (value, shown) in
        [(44196.5, "44196.5"), (2_958_466.0, "2958466"), (60.0, "60"), (-1.0, "-1"), (1e12, "1000000000000")]
    {
        let bytes = workbook(|sheet| {
            write(sheet, &[&["编号", "项目名称", "完成时限"], &["1", "甲"]]);
            let date = Format::new().set_num_format("yyyy-mm-dd");
            sheet.write_number_with_format(1, 2, value, &date).unwrap();
        });
        let found = brief(&findings(candidates("c.xlsx", &bytes)));
        assert_eq!(found, [format!("2 | C 完成时限 | {shown} | cell.not-a-date")]);
    }
}

fn write_from(sheet: &mut rust_xlsxwriter::Worksheet, row: u32, cells: [&str; 3]) {
    for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        sheet.write_string(row, column, cell).unwrap();
    }
}

#[test]
fn merged_cells_among_the_rows_are_reported() {
    let bytes = workbook(|sheet| {
        write(sheet, &[&["编号", "姓名", "代表团"], &["1", "甲"], &["2", "乙", "二团"], &["3", "丙"]]);
        sheet.merge_range(1, 2, 2, 2, "一团", &Format::new()).unwrap();
        sheet.merge_range(3, 1, 3, 2, "丙", &Format::new()).unwrap();
    });
    let found = findings(delegates("d.xlsx", &bytes));
    let merged: Vec<&CellProblem> = found
        .iter()
        .map(|finding| &finding.problem)
        .filter(|problem| problem.code() == "cell.merged")
        .collect();
    let area = |area: &str| CellProblem::Merged { area: area.to_owned() };
    assert_eq!(merged, [&area("C2:C3"), &area("B4:C4")]);
    assert_eq!((found[0].row, found[0].column.as_str(), found[0].value.as_str()), (2, "C 代表团", "一团"));
}

#[test]
fn a_ballot_s_marks_and_round_are_checked() {
    let numbers = ["1".to_owned(), "2".to_owned()];
    let csv = "round,1,2\n1,+,x\n,+,-\n0,√,\n１,＋,1\n";
    assert_eq!(
        brief(&findings(ballots("b.csv", csv.as_bytes(), &numbers))),
        [
            "2 | C 2 | x | cell.not-a-mark",
            "3 | A round |  | cell.missing",
            "4 | A round | 0 | cell.not-a-round",
            "4 | B 1 | √ | cell.not-a-mark",
            "5 | A round | １ | cell.full-width",
            "5 | B 1 | ＋ | cell.not-a-mark",
            "5 | C 2 | 1 | cell.not-a-mark",
        ]
    );
    let unknown = findings(ballots("b.csv", "round,1,3\n1,+,\n".as_bytes(), &numbers));
    assert_eq!(brief(&unknown), ["1 | C 3 | 3 | cell.unknown-column"]);
}

#[test]
fn findings_have_an_end() {
    let rows = "x,,,\n".repeat(6000);
    assert_eq!(roster(&rows).len(), Limits::FINDINGS);
}
