//! What can be wrong with a file that is read or written.

use messages::{Cause, coded_errors};
use rust_xlsxwriter::XlsxError;

coded_errors! {
    /// Why a file as a whole can't be used.
    pub enum FileProblem {
        /// The operating system doesn't let it be read.
        NotReadable { path: String, reason: Cause } caused by reason = "exchange.not-readable",
        /// It has no bytes.
        Empty = "exchange.empty",
        /// It has more bytes than any list needs.
        TooLarge { limit_bytes: u64 } = "exchange.too-large",
        /// It is small, but unpacks to more than any list needs.
        UnpacksTooLarge { limit_bytes: u64 } = "exchange.unpacks-too-large",
        /// A workbook with a password: to be saved without one.
        PasswordProtected = "exchange.password-protected",
        /// A file of another format that isn't read here: to be saved as .xlsx.
        SaveAsXlsx { format: String } = "exchange.save-as-xlsx",
        /// An .xlsx that is broken, or was made to mislead.
        Damaged { part: String, detail: String } = "exchange.damaged",
        /// Neither an .xlsx nor a text.
        NotATable = "exchange.not-a-table",
        /// A text document: its table is to be copied into a spreadsheet.
        WordDocument { format: String } = "exchange.word-document",
        /// A text that is neither UTF-8 nor GB18030.
        Encoding = "exchange.encoding",
        /// A CSV in which a quotation mark is never closed, so that rows run into one another.
        UnclosedQuote = "exchange.unclosed-quote",
        /// More cells, or longer texts in them, than any list needs.
        TooManyCells { limit: usize } = "exchange.too-many-cells",
        /// More sheets than are looked at.
        TooManySheets { limit: usize } = "exchange.too-many-sheets",
    }
}

coded_errors! {
    /// Why a spreadsheet could not be written.
    pub enum SpreadsheetError {
        /// The spreadsheet's writer refused.
        NotWritten { reason: String } = "spreadsheet.not-written",
    }
}

impl From<XlsxError> for SpreadsheetError {
    fn from(error: XlsxError) -> Self {
        Self::NotWritten { reason: error.to_string() }
    }
}
