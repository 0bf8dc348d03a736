//! Empty forms: a sheet to fill in, with examples and lists to choose from, and one that explains it.

use crate::{Limits, SpreadsheetError};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
    Worksheet, XlsxError,
};

/// Widths of columns, in characters of the standard font.
const WIDTH: u32 = 22;
const NOTES_WIDTH: u32 = 90;

/// A column of an empty form.
#[derive(Debug, Clone)]
pub struct BlankColumn {
    /// Its title; required ones are marked with an asterisk.
    pub title: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// Values to choose from; none for a column that takes any.
    pub choices: Vec<String>,
    /// Whether other values than these are refused by the spreadsheet.
    pub only_choices: bool,
    /// What the examples have in it.
    pub examples: Vec<String>,
}

/// An empty form.
#[derive(Debug, Clone)]
pub struct Blank {
    /// The name of the sheet to fill in.
    pub sheet: String,
    /// Its columns.
    pub columns: Vec<BlankColumn>,
    /// The name of the sheet that explains it.
    pub notes_sheet: String,
    /// What it says, line by line.
    pub notes: Vec<String>,
}

/// The file of an empty form. The same bytes each time.
pub fn write(blank: &Blank) -> Result<Vec<u8>, SpreadsheetError> {
    let mut workbook = Workbook::new();
    // A form has no day of its own: without a fixed one its bytes would change with the clock.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let list = workbook.add_worksheet().set_name(&blank.sheet)?;
    for (place, column) in (0_u16..).zip(&blank.columns) {
        write_column(list, place, column)?;
    }
    list.set_freeze_panes(1, 0)?;
    let notes = workbook.add_worksheet().set_name(&blank.notes_sheet)?;
    write_notes(notes, &blank.notes)?;
    Ok(workbook.save_to_buffer()?)
}

fn write_column(list: &mut Worksheet, place: u16, column: &BlankColumn) -> Result<(), XlsxError> {
    let mark = if column.required { "*" } else { "" };
    let fill = if column.required { Color::RGB(0xFF_E0_B2) } else { Color::RGB(0xEC_EC_EC) };
    let style = Format::new().set_bold().set_background_color(fill).set_border(FormatBorder::Thin);
    // Cells of text: a spreadsheet makes neither a date of 1-2 nor a 1 of 001.
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    list.set_column_format(place, &text)?;
    list.set_column_width(place, WIDTH)?;
    list.write_string_with_format(0, place, format!("{}{mark}", column.title), &style)?;
    let example = text.clone().set_italic().set_font_color(Color::RGB(0x80_80_80));
    for (row, value) in (1_u32..).zip(&column.examples) {
        list.write_string_with_format(row, place, value, &example)?;
    }
    if !column.choices.is_empty() {
        let choices = DataValidation::new().allow_list_strings(&column.choices)?;
        let choices = choices.show_error_message(column.only_choices);
        list.add_data_validation(1, place, Limits::ROWS - 1, place, &choices)?;
    }
    Ok(())
}

fn write_notes(sheet: &mut Worksheet, notes: &[String]) -> Result<(), XlsxError> {
    sheet.set_column_width(0, NOTES_WIDTH)?;
    let style = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, note) in (0_u32..).zip(notes) {
        sheet.write_string_with_format(row, 0, note, &style)?;
    }
    Ok(())
}
