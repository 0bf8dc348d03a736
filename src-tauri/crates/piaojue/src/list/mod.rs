//! `piaojue list`: reads a list as the desktop does, says what it would take, change, leave out, ask and refuse, and changes
//! nothing.

mod json;
mod options;
mod words;

pub use options::{answer, column, rows, unknown_answer};

use crate::report::{Failure, Listed};
use lists::ListKind;
use messages::Language;
use sheets::reading::{self, Answer, Choices, Reading};
use std::path::PathBuf;

/// What to read, and what a person has chosen.
#[derive(clap::Args)]
pub struct Arguments {
    /// 名单文件：.xlsx、.xls、.et、.ods、.csv · The list: .xlsx, .xls, .et, .ods, .csv
    #[arg(value_name = "FILE", help_heading = crate::help::ARGUMENTS)]
    pub file: PathBuf,
    /// 名单的种类 · Which list: candidates, delegates
    #[arg(long, value_name = "KIND", value_parser = options::kind)]
    pub kind: ListKind,
    /// 工作表的名称 · The sheet's name
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// 标题所在的行 · The row of titles
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub title_row: Option<u32>,
    /// 一列是什么，如 C=name；C= 表示不用 · What a column is, such as C=name; C= sets it aside
    #[arg(long = "column", value_name = "C=FIELD", value_parser = column)]
    pub columns: Vec<(u32, String)>,
    /// 不导入的行，如 5,8-10 · Rows to leave out, such as 5,8-10
    #[arg(long = "leave-out", value_name = "ROWS", value_parser = rows)]
    pub left_out: Vec<options::Rows>,
    /// 对询问的回答，如 list.hidden-rows@5=leave-out · An answer to a question
    #[arg(long = "answer", value_name = "CODE[@ROW]=CHOICE", value_parser = answer)]
    pub answers: Vec<Answer>,
    /// 输出一个 JSON 对象 · Print one JSON object
    #[arg(long)]
    pub json: bool,
}

/// Reads the list.
pub fn run(arguments: &Arguments, language: Language) -> Result<Listed, Failure> {
    let choices = choices(arguments, language)?;
    let name = arguments.file.file_name().unwrap_or_default().to_string_lossy();
    let reading = match sheets::read_file(&arguments.file) {
        Ok(bytes) => lists::read(arguments.kind, &name, &bytes, &choices),
        Err(problem) => reading::unusable(problem),
    };
    if reading.findings.is_empty() {
        unknown_answer(&arguments.answers, &[&reading], language)?;
    }
    Ok(Listed {
        text: words::of(arguments.kind, &reading, language),
        json: json::of(arguments.kind, &reading),
        code: exit_code(&reading),
    })
}

fn exit_code(reading: &Reading) -> u8 {
    if reading.findings.is_empty() { u8::from(!reading.is_clear()) } else { 2 }
}

fn choices(arguments: &Arguments, language: Language) -> Result<Choices, Failure> {
    let mut choices = Choices {
        sheet: arguments.sheet.clone(),
        title_row: arguments.title_row,
        answers: arguments.answers.clone(),
        left_out: arguments.left_out.iter().flat_map(options::Rows::each).collect(),
        ..Choices::default()
    };
    let fields = arguments.kind.fields();
    for (column, field) in &arguments.columns {
        if !field.is_empty() && !fields.contains(&field.as_str()) {
            let facts = [("field", field.as_str()), ("fields", &fields.join(", "))];
            return Err(Failure::plain(language, "cli.field-unknown", &facts));
        }
        choices.columns.insert(*column, Some(field.clone()).filter(|field| !field.is_empty()));
    }
    Ok(choices)
}
