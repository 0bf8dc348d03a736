//! Tables in and out: what offices hand over as spreadsheets and texts becomes rows of cells, and rows become spreadsheets.
//!
//! Nothing here knows what a table is about. A file somebody hands over is hostile until it is parsed: its size, what it
//! unpacks to, its rows, columns and texts are all bounded ([`Limits`]).

pub mod blank;
mod codes;
mod csv_file;
mod decimal;
mod encoding;
mod files;
mod formats;
mod ods;
mod problem;
pub mod reading;
mod styles;
pub mod table;
pub mod written;
mod xls;
mod xlsx;
mod xml;
mod zipped;

pub use codes::CODES;
pub use files::{read, read_file};
pub use problem::{FileProblem, SpreadsheetError};

/// What is taken from a file at the most.
pub struct Limits;

impl Limits {
    /// Bytes of a file.
    pub const FILE: u64 = 20 * 1024 * 1024;
    /// Bytes that the parts of a zipped file unpack to, all together.
    pub const UNPACKED: u64 = 64 * 1024 * 1024;
    /// Parts of a zipped file.
    pub const PARTS: usize = 10_000;
    /// Cells of a file that hold something, and rows of merged areas.
    pub const CELLS: usize = 300_000;
    /// Bytes of the texts of all cells.
    pub const TEXTS: usize = 8 * 1024 * 1024;
    /// The last row of a sheet that may hold anything.
    pub const ROWS: u32 = 20_000;
    /// The last column of a sheet that may hold anything.
    pub const COLUMNS: u32 = 200;
    /// Sheets of a workbook that are looked at.
    pub const SHEETS: usize = 50;
    /// Characters of a cell.
    pub const CELL: usize = 2_000;
    /// Entries of a list.
    pub const ENTRIES: usize = 20_000;
    /// Changes of values that are shown of a list: one with more of them is refused, since none is made unseen.
    pub const CHANGES: usize = 100_000;
    /// Findings reported of a file: a file with more of them is no such list.
    pub const FINDINGS: usize = 10_000;
}
