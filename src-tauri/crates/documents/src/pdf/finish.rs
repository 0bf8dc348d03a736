//! The pass over what printpdf gives: version, identity, language and metadata that are true.

use super::failed;
use crate::{DocumentError, Language, draw::Laid};
use lopdf::{Dictionary, Document, Object, Stream, StringFormat};
use sha2::{Digest, Sha256};

/// Who wrote the file, as its properties show it.
const PRODUCER: &str = concat!("Piaojue ", env!("CARGO_PKG_VERSION"));

/// Mends a document and gives its bytes.
pub(super) fn finish(mut document: Document, laid: &Laid) -> Result<Vec<u8>, DocumentError> {
    document.version = "1.7".into();
    let info = document.add_object(information(laid));
    if let Ok(old) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&old);
    }
    document.trailer.set("Info", info);
    let metadata = document.add_object(metadata(laid));
    let catalog = document.catalog_mut().map_err(failed)?;
    catalog.set("Lang", Object::String(language(laid).into(), StringFormat::Literal));
    catalog.set("Metadata", metadata);
    let mut preferences = Dictionary::new();
    preferences.set("DisplayDocTitle", true);
    catalog.set("ViewerPreferences", preferences);
    document.compress();
    document.trailer.remove(b"ID");
    let digest = Sha256::digest(bytes(&mut document)?);
    let id = Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    bytes(&mut document)
}

fn bytes(document: &mut Document) -> Result<Vec<u8>, DocumentError> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn language(laid: &Laid) -> &'static str {
    match laid.language {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    }
}

/// No dates: the file says what the document says, not when it was made.
fn information(laid: &Laid) -> Dictionary {
    let mut information = Dictionary::new();
    information.set("Title", text(&laid.title));
    information.set("Author", text(&laid.author));
    information.set("Producer", text(PRODUCER));
    information
}

/// A text string in UTF-16 with its mark, as PDF takes it.
fn text(text: &str) -> Object {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

fn metadata(laid: &Laid) -> Stream {
    let mut dictionary = Dictionary::new();
    dictionary.set("Type", Object::Name(b"Metadata".to_vec()));
    dictionary.set("Subtype", Object::Name(b"XML".to_vec()));
    // Readable without decoding, as search tools expect it.
    Stream::new(dictionary, xmp(laid).into_bytes()).with_compression(false)
}

fn xmp(laid: &Laid) -> String {
    let (title, author, language) = (escaped(&laid.title), escaped(&laid.author), language(laid));
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        mark = '\u{FEFF}'
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
