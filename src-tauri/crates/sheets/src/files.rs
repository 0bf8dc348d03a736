//! Which format a file has, told by its bytes and never by its name.

use crate::{FileProblem, Limits, csv_file, ods, table::Table, xls, xlsx, zipped::Package};
use std::path::Path;

/// The magic of the container that .xls, .et and encrypted .xlsx files share.
const COMPOUND_FILE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// Bytes at the start of a text in which tags are looked for.
const START: usize = 4096;

/// Reads a file that a person chose; stops as soon as it proves larger than [`Limits::FILE`].
pub fn read_file(path: &Path) -> Result<Vec<u8>, FileProblem> {
    let not_readable = |error: std::io::Error| FileProblem::NotReadable {
        path: path.display().to_string(),
        reason: error.into(),
    };
    let bytes = regular_file::read_up_to(path, Limits::FILE).map_err(not_readable)?;
    check_size(&bytes)?;
    Ok(bytes)
}

fn check_size(bytes: &[u8]) -> Result<(), FileProblem> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size == 0 {
        return Err(FileProblem::Empty);
    }
    if size > Limits::FILE {
        return Err(FileProblem::TooLarge { limit_bytes: Limits::FILE });
    }
    Ok(())
}

/// The sheets of a file that a person sees and that hold something, whatever the file is called.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Vec<Table>, FileProblem> {
    check_size(bytes)?;
    if bytes.starts_with(b"PK\x03\x04") {
        return zipped(bytes);
    }
    if bytes.starts_with(&COMPOUND_FILE) {
        return xls::read(bytes);
    }
    if bytes.starts_with(b"%PDF") {
        return Err(FileProblem::WordDocument { format: "PDF".to_owned() });
    }
    match marked_up(bytes) {
        Some(format) => Err(FileProblem::SaveAsXlsx { format: format.to_owned() }),
        None => csv_file::read(file_name, bytes).map(|table| vec![table]),
    }
}

fn zipped(bytes: &[u8]) -> Result<Vec<Table>, FileProblem> {
    let mut package = Package::open(bytes)?;
    if package.has("xl/workbook.bin") {
        return Err(FileProblem::SaveAsXlsx { format: ".xlsb".to_owned() });
    }
    if package.has("word/document.xml") {
        return Err(FileProblem::WordDocument { format: ".docx".to_owned() });
    }
    if package.has("content.xml") && package.has("mimetype") {
        return ods::read(&mut package);
    }
    xlsx::read(&mut package)
}

/// The name of what a text with tags is: a web page, alone or with what belongs to it, or a workbook in one XML file, all of
/// which are often called .xls.
fn marked_up(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.get(..bytes.len().min(START)).unwrap_or_default();
    // In UTF-16 every other byte of a tag is zero.
    let start: Vec<u8> = start.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let text = String::from_utf8_lossy(&start);
    let text = text.trim_start_matches(['\u{FFFD}', '\u{FEFF}']);
    let text = text.trim_start();
    if text.starts_with("{\\rtf") {
        return Some("RTF");
    }
    if text.starts_with("mime-version:") {
        return Some("MHTML");
    }
    if !text.starts_with('<') {
        return None;
    }
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Some("XML 2003");
    }
    if text.contains("urn:oasis:names:tc:opendocument") {
        return Some("FODS");
    }
    ["<html", "<!doctype html", "<table", "<body", "<meta"]
        .iter()
        .any(|tag| text.contains(tag))
        .then_some("HTML")
}
