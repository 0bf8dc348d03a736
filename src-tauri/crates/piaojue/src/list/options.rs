//! The options by which a person chooses, as they are written on the command line.

use crate::report::Failure;
use lists::ListKind;
use messages::Language;
use sheets::{
    Limits,
    reading::{Answer, Reading},
    table::column_of,
};

/// Rows from one to another.
#[derive(Debug, Clone)]
pub struct Rows(Vec<(u32, u32)>);

impl Rows {
    /// Each of them, up to the last row that a list may have.
    pub fn each(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(|(first, last)| *first..=(*last).min(Limits::ROWS))
    }
}

/// `candidates` or `delegates`.
pub fn kind(text: &str) -> Result<ListKind, String> {
    match text {
        "candidates" => Ok(ListKind::Candidates),
        "delegates" => Ok(ListKind::Delegates),
        _ => Err("candidates, delegates".to_owned()),
    }
}

/// `C=name`, or `C=` for a column that is set aside.
pub fn column(text: &str) -> Result<(u32, String), String> {
    let (letters, field) = text.split_once('=').ok_or("C=FIELD")?;
    let column = column_of(letters).filter(|column| *column < Limits::COLUMNS);
    Ok((column.ok_or("C=FIELD")?, field.to_owned()))
}

/// `5,8-10`.
pub fn rows(text: &str) -> Result<Rows, String> {
    let row = |text: &str| text.trim().parse::<u32>().ok().filter(|row| *row > 0);
    let range = |part: &str| match part.split_once('-') {
        Some((first, last)) => Some((row(first)?, row(last)?)).filter(|(first, last)| first <= last),
        None => row(part).map(|row| (row, row)),
    };
    let ranges: Option<Vec<(u32, u32)>> = text.split(',').map(range).collect();
    ranges.map(Rows).ok_or_else(|| "5,8-10".to_owned())
}

/// `list.hidden-rows=leave-out`, or `list.hidden-rows@5=leave-out` for the question whose first row is 5.
pub fn answer(text: &str) -> Result<Answer, String> {
    const FORM: &str = "CODE[@ROW]=CHOICE";
    let (question, choice) = text.split_once('=').ok_or(FORM)?;
    let (code, row) = match question.split_once('@') {
        Some((code, row)) => (code, Some(row.parse().map_err(|_| FORM)?)),
        None => (question, None),
    };
    Ok(Answer { code: code.to_owned(), row, choice: choice.to_owned() })
}

/// Fails for an answer that none of these lists has a question for: it would be lost without a word.
pub fn unknown_answer(answers: &[Answer], lists: &[&Reading], language: Language) -> Result<(), Failure> {
    let fits = |answer: &Answer| {
        let questions = lists.iter().flat_map(|reading| &reading.questions);
        let mut asked = questions.filter(|question| {
            let row = answer.row.is_none() || question.first_row() == answer.row;
            question.code.code() == answer.code && row
        });
        asked.any(|question| question.choices.contains(&answer.choice))
    };
    match answers.iter().find(|answer| !fits(answer)) {
        None => Ok(()),
        Some(answer) => {
            let row = answer.row.map(|row| format!("@{row}")).unwrap_or_default();
            let answer = format!("{}{row}={}", answer.code, answer.choice);
            Err(Failure::plain(language, "cli.answer-unknown", &[("answer", &answer)]))
        }
    }
}
