//! Empty forms of the lists, to be filled in and imported: with invented examples, which reading leaves out.

use super::forms;
use messages::Language;
use sheets::{
    SpreadsheetError,
    blank::{self, Blank, BlankColumn},
    reading::{Column, Form, Kind},
};

/// Rows of examples: each cell's field with its text.
type Examples = &'static [&'static [(&'static str, &'static str)]];

/// An empty roster. The same bytes each time.
pub fn delegates_template(language: Language) -> Result<Vec<u8>, SpreadsheetError> {
    let (examples, notes): (Examples, &[&str]) = match language {
        Language::Chinese => (&DELEGATES_CHINESE, &DELEGATES_NOTES_CHINESE),
        Language::English => (&DELEGATES_ENGLISH, &DELEGATES_NOTES_ENGLISH),
    };
    blank::write(&form(language, &forms::delegates(), examples, notes))
}

/// An empty candidate list. The same bytes each time.
pub fn candidates_template(language: Language) -> Result<Vec<u8>, SpreadsheetError> {
    let (examples, notes): (Examples, &[&str]) = match language {
        Language::Chinese => (&CANDIDATES_CHINESE, &CANDIDATES_NOTES_CHINESE),
        Language::English => (&CANDIDATES_ENGLISH, &CANDIDATES_NOTES_ENGLISH),
    };
    blank::write(&form(language, &forms::candidates(), examples, notes))
}

fn form(language: Language, form: &Form, examples: &[&[(&str, &str)]], notes: &[&str]) -> Blank {
    let (sheet, notes_sheet) = match language {
        Language::Chinese => ("名单", "填写说明"),
        Language::English => ("List", "Notes"),
    };
    let owned = |text: &&str| (*text).to_owned();
    Blank {
        sheet: sheet.to_owned(),
        columns: form.columns.iter().map(|column| blank_column(language, column, examples)).collect(),
        notes_sheet: notes_sheet.to_owned(),
        notes: notes.iter().map(owned).collect(),
    }
}

fn blank_column(language: Language, column: &Column, examples: &[&[(&str, &str)]]) -> BlankColumn {
    let title = match language {
        Language::Chinese => column.chinese,
        Language::English => column.english,
    };
    let choices: &[&str] = match (column.kind, column.field, language) {
        (Kind::YesNo, _, Language::Chinese) => &["是", "否"],
        (Kind::YesNo, _, Language::English) => &["yes", "no"],
        (_, "category", Language::Chinese) => &CATEGORIES_CHINESE,
        (_, "category", Language::English) => &CATEGORIES_ENGLISH,
        _ => &[],
    };
    let example = |row: &&[(&str, &str)]| {
        let value = row.iter().find(|(field, _)| *field == column.field);
        value.map(|(_, value)| (*value).to_owned()).unwrap_or_default()
    };
    BlankColumn {
        title: title.to_owned(),
        required: column.required,
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
        only_choices: column.kind == Kind::YesNo,
        examples: examples.iter().map(example).collect(),
    }
}

const CATEGORIES_CHINESE: [&str; 8] =
    ["教育", "医疗卫生", "养老托育", "交通出行", "住房安居", "生态环境", "文化体育", "公共安全"];
const CATEGORIES_ENGLISH: [&str; 8] =
    ["education", "health", "care", "transport", "housing", "environment", "culture and sports", "safety"];

