//! Lists that were made to take all memory or all time: each is refused with what a small machine has to give, and no more.
//!
//! The program runs with a limit on its memory that the system holds; where it wants more, it is ended, and the test fails.

#![cfg(target_os = "linux")]

use crate::run::{Run, program};
use std::{
    fmt::Write as _,
    fs,
    io::{Cursor, Write as _},
    process::Command,
    time::{Duration, Instant},
};
use zip::write::SimpleFileOptions;

/// What reading a list may take, in KiB.
const MEMORY: u32 = 200 * 1024;
/// What reading may take is 10 s; a build that isn't optimised, on a machine that does other things too, takes longer.
const TIME: Duration = Duration::from_mins(1);

/// Lists a file with so much memory for data. None where the program was ended.
fn list(bytes: &[u8], kind: &str, memory: u32) -> Option<Run> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list");
    fs::write(&file, bytes).unwrap();
    let limited = format!("ulimit -d {memory} && exec \"$0\" \"$@\"");
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(limited).arg(program().get_program()).arg("list").arg(file);
    let output = shell.args(["--kind", kind, "--json"]).output().unwrap();
    output.status.code().is_some().then(|| output.into())
}

/// The codes of what is wrong with a list, each once.
#[track_caller]
fn codes(bytes: &[u8], kind: &str) -> Vec<String> {
    let start = Instant::now();
    let run = list(bytes, kind, MEMORY);
    assert!(run.is_some(), "the program wanted more memory");
    let run = run.unwrap();
    let taken = start.elapsed();
    assert!(taken < TIME, "{taken:?}");
    assert_eq!((run.code, run.stderr.as_str()), (2, ""));
    let listed = run.json();
    let findings = listed["findings"].as_array().unwrap().iter();
    let mut codes: Vec<String> =
        findings.map(|finding| finding["code"].as_str().unwrap().to_owned()).collect();
    codes.sort();
    codes.dedup();
    codes
}

#[track_caller]
fn refused(bytes: &[u8], code: &str) {
    assert!(bytes.len() <= 20 * 1024 * 1024, "{} bytes are refused for their number alone", bytes.len());
    assert_eq!(codes(bytes, "delegates"), [code]);
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook of one sheet.
fn workbook(sheet: &str, styles: &str) -> Vec<u8> {
    let relationships = |all: &[(&str, &str)]| {
        let one = |(kind, target): &(&str, &str)| {
            format!("<Relationship Id=\"{kind}\" Type=\"x/{kind}\" Target=\"{target}\"/>")
        };
        format!("<Relationships>{}</Relationships>", all.iter().map(one).collect::<String>())
    };
    let package = relationships(&[("officeDocument", "xl/workbook.xml")]);
    let book =
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"名单\" r:id=\"worksheet\"/></sheets></workbook>";
    let of_book = relationships(&[("worksheet", "sheet.xml"), ("styles", "styles.xml")]);
    zipped(&[
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", of_book.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/sheet.xml", format!("<worksheet>{sheet}</worksheet>").as_bytes()),
    ])
}

fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<c t=\"str\"><v>{text}</v></c>");
    format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
}

/// A spreadsheet of an open document with this inside its only table.
fn open_document(rows: &str) -> Vec<u8> {
    let content = format!("<d><table name=\"名单\">{rows}</table></d>");
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A record of an old workbook.
fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), bytes].concat()
}

/// An old workbook with these records behind its beginning.
fn old_workbook(records: &[u8]) -> Vec<u8> {
    let beginning = record(0x0809, &[0x00, 0x06, 0x05, 0x00]);
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container.create_stream("Workbook").unwrap().write_all(&[&beginning, records].concat()).unwrap();
    container.into_inner().into_inner()
}

#[test]
fn a_good_list_needs_less_and_nothing_is_read_with_nothing() {
    let good = "代表证号,姓名,代表团\n001,赵甲,一团\n".as_bytes();
    assert_eq!(list(good, "delegates", MEMORY).unwrap().code, 0);
    assert!(list(good, "delegates", 100).is_none_or(|run| run.code != 0), "the limit limits nothing");
}

#[test]
fn what_unpacks_to_more_than_any_list_is_refused() {
    let row = row(&["1", "x", "一团"]);
    refused(&workbook(&row.repeat(2_000_000), "<a/>"), "exchange.unpacks-too-large");
    let paragraph = "<table-row><table-cell><p>x</p></table-cell></table-row>";
    refused(&open_document(&paragraph.repeat(1_300_000)), "exchange.unpacks-too-large");
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..60_000 {
        archive.start_file(number.to_string(), SimpleFileOptions::default()).unwrap();
    }
    refused(&archive.finish().unwrap().into_inner(), "exchange.unpacks-too-large");
}

#[test]
fn elements_without_end_within_one_another_are_refused() {
    let deep = "<a>".repeat(20_000_000);
    refused(&open_document(&deep), "exchange.damaged");
    refused(&workbook(&deep, "<a/>"), "exchange.damaged");
    refused(&workbook("<sheetData/>", &deep), "exchange.damaged");
}

#[test]
fn a_text_or_a_code_without_end_is_refused() {
    let long = "长".repeat(20_000_000);
    refused(&workbook(&row(&[&long]), "<a/>"), "exchange.too-many-cells");
    let format = format!("<a><numFmt numFmtId=\"200\" formatCode=\"{long}\"/></a>");
    refused(&workbook("<sheetData/>", &format), "exchange.damaged");
    let cell = |inside: &str| format!("<table-row><table-cell><p>{inside}</p></table-cell></table-row>");
    refused(&open_document(&cell(&long)), "exchange.too-many-cells");
    let spaces = "<s c=\"999999\"/>".repeat(3_000_000);
    refused(&open_document(&cell(&spaces)), "exchange.too-many-cells");
    refused(&open_document(&cell("<s c=\"999999\"/>").repeat(800_000)), "list.no-titles");
}

