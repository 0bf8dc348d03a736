//! Lines set closer where that brings a document onto fewer pages.

use super::Composer;
use crate::{
    DocumentError,
    draw::Drawing,
    layout::{
        flow::{Block, paginate},
        furnish,
        measure::Style,
        table::TableStyle,
    },
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

/// How much closer the lines of a form are set, by the usual ones, where that takes fewer pages.
const CLOSER: [f32; 4] = [1.0, 0.91, 0.82, 0.75];
/// A table's line by its characters: no closer than this.
const CLOSEST_ROW: f32 = 1.15;

/// What sets a document's blocks as close as it is told.
type Blocks<'f, 'a> = dyn Fn(&Composer<'a>, Closeness) -> Result<Vec<Block>, DocumentError> + 'f;

/// The pages of these blocks, which are told how close their lines are: as many as the usual lines take, or fewer with text
/// where closer ones achieve that.
pub(super) fn fewest_pages<'a>(
    composer: Composer<'a>,
    blocks: &Blocks<'_, 'a>,
) -> Result<Vec<Drawing>, DocumentError> {
    let set = |closeness: f32| -> Result<Vec<Drawing>, DocumentError> {
        let body = Style { line: closeness * composer.body.line, ..composer.body };
        Ok(paginate(&blocks(&Composer { body, ..composer }, Closeness(closeness))?))
    };
    let mut pages = Vec::new();
    for closeness in CLOSER {
        let closer = set(closeness)?;
        if pages.is_empty() || with_text(&closer) < with_text(&pages) {
            pages = closer;
        }
    }
    furnish(composer.fonts, composer.heading, &mut pages)?;
    Ok(pages)
}

fn with_text(pages: &[Drawing]) -> usize {
    pages.iter().filter(|page| !page.is_blank()).count()
}

/// How close lines are set, by the usual ones.
#[derive(Clone, Copy)]
pub(super) struct Closeness(f32);

impl Closeness {
    /// A table of so close lines.
    pub fn table(self, style: TableStyle) -> TableStyle {
        TableStyle { line: (self.0 * style.line).max(CLOSEST_ROW * style.size).min(style.line), ..style }
    }
}
