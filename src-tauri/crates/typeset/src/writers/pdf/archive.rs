//! What makes the file one for archives, PDF/A-2u (ISO 19005-2), and for readers who can't see it, PDF/UA-1 (ISO 14289-1):
//! metadata that says so, and what its grey means.
//!
//! The rest is in how it is written: every font is embedded, every character has its code, everything that says something has
//! its place in the structure, black is the only colour, and nothing depends on anything outside the file. The tests go through
//! the first standard's clauses, and an independent validator through both.

use super::{file::File, pack::packed};
use crate::writers::{About, PRODUCER};
use messages::Language;
use pdf_writer::{Filter, Ref, TextStr, types::OutputIntentSubtype, writers::Catalog};

/// The grey the pages are printed in, as the profile's name and the output intent say it.
const GREY: &str = "Grey, gamma 2.2, D50";

/// The document's language as the file's dictionaries name it.
pub(super) fn language(about: &About) -> &'static str {
    match about.language {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    }
}

/// Writes the metadata, readable without decoding (6.6.2.1).
pub(super) fn metadata(file: &mut File, about: &About) -> Ref {
    let id = file.number();
    file.pdf.metadata(id, xmp(about).as_bytes());
    id
}

/// The same as the document information says (6.6.3), and the claims (6.6.4; ISO 14289-1, 5). No dates, as there.
///
/// PDF/A knows no claim of PDF/UA, so the metadata describes it (6.6.2.3).
fn xmp(about: &About) -> String {
    let (title, author, language) = (escaped(&about.title), escaped(&about.author), language(about));
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
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

/// Writes the profile of the pages' only colour, black in the device's grey (6.2.3, 6.2.4.3).
pub(super) fn profile(file: &mut File) -> Ref {
    let id = file.number();
    let packed = packed(&grey_profile());
    file.pdf.icc_profile(id, &packed).n(1).filter(Filter::FlateDecode);
    id
}

/// What that colour is meant to look like.
pub(super) fn output_intent(catalog: &mut Catalog<'_>, profile: Ref) {
    let mut intents = catalog.output_intents();
    let mut intent = intents.push();
    intent.subtype(OutputIntentSubtype::PDFA).dest_output_profile(profile);
    intent.output_condition_identifier(TextStr("Custom")).info(TextStr(GREY));
}

/// The smallest profile of a grey display (ICC.1:2001-04, 6.3.1.1): its name, its white, its tone curve, its licence.
fn grey_profile() -> Vec<u8> {
    let tags = [(b"desc", description()), (b"wtpt", white()), (b"kTRC", curve()), (b"cprt", licence())];
    let mut offset = 128 + 4 + 12 * tags.len();
    let mut table = be(tags.len()).to_vec();
    let mut data = Vec::new();
    for (signature, mut tag) in tags {
        table.extend(signature);
        table.extend(be(offset));
        table.extend(be(tag.len()));
        tag.resize(tag.len().next_multiple_of(4), 0);
        offset += tag.len();
        data.extend(tag);
    }
    [header(offset), table, data].concat()
}

fn header(size: usize) -> Vec<u8> {
    let mut header = be(size).to_vec();
    header.extend([0; 4]); // no preferred module
    header.extend([2, 0x40, 0, 0]); // version 2.4
    header.extend(b"mntrGRAYXYZ ");
    // When the profile was made; the same in every file.
    for part in [2026_u16, 1, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    header.extend([0; 28]); // no platform, flags, device or attributes; perceptual
    header.extend(D50);
    header.resize(128, 0);
    header
}

/// The white of the space profiles are connected in, in 16.16 fixed point.
const D50: [u8; 12] = [0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D];

fn description() -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend(be(GREY.len() + 1));
    tag.extend(GREY.as_bytes());
    // The end of the name, then neither Unicode nor Macintosh names.
    tag.resize(tag.len() + 1 + 4 + 4 + 2 + 1 + 67, 0);
    tag
}

fn white() -> Vec<u8> {
    [b"XYZ \0\0\0\0".as_slice(), &D50].concat()
}

/// A power of 2.2, in 8.8 fixed point.
fn curve() -> Vec<u8> {
    b"curv\0\0\0\0\0\0\0\x01\x02\x33".to_vec()
}

fn licence() -> Vec<u8> {
    b"text\0\0\0\0Public domain (CC0)\0".to_vec()
}

/// A length as profiles have it; none here comes near the limit.
fn be(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes()
}
