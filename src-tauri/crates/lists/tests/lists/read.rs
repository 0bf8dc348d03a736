//! Lists that are right.

use super::files::{SAMPLES, sample, sample_path, texts, workbook, write, zip};
use lists::{BallotRow, ballots, candidates, delegates};
use procedure::{
    ballot::Mark,
    candidate::CandidateList,
    money::Money,
    number::{CandidateNumber, DelegateNumber, RoundNumber},
    roster::Roster,
};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use sheets::{FileProblem, read_file};

const ROSTER: &str = "代表证号,姓名,代表团\n001,赵示例,一团\n";

#[test]
fn a_sample_reads_the_same_from_each_of_its_files() {
    for name in SAMPLES {
        let from = |file: &str| candidates(file, &sample(name, file)).unwrap();
        let list = from("candidates.csv");
        assert_eq!(list, from("candidates-gb18030.csv"), "{name}");
        assert_eq!(list, from("candidates.xlsx"), "{name}");
        assert_eq!(CandidateList::new(list).unwrap().candidates().len(), 12);

        let from = |file: &str| delegates(file, &sample(name, file)).unwrap();
        let roster = from("delegates.csv");
        assert_eq!(roster, from("delegates-gb18030.csv"), "{name}");
        assert_eq!(roster, from("delegates.xlsx"), "{name}");
        assert!(Roster::new(roster).is_ok());
    }
}

#[test]
fn a_sample_s_values_are_those_of_its_rows() {
    let list = candidates("candidates.csv", &sample("city-nanchang-2020", "candidates.csv")).unwrap();
    assert_eq!(list[0].name, "南昌市市民中心建设工程");
    assert_eq!(list[0].investment, None);
    assert_eq!(list[2].content, "对18个老旧小区进行综合改造,229个老旧小区进行微改造");
    assert_eq!(list[2].investment, Some(Money::parse_wan("92345.5").unwrap()));
    assert_eq!(list[2].deadline.clone().unwrap().to_string(), "2020-12-31");
    assert_eq!(list[9].name, "“厕所革命”行动");
    assert_eq!(list[11].category, "教育");

    let roster = delegates("delegates.csv", &sample("city-nanchang-2020", "delegates.csv")).unwrap();
    assert_eq!(roster.len(), 313);
    assert_eq!((roster[0].number.as_str(), roster[0].delegation.as_str()), ("001", "东湖代表团"));
    assert!(roster.iter().all(|delegate| delegate.in_office));
}

#[test]
fn the_samples_ballots_are_read_row_by_row() {
    for (name, rows) in [("city-nanchang-2020", 282), ("town-gonghe-2022", 173)] {
        let list = candidates("candidates.csv", &sample(name, "candidates.csv")).unwrap();
        let numbers: Vec<CandidateNumber> = list.into_iter().map(|candidate| candidate.number).collect();
        let read = ballots("ballots.csv", &sample(name, "ballots.csv"), &numbers).ok().unwrap();
        assert_eq!(read.len(), rows);
        assert!(read.iter().all(|ballot| ballot.round >= RoundNumber::FIRST && ballot.marks.0.len() == 12));
    }
}

#[test]
fn ballots_are_in_list_order_and_a_candidate_without_a_column_is_abstained_on() {
    let numbers = ["甲".into(), "乙".into(), "丙".into()];
    let read = ballots("b.csv", "丙,轮次,甲\n+,1,-\n,2,+\n".as_bytes(), &numbers);
    let marks: Vec<(RoundNumber, Vec<Mark>)> =
        read.ok().unwrap().into_iter().map(|BallotRow { round, marks }| (round, marks.0.clone())).collect();
    let (approve, oppose, abstain) = (Mark::Approve, Mark::Oppose, Mark::Abstain);
    assert_eq!(
        marks,
        [(RoundNumber(1), vec![oppose, abstain, approve]), (RoundNumber(2), vec![approve, abstain, abstain])]
    );
}

#[test]
fn columns_stand_in_any_order_and_titles_may_be_english_spaced_and_bracketed_in_either_width() {
    let list = "Deadline,NAME, Sub-items ,Investment (10,000 yuan)\n";
    let quoted = list.replace("Investment (10,000 yuan)", "\"Investment (10,000 yuan)\",Number");
    let english = candidates("c.csv", format!("{quoted}2020/1/5,School,a;b,\"1,234.5\",1\n").as_bytes());
    let chinese = texts(&[
        &["子项", "编号*", "总 投 资（万元）", "项目名称", "完成时限"],
        &["a；\nb", "1", "1234.50", "School", "2020年1月5日"],
    ]);
    assert_eq!(english.unwrap(), candidates("c.xlsx", &chinese).unwrap());
}