const DELEGATES_CHINESE: [&[(&str, &str)]; 2] = [
    &[("number", "示例1"), ("name", "赵示例"), ("delegation", "第一代表团"), ("in_office", "是")],
    &[("number", "示例2"), ("name", "钱示例"), ("delegation", "第二代表团"), ("in_office", "否")],
];
const DELEGATES_ENGLISH: [&[(&str, &str)]; 2] = [
    &[
        ("number", "Example 1"),
        ("name", "Zhao Shili"),
        ("delegation", "First Delegation"),
        ("in_office", "yes"),
    ],
    &[
        ("number", "Example 2"),
        ("name", "Qian Shili"),
        ("delegation", "Second Delegation"),
        ("in_office", "no"),
    ],
];
const CANDIDATES_CHINESE: [&[(&str, &str)]; 2] = [
    &[
        ("number", "示例1"),
        ("name", "示例小学改扩建工程"),
        ("content", "新建示例教学楼一栋"),
        ("location", "示例镇"),
        ("investment", "320"),
        ("sources", "县级财政资金"),
        ("responsible_unit", "示例县教育局"),
        ("deadline", "2026-12-31"),
        ("category", "教育"),
    ],
    &[
        ("number", "示例2"),
        ("name", "示例村道硬化"),
        ("sub_items", "甲村道路；乙村道路"),
        ("investment", "1,234.56"),
        ("responsible_unit", "示例县交通运输局"),
        ("deadline", "2026年12月底"),
        ("category", "交通出行"),
    ],
];
const CANDIDATES_ENGLISH: [&[(&str, &str)]; 2] = [
    &[
        ("number", "Example 1"),
        ("name", "Example Primary School"),
        ("content", "one example building"),
        ("location", "Example Town"),
        ("investment", "320"),
        ("responsible_unit", "Education Bureau"),
        ("deadline", "2026-12-31"),
        ("category", "education"),
    ],
    &[
        ("number", "Example 2"),
        ("name", "Example village roads"),
        ("sub_items", "road of village A; road of village B"),
        ("investment", "1,234.56"),
        ("deadline", "end of 2026"),
        ("category", "transport"),
    ],
];

const DELEGATES_NOTES_CHINESE: [&str; 5] = [
    "本表不会被导入。请在“名单”表中填写，每行一位代表。灰色的示例行不会被导入，可以删去，也可以留着。",
    "带 * 的列请填写；各列的次序可以调换，不用的列可以删除，其他列会放在一边。",
    "代表证号不得重复，按所填文字原样保留：001 与 1 是两个号码。",
    "没有代表团的，代表团一列留空。",
    "是否在任：填“是”或“否”，不填为“是”。",
];

const DELEGATES_NOTES_ENGLISH: [&str; 5] = [
    "This sheet is not imported. Fill in the sheet \"List\", one delegate a row. The grey examples are not imported; they may be deleted or left.",
    "Please fill in columns with *. Columns may be in any order; unused ones may be deleted, others are set aside.",
    "A number must not be there twice and is kept as written: 001 and 1 are two numbers.",
    "Where there are no delegations, leave that column empty.",
    "In office: yes or no; yes where empty.",
];

const CANDIDATES_NOTES_CHINESE: [&str; 6] = [
    "本表不会被导入。请在“名单”表中填写，每行一个候选项目，次序即名单次序。灰色的示例行不会被导入，可以删去，也可以留着。",
    "带 * 的列请填写；各列的次序可以调换，不用的列可以删除，其他列会放在一边。",
    "编号不得重复，按所填文字原样保留。",
    "子项：每行一个，或用分号隔开。投资以万元计，如 1,234.56，最多六位小数；没有金额的不填。也可以写明单位：1,200万元、0.3亿元。",
    "完成时限：2026-12-31、2026/12/31、2026年12月31日，或者文字，如 2026年12月底。",
    "类别可以从列表中选，也可以另写。",
];

const CANDIDATES_NOTES_ENGLISH: [&str; 6] = [
    "This sheet is not imported. Fill in the sheet \"List\", one candidate a row, in list order. The grey examples are not imported; they may be deleted or left.",
    "Please fill in columns with *. Columns may be in any order; unused ones may be deleted, others are set aside.",
    "A number must not be there twice and is kept as written.",
    "Sub-items: one a line, or between semicolons. Amounts are in 10,000 yuan, such as 1,234.56, with at most six decimals; a unit may be written: 1,200万元, 0.3亿元.",
    "Deadline: 2026-12-31, 2026/12/31, 2026年12月31日, or words such as: end of 2026.",
    "A category may be chosen from the list or written.",
];
