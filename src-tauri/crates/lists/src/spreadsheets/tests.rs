//! The sheets, read back with the project's own reader. Names are invented.

use super::*;
use crate::{candidates, delegates};
use chrono::NaiveDate;
use documents::{Body, Standing};
use procedure::{
    count::{Ballots, Delegates, Issued, Seats, Votes},
    money::Money,
    number::RoundNumber,
};
use sheets::table::{Cell, Table, Value as SheetValue};
use std::io::Read as _;

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

fn heading(language: Language) -> Heading {
    Heading {
        congress: "示例市人民代表大会".into(),
        session: "第一次会议".into(),
        year: 2026,
        language,
        body: Body::Congress,
        standing: Standing::Official,
        training: false,
        record: None,
    }
}

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 20).unwrap()
}

fn row(rank: u32, number: &str, approve: u32, verdict: Verdict) -> ResultRow {
    ResultRow {
        rank,
        number: number.into(),
        name: format!("示例项目{number}"),
        category: "教育".into(),
        approve: Votes(approve),
        oppose: Some(Votes(2)),
        abstain: Some(Votes(98 - approve)),
        verdict,
    }
}

fn report(language: Language) -> ResultReport {
    ResultReport {
        heading: heading(language),
        round: RoundNumber(1),
        date: Some(date()),
        seats: Seats(1),
        categories: vec![("教育".into(), Seats(1))],
        delegates: Delegates(120),
        present: Delegates(101),
        issued: Issued(101),
        collected: Ballots(101),
        result: RoundResult::Counted(CountedRound {
            void: Ballots(1),
            valid: Ballots(100),
            threshold: Some(Votes(61)),
            threshold_rule: "赞成票超过全体代表的半数".into(),
            rows: vec![row(1, "001", 90, Verdict::Adopted), row(2, "002", 30, Verdict::NotAdopted)],
        }),
        notes: Vec::new(),
        chief: String::new(),
        scrutineers: Vec::new(),
        tellers: Vec::new(),
    }
}

fn tables(bytes: &[u8]) -> Vec<Table> {
    sheets::read("written.xlsx", bytes).unwrap()
}

