//! The zip archive that an .xlsx is.

use super::{Allowance, damaged};
use crate::{FileProblem, Limits};
use std::{
    collections::BTreeMap,
    io::{self, Cursor, Read},
};
use zip::ZipArchive;

/// An archive whose parts together unpack to no more than is taken.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The parts' places by their names, in small letters and with `/`.
    places: BTreeMap<String, usize>,
    /// Bytes that may still be read: a workbook may name one part many times.
    unread: Allowance,
}

impl<'a> Package<'a> {
    /// Opens an archive and unpacks all of it once, keeping nothing: only that shows how large it really is.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, FileProblem> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged("zip", error))?;
        let unread = Allowance(Limits::UNPACKED);
        let mut package = Self { archive, places: BTreeMap::new(), unread };
        let mut unpacked = Allowance(Limits::UNPACKED);
        for place in 0..package.archive.len() {
            package.look_at(place, &mut unpacked)?;
        }
        package.refuse_other_formats()?;
        Ok(package)
    }

    fn look_at(&mut self, place: usize, unpacked: &mut Allowance) -> Result<(), FileProblem> {
        let entry = self.archive.by_index(place).map_err(|error| damaged("zip", error))?;
        let name = normal(&entry.name().map_err(|error| damaged("zip", error))?);
        // One byte more than is allowed tells that there is more.
        let size = io::copy(&mut entry.take(unpacked.left() + 1), &mut io::sink());
        unpacked.take(size.map_err(|error| damaged(&name, error))?)?;
        match self.places.insert(name.clone(), place) {
            None => Ok(()),
            Some(_) => Err(damaged(&name, "stands twice in the archive")),
        }
    }

    fn refuse_other_formats(&self) -> Result<(), FileProblem> {
        let format = if self.has("xl/workbook.bin") {
            ".xlsb"
        } else if self.has("content.xml") && self.has("mimetype") {
            ".ods"
        } else {
            return Ok(());
        };
        Err(FileProblem::SaveAsXlsx { format: format.to_owned() })
    }

    /// Whether there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.places.contains_key(&normal(name))
    }

    /// The text of a part.
    pub(crate) fn part(&mut self, name: &str) -> Result<String, FileProblem> {
        let place = self.places.get(&normal(name)).ok_or_else(|| damaged(name, "is not there"))?;
        let entry = self.archive.by_index(*place).map_err(|error| damaged(name, error))?;
        let mut bytes = Vec::new();
        entry.take(Limits::UNPACKED).read_to_end(&mut bytes).map_err(|error| damaged(name, error))?;
        self.unread.take(bytes.len())?;
        let text = String::from_utf8(bytes).map_err(|_| damaged(name, "is not UTF-8"))?;
        match text.strip_prefix('\u{FEFF}') {
            Some(unmarked) => Ok(unmarked.to_owned()),
            None => Ok(text),
        }
    }
}

fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}
