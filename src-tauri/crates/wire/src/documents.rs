//! Documents: previewed, printed, saved.

use super::{Language, Problem, declared};
use procedure::number::RoundNumber;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The documents of the session.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Documents {
    /// Each document that there is or will be.
    pub documents: Vec<DocumentRow>,
    /// The system's printers; empty where there is none.
    pub printers: Vec<Printer>,
    /// The session's own folder for documents.
    pub folder: String,
    /// The session's language, in which its documents are made where no other is asked for.
    pub language: Language,
    /// What the session words itself in its documents.
    pub texts: TextsForm,
}

/// `set_texts`: what the session words itself in its documents, never a figure. What is empty has the usual words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextsForm {
    /// Where the session meets.
    pub place: String,
    /// The purpose in the voting measure's first article.
    pub measure_purpose: String,
    /// The resolution's number.
    pub resolution_number: String,
    /// The resolution's paragraph before the decision.
    pub resolution_preamble: String,
    /// Who signs the resolution.
    pub resolution_signer: String,
    /// The announcement's number.
    pub announcement_number: String,
}

/// A document.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentRow {
    /// Names it, such as `round-1-result`.
    pub id: String,
    /// What it is: `candidate-list`, `result-report`, `announcement`, …
    #[ts(as = "declared::DocumentKind")]
    pub kind: &'static str,
    /// The round; none for the whole session.
    #[ts(as = "Option<declared::RoundNumber>")]
    pub round: Option<RoundNumber>,
    /// What it may be used as; none while it can't be made.
    pub status: Option<DocumentStatus>,
    /// Whether it is a spreadsheet, which has no pages to show or print.
    pub table: bool,
    /// Whether it can be signed digitally now.
    pub signed: bool,
    /// Why it can't be made yet.
    pub problem: Option<Problem>,
}

/// What a document may be used as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentStatus {
    /// What it says isn't adopted yet.
    Draft,
    /// What it says isn't signed yet.
    Unofficial,
    /// It is what was adopted, signed or announced.
    Official,
}

/// A printer.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Printer {
    /// Its name.
    pub name: String,
    /// Whether it is the system's default.
    pub default: bool,
}

/// `document`: how many pages it has.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentId {
    /// The document.
    pub id: String,
    /// The language; none for the session's own.
    pub language: Option<Language>,
}

/// A document that was made.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentMade {
    /// The document.
    pub id: String,
    /// Its pages.
    pub pages: u32,
}

/// `document_page`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentPage {
    /// The document.
    pub id: String,
    /// The page, from 1.
    pub page: u32,
    /// Pixels of the page's width.
    pub width: u32,
    /// The language; none for the session's own.
    pub language: Option<Language>,
}

/// A page as a picture.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PagePicture {
    /// A `data:` address of a PNG.
    pub picture: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// `print_document`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrintDocument {
    /// The document.
    pub id: String,
    /// The printer's name.
    pub printer: String,
    /// How many copies.
    pub copies: u32,
    /// Which pages, such as `1-2,5`; empty for all.
    pub pages: String,
    /// The language; none for the session's own.
    pub language: Option<Language>,
}

/// `save_document`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveDocument {
    /// The document; none for all that can be made.
    pub id: Option<String>,
    /// The folder; empty for the session's own.
    pub folder: String,
    /// The language; none for the session's own.
    pub language: Option<Language>,
    /// Whether a copy as OFD is saved beside each PDF of pages that are kept.
    pub ofd: bool,
}

/// `sign_document`: an official document, with the secretariat's certificate.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignDocument {
    /// The document.
    pub id: String,
    /// The file of the certificate with its key (PKCS#12).
    pub certificate: String,
    /// What opens it.
    pub passphrase: String,
    /// Why it is signed, as viewers show it; may be empty.
    pub reason: String,
    /// The folder; empty for the session's own.
    pub folder: String,
    /// The language; none for the session's own.
    pub language: Option<Language>,
}