/// The cells of a row, from 1, as a person sees them; `#` before numbers, `@` before dates.
fn shown(table: &Table, row: u32) -> Vec<String> {
    let cell = |cell: &Cell| match &cell.value {
        SheetValue::Text(text) => text.clone(),
        SheetValue::Number { shown, .. } => format!("#{shown}"),
        SheetValue::Day(date) => format!("@{date}"),
        other => panic!("{other:?}"),
    };
    table.rows[&row].cells.values().map(cell).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_counted_round_gives_its_totals_and_its_account() {
    let tables = tables(&result_spreadsheet(&report(Language::Chinese)).unwrap());
    assert_eq!(tables.iter().map(|table| table.sheet.as_str()).collect::<Vec<_>>(), ["票决结果", "计票情况"]);
    let titles = ["名次", "编号", "项目名称", "类别", "赞成", "反对", "弃权", "结果", "通过所需赞成票"];
    assert_eq!(shown(&tables[0], 1), titles);
    assert_eq!(shown(&tables[0], 2), ["#1", "001", "示例项目001", "教育", "#90", "#2", "#8", "通过", "#61"]);
    assert_eq!(
        shown(&tables[0], 3),
        ["#2", "002", "示例项目002", "教育", "#30", "#2", "#68", "未通过", "#61"]
    );
    let account: Vec<_> = tables[1].rows.keys().map(|row| shown(&tables[1], *row).join(" ")).collect();
    assert_eq!(
        account,
        [
            "事项 数据",
            "会议 示例市人民代表大会",
            "次会议 第一次会议",
            "轮次 #1",
            "日期 @2026-01-20",
            "应选项目数 #1",
            "应选项目数：教育 #1",
            "应到人数 #120",
            "实到人数 #101",
            "发出票数 #101",
            "收回票数 #101",
            "有效票 #100",
            "废票 #1",
            "通过所需赞成票 #61",
            "通过条件 赞成票超过全体代表的半数",
            "说明 本表供统计查阅，以签名的票决结果报告单为准。",
        ]
    );
}

#[test]
fn a_ballot_of_approvals_only_has_no_columns_for_the_rest() {
    let mut report = report(Language::English);
    if let RoundResult::Counted(counted) = &mut report.result {
        counted.threshold = None;
        for row in &mut counted.rows {
            (row.oppose, row.abstain) = (None, None);
            row.category.clear();
        }
    }
    let tables = tables(&result_spreadsheet(&report).unwrap());
    assert_eq!(shown(&tables[0], 1), ["Rank", "Number", "Name", "Approve", "Outcome"]);
    assert_eq!(shown(&tables[0], 2), ["#1", "001", "示例项目001", "#90", "adopted"]);
}

#[test]
fn a_void_round_gives_the_reason_and_no_totals() {
    for (language, sheet) in [(Language::Chinese, "计票情况"), (Language::English, "Account")] {
        for reason in [VoidReason::QuorumMissing, VoidReason::MoreCollectedThanIssued, VoidReason::ByDecision]
        {
            let tables = tables(
                &result_spreadsheet(&ResultReport { result: RoundResult::Void(reason), ..report(language) })
                    .unwrap(),
            );
            assert_eq!(tables.len(), 1);
            assert_eq!(tables[0].sheet, sheet);
            let said: Vec<_> = tables[0].rows.keys().flat_map(|row| shown(&tables[0], *row)).collect();
            assert!(said.iter().any(|text| text == (words(language).void)(reason)), "{said:?}");
        }
    }
}

#[test]
fn an_exercise_says_so_on_every_sheet() {
    for (language, mark) in [(Language::Chinese, "（演练）"), (Language::English, " (exercise)")] {
        let heading = Heading { training: true, ..heading(language) };
        let report = ResultReport { heading: heading.clone(), ..report(language) };
        let files = [
            result_spreadsheet(&report).unwrap(),
            attendance_spreadsheet(&heading, &roster()).unwrap(),
            adopted_spreadsheet(&heading, &[&project()]).unwrap(),
        ];
        for table in files.iter().flat_map(|file| tables(file)) {
            assert!(table.sheet.ends_with(mark), "{}", table.sheet);
        }
    }
}

fn roster() -> Vec<AttendanceRow> {
    let row = |number: &str, delegation: &str, in_office, present| AttendanceRow {
        number: number.into(),
        name: format!("代表{number}"),
        delegation: delegation.into(),
        in_office,
        present,
    };
    vec![
        row("001", "二团", true, true),
        row("002", "一团", true, false),
        row("003", "二团", false, false),
        row("004", "二团", true, true),
    ]
}

#[test]
fn attendance_adds_up_by_delegation_in_the_roster_s_order() {
    let tables = tables(&attendance_spreadsheet(&heading(Language::Chinese), &roster()).unwrap());
    assert_eq!(shown(&tables[0], 1), ["编号", "姓名", "代表团", "是否在任", "是否出席"]);
    assert_eq!(shown(&tables[0], 4), ["003", "代表003", "二团", "否", "否"]);
    assert_eq!(shown(&tables[1], 1), ["代表团", "应到人数", "实到人数", "缺席人数"]);
    assert_eq!(shown(&tables[1], 2), ["二团", "#2", "#2", "#0"]);
    assert_eq!(shown(&tables[1], 3), ["一团", "#1", "#0", "#1"]);
    assert_eq!(shown(&tables[1], 4), ["合计", "#3", "#2", "#1"]);
}

fn project() -> Candidate {
    Candidate {
        number: "001".into(),
        name: "=示例小学改扩建工程".into(),
        content: "新建示例教学楼一栋\n操场一处".into(),
        sub_items: vec!["教学楼".into(), "操场".into()],
        location: "+示例镇".into(),
        investment: Some(Money::parse_wan("999,999,999.999999").unwrap()),
        investment_this_year: Some(Money::parse_wan("0.1").unwrap()),
        sources: "-市级财政".into(),
        responsible_unit: "@示例局".into(),
        deadline: Deadline::day(date()),
        benefit: String::new(),
        category: "教育".into(),
        origin: String::new(),
    }
}

#[test]
fn adopted_projects_can_be_imported_again_to_the_last_fen() {
    let whole = Candidate {
        number: "002".into(),
        name: "=示例小学二期".into(),
        investment: Some(Money::parse_wan("320").unwrap()),
        ..project()
    };
    let bare = Candidate {
        number: "003".into(),
        name: "=示例小学三期".into(),
        investment: None,
        investment_this_year: None,
        deadline: None,
        content: String::new(),
        sub_items: Vec::new(),
        ..project()
    };
    for language in LANGUAGES {
        let file = adopted_spreadsheet(&heading(language), &[&project(), &whole, &bare]).unwrap();
        assert_eq!(candidates("adopted.xlsx", &file).unwrap(), [project(), whole.clone(), bare.clone()]);
    }
}

#[test]
fn amounts_and_dates_are_real_ones_and_texts_stay_texts() {
    let file = adopted_spreadsheet(&heading(Language::Chinese), &[&project()]).unwrap();
    let cells = shown(&tables(&file)[0], 2);
    assert_eq!(cells[1], "=示例小学改扩建工程");
    assert!(
        cells.contains(&"#999,999,999.999999".to_owned()) && cells.contains(&"#0.1".to_owned()),
        "{cells:?}"
    );
    assert!(cells.contains(&"@2026-01-20".to_owned()));
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"), "no formula");
    assert!(part(&file, "xl/styles.xml").contains("quotePrefix=\"1\""), "a text stays one when it is edited");
    assert!(part(&file, "xl/styles.xml").contains("#,##0.000000"));
}

#[test]
fn the_first_row_is_bold_and_stays_in_sight() {
    for file in [
        result_spreadsheet(&report(Language::English)).unwrap(),
        attendance_spreadsheet(&heading(Language::English), &roster()).unwrap(),
        adopted_spreadsheet(&heading(Language::English), &[&project()]).unwrap(),
    ] {
        let sheet = part(&file, "xl/worksheets/sheet1.xml");
        assert!(
            sheet.contains(r#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#)
        );
        let (_, first) = sheet.split_once("r=\"A1\" s=\"").unwrap();
        let style: usize = first.split('"').next().unwrap().parse().unwrap();
        let styles = part(&file, "xl/styles.xml");
        let formats = styles.split_once("<cellXfs").unwrap().1;
        let font = formats.split("<xf ").nth(style + 1).unwrap().split("fontId=\"").nth(1).unwrap();
        let font: usize = font.split('"').next().unwrap().parse().unwrap();
        let fonts = styles.split_once("<fonts").unwrap().1;
        assert!(fonts.split("<font>").nth(font + 1).unwrap().contains("<b/>"), "{styles}");
    }
}

#[test]
fn columns_are_as_wide_as_their_texts() {
    let file = adopted_spreadsheet(&heading(Language::Chinese), &[&project()]).unwrap();
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    let widths: Vec<f64> = sheet
        .split("<col ")
        .skip(1)
        .map(|column| column.split("width=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap())
        .collect();
    // The number's is the narrowest there is, the name's holds ten characters of double width.
    assert!((8.0..10.0).contains(&widths[0]), "{widths:?}");
    assert!((21.0..23.0).contains(&widths[1]), "{widths:?}");
    let long = Candidate { content: "很长的建设内容".repeat(60), ..project() };
    let file = adopted_spreadsheet(&heading(Language::Chinese), &[&long]).unwrap();
    assert!(part(&file, "xl/worksheets/sheet1.xml").contains("width=\"48.7"));
}

#[test]
fn the_same_values_give_the_same_bytes() {
    for language in LANGUAGES {
        assert_eq!(result_spreadsheet(&report(language)), result_spreadsheet(&report(language)));
        assert_eq!(
            attendance_spreadsheet(&heading(language), &roster()),
            attendance_spreadsheet(&heading(language), &roster())
        );
        assert_eq!(
            adopted_spreadsheet(&heading(language), &[&project()]),
            adopted_spreadsheet(&heading(language), &[&project()])
        );
    }
    let made = part(&result_spreadsheet(&report(Language::Chinese)).unwrap(), "docProps/core.xml");
    assert!(made.contains("2000-01-01T00:00:00Z"), "no time of writing: {made}");
}

#[test]
fn nothing_to_list_gives_the_titles_alone() {
    let file = adopted_spreadsheet(&heading(Language::English), &[]).unwrap();
    assert_eq!(tables(&file)[0].rows.len(), 1);
    assert!(delegates("d.xlsx", &attendance_spreadsheet(&heading(Language::English), &[]).unwrap()).is_err());
}

#[test]
fn a_text_too_long_for_a_cell_is_refused() {
    let long = Candidate { content: "长".repeat(32_768), ..project() };
    let refused = adopted_spreadsheet(&heading(Language::English), &[&long]).unwrap_err();
    assert!(matches!(refused, SpreadsheetError::NotWritten { .. }), "{refused}");
}
