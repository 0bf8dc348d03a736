//! Empty forms of the lists, to be filled in and imported.

use super::{candidates, columns::Column, delegates};
use messages::Language;
use messages::coded_errors;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
    Worksheet, XlsxError,
};
use sheets::Limits;

coded_errors! {
    /// Why a form could not be written.
    pub enum TemplateError {
        /// The spreadsheet's writer refused.
        NotWritten { reason: String } = "template.not-written",
    }
}

/// Widths of columns, in characters of the standard font.
const WIDTH: u32 = 24;
const NOTES_WIDTH: u32 = 90;

/// An empty roster: a sheet with the titles alone, and one that explains them. The same bytes each time.
pub fn delegates_template(language: Language) -> Result<Vec<u8>, TemplateError> {
    let notes = match language {
        Language::Chinese => DELEGATES_NOTES_CHINESE,
        Language::English => DELEGATES_NOTES_ENGLISH,
    };
    let yes_or_no = Some(&delegates::Field::InOffice);
    form(language, &delegates::columns(), yes_or_no, &notes).map_err(not_written)
}

/// An empty candidate list: a sheet with the titles alone, and one that explains them. The same bytes each time.
pub fn candidates_template(language: Language) -> Result<Vec<u8>, TemplateError> {
    let notes = match language {
        Language::Chinese => CANDIDATES_NOTES_CHINESE,
        Language::English => CANDIDATES_NOTES_ENGLISH,
    };
    form(language, &candidates::columns(), None, &notes).map_err(not_written)
}

#[expect(clippy::needless_pass_by_value, reason = "as map_err hands it over")]
fn not_written(error: XlsxError) -> TemplateError {
    TemplateError::NotWritten { reason: error.to_string() }
}

fn form<F: PartialEq>(
    language: Language,
    columns: &[Column<F>],
    yes_or_no: Option<&F>,
    notes: &[&str],
) -> Result<Vec<u8>, XlsxError> {
    let (list_name, notes_name) = match language {
        Language::Chinese => ("名单", "填写说明"),
        Language::English => ("List", "Notes"),
    };
    let mut workbook = Workbook::new();
    // A form has no day of its own: without a fixed one its bytes would change with the clock.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let list = workbook.add_worksheet().set_name(list_name)?;
    for (place, column) in (0_u16..).zip(columns) {
        write_title(list, place, column, language)?;
        if yes_or_no == Some(&column.field) {
            list.add_data_validation(1, place, Limits::ROWS - 1, place, &words_for_yes_or_no(language)?)?;
        }
    }
    list.set_freeze_panes(1, 0)?;
    let sheet = workbook.add_worksheet().set_name(notes_name)?;
    write_notes(sheet, notes)?;
    workbook.save_to_buffer()
}

/// The Chinese title is a column's first, the English one its last.
fn write_title<F>(
    list: &mut Worksheet,
    place: u16,
    column: &Column<F>,
    language: Language,
) -> Result<(), XlsxError> {
    let title = match language {
        Language::Chinese => column.titles.first(),
        Language::English => column.titles.last(),
    };
    let mark = if column.required { "*" } else { "" };
    let title = format!("{}{mark}", title.map_or("", String::as_str));
    let fill = if column.required { Color::RGB(0xFF_E0_B2) } else { Color::RGB(0xEC_EC_EC) };
    let style = Format::new().set_bold().set_background_color(fill).set_border(FormatBorder::Thin);
    // Cells of text: a spreadsheet makes neither a date of 1-2 nor a 1 of 001.
    list.set_column_format(place, &Format::new().set_num_format("@"))?;
    list.set_column_width(place, WIDTH)?;
    list.write_string_with_format(0, place, title, &style)?;
    Ok(())
}

fn words_for_yes_or_no(language: Language) -> Result<DataValidation, XlsxError> {
    let words = match language {
        Language::Chinese => ["是", "否"],
        Language::English => ["yes", "no"],
    };
    DataValidation::new().allow_list_strings(&words)
}

fn write_notes(sheet: &mut Worksheet, notes: &[&str]) -> Result<(), XlsxError> {
    sheet.set_column_width(0, NOTES_WIDTH)?;
    let style = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, note) in (0_u32..).zip(notes) {
        sheet.write_string_with_format(row, 0, *note, &style)?;
    }
    Ok(())
}

const DELEGATES_NOTES_CHINESE: [&str; 6] = [
    "本表不会被导入。请在“名单”表中从第二行起填写，每行一位代表。",
    "带 * 的列必填；各列的次序可以调换，不用的列可以删除，不能增加其他列。",
    "不要合并单元格，不要使用公式。",
    "代表证号不得重复，按所填文字原样保留：001 与 1 是两个号码。请用半角数字。",
    "是否在任：填“是”或“否”，不填为“是”。",
    "示例（虚构）：001，赵示例，示例代表团，是。",
];

const DELEGATES_NOTES_ENGLISH: [&str; 6] = [
    "This sheet is not imported. Fill in the sheet \"List\" from its second row, one delegate a row.",
    "Columns with * are required. Columns may stand in any order; unused ones may be deleted, others can't be added.",
    "Do not merge cells and do not use formulas.",
    "A number must not stand twice and is kept as written: 001 and 1 are two numbers. Use half-width digits.",
    "In office: yes or no; yes where empty.",
    "Example (invented): 001, Zhao Shili, Example Delegation, yes.",
];

const CANDIDATES_NOTES_CHINESE: [&str; 7] = [
    "本表不会被导入。请在“名单”表中从第二行起填写，每行一个候选项目，次序即名单次序。",
    "带 * 的列必填；各列的次序可以调换，不用的列可以删除，不能增加其他列。",
    "不要合并单元格，不要使用公式。",
    "编号不得重复，按所填文字原样保留。请用半角数字。",
    "子项：每行一个，或用分号隔开。投资以万元计，如 1,234.56，最多六位小数；没有金额的不填。",
    "完成时限：2020-12-31、2020/12/31 或 2020年12月31日。",
    "示例（虚构）：1，示例小学改扩建工程，新建示例教学楼一栋，示例镇，320，2020-12-31。",
];

const CANDIDATES_NOTES_ENGLISH: [&str; 7] = [
    "This sheet is not imported. Fill in the sheet \"List\" from its second row, one candidate a row, in list order.",
    "Columns with * are required. Columns may stand in any order; unused ones may be deleted, others can't be added.",
    "Do not merge cells and do not use formulas.",
    "A number must not stand twice and is kept as written. Use half-width digits.",
    "Sub-items: one a line, or between semicolons. Amounts are in 10,000 yuan, such as 1,234.56, with at most six decimals.",
    "Deadline: 2020-12-31, 2020/12/31 or 2020年12月31日.",
    "Example (invented): 1, Example Primary School, one example building, Example Town, 320, 2020-12-31.",
];
