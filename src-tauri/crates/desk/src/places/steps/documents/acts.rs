//! The documents of the session: which there are, their pages, printing, saving, signing.

use crate::{Desk, DeskError, forms, paper, session::folder_of, shelf, state::Open, types::*};
use documents::{Fonts, Standing};
use office::{
    act::Operator,
    acts,
    clock::{Clock, SystemClock},
    papers::{self, Document, MadeDocument},
};
use std::{fs, path::Path};
use zeroize::Zeroizing;

/// No certificate is larger.
const LARGEST_CERTIFICATE: u64 = 1 << 20;

const fn name_of(standing: Standing) -> &'static str {
    match standing {
        Standing::Draft => "draft",
        Standing::Unofficial => "unofficial",
        Standing::Official => "official",
    }
}

/// The session's documents in this language, in the session's own where none is given.
fn in_language<'a>(
    desk: &'a Desk,
    open: &'a Open,
    language: Option<Language>,
) -> Result<papers::Documents<'a>, Problem> {
    Ok(papers::Documents::new(&open.office, desk.fonts()?, language.map(Into::into))?)
}

pub(crate) fn documents(desk: &Desk, _: Nothing) -> Result<Documents, Problem> {
    let printers = paper::printers();
    desk.with(|open| list(desk, open, printers))
}

fn list(desk: &Desk, open: &Open, printers: Vec<Printer>) -> Result<Documents, Problem> {
    let row = |(document, standing): (Document, Option<Standing>)| DocumentRow {
        id: document.to_string(),
        kind: document.kind().name().to_owned(),
        round: document.round(),
        standing: standing.map(|standing| name_of(standing).to_owned()),
        table: document.kind().is_table(),
        signed: document.kind().is_signed() && standing == Some(Standing::Official),
        problem: standing.is_none().then(|| DeskError::DocumentNotYet.into()),
    };
    let documents = in_language(desk, open, None)?.list()?;
    Ok(Documents {
        documents: documents.into_iter().map(row).collect(),
        printers,
        folder: desk.places.documents(&open.id).display().to_string(),
        language: open.office.store().profile()?.text().language.into(),
        texts: forms::texts_form(&open.office.store().profile()?),
    })
}

/// Makes a document.
fn make(desk: &Desk, open: &Open, id: &str, language: Option<Language>) -> Result<MadeDocument, Problem> {
    let documents = in_language(desk, open, language)?;
    let unknown = || DeskError::DocumentUnknown { id: id.to_owned() };
    let document = documents.find(id).ok_or_else(unknown)?;
    Ok(documents.make(document)?.ok_or(DeskError::DocumentNotYet)?)
}

pub(crate) fn document(desk: &Desk, request: DocumentId) -> Result<DocumentMade, Problem> {
    desk.with(|open| {
        let made = make(desk, open, &request.id, request.language)?;
        let pages = paper::pages(&made.bytes)?;
        open.previewed = Some((preview_of(&request.id, request.language), made.bytes));
        Ok(DocumentMade { id: request.id, pages })
    })
}

/// Names what is previewed.
fn preview_of(id: &str, language: Option<Language>) -> String {
    format!("{id} {language:?}")
}

pub(crate) fn document_page(desk: &Desk, request: DocumentPage) -> Result<PagePicture, Problem> {
    desk.with(|open| {
        let wanted = preview_of(&request.id, request.language);
        let previewed = open.previewed.as_ref().filter(|(name, _)| *name == wanted);
        if let Some((_, bytes)) = previewed {
            return paper::picture(bytes, request.page, request.width);
        }
        let made = make(desk, open, &request.id, request.language)?;
        paper::picture(&made.bytes, request.page, request.width)
    })
}

pub(crate) fn print_document(desk: &Desk, request: PrintDocument) -> Result<Nothing, Problem> {
    desk.with(|open| {
        let made = make(desk, open, &request.id, request.language)?;
        let job = paper::Job { copies: request.copies, pages: request.pages.trim() };
        paper::print(&made, &request.printer, job)?;
        Ok(Nothing {})
    })
}

