//! .xls and .et: workbooks of the years before .xlsx ([MS-XLS], BIFF8), within the container that `cfb` opens.
//!
//! Read here record by record, because what a person sees is asked for: the readers at hand say neither how a number is
//! shown nor which rows are hidden, and reserve memory for what a file claims to hold. Nothing is reserved here: a
//! record is a piece of the file.

mod cells;
mod globals;
mod records;
mod strings;

use crate::{
    FileProblem, Limits,
    table::{Allowance, Table},
    zipped::damaged,
};
use std::io::{Cursor, Read};

/// Streams that hold a workbook, and what they are of.
const WORKBOOK: &str = "Workbook";
const OLDER: &str = "Book";
const ENCRYPTED: &str = "EncryptedPackage";
const WORD: &str = "WordDocument";

/// The visible sheets that hold something.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Table>, FileProblem> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| damaged("OLE", error))?;
    if file.exists(ENCRYPTED) {
        return Err(FileProblem::PasswordProtected);
    }
    if file.exists(WORD) {
        return Err(FileProblem::WordDocument { format: ".doc".to_owned() });
    }
    if !file.exists(WORKBOOK) {
        let older = file.exists(OLDER);
        let save = FileProblem::SaveAsXlsx { format: "Excel 5.0/95".to_owned() };
        return Err(if older { save } else { FileProblem::NotATable });
    }
    let stream = file.open_stream(WORKBOOK).map_err(|error| damaged(WORKBOOK, error))?;
    let mut workbook = Vec::new();
    // A stream can't be longer than the file that holds it.
    stream.take(Limits::FILE).read_to_end(&mut workbook).map_err(|error| damaged(WORKBOOK, error))?;
    let globals = globals::read(&workbook)?;
    let mut allowance = Allowance::new();
    let mut tables = Vec::new();
    for sheet in &globals.sheets {
        let table = cells::read(&workbook, sheet, &globals, &mut allowance)?;
        if !table.rows.is_empty() {
            tables.push(table);
        }
    }
    Ok(tables)
}
