//! QR codes as rectangles: sharp at every resolution, and no picture in the file.

use crate::{
    TypesetError,
    drawing::{Cells, Drawing, Figure},
    measure::count,
};
use fast_qr::{ECL, QRBuilder};

/// The quiet zone around a code in modules, as its standard demands.
const QUIET: usize = 4;

/// A QR code of this side with its quiet zone, in the upper left corner of its drawing.
pub fn qr(text: &str, side: f32) -> Result<Drawing, TypesetError> {
    let code = QRBuilder::new(text)
        .ecl(ECL::M)
        .build()
        .map_err(|_| TypesetError::QrTooLong { length: text.len() })?;
    let side_in_cells = code.size + 2 * QUIET;
    // The largest code there is has 177 modules on a side.
    let cell = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
    let mut cells = Vec::new();
    for row in 0..code.size {
        let dark: Vec<bool> = code[row].iter().take(code.size).map(|module| module.value()).collect();
        let mut column = 0;
        for run in dark.chunk_by(PartialEq::eq) {
            if run[0] {
                let (column, row) = (cell(QUIET + column), cell(QUIET + row));
                cells.push(Cells { column, row, width: cell(run.len()), height: 1 });
            }
            column += run.len();
        }
    }
    cells.shrink_to_fit();
    let unit = side / count(side_in_cells);
    let figure = Figure { content: text.to_owned(), x: 0.0, y: 0.0, unit, cells, after: 0 };
    Ok(Drawing { figures: vec![figure], ..Drawing::default() })
}
