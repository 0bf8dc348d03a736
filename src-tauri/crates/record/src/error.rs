//! What is found wrong with a record, and why a file can't be looked at.

use messages::{Cause, coded_errors};
use std::fmt::Debug;

coded_errors! {
    /// What is wrong. `what` names the file, and in it the line or the member.
    pub enum Problem {
        /// The package isn't written as it must be at this byte.
        Package { at: u64, part: &'static str } = "finding.package",
        /// The name of a file in the package is none that a record has.
        Name { name: String } = "finding.name",
        /// A file, a line or a number of things is larger than the format allows.
        TooLarge { what: String, limit: u64 } = "finding.too-large",
        /// Something is missing.
        Missing { what: String } = "finding.missing",
        /// Something is there that must not be.
        Unexpected { what: String } = "finding.unexpected",
        /// Something can't be read.
        Unreadable { what: String, reason: String } = "finding.unreadable",
        /// Something is readable, and not written in the one way.
        Rewritten { what: String } = "finding.rewritten",
        /// Two things that must be the same are not.
        Differs { what: String, expected: String, found: String } = "finding.differs",
        /// A signature is not the station's.
        Signature { what: String } = "finding.signature",
        /// Something is there twice.
        Twice { what: String } = "finding.twice",
        /// Something isn't in its order.
        Order { what: String } = "finding.order",
        /// A proof doesn't hold.
        Proof { what: String } = "finding.proof",
        /// The rules refuse it, for the reason of this code.
        Refused { what: String, reason: String } = "finding.refused",
        /// The file could not be read while it was checked.
        Read { detail: String } = "finding.read",
    }
}

#[expect(clippy::needless_pass_by_value, reason = "callers hand in what they have: texts, numbers, errors")]
impl Problem {
    pub(crate) fn differs(what: impl Into<String>, expected: impl ToString, found: impl ToString) -> Self {
        let (expected, found) = (shortened(&expected.to_string()), shortened(&found.to_string()));
        Self::Differs { what: what.into(), expected, found }
    }

    pub(crate) fn unreadable(what: impl Into<String>, reason: impl ToString) -> Self {
        Self::Unreadable { what: what.into(), reason: shortened(&reason.to_string()) }
    }

    pub(crate) fn refused(what: impl Into<String>, reason: impl ToString) -> Self {
        Self::Refused { what: what.into(), reason: shortened(&reason.to_string()) }
    }

    pub(crate) fn missing(what: impl Into<String>) -> Self {
        Self::Missing { what: what.into() }
    }

    pub(crate) fn unexpected(what: impl Into<String>) -> Self {
        Self::Unexpected { what: what.into() }
    }
}

/// Texts out of a record are shown, and may be of any length.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 160;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// `Ok` where both are the same.
pub(crate) fn same<T: PartialEq + ToString>(
    what: impl Into<String>,
    expected: T,
    found: T,
) -> Result<(), Problem> {
    if expected == found { Ok(()) } else { Err(Problem::differs(what, expected, found)) }
}

/// `Ok` where both are the same, item by item.
pub(crate) fn same_items<T: PartialEq + Debug + ?Sized>(
    what: impl Into<String>,
    expected: &T,
    found: &T,
) -> Result<(), Problem> {
    if expected == found {
        Ok(())
    } else {
        Err(Problem::differs(what, format!("{expected:?}"), format!("{found:?}")))
    }
}

/// `Ok` where both are the same bytes. Only the problem shows them as text: what is none looks alike there.
pub(crate) fn same_bytes(what: impl Into<String>, expected: &[u8], found: &[u8]) -> Result<(), Problem> {
    if expected == found {
        Ok(())
    } else {
        Err(Problem::differs(what, String::from_utf8_lossy(expected), String::from_utf8_lossy(found)))
    }
}

coded_errors! {
    /// Why a file can't be checked at all.
    pub enum RecordError {
        /// There is no such file.
        NotFound { path: String } = "verify-file.not-found",
        /// The operating system refused.
        Io { path: String, detail: Cause } caused by detail = "verify-file.io",
        /// The file doesn't begin as a record does.
        NotARecord { path: String } = "verify-file.not-a-record",
        /// A tracking code has sixteen characters, letters and digits.
        TrackingCode { code: String } = "verify-file.tracking-code",
        /// A hash of the log has 64 hexadecimal digits, of which at least the first eight are needed.
        EntryHash { hash: String } = "verify-file.entry-hash",
        /// A commitment to slips has 64 hexadecimal digits, all of which are needed.
        Commitment { commitment: String } = "verify-file.commitment",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_differ_from_what_stands_for_them() {
        assert!(same_bytes("x", "\u{fffd}".as_bytes(), "\u{fffd}".as_bytes()).is_ok());
        assert!(same_bytes("x", "\u{fffd}".as_bytes(), &[0xff]).is_err());
    }

    #[test]
    fn lists_are_the_same_item_by_item() {
        assert!(same_items("x", &["1", "2"][..], &["1", "2"][..]).is_ok());
        assert!(same_items("x", &["1 2"][..], &["1", "2"][..]).is_err());
    }
}
