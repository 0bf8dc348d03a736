//! How close a document's lines are set, and how large, where that brings it onto fewer pages.

use super::{
    flow::{Piece, paginate},
    set::set,
};
use crate::{TypesetError, blocks::Block, drawing::Drawing, fonts::Fonts, styles::Styles};

/// What is tried so that a document takes fewer pages. Whatever is tried, its blocks are the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fit {
    /// Nothing.
    Usual,
    /// Slightly closer lines where the last page would hold but a few.
    NoShortEnd,
    /// Closer lines where that brings two pages onto one; otherwise as [`Fit::NoShortEnd`].
    OnePage,
    /// The widest of several lines that take the fewest pages with text.
    FewestPages,
    /// Smaller text and closer lines where that brings the document onto one page.
    SmallerOnOnePage,
    /// The first of these sizes and lines of the body that takes no more than so many pages; the last where none does.
    Largest {
        /// From the largest on, in points.
        sizes: &'static [(f32, f32)],
        /// The most pages.
        pages: usize,
    },
}

/// How close a document's lines are set for it to stand on one page, by the usual ones: 25 points in Chinese, as GB/T 9704
/// allows it in special cases (5.2.3).
const ONE_PAGE: f32 = 0.8625;

/// How close the lines of a running text are set, by the usual ones, for few lines on a last page to stand on the one
/// before: as little as it takes.
const SLIGHTLY_CLOSER: [f32; 7] = [0.98, 0.96, 0.94, 0.92, 0.9, 0.88, 0.86];
/// So few lines on a last page are brought onto the one before.
const FEW_LINES: usize = 5;

/// How much closer the lines of a form are set, by the usual ones, where that takes fewer pages.
const CLOSER: [f32; 4] = [1.0, 0.91, 0.82, 0.75];

/// How much smaller a report's text is set, and how much closer its lines and its tables' rows, where the usual ones need
/// more than a page: as little as it takes.
const SMALLER: [(f32, f32, f32); 2] = [(0.86, 0.7, 0.78), (0.8, 0.64, 0.72)];

/// Pages, and the styles that they were set in.
pub struct Fitted {
    pub styles: Styles,
    pub pages: Vec<Drawing>,
}

/// The blocks that are set, with what they are set with.
struct Trial<'a> {
    fonts: &'a Fonts,
    styles: Styles,
    blocks: &'a [Block],
}

/// The pages of these blocks, as many as this way of fitting them takes.
pub fn pages(fonts: &Fonts, styles: Styles, fit: Fit, blocks: &[Block]) -> Result<Fitted, TypesetError> {
    let trial = Trial { fonts, styles, blocks };
    match fit {
        Fit::Usual => trial.set_in(styles),
        Fit::NoShortEnd => trial.without_short_end(trial.set_in(styles)?),
        Fit::OnePage => trial.on_one_page(),
        Fit::FewestPages => trial.on_fewest_pages(),
        Fit::SmallerOnOnePage => trial.smaller_on_one_page(),
        Fit::Largest { sizes, pages } => trial.largest(sizes, pages),
    }
}

impl Trial<'_> {
    fn set_in(&self, styles: Styles) -> Result<Fitted, TypesetError> {
        let pieces: Vec<Piece> = set(self.fonts, &styles, self.blocks)?;
        Ok(Fitted { styles, pages: paginate(&pieces) })
    }

    fn on_one_page(&self) -> Result<Fitted, TypesetError> {
        let usual = self.set_in(self.styles)?;
        if usual.pages.len() == 2 {
            let closer = self.set_in(self.styles.closer(ONE_PAGE))?;
            if closer.pages.len() == 1 {
                return Ok(closer);
            }
        }
        self.without_short_end(usual)
    }

    fn without_short_end(&self, usual: Fitted) -> Result<Fitted, TypesetError> {
        if usual.pages.len() > 1 && usual.pages.last().is_some_and(|page| lines_on(page) <= FEW_LINES) {
            for closeness in SLIGHTLY_CLOSER {
                let closer = self.set_in(self.styles.closer(closeness))?;
                if closer.pages.len() < usual.pages.len() {
                    return Ok(closer);
                }
            }
        }
        Ok(usual)
    }

    fn on_fewest_pages(&self) -> Result<Fitted, TypesetError> {
        let [widest, closer @ ..] = CLOSER;
        let mut best = self.set_in(self.styles.closer(widest))?;
        for closeness in closer {
            let closer = self.set_in(self.styles.closer(closeness))?;
            if with_text(&closer.pages) < with_text(&best.pages) {
                best = closer;
            }
        }
        Ok(best)
    }

    fn smaller_on_one_page(&self) -> Result<Fitted, TypesetError> {
        let usual = self.set_in(self.styles)?;
        if usual.pages.len() == 1 {
            return Ok(usual);
        }
        for (size, line, rows) in SMALLER {
            let smaller = self.set_in(self.styles.smaller(size, line, rows))?;
            if smaller.pages.len() == 1 {
                return Ok(smaller);
            }
        }
        Ok(usual)
    }

    fn largest(&self, sizes: &[(f32, f32)], most: usize) -> Result<Fitted, TypesetError> {
        let mut smallest = None;
        for size in sizes {
            let fitted = self.set_in(self.styles.of_size(*size))?;
            if fitted.pages.len() <= most {
                return Ok(fitted);
            }
            smallest = Some(fitted);
        }
        smallest.map_or_else(|| self.set_in(self.styles), Ok)
    }
}

/// How many lines of text stand on a page that has nothing else on it yet.
fn lines_on(page: &Drawing) -> usize {
    let mut lines: Vec<f32> = page.runs.iter().map(|run| run.y).collect();
    lines.sort_by(f32::total_cmp);
    lines.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    lines.len()
}

fn with_text(pages: &[Drawing]) -> usize {
    pages.iter().filter(|page| !page.is_blank()).count()
}
