//! What all sheets of a workbook refer to: strings, formats, fonts and the list of sheets.

use super::{
    records::{self, Record, Records},
    strings::Pieces,
};
use crate::{FileProblem, Limits, styles::Styles, zipped::damaged};

/// The version of the format that is read.
const BIFF8: u16 = 0x0600;

/// A sheet that a person sees.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) place: usize,
}

/// What the workbook's first part says.
#[derive(Default)]
pub(super) struct Globals {
    pub(super) sheets: Vec<Sheet>,
    pub(super) strings: Vec<Box<str>>,
    pub(super) styles: Styles,
    pub(super) from_1904: bool,
}

pub(super) fn read(workbook: &[u8]) -> Result<Globals, FileProblem> {
    let mut records = Records::from(workbook, 0)?;
    let first = records.next()?.filter(|record| record.kind == records::BOF);
    let version = first.ok_or_else(|| damaged("Workbook", "has no beginning"))?.word(0)?;
    if version != BIFF8 {
        return Err(FileProblem::SaveAsXlsx { format: "Excel 5.0/95".to_owned() });
    }
    let mut globals = Globals::default();
    while let Some(record) = records.next()? {
        match record.kind {
            records::FILE_PASS => return Err(FileProblem::PasswordProtected),
            records::DATE_MODE => globals.from_1904 = record.word(0)? == 1,
            records::FONT => globals.styles.font(record.word(2)? & 0x0008 != 0),
            records::FORMAT => globals.format(&record)?,
            records::XF => globals.style(&record)?,
            records::BOUND_SHEET => globals.sheet(&record)?,
            records::SST => globals.strings = strings(records.with_continuations(record)?)?,
            _ => {}
        }
        globals.styles.check("Workbook")?;
    }
    Ok(globals)
}

impl Globals {
    fn format(&mut self, record: &Record<'_>) -> Result<(), FileProblem> {
        let code = Pieces::new(vec![record.from(2)?]).string()?;
        self.styles.format(record.word(0)?.into(), &code);
        Ok(())
    }

    fn style(&mut self, record: &Record<'_>) -> Result<(), FileProblem> {
        // There is no font 4: those behind it are counted from 5.
        let font = usize::from(record.word(0)?);
        let font = if font > 4 { font - 1 } else { font };
        self.styles.style(record.word(2)?.into(), font);
        Ok(())
    }

    fn sheet(&mut self, record: &Record<'_>) -> Result<(), FileProblem> {
        let visible = record.byte(4)?.trailing_zeros() >= 2;
        let of_cells = record.byte(5)? == 0;
        if visible && of_cells {
            let place = usize::try_from(record.double_word(0)?).unwrap_or(usize::MAX);
            let name = Pieces::new(vec![record.from(6)?]).short_string()?;
            self.sheets.push(Sheet { name, place });
        }
        if self.sheets.len() > Limits::SHEETS {
            return Err(FileProblem::TooManySheets { limit: Limits::SHEETS });
        }
        Ok(())
    }
}

/// The strings that cells refer to by number. How many there are is read from what is there, not from what is claimed.
fn strings(pieces: Vec<&[u8]>) -> Result<Vec<Box<str>>, FileProblem> {
    let mut pieces = Pieces::new(pieces);
    pieces.double_word()?;
    let claimed = pieces.double_word()?;
    let mut strings: Vec<Box<str>> = Vec::new();
    let mut bytes = Limits::TEXTS;
    for _ in 0..claimed {
        let string = pieces.string()?;
        let left = bytes.checked_sub(string.len()).filter(|_| strings.len() < 2 * Limits::CELLS);
        bytes = left.ok_or(FileProblem::TooManyCells { limit: Limits::CELLS })?;
        strings.push(string.into());
    }
    Ok(strings)
}
