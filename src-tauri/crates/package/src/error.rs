//! Why a package is not written.

use messages::{Cause, CodeTable, coded_errors};

/// Every code of this crate, with the names of its facts.
pub const CODES: &[CodeTable] = &[PackageError::CODES];

coded_errors! {
    /// Why a package is not written.
    pub enum PackageError {
        /// Larger than a package can be, 4 gibibytes.
        TooLarge = "record.too-large",
        /// The package could not be written.
        NotWritten { detail: Cause } caused by detail = "record.not-written",
    }
}

impl PackageError {
    /// The operating system refused to write it.
    #[must_use]
    pub fn io(error: std::io::Error) -> Self {
        Self::NotWritten { detail: error.into() }
    }
}
