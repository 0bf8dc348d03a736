//! The zip archive that an .xlsx and an .ods are.

use crate::{FileProblem, Limits};
use std::{
    collections::BTreeMap,
    io::{self, Cursor, Read},
};
use zip::ZipArchive;

/// An archive whose parts together unpack to no more than is taken.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The parts' places and true sizes by their names, in small letters and with `/`.
    parts: BTreeMap<String, (usize, u64)>,
    /// Bytes that may still be read: a workbook may name one part many times.
    unread: u64,
}

impl<'a> Package<'a> {
    /// Opens an archive and unpacks all of it once, keeping nothing: only that shows how large it really is.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, FileProblem> {
        if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).count() > Limits::PARTS {
            return Err(TOO_LARGE);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged("zip", error))?;
        let mut package = Self { archive, parts: BTreeMap::new(), unread: Limits::UNPACKED };
        let mut left = Limits::UNPACKED;
        for place in 0..package.archive.len() {
            left = package.look_at(place, left)?;
        }
        Ok(package)
    }

    /// Unpacks a part and notes its size. Returns how many bytes may still be unpacked.
    fn look_at(&mut self, place: usize, left: u64) -> Result<u64, FileProblem> {
        let entry = self.archive.by_index(place).map_err(|error| damaged("zip", error))?;
        let name = normal(&entry.name().map_err(|error| damaged("zip", error))?);
        // One byte more than is allowed tells that there is more.
        let size =
            io::copy(&mut entry.take(left + 1), &mut io::sink()).map_err(|error| damaged(&name, error))?;
        match self.parts.insert(name.clone(), (place, size)) {
            None => left.checked_sub(size).ok_or(TOO_LARGE),
            Some(_) => Err(damaged(&name, "is in the archive twice")),
        }
    }

    /// Whether there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&normal(name))
    }

    /// The text of a part.
    pub(crate) fn part(&mut self, name: &str) -> Result<String, FileProblem> {
        let (place, size) = *self.parts.get(&normal(name)).ok_or_else(|| damaged(name, "is not there"))?;
        self.unread = self.unread.checked_sub(size).ok_or(TOO_LARGE)?;
        let entry = self.archive.by_index(place).map_err(|error| damaged(name, error))?;
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
        entry.take(size).read_to_end(&mut bytes).map_err(|error| damaged(name, error))?;
        let mut text = String::from_utf8(bytes).map_err(|_| damaged(name, "is not UTF-8"))?;
        if text.starts_with(MARK) {
            text.drain(..MARK.len_utf8());
        }
        Ok(text)
    }
}

/// How an entry of an archive's directory begins. The archive's reader keeps hundreds of bytes for each.
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// The mark of UTF-8, which some programs put before a text.
const MARK: char = '\u{FEFF}';
const TOO_LARGE: FileProblem = FileProblem::UnpacksTooLarge { limit_bytes: Limits::UNPACKED };

/// The problem of a part that is broken, or was made to mislead.
pub(crate) fn damaged(part: &str, detail: impl std::fmt::Display) -> FileProblem {
    FileProblem::Damaged { part: part.to_owned(), detail: detail.to_string() }
}

fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}
