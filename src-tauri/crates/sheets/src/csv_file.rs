//! CSV as spreadsheets write it, and as it is damaged on the way: quotation marks that don't fit are kept or found.

use crate::{
    FileProblem, encoding,
    table::{Allowance, Cell, Table, Value},
};

/// Lines among which the first with a delimiter is looked for; titles of the whole list may be above.
const LINES_TO_LOOK_AT: usize = 40;

/// Bytes of a quoted text that its closing mark is looked for in, where more text follows that mark.
const LOOKED_AHEAD: usize = 2_000;

/// Reads a CSV.
pub(crate) fn read(file_name: &str, bytes: &[u8]) -> Result<Table, FileProblem> {
    let mut text = encoding::decode(bytes)?;
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    let mut table = Table::named(file_name);
    let mut allowance = Allowance::new();
    let mut fields = Fields { rest: &text, delimiter: delimiter(&text) };
    let mut row = 1;
    while !fields.rest.is_empty() {
        record(&mut fields, row, &mut table, &mut allowance)?;
        row += 1;
    }
    Ok(table)
}

/// Puts the cells of the next record into a row, which is left away where all of them are empty.
fn record(
    fields: &mut Fields<'_>,
    row: u32,
    table: &mut Table,
    allowance: &mut Allowance,
) -> Result<(), FileProblem> {
    let mut column = 0;
    loop {
        let (cell, end) = fields.field()?;
        if let Some(cell) = cell {
            allowance.take(cell.shown().len())?;
            table.put(row, column, cell);
        }
        column += 1;
        if end == End::Line {
            break;
        }
    }
    if let Some(row) = table.rows.get_mut(&row) {
        row.fields = usize::try_from(column).ok();
    }
    Ok(())
}

/// The delimiter that is most frequent in the first line that has one; a comma where none has.
fn delimiter(text: &str) -> char {
    for line in text.lines().take(LINES_TO_LOOK_AT) {
        let count = |delimiter: char| outside_quotes(line, delimiter);
        let most = [',', ';', '\t'].into_iter().rev().max_by_key(|delimiter| count(*delimiter));
        if let Some(delimiter) = most.filter(|delimiter| count(*delimiter) > 0) {
            return delimiter;
        }
    }
    ','
}

fn outside_quotes(line: &str, wanted: char) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for character in line.chars() {
        if character == '"' {
            quoted = !quoted;
        } else if character == wanted && !quoted {
            count += 1;
        }
    }
    count
}

/// The fields of a text, record by record.
struct Fields<'a> {
    rest: &'a str,
    delimiter: char,
}

/// How a field ended.
#[derive(PartialEq)]
enum End {
    Delimiter,
    Line,
}

impl Fields<'_> {
    fn field(&mut self) -> Result<(Option<Cell>, End), FileProblem> {
        let Some(quoted) = self.rest.strip_prefix('"') else {
            let (text, end) = self.up_to_end();
            return Ok((Cell::text(text), end));
        };
        let (text, behind) = unquoted(quoted).ok_or(FileProblem::UnclosedQuote)?;
        if behind.is_empty() || behind.starts_with(self.delimiter) || behind.starts_with('\n') {
            self.rest = behind;
            let (_, end) = self.up_to_end();
            return Ok((Cell::text(&text), end));
        }
        // Text is read once more below: a file must not be able to ask for that again and again.
        if text.len() > LOOKED_AHEAD {
            return Err(FileProblem::UnclosedQuote);
        }
        // Something follows the closing mark: the marks belong to the text, as in `"示例"行动`.
        let (text, end) = self.up_to_end();
        let marks = text.matches('"').count();
        let cell = if marks.is_multiple_of(2) {
            Cell::text(text)
        } else {
            Some(Cell::of(Value::BrokenQuotes(text.to_owned())))
        };
        Ok((cell, end))
    }

    /// The text up to the next delimiter or the line's end, which is taken as well.
    fn up_to_end(&mut self) -> (&str, End) {
        let place = self.rest.find([self.delimiter, '\n']).unwrap_or(self.rest.len());
        let (text, behind) = self.rest.split_at(place);
        let end = if behind.starts_with(self.delimiter) { End::Delimiter } else { End::Line };
        let width = behind.chars().next().map_or(0, char::len_utf8);
        self.rest = behind.get(width..).unwrap_or_default();
        (text, end)
    }
}

/// The text up to the closing mark, doubled marks made single ones, and what is behind it; none without a closing mark.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut unquoted = String::new();
    let mut rest = text;
    loop {
        let (before, behind) = rest.split_once('"')?;
        unquoted.push_str(before);
        match behind.strip_prefix('"') {
            Some(more) => {
                unquoted.push('"');
                rest = more;
            }
            None => return Some((unquoted, behind)),
        }
    }
}
