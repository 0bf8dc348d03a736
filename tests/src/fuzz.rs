//! Files from outside, altered at random: a corpus of good files, and edits of them.
//!
//! Which file and which edits is for the engine to choose: at random in a test, by coverage under `cargo bolero test`.

use bolero::TypeGenerator;
use std::{fs, path::Path};

/// Good files of one kind.
#[derive(Debug, Clone)]
pub struct Corpus(Vec<Vec<u8>>);

/// Which file of a corpus is altered, and how: the edits are made one after the other.
#[derive(Debug, Clone, TypeGenerator)]
pub struct Alteration {
    file: u16,
    first: Edit,
    others: [Option<Edit>; 3],
}

/// A change of a file. Places are parts of the file's length, in 2⁻³².
#[derive(Debug, Clone, TypeGenerator)]
enum Edit {
    FlipBit {
        at: u32,
        bit: u8,
    },
    SetByte {
        at: u32,
        byte: u8,
    },
    Insert {
        at: u32,
        token: u8,
    },
    Remove {
        at: u32,
        length: u8,
    },
    Repeat {
        at: u32,
        length: u8,
        times: u8,
    },
    /// Puts another number in the place of the next one that is written in digits.
    Number {
        at: u32,
        number: u8,
    },
    CutOff {
        at: u32,
    },
    /// Goes on with the rest of another file of the corpus.
    Splice {
        at: u32,
        file: u16,
        from: u32,
    },
}

/// What tends to be read wrongly.
const TOKENS: [&[u8]; 24] = [
    b"\0",
    b"\xff\xff\xff\xff",
    b"\n",
    b"\r\n",
    b",",
    b";",
    b"\t",
    b"\"",
    b"'",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"[[[[[[[[[[[[[[[[",
    b"{\"a\":",
    b"}",
    b"]",
    b"null",
    b"true",
    b"-",
    b"=",
    "\u{feff}".as_bytes(),
    "\u{202e}".as_bytes(),
    "𬱖".as_bytes(),
    b"&#x0;",
];

/// Numbers at the edges of what numbers are kept in.
const NUMBERS: [&[u8]; 12] = [
    b"0",
    b"-1",
    b"-0",
    b"1",
    b"1.5",
    b"1e999",
    b"255",
    b"65536",
    b"4294967295",
    b"4294967296",
    b"18446744073709551616",
    b"99999999999999999999999999999999",
];

impl Corpus {
    /// These files.
    #[must_use]
    pub fn new(files: Vec<Vec<u8>>) -> Self {
        assert!(!files.is_empty(), "a corpus has files");
        Self(files)
    }

    /// The files with one of these endings in a folder of `tests/fixtures`, in the order of their names.
    #[must_use]
    pub fn of_folder(folder: &str, endings: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(folder);
        let entries =
            fs::read_dir(&folder).expect("a folder of fixtures").map(|entry| entry.expect("an entry"));
        let is_wanted =
            |path: &Path| endings.iter().any(|ending| path.extension().is_some_and(|there| there == *ending));
        let mut paths: Vec<_> = entries.map(|entry| entry.path()).filter(|path| is_wanted(path)).collect();
        paths.sort();
        Self::new(paths.iter().map(|path| fs::read(path).expect("a fixture")).collect())
    }

    /// These and those.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self([self.0, other.0].concat())
    }

    /// The good files.
    #[must_use]
    pub fn files(&self) -> &[Vec<u8>] {
        &self.0
    }

    /// The file that is altered, as it was and as it is then.
    #[must_use]
    pub fn altered(&self, alteration: &Alteration) -> (&[u8], Vec<u8>) {
        let good = self.file(alteration.file);
        let mut bytes = good.to_vec();
        for edit in std::iter::once(&alteration.first).chain(alteration.others.iter().flatten()) {
            self.edit(&mut bytes, edit);
        }
        (good, bytes)
    }

    fn file(&self, number: u16) -> &[u8] {
        &self.0[usize::from(number) % self.0.len()]
    }

    fn edit(&self, bytes: &mut Vec<u8>, edit: &Edit) {
        match *edit {
            Edit::FlipBit { at, bit } => set(bytes, at, |byte| byte ^ (1 << (bit % 8))),
            Edit::SetByte { at, byte } => set(bytes, at, |_| byte),
            Edit::Insert { at, token } => {
                let place = place(bytes, at);
                bytes.splice(place..place, TOKENS[usize::from(token) % TOKENS.len()].iter().copied());
            }
            Edit::Remove { at, length } => drop(bytes.drain(run(bytes, at, length))),
            Edit::Repeat { at, length, times } => {
                let run = run(bytes, at, length);
                let repeated = bytes[run.clone()].repeat(usize::from(times));
                bytes.splice(run.start..run.start, repeated);
            }
            Edit::Number { at, number } => {
                let digits = next_digits(bytes, place(bytes, at));
                bytes.splice(digits, NUMBERS[usize::from(number) % NUMBERS.len()].iter().copied());
            }
            Edit::CutOff { at } => bytes.truncate(place(bytes, at)),
            Edit::Splice { at, file, from } => {
                bytes.truncate(place(bytes, at));
                let other = self.file(file);
                bytes.extend_from_slice(&other[place(other, from)..]);
            }
        }
    }
}

/// A place in a file, from 0 to its length.
fn place(bytes: &[u8], at: u32) -> usize {
    let place = ((bytes.len() as u64 + 1) * u64::from(at)) >> 32;
    usize::try_from(place).expect("within the file")
}

fn run(bytes: &[u8], at: u32, length: u8) -> std::ops::Range<usize> {
    let start = place(bytes, at);
    start..(start + usize::from(length)).min(bytes.len())
}

fn set(bytes: &mut [u8], at: u32, change: impl FnOnce(u8) -> u8) {
    let place = place(bytes, at);
    if let Some(byte) = bytes.get_mut(place) {
        *byte = change(*byte);
    }
}

/// The next run of digits; an empty one at the end where there is none.
fn next_digits(bytes: &[u8], from: usize) -> std::ops::Range<usize> {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let start = bytes[from..].iter().position(is_digit).map_or(bytes.len(), |ahead| from + ahead);
    let length = bytes[start..].iter().position(|byte| !is_digit(byte)).unwrap_or(bytes.len() - start);
    start..start + length
}
