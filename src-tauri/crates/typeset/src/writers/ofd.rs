//! The back end that writes OFD (GB/T 33190-2016): what is drawn on pages, with the characters in use of each font.
//!
//! Every object has a number of its own in the file; lengths are millimetres from the upper left corner.

mod font;
mod objects;
mod page;

use super::{
    About, PRODUCER,
    container::{Part, container},
    xml::Element,
};
use crate::{
    TypesetError,
    drawing::Drawing,
    fonts::Fonts,
    measure::{PAGE_HEIGHT, PAGE_WIDTH},
};
use font::Embedded;
use objects::{Numbers, millimetres, root};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// These pages as an OFD file.
pub fn write(fonts: &Fonts, about: &About, pages: &[Drawing]) -> Result<Vec<u8>, TypesetError> {
    let mut numbers = Numbers::default();
    let mut embedded = Embedded::new(fonts);
    let mut files = Vec::new();
    let mut listed = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let place = format!("Pages/Page_{index}/Content.xml");
        listed.push(Element::new("ofd:Page").with("ID", numbers.next()).with("BaseLoc", &place));
        let content = page::content(page, &mut embedded, &mut numbers);
        files.push((format!("Doc_0/{place}"), content.into_file()));
    }
    let (resources, programs) = embedded.finish()?;
    files.push(("Doc_0/PublicRes.xml".to_owned(), resources.into_file()));
    files.extend(programs);
    files.insert(0, ("Doc_0/Document.xml".to_owned(), document(listed, &numbers).into_file()));
    files.insert(0, ("OFD.xml".to_owned(), entry(about, &identity(&files)).into_file()));
    container(&files)
}

/// What the file begins with (7.4): the document that it holds, and what that says of itself. No dates: it says what the
/// document says, not when it was made.
fn entry(about: &About, identity: &str) -> Element {
    let text = |name, text: &str| Element::new(name).saying(text);
    let information = Element::new("ofd:DocInfo").holding_all([
        text("ofd:DocID", identity),
        text("ofd:Title", &about.title),
        text("ofd:Author", &about.author),
        text("ofd:Creator", PRODUCER),
    ]);
    let body =
        Element::new("ofd:DocBody").holding_all([information, text("ofd:DocRoot", "Doc_0/Document.xml")]);
    root("ofd:OFD").with("Version", "1.0").with("DocType", "OFD").holding(body)
}

/// The document's identity, 32 hexadecimal digits (7.4), by what it holds.
fn identity(files: &[Part]) -> String {
    let mut hash = Sha256::new();
    for (path, bytes) in files {
        hash.update(path);
        hash.update(bytes);
    }
    hash.finalize().iter().take(16).fold(String::new(), |mut digits, byte| {
        // Writing into a text never fails.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The document's root (7.5).
fn document(pages: Vec<Element>, numbers: &Numbers) -> Element {
    let paper = format!("0 0 {} {}", millimetres(PAGE_WIDTH), millimetres(PAGE_HEIGHT));
    let text = |name, text: &str| Element::new(name).saying(text);
    let common = Element::new("ofd:CommonData").holding_all([
        text("ofd:MaxUnitID", &numbers.greatest().to_string()),
        Element::new("ofd:PageArea").holding(text("ofd:PhysicalBox", &paper)),
        text("ofd:PublicRes", "PublicRes.xml"),
    ]);
    root("ofd:Document").holding_all([common, Element::new("ofd:Pages").holding_all(pages)])
}
