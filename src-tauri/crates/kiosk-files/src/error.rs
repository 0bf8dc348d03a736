//! Why a file that travels between stations and kiosks is refused.

use messages::{Cause, CodeTable, coded_errors};

/// Every code of this crate, with the names of its facts.
pub const CODES: &[CodeTable] = &[KioskFileError::CODES];

/// Facts that are words of the program: the kinds of the files.
pub const WORDS: CodeTable =
    &[("kiosk-file-kind.request", &[]), ("kiosk-file-kind.provision", &[]), ("kiosk-file-kind.box", &[])];

coded_errors! {
    /// Why a file that came from a kiosk or a station is refused. Nothing was changed.
    pub enum KioskFileError {
        /// The file is none of those that travel between stations and kiosks.
        Foreign = "kiosk-file.foreign",
        /// The file is of another kind than was asked for.
        OtherKind { wanted: &'static str, found: &'static str } = "kiosk-file.other-kind",
        /// The file was made by a newer version of the program.
        Newer { found: u8, known: u8 } = "kiosk-file.newer",
        /// The file was made by an older version of the program than the session asks for.
        Older { found: u8, needed: u8 } = "kiosk-file.older",
        /// The file is larger than any of its kind, in bytes.
        TooLarge { found: u64, most: u64 } = "kiosk-file.too-large",
        /// The file is shorter than it says, in bytes.
        Truncated { expected: u64, found: u64 } = "kiosk-file.truncated",
        /// The file's hash doesn't fit it.
        Altered = "kiosk-file.altered",
        /// The file isn't signed with the key that it names.
        SignatureWrong = "kiosk-file.signature-wrong",
        /// The content isn't what a file of this kind holds, though it is signed: another program wrote it.
        Malformed { detail: String } = "kiosk-file.malformed",
        /// The file can't be read or written.
        Unreadable { path: String, detail: Cause } caused by detail = "kiosk-file.unreadable",
        /// Another file of that name is there, and was left.
        Exists { path: String } = "kiosk-file.exists",
        /// A kiosk's name is empty or too long.
        KioskName { longest: usize } = "kiosk-file.kiosk-name",
    }
}