#[test]
fn office_is_yes_unless_it_says_no() {
    let csv = "编号;姓名;代表团;是否在任\n1;甲某;一团;\n2;乙某;一团;否\n3;丙某;一团;YES\n4;丁某;一团;no\n";
    let read = delegates("d.csv", csv.as_bytes()).unwrap();
    let in_office: Vec<bool> = read.iter().map(|delegate| delegate.in_office).collect();
    assert_eq!(in_office, [true, false, true, false]);
}

#[test]
fn names_lose_spaces_that_only_pad_them() {
    let csv =
        "编号\t姓名\t代表团\r\n1\t\u{3000}买买提·艾力 \t\"\t一团\u{3000}\"\r\n2\t欧阳\u{3000}𬀩\t一团\r\n";
    let read = delegates("d.csv", csv.as_bytes()).unwrap();
    assert_eq!((read[0].name.as_str(), read[0].delegation.as_str()), ("买买提·艾力", "一团"));
    assert_eq!(read[1].name, "欧阳𬀩");
}

#[test]
fn numbers_of_a_spreadsheet_are_read_as_a_person_sees_them() {
    let bytes = workbook(|sheet| {
        write(
            sheet,
            &[&["编号", "项目名称", "总投资(万元)", "年度计划投资(万元)", "完成时限"], &["", "示例甲"]],
        );
        sheet.write_number(1, 0, 1).unwrap();
        sheet.write_number(1, 2, 1.1).unwrap();
        sheet.write_number(1, 3, 123_456_789.123_456).unwrap();
        let date = ExcelDateTime::from_ymd(2020, 12, 31).unwrap();
        let shown = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        sheet.write_datetime_with_format(1, 4, &date, &shown).unwrap();
        sheet.write_number_with_format(2, 0, 2, &Format::new().set_num_format("000")).unwrap();
        sheet.write_string(2, 1, "示例乙").unwrap();
        sheet.write_datetime_with_format(2, 4, &date, &Format::new().set_num_format_index(14)).unwrap();
    });
    let read = candidates("c.xlsx", &bytes).unwrap();
    assert_eq!((read[0].number.as_str(), read[1].number.as_str()), ("1", "002"));
    assert_eq!(read[0].investment, Some(Money::from_fen(1_100_000)));
    assert_eq!(read[0].investment_this_year, Some(Money::from_fen(123_456_789_123_456)));
    assert_eq!(read[0].deadline.clone().unwrap().to_string(), "2020-12-31");
    assert_eq!(read[1].deadline, read[0].deadline);
}

#[test]
fn a_merged_title_above_the_list_empty_rows_and_other_sheets_are_passed_over() {
    let mut book = Workbook::new();
    let hidden = book.add_worksheet().set_name("旧名单").unwrap();
    write(hidden, &[&["编号", "姓名", "代表团"], &["9", "旧某", "九团"]]);
    hidden.set_hidden(true);
    let sums = book.add_worksheet().set_name("汇总").unwrap();
    write(sums, &[&["代表团", "人数"], &["一团", "2"]]);
    sums.set_active(true);
    let list = book.add_worksheet().set_name("名册").unwrap();
    list.merge_range(0, 0, 0, 2, "示例县代表名册", &Format::new()).unwrap();
    for (row, number, name) in [(3, "1", "赵示例"), (6, "2", "钱示例")] {
        write_row(list, 2, ["编号", "姓名", "代表团"]);
        write_row(list, row, [number, name, "一团"]);
    }
    let read = delegates("d.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let numbers: Vec<&str> = read.iter().map(|delegate| delegate.number.as_str()).collect();
    assert_eq!(numbers, ["1", "2"]);
}

fn write_row(sheet: &mut rust_xlsxwriter::Worksheet, row: u32, cells: [&str; 3]) {
    for (column, cell) in (0..).zip(cells) {
        sheet.write_string(row, column, cell).unwrap();
    }
}

/// As other programs write them: prefixed names, absolute and odd paths, no references, texts in runs with reading
/// marks and escapes, days counted from 1904, dates in ISO form.
#[test]
fn workbooks_in_other_styles_are_read() {
    let relationship = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"http://example.invalid/{kind}\" Target=\"{target}\"/>")
    };
    let relationships = |all: &[String]| format!("<Relationships>{}</Relationships>", all.concat());
    let parts = [
        ("_rels/.rels", relationships(&[relationship("a", "officeDocument", "/book/w.xml")])),
        (
            "book\\_rels\\W.xml.rels",
            relationships(&[
                relationship("s", "worksheet", "../sheets/./one.xml"),
                relationship("t", "sharedStrings", "/book/texts.xml"),
                relationship("f", "styles", "styles.xml"),
            ]),
        ),
        (
            "book/w.xml",
            "\u{FEFF}<x:workbook xmlns:x=\"x\" xmlns:r=\"r\"><x:workbookPr date1904=\"1\"/><x:sheets>\
             <x:sheet name=\"A&amp;B\" r:id=\"s\"/></x:sheets></x:workbook>"
                .to_owned(),
        ),
        (
            "book/texts.xml",
            "<sst><si><t>编号</t></si><si><r><t>项目</t></r><r><t>名称</t></r><rPh><t>xm</t></rPh></si>\
             <si><t>完成时限</t></si><si><t>建设内容</t></si><si><t>一_x000A_二 &lt;_x005F_x&gt;&#x4E00;</t></si></sst>"
                .to_owned(),
        ),
        ("book/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId=\"31\"/></cellXfs></styleSheet>".to_owned()),
        (
            "sheets/one.xml",
            "<x:worksheet xmlns:x=\"x\"><x:sheetData><x:row>\
             <x:c t=\"s\"><x:v>0</x:v></x:c><x:c t=\"s\"><x:v>1</x:v></x:c>\
             <x:c t=\"s\"><x:v>2</x:v></x:c><x:c t=\"s\"><x:v>3</x:v></x:c></x:row>\
             <x:row><x:c><x:v>1</x:v></x:c><x:c t=\"str\"><x:v>示例</x:v></x:c>\
             <x:c s=\"1\"><x:v>42734</x:v></x:c><x:c t=\"s\"><x:v>4</x:v></x:c></x:row>\
             <x:row><x:c><x:v>2</x:v></x:c><x:c t=\"inlineStr\"><x:is><x:t>另一</x:t></x:is></x:c>\
             <x:c t=\"d\"><x:v>2020-12-31T00:00:00</x:v></x:c></x:row>\
             </x:sheetData></x:worksheet>"
                .to_owned(),
        ),
    ];
    let parts: Vec<(String, Vec<u8>)> =
        parts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    let read = candidates("c.xlsx", &zip(&parts)).unwrap();
    assert_eq!((read[0].number.as_str(), read[0].name.as_str()), ("1", "示例"));
    assert_eq!(read[0].content, "一\n二 <_x>一");
    assert_eq!(read[0].deadline.clone().unwrap().to_string(), "2020-12-31");
    assert_eq!((read[1].name.as_str(), &read[1].deadline), ("另一", &read[0].deadline));
}