#[test]
fn merged_areas_on_one_another_are_refused() {
    let areas = |reference: &str, count: usize| {
        let area = format!("<mergeCell ref=\"{reference}\"/>").repeat(count);
        let titles = row(&["代表证号", "姓名", "代表团"]);
        format!("<sheetData>{titles}{}</sheetData>{area}", row(&["1", "x", "一团"]).repeat(15_000))
    };
    refused(&workbook(&areas("A1:XFD1048576", 1_000), "<a/>"), "exchange.too-many-cells");
    let found = codes(&workbook(&areas("A2:B2", 200_000), "<a/>"), "delegates");
    assert!(found.contains(&"list.merged".to_owned()), "{found:?}");
}

#[test]
fn cells_with_all_that_can_be_in_them_are_refused() {
    let titles = ["编号", "项目名称", "建设内容", "建设地点", "责任单位", "类别", "来源", "资金来源"];
    let mut rows = row(&titles);
    for number in 0..19_000 {
        let text = format!("\u{3000}\u{200B}⼀{number}\n 二三\u{A0}四五六七八九十 ");
        rows += &row(&[text.as_str(); 8]);
    }
    let found = codes(&workbook(&rows, "<a/>"), "candidates");
    assert!(found.contains(&"list.beyond-limit".to_owned()), "{found:?}");
    let blocks = [row(&["项目名称"; 14]), row(&["x"; 14]).repeat(20_000)].concat();
    let found = codes(&workbook(&blocks, "<a/>"), "candidates");
    assert!(found.contains(&"list.beyond-limit".to_owned()), "{found:?}");
}

#[test]
fn a_text_of_commas_or_of_quotation_marks_is_refused() {
    let titles = "代表证号,姓名\n";
    refused(format!("{titles}{}x", ",".repeat(19_000_000)).as_bytes(), "list.beyond-limit");
    refused(format!("{titles}\"{}\"x", ",\"\"".repeat(6_000_000)).as_bytes(), "exchange.unclosed-quote");
    let mut damaged = titles.as_bytes().to_vec();
    damaged.resize(19_000_000, 0xFF);
    refused(&damaged, "exchange.encoding");
}

#[test]
fn records_of_an_old_workbook_that_claim_or_repeat_are_refused() {
    refused(&old_workbook(&record(0x00E0, &[0, 0, 4, 0]).repeat(2_300_000)), "exchange.damaged");
    let claim = record(0x00FC, &[0xFF; 8]);
    let continued =
        |bytes: &[u8], count: usize| [claim.clone(), record(0x003C, bytes).repeat(count)].concat();
    refused(&old_workbook(&continued(&[], 4_700_000)), "exchange.damaged");
    refused(&old_workbook(&continued(&[0], 3_700_000)), "exchange.too-many-cells");
    let merged: Vec<u8> = std::iter::once(1027_u16)
        .chain([0, 65_535, 0, 255].repeat(1027))
        .flat_map(u16::to_le_bytes)
        .collect();
    let sheet = |records: &[u8]| {
        let end = record(0x000A, &[]);
        // Behind the beginning, this record, and the end of the first part.
        let place: u32 = 8 + 4 + 9 + 4;
        let bound = record(0x0085, &[&place.to_le_bytes()[..], &[0, 0, 1, 0, b'x']].concat());
        old_workbook(&[&bound, &end, records].concat())
    };
    refused(&sheet(&record(0x00E5, &merged).repeat(100)), "exchange.too-many-cells");
    refused(&sheet(&record(0x0208, &[0; 16]).repeat(900_000)), "list.no-titles");
}

/// Where a container says in which sector its table of sectors is.
const FIRST_TABLE: usize = 76;
/// How long a sector is, and the container's head, which comes before the first of them.
const SECTOR: usize = 4096;
/// Where an entry of a directory says where its stream begins, and how long it is.
const STREAM: (usize, usize) = (116, 120);

#[test]
fn a_container_that_leads_in_circles_or_claims_a_length_is_refused() {
    let good = old_workbook(&record(0x0031, &[0; 8_000]).repeat(20));
    let number = |place: usize| u32::from_le_bytes(good[place..place + 4].try_into().unwrap()) as usize;
    let table = (number(FIRST_TABLE) + 1) * SECTOR;
    let name: Vec<u8> = "Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let entry = good.windows(name.len()).position(|window| window == name).unwrap();
    let first = number(entry + STREAM.0);
    for (from, to) in [(first + 5, first), (first + 5, first + 3), (first, first)] {
        let mut circle = good.clone();
        let place = table + from * 4;
        circle[place..place + 4].copy_from_slice(&u32::try_from(to).unwrap().to_le_bytes());
        refused(&circle, "exchange.damaged");
    }
    let mut claim = good.clone();
    claim[entry + STREAM.1..entry + STREAM.1 + 4].copy_from_slice(&0x7FFF_FFFF_u32.to_le_bytes());
    refused(&claim, "exchange.damaged");
    for length in (8..good.len()).step_by(good.len() / 40) {
        let found = codes(&good[..length], "delegates");
        assert!(
            matches!(found[0].as_str(), "exchange.damaged" | "exchange.not-a-table"),
            "{length}: {found:?}"
        );
    }
}

#[test]
fn titles_without_end_are_looked_through_in_time() {
    let mut sheet = String::new();
    for number in 0..100 {
        let title = format!("计划投资总额({number})");
        writeln!(sheet, "{}", row(&[title.as_str(); 199])).unwrap();
    }
    let found = codes(&workbook(&sheet, "<a/>"), "candidates");
    assert_eq!(found.len(), 1, "{found:?}");
}
