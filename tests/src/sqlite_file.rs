//! What an attacker reads out of a copy of a session's file without SQLite: pages, cells and overflow chains
//! (<https://www.sqlite.org/fileformat.html>).

use rusqlite::{Connection, OpenFlags};
use std::{fs, ops::Range, path::Path};

/// The bytes of an SQLite file.
pub struct SqliteFile {
    bytes: Vec<u8>,
    page: usize,
}

/// A row of a table without rowids, as it lies in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The number of the page that the cell is on, from 1.
    pub page: u32,
    /// Where the cell begins on its page.
    pub offset: usize,
    /// The pages of its overflow chain, in order.
    pub overflow: Vec<u32>,
    /// Where its payload lies in the file, piece by piece.
    pub pieces: Vec<Range<usize>>,
}

/// Connects to a closed file for reading only, as any SQLite tool would.
#[must_use]
pub fn connect(path: &Path) -> Connection {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("an SQLite file")
}

/// The page that a table's b-tree begins at.
#[must_use]
pub fn root_of(path: &Path, table: &str) -> u32 {
    connect(path)
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table], |row| row.get(0))
        .expect("the table")
}

impl SqliteFile {
    /// Reads a file.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        let bytes = fs::read(path).expect("the file");
        let page = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
        Self { bytes, page }
    }

    /// All bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many pages are free.
    #[must_use]
    pub fn free_pages(&self) -> u32 {
        self.number(36)
    }

    /// The rows of a table without rowids, in the order of their keys.
    #[must_use]
    pub fn cells(&self, root: u32) -> Vec<Cell> {
        let start = self.start(root);
        let interior = match self.bytes[start] {
            2 => true,
            10 => false,
            other => panic!("page {root} is of kind {other}"),
        };
        let pointers = start + if interior { 12 } else { 8 };
        let mut cells = Vec::new();
        for index in 0..self.short(start + 3) {
            let offset = self.short(pointers + 2 * index);
            if interior {
                cells.extend(self.cells(self.number(start + offset)));
            }
            cells.push(self.cell(root, offset, if interior { 4 } else { 0 }));
        }
        if interior {
            cells.extend(self.cells(self.number(start + 8)));
        }
        cells
    }

    /// A cell's payload: its record's header and columns.
    #[must_use]
    pub fn payload(&self, cell: &Cell) -> Vec<u8> {
        cell.pieces.iter().flat_map(|piece| &self.bytes[piece.clone()]).copied().collect()
    }

    /// The first column, a key of 32 bytes.
    #[must_use]
    pub fn key(&self, cell: &Cell) -> [u8; 32] {
        let payload = self.payload(cell);
        let header = usize::from(payload[0]);
        payload[header..header + 32].try_into().expect("32 bytes")
    }

    /// Where everything but the key lies in the file.
    #[must_use]
    pub fn after_key(&self, cell: &Cell) -> Vec<usize> {
        let header = usize::from(self.bytes[cell.pieces[0].start]);
        cell.pieces.iter().cloned().flatten().skip(header + 32).collect()
    }

    fn cell(&self, page: u32, offset: usize, skipped: usize) -> Cell {
        let (length, varint) = self.varint(self.start(page) + offset + skipped);
        let at = self.start(page) + offset + skipped + varint;
        let local = self.local(length);
        let on_page = at..at + local;
        let mut pieces = vec![on_page];
        let mut overflow = Vec::new();
        let mut left = length - local;
        let mut next = at + local;
        while left > 0 {
            let page = self.number(next);
            overflow.push(page);
            next = self.start(page);
            let piece = left.min(self.page - 4);
            pieces.push(next + 4..next + 4 + piece);
            left -= piece;
        }
        Cell { page, offset, overflow, pieces }
    }

    /// How much of a payload lies on the b-tree's own page.
    fn local(&self, length: usize) -> usize {
        let most = (self.page - 12) * 64 / 255 - 23;
        let least = (self.page - 12) * 32 / 255 - 23;
        let tail = least + (length.saturating_sub(least)) % (self.page - 4);
        match length {
            _ if length <= most => length,
            _ if tail <= most => tail,
            _ => least,
        }
    }

    fn start(&self, page: u32) -> usize {
        assert!(page > 1, "no table of ours begins on the first page");
        (page as usize - 1) * self.page
    }

    fn short(&self, at: usize) -> usize {
        usize::from(u16::from_be_bytes([self.bytes[at], self.bytes[at + 1]]))
    }

    fn number(&self, at: usize) -> u32 {
        u32::from_be_bytes(self.bytes[at..at + 4].try_into().expect("four bytes"))
    }

    fn varint(&self, at: usize) -> (usize, usize) {
        let mut value = 0;
        for length in 1..=8 {
            let byte = self.bytes[at + length - 1];
            value = value << 7 | usize::from(byte & 127);
            if byte < 128 {
                return (value, length);
            }
        }
        panic!("a length beyond reason at {at}")
    }
}
