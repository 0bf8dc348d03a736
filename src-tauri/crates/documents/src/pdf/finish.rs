//! The pass over what printpdf gives: version, identity, language, structure and metadata that are true.

use super::{archive, copies, failed, outline, structure::Structure};
use crate::{DocumentError, Language, draw::Laid, words::words};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};
use sha2::{Digest, Sha256};

/// Who wrote the file, as its properties show it.
pub(super) const PRODUCER: &str = concat!("Piaojue ", env!("CARGO_PKG_VERSION"));

/// Mends a document and gives its bytes.
pub(super) fn finish(
    mut document: Document,
    laid: &Laid,
    headings: &[outline::Entry],
    structure: &Structure,
) -> Result<Vec<u8>, DocumentError> {
    document.version = "1.7".into();
    copies::repeat(&mut document, laid.copies)?;
    set_information(&mut document, laid);
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    mark_pages(&mut document, &pages, structure.pages())?;
    let tree = structure.write(&mut document, &pages, words(laid.language));
    let outlines = outline::write(&mut document, &pages, headings);
    let metadata = document.add_object(archive::metadata(laid));
    let intents = archive::output_intent(&mut document);
    let catalog = document.catalog_mut().map_err(failed)?;
    catalog.set("Lang", Object::String(language(laid).into(), StringFormat::Literal));
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", intents);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", tree);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("PageMode", if headings.len() > 1 { "UseOutlines" } else { "UseNone" });
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
    }
    document.compress();
    document.trailer.remove(b"ID");
    let digest = Sha256::digest(bytes(&mut document)?);
    let id = Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    bytes(&mut document)
}

/// Ties the pages that were drawn to the structure by their index. Copies of them have no place in it: they say the same.
fn mark_pages(document: &mut Document, pages: &[ObjectId], drawn: usize) -> Result<(), DocumentError> {
    for (index, page) in pages.iter().enumerate() {
        let page = document.get_dictionary_mut(*page).map_err(failed)?;
        page.remove(b"Annots");
        if index < drawn {
            page.set("StructParents", i64::try_from(index).map_err(failed)?);
            page.set("Tabs", "S");
        }
    }
    Ok(())
}

fn bytes(document: &mut Document) -> Result<Vec<u8>, DocumentError> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

pub(super) fn language(laid: &Laid) -> &'static str {
    match laid.language {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    }
}

fn set_information(document: &mut Document, laid: &Laid) {
    let info = document.add_object(information(laid));
    if let Ok(old) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&old);
    }
    document.trailer.set("Info", info);
}

/// No dates: the file says what the document says, not when it was made.
fn information(laid: &Laid) -> Dictionary {
    dictionary! {
        "Title" => text_string(&laid.title), "Author" => text_string(&laid.author),
        "Producer" => text_string(PRODUCER),
    }
}

/// A text string in UTF-16 with its mark, as PDF takes it.
pub(super) fn text_string(text: &str) -> Object {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}
