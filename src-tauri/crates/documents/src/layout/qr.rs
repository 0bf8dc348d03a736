//! QR codes as rectangles: sharp at every resolution, and no picture in the file.

use super::measure::count;
use crate::{
    DocumentError,
    draw::{Drawing, Figure, Rect},
};
use fast_qr::{ECL, QRBuilder};

/// The quiet zone around a code in modules, as its standard demands.
const QUIET: usize = 4;

/// A QR code of this side with its quiet zone, in the upper left corner of its drawing.
pub(crate) fn qr(text: &str, side: f32) -> Result<Drawing, DocumentError> {
    let code = QRBuilder::new(text)
        .ecl(ECL::M)
        .build()
        .map_err(|_| DocumentError::QrTooLong { length: text.len() })?;
    let module = side / count(code.size + 2 * QUIET);
    let mut rects = Vec::new();
    for row in 0..code.size {
        let dark: Vec<bool> = code[row].iter().take(code.size).map(|module| module.value()).collect();
        let mut column = 0;
        for run in dark.chunk_by(PartialEq::eq) {
            if run[0] {
                rects.push(Rect {
                    x: count(QUIET + column) * module,
                    y: count(QUIET + row) * module,
                    width: count(run.len()) * module,
                    height: module,
                });
            }
            column += run.len();
        }
    }
    rects.shrink_to_fit();
    Ok(Drawing { figures: vec![Figure { content: text.to_owned(), rects, after: 0 }], ..Drawing::default() })
}
