//! Walks through the package: a zip of which there is only one form, so that every reader finds the same files in it and
//! nothing is between them unseen.

use crate::Problem;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

/// The most files of a package.
pub const MOST_FILES: usize = 2_000;
/// More bytes than any name has.
const LONGEST_NAME: usize = 160;

const LOCAL: usize = 30;
const CENTRAL: usize = 46;
const END: usize = 22;

/// A file in the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub length: u64,
    /// The checksum that the package says it has.
    pub checksum: u32,
    /// Where its bytes begin.
    from: u64,
    /// Where its header begins.
    header: u64,
}

/// A package whose form is checked.
pub struct Package<R> {
    reader: R,
    files: Vec<File>,
}

impl<R: Read + Seek> Package<R> {
    /// Walks through the package: files one after the other from the first byte on, their directory, its end, and nothing
    /// more. Contents are not looked at.
    pub fn open(mut reader: R) -> Result<Self, Problem> {
        let length = reader.seek(SeekFrom::End(0)).map_err(|error| read_failed(&error))?;
        let mut walk = Walk { reader: &mut reader, at: 0, length };
        let count = walk.count_at_the_end()?;
        let mut files: Vec<File> = Vec::new();
        walk.go(0)?;
        for _ in 0..count {
            let file = walk.file()?;
            if files.iter().any(|other| other.name == file.name) {
                return Err(Problem::Twice { what: file.name });
            }
            files.push(file);
        }
        let start = walk.at;
        for file in &files {
            walk.directory_entry(file)?;
        }
        walk.end(count, start)?;
        Ok(Self { reader, files })
    }

    /// The files, in order.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The file of this name.
    pub fn find(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|file| file.name == name)
    }

    /// A file's bytes, from the first.
    pub fn stream(&mut self, file: &File) -> Result<impl BufRead + '_, Problem> {
        self.reader.seek(SeekFrom::Start(file.from)).map_err(|error| read_failed(&error))?;
        Ok(BufReader::with_capacity(1 << 16, (&mut self.reader).take(file.length)))
    }

    /// All bytes of a file, which must not have more than `limit`.
    pub fn read(&mut self, name: &str, limit: u64) -> Result<Vec<u8>, Problem> {
        let file = self.find(name).cloned().ok_or_else(|| Problem::missing(name))?;
        if file.length > limit {
            return Err(Problem::TooLarge { what: name.to_owned(), limit });
        }
        let mut bytes = Vec::new();
        self.stream(&file)?.read_to_end(&mut bytes).map_err(|error| read_failed(&error))?;
        Ok(bytes)
    }
}

pub fn read_failed(error: &std::io::Error) -> Problem {
    Problem::Read { detail: error.to_string() }
}

/// Reads lines that end in a line feed, none longer than `longest`; returns none at the end.
pub fn next_line(reader: &mut impl BufRead, what: &str, longest: usize) -> Result<Option<Vec<u8>>, Problem> {
    let mut line = Vec::new();
    let limit = longest as u64 + 1;
    reader.take(limit).read_until(b'\n', &mut line).map_err(|error| read_failed(&error))?;
    match line.pop() {
        None => Ok(None),
        Some(b'\n') => Ok(Some(line)),
        Some(_) if line.len() >= longest => {
            Err(Problem::TooLarge { what: what.to_owned(), limit: longest as u64 })
        }
        Some(_) => Err(Problem::unreadable(what, "line feed")),
    }
}

/// A walk through the package, byte by byte.
struct Walk<'a, R> {
    reader: &'a mut R,
    at: u64,
    length: u64,
}

