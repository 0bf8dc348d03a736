//! CSV as spreadsheets write it, and as it is damaged on the way: quotation marks that don't fit are kept or found.

use crate::{
    FileProblem, encoding,
    table::{Allowance, Cell, Row, Table, Value},
};

/// Lines among which the first with a delimiter is looked for; titles of the whole list may be above.
const LINES_TO_LOOK_AT: usize = 40;

/// Reads a CSV.
pub(crate) fn read(file_name: &str, bytes: &[u8]) -> Result<Table, FileProblem> {
    let text = encoding::decode(bytes)?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut table = Table::named(file_name);
    let mut allowance = Allowance::new();
    let mut fields = Fields { rest: &text, delimiter: delimiter(&text) };
    let mut row = 1;
    while let Some(record) = fields.record()? {
        if !(record.len() == 1 && record.iter().all(Option::is_none)) {
            let count = record.len();
            for (column, cell) in (0_u32..).zip(record) {
                let Some(cell) = cell else { continue };
                allowance.take(cell.shown().len())?;
                table.put(row, column, cell);
            }
            if let Some(row) = table.rows.get_mut(&row) {
                *row = Row { fields: Some(count), ..std::mem::take(row) };
            }
        }
        row += 1;
    }
    Ok(table)
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
    /// The next record, an empty line being one of a single empty field; none at the end of the text.
    fn record(&mut self) -> Result<Option<Vec<Option<Cell>>>, FileProblem> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let mut record = Vec::new();
        loop {
            let (cell, end) = self.field()?;
            record.push(cell);
            if end == End::Line {
                return Ok(Some(record));
            }
        }
    }

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
