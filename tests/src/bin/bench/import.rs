//! Import of a roster.

use crate::{
    measure::{Fallible, Timing, in_turns},
    report::{Bound, Line, Quantity},
};
use rust_xlsxwriter::{Format, FormatBorder, Workbook};
use std::io::{Cursor, Read, Write};

const DELEGATES: u32 = 3000;
const TITLES: [&str; 4] = ["代表证号", "姓名", "代表团", "是否在任"];
const ROUNDS: u32 = 30;
const EMPTY_ROWS: u32 = 100_000;

/// A roster from each format, beside what the format's container costs alone.
pub fn lines() -> Fallible<Vec<Line>> {
    Ok(vec![
        beside("xlsx", &xlsx()?, "unpacking the file", unpack)?,
        beside("ods", &ods()?, "unpacking the file", unpack)?,
        beside("xls", &xls()?, "taking the stream out of the file", take_out)?,
        beside("csv", &csv()?, "parsing the records", parse)?,
        empty_rows()?,
    ])
}

/// The import of a roster in this format beside a baseline.
fn beside(
    format: &str,
    bytes: &[u8],
    baseline: &str,
    run_baseline: fn(&[u8]) -> Fallible<()>,
) -> Fallible<Line> {
    let name = format!("delegates.{format}");
    let mut import = || import(&name, bytes);
    let mut baseline_turn = || run_baseline(bytes);
    let [import, alone] = in_turns(ROUNDS, [&mut import, &mut baseline_turn])?;
    Ok(line(&format!("import of 3,000 delegates from .{format}"), import, baseline, alone))
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

/// The roster as an open document.
fn ods() -> Fallible<Vec<u8>> {
    let cell =
        |text: String| format!("<t:table-cell o:value-type=\"string\"><x:p>{text}</x:p></t:table-cell>");
    let row = |cells: [String; 4]| format!("<t:table-row>{}</t:table-row>", cells.map(cell).concat());
    let rows: String = rows().map(row).collect();
    let content = format!(
        "<o:d xmlns:o=\"o\" xmlns:t=\"t\" xmlns:x=\"x\"><t:table t:name=\"s\">{rows}</t:table></o:d>"
    );
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)]
    {
        archive.start_file(name, zip::write::SimpleFileOptions::default())?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Kinds of records of an old workbook: where a part begins and ends, a sheet of it, a cell's text.
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const BOUND_SHEET: u16 = 0x0085;
const LABEL: u16 = 0x0204;

/// The roster as an old workbook: its list of sheets, then its only sheet.
fn xls() -> Fallible<Vec<u8>> {
    let begin = record(BEGIN, &[0x00, 0x06, 0x05, 0x00])?;
    let end = record(END, &[])?;
    let bound = |place: u32| record(BOUND_SHEET, &[&place.to_le_bytes()[..], &[0, 0, 1, 0, b's']].concat());
    let before = begin.len() + bound(0)?.len() + end.len();
    let mut stream = [&begin[..], &bound(u32::try_from(before)?)?, &end, &begin].concat();
    for (row, cells) in (0_u16..).zip(rows()) {
        for (column, text) in (0_u16..).zip(cells) {
            let characters: Vec<u16> = text.encode_utf16().collect();
            let length = u16::try_from(characters.len())?;
            let head = [row, column, 0, length].map(u16::to_le_bytes).concat();
            let text = characters.into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
            stream.extend(record(LABEL, &[&head[..], &[1], &text].concat())?);
        }
    }
    stream.extend(end);
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new()))?;
    container.create_stream(WORKBOOK)?.write_all(&stream)?;
    Ok(container.into_inner().into_inner())
}

const WORKBOOK: &str = "Workbook";

fn record(kind: u16, bytes: &[u8]) -> Fallible<Vec<u8>> {
    Ok([&kind.to_le_bytes()[..], &u16::try_from(bytes.len())?.to_le_bytes(), bytes].concat())
}

fn take_out(bytes: &[u8]) -> Fallible<()> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes))?;
    container.open_stream(WORKBOOK)?.read_to_end(&mut Vec::new())?;
    Ok(())
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
