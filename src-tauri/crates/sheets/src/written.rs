//! Writing sheets: a bold first row that stays in sight, texts that stay texts, numbers and dates that are such.

use crate::SpreadsheetError;
use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet,
    XlsxError,
};

/// Widths of a column, in characters of the standard font; a longer text goes over several lines.
const NARROWEST: usize = 8;
const WIDEST: usize = 48;
/// The number that Excel has for A4.
const A4: u8 = 9;

/// What a cell holds.
#[derive(Debug, Clone)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A text that stays one, whatever it looks like.
    Text(String),
    /// A whole number.
    Number(u32),
    /// A number with all its decimals, its thousands separated by commas: `1,234.56`. At most 15 digits.
    Decimal(String),
    /// A day.
    Date(NaiveDate),
}

impl Value {
    /// A text; an empty one is an empty cell.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// What it looks like, as far as widths need it.
    fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Decimal(decimal) => decimal.clone(),
            Self::Date(date) => date.to_string(),
        }
    }
}

/// A sheet: its first row, and the others, each of as many cells.
pub struct Sheet {
    /// Its name, of at most 31 characters.
    pub name: String,
    /// The first row.
    pub titles: Vec<String>,
    /// The others.
    pub rows: Vec<Vec<Value>>,
}

/// The file with these sheets.
pub fn save(sheets: &[Sheet]) -> Result<Vec<u8>, SpreadsheetError> {
    let mut workbook = Workbook::new();
    // Its day is what it says inside: a time of writing would make the same values other bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for sheet in sheets {
        write_sheet(workbook.add_worksheet().set_name(&sheet.name)?, sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_sheet(to: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let kept = (0..sheet.titles.len()).filter(|index| !is_empty_column(sheet, *index));
    for (place, index) in (0_u16..).zip(kept) {
        write_column(to, place, sheet, index)?;
    }
    to.set_freeze_panes(1, 0)?;
    to.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// A column that is empty in every row is left out, as on paper.
fn is_empty_column(sheet: &Sheet, index: usize) -> bool {
    let mut cells = sheet.rows.iter().filter_map(|row| row.get(index));
    !sheet.rows.is_empty() && cells.all(|cell| matches!(cell, Value::Empty))
}

fn write_column(to: &mut Worksheet, place: u16, sheet: &Sheet, index: usize) -> Result<(), XlsxError> {
    let cells: Vec<&Value> = sheet.rows.iter().filter_map(|row| row.get(index)).collect();
    let title = sheet.titles.get(index).map_or("", String::as_str);
    let heading = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_background_color(Color::RGB(0xEC_EC_EC))
        .set_border(FormatBorder::Thin);
    to.write_string_with_format(0, place, title, &heading)?;
    let widest = cells.iter().map(|cell| width(&cell.shown())).chain([width(title)]).max().unwrap_or(0);
    to.set_column_width(place, u32::try_from((widest + 2).clamp(NARROWEST, WIDEST)).unwrap_or(0))?;
    let decimals = cells.iter().map(|cell| decimals(cell)).max().unwrap_or(0);
    for (row, cell) in (1_u32..).zip(&cells) {
        write_cell(to, row, place, cell, decimals)?;
    }
    let last = u32::try_from(cells.len()).unwrap_or(u32::MAX);
    // Numbers of delegates and projects are names: a mark on each such cell would only be noise.
    to.ignore_error_range(0, place, last, place, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn write_cell(
    to: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Value,
    decimals: usize,
) -> Result<(), XlsxError> {
    let style = Format::new().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
    match cell {
        Value::Empty => to.write_blank(row, column, &style)?,
        // The prefix keeps `=1+1` and `001` texts when somebody edits the cell.
        Value::Text(text) => {
            to.write_string_with_format(row, column, text, &style.set_text_wrap().set_quote_prefix())?
        }
        Value::Number(number) => to.write_number_with_format(row, column, *number, &style)?,
        Value::Decimal(decimal) => {
            let shape =
                if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(decimals)) };
            to.write_number_with_format(row, column, number(decimal), &style.set_num_format(shape))?
        }
        Value::Date(date) => {
            let (month, day) = (u8::try_from(date.month()), u8::try_from(date.day()));
            let year = u16::try_from(date.year()).unwrap_or(0);
            let date = ExcelDateTime::from_ymd(year, month.unwrap_or(0), day.unwrap_or(0))?;
            to.write_datetime_with_format(row, column, &date, &style.set_num_format("yyyy-mm-dd"))?
        }
    };
    Ok(())
}

/// A decimal as a spreadsheet's number, which keeps 15 digits.
fn number(decimal: &str) -> f64 {
    decimal.replace(',', "").parse().unwrap_or(f64::NAN)
}

fn decimals(cell: &Value) -> usize {
    match cell {
        Value::Decimal(decimal) => decimal.split_once('.').map_or(0, |(_, decimals)| decimals.len()),
        _ => 0,
    }
}

/// The width of a text's widest line: a Chinese character is as wide as two others.
fn width(text: &str) -> usize {
    let of_line = |line: &str| line.chars().map(|char| if char < '\u{2E80}' { 1 } else { 2 }).sum();
    text.lines().map(of_line).max().unwrap_or(0)
}
