//! Import of a roster.

use crate::{
    measure::{Fallible, Timing, in_turns},
    report::{Bound, Line, Quantity},
};
use rust_xlsxwriter::{Format, FormatBorder, Workbook};
use std::io::{Cursor, Read};

const DELEGATES: u32 = 3000;
const TITLES: [&str; 4] = ["代表证号", "姓名", "代表团", "是否在任"];
const ROUNDS: u32 = 30;
const EMPTY_ROWS: u32 = 100_000;

/// A roster from .xlsx and from .csv.
pub fn lines() -> Fallible<Vec<Line>> {
    let (xlsx, csv) = (xlsx()?, csv()?);
    let mut import_xlsx = || import("delegates.xlsx", &xlsx);
    let mut unpack = || unpack(&xlsx);
    let mut import_csv = || import("delegates.csv", &csv);
    let mut parse = || parse(&csv);
    let [import_xlsx, unpack, import_csv, parse] =
        in_turns(ROUNDS, [&mut import_xlsx, &mut unpack, &mut import_csv, &mut parse])?;
    Ok(vec![
        line("import of 3,000 delegates from .xlsx", import_xlsx, "unpacking the file", unpack),
        line("import of 3,000 delegates from .csv", import_csv, "parsing the records", parse),
        empty_rows()?,
    ])
}

/// A roster of one delegate above a hundred thousand rows that are formatted and empty.
fn empty_rows() -> Fallible<Line> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, [title, value]) in (0..).zip([["代表证号", "1"], ["姓名", "赵甲"], ["代表团", "一团"]])
    {
        sheet.write_string(0, column, title)?;
        sheet.write_string(1, column, value)?;
    }
    let border = Format::new().set_border(FormatBorder::Thin);
    for row in 2..EMPTY_ROWS {
        for column in 0..8 {
            sheet.write_blank(row, column, &border)?;
        }
    }
    let bytes = workbook.save_to_buffer()?;
    let mut read = || match lists::delegates("delegates.xlsx", &bytes) {
        Ok(delegates) if delegates.len() == 1 => Ok(()),
        Ok(_) | Err(_) => Err("the delegate is missing".into()),
    };
    let mut unpack = || unpack(&bytes);
    let [read, unpack] = in_turns(3, [&mut read, &mut unpack])?;
    let line = Line::time("100,000 empty formatted rows", read);
    Ok(line
        .beside("unpacking the file", Quantity::seconds(unpack))
        .held_to(Bound::AtMost(Quantity::Seconds(2.0))))
}

fn line(name: &str, timing: Timing, baseline: &str, baseline_timing: Timing) -> Line {
    Line::time(name, timing)
        .beside(baseline, Quantity::seconds(baseline_timing))
        .held_to(Bound::AtMost(Quantity::Seconds(1.0)))
}

fn rows() -> impl Iterator<Item = [String; 4]> {
    let row = |number: u32| {
        [format!("{number:04}"), format!("代表{number}"), format!("第{}代表团", number % 30), "是".to_owned()]
    };
    std::iter::once(TITLES.map(str::to_owned)).chain((1..=DELEGATES).map(row))
}

fn xlsx() -> Fallible<Vec<u8>> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (place, row) in (0..).zip(rows()) {
        for (column, cell) in (0..).zip(row) {
            sheet.write_string(place, column, cell)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn csv() -> Fallible<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows() {
        writer.write_record(row)?;
    }
    Ok(writer.into_inner()?)
}

fn import(name: &str, bytes: &[u8]) -> Fallible<()> {
    let delegates = lists::delegates(name, bytes).map_err(|error| format!("{name}: {error:?}"))?;
    if delegates.len() == DELEGATES as usize { Ok(()) } else { Err("delegates are missing".into()) }
}

fn unpack(bytes: &[u8]) -> Fallible<()> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut unpacked = Vec::new();
    for place in 0..archive.len() {
        archive.by_index(place)?.read_to_end(&mut unpacked)?;
    }
    Ok(())
}

fn parse(bytes: &[u8]) -> Fallible<()> {
    let mut reader = csv::Reader::from_reader(bytes);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record)? {}
    Ok(())
}
