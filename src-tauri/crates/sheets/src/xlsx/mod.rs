//! .xlsx: as much of it as a list needs, and nothing that a file could use against the reader.
//!
//! Read here with `quick-xml`, because the readers at hand trust a file's own counts and sizes: a shared-strings
//! part that announces 10^13 strings makes them ask for that much memory, and end the process.

mod parts;
mod sheet;
mod styles;

use crate::{
    FileProblem,
    styles::Styles,
    table::{Allowance, Table},
    zipped::Package,
};

/// What the cells of all sheets refer to.
struct Book {
    strings: Vec<Box<str>>,
    styles: Styles,
    /// Whether days count from 1904, as old Macintosh workbooks do.
    from_1904: bool,
}

/// The visible sheets that hold something.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Vec<Table>, FileProblem> {
    let workbook = parts::workbook(package)?;
    let book = Book {
        strings: parts::shared_strings(package, workbook.strings.as_deref())?,
        styles: styles::styles(package, workbook.styles.as_deref())?,
        from_1904: workbook.from_1904,
    };
    let mut allowance = Allowance::new();
    let mut tables = Vec::new();
    for sheet in workbook.sheets {
        let text = package.part(&sheet.part)?;
        let table = sheet::read(&sheet.name, &sheet.part, &text, &book, &mut allowance)?;
        if !table.rows.is_empty() {
            tables.push(table);
        }
    }
    Ok(tables)
}
