//! Strings: of one byte or two for a character, with runs of formats, over several records.

use crate::{FileProblem, zipped::damaged};

/// The bytes of a record and its continuations, read one after the other.
pub(super) struct Pieces<'a> {
    pieces: std::vec::IntoIter<&'a [u8]>,
    piece: &'a [u8],
}

fn ends_too_early() -> FileProblem {
    damaged("Workbook", "a string ends too early")
}

impl<'a> Pieces<'a> {
    pub(super) fn new(pieces: Vec<&'a [u8]>) -> Self {
        Self { pieces: pieces.into_iter(), piece: &[] }
    }

    fn byte(&mut self) -> Result<u8, FileProblem> {
        while self.piece.is_empty() {
            self.piece = self.pieces.next().ok_or_else(ends_too_early)?;
        }
        let (first, rest) = self.piece.split_first().ok_or_else(ends_too_early)?;
        self.piece = rest;
        Ok(*first)
    }

    pub(super) fn word(&mut self) -> Result<u16, FileProblem> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn double_word(&mut self) -> Result<u32, FileProblem> {
        Ok(u32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?]))
    }

    /// Passes over so many bytes, fewer at the end.
    fn skip(&mut self, mut bytes: u64) -> Result<(), FileProblem> {
        while bytes > 0 {
            if self.piece.is_empty() {
                self.piece = self.pieces.next().ok_or_else(ends_too_early)?;
                continue;
            }
            let here = usize::try_from(bytes).unwrap_or(usize::MAX).min(self.piece.len());
            self.piece = self.piece.get(here..).unwrap_or_default();
            bytes -= here as u64;
        }
        Ok(())
    }

    /// A string whose count of characters takes two bytes.
    pub(super) fn string(&mut self) -> Result<String, FileProblem> {
        let length = self.word()?;
        self.characters(length)
    }

    /// A string whose count of characters takes one byte.
    pub(super) fn short_string(&mut self) -> Result<String, FileProblem> {
        let length = self.byte()?;
        self.characters(u16::from(length))
    }

    /// So many characters behind their flags; runs of formats and marks of pronunciation are passed over.
    fn characters(&mut self, length: u16) -> Result<String, FileProblem> {
        let flags = self.byte()?;
        let runs = if flags & 0x08 == 0 { 0 } else { self.word()? };
        let pronunciation = if flags & 0x04 == 0 { 0 } else { self.double_word()? };
        let mut wide = flags & 0x01 != 0;
        let mut units = Vec::new();
        for _ in 0..length {
            // Where a continuation begins within the characters, it says again how wide they are.
            if self.piece.is_empty() {
                wide = self.byte()? & 0x01 != 0;
            }
            units.push(if wide { self.word()? } else { u16::from(self.byte()?) });
        }
        self.skip(u64::from(runs) * 4 + u64::from(pronunciation))?;
        Ok(String::from_utf16_lossy(&units))
    }
}
