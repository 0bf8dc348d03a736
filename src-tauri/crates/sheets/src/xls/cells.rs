//! The cells of a sheet.

use super::{
    globals::{Globals, Sheet},
    records::{self, Record, Records},
    strings::Pieces,
};
use crate::{
    FileProblem,
    formats::Format,
    styles::Style,
    table::{Allowance, Area, Cell, Table, Value},
    zipped::damaged,
};
use std::collections::BTreeSet;

/// A sheet on its way from records to cells.
struct Reading<'a> {
    globals: &'a Globals,
    allowance: &'a mut Allowance,
    table: Table,
    hidden: BTreeSet<u32>,
}

/// The cells of this sheet.
pub(super) fn read(
    workbook: &[u8],
    sheet: &Sheet,
    globals: &Globals,
    allowance: &mut Allowance,
) -> Result<Table, FileProblem> {
    let mut records = Records::from(workbook, sheet.place)?;
    let mut reading =
        Reading { globals, allowance, table: Table::named(&sheet.name), hidden: BTreeSet::new() };
    while let Some(record) = records.next()? {
        match record.kind {
            records::ROW => reading.row(&record)?,
            records::MERGE_CELLS => reading.merged(&record)?,
            records::FORMULA => reading.formula(&record, &mut records)?,
            _ => reading.cells(&record)?,
        }
    }
    let Reading { mut table, hidden, .. } = reading;
    for (number, row) in &mut table.rows {
        row.hidden = hidden.contains(number);
    }
    Ok(table)
}

impl Reading<'_> {
    fn row(&mut self, record: &Record<'_>) -> Result<(), FileProblem> {
        if record.word(12)? & 0x0020 != 0 {
            self.hidden.insert(u32::from(record.word(0)?) + 1);
        }
        Ok(())
    }

    fn merged(&mut self, record: &Record<'_>) -> Result<(), FileProblem> {
        for area in 0..usize::from(record.word(0)?) {
            let word = |place: usize| record.word(2 + area * 8 + place * 2).map(u32::from);
            let (first, last) = ((word(0)? + 1, word(2)?), (word(1)? + 1, word(3)?));
            if first != last {
                self.table.merge(Area { first, last }, self.allowance)?;
            }
        }
        Ok(())
    }

    /// The cells of any record of values; none of another record.
    fn cells(&mut self, record: &Record<'_>) -> Result<(), FileProblem> {
        match record.kind {
            records::NUMBER => self.number(record, 4, record.number(6)?),
            records::RK => self.number(record, 4, rk(record.double_word(6)?)),
            records::MUL_RK => {
                let numbers = record.bytes.len().saturating_sub(6) / 6;
                for number in 0..numbers {
                    let place = 4 + number * 6;
                    let column = u32::from(record.word(2)?) + u32::try_from(number).unwrap_or(u32::MAX);
                    let value = rk(record.double_word(place + 2)?);
                    let cell = self.shown(record, place, value)?;
                    self.put(record, column, Some(cell))?;
                }
                Ok(())
            }
            records::LABEL_SST => {
                let index = usize::try_from(record.double_word(6)?).unwrap_or(usize::MAX);
                let text = self.globals.strings.get(index);
                let text = text.ok_or_else(|| damaged("Workbook", "refers to a string that is not there"))?;
                let cell = Cell::text(text);
                self.put_here(record, cell)
            }
            records::LABEL | records::RSTRING => {
                let text = Pieces::new(vec![record.from(6)?]).string()?;
                self.put_here(record, Cell::text(&text))
            }
            records::BOOL_ERR => {
                let (value, is_error) = (record.byte(6)?, record.byte(7)? != 0);
                self.put_here(record, truth_or_error(value, is_error))
            }
            _ => Ok(()),
        }
    }

    /// A formula's value: a number, or by what marks it as another kind; a text follows in a record of its own.
    fn formula(&mut self, record: &Record<'_>, records: &mut Records<'_>) -> Result<(), FileProblem> {
        let cell = if record.word(12)? == 0xFFFF {
            match record.byte(6)? {
                0 => match records.next()? {
                    Some(next) if next.kind == records::STRING => {
                        Cell::text(&Pieces::new(records.with_continuations(next)?).string()?)
                    }
                    // An array's formula is said between the two.
                    Some(_) => match records.next()? {
                        Some(next) if next.kind == records::STRING => {
                            Cell::text(&Pieces::new(records.with_continuations(next)?).string()?)
                        }
                        _ => Some(Cell::of(Value::NoValue)),
                    },
                    None => Some(Cell::of(Value::NoValue)),
                },
                1 => truth_or_error(record.byte(8)?, false),
                2 => truth_or_error(record.byte(8)?, true),
                _ => None,
            }
        } else {
            Some(self.shown(record, 4, record.number(6)?)?)
        };
        self.put_here(record, cell.map(|cell| Cell { formula: Some("=…".into()), ..cell }))
    }

    fn style(&self, record: &Record<'_>, place: usize) -> Result<Option<&Style>, FileProblem> {
        Ok(self.globals.styles.get(usize::from(record.word(place)?)))
    }

    /// What is seen of a number, by the style that is named at this place.
    fn shown(&self, record: &Record<'_>, place: usize, number: f64) -> Result<Cell, FileProblem> {
        let format = self.style(record, place)?.map_or(&Format::General, |style| &style.format);
        let value = format.applied_to(number, self.globals.from_1904);
        Ok(Cell::of(value.ok_or_else(|| damaged("Workbook", number))?))
    }

    fn number(&mut self, record: &Record<'_>, place: usize, number: f64) -> Result<(), FileProblem> {
        let cell = self.shown(record, place, number)?;
        self.put_here(record, Some(cell))
    }

    fn put_here(&mut self, record: &Record<'_>, cell: Option<Cell>) -> Result<(), FileProblem> {
        let struck = self.style(record, 4)?.is_some_and(|style| style.struck);
        let column = u32::from(record.word(2)?);
        self.put(record, column, cell.map(|cell| Cell { struck, ..cell }))
    }

    fn put(&mut self, record: &Record<'_>, column: u32, cell: Option<Cell>) -> Result<(), FileProblem> {
        let Some(cell) = cell else { return Ok(()) };
        self.allowance.take(cell.shown().len())?;
        let row = u32::from(record.word(0)?) + 1;
        if self.table.put(row, column, cell) {
            Ok(())
        } else {
            Err(damaged("Workbook", "has two cells at one place"))
        }
    }
}

/// A number in 32 bits: the upper half of a binary number or a whole one, perhaps a hundred times too large.
#[expect(clippy::float_arithmetic, reason = "the format divides the binary number")]
fn rk(bits: u32) -> f64 {
    let number = if bits & 0x02 == 0 {
        f64::from_bits(u64::from(bits & 0xFFFF_FFFC) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 0x01 == 0 { number } else { number / 100.0 }
}

fn truth_or_error(value: u8, is_error: bool) -> Option<Cell> {
    let error = match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    match (is_error, value) {
        (true, _) => Some(Cell::of(Value::Error(error.to_owned()))),
        (false, 0) => Cell::text("FALSE"),
        (false, _) => Cell::text("TRUE"),
    }
}
