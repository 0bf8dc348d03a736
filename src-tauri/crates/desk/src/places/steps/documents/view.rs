//! The documents that there are, and their pages.

use crate::{
    machine::{
        pictures::{pages, picture},
        printing::printers,
    },
    open::{desk::Desk, session::Open},
};
use documents::Standing;
use office::papers::{self, Document, MadeDocument};
use wire::{
    DeskError, DocumentId, DocumentMade, DocumentPage, DocumentRow, DocumentStatus, Documents, Language,
    Nothing, PagePicture, Printer, Problem, conversions,
};

const fn status(standing: Standing) -> DocumentStatus {
    match standing {
        Standing::Draft => DocumentStatus::Draft,
        Standing::Unofficial => DocumentStatus::Unofficial,
        Standing::Official => DocumentStatus::Official,
    }
}

/// The session's documents in this language, in the session's own where none is given.
pub(super) fn in_language<'a>(
    desk: &'a Desk,
    open: &'a Open,
    language: Option<Language>,
) -> Result<papers::Documents<'a>, Problem> {
    Ok(papers::Documents::new(&open.office, desk.fonts()?, language.map(Into::into))?)
}

pub(crate) fn all(desk: &Desk, _: Nothing) -> Result<Documents, Problem> {
    documents(desk)
}

/// The documents. The system's printers are asked for first: it may take its time, and no window has to wait for it.
pub(crate) fn documents(desk: &Desk) -> Result<Documents, Problem> {
    let printers = printers();
    desk.with(|open| list(desk, open, printers))
}

fn list(desk: &Desk, open: &Open, printers: Vec<Printer>) -> Result<Documents, Problem> {
    let row = |(document, standing): (Document, Option<Standing>)| DocumentRow {
        id: document.to_string(),
        kind: document.kind().name(),
        round: document.round(),
        status: standing.map(status),
        table: document.kind().is_table(),
        signed: document.kind().is_signed() && standing == Some(Standing::Official),
        problem: standing.is_none().then(|| DeskError::DocumentNotYet.into()),
    };
    let documents = in_language(desk, open, None)?.list()?;
    Ok(Documents {
        documents: documents.into_iter().map(row).collect(),
        printers,
        folder: desk.folders.documents(&open.id).display().to_string(),
        language: open.office.store().profile()?.text().language.into(),
        texts: conversions::texts_form(&open.office.store().profile()?),
    })
}

/// Makes a document.
pub(super) fn make(
    desk: &Desk,
    open: &Open,
    id: &str,
    language: Option<Language>,
) -> Result<MadeDocument, Problem> {
    let documents = in_language(desk, open, language)?;
    let unknown = || DeskError::DocumentUnknown { id: id.to_owned() };
    let document = documents.find(id).ok_or_else(unknown)?;
    Ok(documents.make(document)?.ok_or(DeskError::DocumentNotYet)?)
}

pub(crate) fn document(desk: &Desk, open: &mut Open, request: DocumentId) -> Result<DocumentMade, Problem> {
    let made = make(desk, open, &request.id, request.language)?;
    let pages = pages(&made.bytes)?;
    open.previewed = Some((preview_of(&request.id, request.language), made.bytes));
    Ok(DocumentMade { id: request.id, pages })
}

/// Names what is previewed.
fn preview_of(id: &str, language: Option<Language>) -> String {
    format!("{id} {language:?}")
}

pub(crate) fn document_page(desk: &Desk, open: &Open, request: DocumentPage) -> Result<PagePicture, Problem> {
    let wanted = preview_of(&request.id, request.language);
    let previewed = open.previewed.as_ref().filter(|(name, _)| *name == wanted);
    if let Some((_, bytes)) = previewed {
        return picture(bytes, request.page, request.width);
    }
    let made = make(desk, open, &request.id, request.language)?;
    picture(&made.bytes, request.page, request.width)
}
