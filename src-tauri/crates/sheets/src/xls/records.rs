//! The records of a stream: a kind, a length and so many bytes.

use crate::{FileProblem, zipped::damaged};

/// The kinds that are read.
pub(super) const FORMULA: u16 = 0x0006;
pub(super) const EOF: u16 = 0x000A;
pub(super) const DATE_MODE: u16 = 0x0022;
pub(super) const FILE_PASS: u16 = 0x002F;
pub(super) const FONT: u16 = 0x0031;
pub(super) const CONTINUE: u16 = 0x003C;
pub(super) const BOUND_SHEET: u16 = 0x0085;
pub(super) const MUL_RK: u16 = 0x00BD;
pub(super) const RSTRING: u16 = 0x00D6;
pub(super) const XF: u16 = 0x00E0;
pub(super) const MERGE_CELLS: u16 = 0x00E5;
pub(super) const SST: u16 = 0x00FC;
pub(super) const LABEL_SST: u16 = 0x00FD;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const BOOL_ERR: u16 = 0x0205;
pub(super) const STRING: u16 = 0x0207;
pub(super) const ROW: u16 = 0x0208;
pub(super) const RK: u16 = 0x027E;
pub(super) const FORMAT: u16 = 0x041E;
pub(super) const BOF: u16 = 0x0809;

/// A record: its kind and its bytes.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) bytes: &'a [u8],
}

impl Record<'_> {
    /// The 16 bits at this place.
    pub(super) fn word(&self, place: usize) -> Result<u16, FileProblem> {
        let bytes = self.bytes.get(place..place + 2).and_then(|bytes| bytes.try_into().ok());
        bytes.map(u16::from_le_bytes).ok_or_else(|| self.too_short())
    }

    /// The 32 bits at this place.
    pub(super) fn double_word(&self, place: usize) -> Result<u32, FileProblem> {
        let bytes = self.bytes.get(place..place + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map(u32::from_le_bytes).ok_or_else(|| self.too_short())
    }

    /// The binary number at this place.
    pub(super) fn number(&self, place: usize) -> Result<f64, FileProblem> {
        let bytes = self.bytes.get(place..place + 8).and_then(|bytes| bytes.try_into().ok());
        bytes.map(f64::from_le_bytes).ok_or_else(|| self.too_short())
    }

    /// The byte at this place.
    pub(super) fn byte(&self, place: usize) -> Result<u8, FileProblem> {
        self.bytes.get(place).copied().ok_or_else(|| self.too_short())
    }

    /// The bytes from this place on.
    pub(super) fn from(&self, place: usize) -> Result<&[u8], FileProblem> {
        self.bytes.get(place..).ok_or_else(|| self.too_short())
    }

    fn too_short(&self) -> FileProblem {
        damaged("Workbook", format!("record {:04X} is too short", self.kind))
    }
}

/// The records from a place of a stream on, up to and without the end of their part.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    /// The records of the part that begins at this place.
    pub(super) fn from(stream: &'a [u8], place: usize) -> Result<Self, FileProblem> {
        let rest = stream.get(place..).ok_or_else(|| damaged("Workbook", "has a sheet beyond its end"))?;
        Ok(Self { rest })
    }

    /// The next record; none at the end of the part.
    pub(super) fn next(&mut self) -> Result<Option<Record<'a>>, FileProblem> {
        let record = self.peek()?;
        if let Some(record) = record {
            self.rest = self.rest.get(4 + record.bytes.len()..).unwrap_or_default();
        }
        Ok(record.filter(|record| record.kind != EOF))
    }

    fn peek(&self) -> Result<Option<Record<'a>>, FileProblem> {
        let Some((head, rest)) = self.rest.split_first_chunk::<4>() else { return Ok(None) };
        let [a, b, c, d] = *head;
        let length = usize::from(u16::from_le_bytes([c, d]));
        let bytes = rest.get(..length).ok_or_else(|| damaged("Workbook", "ends within a record"))?;
        Ok(Some(Record { kind: u16::from_le_bytes([a, b]), bytes }))
    }

    /// The bytes of this record and of those that continue it.
    pub(super) fn with_continuations(&mut self, record: Record<'a>) -> Result<Vec<&'a [u8]>, FileProblem> {
        let mut pieces = vec![record.bytes];
        while let Some(next) = self.peek()?.filter(|next| next.kind == CONTINUE) {
            self.rest = self.rest.get(4 + next.bytes.len()..).unwrap_or_default();
            if !next.bytes.is_empty() {
                pieces.push(next.bytes);
            }
        }
        Ok(pieces)
    }
}
