//! QR codes on the screen.

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write as _;
use wire::QrCode;

/// The quiet zone around a code in modules, as its standard demands.
const QUIET: usize = 4;

/// A QR code as a picture's path: a rectangle for each run of dark modules. None where the text is too long for one.
pub(crate) fn qr(text: &str) -> Option<QrCode> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        let dark: Vec<bool> = code[row].iter().take(code.size).map(|module| module.value()).collect();
        let mut column = QUIET;
        for run in dark.chunk_by(PartialEq::eq) {
            if run[0] {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{column} {}h{}v1h-{}z", QUIET + row, run.len(), run.len());
            }
            column += run.len();
        }
    }
    let side = u32::try_from(code.size + 2 * QUIET).ok()?;
    Some(QrCode { side, path })
}
