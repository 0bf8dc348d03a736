//! Printing, saving and signing documents, and what the session words itself in them.

use crate::{
    machine::{
        files::{save, typed_path},
        printing::{Job, print},
    },
    open::{desk::Desk, session::Open},
    places::steps::documents::view::{in_language, make},
};
use documents::Standing;
use office::{
    acts,
    clock::{Clock, SystemClock},
    papers::{self, Document, MadeDocument},
};
use std::{fs, path::Path};
use wire::{
    DeskError, Language, Nothing, PrintDocument, PrintTo, Problem, SaveDocument, SignDocument, TextsForm,
    Written, conversions,
};
use zeroize::Zeroizing;

/// No certificate is larger.
const LARGEST_CERTIFICATE: u64 = 1 << 20;

pub(crate) fn print_document(
    desk: &Desk,
    open: &mut Open,
    request: PrintDocument,
) -> Result<Nothing, Problem> {
    let made = make(desk, open, &request.id, request.language)?;
    let job = Job { copies: request.copies, pages: request.pages.trim() };
    print(&made, &request.printer, job)?;
    if is_official(desk, open, &request.id)? && in_own_language(open, request.language)? {
        open.issue(&[made])?;
    }
    Ok(Nothing {})
}

/// Whether a document is final, and one with pages: what then leaves the program is official from that on.
fn is_official(desk: &Desk, open: &Open, id: &str) -> Result<bool, Problem> {
    let documents = in_language(desk, open, None)?;
    let Some(document) = documents.find(id) else { return Ok(false) };
    Ok(!document.kind().is_table() && documents.standing(document)? == Some(Standing::Official))
}

/// A translation is for reading: official is what is in the session's own language.
fn in_own_language(open: &Open, language: Option<Language>) -> Result<bool, Problem> {
    let own = open.office.store().profile()?.text().language;
    Ok(language.is_none_or(|language| messages::Language::from(language) == own))
}

pub(crate) fn print_test_page(desk: &Desk, open: &mut Open, request: PrintTo) -> Result<Nothing, Problem> {
    let language = open.office.store().profile()?.text().language;
    let bytes = documents::test_page(desk.fonts()?, language)?;
    let page =
        MadeDocument { name: "test-page.pdf".to_owned(), bytes: Zeroizing::new(bytes), rests_on: None };
    print(&page, &request.printer, Job::ONE)?;
    Ok(Nothing {})
}

pub(crate) fn save_document(desk: &Desk, open: &mut Open, request: SaveDocument) -> Result<Written, Problem> {
    let folder = desk.folders.chosen(&open.id, &request.folder)?;
    let documents = in_language(desk, open, request.language)?;
    let wanted = |document: &Document, standing: Option<Standing>| match &request.id {
        Some(id) => *id == document.to_string(),
        None => standing.is_some(),
    };
    let (mut paths, mut official) = (Vec::new(), Vec::new());
    for (document, standing) in documents.list()? {
        if wanted(&document, standing) {
            let made = documents.make(document)?.ok_or(DeskError::DocumentNotYet)?;
            let path = save(&made, &folder)?;
            paths.extend(sign_beside(&documents, document, &made, &path)?);
            paths.push(path);
            for beside in documents.make_beside(document, request.ofd)? {
                paths.push(save(&beside, &folder)?);
            }
            if standing == Some(Standing::Official) && !document.kind().is_table() {
                official.push(made);
            }
        }
    }
    paths.sort();
    if in_own_language(open, request.language)? {
        open.issue(&official)?;
    }
    Ok(Written { paths })
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

pub(crate) fn sign_document(desk: &Desk, open: &mut Open, request: SignDocument) -> Result<Written, Problem> {
    let path = typed_path(&request.certificate)?;
    let read = regular_file::read_up_to(&path, LARGEST_CERTIFICATE);
    let file = Zeroizing::new(read.map_err(|error| DeskError::path(&path, &error))?);
    if file.len() as u64 > LARGEST_CERTIFICATE {
        return Err(DeskError::CertificateTooLarge.into());
    }
    let passphrase = Zeroizing::new(request.passphrase);
    let certificate = signing::Certificate::open(&file, &passphrase)?;
    let folder = desk.folders.chosen(&open.id, &request.folder)?;
    let documents = in_language(desk, open, request.language)?;
    let unknown = || DeskError::DocumentUnknown { id: request.id.clone() };
    let document = documents.find(&request.id).ok_or_else(unknown)?;
    if !document.kind().is_signed() || documents.standing(document)? != Some(Standing::Official) {
        return Err(DeskError::NotToBeSigned.into());
    }
    let made = documents.make(document)?.ok_or(DeskError::DocumentNotYet)?;
    let signed = signing::sign_pdf(&made.bytes, &certificate, SystemClock.now(), &request.reason)?;
    let name = format!("{document}-signed.pdf");
    let signed = MadeDocument { name, bytes: Zeroizing::new(signed), rests_on: made.rests_on };
    let written = Written { paths: vec![save(&signed, &folder)?] };
    if in_own_language(open, request.language)? {
        open.issue(&[made])?;
    }
    Ok(written)
}

pub(crate) fn set_texts(desk: &Desk, request: TextsForm) -> Result<(), Problem> {
    desk.with(|open| {
        let by = open.operator();
        acts::set_texts(&mut open.office, &by, conversions::texts(&request))?;
        open.previewed = None;
        Ok(())
    })
}