pub(crate) fn print_test_page(desk: &Desk, request: PrintTo) -> Result<Nothing, Problem> {
    desk.with(|open| {
        let language = open.office.store().profile()?.text().language;
        let bytes = documents::test_page(desk.fonts()?, language)?;
        let page = MadeDocument { name: "test-page.pdf".to_owned(), bytes: Zeroizing::new(bytes) };
        paper::print(&page, &request.printer, paper::Job::ONE)?;
        Ok(Nothing {})
    })
}

/// Every document that can be made now; no spreadsheets.
pub(crate) fn all(open: &Open, fonts: &Fonts) -> Result<Vec<MadeDocument>, Problem> {
    let documents = papers::Documents::new(&open.office, fonts, None)?;
    let mut papers = Vec::new();
    for (document, standing) in documents.list()? {
        if standing.is_some() && !document.kind().is_table() {
            papers.extend(documents.make(document)?);
        }
    }
    Ok(papers)
}

pub(crate) fn save_document(desk: &Desk, request: SaveDocument) -> Result<Written, Problem> {
    desk.with(|open| {
        let folder = folder_of(desk, open, &request.folder)?;
        let documents = in_language(desk, open, request.language)?;
        let wanted = |document: &Document, standing: Option<Standing>| match &request.id {
            Some(id) => *id == document.to_string(),
            None => standing.is_some(),
        };
        let mut paths = Vec::new();
        for (document, standing) in documents.list()? {
            if wanted(&document, standing) {
                let made = documents.make(document)?.ok_or(DeskError::DocumentNotYet)?;
                let path = paper::save(&made, &folder)?;
                paths.extend(sign_beside(&documents, document, &made, &path)?);
                paths.push(path);
            }
        }
        paths.sort();
        Ok(Written { paths })
    })
}

/// The station's own signature of an official document goes into a file beside it.
fn sign_beside(
    documents: &papers::Documents<'_>,
    document: Document,
    made: &MadeDocument,
    path: &str,
) -> Result<Option<String>, Problem> {
    let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let Some(signature) = documents.sign_beside(document, &name, made)? else { return Ok(None) };
    let side = Path::new(path).with_file_name(signing::sidecar_name(&name));
    fs::write(&side, signature).map_err(|error| DeskError::path(&side, &error))?;
    Ok(Some(side.display().to_string()))
}

pub(crate) fn sign_document(desk: &Desk, request: SignDocument) -> Result<Written, Problem> {
    let path = shelf::typed_path(&request.certificate)?;
    let size = fs::metadata(&path).map_err(|error| DeskError::path(&path, &error))?.len();
    if size > LARGEST_CERTIFICATE {
        return Err(DeskError::CertificateTooLarge.into());
    }
    let passphrase = Zeroizing::new(request.passphrase);
    let file = Zeroizing::new(fs::read(&path).map_err(|error| DeskError::path(&path, &error))?);
    let certificate = signing::Certificate::open(&file, &passphrase)?;
    desk.with(|open| {
        let folder = folder_of(desk, open, &request.folder)?;
        let documents = in_language(desk, open, request.language)?;
        let unknown = || DeskError::DocumentUnknown { id: request.id.clone() };
        let document = documents.find(&request.id).ok_or_else(unknown)?;
        if !document.kind().is_signed() || documents.standing(document)? != Some(Standing::Official) {
            return Err(DeskError::NotToBeSigned.into());
        }
        let made = documents.make(document)?.ok_or(DeskError::DocumentNotYet)?;
        let signed = signing::sign_pdf(&made.bytes, &certificate, SystemClock.now(), &request.reason)?;
        let name = format!("{document}-signed.pdf");
        let signed = MadeDocument { name, bytes: Zeroizing::new(signed) };
        Ok(Written { paths: vec![paper::save(&signed, &folder)?] })
    })
}

pub(crate) fn set_texts(desk: &Desk, request: TextsForm) -> Result<Documents, Problem> {
    let printers = paper::printers();
    desk.with(|open| {
        let by = Operator(open.person.name.clone());
        acts::set_texts(&mut open.office, &by, forms::texts(&request))?;
        open.previewed = None;
        list(desk, open, printers)
    })
}
