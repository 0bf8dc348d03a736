//! The package: a zip whose every byte follows from its content. Stored, never deflated, without times, extra fields or
//! comments, so that the same session gives the same bytes whoever packs it.

mod error;

pub use error::{CODES, PackageError};

use ballot_box::hex;
use crc32fast::Hasher;
use sha2::{Digest, Sha256};
use std::io::{Seek, SeekFrom, Write};

/// Sizes and places are 32 bits wide; the format has no larger ones.
const LARGEST: u64 = 0xFFFF_FFFE;
/// The most entries that the end of a zip can count.
const MOST_ENTRIES: usize = 0xFFFE;
/// 2.0, the plainest version there is.
const VERSION: u16 = 20;
/// Names are UTF-8.
const UTF8_NAMES: u16 = 1 << 11;
/// 1 January 1980, the first day that a zip knows.
const FIRST_DAY: u16 = 0x21;
/// Where the checksum is in the header before a file's bytes.
const CHECKSUM_AT: u64 = 14;

/// A file that was packed.
pub struct Packed {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub length: u32,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    checksum: u32,
    at: u32,
}

/// A package that is being filled.
pub struct Package<W> {
    to: W,
    at: u64,
    packed: Vec<Packed>,
}

/// A file that is being packed.
pub struct Filling<'a, W> {
    package: &'a mut Package<W>,
    name: String,
    from: u64,
    length: u64,
    checksum: Hasher,
    hash: Sha256,
}

impl<W: Write + Seek> Package<W> {
    /// An empty package, written from the start of `to`.
    pub const fn new(to: W) -> Self {
        Self { to, at: 0, packed: Vec::new() }
    }

    /// The files so far, in order.
    pub fn packed(&self) -> &[Packed] {
        &self.packed
    }

    /// Packs a file whose bytes are at hand. Fails where the package would be too large, or can't be written.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), PackageError> {
        let mut filling = self.begin(name)?;
        filling.write(bytes)?;
        filling.finish()
    }

    /// Packs a file piece by piece. Fails as [`Package::add`] does.
    pub fn begin(&mut self, name: &str) -> Result<Filling<'_, W>, PackageError> {
        let from = self.at;
        let header = LocalHeader { checksum: 0, length: 0, name }.bytes()?;
        self.write(&header)?;
        Ok(Filling {
            package: self,
            name: name.to_owned(),
            from,
            length: 0,
            checksum: Hasher::new(),
            hash: Sha256::new(),
        })
    }

    /// Writes the directory. The package is whole now. Fails as [`Package::add`] does.
    pub fn finish(mut self) -> Result<(), PackageError> {
        let start = self.at;
        let packed = std::mem::take(&mut self.packed);
        if packed.len() > MOST_ENTRIES {
            return Err(PackageError::TooLarge);
        }
        for file in &packed {
            self.write(&directory_entry(file)?)?;
        }
        let length = self.at - start;
        let count = u16::try_from(packed.len()).map_err(|_| PackageError::TooLarge)?;
        let mut end = Vec::from(*b"PK\x05\x06\0\0\0\0");
        put16(&mut end, count);
        put16(&mut end, count);
        put32(&mut end, width(length)?);
        put32(&mut end, width(start)?);
        put16(&mut end, 0);
        self.write(&end)?;
        self.to.flush().map_err(PackageError::io)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), PackageError> {
        self.at += bytes.len() as u64;
        if self.at > LARGEST {
            return Err(PackageError::TooLarge);
        }
        self.to.write_all(bytes).map_err(PackageError::io)
    }

    /// Overwrites bytes that were written before.
    fn correct(&mut self, at: u64, bytes: &[u8]) -> Result<(), PackageError> {
        let back = |to: &mut W| {
            to.seek(SeekFrom::Start(at))?;
            to.write_all(bytes)?;
            to.seek(SeekFrom::Start(self.at)).map(drop)
        };
        back(&mut self.to).map_err(PackageError::io)
    }
}

impl<W: Write + Seek> Filling<'_, W> {
    /// Packs more of the file. Fails as [`Package::add`] does.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), PackageError> {
        self.length += bytes.len() as u64;
        self.checksum.update(bytes);
        self.hash.update(bytes);
        self.package.write(bytes)
    }

    /// The file is whole: its checksum and length, now known, go into its header. Fails as [`Package::add`] does.
    pub fn finish(self) -> Result<(), PackageError> {
        let (checksum, length) = (self.checksum.finalize(), width(self.length)?);
        let mut known = Vec::new();
        put32(&mut known, checksum);
        put32(&mut known, length);
        put32(&mut known, length);
        self.package.correct(self.from + CHECKSUM_AT, &known)?;
        self.package.packed.push(Packed {
            name: self.name,
            length,
            sha256: hex(&self.hash.finalize()),
            checksum,
            at: width(self.from)?,
        });
        Ok(())
    }
}

/// What is before a file's bytes.
struct LocalHeader<'a> {
    checksum: u32,
    length: u32,
    name: &'a str,
}

impl LocalHeader<'_> {
    fn bytes(&self) -> Result<Vec<u8>, PackageError> {
        let mut header = Vec::from(*b"PK\x03\x04");
        put16(&mut header, VERSION);
        self.put_common(&mut header)?;
        header.extend_from_slice(self.name.as_bytes());
        Ok(header)
    }

    /// What a file's header and its entry in the directory have alike.
    fn put_common(&self, header: &mut Vec<u8>) -> Result<(), PackageError> {
        const STORED: u16 = 0;
        const MIDNIGHT: u16 = 0;
        for number in [UTF8_NAMES, STORED, MIDNIGHT, FIRST_DAY] {
            put16(header, number);
        }
        for number in [self.checksum, self.length, self.length] {
            put32(header, number);
        }
        put16(header, u16::try_from(self.name.len()).map_err(|_| PackageError::TooLarge)?);
        put16(header, 0);
        Ok(())
    }
}

fn directory_entry(file: &Packed) -> Result<Vec<u8>, PackageError> {
    let mut entry = Vec::from(*b"PK\x01\x02");
    put16(&mut entry, VERSION);
    put16(&mut entry, VERSION);
    LocalHeader { checksum: file.checksum, length: file.length, name: &file.name }.put_common(&mut entry)?;
    // No comment, the first disk, no attributes.
    entry.extend_from_slice(&[0; 10]);
    put32(&mut entry, file.at);
    entry.extend_from_slice(file.name.as_bytes());
    Ok(entry)
}

fn put16(bytes: &mut Vec<u8>, number: u16) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

fn put32(bytes: &mut Vec<u8>, number: u32) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

fn width(number: u64) -> Result<u32, PackageError> {
    u32::try_from(number).map_err(|_| PackageError::TooLarge)
}