impl<R: Read + Seek> Walk<'_, R> {
    fn go(&mut self, at: u64) -> Result<(), Problem> {
        self.reader.seek(SeekFrom::Start(at)).map_err(|error| read_failed(&error))?;
        self.at = at;
        Ok(())
    }

    fn take<const N: usize>(&mut self, part: &'static str) -> Result<Fields<N>, Problem> {
        let fields = Fields { bytes: [0; N], from: self.at, part, at: 0 };
        self.require(N as u64, part)?;
        let mut fields = fields;
        self.reader.read_exact(&mut fields.bytes).map_err(|error| read_failed(&error))?;
        self.at += N as u64;
        Ok(fields)
    }

    fn require(&self, bytes: u64, part: &'static str) -> Result<(), Problem> {
        if self.length.saturating_sub(self.at) < bytes {
            return Err(Problem::Package { at: self.at, part });
        }
        Ok(())
    }

    /// The number of files, from the package's last bytes.
    fn count_at_the_end(&mut self) -> Result<usize, Problem> {
        let end = self.length.checked_sub(END as u64);
        self.go(end.ok_or(Problem::Package { at: 0, part: "end" })?)?;
        let mut fields = self.take::<END>("end")?;
        fields.signature(*b"PK\x05\x06")?;
        fields.zeros(4)?;
        let count = fields.number16();
        if usize::from(count) > MOST_FILES {
            return Err(Problem::TooLarge { what: "files".to_owned(), limit: MOST_FILES as u64 });
        }
        Ok(usize::from(count))
    }

    fn file(&mut self) -> Result<File, Problem> {
        let header = self.at;
        let mut fields = self.take::<LOCAL>("local header")?;
        fields.signature(*b"PK\x03\x04")?;
        fields.expect16(20)?;
        let (checksum, length, name) = fields.common()?;
        let name = self.name(name)?;
        let from = self.at;
        self.require(length, "file")?;
        self.go(from + length)?;
        Ok(File { name, length, checksum, from, header })
    }

    fn name(&mut self, length: usize) -> Result<String, Problem> {
        if length == 0 || length > LONGEST_NAME {
            return Err(Problem::Package { at: self.at, part: "name" });
        }
        self.require(length as u64, "name")?;
        let mut bytes = vec![0; length];
        self.reader.read_exact(&mut bytes).map_err(|error| read_failed(&error))?;
        self.at += length as u64;
        String::from_utf8(bytes).map_err(|_| Problem::Package { at: self.at, part: "name" })
    }

    fn directory_entry(&mut self, file: &File) -> Result<(), Problem> {
        let mut fields = self.take::<CENTRAL>("directory")?;
        fields.signature(*b"PK\x01\x02")?;
        fields.expect16(20)?;
        fields.expect16(20)?;
        let (checksum, length, name) = fields.common()?;
        fields.zeros(10)?;
        let header = u64::from(fields.number32());
        let named = self.name(name)?;
        let alike =
            (checksum, length, header, &named) == (file.checksum, file.length, file.header, &file.name);
        if alike { Ok(()) } else { Err(Problem::Package { at: fields.from, part: "directory" }) }
    }

    fn end(&mut self, count: usize, start: u64) -> Result<(), Problem> {
        let directory = self.at - start;
        let mut fields = self.take::<END>("end")?;
        fields.signature(*b"PK\x05\x06")?;
        fields.zeros(4)?;
        let counts = (usize::from(fields.number16()), usize::from(fields.number16()));
        let places = (u64::from(fields.number32()), u64::from(fields.number32()));
        fields.zeros(2)?;
        let fits = counts == (count, count) && places == (directory, start) && self.at == self.length;
        if fits { Ok(()) } else { Err(Problem::Package { at: fields.from, part: "end" }) }
    }
}

/// A header's fields, taken one after the other.
struct Fields<const N: usize> {
    bytes: [u8; N],
    from: u64,
    part: &'static str,
    at: usize,
}

impl<const N: usize> Fields<N> {
    /// The next bytes; the callers' takes add up to the header's length.
    fn next<const M: usize>(&mut self) -> [u8; M] {
        let mut bytes = [0; M];
        for (to, from) in bytes.iter_mut().zip(self.bytes.iter().skip(self.at)) {
            *to = *from;
        }
        self.at += M;
        bytes
    }

    fn number16(&mut self) -> u16 {
        u16::from_le_bytes(self.next())
    }

    fn number32(&mut self) -> u32 {
        u32::from_le_bytes(self.next())
    }

    fn wrong(&self) -> Problem {
        Problem::Package { at: self.from, part: self.part }
    }

    fn signature(&mut self, expected: [u8; 4]) -> Result<(), Problem> {
        if self.next::<4>() == expected { Ok(()) } else { Err(self.wrong()) }
    }

    fn expect16(&mut self, expected: u16) -> Result<(), Problem> {
        if self.number16() == expected { Ok(()) } else { Err(self.wrong()) }
    }

    fn zeros(&mut self, count: usize) -> Result<(), Problem> {
        let zero = (0..count).all(|_| self.next::<1>() == [0]);
        if zero { Ok(()) } else { Err(self.wrong()) }
    }

    /// Names in UTF-8, stored, 1 January 1980 at midnight; then checksum, length, length again, the name's length, and no
    /// extra field.
    fn common(&mut self) -> Result<(u32, u64, usize), Problem> {
        for expected in [0x800, 0, 0, 0x21] {
            self.expect16(expected)?;
        }
        let checksum = self.number32();
        let (packed, length) = (self.number32(), self.number32());
        let name = usize::from(self.number16());
        self.zeros(2)?;
        if packed == length { Ok((checksum, u64::from(length), name)) } else { Err(self.wrong()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn lines_end_in_a_line_feed_and_have_a_limit() {
        let mut reader = Cursor::new(b"one\n\nthree\n");
        for line in [&b"one"[..], b"", b"three"] {
            assert_eq!(next_line(&mut reader, "x", 5).unwrap().unwrap(), line);
        }
        assert_eq!(next_line(&mut reader, "x", 5), Ok(None));
        let too_large = Err(Problem::TooLarge { what: "x".into(), limit: 4 });
        assert_eq!(next_line(&mut Cursor::new(b"three\n"), "x", 4), too_large);
        assert!(matches!(next_line(&mut Cursor::new(b"one"), "x", 4), Err(Problem::Unreadable { .. })));
    }

    #[test]
    fn what_is_no_package_is_refused() {
        for bytes in [&b""[..], b"PK", &[0; 22], &[b"PK\x05\x06".as_slice(), &[0xff; 18]].concat()] {
            assert!(Package::open(Cursor::new(bytes)).is_err());
        }
        // An empty package is whole; that a record has files is asked elsewhere.
        let empty = [b"PK\x05\x06".as_slice(), &[0; 18]].concat();
        assert!(Package::open(Cursor::new(empty)).unwrap().files().is_empty());
    }
}
