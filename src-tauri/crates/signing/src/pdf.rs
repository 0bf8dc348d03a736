//! Signing a PDF: an update appended to the file, in which the signature is in a gap that it does not cover.

use crate::{Certificate, SigningError, hex::hex, private_key::failed, signed_data::signed_data};
use chrono::{DateTime, FixedOffset};
use der::Encode as _;
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, StringFormat};
use sha2::{Digest as _, Sha256};
use std::ops::Range;

/// Room for all of a signature but its certificates: 1,024 bytes of an RSA key of 8,192 bits, names and attributes.
const ROOM: usize = 4096;
/// A place in the file before it is known; as wide as the largest.
const UNKNOWN: i64 = 9_999_999_999;
/// Bits of `/SigFlags`: there are signatures, and the file is only ever appended to.
const SIGNATURES_EXIST_AND_APPEND_ONLY: i64 = 3;
/// Flags of the field's annotation: printed (PDF/A demands it, though nothing shows) and locked.
const PRINTED_AND_LOCKED: i64 = 4 + 128;

/// Signs a document. What was there stays as it was, to the byte; the signature covers all of it.
///
/// The signature does not show on the page: paper carries ink and seals. A document may be signed by several, one after
/// the other. The same document, certificate, time and reason give the same bytes.
pub fn sign_pdf(
    pdf: &[u8],
    certificate: &Certificate,
    at: DateTime<FixedOffset>,
    reason: &str,
) -> Result<Vec<u8>, SigningError> {
    certificate.check(at)?;
    let room = ROOM + certificates_length(certificate)?;
    let signature = signature(certificate, at, reason, room);
    let mut signed = with_signature(pdf, signature)?;
    let gap = write_byte_range(&mut signed, pdf.len(), room)?;
    let covered = Sha256::new().chain_update(&signed[..gap.start]).chain_update(&signed[gap.end..]);
    let data = signed_data(certificate, &covered.finalize())?;
    let digits = hex(&data);
    // The gap includes the brackets around the digits; what they don't need stays zero.
    let place = signed.get_mut(gap.start + 1..gap.start + 1 + digits.len());
    let place = place.filter(|_| data.len() <= room).ok_or_else(|| failed("the signature is too long"))?;
    place.copy_from_slice(digits.as_bytes());
    Ok(signed)
}

fn certificates_length(certificate: &Certificate) -> Result<usize, SigningError> {
    let mut length = 0;
    for certificate in certificate.all() {
        length += usize::try_from(certificate.encoded_len().map_err(failed)?).map_err(failed)?;
    }
    Ok(length)
}

