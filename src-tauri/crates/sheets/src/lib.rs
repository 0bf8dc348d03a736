//! Tables in and out: what offices hand over as spreadsheets and texts becomes rows of cells, and rows become spreadsheets.
//!
//! Nothing here knows what a table is about. A file somebody hands over is hostile until it is parsed: its size, what it
//! unpacks to, its rows, columns and texts are all bounded ([`Limits`]).

mod csv_file;
mod problem;
pub mod table;
pub mod written;
mod xlsx;

pub use problem::{CODES, FileProblem, SpreadsheetError};

use std::{fs::File, io::Read, path::Path};

/// What is taken from a file at the most.
pub struct Limits;

impl Limits {
    /// Bytes of a file.
    pub const FILE: u64 = 20 * 1024 * 1024;
    /// Bytes that the parts of an .xlsx unpack to, all together.
    pub const UNPACKED: u64 = 100 * 1024 * 1024;
    /// The last row of a sheet that may hold anything.
    pub const ROWS: u32 = 20_000;
    /// The last column of a sheet that may hold anything.
    pub const COLUMNS: u32 = 200;
    /// Sheets of a workbook that are looked at.
    pub const SHEETS: usize = 50;
    /// Characters of a cell.
    pub const CELL: usize = 2_000;
}

/// Reads a file that a person chose; stops as soon as it proves larger than [`Limits::FILE`].
pub fn read_file(path: &Path) -> Result<Vec<u8>, FileProblem> {
    let not_readable = |error: std::io::Error| FileProblem::NotReadable {
        path: path.display().to_string(),
        reason: error.to_string(),
    };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(not_readable)?;
    file.take(Limits::FILE + 1).read_to_end(&mut bytes).map_err(not_readable)?;
    check_size(&bytes)?;
    Ok(bytes)
}

fn check_size(bytes: &[u8]) -> Result<(), FileProblem> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size == 0 {
        return Err(FileProblem::Empty);
    }
    if size > Limits::FILE {
        return Err(FileProblem::TooLarge { limit_bytes: Limits::FILE });
    }
    Ok(())
}
