//! What a Word file is made of.

use crate::{blocks::Block, pages::Furniture, styles::Styles, writers::About};

/// A document whose styles fit.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub about: &'a About,
    pub furniture: &'a Furniture,
    /// Those in which the document fits its pages.
    pub styles: &'a Styles,
    pub blocks: &'a [Block],
}
