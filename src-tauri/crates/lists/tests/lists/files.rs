//! Files for the tests, and the two sample sessions.

use rust_xlsxwriter::{Workbook, Worksheet};
use sheets::reading::{Finding, Question, Reading};
use std::{
    io::{Cursor, Read, Write},
    path::PathBuf,
};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

pub const SAMPLES: [&str; 2] = ["city-nanchang-2020", "town-gonghe-2022"];

pub fn sample_path(sample: &str, file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures").join(sample).join(file)
}

pub fn sample(sample: &str, file: &str) -> Vec<u8> {
    std::fs::read(sample_path(sample, file)).unwrap()
}

/// A workbook of one sheet.
pub fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet().set_name("代表").unwrap());
    workbook.save_to_buffer().unwrap()
}

/// A workbook of one sheet of texts.
pub fn texts(rows: &[&[&str]]) -> Vec<u8> {
    workbook(|sheet| write(sheet, rows))
}

pub fn write(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
}

/// The same archive with one part put in the place of another of its name, or beside the others.
pub fn with_part(archive: &[u8], name: &str, content: &[u8]) -> Vec<u8> {
    let mut parts = parts(archive);
    parts.retain(|(other, _)| other != name);
    parts.push((name.to_owned(), content.to_vec()));
    zip(&parts)
}

pub fn parts(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut entry = archive.by_index(place).unwrap();
            let name = entry.name().unwrap().into_owned();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            (name, content)
        })
        .collect()
}

pub fn part(archive: &[u8], name: &str) -> String {
    let (_, content) = parts(archive).into_iter().find(|(other, _)| other == name).unwrap();
    String::from_utf8(content).unwrap()
}

pub fn zip(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The findings of a list that must not be taken.
pub fn findings<T>(result: Result<T, Box<Reading>>) -> Vec<Finding> {
    result.err().unwrap().findings
}

/// Findings as `row column value code`.
pub fn brief(findings: &[Finding]) -> Vec<String> {
    let line = |finding: &Finding| {
        let row = finding.row().map(|row| row.to_string()).unwrap_or_default();
        format!("{row} | {} | {} | {}", finding.column(), finding.value, finding.code())
    };
    findings.iter().map(line).collect()
}

/// The questions of a list that nobody has answered, as `id choices proposal`.
pub fn questions<T>(result: Result<T, Box<Reading>>) -> Vec<String> {
    let reading = result.err().unwrap();
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let line = |question: &Question| {
        let proposal = question.proposal.clone().unwrap_or_default();
        format!("{} {} {proposal}", question.id(), question.choices.join("/"))
    };
    reading.open_questions().map(line).collect()
}