#[test]
fn the_content_decides_the_format_not_the_name() {
    let csv = delegates("d.xlsx", ROSTER.as_bytes()).unwrap();
    let xlsx = texts(&[&["代表证号", "姓名", "代表团"], &["001", "赵示例", "一团"]]);
    assert_eq!(csv, delegates("d.csv", &xlsx).unwrap());
}

#[test]
fn utf_8_reads_the_same_with_and_without_its_mark() {
    let plain = delegates("d.csv", ROSTER.as_bytes()).unwrap();
    assert_eq!(plain, delegates("d.csv", format!("\u{FEFF}{ROSTER}").as_bytes()).unwrap());
}

#[test]
fn three_thousand_delegates_are_read() {
    use std::fmt::Write as _;
    let mut csv = "代表证号,姓名,代表团\n".to_owned();
    for number in 1..=3000 {
        writeln!(csv, "{number:04},示例{number},{}团", number % 30).unwrap();
    }
    let read = delegates("d.csv", csv.as_bytes()).unwrap();
    assert_eq!(read.len(), 3000);
    assert_eq!(read[2999].number, "3000");
}

#[test]
fn a_file_is_read_from_its_path_or_said_to_be_unreadable() {
    let path = sample_path("town-gonghe-2022", "delegates.csv");
    assert_eq!(read_file(&path).unwrap(), sample("town-gonghe-2022", "delegates.csv"));
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(read_file(&folder.path().join("none.csv")), Err(FileProblem::NotReadable { .. })));
    std::fs::write(folder.path().join("empty.csv"), "").unwrap();
    assert_eq!(read_file(&folder.path().join("empty.csv")), Err(FileProblem::Empty));
    let large = std::fs::File::create(folder.path().join("large.csv")).unwrap();
    large.set_len(sheets::Limits::FILE + 1).unwrap();
    let problem = read_file(&folder.path().join("large.csv"));
    assert!(matches!(problem, Err(FileProblem::TooLarge { .. })));
    assert_eq!(delegates("d.csv", b"").err().unwrap().findings[0].code(), "exchange.empty");
}

/// Rosters often have both a running number and the delegates' own numbers.
#[test]
fn a_running_number_beside_the_delegates_number_says_nothing() {
    let roster = "序号,代表证号,姓名,代表团\n1,A007,虚构甲,一团\n2,A003,虚构乙,一团\n";
    let read = delegates("roster.csv", roster.as_bytes());
    let numbers: Vec<DelegateNumber> =
        read.ok().unwrap().into_iter().map(|delegate| delegate.number).collect();
    assert_eq!(numbers, ["A007", "A003"]);
    let alone = delegates("roster.csv", "序号,姓名,代表团\n1,虚构甲,一团\n".as_bytes());
    assert_eq!(alone.ok().unwrap()[0].number, "1");
}
