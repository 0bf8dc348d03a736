//! Documents: previewed, printed, saved.

use super::Problem;
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
}

/// A document.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentRow {
    /// Names it, such as `round-1-result`.
    pub id: String,
    /// What it is: `candidate-list`, `result-report`, `announcement`, …
    pub kind: String,
    /// The round; none for the whole session.
    pub round: Option<u32>,
    /// `draft`, `unofficial`, `official`; none while it can't be made.
    pub standing: Option<String>,
    /// Why it can't be made yet.
    pub problem: Option<Problem>,
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
}

/// `save_document`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveDocument {
    /// The document; none for all that can be made.
    pub id: Option<String>,
    /// The folder; empty for the session's own.
    pub folder: String,
}