/// The signature's dictionary (ISO 32000-1, 12.8.1; ETSI EN 319 142-1), its contents still zero.
fn signature(certificate: &Certificate, at: DateTime<FixedOffset>, reason: &str, room: usize) -> Dictionary {
    let mut signature = Dictionary::new();
    signature.set("Type", name("Sig"));
    signature.set("Filter", name("Adobe.PPKLite"));
    signature.set("SubFilter", name("ETSI.CAdES.detached"));
    signature.set("ByteRange", [0, UNKNOWN, UNKNOWN, UNKNOWN].map(Object::Integer).to_vec());
    signature.set("Contents", Object::String(vec![0; room], StringFormat::Hexadecimal));
    signature.set("M", Object::String(pdf_date(at).into_bytes(), StringFormat::Literal));
    signature.set("Name", text(&certificate.subject()));
    if !reason.is_empty() {
        signature.set("Reason", text(reason));
    }
    signature
}

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A text string in UTF-16 with its mark, as PDF takes it.
fn text(text: &str) -> Object {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

fn pdf_date(at: DateTime<FixedOffset>) -> String {
    let zone = at.format("%z").to_string();
    let (hours, minutes) = zone.split_at(3);
    format!("D:{}{hours}'{minutes}'", at.format("%Y%m%d%H%M%S"))
}

/// The document with an update that holds this signature in an invisible field on its first page.
fn with_signature(pdf: &[u8], signature: Dictionary) -> Result<Vec<u8>, SigningError> {
    let document = Document::load_mem(pdf).map_err(unreadable)?;
    if document.is_encrypted() {
        return Err(unreadable("encrypted"));
    }
    let catalog_id = document.trailer.get(b"Root").and_then(Object::as_reference).map_err(unreadable)?;
    let page_id = document.get_pages().into_values().next().ok_or_else(|| unreadable("no page"))?;
    let mut catalog = document.get_dictionary(catalog_id).map_err(unreadable)?.clone();
    let mut page = document.get_dictionary(page_id).map_err(unreadable)?.clone();
    let mut form = entry(&document, &catalog, b"AcroForm", Object::as_dict)?.cloned().unwrap_or_default();
    let mut fields = entry(&document, &form, b"Fields", Object::as_array)?.cloned().unwrap_or_default();
    let mut annotations = entry(&document, &page, b"Annots", Object::as_array)?.cloned().unwrap_or_default();

    let mut update = IncrementalDocument::create_from(pdf.to_vec(), document);
    let version = update.get_prev_documents().version.clone();
    let new = &mut update.new_document;
    new.version = version;
    let signature_id = new.add_object(signature);
    let field_id = new.add_object(field(fields.len() + 1, page_id, signature_id));
    fields.push(field_id.into());
    annotations.push(field_id.into());
    form.set("Fields", fields);
    form.set("SigFlags", SIGNATURES_EXIST_AND_APPEND_ONLY);
    let form_id = new.add_object(form);
    catalog.set("AcroForm", form_id);
    page.set("Annots", annotations);
    new.objects.insert(catalog_id, catalog.into());
    new.objects.insert(page_id, page.into());
    renew_id(&mut new.trailer, pdf);
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// An entry of a dictionary, itself or what it refers to; none where it is missing, an error where it is something else.
fn entry<'a, T: ?Sized>(
    document: &'a Document,
    dictionary: &'a Dictionary,
    key: &[u8],
    read: impl FnOnce(&'a Object) -> lopdf::Result<&'a T>,
) -> Result<Option<&'a T>, SigningError> {
    let Ok(object) = dictionary.get(key) else { return Ok(None) };
    let (_, object) = document.dereference(object).map_err(unreadable)?;
    read(object).map(Some).map_err(unreadable)
}

/// The field and its annotation in one; without size, so that nothing shows and nothing needs a picture.
fn field(number: usize, page: ObjectId, signature: ObjectId) -> Dictionary {
    let mut field = Dictionary::new();
    field.set("Type", name("Annot"));
    field.set("Subtype", name("Widget"));
    field.set("FT", name("Sig"));
    field.set("T", text(&format!("Signature{number}")));
    field.set("F", PRINTED_AND_LOCKED);
    field.set("Rect", vec![Object::Integer(0); 4]);
    field.set("P", page);
    field.set("V", signature);
    field
}

/// The first part of a file's identity stays, the second changes with each update (ISO 32000-1, 14.4).
fn renew_id(trailer: &mut Dictionary, pdf: &[u8]) {
    if let Ok(Object::Array(parts)) = trailer.get_mut(b"ID")
        && let [_, second] = parts.as_mut_slice()
    {
        *second = Object::String(Sha256::digest(pdf)[..16].to_vec(), StringFormat::Hexadecimal);
    }
}

fn unreadable(reason: impl std::fmt::Display) -> SigningError {
    SigningError::PdfUnreadable { reason: reason.to_string() }
}

/// Writes what the signature covers: all but the gap for its contents, which is given back.
fn write_byte_range(pdf: &mut [u8], updated_from: usize, room: usize) -> Result<Range<usize>, SigningError> {
    let contents = format!("<{}>", "0".repeat(2 * room));
    let gap = find(pdf, updated_from, contents.as_bytes())?;
    let unknown = format!("[0 {UNKNOWN} {UNKNOWN} {UNKNOWN}]");
    let place = find(pdf, updated_from, unknown.as_bytes())?;
    let range = format!("[0 {} {} {}]", gap.start, gap.end, pdf.len() - gap.end);
    // Numbers are shorter than their places; space may follow an array.
    let range = format!("{range:<width$}", width = unknown.len());
    pdf.get_mut(place)
        .filter(|place| place.len() == range.len())
        .ok_or_else(|| failed("too large"))?
        .copy_from_slice(range.as_bytes());
    Ok(gap)
}

/// Where these bytes are found first after this place.
fn find(bytes: &[u8], from: usize, wanted: &[u8]) -> Result<Range<usize>, SigningError> {
    let found = bytes[from..].windows(wanted.len()).position(|window| window == wanted);
    let start = from + found.ok_or_else(|| failed("the signature's place was not written as expected"))?;
    Ok(start..start + wanted.len())
}
