//! Lines set closer where that brings a document onto one page.

use super::Composer;
use crate::{
    DocumentError,
    draw::Drawing,
    layout::{flow::Block, measure::Style},
};

/// A closer line, as GB/T 9704 allows it in special cases (5.2.3).
const CLOSE_LINE: f32 = 25.0;

/// The pages of these blocks: one where a closer line achieves that, and otherwise as many as the usual line takes.
pub(super) fn one_page_if_closer<'a>(
    composer: Composer<'a>,
    blocks: &dyn Fn(&Composer<'a>) -> Result<Vec<Block>, DocumentError>,
) -> Result<Vec<Drawing>, DocumentError> {
    let usual = composer.pages(&blocks(&composer)?)?;
    if usual.len() != 2 {
        return Ok(usual);
    }
    let line = CLOSE_LINE.min(composer.body.line);
    let close = Composer { body: Style { line, ..composer.body }, ..composer };
    let closer = close.pages(&blocks(&close)?)?;
    Ok(if closer.len() == 1 { closer } else { usual })
}
