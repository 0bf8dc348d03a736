//! .xlsx: as much of it as a list needs, and nothing that a file could use against the reader.
//!
//! Read here with `quick-xml`, because the readers at hand trust a file's own counts and sizes: a shared-strings
//! part that announces 10^13 strings makes them ask for that much memory, and end the process.

mod package;
mod parts;
mod sheet;
mod styles;
mod xml;

use crate::{FileProblem, Limits, table::Table};
use package::Package;

/// Bytes that may still be taken from a file.
pub(crate) struct Allowance(u64);

impl Allowance {
    /// How many there are.
    fn left(&self) -> u64 {
        self.0
    }

    /// Takes so many bytes; the file is refused once there are none left.
    fn take(&mut self, bytes: impl TryInto<u64>) -> Result<(), FileProblem> {
        let bytes = bytes.try_into().unwrap_or(u64::MAX);
        let too_large = FileProblem::UnpacksTooLarge { limit_bytes: Limits::UNPACKED };
        self.0 = self.0.checked_sub(bytes).ok_or(too_large)?;
        Ok(())
    }
}

/// What the cells of all sheets refer to.
struct Book {
    strings: Vec<String>,
    formats: Vec<styles::Format>,
    /// Whether days count from 1904, as old Macintosh workbooks do.
    from_1904: bool,
}

/// The visible sheets that hold something.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Table>, FileProblem> {
    let mut package = Package::open(bytes)?;
    let workbook = parts::workbook(&mut package)?;
    let book = Book {
        strings: parts::shared_strings(&mut package, workbook.strings.as_deref())?,
        formats: styles::formats(&mut package, workbook.styles.as_deref())?,
        from_1904: workbook.from_1904,
    };
    let mut texts = Allowance(Limits::UNPACKED);
    let mut tables = Vec::new();
    for sheet in workbook.sheets {
        let text = package.part(&sheet.part)?;
        let table = sheet::read(sheet.name, &sheet.part, &text, &book, &mut texts)?;
        if !table.rows.is_empty() {
            tables.push(table);
        }
    }
    Ok(tables)
}

fn damaged(part: &str, detail: impl std::fmt::Display) -> FileProblem {
    FileProblem::Damaged { part: part.to_owned(), detail: detail.to_string() }
}
