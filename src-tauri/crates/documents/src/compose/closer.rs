//! Lines set closer where that brings a document onto fewer pages.

use super::{Composer, foot::furniture};
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

/// How close a document's lines are set for it to stand on one page, by the usual ones: 25 points in Chinese, as GB/T 9704
/// allows it in special cases (5.2.3).
const ONE_PAGE: f32 = 0.8625;

/// How close the lines of a running text are set, by the usual ones, for few lines on a last page to stand on the one
/// before: as little as it takes.
const SLIGHTLY_CLOSER: [f32; 7] = [0.98, 0.96, 0.94, 0.92, 0.9, 0.88, 0.86];
/// So few lines on a last page are brought onto the one before.
const FEW_LINES: usize = 5;

/// What sets a running text's blocks.
type Text<'f, 'a> = dyn Fn(&Composer<'a>) -> Result<Vec<Block>, DocumentError> + 'f;

/// The pages of these blocks: one where a closer line achieves that, and otherwise as [`no_short_end`].
pub(super) fn one_page_if_closer<'a>(
    composer: Composer<'a>,
    blocks: &Text<'_, 'a>,
) -> Result<Vec<Drawing>, DocumentError> {
    let usual = paginate(&blocks(&composer)?);
    if usual.len() == 2 {
        let close = with_line(&composer, ONE_PAGE * composer.body.line);
        let closer = paginate(&blocks(&close)?);
        if closer.len() == 1 {
            return furnished(&composer, closer);
        }
    }
    no_short_end(composer, blocks)
}

/// The pages of these blocks, with slightly closer lines where the last page would hold but a few.
pub(super) fn no_short_end<'a>(
    composer: Composer<'a>,
    blocks: &Text<'_, 'a>,
) -> Result<Vec<Drawing>, DocumentError> {
    let usual = paginate(&blocks(&composer)?);
    if usual.len() > 1 && usual.last().is_some_and(|page| lines_on(page) <= FEW_LINES) {
        for closeness in SLIGHTLY_CLOSER {
            let close = with_line(&composer, closeness * composer.body.line);
            let closer = paginate(&blocks(&close)?);
            if closer.len() < usual.len() {
                return furnished(&composer, closer);
            }
        }
    }
    furnished(&composer, usual)
}

fn with_line<'a>(composer: &Composer<'a>, line: f32) -> Composer<'a> {
    Composer { body: Style { line, ..composer.body }, ..*composer }
}

fn furnished(composer: &Composer<'_>, mut pages: Vec<Drawing>) -> Result<Vec<Drawing>, DocumentError> {
    furnish(composer.fonts, &furniture(composer.heading), &mut pages)?;
    Ok(pages)
}

/// How many lines of text stand on a page that has nothing else on it yet.
fn lines_on(page: &Drawing) -> usize {
    let mut lines: Vec<f32> = page.runs.iter().map(|run| run.y).collect();
    lines.sort_by(f32::total_cmp);
    lines.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    lines.len()
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
    let mut pages = Vec::new();
    for closeness in CLOSER {
        let close = with_line(&composer, closeness * composer.body.line);
        let closer = paginate(&blocks(&close, Closeness(closeness))?);
        if pages.is_empty() || with_text(&closer) < with_text(&pages) {
            pages = closer;
        }
    }
    furnished(&composer, pages)
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
